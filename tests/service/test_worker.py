"""The worker does what is due as it becomes due, holds what is under way, and leaves nothing behind when it stops."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from integration_console.domain.clock import SystemClock
from integration_console.domain.connectors import Connector
from integration_console.domain.errors import RateLimited, VaultLocked
from integration_console.domain.ids import new_id
from integration_console.domain.jobs import Lease
from integration_console.domain.records import RecordFilter
from integration_console.domain.schedules import ScheduleDraft
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunFilter, RunRequest, RunState, SyncRun
from integration_console.operations import connectors, jobs, records, schedules, syncs
from integration_console.operations.context import Context
from integration_console.service.worker import Worker, _JobWork
from tests.builders import logged, opened_workspace, source_draft
from tests.fake_source import FakeSource
from tests.operations.keys import created


class MovingClock(SystemClock):
    """The machine's clock, and a span on top of it that a test adds."""

    def __init__(self) -> None:
        self.span = timedelta()

    def now(self):  # type: ignore[no-untyped-def] # noqa: ANN201 - as in the class above
        return super().now() + self.span


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


@pytest.fixture
def source() -> FakeSource:
    made = FakeSource()
    for letter in "abcdef":
        made.put(letter)
    return made


@pytest.fixture
def context(tmp_path: Path, source: FakeSource, clock: MovingClock) -> Iterator[Context]:
    with opened_workspace(tmp_path, clock, own_types={"list": source}) as opened:
        yield opened.context


@pytest.fixture
def people(context: Context) -> Connector:
    return connectors.save_connector(context, source_draft())


@pytest.fixture
def worker(context: Context) -> Iterator[Worker]:
    made = Worker(context, threads=2)
    made.start()
    yield made
    made.stop()


def until(condition: Callable[[], bool]) -> None:
    """Wait for something that is sure to come; a test that hangs is ended by the clock of all tests."""
    while not condition():
        threading.Event().wait(0.01)


def finished(context: Context, run: SyncRun) -> SyncRun:
    until(lambda: syncs.sync_run(context, run.id).ended)
    return syncs.sync_run(context, run.id)


def test_a_run_is_done_as_soon_as_it_is_queued(context: Context, people: Connector, worker: Worker) -> None:
    run = finished(context, syncs.start_sync(context, RunRequest(people.id)))
    assert (run.state, run.counts.added) == (RunState.SUCCEEDED, 6)


def test_runs_of_several_connectors_are_done_side_by_side(
    context: Context, people: Connector, source: FakeSource, worker: Worker
) -> None:
    other = connectors.save_connector(context, source_draft(name="Others"))
    both = threading.Barrier(2)
    waiting = threading.local()

    def meet(_number: int) -> None:
        if not getattr(waiting, "met", False):
            waiting.met = True
            both.wait(30)

    source.before_page = meet
    source.size = 100
    runs = [syncs.start_sync(context, RunRequest(each.id, SyncMode.FULL, ("people",))) for each in (people, other)]
    assert [finished(context, each).state for each in runs] == [RunState.SUCCEEDED] * 2


def test_a_cancelled_run_stops_after_its_page(
    context: Context, people: Connector, source: FakeSource, worker: Worker
) -> None:
    there, go_on = threading.Event(), threading.Event()

    def wait(number: int) -> None:
        if number == 1:
            there.set()
            go_on.wait(30)

    source.before_page = wait
    run = syncs.start_sync(context, RunRequest(people.id, SyncMode.FULL, ("people",)))
    there.wait(30)
    syncs.cancel_sync(context, run.id)
    until(lambda: any(each._cancelled.is_set() for each in worker._under_way.values()))
    go_on.set()
    assert finished(context, run).state is RunState.CANCELLED


def test_stopping_interrupts_and_the_next_start_goes_on(
    context: Context, people: Connector, source: FakeSource
) -> None:
    first = Worker(context)
    there, go_on = threading.Event(), threading.Event()

    def wait(number: int) -> None:
        if number == 2:
            there.set()
            go_on.wait(30)

    source.before_page = wait
    first.start()
    run = syncs.start_sync(context, RunRequest(people.id, SyncMode.FULL, ("people",)))
    there.wait(30)
    stopping = threading.Thread(target=first.stop)
    stopping.start()
    until(first._ending.is_set)
    go_on.set()
    stopping.join()
    first.stop()  # a second time does nothing
    assert syncs.sync_run(context, run.id).state is RunState.QUEUED
    source.before_page = lambda _: None
    second = Worker(context)
    second.start()
    assert finished(context, run).counts.added == 6
    second.stop()


def test_a_pause_is_kept_and_then_the_run_goes_on_by_itself(
    context: Context, people: Connector, source: FakeSource, clock: MovingClock, worker: Worker
) -> None:
    asked: list[int] = []

    def refuse_once(number: int) -> None:
        asked.append(number)
        if len(asked) == 2:
            raise RateLimited(host="list.test", seconds=7)

    source.before_page = refuse_once
    run = syncs.start_sync(context, RunRequest(people.id, SyncMode.FULL, ("people",)))
    until(lambda: syncs.sync_run(context, run.id).state is RunState.WAITING)
    assert len(asked) == 2
    clock.span += timedelta(seconds=8)  # the seven seconds pass
    worker._woken.set()
    whole = finished(context, run)
    assert (whole.state, whole.attempts, whole.counts.added) == (RunState.SUCCEEDED, 0, 6)


