"""The log of all that happened: entries, filters, pages and tails."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class LogStatus(StrEnum):
    """How it went."""

    SUCCESS = "success"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class LogDraft:
    """A log entry before the store has given it its place in the order of commits."""

    id: str
    created_at: datetime
    status: LogStatus
    event_type: str
    message: str
    topic: str = ""
    params: Mapping[str, str] = field(default_factory=dict)
    connector_id: str = ""
    webhook_id: str = ""
    event_id: str = ""
    correlation_id: str = ""
    error_code: str = ""
    duration_ms: float | None = None
    payload: str = ""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log. `position` is its place in the order of commits, for tails."""

    id: str
    created_at: datetime
    status: LogStatus
    event_type: str
    message: str
    position: int
    topic: str = ""
    params: Mapping[str, str] = field(default_factory=dict)
    connector_id: str = ""
    webhook_id: str = ""
    event_id: str = ""
    correlation_id: str = ""
    error_code: str = ""
    duration_ms: float | None = None


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which entries are wanted: every part that is set must hold. `event_type` may end in `*`.

    `query` is in the language of `log_query`; its days begin in `time_zone` (an IANA name, or `+03:00`).
    """

    statuses: frozenset[LogStatus] = frozenset()
    event_type: str = ""
    connector_id: str = ""
    webhook_id: str = ""
    correlation_id: str = ""
    since: datetime | None = None
    until: datetime | None = None
    query: str = ""
    time_zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class LogPlace:
    """A place in the log by time: pages continue from here (newest first)."""

    created_at: datetime
    id: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """Some entries, newest first, and where the next page starts (None: this was the last)."""

    entries: tuple[LogEntry, ...]
    next: LogPlace | None


@dataclass(frozen=True, slots=True)
class LogDetail:
    """One entry with its redacted payload and, for a webhook's event, headers and body as received.

    `closed`: whoever looks may see the entry only.
    """

    entry: LogEntry
    payload: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    content_type: str = ""
    body: bytes = b""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class HourCount:
    """How many entries of each status fell into one hour (`hour`: its start, UTC); `events`: those that arrived."""

    hour: datetime
    success: int = 0
    info: int = 0
    warning: int = 0
    error: int = 0
    events: int = 0


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the hub shows, from roll-ups: numbers of the last 24 hours."""

    connectors: int
    active_connectors: int
    failing_connectors: int
    webhooks: int
    active_webhooks: int
    events: int
    duplicates: int
    rejected: int
    entries: int
    errors: int
    hours: tuple[HourCount, ...]
    newest_entry_id: str = ""

    @property
    def success_rate(self) -> float | None:
        """The share of entries without error, 0 to 1; None while there is nothing to count."""
        return None if self.entries == 0 else 1 - self.errors / self.entries
