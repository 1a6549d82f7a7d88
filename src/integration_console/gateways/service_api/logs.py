"""The log, through the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.answers import (
    Count,
    LogEntries,
    LogTail,
    Place,
    Position,
    read_place,
    written_place,
)
from integration_console.domain.logs import LogDetail, LogFilter, LogPage, LogPlace, Statistics
from integration_console.gateways.service_api.client import in_query
from integration_console.gateways.service_api.door import ServiceDoor, at

if TYPE_CHECKING:
    from integration_console.domain.logs import LogEntry


class ServiceLogs(ServiceDoor):
    """The log of a remote workspace."""

    def log_page(
        self, wanted: LogFilter, after: LogPlace | None = None, limit: int = 200, *, newer: bool = False
    ) -> LogPage:
        """Return entries newest first."""
        query = in_query(wanted, after=written_place(after), limit=limit, newer=newer or None)
        page: LogEntries = self._client.ask("GET", at("/logs"), LogEntries, query=query)
        return LogPage(page.entries, read_place(LogPlace, page.next))

    def log_place(self, wanted: LogFilter, after: LogPlace | None, skip: int) -> LogPlace | None:
        """Return the place of the entry `skip` entries behind `after`."""
        query = in_query(wanted, after=written_place(after), skip=skip)
        place: Place = self._client.ask("GET", at("/logs/place"), Place, query=query)
        found: LogPlace | None = read_place(LogPlace, place.place)
        return found

    def log_count(self, wanted: LogFilter, at_most: int = 100_000, *, newer_than: LogPlace | None = None) -> int:
        """Return how many entries fit."""
        query = in_query(wanted, at_most=at_most, newer_than=written_place(newer_than))
        found: Count = self._client.ask("GET", at("/logs/count"), Count, query=query)
        return found.count

    def log_tail(self, wanted: LogFilter, position: int, limit: int = 500) -> tuple[tuple[LogEntry, ...], int]:
        """Return entries committed after `position`."""
        query = in_query(wanted, position=position, limit=limit)
        tail: LogTail = self._client.ask("GET", at("/logs/tail"), LogTail, query=query)
        return tail.entries, tail.position

    def newest_position(self) -> int:
        """Return the position of the newest entry."""
        found: Position = self._client.ask("GET", at("/logs/position"), Position)
        return found.position

    def log_detail(self, entry_id: str) -> LogDetail:
        """Return an entry with its payload."""
        found: LogDetail = self._client.ask("GET", at("/logs/{}", entry_id), LogDetail)
        return found

    def event_types(self) -> tuple[str, ...]:
        """Return the types of entries that exist."""
        found: tuple[str, ...] = self._client.ask("GET", at("/logs/types"), tuple[str, ...])
        return found

    def statistics(self) -> Statistics:
        """Return the numbers of the hub."""
        found: Statistics = self._client.ask("GET", at("/statistics"), Statistics)
        return found
