"""Reads the log: pages by time, tails by the order of commits, details, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from integration_console.domain.errors import NotFound
from integration_console.domain.log_payloads import looks_into_payloads
from integration_console.domain.logs import LogPage
from integration_console.storage import log_queries, log_search, log_tallies, tables
from integration_console.storage.driver import is_postgres
from integration_console.storage.log_counts import types_that_exist, with_types_that_exist
from integration_console.storage.log_payloads import details
from integration_console.storage.log_queries import ENTRY, entry_of, place_of, wanted_rows
from integration_console.storage.shared.positions import settled_position

if TYPE_CHECKING:
    from integration_console.domain.log_conditions import Condition
    from integration_console.domain.logs import LogDetail, LogEntry, LogPlace
    from integration_console.storage.transaction import Reading

_logs = tables.logs
event_types = types_that_exist


def page(reading: Reading, wanted: Condition, after: LogPlace | None, limit: int) -> LogPage:
    """Return at most `limit` entries, newest first, behind the place `after`."""
    entries = log_search.first(reading, with_types_that_exist(reading, wanted), after, limit)
    return LogPage(entries, place_of(entries[-1]) if len(entries) == limit else None)


def page_above(reading: Reading, wanted: Condition, after: LogPlace | None, limit: int) -> LogPage:
    """Return the `limit` entries just newer than the place `after` (None: the oldest of all), newest first.

    `next` is the place from which to go on upwards, None at the top.
    """
    wanted = with_types_that_exist(reading, wanted)
    entries = log_search.first(reading, wanted, after, limit, upwards=True)[::-1]
    return LogPage(entries, place_of(entries[0]) if len(entries) == limit else None)


def place(reading: Reading, wanted: Condition, after: LogPlace | None, skip: int) -> LogPlace | None:
    """Return the place of the entry `skip` entries behind `after` (1: the next), None where the log ends before it."""
    wanted = with_types_that_exist(reading, wanted)
    if looks_into_payloads(wanted):
        return log_search.place(reading, wanted, after, skip)
    tally = log_tallies.tally_of(wanted)
    if tally is None:
        return log_queries.place(reading, wanted, after, skip)
    return log_tallies.place(reading, tally, after, skip)


def count(reading: Reading, wanted: Condition, at_most: int, newer_than: LogPlace | None = None) -> int:
    """Return how many entries fit (above the place `newer_than`, where given), counting no further than `at_most`."""
    wanted = with_types_that_exist(reading, wanted)
    if looks_into_payloads(wanted):
        return log_search.count(reading, wanted, at_most, newer_than)
    tally = log_tallies.tally_of(wanted)
    if tally is None:
        return log_queries.count(reading, wanted, at_most, newer_than)
    return log_tallies.count(reading, tally, at_most, newer_than)


def tail(reading: Reading, wanted: Condition, position: int, limit: int) -> tuple[tuple[LogEntry, ...], int]:
    """Return entries committed after `position`, oldest first, and the position to go on from."""
    newest = newest_position(reading)
    query = (
        select(*ENTRY)
        .where(*wanted_rows(reading, wanted), _logs.c.position > position, _logs.c.position <= newest)
        .order_by(_logs.c.position)
        .limit(limit)
    )
    found = tuple(map(entry_of, reading.connection.execute(query)))
    entries = log_search.that_hold(reading, wanted, found)
    return entries, found[-1].position if len(found) == limit else max(newest, position)


def newest_position(reading: Reading) -> int:
    """Return the position up to which no entry can appear any more; in a file that of the newest one (0: none)."""
    if is_postgres(reading.connection):
        return settled_position(reading.connection)
    query = select(func.max(_logs.c.position)).where(_logs.c.tenant_id == reading.tenant_id)
    return int(reading.connection.execute(query).scalar() or 0)


def newest_id(reading: Reading) -> str:
    """Return the id of the entry that was committed last ("": none)."""
    query = select(_logs.c.id).where(_logs.c.tenant_id == reading.tenant_id).order_by(_logs.c.position.desc()).limit(1)
    return reading.connection.execute(query).scalar() or ""


def detail(reading: Reading, entry_id: str) -> LogDetail:
    """Return an entry with its payload and, for a received event, headers and body. Raises `NotFound`."""
    query = select(*ENTRY).where(_logs.c.tenant_id == reading.tenant_id, _logs.c.id == entry_id)
    row = reading.connection.execute(query).one_or_none()
    if row is None:
        raise NotFound(kind="log entry", id=entry_id)
    return details(reading, [entry_of(row)])[0]
