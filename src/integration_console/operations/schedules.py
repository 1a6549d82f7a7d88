"""Schedules: kept by people, and fired by whoever ticks; each fire time happens once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from integration_console.domain import schedules as calendar
from integration_console.domain.changes import Subject
from integration_console.domain.connectors import Connector, ConnectorStatus, Health
from integration_console.domain.errors import InvalidInput, SyncUnavailable, UnexpectedError
from integration_console.domain.ids import new_id
from integration_console.domain.jobs import SYNC, JobDraft
from integration_console.domain.logs import LogStatus
from integration_console.domain.schedules import Overlap, Schedule, ScheduleDraft
from integration_console.domain.syncs import RunRequest, Trigger
from integration_console.operations import connectors, syncs
from integration_console.operations.journal import Happening, announce, entry, record
from integration_console.operations.permission import needs
from integration_console.storage import connectors as connector_rows
from integration_console.storage import jobs as job_rows
from integration_console.storage import schedules as rows
from integration_console.storage.log_rows import append_entries
from integration_console.storage.transaction import Priority

if TYPE_CHECKING:
    from collections.abc import Mapping

    from integration_console.domain.forms import Value
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing

_RECENT = timedelta(seconds=1)


@needs("schedules.read")
def schedules(context: Context, connector_id: str = "") -> tuple[Schedule, ...]:
    """Return all schedules, or a connector's, oldest first."""
    return context.store.read(lambda reading: rows.schedules(reading, connector_id))


@needs("schedules.write")
def save_schedule(context: Context, draft: ScheduleDraft) -> Schedule:
    """Add or change a schedule; it counts from now on. Raises `InvalidInput`, `NotFound`, `SyncUnavailable`."""
    _require_valid(draft)
    used = connectors.connector(context, draft.connector_id)
    syncs.streams_to_read(context, used, draft.mode)
    before = context.store.read(lambda reading: rows.schedule(reading, draft.id)) if draft.id else None
    now = context.clock.now()
    starts_at = before.starts_at if before and before.seconds == draft.seconds else now
    saved = Schedule(
        id=draft.id or new_id(),
        connector_id=used.id,
        mode=draft.mode,
        timing=draft.timing,
        seconds=draft.seconds,
        cron=draft.cron.strip(),
        time_zone=draft.time_zone,
        misfire=draft.misfire,
        overlap=draft.overlap,
        active=before.active if before else True,
        starts_at=starts_at,
        looked_at=now,
        created_at=before.created_at if before else now,
        updated_at=now,
        last_fire_at=before.last_fire_at if before else None,
    )
    return _keep(context, used, before, _from_now_on(saved, now))


@needs("schedules.write")
def switch_schedule(context: Context, schedule_id: str, *, active: bool) -> Schedule:
    """Let a schedule run, or hold it; what it would have fired meanwhile is not made up for. Raises `NotFound`."""
    before = context.store.read(lambda reading: rows.schedule(reading, schedule_id))
    used, now = connectors.connector(context, before.connector_id), context.clock.now()
    return _keep(context, used, before, _from_now_on(replace(before, active=active, updated_at=now), now))


@needs("schedules.write")
def remove_schedule(context: Context, schedule_id: str) -> None:
    """Remove a schedule; its runs stay. Raises `NotFound`."""
    before = context.store.read(lambda reading: rows.schedule(reading, schedule_id))
    used = connectors.connector(context, before.connector_id)

    def remove(writing: Writing) -> None:
        rows.remove_schedule(writing, schedule_id)
        record(context, writing, _happening("schedule.removed", used), _audited(before), {})

    context.store.write(remove)
    announce(context, Subject.SCHEDULES)


@needs("schedules.read")
def upcoming_fire_times(context: Context, draft: ScheduleDraft, count: int = 5) -> tuple[datetime, ...]:
    """Return the next fire times of a schedule as it is filled in. Raises `InvalidInput`."""
    _require_valid(draft)
    now = context.clock.now()
    before = next((each for each in schedules(context, draft.connector_id) if each.id == draft.id), None)
    starts_at = before.starts_at if before and before.seconds == draft.seconds else now
    return tuple(calendar.upcoming(draft, starts_at, now, count))


def fire_due(context: Context) -> int:
    """Queue a run for each fire time that has come, as its policies say; return how many runs."""
    now = context.clock.now()
    due = [each for each in schedules(context) if _wants_a_look(each, now)]
    used = {each.id: each for each in connectors.connectors(context)} if due else {}
    fired = 0
    for each in due:
        if each.connector_id in used:
            fired += _fire(context, used[each.connector_id], each, now)
        else:  # its connector was removed while it was saved
            context.store.write(lambda writing, key=each.id: rows.remove_schedule(writing, key))  # type: ignore[misc]
    if fired:
        announce(context, Subject.SYNCS, Subject.SCHEDULES)
    return fired