def test_a_schedule_fires_while_the_worker_works(
    context: Context, people: Connector, clock: MovingClock, worker: Worker
) -> None:
    schedules.save_schedule(context, ScheduleDraft(people.id, seconds=60))
    clock.span += timedelta(seconds=61)
    worker._woken.set()
    until(lambda: [each.state for each in syncs.sync_runs(context, RunFilter())] == [RunState.SUCCEEDED])
    assert records.record_count(context, RecordFilter(people.id, "people")) == 6


def test_leases_of_long_work_are_held(
    context: Context, people: Connector, source: FakeSource, clock: MovingClock, worker: Worker
) -> None:
    there, go_on = threading.Event(), threading.Event()

    def wait(number: int) -> None:
        if number == 1:
            there.set()
            go_on.wait(30)

    source.before_page = wait
    run = syncs.start_sync(context, RunRequest(people.id, SyncMode.FULL, ("people",)))
    there.wait(30)
    for _ in range(3):
        clock.span += timedelta(seconds=20)
        worker._hold_all(context)
    go_on.set()
    assert finished(context, run).counts.added == 6


def test_work_that_somebody_else_has_taken_over_is_stopped(
    context: Context, people: Connector, source: FakeSource, clock: MovingClock, worker: Worker
) -> None:
    there, go_on = threading.Event(), threading.Event()

    def wait(number: int) -> None:
        if number == 1:
            there.set()
            go_on.wait(30)

    source.before_page = wait
    run = syncs.start_sync(context, RunRequest(people.id, SyncMode.FULL, ("people",)))
    there.wait(30)
    object.__setattr__(context, "instance", new_id())
    assert jobs.recover(context) == 1
    worker._hold_all(context)
    source.before_page = lambda _: None
    go_on.set()
    assert finished(context, run).counts.added == 6


def test_stopping_leaves_behind_what_waits_for_an_answer_that_does_not_come(
    tmp_path: Path, source: FakeSource, clock: MovingClock
) -> None:
    there, go_on = threading.Event(), threading.Event()

    def wait(number: int) -> None:
        if number == 1:
            there.set()
            go_on.wait(30)

    source.before_page = wait
    with opened_workspace(tmp_path, clock, own_types={"list": source}) as opened:
        people = connectors.save_connector(opened.context, source_draft())
        impatient = Worker(opened.context, patience_seconds=0.0)
        impatient.start()
        run = syncs.start_sync(opened.context, RunRequest(people.id, SyncMode.FULL, ("people",)))
        there.wait(30)
        [left] = [each for each in threading.enumerate() if each.name == "worker"]
        impatient.stop()
        assert syncs.sync_run(opened.context, run.id).state is RunState.RUNNING
    go_on.set()
    left.join()
    source.before_page = lambda _: None
    with opened_workspace(tmp_path, clock, own_types={"list": source}) as opened:
        worker = Worker(opened.context)
        worker.start()
        assert finished(opened.context, run).counts.added == 6
        worker.stop()


def test_after_a_sleep_of_the_machine_a_run_goes_on_with_its_own_worker(
    context: Context, people: Connector, source: FakeSource, clock: MovingClock, worker: Worker
) -> None:
    there, go_on = threading.Event(), threading.Event()

    def wait(number: int) -> None:
        if number == 1:
            there.set()
            go_on.wait(30)

    source.before_page = wait
    run = syncs.start_sync(context, RunRequest(people.id, SyncMode.FULL, ("people",)))
    there.wait(30)
    schedules.save_schedule(context, ScheduleDraft(people.id, seconds=3600))
    clock.span += timedelta(hours=2)
    worker._woken.set()
    until(lambda: schedules.seconds_until_next(context) != 0.0)  # the dispatcher has had its turn
    go_on.set()
    assert (finished(context, run).counts.added, len(source.requests)) == (6, 1)


@pytest.mark.expected_log("failed (reference")
def test_a_source_that_wants_to_end_the_program_ends_its_run_only(
    context: Context, people: Connector, source: FakeSource, worker: Worker
) -> None:
    def leave(_number: int) -> None:
        raise SystemExit(3)

    source.before_page = leave
    run = finished(context, syncs.start_sync(context, RunRequest(people.id)))
    assert (run.state, run.error_code) == (RunState.FAILED, "console.unexpected")
    source.before_page = lambda _: None
    assert finished(context, syncs.start_sync(context, RunRequest(people.id))).state is RunState.SUCCEEDED


@pytest.mark.expected_log("could not be settled")
def test_a_run_that_cannot_be_settled_frees_its_thread(context: Context, people: Connector, worker: Worker) -> None:
    unknown = _JobWork(Lease(new_id(), people.id, 1, context.instance), threading.Event())
    worker._under_way[unknown.lease.job_id] = unknown
    worker._perform(unknown)
    assert unknown.lease.job_id not in worker._under_way


@pytest.mark.expected_log("a turn of the dispatcher failed")
@pytest.mark.expected_log("the dispatcher waits: vault.locked")
def test_a_turn_that_fails_ends_no_other(worker: Worker, context: Context) -> None:
    def broken(_context: Context) -> None:
        raise ValueError

    def locked(_context: Context) -> None:
        raise VaultLocked

    assert (worker._turn(broken), worker._turn(locked)) == (False, False)
    assert worker._thread is not None
    assert worker._thread.is_alive()


def test_people_are_reminded_of_keys_that_end_soon(context: Context, clock: MovingClock) -> None:
    created(context, "Website", expires_at=context.clock.now() + timedelta(days=40))
    clock.span = timedelta(days=39, hours=12)
    worker = Worker(context)
    worker.start()
    try:
        until(lambda: "api_key.ending" in logged(context))
    finally:
        worker.stop()
