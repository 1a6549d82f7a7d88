"""Syncs as a person or a schedule sees them: start one, watch it, cancel it, see how the streams stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from integration_console.domain.changes import Change, Subject
from integration_console.domain.connectors import ConnectorStatus
from integration_console.domain.errors import ActionUnavailable, RunEnded, SyncUnavailable
from integration_console.domain.ids import new_id
from integration_console.domain.jobs import SYNC, JobDraft
from integration_console.domain.logs import LogStatus
from integration_console.domain.streams import RecordState, StreamState
from integration_console.domain.syncs import RunState
from integration_console.operations import connectors
from integration_console.operations.journal import Happening, announce, entry
from integration_console.operations.permission import needs
from integration_console.operations.type_faults import faults_told_as_one
from integration_console.storage import connectors as connector_rows
from integration_console.storage import jobs as job_rows
from integration_console.storage import record_lists
from integration_console.storage import sync_runs as rows
from integration_console.storage.log_rows import append_entries

if TYPE_CHECKING:
    from datetime import datetime

    from integration_console.domain.connectors import Connector
    from integration_console.domain.streams import Source, Stream, SyncMode
    from integration_console.domain.syncs import RunFilter, RunRequest, SyncRun
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing


@needs("syncs.read")
def streams(context: Context, connector_id: str) -> tuple[StreamState, ...]:
    """Return what a connector can bring, and how many records of each there are (empty: it brings none)."""
    used = connectors.connector(context, connector_id)
    with context.store.reading() as reading:
        counts = record_lists.counts_by_state(reading, connector_id)
        with_cursor = rows.streams_with_cursor(reading, connector_id)
    return tuple(
        StreamState(
            each,
            live=counts.get((each.key, RecordState.LIVE), 0),
            archived=sum(counts.get((each.key, state), 0) for state in (RecordState.ARCHIVED, RecordState.TRASHED)),
            deleted=counts.get((each.key, RecordState.DELETED), 0),
            has_cursor=each.key in with_cursor,
        )
        for each in streams_of(context, used)
    )


def streams_of(context: Context, used: Connector) -> tuple[Stream, ...]:
    """Return the streams that a connector offers; none where its type brings no records, or is not installed now.

    Raises `UnexpectedError` where the type cannot tell.
    """
    kind = context.types.find(used.type)
    if kind is None or not kind.description.syncs:
        return ()
    with faults_told_as_one(used.type):
        found = tuple(cast("Source", kind).streams(kind.description.form.with_defaults(used.config)))
        return tuple({each.key: each for each in found}.values())


@needs("syncs.run", scope=lambda request: request.connector_id)
def start_sync(context: Context, request: RunRequest) -> SyncRun:
    """Queue a run; while one of this connector has not ended, return that one instead.

    Raises `NotFound`, `ActionUnavailable` (not active), `SyncUnavailable` (no such stream or mode), `VaultLocked`.
    """
    used = connectors.connector(context, request.connector_id)
    if used.status is not ConnectorStatus.ACTIVE:
        raise ActionUnavailable(name=used.name)
    chosen = streams_to_read(context, used, request.mode, request.streams)
    if not context.vault.unlocked:
        context.vault.refuse_locked()
    now = context.clock.now()
    draft = JobDraft(new_id(), SYNC, used.id, now, context.actor, dedupe_key=f"{SYNC}:{used.id}")

    def queue(writing: Writing) -> str:
        connector_rows.connector(writing, used.id)  # it may have been removed meanwhile
        return job_rows.living(writing, used.id) or queue_run(writing, draft, request, chosen, now) or ""

    run_id = context.store.write(queue)
    announce(context, Subject.SYNCS)
    return sync_run(context, run_id)


def queue_run(
    writing: Writing, draft: JobDraft, request: RunRequest, chosen: tuple[str, ...], moment: datetime
) -> str | None:
    """Queue a job with its run; None where this schedule has fired at this very moment before."""
    job_id = job_rows.add_job(writing, draft, moment)
    if job_id == draft.id:
        rows.add_run(writing, job_id, request.mode, chosen, request.trigger)
    return job_id


def streams_to_read(context: Context, used: Connector, mode: SyncMode, wanted: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the keys of the streams that a run reads (no `wanted`: all of the mode). Raises `SyncUnavailable`."""
    offered = {each.key: each for each in streams_of(context, used)}
    for each in wanted:
        if each not in offered:
            raise SyncUnavailable(name=used.name, what=each)
    chosen = tuple(key for key in (wanted or offered) if mode in offered[key].modes)
    if not chosen or (wanted and len(chosen) < len(wanted)):
        raise SyncUnavailable(name=used.name, what=mode.value)
    return chosen


@needs("syncs.read")
def sync_runs(context: Context, wanted: RunFilter, limit: int = 50) -> tuple[SyncRun, ...]:
    """Return runs, newest first."""
    return context.store.read(lambda reading: rows.runs(reading, wanted, limit))


@needs("syncs.read")
def sync_run(context: Context, run_id: str) -> SyncRun:
    """Return one run. Raises `NotFound`."""
    return context.store.read(lambda reading: rows.run(reading, run_id))


@needs("syncs.run")
def cancel_sync(context: Context, run_id: str) -> SyncRun:
    """Cancel a run that waits, or ask one under way to stop. Raises `NotFound`, `RunEnded`."""
    before = sync_run(context, run_id)
    now = context.clock.now()
    about = {"connector": connectors.name_of(context, before.connector_id), "mode": before.mode.value}
    happening = Happening(
        "sync.cancelled", about, LogStatus.WARNING, connector_id=before.connector_id, correlation_id=run_id
    )

    def cancel(writing: Writing) -> RunState | None:
        state = job_rows.ask_to_cancel(writing, run_id, now)
        if state is RunState.CANCELLED:
            append_entries(writing, [entry(happening, now)])
        return state

    if context.store.write(cancel) is None:
        raise RunEnded
    announce(context, Subject.SYNCS)
    return sync_run(context, run_id)


def tell_progress(context: Context, *, records_changed: bool) -> None:
    """Tell the listeners that a run went on, and whether records changed."""
    for subject in (Subject.SYNCS, *((Subject.RECORDS,) if records_changed else ())):
        context.announcements.announce(Change(subject, context.store.writer.position))
