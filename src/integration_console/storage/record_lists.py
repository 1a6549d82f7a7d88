"""Reads records: pages by title, counts, one with its history."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import Column, ColumnElement, Row, Select, func, or_, select, tuple_

from integration_console.domain.errors import NotFound
from integration_console.domain.records import ChangeKind, Record, RecordChange, RecordFilter, RecordPage, RecordPlace
from integration_console.domain.streams import RecordState
from integration_console.storage import sync_tables
from integration_console.storage.driver import is_postgres
from integration_console.storage.sync_runs import first_and_last_change

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from integration_console.storage.transaction import Reading, Writing

_records, _changes = sync_tables.records, sync_tables.record_changes
_ESCAPE = "\\"


def record_page(reading: Reading, wanted: RecordFilter, after: RecordPlace | None, limit: int) -> RecordPage:
    """Return records by title, starting behind `after`."""
    query = _ordered(_behind(_wanted(reading, wanted), after)).limit(limit + 1)
    found = [_record(row) for row in reading.connection.execute(query)]
    more = len(found) > limit
    last = found[limit - 1] if more else None
    return RecordPage(tuple(found[:limit]), RecordPlace(last.title, last.external_id) if last else None)


def record_place(reading: Reading, wanted: RecordFilter, after: RecordPlace | None, skip: int) -> RecordPlace | None:
    """Return the place of the record `skip` records behind `after` (None: the list ends before)."""
    if skip <= 0:
        return after
    query = _behind(_wanted(reading, wanted), after).with_only_columns(_records.c.title, _records.c.external_id)
    row = reading.connection.execute(_ordered(query).offset(skip - 1).limit(1)).one_or_none()
    return None if row is None else RecordPlace(row.title, row.external_id)


def record_count(reading: Reading, wanted: RecordFilter, at_most: int) -> int:
    """Return how many records fit, counting no further than `at_most`."""
    few = _wanted(reading, wanted).with_only_columns(_records.c.external_id).limit(at_most).subquery()
    return int(reading.connection.execute(select(func.count()).select_from(few)).scalar_one())


@contextmanager
def each_record(reading: Reading, wanted: RecordFilter) -> Iterator[Iterator[Record]]:
    """Go through all records that fit, by title, a few hundred in memory at a time; whoever stops half-way may."""
    with reading.connection.execution_options(yield_per=500).execute(_ordered(_wanted(reading, wanted))) as rows:
        yield map(_record, rows)


def record(reading: Reading, connector_id: str, stream: str, external_id: str) -> Record:
    """Return one record. Raises `NotFound`."""
    query = select(_records).where(*_stream(reading, connector_id, stream), _records.c.external_id == external_id)
    row = reading.connection.execute(query).one_or_none()
    if row is None:
        raise NotFound(kind="record", id=external_id)
    return _record(row)


def ids_in_scope(reading: Reading, connector_id: str, stream: str, scope: str, *, unseen_by: str = "") -> Sequence[str]:
    """Return the ids of what lives in a scope, and was not seen by the run `unseen_by` (empty: seen or not)."""
    query = select(_records.c.external_id).where(
        *_stream(reading, connector_id, stream), _records.c.scope == scope, _records.c.state != RecordState.DELETED
    )
    if unseen_by:
        query = query.where(_records.c.seen_run != unseen_by)
    return reading.connection.execute(query).scalars().all()


def counts_by_state(reading: Reading, connector_id: str) -> dict[tuple[str, RecordState], int]:
    """Return how many records of each stream are in each state."""
    query = (
        select(_records.c.stream, _records.c.state, func.count())
        .where(_records.c.tenant_id == reading.tenant_id, _records.c.connector_id == connector_id)
        .group_by(_records.c.stream, _records.c.state)
    )
    return {(stream, RecordState(state)): number for stream, state, number in reading.connection.execute(query)}


def changes_of_record(reading: Reading, present: Record) -> tuple[RecordChange, ...]:
    """Return what happened to a record, newest first, each with the contents before and after."""
    query = (
        select(_changes)
        .where(
            _changes.c.tenant_id == reading.tenant_id,
            _changes.c.connector_id == present.connector_id,
            _changes.c.stream == present.stream,
            _changes.c.external_id == present.external_id,
        )
        .order_by(_changes.c.position.desc())
    )
    found: list[RecordChange] = []
    after: Any = None if present.state is RecordState.DELETED else present.content
    for row in reading.connection.execute(query):
        kind = ChangeKind(row.kind)
        found.append(_change(row, None if kind is ChangeKind.DELETED else after))
        after = found[-1].before
    return tuple(found)


def changes_of_run(reading: Reading, run_id: str, limit: int) -> tuple[RecordChange, ...]:
    """Return the first changes that a run made, in their order; what came after each is not looked up."""
    first, last = first_and_last_change(reading, run_id)
    query = (
        select(_changes)
        .where(_changes.c.tenant_id == reading.tenant_id, _changes.c.position.between(first, last))
        .where(_changes.c.run_id == run_id)
        .order_by(_changes.c.position)
        .limit(limit)
    )
    return tuple(_change(row, None) for row in reading.connection.execute(query))


def forget_records(writing: Writing, connector_id: str, at_most: int) -> bool:
    """Delete some of what a connector brought, and of its change log (-1: all); return whether there may be more."""
    keys = (
        (_records, (_records.c.stream, _records.c.external_id)),
        (_changes, (_changes.c.position,)),
    )
    more = False
    for table, key in keys:
        mine = (table.c.tenant_id == writing.tenant_id, table.c.connector_id == connector_id)
        some = select(*key).where(*mine).limit(at_most)
        gone = writing.connection.execute(table.delete().where(*mine, tuple_(*key).in_(some)))
        more = more or gone.rowcount == at_most
    return more


def _stream(reading: Reading, connector_id: str, stream: str) -> tuple[Any, ...]:
    return (
        _records.c.tenant_id == reading.tenant_id,
        _records.c.connector_id == connector_id,
        _records.c.stream == stream,
    )


def _wanted(reading: Reading, wanted: RecordFilter) -> Select[Any]:
    query = select(_records).where(*_stream(reading, wanted.connector_id, wanted.stream))
    query = query.where(_records.c.state.in_(sorted(wanted.states)))
    for word in wanted.text.split():
        pattern = f"%{word.replace(_ESCAPE, _ESCAPE * 2).replace('%', _ESCAPE + '%').replace('_', _ESCAPE + '_')}%"
        places = (_records.c.title, _records.c.external_id, _records.c.content)
        query = query.where(or_(*(_like(reading, each, pattern) for each in places)))
    return query


def _like(reading: Reading, column: Column[str], pattern: str) -> ColumnElement[bool]:
    """SQLite's LIKE knows no upper and lower case of Latin letters; PostgreSQL has a word of its own for that."""
    if is_postgres(reading.connection):
        return column.ilike(pattern, escape=_ESCAPE)
    return column.like(pattern, escape=_ESCAPE)


def _ordered(query: Select[Any]) -> Select[Any]:
    return query.order_by(_records.c.title, _records.c.external_id)


def _behind(query: Select[Any], after: RecordPlace | None) -> Select[Any]:
    if after is None:
        return query
    return query.where(tuple_(_records.c.title, _records.c.external_id) > (after.title, after.external_id))


def _record(row: Row[Any]) -> Record:
    return Record(
        connector_id=row.connector_id,
        stream=row.stream,
        external_id=row.external_id,
        title=row.title,
        state=RecordState(row.state),
        content=orjson.loads(row.content),
        content_hash=row.content_hash.hex(),
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        changed_at=row.changed_at,
        scope=row.scope,
        removal_reason=row.removal_reason,
    )


def _change(row: Row[Any], after: Any) -> RecordChange:  # noqa: ANN401 - the JSON border
    return RecordChange(
        position=row.position,
        stream=row.stream,
        external_id=row.external_id,
        title=row.title,
        kind=ChangeKind(row.kind),
        changed_at=row.changed_at,
        run_id=row.run_id,
        reason=row.reason,
        before=None if row.before is None else orjson.loads(row.before),
        after=after,
    )
