"""The rows of `sync_runs`, each beside the job that does it, and of `sync_cursors`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import Row, Select, delete, insert, select, update

from integration_console.domain.errors import NotFound
from integration_console.domain.streams import Cursor, SyncMode
from integration_console.domain.syncs import RunCounts, RunFilter, RunState, SyncRun, Trigger
from integration_console.domain.work import Progress
from integration_console.storage import sync_tables
from integration_console.storage.columns import id_bytes
from integration_console.storage.driver import run_driver_sql

if TYPE_CHECKING:
    from integration_console.storage.transaction import Reading, Writing

_runs, _jobs, _cursors = sync_tables.sync_runs, sync_tables.jobs, sync_tables.sync_cursors
_UNSHOWN = frozenset({"tenant_id", "id", "checkpoint", "finished_streams", "first_change", "last_change"})
_ADVANCE = """
UPDATE sync_runs SET added = added + ?, updated = updated + ?, deleted = deleted + ?, unchanged = unchanged + ?,
    pages = pages + ?, stream_done = stream_done + ?, stream_total = coalesce(?, stream_total),
    checkpoint = coalesce(CAST(? AS TEXT), checkpoint),
    first_change = coalesce(first_change, ?), last_change = ?
WHERE tenant_id = ? AND id = ?
"""
_KEEP_CURSOR = """
INSERT INTO sync_cursors (tenant_id, connector_id, stream, cursor, run_id, updated_at) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (tenant_id, connector_id, stream)
DO UPDATE SET cursor = excluded.cursor, run_id = excluded.run_id, updated_at = excluded.updated_at
"""


def add_run(writing: Writing, run_id: str, mode: SyncMode, streams: tuple[str, ...], trigger: Trigger) -> None:
    """Insert what a queued job is to sync."""
    row = {
        "tenant_id": writing.tenant_id,
        "id": run_id,
        "mode": mode,
        "streams": list(streams),
        "trigger": trigger,
        "finished_streams": [],
        "added": 0,
        "updated": 0,
        "deleted": 0,
        "unchanged": 0,
        "pages": 0,
        "stream": "",
        "stream_done": 0,
    }
    writing.connection.execute(insert(_runs), row)


def begin_stream(writing: Writing, run_id: str, stream: str) -> None:
    """Note which stream a run reads now; its progress starts anew unless it goes on with the same one."""
    other = update(_runs).where(*_here(writing, run_id), _runs.c.stream != stream)
    writing.connection.execute(other.values(stream=stream, stream_done=0, stream_total=None, checkpoint=None))


def advance(
    writing: Writing, run_id: str, counts: RunCounts, checkpoint: Cursor | None, total: int | None, began: int
) -> None:
    """Add what a page changed, and where the run goes on after an interruption; `began` is the position before it."""
    text = None if checkpoint is None else orjson.dumps(checkpoint).decode()
    values = (
        *(counts.added, counts.updated, counts.deleted, counts.unchanged, counts.pages, counts.seen, total, text),
        *(began + 1, writing.position),
        *(id_bytes(writing.tenant_id), id_bytes(run_id)),
    )
    run_driver_sql(writing.connection, _ADVANCE, values)


def finish_stream(writing: Writing, run_id: str, stream: str) -> None:
    """Note that a run has read a stream to its end."""
    query = select(_runs.c.finished_streams).where(*_here(writing, run_id))
    finished = [*writing.connection.execute(query).scalar_one(), stream]
    change = update(_runs).where(*_here(writing, run_id))
    writing.connection.execute(change.values(finished_streams=finished, checkpoint=None))


def unfinished(reading: Reading, run_id: str) -> tuple[tuple[str, ...], str, Cursor | None]:
    """Return the streams that a run still has to read, the one it was interrupted in, and its checkpoint there."""
    query = select(_runs.c.streams, _runs.c.finished_streams, _runs.c.stream, _runs.c.checkpoint)
    row = reading.connection.execute(query.where(*_here(reading, run_id))).one()
    left = tuple(each for each in row.streams if each not in row.finished_streams)
    return left, row.stream, row.checkpoint


def first_and_last_change(reading: Reading, run_id: str) -> tuple[int, int]:
    """Return between which positions the changes of a run lie, with those of other runs; (0, -1): there are none."""
    query = select(_runs.c.first_change, _runs.c.last_change).where(*_here(reading, run_id))
    row = reading.connection.execute(query).one_or_none()
    return (0, -1) if row is None or row.first_change is None else (row.first_change, row.last_change)


def stored_so_far(reading: Reading, run_id: str) -> int:
    """Return a number that grows with everything that a run stores."""
    parts = (_runs.c.pages, _runs.c.added, _runs.c.updated, _runs.c.deleted, _runs.c.unchanged)
    query = select(*parts).where(*_here(reading, run_id))
    return sum(reading.connection.execute(query).one())


def cursor_of(reading: Reading, connector_id: str, stream: str) -> Cursor | None:
    """Return where a stream goes on from (None: it was never read)."""
    query = select(_cursors.c.cursor).where(
        _cursors.c.tenant_id == reading.tenant_id,
        _cursors.c.connector_id == connector_id,
        _cursors.c.stream == stream,
    )
    found: Cursor | None = reading.connection.execute(query).scalar()
    return found


def keep_cursor(writing: Writing, connector_id: str, stream: str, cursor: Cursor, run_id: str, micros: int) -> None:
    """Store where a stream goes on from."""
    row = (
        *(id_bytes(writing.tenant_id), id_bytes(connector_id), stream),
        *(orjson.dumps(cursor).decode(), id_bytes(run_id), micros),
    )
    run_driver_sql(writing.connection, _KEEP_CURSOR, row)


def streams_with_cursor(reading: Reading, connector_id: str) -> frozenset[str]:
    """Return the streams that can be read incrementally."""
    query = select(_cursors.c.stream).where(
        _cursors.c.tenant_id == reading.tenant_id, _cursors.c.connector_id == connector_id
    )
    return frozenset(reading.connection.execute(query).scalars())


def forget_cursors(writing: Writing, connector_id: str) -> None:
    """Delete the cursors of a connector."""
    writing.connection.execute(
        delete(_cursors).where(_cursors.c.tenant_id == writing.tenant_id, _cursors.c.connector_id == connector_id)
    )


def run(reading: Reading | Writing, run_id: str) -> SyncRun:
    """Return one run. Raises `NotFound`."""
    query = _joined(reading).where(_jobs.c.id == run_id)
    row = reading.connection.execute(query).one_or_none()
    if row is None:
        raise NotFound(kind="sync run", id=run_id)
    return _run(row)


def runs(reading: Reading, wanted: RunFilter, limit: int) -> tuple[SyncRun, ...]:
    """Return runs, newest first."""
    query = _joined(reading)
    if wanted.connector_id:
        query = query.where(_jobs.c.connector_id == wanted.connector_id)
    if wanted.states:
        query = query.where(_jobs.c.state.in_(sorted(wanted.states)))
    if wanted.before:
        query = query.where(_jobs.c.id < wanted.before)
    query = query.order_by(_jobs.c.id.desc()).limit(limit)
    return tuple(_run(row) for row in reading.connection.execute(query))


def _here(reading: Reading | Writing, run_id: str) -> tuple[Any, ...]:
    return (_runs.c.tenant_id == reading.tenant_id, _runs.c.id == run_id)


def _joined(reading: Reading | Writing) -> Select[Any]:
    together = (_runs.c.tenant_id == _jobs.c.tenant_id) & (_runs.c.id == _jobs.c.id)
    columns = [
        each
        for each in _runs.c
        if each.name not in ("tenant_id", "id", "checkpoint", "finished_streams", "first_change", "last_change")
    ]
    return select(*_jobs.c, *columns).join(_runs, together).where(_jobs.c.tenant_id == reading.tenant_id)


def _run(row: Row[Any]) -> SyncRun:
    return SyncRun(
        id=row.id,
        connector_id=row.connector_id,
        mode=SyncMode(row.mode),
        streams=tuple(row.streams),
        trigger=Trigger(row.trigger),
        requested_by=row.requested_by,
        state=RunState(row.state),
        created_at=row.created_at,
        due_at=row.due_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
        attempts=row.attempts,
        counts=RunCounts(row.added, row.updated, row.deleted, row.unchanged, row.pages),
        progress=Progress(row.stream_done, row.stream_total, row.stream),
        cancel_requested=row.cancel_requested,
        error_code=row.error_code,
        error_params=row.error_params,
    )
