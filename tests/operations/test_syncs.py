"""Syncs bring what the source has, once, whatever comes between."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from integration_console.domain.connectors import Connector, ConnectorDraft, ConnectorKind, Health
from integration_console.domain.errors import (
    ActionUnavailable,
    AuthorisationLost,
    ConnectionRefused,
    NotFound,
    RateLimited,
    RunEnded,
    SignInRefused,
    SyncUnavailable,
    VaultLocked,
)
from integration_console.domain.ids import new_id
from integration_console.domain.jobs import Lease
from integration_console.domain.records import RecordFilter
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunCounts, RunFilter, RunRequest, RunState, SyncRun
from integration_console.domain.work import Cancelled, Interrupted, Progress, UnattendedWork
from integration_console.operations import connectors, jobs, records, syncs
from integration_console.operations.context import Context
from integration_console.storage.transaction import Priority
from tests.builders import last_logged, logged, source_draft, synced
from tests.fake_source import FakeSource
from tests.fakes import FakeKind, ImpatientWork, TurnableClock
from tests.guards import ExpectedLog

FULL, INCREMENTAL, RECONCILE = SyncMode.FULL, SyncMode.INCREMENTAL, SyncMode.RECONCILE


def names(context: Context, about: Connector, stream: str = "people") -> list[str]:
    return [each.title for each in records.record_page(context, RecordFilter(about.id, stream)).records]


def fill(source: FakeSource, letters: str = "abcde") -> None:
    for letter in letters:
        source.put(letter, age=1)


def raising(error: Exception, at: int) -> object:
    def before_page(number: int) -> None:
        if number == at:
            raise error

    return before_page


def test_a_full_sync_brings_every_stream(context: Context, people: Connector, source: FakeSource) -> None:
    fill(source)
    source.things["t"] = {"name": "t"}
    run = synced(context, RunRequest(people.id, FULL))
    assert (run.state, run.streams) == (RunState.SUCCEEDED, ("people", "things"))
    assert run.counts == RunCounts(added=6, pages=6)
    assert (names(context, people), names(context, people, "things")) == (list("abcde"), ["t"])


def test_an_unchanged_incremental_sync_writes_no_change(
    context: Context, people: Connector, source: FakeSource
) -> None:
    fill(source)
    synced(context, RunRequest(people.id))
    again = synced(context, RunRequest(people.id))
    assert again.counts == RunCounts(pages=1)
    assert records.changes_of_run(context, again.id) == ()


def test_an_incremental_sync_goes_on_from_its_cursor(context: Context, people: Connector, source: FakeSource) -> None:
    fill(source)
    synced(context, RunRequest(people.id))
    source.put("b", age=2)
    source.put("f", age=1)
    run = synced(context, RunRequest(people.id))
    assert run.counts == RunCounts(added=1, updated=1, pages=1)
    assert source.requests[-1].cursor == {"since": 5}


def test_reconciling_finds_what_is_gone_and_leaves_the_cursor(
    context: Context, people: Connector, source: FakeSource
) -> None:
    fill(source)
    synced(context, RunRequest(people.id))
    del source.people["c"]
    run = synced(context, RunRequest(people.id, RECONCILE, ("people",)))
    assert (run.counts.deleted, names(context, people)) == (1, list("abde"))
    synced(context, RunRequest(people.id))
    assert source.requests[-1].cursor == {"since": 5}


def test_what_was_archived_is_kept_as_such(context: Context, people: Connector, source: FakeSource) -> None:
    fill(source, "ab")
    synced(context, RunRequest(people.id))
    source.put("a", age=1, archived=True)
    synced(context, RunRequest(people.id))
    [state, _] = syncs.streams(context, people.id)
    assert (state.live, state.archived, state.deleted, state.has_cursor) == (1, 1, 0, True)


def test_a_sync_that_breaks_keeps_its_pages_and_goes_on_behind_them(
    context: Context, people: Connector, source: FakeSource
) -> None:
    fill(source)
    source.before_page = raising(ConnectionRefused(host="x"), at=1)  # type: ignore[assignment]
    broken = synced(context, RunRequest(people.id, FULL, ("people",)))
    assert (broken.state, broken.error_code, broken.attempts) == (RunState.WAITING, "remote.connection", 1)
    assert names(context, people) == list("ab")
    source.before_page = lambda _: None
    source.put("aa", age=1)
    lease = taken(context, broken)
    jobs.perform(context, lease, UnattendedWork())
    whole = syncs.sync_run(context, broken.id)
    assert source.requests[-1].checkpoint == {"after": "b", "since": 5}
    assert (whole.state, names(context, people)) == (RunState.SUCCEEDED, list("abcde"))
    synced(context, RunRequest(people.id))
    assert names(context, people) == ["a", "aa", *"bcde"]  # it came while the crawl was under way


def taken(context: Context, run: SyncRun) -> Lease:
    lease = jobs.take_one(context, run.id)
    assert lease is not None
    return lease


def test_after_eight_failures_in_a_row_a_run_has_failed(
    context: Context, people: Connector, source: FakeSource
) -> None:
    source.before_page = raise_always(ConnectionRefused(host="x"))  # type: ignore[assignment]
    run = synced(context, RunRequest(people.id))
    for _ in range(7):
        assert run.state is RunState.WAITING
        jobs.perform(context, taken(context, run), UnattendedWork())
        run = syncs.sync_run(context, run.id)
    assert (run.state, run.attempts) == (RunState.FAILED, 8)
    assert connectors.connector(context, people.id).health is Health.FAILING
    assert last_logged(context).event_type == "sync.failed"


def raise_always(error: Exception) -> object:
    def before_page(_number: int) -> None:
        raise error

    return before_page


def test_failures_count_anew_after_something_was_stored(
    context: Context, people: Connector, source: FakeSource
) -> None:
    fill(source)
    source.before_page = raise_always(ConnectionRefused(host="x"))  # type: ignore[assignment]
    run = synced(context, RunRequest(people.id, FULL, ("people",)))
    source.before_page = raising(ConnectionRefused(host="x"), at=1)  # type: ignore[assignment]
    source.pages_read = 0
    jobs.perform(context, taken(context, run), UnattendedWork())
    assert syncs.sync_run(context, run.id).attempts == 1


def test_a_pause_that_is_asked_for_is_no_failure_and_the_run_goes_on_after_it(
    context: Context, people: Connector, source: FakeSource, clock: TurnableClock
) -> None:
    fill(source)
    source.before_page = raising(RateLimited(host="list.test", seconds=7), at=1)  # type: ignore[assignment]
    parked = synced(context, RunRequest(people.id, FULL, ("people",)))
    assert (parked.state, parked.attempts, parked.error_code) == (RunState.WAITING, 0, "remote.rate_limited")
    assert 7 <= (parked.due_at - clock.now()).total_seconds() <= 8
    assert connectors.connector(context, people.id).health is Health.UNKNOWN
    assert jobs.take_due(context, 4) == []
    assert 7 <= (jobs.seconds_until_due(context) or 0) <= 8
    source.before_page = lambda _: None
    clock.turn(seconds=8)
    [lease] = jobs.take_due(context, 4)
    jobs.perform(context, lease, UnattendedWork())
    assert (syncs.sync_run(context, parked.id).state, names(context, people)) == (RunState.SUCCEEDED, list("abcde"))


def test_lost_access_waits_for_a_person_and_keeps_the_cursor(
    context: Context, people: Connector, source: FakeSource, clock: TurnableClock
) -> None:
    fill(source)
    synced(context, RunRequest(people.id))
    source.before_page = raise_always(AuthorisationLost(host="list.test", reason="invalid_grant"))  # type: ignore[assignment]
    waiting = synced(context, RunRequest(people.id))
    clock.turn(days=400)
    assert (waiting.state, waiting.attempts, jobs.take_due(context, 4)) == (RunState.WAITING, 0, [])
    assert jobs.seconds_until_due(context) is None
    about = connectors.connector(context, people.id)
    assert (about.health, about.health_code) == (Health.NEEDS_AUTHORISATION, "access.lost")
    source.before_page = lambda _: None
    connectors.save_connector(context, source_draft(id=people.id))  # new settings deserve a new attempt
    [lease] = jobs.take_due(context, 4)
    jobs.perform(context, lease, UnattendedWork())
    assert (syncs.sync_run(context, waiting.id).state, source.requests[-1].cursor) == (RunState.SUCCEEDED, {"since": 5})


def test_what_will_not_get_better_by_itself_fails_at_once(
    context: Context, people: Connector, source: FakeSource
) -> None:
    source.before_page = raise_always(SignInRefused(host="list.test", status=401))  # type: ignore[assignment]
    run = synced(context, RunRequest(people.id))
    assert (run.state, run.error_code, run.error_params["status"]) == (RunState.FAILED, "remote.sign_in", "401")


def test_a_fault_of_a_connector_type_ends_the_run_and_tells_nothing_of_it(
    context: Context, people: Connector, source: FakeSource, expected_log: ExpectedLog
) -> None:
    source.before_page = raise_always(ValueError("tok-4711-secret"))  # type: ignore[assignment]
    run = synced(context, RunRequest(people.id))
    assert (run.state, run.error_code) == (RunState.FAILED, "console.unexpected")
    assert "tok-4711-secret" not in last_logged(context).message
    expected_log(f"reference {run.error_params['reference']}")


def test_one_run_of_a_connector_at_a_time(context: Context, people: Connector) -> None:
    first = syncs.start_sync(context, RunRequest(people.id))
    assert syncs.start_sync(context, RunRequest(people.id, FULL)) == first
    other = connectors.save_connector(context, source_draft(name="Others"))
    second = syncs.start_sync(context, RunRequest(other.id))
    assert {each.connector_id for each in jobs.take_due(context, 4)} == {people.id, other.id}
    assert jobs.take_due(context, 4) == []
    assert jobs.take_one(context, second.id) is None
    assert [each.id for each in syncs.sync_runs(context, RunFilter())] == [second.id, first.id]


def test_runs_are_found_by_connector_and_state_page_by_page(context: Context, people: Connector) -> None:
    done = [synced(context, RunRequest(people.id)).id for _ in range(3)]
    waiting = syncs.start_sync(context, RunRequest(people.id)).id
    finished = RunFilter(people.id, frozenset({RunState.SUCCEEDED}))
    assert [each.id for each in syncs.sync_runs(context, finished)] == done[::-1]
    assert [each.id for each in syncs.sync_runs(context, RunFilter(before=done[2]), 1)] == [done[1]]
    assert [each.id for each in syncs.sync_runs(context, RunFilter(states=frozenset({RunState.QUEUED})))] == [waiting]
    with pytest.raises(NotFound):
        syncs.sync_run(context, new_id())


def test_only_what_is_offered_can_be_synced(context: Context, people: Connector, kind: FakeKind) -> None:
    silent = connectors.save_connector(
        context, ConnectorDraft("fake", "Ops", {"address": "https://x.test", "token": "t-123456"})
    )
    wishes = (
        RunRequest(people.id, FULL, ("nothing",)),
        RunRequest(people.id, INCREMENTAL, ("things",)),
        RunRequest(silent.id),
    )
    for wish in wishes:
        with pytest.raises(SyncUnavailable):
            syncs.start_sync(context, wish)
    assert syncs.streams(context, silent.id) == ()
    connectors.switch_connector(context, people.id, active=False)
    with pytest.raises(ActionUnavailable):
        syncs.start_sync(context, RunRequest(people.id))


def test_locked_secrets_are_asked_for_before_a_run_is_queued(context: Context, people: Connector) -> None:
    context.vault._data_key = None
    with pytest.raises(VaultLocked):
        syncs.start_sync(context, RunRequest(people.id))


def test_a_run_that_waits_is_cancelled_at_once(context: Context, people: Connector) -> None:
    run = syncs.start_sync(context, RunRequest(people.id))
    cancelled = syncs.cancel_sync(context, run.id)
    assert (cancelled.state, cancelled.ended, logged(context)[-1]) == (RunState.CANCELLED, True, "sync.cancelled")
    with pytest.raises(RunEnded):
        syncs.cancel_sync(context, run.id)
    with pytest.raises(NotFound):
        syncs.cancel_sync(context, new_id())


def test_a_run_under_way_is_asked_to_stop_and_keeps_what_it_has(
    context: Context, people: Connector, source: FakeSource
) -> None:
    fill(source)
    run = syncs.start_sync(context, RunRequest(people.id, FULL, ("people",)))
    lease = taken(context, run)
    asked = syncs.cancel_sync(context, run.id)
    assert (asked.state, asked.cancel_requested, jobs.hold(context, lease)) == (RunState.RUNNING, True, True)
    jobs.perform(context, lease, ImpatientWork(2))
    assert (syncs.sync_run(context, run.id).state, names(context, people)) == (RunState.CANCELLED, list("ab"))


def test_a_run_that_is_held_is_taken_up_by_nobody_else(
    context: Context, people: Connector, clock: TurnableClock
) -> None:
    run = syncs.start_sync(context, RunRequest(people.id))
    lease = taken(context, run)
    for _ in range(3):
        clock.turn(seconds=20)
        assert (jobs.hold(context, lease), jobs.take_due(context, 1)) == (False, [])
    clock.turn(seconds=30)
    assert [each.job_id for each in jobs.take_due(context, 1)] == [run.id]


class EndingProgram:
    """Work in a program that ends after `patience` looks."""

    def __init__(self, patience: int) -> None:
        self.patience = patience

    def report(self, progress: Progress) -> None:
        """Nobody watches."""

    def stop_if_cancelled(self) -> None:
        self.patience -= 1
        if self.patience < 0:
            raise Interrupted


@pytest.mark.parametrize("error", [RateLimited(host="list.test", seconds=60), ConnectionRefused(host="list.test")])
def test_a_cancelled_run_does_not_wait_for_what_keeps_it(
    context: Context, people: Connector, source: FakeSource, error: Exception
) -> None:
    run = syncs.start_sync(context, RunRequest(people.id, FULL, ("people",)))
    lease = taken(context, run)

    def cancelled_meanwhile(_number: int) -> None:
        syncs.cancel_sync(context, run.id)
        raise error

    source.before_page = cancelled_meanwhile
    jobs.perform(context, lease, UnattendedWork())
    ended = syncs.sync_run(context, run.id)
    assert (ended.state, ended.error_code, logged(context)[-1]) == (RunState.CANCELLED, "", "sync.cancelled")


@pytest.mark.embedded
def test_a_cancelled_run_does_not_go_on_when_the_program_starts_again(
    context: Context, people: Connector, source: FakeSource
) -> None:
    fill(source)
    stopped, left = (syncs.start_sync(context, RunRequest(each.id, FULL)) for each in (people, another(context)))
    lease = taken(context, stopped)
    taken(context, left)
    for each in (stopped, left):
        syncs.cancel_sync(context, each.id)
    jobs.perform(context, lease, EndingProgram(1))
    object.__setattr__(context, "instance", new_id())
    assert (jobs.recover(context), jobs.take_due(context, 4)) == (1, [])
    assert [syncs.sync_run(context, each.id).state for each in (stopped, left)] == [RunState.CANCELLED] * 2


def another(context: Context) -> Connector:
    return connectors.save_connector(context, source_draft(name="Others"))


def test_a_run_goes_on_when_the_program_starts_again(context: Context, people: Connector, source: FakeSource) -> None:
    fill(source)
    run = synced(context, RunRequest(people.id, FULL, ("people",)), EndingProgram(2))
    assert (run.state, logged(context)[-1]) == (RunState.QUEUED, "sync.started")
    [lease] = jobs.take_due(context, 1)
    jobs.perform(context, lease, UnattendedWork())
    assert (syncs.sync_run(context, run.id).state, names(context, people)) == (RunState.SUCCEEDED, list("abcde"))
    assert logged(context).count("sync.started") == 1


def test_a_worker_that_was_frozen_changes_nothing_when_it_wakes(
    context: Context, people: Connector, source: FakeSource, clock: TurnableClock
) -> None:
    fill(source)
    run = syncs.start_sync(context, RunRequest(people.id, FULL, ("people",)))
    [frozen] = jobs.take_due(context, 1)

    def take_over(number: int) -> None:
        if number == 2:
            source.before_page = lambda _: None
            context.store.write(lambda _writing: None, Priority.RETENTION)  # what was queued before is written
            clock.turn(minutes=1)
            [other] = jobs.take_due(context, 1)
            jobs.perform(context, other, UnattendedWork())

    source.before_page = take_over
    jobs.perform(context, frozen, UnattendedWork())
    whole = syncs.sync_run(context, run.id)
    assert (whole.state, whole.counts.added, whole.counts.unchanged) == (RunState.SUCCEEDED, 5, 0)
    assert len(records.changes_of_run(context, run.id)) == 5


@pytest.mark.embedded
def test_what_another_program_left_is_taken_up_at_once(context: Context, people: Connector) -> None:
    run = syncs.start_sync(context, RunRequest(people.id))
    taken(context, run)
    assert (jobs.recover(context), syncs.sync_run(context, run.id).state) == (0, RunState.RUNNING)
    object.__setattr__(context, "instance", new_id())  # the program has started again
    assert (jobs.recover(context), syncs.sync_run(context, run.id).state) == (1, RunState.QUEUED)


def test_removing_a_connector_ends_its_runs_and_takes_its_records_along(
    context: Context, people: Connector, source: FakeSource
) -> None:
    fill(source)
    synced(context, RunRequest(people.id))
    run = syncs.start_sync(context, RunRequest(people.id))
    lease = taken(context, run)
    source.before_page = lambda _: connectors.remove_connector(context, people.id)
    jobs.perform(context, lease, UnattendedWork())
    assert (syncs.sync_run(context, run.id).state, names(context, people)) == (RunState.CANCELLED, [])
    assert logged(context)[-1] == "connector.removed"


def test_a_run_whose_connector_is_gone_before_it_begins_fails(context: Context, people: Connector) -> None:
    run = syncs.start_sync(context, RunRequest(people.id))
    lease = taken(context, run)
    rows_gone(context, people)
    jobs.perform(context, lease, UnattendedWork())
    assert (syncs.sync_run(context, run.id).error_code, last_logged(context).params["connector"]) == (
        "input.not_found",
        "—",
    )


def rows_gone(context: Context, about: Connector) -> None:
    from integration_console.storage import connectors as rows  # noqa: PLC0415 - behind the operations' back

    context.store.write(lambda writing: rows.remove_connector(writing, about.id))


def test_a_run_of_a_type_that_brings_nothing_any_more_fails(
    context: Context, people: Connector, kind: FakeKind
) -> None:
    run = syncs.start_sync(context, RunRequest(people.id))
    lease = taken(context, run)
    context.types._kinds["list"] = cast("ConnectorKind", kind)
    jobs.perform(context, lease, UnattendedWork())
    assert syncs.sync_run(context, run.id).error_code == "sync.unavailable"


def test_a_page_of_many_records_is_stored_in_parts_and_whole(
    context: Context, people: Connector, source: FakeSource
) -> None:
    source.size = 450
    for number in range(450):
        source.put(f"{number:04}", age=number)
    run = synced(context, RunRequest(people.id, FULL, ("people",)))
    assert (run.counts.added, run.counts.pages, run.state) == (450, 2, RunState.SUCCEEDED)


def test_a_run_tells_how_fast_it_is_and_how_long_it_will_take(
    context: Context, people: Connector, source: FakeSource, clock: TurnableClock
) -> None:
    fill(source)
    run = syncs.start_sync(context, RunRequest(people.id, FULL, ("people",)))
    assert (run.per_second(clock.now()), run.seconds_left(clock.now())) == (0.0, None)
    lease = taken(context, run)
    assert syncs.sync_run(context, run.id).per_second(clock.now()) == 0.0
    under_way = replace(syncs.sync_run(context, run.id), counts=RunCounts(added=2), progress=Progress(2, 5))
    clock.turn(seconds=4)
    assert (under_way.per_second(clock.now()), under_way.seconds_left(clock.now())) == (0.5, 6.0)
    jobs.perform(context, lease, UnattendedWork())
    done = syncs.sync_run(context, run.id)
    clock.turn(hours=1)
    assert (done.per_second(clock.now()), done.seconds_left(clock.now())) == (1.25, None)


def test_cancelling_is_no_error_of_the_connector(context: Context, people: Connector, source: FakeSource) -> None:
    def cancelled(_number: int) -> None:
        raise Cancelled

    source.before_page = cancelled
    assert synced(context, RunRequest(people.id)).state is RunState.CANCELLED
    assert connectors.connector(context, people.id).health is Health.UNKNOWN
