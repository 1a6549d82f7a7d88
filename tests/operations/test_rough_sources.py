"""Sources that misbehave lose nothing of what others brought, and take nobody else along."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError as FutureCancelled
from dataclasses import dataclass, field
from typing import NoReturn

import pytest

from integration_console.domain.access import Access, Token
from integration_console.domain.connectors import Connector
from integration_console.domain.errors import (
    AuthorisationLost,
    ConnectionRefused,
    NotFound,
    UnexpectedError,
    VaultLocked,
)
from integration_console.domain.ids import new_id
from integration_console.domain.records import RecordFilter
from integration_console.domain.retrying import MOST_ATTEMPTS, NEVER
from integration_console.domain.streams import (
    Page,
    RecordState,
    Removal,
    SourceRecord,
    Stream,
    SyncMode,
    SyncRequest,
)
from integration_console.domain.syncs import RunCounts, RunFilter, RunRequest, RunState
from integration_console.domain.work import UnattendedWork, Work
from integration_console.operations import checks, connectors, jobs, records, syncs
from integration_console.operations.context import Context
from integration_console.storage import sync_runs
from tests.builders import logged, source_draft, synced
from tests.fake_source import PEOPLE as PEOPLE_STREAM
from tests.fake_source import FakeSource
from tests.fakes import TurnableClock
from tests.guards import ExpectedLog

PEOPLE = ("people",)


@dataclass
class WrittenSource(FakeSource):
    """A source that brings the pages that a test wrote down, and then raises what the test wants."""

    pages: tuple[Page, ...] = ()
    fault: BaseException | None = None
    asked: list[SyncRequest] = field(default_factory=list)

    def sync(self, access: Access, request: SyncRequest, work: Work) -> Iterator[Page]:
        self.asked.append(request)
        yield from self.pages
        if self.fault is not None:
            raise self.fault


@pytest.fixture
def source() -> WrittenSource:
    return WrittenSource()


def people_named(*names: str) -> tuple[SourceRecord, ...]:
    return tuple(SourceRecord(each, {"name": each}, title=each) for each in names)


def numbered(count: int) -> tuple[SourceRecord, ...]:
    return people_named(*(f"{number:04}" for number in range(count)))


def count_of(context: Context, people: Connector, *states: RecordState) -> int:
    wanted = RecordFilter(people.id, "people", states=frozenset(states or (RecordState.LIVE,)))
    return records.record_count(context, wanted)


def cursor(context: Context, people: Connector) -> object:
    return context.store.read(lambda reading: sync_runs.cursor_of(reading, people.id, "people"))


@pytest.mark.expected_log("failed (reference")
def test_behind_a_page_that_cannot_be_stored_nothing_is(
    context: Context, people: Connector, source: WrittenSource
) -> None:
    unstorable = Page((SourceRecord("a", {"name": object()}),), cursor={"since": 1})
    source.pages = (
        unstorable,
        Page(people_named("b"), cursor={"since": 2}),
        Page(people_named("c"), cursor={"since": 3}),
    )
    run = synced(context, RunRequest(people.id, SyncMode.FULL, PEOPLE))
    assert (run.state, run.counts, cursor(context, people)) == (RunState.FAILED, RunCounts(), None)


@pytest.mark.expected_log("failed (reference")
def test_a_long_last_page_ends_its_stream_with_its_last_part_only(
    context: Context, people: Connector, source: WrittenSource
) -> None:
    source.pages = (Page((*numbered(350), SourceRecord("unstorable", {"name": object()}))),)
    run = synced(context, RunRequest(people.id, SyncMode.FULL, PEOPLE))
    left, _, _ = context.store.read(lambda reading: sync_runs.unfinished(reading, run.id))
    assert (run.state, run.counts, left) == (RunState.FAILED, RunCounts(added=200), PEOPLE)
    source.pages = (Page(numbered(350)),)
    again = synced(context, RunRequest(people.id, SyncMode.FULL, PEOPLE))
    left, _, _ = context.store.read(lambda reading: sync_runs.unfinished(reading, again.id))
    assert (again.counts, left) == (RunCounts(added=150, unchanged=200, pages=1), ())


def test_a_sweep_of_very_many_records_is_stored_in_small_parts(
    context: Context, people: Connector, source: WrittenSource
) -> None:
    source.pages = (Page(numbered(450), swept=("",), cursor={"since": 1}),)
    synced(context, RunRequest(people.id, SyncMode.FULL, PEOPLE))
    source.pages = (Page(people_named("new"), swept=("",), cursor={"since": 2}),)
    run = synced(context, RunRequest(people.id, SyncMode.FULL, PEOPLE))
    assert run.counts == RunCounts(added=1, deleted=450, pages=1)
    gone = records.record_page(context, RecordFilter(people.id, "people", states=frozenset({RecordState.DELETED})))
    assert {each.removal_reason for each in gone.records} == {"not_found"}
    assert cursor(context, people) == {"since": 2}


def test_records_removed_or_there_still_are_stored_in_small_parts(
    context: Context, people: Connector, source: WrittenSource
) -> None:
    everyone = numbered(700)
    source.pages = (Page(everyone, swept=("",)),)
    synced(context, RunRequest(people.id, SyncMode.FULL, PEOPLE))
    names = [each.external_id for each in everyone]
    removed = tuple(Removal(each) for each in names[:300])
    source.pages = (Page(people_named("x"), removed, present=tuple(names[300:]), swept=("",)),)
    run = synced(context, RunRequest(people.id, SyncMode.FULL, PEOPLE))
    assert run.counts == RunCounts(added=1, deleted=300, unchanged=400, pages=1)


def test_a_scope_that_is_lost_takes_all_that_lives_in_it_along(
    context: Context, people: Connector, source: WrittenSource
) -> None:
    inside = tuple(SourceRecord(f"{number}", {}, scope="drive") for number in range(250))
    source.pages = (Page((*inside, *people_named("outside"))),)
    synced(context, RunRequest(people.id, SyncMode.FULL, PEOPLE))
    source.pages = (Page(lost=("drive",)),)
    run = synced(context, RunRequest(people.id, SyncMode.FULL, PEOPLE))
    assert (run.counts, count_of(context, people)) == (RunCounts(deleted=250, pages=1), 1)


def test_the_same_record_twice_in_a_page_counts_once_as_it_was_last(
    context: Context, people: Connector, source: WrittenSource
) -> None:
    source.pages = (Page((SourceRecord("a", {"age": 1}), SourceRecord("a", {"age": 2}))),)
    run = synced(context, RunRequest(people.id, SyncMode.FULL, PEOPLE))
    assert run.counts == RunCounts(added=1, pages=1)
    assert records.record(context, people.id, "people", "a").content == {"age": 2}


@pytest.mark.expected_log("the type list failed")
@pytest.mark.parametrize("fault", [LookupError("tok-4711-secret"), SystemExit(1), RecursionError()])
def test_a_type_that_cannot_tell_its_streams_leads_to_one_error(
    context: Context, people: Connector, source: WrittenSource, fault: BaseException
) -> None:
    def broken(_settings: object) -> tuple[Stream, ...]:
        raise fault

    source.streams = broken  # type: ignore[method-assign, assignment]
    for use in (
        lambda: syncs.streams(context, people.id),
        lambda: syncs.start_sync(context, RunRequest(people.id)),
    ):
        with pytest.raises(UnexpectedError) as raised:
            use()
        assert "tok-4711-secret" not in str(raised.value)
        assert raised.value.__cause__ is None
    assert [each.name for each in connectors.connectors(context)] == [people.name]


@pytest.mark.expected_log("the type list failed")
def test_streams_that_are_none_lead_to_one_error(context: Context, people: Connector, source: WrittenSource) -> None:
    source.streams = lambda settings: ("people",)  # type: ignore[method-assign, assignment, return-value]
    with pytest.raises(UnexpectedError):
        syncs.streams(context, people.id)


@pytest.mark.expected_log("the type list failed")
def test_a_type_that_breaks_while_it_checks_or_shows_leads_to_one_error(
    context: Context, people: Connector, source: WrittenSource
) -> None:
    def broken(*_: object) -> NoReturn:
        raise LookupError

    source.check = source.preview = broken  # type: ignore[method-assign, assignment]
    draft = source_draft()
    for use in (
        lambda: checks.check_connector(context, people.id, UnattendedWork(), lambda _: None),
        lambda: checks.check_draft(context, draft, UnattendedWork(), lambda _: None),
        lambda: checks.preview(context, draft, 5),
    ):
        with pytest.raises(UnexpectedError):
            use()


def test_what_a_type_says_in_our_words_is_passed_on(context: Context, people: Connector, source: WrittenSource) -> None:
    def refused(_settings: object) -> NoReturn:
        raise ConnectionRefused(host="list.test")

    source.streams = refused  # type: ignore[method-assign, assignment]
    with pytest.raises(ConnectionRefused):
        syncs.streams(context, people.id)


def test_a_run_is_not_queued_for_a_connector_that_is_removed_meanwhile(
    context: Context, people: Connector, source: WrittenSource
) -> None:
    def meanwhile(_settings: object) -> tuple[Stream, ...]:
        connectors.remove_connector(context, people.id)
        return (PEOPLE_STREAM,)

    source.streams = meanwhile  # type: ignore[method-assign, assignment]
    with pytest.raises(NotFound):
        syncs.start_sync(context, RunRequest(people.id))
    assert syncs.sync_runs(context, RunFilter()) == ()


def test_access_that_is_renewed_and_refused_again_and_again_waits_for_a_person(
    context: Context, people: Connector, source: WrittenSource
) -> None:
    def refused(access: Access, request: SyncRequest, work: Work) -> Iterator[Page]:
        held = access.tokens.current()
        access.tokens.good(lambda _: Token(f"access-{new_id()}"), refused=held.access if held else "")
        raise AuthorisationLost(host="list.test", reason="disabled")

    source.sync = refused  # type: ignore[method-assign]
    run = syncs.start_sync(context, RunRequest(people.id))
    tries = 0
    while leases := jobs.take_due(context, 1):
        jobs.perform(context, leases[0], UnattendedWork())
        tries += 1
    assert (tries, syncs.sync_run(context, run.id).due_at) == (MOST_ATTEMPTS, NEVER)


def test_a_run_that_waits_for_locked_secrets_says_so_once(
    context: Context, people: Connector, source: WrittenSource, clock: TurnableClock
) -> None:
    def locked(_access: Access, _request: SyncRequest, _work: Work) -> Iterator[Page]:
        raise VaultLocked

    source.sync = locked  # type: ignore[method-assign, assignment]
    run = syncs.start_sync(context, RunRequest(people.id))
    for _ in range(5):
        [lease] = jobs.take_due(context, 1)
        jobs.perform(context, lease, UnattendedWork())
        clock.turn(seconds=31)
    assert syncs.sync_run(context, run.id).state is RunState.WAITING
    assert sorted(each for each in logged(context) if each.startswith("sync.")) == ["sync.started", "sync.waiting"]


def test_the_log_tells_where_a_type_failed_and_none_of_its_words(
    context: Context, people: Connector, source: WrittenSource, expected_log: ExpectedLog
) -> None:
    secret = "tok-4711-secret"
    try:
        raise ValueError(secret)
    except ValueError as first:
        source.fault = LookupError(f"https://list.test/?key={secret}")
        source.fault.__cause__ = first
    run = synced(context, RunRequest(people.id))
    expected_log(f"reference {run.error_params['reference']}")
    [record] = expected_log.records
    told = logging.Formatter().format(record)
    assert secret not in told
    assert told.splitlines()[-1] == "ValueError"
    assert "in sync" in told


@pytest.mark.embedded
def test_a_run_whose_workspace_is_closed_under_it_is_left_for_the_next_program(
    context: Context, people: Connector, source: WrittenSource
) -> None:
    source.fault = FutureCancelled()  # what a closed writer answers
    run = synced(context, RunRequest(people.id))
    assert (run.state, run.error_code) == (RunState.RUNNING, "")
    object.__setattr__(context, "instance", new_id())
    assert (jobs.recover(context), syncs.sync_run(context, run.id).state) == (1, RunState.QUEUED)


def test_removing_a_connector_of_very_many_records_leaves_none_and_touches_no_other(
    context: Context, people: Connector, source: WrittenSource
) -> None:
    other = connectors.save_connector(context, source_draft(name="Others"))
    source.pages = (Page(numbered(1001)),)
    for each in (people, other):
        synced(context, RunRequest(each.id, SyncMode.FULL, PEOPLE))
    connectors.remove_connector(context, people.id)
    assert (count_of(context, people), count_of(context, other)) == (0, 1001)
    with pytest.raises(NotFound):
        connectors.remove_connector(context, people.id)
