"""What can be done with the organisation's policy for API keys: look at it, set it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.api_key_policy import required_policy
from integration_console.domain.changes import Subject
from integration_console.operations.journal import Happening, announce, record
from integration_console.operations.permission import needs
from integration_console.storage import api_key_policies as rows

if TYPE_CHECKING:
    from integration_console.domain.api_key_policy import KeyPolicy
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing


@needs("api_keys.read")
def api_key_policy(context: Context) -> KeyPolicy:
    """Return how long API keys may count."""
    return context.store.read(rows.policy)


@needs("workspace.write")
def set_api_key_policy(context: Context, policy: KeyPolicy) -> KeyPolicy:
    """Say how long API keys may count from now on; those that count longer stay, and are shown. Raises `InvalidInput`.

    A policy of the organisation: people lay it down, never an API key.
    """
    wanted = required_policy(policy)

    def keep(writing: Writing) -> None:
        before = rows.policy(writing)
        rows.keep_policy(writing, wanted, context.clock.now())
        told = [{"name": rows.LONGEST, "days": each.longest_days} for each in (before, wanted)]
        record(context, writing, Happening("api_key_policy.changed", subject_id=rows.LONGEST), *told)

    context.store.write(keep)
    announce(context, Subject.API_KEYS)
    return wanted
