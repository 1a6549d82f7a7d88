"""The rows of `jobs`: queued once, claimed under a lease, settled by the one who holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, case, func, insert, literal, or_, select, update
from sqlalchemy.exc import IntegrityError

from integration_console.domain.clock import from_microseconds
from integration_console.domain.errors import LeaseLost
from integration_console.domain.jobs import JobDraft, Lease, Settlement
from integration_console.domain.syncs import ENDED, RunState
from integration_console.storage import sync_tables
from integration_console.storage.columns import Moment
from integration_console.storage.driver import one_at_a_time

if TYPE_CHECKING:
    from collections.abc import Iterable

    from integration_console.storage.transaction import Reading, Writing

from integration_console.domain.retrying import NEVER

_table = sync_tables.jobs
_WAITING = (RunState.QUEUED, RunState.WAITING)
_FIRST = 100
"""So many due jobs are looked at first."""


def add_job(writing: Writing, draft: JobDraft, moment: datetime) -> str | None:
    """Queue a job and return its id; where one of its dedupe key lives already, return that one's.

    None: this schedule has fired at this very moment before.
    """
    present = _living(writing, draft.dedupe_key)
    if present is not None:
        return present
    row = {
        "tenant_id": writing.tenant_id,
        "id": draft.id,
        "kind": draft.kind,
        "connector_id": draft.connector_id,
        "state": RunState.QUEUED,
        "attempts": 0,
        "due_at": draft.due_at,
        "dedupe_key": draft.dedupe_key or None,
        "requested_by": draft.requested_by,
        "schedule_id": draft.schedule_id or None,
        "fire_at": draft.fire_at,
        "cancel_requested": False,
        "lease_token": 0,
        "error_code": "",
        "error_params": {},
        "created_at": moment,
    }
    try:
        with writing.connection.begin_nested():
            writing.connection.execute(insert(_table), row)
    except IntegrityError:
        if not draft.schedule_id:  # queued elsewhere at this very moment: whoever writes runs this again, and finds it
            raise
        return None
    return draft.id


@dataclass(frozen=True, slots=True)
class Claim:
    """Who wants jobs and until when they are held; `wished_by`: only those that this person asked for ("": all)."""

    owner: str
    until: datetime
    limit: int
    wished_by: str = ""


def claim(writing: Writing, wanted: Claim, moment: datetime) -> list[Lease]:
    """Take jobs that are due, oldest first, at most one of each connector that has none under way."""
    one_at_a_time(writing, "claim")
    busy = select(_table.c.connector_id).where(*_mine(writing), _table.c.state == RunState.RUNNING)
    query = (
        select(_table.c.id, _table.c.connector_id, _table.c.lease_token, _table.c.attempts)
        .where(*_mine(writing), _table.c.state.in_(_WAITING), _table.c.due_at <= moment)
        .where(_table.c.connector_id.not_in(busy))
        .order_by(_table.c.due_at, _table.c.id)
    )
    if wanted.wished_by:
        query = query.where(_table.c.requested_by == wanted.wished_by)
    rows = writing.connection.execute(query.limit(_FIRST)).all()
    taken = _first_of_each(rows, wanted)
    if len(taken) < wanted.limit and len(rows) == _FIRST:  # few connectors have so many that others wait behind them
        taken = _first_of_each(writing.connection.execute(query), wanted)
    if taken:
        change = {
            "state": RunState.RUNNING,
            "lease_owner": wanted.owner,
            "lease_until": wanted.until,
            "lease_token": _table.c.lease_token + 1,
            "started_at": func.coalesce(_table.c.started_at, literal(moment, Moment)),
            "error_code": "",
            "error_params": {},
        }
        ids = [lease.job_id for lease in taken]
        writing.connection.execute(update(_table).where(*_mine(writing), _table.c.id.in_(ids)).values(change))
    return taken


def _first_of_each(rows: Iterable[Any], wanted: Claim) -> list[Lease]:
    """Return a lease of the first job of each connector, as many as are wanted."""
    taken: dict[str, Lease] = {}
    for row in rows:
        if len(taken) == wanted.limit:
            break
        if row.connector_id not in taken:
            taken[row.connector_id] = Lease(row.id, row.connector_id, row.lease_token + 1, wanted.owner, row.attempts)
    return list(taken.values())


def claim_one(writing: Writing, job_id: str, owner: str, moment: datetime, until: datetime) -> Lease | None:
    """Take one certain job, due or not; None when it is under way or has ended."""
    statement = (
        update(_table)
        .where(*_mine(writing), _table.c.id == job_id, _table.c.state.in_(_WAITING))
        .values(
            state=RunState.RUNNING,
            lease_owner=owner,
            lease_until=until,
            lease_token=_table.c.lease_token + 1,
            started_at=func.coalesce(_table.c.started_at, literal(moment, Moment)),
            error_code="",
            error_params={},
        )
        .returning(_table.c.id, _table.c.connector_id, _table.c.lease_token, _table.c.attempts)
    )
    row = writing.connection.execute(statement).one_or_none()
    return None if row is None else Lease(row.id, row.connector_id, row.lease_token, owner, row.attempts)


def held(reading: Reading | Writing, lease: Lease) -> tuple[datetime, bool]:
    """Return until when a job is held, and whether somebody wants it cancelled. Raises `LeaseLost`."""
    query = select(_table.c.lease_until, _table.c.cancel_requested).where(*_held(reading, lease))
    until, cancelled = _required(reading.connection.execute(query).one_or_none())
    return until, bool(cancelled)


def renew(writing: Writing, lease: Lease, until: datetime) -> bool:
    """Hold a job longer; return whether somebody wants it cancelled. Raises `LeaseLost`."""
    statement = (
        update(_table).where(*_held(writing, lease)).values(lease_until=until).returning(_table.c.cancel_requested)
    )
    return bool(_required(writing.connection.execute(statement).one_or_none())[0])


def settle(writing: Writing, lease: Lease, settlement: Settlement, moment: datetime) -> None:
    """Let go of a job. Raises `LeaseLost`."""
    change: dict[str, Any] = {
        "state": settlement.state,
        "attempts": settlement.attempts,
        "lease_owner": None,
        "lease_until": None,
        "error_code": settlement.error_code,
        "error_params": dict(settlement.error_params),
    }
    if settlement.due_at is not None:
        change["due_at"] = settlement.due_at
    if settlement.state in ENDED:
        change["finished_at"] = moment
    statement = update(_table).where(*_held(writing, lease)).values(change).returning(_table.c.id)
    _required(writing.connection.execute(statement).one_or_none())


def ask_to_cancel(writing: Writing, job_id: str, moment: datetime) -> RunState | None:
    """Cancel a job that waits, or ask the worker of one under way to stop; None: it has ended, or never was."""
    here = (*_mine(writing), _table.c.id == job_id)
    waiting = update(_table).where(*here, _table.c.state.in_(_WAITING))
    ended = waiting.values(state=RunState.CANCELLED, finished_at=moment, cancel_requested=True, error_code="")
    if writing.connection.execute(ended.returning(_table.c.id)).one_or_none():
        return RunState.CANCELLED
    running = update(_table).where(*here, _table.c.state == RunState.RUNNING).values(cancel_requested=True)
    found = writing.connection.execute(running.returning(_table.c.id)).one_or_none()
    return RunState.RUNNING if found else None


def release_expired(writing: Writing, moment: datetime, *, of_others_than: str = "") -> int:
    """Queue again what nobody works on any more and return how many: leases that ran out; end what is to be cancelled.

    Where a file has one holder, every lease of another owner than `of_others_than` has ended with its program.
    """
    gone = [_table.c.lease_until <= moment]
    if of_others_than:
        gone.append(_table.c.lease_owner != of_others_than)
    left = update(_table).where(*_mine(writing), _table.c.state == RunState.RUNNING, or_(*gone))
    free = left.values(lease_owner=None, lease_until=None)
    ended = free.where(_table.c.cancel_requested).values(state=RunState.CANCELLED, finished_at=moment)
    again = free.values(state=RunState.QUEUED, due_at=moment)
    return sum(int(writing.connection.execute(each).rowcount) for each in (ended, again))


def wake(writing: Writing, connector_id: str, moment: datetime) -> int:
    """Make due now what waits of a connector, its attempts forgotten; return how many."""
    statement = (
        update(_table)
        .where(*_mine(writing), _table.c.connector_id == connector_id, _table.c.state == RunState.WAITING)
        .values(due_at=moment, attempts=0)
    )
    return int(writing.connection.execute(statement).rowcount)


def end_all(writing: Writing, connector_id: str, moment: datetime) -> None:
    """End every job of a connector that is being removed."""
    writing.connection.execute(
        update(_table)
        .where(*_mine(writing), _table.c.connector_id == connector_id, _table.c.finished_at.is_(None))
        .values(state=RunState.CANCELLED, finished_at=moment, lease_token=_table.c.lease_token + 1)
    )


def next_due(reading: Reading) -> datetime | None:
    """Return when the next waiting job becomes due, whatever its connector does now, or the next lease runs out.

    None: no job waits, and none is under way.
    """
    waiting = _table.c.state.in_(_WAITING) & (_table.c.due_at < NEVER)
    running = _table.c.state == RunState.RUNNING
    query = select(func.min(case((running, _table.c.lease_until), else_=_table.c.due_at)))
    found = reading.connection.execute(query.where(*_unended(reading), or_(waiting, running))).scalar()
    return found if found is None or isinstance(found, datetime) else from_microseconds(found)


def has_work(reading: Reading, moment: datetime) -> bool:
    """Return whether something is due, or a lease has run out."""
    due = _table.c.state.in_(_WAITING) & (_table.c.due_at <= moment)
    left = (_table.c.state == RunState.RUNNING) & (_table.c.lease_until <= moment)
    query = select(_table.c.id).where(*_unended(reading), or_(due, left)).limit(1)
    return reading.connection.execute(query).scalar() is not None


def is_at_work(reading: Reading) -> bool:
    """Return whether a job is under way."""
    query = select(_table.c.id).where(_table.c.tenant_id == reading.tenant_id, _table.c.state == RunState.RUNNING)
    return reading.connection.execute(query.limit(1)).first() is not None


def living(reading: Reading | Writing, connector_id: str) -> str | None:
    """Return the job of a connector that has not ended yet."""
    # Not by the connector's index: of the jobs that a connector ever had, nearly all have ended.
    its = func.coalesce(_table.c.connector_id, _table.c.connector_id) == connector_id
    query = select(_table.c.id).where(*_unended(reading), its)
    found: str | None = reading.connection.execute(query.limit(1)).scalar()
    return found


def _living(writing: Writing, dedupe_key: str) -> str | None:
    if not dedupe_key:
        return None
    query = select(_table.c.id).where(
        *_mine(writing), _table.c.dedupe_key == dedupe_key, _table.c.finished_at.is_(None)
    )
    found: str | None = writing.connection.execute(query).scalar()
    return found


def _mine(writing: Writing) -> tuple[ColumnElement[bool], ...]:
    return (_table.c.tenant_id == writing.tenant_id,)


def _unended(reading: Reading | Writing) -> tuple[ColumnElement[bool], ...]:
    """Return the jobs that have not ended as their index by state has them."""
    return _table.c.tenant_id == reading.tenant_id, _table.c.state.in_((*_WAITING, RunState.RUNNING))


def _held(writing: Reading | Writing, lease: Lease) -> tuple[ColumnElement[bool], ...]:
    return (
        _table.c.tenant_id == writing.tenant_id,
        _table.c.id == lease.job_id,
        _table.c.state == RunState.RUNNING,
        _table.c.lease_token == lease.token,
    )


def _required(row: Any) -> Any:  # noqa: ANN401 - a row of any shape
    if row is None:
        raise LeaseLost
    return row
