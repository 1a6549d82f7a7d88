"""Queries on the log that SQL answers alone, and what they all are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import ColumnElement, Row, Select, func, literal, select, tuple_

from integration_console.domain.logs import LogEntry, LogPlace, LogStatus
from integration_console.storage import tables
from integration_console.storage.log_conditions import sql_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from integration_console.domain.log_conditions import Condition
    from integration_console.storage.transaction import Reading, Writing

_logs = tables.logs
_STATUSES = {each.value: each for each in LogStatus}
ENTRY = tuple(
    _logs.c[name]
    for name in (
        "id", "created_at", "status", "event_type", "message", "position", "topic", "params", "connector_id",
        "webhook_id", "event_id", "correlation_id", "error_code", "duration_ms",
    )
)  # fmt: skip
"""The columns of an entry, in its own order."""


def first(
    reading: Reading, wanted: Condition, after: LogPlace | None, limit: int, *, upwards: bool = False
) -> tuple[LogEntry, ...]:
    """Return the first entries behind the place `after`, from the newest down; `upwards`: above it, from the oldest."""
    query = in_order(reading, wanted, after, upwards=upwards).limit(limit)
    return tuple(map(entry_of, reading.connection.execute(query).all()))


def in_order(reading: Reading, wanted: Condition, after: LogPlace | None, *, upwards: bool) -> Select[Any]:
    """Return the query of entries behind a place (`upwards`: above it), the nearest first."""
    bounds = above(after) if upwards else behind(after)
    order = (_logs.c.created_at, _logs.c.id) if upwards else (_logs.c.created_at.desc(), _logs.c.id.desc())
    return select(*ENTRY).where(*wanted_rows(reading, wanted), *bounds).order_by(*order)


def place(
    reading: Reading, wanted: Condition, after: LogPlace | None, skip: int, *more: ColumnElement[bool]
) -> LogPlace | None:
    """Return the place of the entry `skip` entries behind `after` that meets `more`, too."""
    query = select(_logs.c.created_at, _logs.c.id).where(*wanted_rows(reading, wanted), *behind(after), *more)
    query = query.order_by(_logs.c.created_at.desc(), _logs.c.id.desc()).limit(1).offset(skip - 1)
    row = reading.connection.execute(query).one_or_none()
    return LogPlace(row.created_at, row.id) if row else None


def count(
    reading: Reading, wanted: Condition, at_most: int, newer_than: LogPlace | None, *more: ColumnElement[bool]
) -> int:
    """Return how many entries above a place meet `more`, too, counting no further than `at_most`."""
    fitting = (*wanted_rows(reading, wanted), *above(newer_than), *more)
    few = select(literal(1)).select_from(_logs).where(*fitting).limit(at_most).subquery()
    return int(reading.connection.execute(select(func.count()).select_from(few)).scalar_one())


def wanted_rows(reading: Reading | Writing, condition: Condition) -> tuple[ColumnElement[bool], ...]:
    """Return what a WHERE must hold for a condition."""
    return _logs.c.tenant_id == reading.tenant_id, sql_of(condition)


def behind(after: LogPlace | None) -> Iterator[ColumnElement[bool]]:
    """Yield what is true of what is older than a place (None: of everything)."""
    if after is not None:
        yield tuple_(_logs.c.created_at, _logs.c.id) < _pair(after)


def above(place: LogPlace | None) -> Iterator[ColumnElement[bool]]:
    """Yield what is true of what is newer than a place (None: of everything)."""
    if place is not None:
        yield tuple_(_logs.c.created_at, _logs.c.id) > _pair(place)


def _pair(place: LogPlace) -> ColumnElement[Any]:
    return tuple_(literal(place.created_at, _logs.c.created_at.type), literal(place.id, _logs.c.id.type))


def place_of(entry: LogEntry) -> LogPlace:
    """Return where an entry is."""
    return LogPlace(entry.created_at, entry.id)


def entry_of(row: Row[Any] | tuple[Any, ...]) -> LogEntry:
    """Return the entry that a row of `ENTRY` holds."""
    made, at, status, *told, connector, webhook, event, cause, error, taken = cast("Sequence[Any]", row)
    values: tuple[Any, ...] = (*told, connector or "", webhook or "", event or "", cause or "", error, taken)
    return LogEntry(made, at, _STATUSES[status], *values)
