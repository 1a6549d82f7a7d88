"""Jobs as a worker sees them: take what is due, do it under a lease, and settle what became of it."""

from __future__ import annotations

import logging
from concurrent.futures import CancelledError as FutureCancelled
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from integration_console.domain.changes import Subject
from integration_console.domain.errors import ConsoleError, LeaseLost, NotFound, UnexpectedError
from integration_console.domain.ids import new_id
from integration_console.domain.jobs import Settlement
from integration_console.domain.logs import LogStatus
from integration_console.domain.retrying import MOST_ATTEMPTS, after_failure
from integration_console.domain.syncs import ENDED, RunState
from integration_console.domain.work import Cancelled, Interrupted
from integration_console.operations import connectors, syncs, tokens
from integration_console.operations.journal import Happening, announce, entry
from integration_console.operations.sync_work import LEASE, run_sync
from integration_console.operations.type_faults import trace_of
from integration_console.storage import jobs as rows
from integration_console.storage import sync_runs as run_rows
from integration_console.storage.log_rows import append_entries
from integration_console.storage.transaction import Priority

if TYPE_CHECKING:
    from integration_console.domain.connectors import Connector
    from integration_console.domain.jobs import Lease
    from integration_console.domain.syncs import SyncRun
    from integration_console.domain.work import Work
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing

_log = logging.getLogger(__name__)
_EVENTS = {
    RunState.SUCCEEDED: ("sync.succeeded", LogStatus.SUCCESS),
    RunState.FAILED: ("sync.failed", LogStatus.ERROR),
    RunState.CANCELLED: ("sync.cancelled", LogStatus.WARNING),
    RunState.WAITING: ("sync.waiting", LogStatus.WARNING),
}


def recover(context: Context) -> int:
    """Queue again what the program's last run was doing when it ended; return how many jobs.

    In a shared database others work, too: there only leases that ran out are over.
    """
    now, mine = context.clock.now(), context.instance if context.store.holder else ""
    found = context.store.write(lambda writing: rows.release_expired(writing, now, of_others_than=mine), Priority.JOBS)
    if found:
        announce(context, Subject.SYNCS)
    return found


def take_due(context: Context, limit: int) -> list[Lease]:
    """Take at most `limit` jobs that are due, and queue again what nobody works on any more.

    A person's own program does what this person asked for, where it can open the secrets; the rest is the service's.
    """
    now, person = context.clock.now(), context.store.login
    if person and not context.vault.unlocked:
        return []

    def take(writing: Writing) -> list[Lease]:
        rows.release_expired(writing, now)
        return rows.claim(writing, rows.Claim(context.instance, now + LEASE, limit, person), now)

    return (
        context.store.write(take, Priority.JOBS)
        if context.store.read(lambda reading: rows.has_work(reading, now))
        else []
    )


def take_one(context: Context, run_id: str) -> Lease | None:
    """Take one certain run, due or not; None when it is under way or has ended."""
    now = context.clock.now()
    return context.store.write(
        lambda writing: rows.claim_one(writing, run_id, context.instance, now, now + LEASE), Priority.JOBS
    )


def hold(context: Context, lease: Lease) -> bool:
    """Hold a job longer; return whether somebody wants it cancelled. Raises `LeaseLost`."""
    now = context.clock.now()
    until, cancelled = context.store.read(lambda reading: rows.held(reading, lease))
    if LEASE / 2 < until - now <= LEASE:  # each page renews it, and looking costs the writer nothing
        return cancelled
    return context.store.write(lambda writing: rows.renew(writing, lease, now + LEASE), Priority.JOBS)


def seconds_until_due(context: Context) -> float | None:
    """Return how long until the next job becomes due (None: none waits)."""
    due: datetime | None = context.store.read(rows.next_due)
    return None if due is None else max(0.0, (due - context.clock.now()) / timedelta(seconds=1))


def perform(context: Context, lease: Lease, work: Work) -> None:
    """Do a job to its end, or as far as it goes, and settle it. Raises nothing that is the job's own."""
    with context.store.reading() as reading:
        before = run_rows.stored_so_far(reading, lease.job_id)
        access = tokens.version_of(reading, lease.connector_id)
    if lease.token == 1:  # it was never taken before
        _note_start(context, lease)
    try:
        settlement, error = _outcome(context, lease, work, before)
        _settle(context, lease, settlement, error, access)
    except LeaseLost:
        _log.info("run %s goes on elsewhere", lease.job_id)
    announce(context, Subject.SYNCS, Subject.CONNECTORS)


