"""The log: pages by time, tails by commit order, details, statistics."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends

from integration_console.domain.answers import Count, LogEntries, LogTail, Place, Position, written_place
from integration_console.domain.logs import LogDetail, LogFilter, LogPlace, Statistics
from integration_console.operations import logs
from integration_console.service.api.queries import (
    After,
    At,
    AtMost,
    Limit,
    Newer,
    NewerThan,
    Skip,
    from_query,
    place,
)
from integration_console.service.api.routes import Asking, Routes

routes = Routes("logs")
Wanted = Annotated[LogFilter, Depends(from_query(LogFilter))]


@routes.route("GET", "/logs", logs.log_page)
def list_log_entries(
    asking: Asking, wanted: Wanted, after: After = "", limit: Limit = 200, newer: Newer = False
) -> LogEntries:
    """List entries, newest first."""
    page = logs.log_page(asking, wanted, place(LogPlace, after), limit, newer=newer)
    return LogEntries(page.entries, written_place(page.next))


@routes.route("GET", "/logs/place", logs.log_place)
def find_log_place(asking: Asking, wanted: Wanted, skip: Skip, after: After = "") -> Place:
    """Find the place of the entry `skip` entries behind `after`, to jump there."""
    return Place(written_place(logs.log_place(asking, wanted, place(LogPlace, after), skip)))


@routes.route("GET", "/logs/count", logs.log_count)
def count_log_entries(asking: Asking, wanted: Wanted, at_most: AtMost = 100_000, newer_than: NewerThan = "") -> Count:
    """Count the entries that fit."""
    return Count(logs.log_count(asking, wanted, at_most, newer_than=place(LogPlace, newer_than)))


@routes.route("GET", "/logs/tail", logs.log_tail)
def follow_log(asking: Asking, wanted: Wanted, position: At, limit: Limit = 500) -> LogTail:
    """List entries committed after `position`, oldest first, with the position to go on from."""
    return LogTail(*logs.log_tail(asking, wanted, position, limit))


@routes.route("GET", "/logs/position", logs.newest_position)
def newest_log_position(asking: Asking) -> Position:
    """Show the position of the newest entry."""
    return Position(logs.newest_position(asking))


@routes.route("GET", "/logs/types", logs.event_types)
def list_event_types(asking: Asking) -> tuple[str, ...]:
    """List the types of entries that exist."""
    return logs.event_types(asking)


@routes.route("GET", "/logs/{entry_id}", logs.log_detail)
def one_log_entry(asking: Asking, entry_id: str) -> LogDetail:
    """Show an entry; its payload is closed to those who may read the log only."""
    return logs.log_detail(asking, entry_id)


@routes.route("GET", "/statistics", logs.statistics)
def statistics(asking: Asking) -> Statistics:
    """Show the numbers of the last 24 hours."""
    return logs.statistics(asking)
