"""Reminds of API keys that end soon, so that nobody learns of it from a system that stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.api_keys import due_reminder
from integration_console.domain.changes import Subject
from integration_console.domain.logs import LogStatus
from integration_console.operations.journal import Happening, announce, entry
from integration_console.storage import api_keys as rows
from integration_console.storage.log_rows import append_entries

if TYPE_CHECKING:
    from integration_console.domain.api_keys import ApiKey
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing


def remind(context: Context) -> int:
    """Log of each key that ends in 30, 14, 7 or 1 days that it does, once each; return how many entries.

    Any number of programs may do so at once, as often as they like; one that may not change keys does nothing.
    """
    if not context.rights.allows("api_keys.write"):
        return 0
    now = context.clock.now()
    due = [each for each in context.store.read(rows.keys) if _is_due(each, due_reminder(each.expires_at, now))]
    sent = sum(_reminded(context, each) for each in due)
    if sent:
        announce(context, Subject.API_KEYS)
    return sent


def _is_due(key: ApiKey, days: int | None) -> bool:
    """Return whether this reminder is a further one; a clock that was set back brings none again."""
    return days is not None and key.revoked_at is None and (key.reminded_days is None or days < key.reminded_days)


def _reminded(context: Context, key: ApiKey) -> bool:
    now = context.clock.now()
    days = due_reminder(key.expires_at, now)
    if key.expires_at is None or days is None:
        return False
    params = {"key": key.name, "moment": key.expires_at.isoformat(timespec="minutes"), "days": str(days)}
    reminder = entry(Happening("api_key.ending", params, LogStatus.WARNING, subject_id=key.id), now)

    def remind_once(writing: Writing) -> bool:
        if not rows.mark_reminded(writing, key, days):
            return False
        append_entries(writing, [reminder])
        return True

    return context.store.write(remind_once)