def _outcome(context: Context, lease: Lease, work: Work, stored_before: int) -> tuple[Settlement, ConsoleError | None]:
    now = context.clock.now
    try:
        run_sync(context, lease, work)
    except Interrupted:
        return Settlement(RunState.QUEUED, now(), lease.attempts), None
    except Cancelled:
        return Settlement(RunState.CANCELLED), None
    except LeaseLost:
        raise
    except FutureCancelled as closed:  # the workspace was closed under a run that was left behind
        raise LeaseLost from closed
    except ConsoleError as error:
        stored = context.store.read(lambda reading: run_rows.stored_so_far(reading, lease.job_id))
        attempts = lease.attempts if stored == stored_before else 0
        return after_failure(error, attempts, now()), error
    except BaseException as fault:  # noqa: BLE001 - a job is one of the four places: whatever happens (sys.exit), it is settled
        unexpected = UnexpectedError(reference=new_id()[-8:])
        reference = unexpected.params["reference"]
        _log.error("run %s failed (reference %s)\n%s", lease.job_id, reference, trace_of(fault))
        return after_failure(unexpected, lease.attempts, now()), unexpected
    return Settlement(RunState.SUCCEEDED), None


def _settle(
    context: Context, lease: Lease, settlement: Settlement, error: ConsoleError | None, access_before: int
) -> None:
    now = context.clock.now()
    run = syncs.sync_run(context, lease.job_id)
    try:
        used: Connector | None = connectors.connector(context, lease.connector_id)
    except NotFound:
        used = None

    def settle(writing: Writing) -> None:
        granted = tokens.version_of(writing, lease.connector_id) != access_before
        became, why = settlement, error
        _, unwanted = rows.held(writing, lease)
        if unwanted and settlement.state not in ENDED:  # it would have gone on later, though nobody wants it to
            became, why = Settlement(RunState.CANCELLED), None
        again = became.attempts + 1
        if why is not None and why.ends_access and granted and again < MOST_ATTEMPTS:
            # While this attempt still went on without it; a token that is only renewed and refused counts, too.
            rows.settle(writing, lease, replace(became, due_at=now, attempts=again), now)
            return
        rows.settle(writing, lease, became, now)
        if became.state not in _EVENTS or _is_told(lease, became, used):
            return
        happening = _happening(run, used, became, now)
        if used is not None and _tells_of_health(became, why):
            healthy = connectors.with_health(context, used, why)
            connectors.keep_health(context, writing, healthy, happening, why)
        else:
            append_entries(writing, [entry(happening, now, why)])

    context.store.write(settle, Priority.JOBS)


def _is_told(lease: Lease, settlement: Settlement, used: Connector | None) -> bool:
    """Return whether a run only goes on waiting for what its connector's health tells already (secrets, a person)."""
    waits_on = settlement.state is RunState.WAITING and settlement.attempts == lease.attempts
    return waits_on and lease.token > 1 and used is not None and used.health_code == settlement.error_code


def _tells_of_health(settlement: Settlement, error: ConsoleError | None) -> bool:
    if error is None:
        return settlement.state is RunState.SUCCEEDED
    return not error.asks_for_pause


def _happening(run: SyncRun, used: Connector | None, settlement: Settlement, now: datetime) -> Happening:
    event_type, status = _EVENTS[settlement.state]
    began = run.started_at or now
    return Happening(
        event_type,
        {
            "connector": used.name if used else "—",
            "mode": run.mode.value,
            "added": str(run.counts.added),
            "updated": str(run.counts.updated),
            "deleted": str(run.counts.deleted),
        },
        status=status,
        topic=", ".join(run.streams),
        connector_id=run.connector_id,
        correlation_id=run.id,
        duration_ms=(now - began) / timedelta(milliseconds=1),
    )


def _note_start(context: Context, lease: Lease) -> None:
    run = syncs.sync_run(context, lease.job_id)
    about = {"connector": connectors.name_of(context, run.connector_id), "mode": run.mode.value}
    happening = Happening(
        "sync.started",
        about,
        LogStatus.INFO,
        ", ".join(run.streams),
        connector_id=run.connector_id,
        correlation_id=run.id,
    )
    moment = context.clock.now()
    context.store.write(lambda writing: append_entries(writing, [entry(happening, moment)]), Priority.JOBS)
    announce(context, Subject.SYNCS)
