"""Schedules queue runs as their policies say, each fire time once, whatever clocks do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from integration_console.domain.connectors import Connector
from integration_console.domain.errors import (
    AuthorisationLost,
    InvalidInput,
    NotFound,
    SyncUnavailable,
)
from integration_console.domain.ids import new_id
from integration_console.domain.schedules import Misfire, Overlap, Schedule, ScheduleDraft, Timing
from integration_console.domain.streams import Stream, SyncMode
from integration_console.domain.syncs import RunFilter, RunRequest, RunState, Trigger
from integration_console.domain.work import UnattendedWork
from integration_console.operations import connectors, jobs, schedules, syncs
from integration_console.operations.context import Context
from integration_console.storage.schedules import keep_schedule
from tests.builders import audited, logged, source_draft, synced
from tests.fake_source import FakeSource
from tests.fakes import NOON, TurnableClock

pytestmark = pytest.mark.as_service  # schedules are the service's business


def hourly(context: Context, about: Connector, **changed: object) -> Schedule:
    return schedules.save_schedule(context, ScheduleDraft(about.id, **changed))  # type: ignore[arg-type]


def work_off(context: Context) -> int:
    """Do everything that is queued, one after another; return how many runs that was."""
    done = 0
    while leases := jobs.take_due(context, 4):
        for lease in leases:
            jobs.perform(context, lease, UnattendedWork())
            done += 1
    return done


def test_a_schedule_counts_from_the_moment_it_is_saved(
    context: Context, people: Connector, clock: TurnableClock
) -> None:
    saved = hourly(context, people)
    assert (saved.next_fire_at, schedules.seconds_until_next(context)) == (NOON.replace(hour=13), 3600.0)
    assert (schedules.fire_due(context), work_off(context)) == (0, 0)
    clock.turn(hours=1)
    assert (schedules.fire_due(context), schedules.fire_due(context), work_off(context)) == (1, 0, 1)
    [run] = syncs.sync_runs(context, RunFilter())
    assert (run.trigger, run.requested_by, run.mode) == (Trigger.SCHEDULE, "schedule", SyncMode.INCREMENTAL)
    [after] = schedules.schedules(context, people.id)
    assert (after.last_fire_at, after.next_fire_at) == (NOON.replace(hour=13), NOON.replace(hour=14))


@pytest.mark.parametrize(
    ("misfire", "runs", "entries"),
    [(Misfire.SKIP, 0, ["schedule.missed"]), (Misfire.ONCE, 1, ["schedule.missed"]), (Misfire.ALL, 6, [])],
)
def test_after_six_hours_of_sleep_each_policy_does_what_it_says(
    context: Context, people: Connector, clock: TurnableClock, misfire: Misfire, runs: int, entries: list[str]
) -> None:
    hourly(context, people, misfire=misfire)
    clock.turn(hours=6, minutes=30)
    assert schedules.fire_due(context) == runs
    assert [each for each in logged(context) if each.startswith("schedule.m")] == entries
    assert work_off(context) == runs
    clock.turn(minutes=30)
    assert schedules.fire_due(context) == 1


def test_a_clock_that_was_ahead_and_is_set_right_repeats_nothing_and_leaves_nothing_out(
    context: Context, people: Connector, clock: TurnableClock
) -> None:
    hourly(context, people)
    clock.turn(hours=3)
    assert schedules.fire_due(context) == 1  # at 15:00, 13:00 and 14:00 were missed
    work_off(context)
    clock.turn(hours=-2, minutes=-30)  # it is 12:30 really
    assert schedules.fire_due(context) == 0
    fired = []
    for _ in range(4):
        clock.turn(minutes=30)
        fired.append((clock.now().strftime("%H:%M"), schedules.fire_due(context), work_off(context)))
    assert fired == [("13:00", 1, 1), ("13:30", 0, 0), ("14:00", 1, 1), ("14:30", 0, 0)]
    clock.turn(minutes=30)
    assert schedules.fire_due(context) == 0  # 15:00 has been


def test_an_unfinished_run_lets_a_fire_time_out_or_makes_it_wait(
    context: Context, people: Connector, clock: TurnableClock
) -> None:
    skipping = hourly(context, people)
    syncs.start_sync(context, RunRequest(people.id))
    clock.turn(hours=1)
    assert (schedules.fire_due(context), logged(context)[-1]) == (0, "schedule.skipped")
    schedules.remove_schedule(context, skipping.id)
    hourly(context, people, overlap=Overlap.QUEUE)
    clock.turn(hours=1)
    assert (schedules.fire_due(context), work_off(context)) == (1, 2)


def test_a_connector_that_is_switched_off_or_waits_for_a_person_is_left_alone(
    context: Context, people: Connector, source: FakeSource, clock: TurnableClock
) -> None:
    hourly(context, people)
    connectors.switch_connector(context, people.id, active=False)
    clock.turn(hours=1)
    assert schedules.fire_due(context) == 0
    connectors.switch_connector(context, people.id, active=True)

    def lost(_number: int) -> None:
        raise AuthorisationLost(host="x", reason="invalid_grant")

    source.before_page = lost
    run = synced(context, RunRequest(people.id))
    clock.turn(hours=1)
    assert (run.state, schedules.fire_due(context)) == (RunState.WAITING, 0)


def test_a_schedule_that_is_held_fires_nothing_and_makes_up_for_nothing(
    context: Context, people: Connector, clock: TurnableClock
) -> None:
    saved = hourly(context, people, misfire=Misfire.ALL)
    held = schedules.switch_schedule(context, saved.id, active=False)
    clock.turn(hours=5)
    assert (held.next_fire_at, schedules.fire_due(context), schedules.seconds_until_next(context)) == (None, 0, None)
    again = schedules.switch_schedule(context, saved.id, active=True)
    assert (again.next_fire_at, schedules.fire_due(context)) == (NOON.replace(hour=18), 0)


def test_changing_a_schedule_keeps_its_rhythm_unless_the_interval_changes(
    context: Context, people: Connector, clock: TurnableClock
) -> None:
    saved = hourly(context, people)
    clock.turn(minutes=20)
    same = hourly(context, people, id=saved.id, mode=SyncMode.RECONCILE)
    assert (same.next_fire_at, same.created_at) == (NOON.replace(hour=13), NOON)
    other = hourly(context, people, id=saved.id, seconds=7200)
    assert other.next_fire_at == NOON.replace(hour=14, minute=20)
    assert [verb for _, verb in audited(context)][-3:] == ["schedule.created", "schedule.changed", "schedule.changed"]


def test_the_next_fire_times_are_shown_while_it_is_filled_in(
    context: Context, people: Connector, clock: TurnableClock
) -> None:
    draft = ScheduleDraft(people.id, timing=Timing.CRON, cron="30 6 * * *", time_zone="Asia/Riyadh")
    shown = schedules.upcoming_fire_times(context, draft, 2)
    assert [each.isoformat() for each in shown] == ["2026-09-24T03:30:00+00:00", "2026-09-25T03:30:00+00:00"]
    saved = hourly(context, people)
    clock.turn(minutes=20)
    kept = schedules.upcoming_fire_times(context, ScheduleDraft(people.id, id=saved.id), 1)
    assert kept == (NOON.replace(hour=13),)


def test_what_cannot_be_is_refused(context: Context, people: Connector) -> None:
    with pytest.raises(InvalidInput):
        hourly(context, people, seconds=1)
    with pytest.raises(InvalidInput):
        schedules.upcoming_fire_times(context, ScheduleDraft(people.id, time_zone="Nowhere"), 1)
    with pytest.raises(NotFound):
        schedules.save_schedule(context, ScheduleDraft(new_id()))
    with pytest.raises(NotFound):
        schedules.switch_schedule(context, new_id(), active=True)
    with pytest.raises(NotFound):
        schedules.remove_schedule(context, new_id())


def test_a_mode_that_no_stream_has_is_refused_and_one_that_vanished_fires_nothing(
    context: Context, people: Connector, source: FakeSource, clock: TurnableClock
) -> None:
    hourly(context, people)
    source.streams = lambda settings: ()  # type: ignore[method-assign]
    with pytest.raises(SyncUnavailable):
        hourly(context, people)
    clock.turn(hours=1)
    assert schedules.fire_due(context) == 0


def test_a_schedule_that_is_removed_while_it_is_looked_at_stays_removed(
    context: Context, people: Connector, source: FakeSource, clock: TurnableClock
) -> None:
    removed, changed = hourly(context, people), hourly(context, people)
    clock.turn(hours=1)

    def meanwhile(settings: object) -> tuple[Stream, ...]:
        source.streams = FakeSource().streams  # type: ignore[method-assign]
        schedules.remove_schedule(context, removed.id)
        schedules.switch_schedule(context, changed.id, active=False)
        return source.streams({})

    source.streams = meanwhile  # type: ignore[method-assign]
    assert schedules.fire_due(context) == 0
    assert [(each.id, each.active) for each in schedules.schedules(context)] == [(changed.id, False)]


def test_a_schedule_whose_connector_is_gone_is_taken_away_and_others_fire(
    context: Context, people: Connector, clock: TurnableClock
) -> None:
    orphan = replace(hourly(context, people), id=new_id(), connector_id=new_id())
    context.store.write(lambda writing: keep_schedule(writing, orphan))
    clock.turn(hours=1)
    assert schedules.fire_due(context) == 1
    assert orphan.id not in {each.id for each in schedules.schedules(context)}


def test_a_schedule_is_not_saved_for_what_was_removed_meanwhile(
    context: Context, people: Connector, source: FakeSource
) -> None:
    first = hourly(context, people)

    def without(remove: Callable[[], None]) -> None:
        def meanwhile(settings: object) -> tuple[Stream, ...]:
            source.streams = FakeSource().streams  # type: ignore[method-assign]
            remove()
            return source.streams({})

        source.streams = meanwhile  # type: ignore[method-assign]

    without(lambda: connectors.remove_connector(context, people.id))
    with pytest.raises(NotFound):
        hourly(context, people, id=first.id)
    assert schedules.schedules(context) == ()


@pytest.mark.expected_log("the type list failed")
def test_a_type_that_cannot_tell_its_streams_holds_up_nobody_elses_schedule(
    context: Context, people: Connector, source: FakeSource, clock: TurnableClock
) -> None:
    other = connectors.save_connector(context, source_draft(name="Others"))
    hourly(context, people)
    hourly(context, other)
    clock.turn(hours=1)

    def break_once(settings: object) -> tuple[Stream, ...]:
        source.streams = FakeSource().streams  # type: ignore[method-assign]
        raise LookupError

    source.streams = break_once  # type: ignore[method-assign]
    assert schedules.fire_due(context) == 1
    assert {each.next_fire_at for each in schedules.schedules(context)} == {NOON.replace(hour=14)}
