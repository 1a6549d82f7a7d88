"""Reads the log: pages by time, tails by the order of commits, details, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Row, func, literal, select, tuple_

from integration_console.domain.errors import NotFound
from integration_console.domain.logs import LogDetail, LogEntry, LogPage, LogPlace, LogStatus
from integration_console.storage import tables
from integration_console.storage.bodies import unpacked
from integration_console.storage.driver import is_postgres
from integration_console.storage.log_conditions import sql_of
from integration_console.storage.shared.positions import settled_position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from integration_console.domain.log_conditions import Condition
    from integration_console.storage.transaction import Reading

_logs = tables.logs


def page(reading: Reading, wanted: Condition, after: LogPlace | None, limit: int) -> LogPage:
    """Return at most `limit` entries, newest first, behind the place `after`."""
    query = select(_logs).where(*_wanted(reading, wanted), *_behind(after))
    query = query.order_by(_logs.c.created_at.desc(), _logs.c.id.desc()).limit(limit)
    entries = tuple(_entry(row) for row in reading.connection.execute(query))
    last = entries[-1] if len(entries) == limit else None
    return LogPage(entries, LogPlace(last.created_at, last.id) if last else None)


def place(reading: Reading, wanted: Condition, after: LogPlace | None, skip: int) -> LogPlace | None:
    """Return the place of the entry `skip` entries behind `after` (1: the next), None where the log ends before it."""
    query = select(_logs.c.created_at, _logs.c.id).where(*_wanted(reading, wanted), *_behind(after))
    query = query.order_by(_logs.c.created_at.desc(), _logs.c.id.desc()).limit(1).offset(skip - 1)
    row = reading.connection.execute(query).one_or_none()
    return LogPlace(row.created_at, row.id) if row else None


def count(reading: Reading, wanted: Condition, at_most: int) -> int:
    """Return how many entries fit, counting no further than `at_most`."""
    few = select(literal(1)).select_from(_logs).where(*_wanted(reading, wanted)).limit(at_most).subquery()
    return int(reading.connection.execute(select(func.count()).select_from(few)).scalar_one())


def tail(reading: Reading, wanted: Condition, position: int, limit: int) -> tuple[tuple[LogEntry, ...], int]:
    """Return entries committed after `position`, oldest first, and the position to go on from."""
    newest = newest_position(reading)
    query = (
        select(_logs)
        .where(*_wanted(reading, wanted), _logs.c.position > position, _logs.c.position <= newest)
        .order_by(_logs.c.position)
        .limit(limit)
    )
    entries = tuple(_entry(row) for row in reading.connection.execute(query))
    return entries, entries[-1].position if len(entries) == limit else max(newest, position)


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
    query = select(_logs).where(_logs.c.tenant_id == reading.tenant_id, _logs.c.id == entry_id)
    row = reading.connection.execute(query).one_or_none()
    if row is None:
        raise NotFound(kind="log entry", id=entry_id)
    payloads = tables.log_payloads
    payload = reading.connection.execute(
        select(payloads.c.payload).where(payloads.c.tenant_id == reading.tenant_id, payloads.c.log_id == entry_id)
    ).scalar()
    return _with_event(reading, LogDetail(_entry(row), payload or ""))


def details(reading: Reading, entries: Sequence[LogEntry]) -> list[LogDetail]:
    """Return entries of one page with their payloads, headers and bodies, in their order."""
    payloads, events, bodies = tables.log_payloads, tables.events, tables.event_bodies
    ids = [entry.id for entry in entries]
    query = select(payloads.c.log_id, payloads.c.payload).where(
        payloads.c.tenant_id == reading.tenant_id, payloads.c.log_id.in_(ids)
    )
    payload_of = {row.log_id: row.payload for row in reading.connection.execute(query)}
    event_ids = {entry.event_id for entry in entries if entry.event_id}
    received = (
        select(events.c.id, events.c.headers, events.c.content_type, bodies.c.codec, bodies.c.body)
        .join(bodies, (bodies.c.tenant_id == events.c.tenant_id) & (bodies.c.event_id == events.c.id))
        .where(events.c.tenant_id == reading.tenant_id, events.c.id.in_(event_ids))
    )
    event_of = {row.id: row for row in reading.connection.execute(received)} if event_ids else {}
    found = (LogDetail(entry, payload_of.get(entry.id, "")) for entry in entries)
    return [_received(each, event_of.get(each.entry.event_id)) for each in found]


def event_types(reading: Reading) -> tuple[str, ...]:
    """Return the types of entries that exist, sorted (from the roll-ups)."""
    table = tables.rollups
    query = select(table.c.event_type).where(table.c.tenant_id == reading.tenant_id).distinct()
    return tuple(sorted(reading.connection.execute(query).scalars()))


def _with_event(reading: Reading, found: LogDetail) -> LogDetail:
    events, bodies = tables.events, tables.event_bodies
    if not found.entry.event_id:
        return found
    query = (
        select(events.c.headers, events.c.content_type, bodies.c.codec, bodies.c.body)
        .join(bodies, (bodies.c.tenant_id == events.c.tenant_id) & (bodies.c.event_id == events.c.id))
        .where(events.c.tenant_id == reading.tenant_id, events.c.id == found.entry.event_id)
    )
    return _received(found, reading.connection.execute(query).one_or_none())


def _received(found: LogDetail, row: Any | None) -> LogDetail:  # noqa: ANN401 - a row of either query
    if row is None:
        return found
    headers = tuple((str(name), str(value)) for name, value in row.headers)
    return LogDetail(found.entry, found.payload, headers, row.content_type, unpacked(row.codec, row.body))


def _wanted(reading: Reading, condition: Condition) -> tuple[ColumnElement[bool], ...]:
    return _logs.c.tenant_id == reading.tenant_id, sql_of(condition)


def _behind(after: LogPlace | None) -> Iterator[ColumnElement[bool]]:
    if after is not None:
        found = tuple_(literal(after.created_at, _logs.c.created_at.type), literal(after.id, _logs.c.id.type))
        yield tuple_(_logs.c.created_at, _logs.c.id) < found


def _entry(row: Row[Any]) -> LogEntry:
    return LogEntry(
        id=row.id,
        created_at=row.created_at,
        status=LogStatus(row.status),
        event_type=row.event_type,
        message=row.message,
        position=row.position,
        topic=row.topic,
        params=row.params,
        connector_id=row.connector_id or "",
        webhook_id=row.webhook_id or "",
        event_id=row.event_id or "",
        correlation_id=row.correlation_id or "",
        error_code=row.error_code,
        duration_ms=row.duration_ms,
    )
