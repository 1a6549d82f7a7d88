"""A log of any number of entries that are computed, not kept: it answers as a store does, at once or after a while."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from integration_console.domain.connectors import Connector
from integration_console.domain.errors import ConsoleError
from integration_console.domain.log_notes import LogNote
from integration_console.domain.logs import LogDetail, LogEntry, LogFilter, LogPage, LogPlace, LogStatus
from integration_console.domain.saved_filters import SavedFilter
from integration_console.domain.webhooks import Webhook

_NEWEST = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
_APART = timedelta(milliseconds=250)
_STATUSES = (LogStatus.SUCCESS, LogStatus.INFO, LogStatus.WARNING, LogStatus.ERROR)
_MESSAGES = (
    "“push” arrived at GitHub",
    "وصل ملف الرواتب إلى Odoo HR",
    "The sync of employees brought 214 records, 3 of them new",
    "Slack asks for a pause of 30 s",
)


@dataclass(frozen=True, slots=True)
class SyntheticLog:
    """Entry 0 is the newest; each answer takes `seconds`."""

    total: int
    seconds: float = 0.0

    def log_page(
        self, wanted: LogFilter, after: LogPlace | None = None, limit: int = 200, *, newer: bool = False
    ) -> LogPage:
        """Return entries newest first."""
        del wanted
        self._wait()
        at = -1 if after is None else _number(after)
        first, last = (max(at - limit, 0), at) if newer else (at + 1, min(at + 1 + limit, self.total))
        entries = tuple(_entry(number) for number in range(first, last))
        if not entries:
            return LogPage((), None)
        end = entries[0] if newer else entries[-1]
        is_last = first == 0 if newer else last == self.total
        return LogPage(entries, None if is_last else LogPlace(end.created_at, end.id))

    def log_place(self, wanted: LogFilter, after: LogPlace | None, skip: int) -> LogPlace | None:
        """Return the place of the entry `skip` entries behind `after`."""
        del wanted
        self._wait()
        number = (-1 if after is None else _number(after)) + skip
        return LogPlace(_moment(number), _id(number)) if number < self.total else None

    def log_count(self, wanted: LogFilter, at_most: int = 100_000, *, newer_than: LogPlace | None = None) -> int:
        """Return how many entries there are."""
        del wanted
        self._wait()
        return min(self.total if newer_than is None else _number(newer_than), at_most)

    def log_tail(self, wanted: LogFilter, position: int, limit: int = 500) -> tuple[tuple[LogEntry, ...], int]:
        """Return nothing: nothing arrives."""
        del wanted, limit
        return (), position

    def newest_position(self) -> int:
        """Return the position of the newest entry."""
        return self.total

    def log_detail(self, entry_id: str) -> LogDetail:
        """Return an entry."""
        return LogDetail(_entry(uuid.UUID(entry_id).int))

    def event_types(self) -> tuple[str, ...]:
        """Return the types of entries that exist."""
        return ("message.sent", "sync.done", "webhook.received")

    def connectors(self) -> tuple[Connector, ...]:
        """Return no connectors."""
        return ()

    def webhooks(self) -> tuple[Webhook, ...]:
        """Return no webhooks."""
        return ()

    def webhook_url(self, webhook_id: str) -> str:
        """Return an address."""
        return f"http://127.0.0.1/{webhook_id}"

    def log_notes(self, log_ids: object) -> tuple[LogNote, ...]:
        """Return no notes."""
        del log_ids
        self._wait()
        return ()

    def saved_filters(self) -> tuple[SavedFilter, ...]:
        """Return no filters."""
        return ()

    def refusal(self, permission: str, scope: str = "") -> ConsoleError | None:
        """Refuse nothing."""
        del permission, scope
        return None

    def _wait(self) -> None:
        if self.seconds:
            time.sleep(self.seconds)


def _entry(number: int) -> LogEntry:
    return LogEntry(
        id=_id(number),
        created_at=_moment(number),
        status=_STATUSES[number % 4],
        event_type=("webhook.received", "sync.done", "message.sent")[number % 3],
        message=f"{_MESSAGES[number % 4]} ({number:,})",
        position=number,
        topic="push" if number % 3 == 0 else "",
        duration_ms=float(number % 5000),
        correlation_id=_id(number // 9 * 9),
        params={"event": "push", "webhook": "GitHub", "connector": "Odoo HR", "stream": "employees"},
    )


def _id(number: int) -> str:
    return str(uuid.UUID(int=number))


def _moment(number: int) -> datetime:
    return _NEWEST - number * _APART


def _number(place: LogPlace) -> int:
    return round((_NEWEST - place.created_at) / _APART)