def seconds_until_next(context: Context) -> float | None:
    """Return how long until the next schedule fires (None: none does)."""
    at = context.store.read(rows.next_fire)
    return None if at is None else max(0.0, (at - context.clock.now()) / timedelta(seconds=1))


def _wants_a_look(schedule: Schedule, now: datetime) -> bool:
    came = schedule.next_fire_at is not None and schedule.next_fire_at <= now
    return schedule.active and (came or now < schedule.looked_at - _RECENT)


def _fire(context: Context, used: Connector, schedule: Schedule, now: datetime) -> int:
    due = calendar.due(schedule, now)
    usable = used.status is ConnectorStatus.ACTIVE and used.health is not Health.NEEDS_AUTHORISATION
    fire = due.fire if usable else ()
    chosen = _streams(context, used, schedule) if fire else ()
    last = due.fire[-1] if due.fire else schedule.last_fire_at
    looked = replace(schedule, looked_at=now, next_fire_at=due.next_at, last_fire_at=last)

    def tick(writing: Writing) -> int:
        if not rows.is_as_before(writing, schedule):  # changed or removed since it was looked at
            return 0
        rows.keep_schedule(writing, looked)
        # Several at once are made up for one after another, whatever the policy says of overlaps.
        waits = schedule.overlap is Overlap.QUEUE or len(fire) > 1
        outcomes = [_queue(context, writing, schedule, chosen, at, waits=waits) for at in fire if chosen]
        skipped = outcomes.count(False)
        entries = [_missed(used, due.left_out)] if due.left_out and usable else []
        entries += [_overlapping(used)] * skipped
        append_entries(writing, [entry(each, now) for each in entries])
        return outcomes.count(True)

    return context.store.write(tick, Priority.JOBS)


def _queue(
    context: Context, writing: Writing, schedule: Schedule, chosen: tuple[str, ...], at: datetime, *, waits: bool
) -> bool | None:
    """Queue the run of one fire time: True; False where an unfinished run forbids it; None where it has fired."""
    if not waits and job_rows.living(writing, schedule.connector_id):
        return False
    now = context.clock.now()
    draft = JobDraft(new_id(), SYNC, schedule.connector_id, now, "schedule", schedule_id=schedule.id, fire_at=at)
    request = RunRequest(schedule.connector_id, schedule.mode, trigger=Trigger.SCHEDULE)
    return True if syncs.queue_run(writing, draft, request, chosen, now) else None


def _streams(context: Context, used: Connector, schedule: Schedule) -> tuple[str, ...]:
    try:
        return syncs.streams_to_read(context, used, schedule.mode)
    except (SyncUnavailable, UnexpectedError):  # the type has changed, is broken, or not installed any more
        return ()


def _from_now_on(schedule: Schedule, now: datetime) -> Schedule:
    next_at = next(calendar.fire_times(schedule, schedule.starts_at, now), None) if schedule.active else None
    return replace(schedule, looked_at=now, next_fire_at=next_at)


def _keep(context: Context, used: Connector, before: Schedule | None, saved: Schedule) -> Schedule:
    verb = "schedule.changed" if before else "schedule.created"

    def keep(writing: Writing) -> None:
        connector_rows.connector(writing, used.id)  # neither may have been removed meanwhile
        if before:
            rows.schedule(writing, before.id)
        rows.keep_schedule(writing, saved)
        record(context, writing, _happening(verb, used), _audited(before) if before else {}, _audited(saved))

    context.store.write(keep)
    announce(context, Subject.SCHEDULES)
    return saved


def _require_valid(draft: ScheduleDraft) -> None:
    problems = calendar.problems(draft)
    if problems:
        raise InvalidInput(*problems)


def _happening(event_type: str, used: Connector) -> Happening:
    return Happening(event_type, {"connector": used.name}, connector_id=used.id)


def _missed(used: Connector, count: int) -> Happening:
    about = {"connector": used.name, "count": str(count)}
    return Happening("schedule.missed", about, LogStatus.WARNING, connector_id=used.id)


def _overlapping(used: Connector) -> Happening:
    return Happening("schedule.skipped", {"connector": used.name}, LogStatus.WARNING, connector_id=used.id)


def _audited(schedule: Schedule) -> Mapping[str, Value]:
    return {
        "schedule": schedule.id,
        "mode": schedule.mode.value,
        "timing": schedule.timing.value,
        "seconds": schedule.seconds,
        "cron": schedule.cron,
        "time_zone": schedule.time_zone,
        "misfire": schedule.misfire.value,
        "overlap": schedule.overlap.value,
        "active": schedule.active,
    }
