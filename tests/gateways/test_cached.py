"""A workspace that goes away: its copy answers in time, changes wait, and nothing is made over somebody else's."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from integration_console.domain.connectors import ConnectorDraft
from integration_console.domain.drafts import Draft, DraftKind, DraftState, differences
from integration_console.domain.errors import (
    ConnectionRefused,
    InvalidInput,
    NameTaken,
    NotFound,
    PermissionDenied,
    SignInNeeded,
    WorkspaceReadOnly,
)
from integration_console.domain.log_figures import LogSpan
from integration_console.domain.log_notes import LogNoteDraft, Mark
from integration_console.domain.logs import LogFilter, LogPlace
from integration_console.domain.saved_filters import SavedFilterDraft
from integration_console.domain.schedules import ScheduleDraft
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.domain.workspace import ReceiverState
from integration_console.gateways.cached import reach
from integration_console.gateways.cached.gateway import CachedGateway, as_gateway
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.opening import OpenWorkspace
from integration_console.gateways.protocols import Gateway
from integration_console.storage.cache_file import CacheFile
from integration_console.storage.log_rows import append_entries
from tests.builders import connector_draft, log_draft, opened_workspace, source_draft
from tests.elsewhere import Elsewhere
from tests.fake_source import FakeSource
from tests.fakes import BEGIN, END, NOON, FakeKind

AWAY = ConnectionRefused(host="console.example.com")


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "_PROBE_SECONDS", 0.02)
    monkeypatch.setattr(reach, "_REFUSED_SECONDS", 0.02)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenWorkspace]:
    with opened_workspace(tmp_path, own_types={"fake": FakeKind(), "list": FakeSource()}) as found:
        yield found


@pytest.fixture
def elsewhere(opened: OpenWorkspace) -> Elsewhere:
    return Elsewhere(InProcessGateway(opened.context, lambda: ReceiverState(running=False)))


@pytest.fixture
def copy(tmp_path: Path) -> CacheFile:
    return CacheFile(tmp_path / "copies" / "one.db")


@pytest.fixture
def cached(elsewhere: Elsewhere, copy: CacheFile) -> Iterator[CachedGateway]:
    made = CachedGateway(copy, lambda: elsewhere, elsewhere)
    yield made
    elsewhere.error = None
    elsewhere.slow.set()
    made.close()


@pytest.fixture
def door(cached: CachedGateway) -> Gateway:
    return as_gateway(cached)


def is_reached(cached: CachedGateway) -> bool:
    return cached.freshness.reachable


def wait_for(enough: Callable[[], object]) -> None:
    ends = time.monotonic() + 20
    while not enough():
        assert time.monotonic() < ends, "it did not happen"
        time.sleep(0.01)


def test_while_it_is_away_every_view_has_what_was_seen_last(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere
) -> None:
    ops = door.save_connector(connector_draft())
    door.save_webhook(WebhookDraft("Repo", Scheme.GITHUB))
    span = LogSpan(NOON - timedelta(days=1), NOON + timedelta(days=1))
    figures, statistics, state = door.log_figures(span), door.statistics(), door.workspace()
    cached.fill()
    elsewhere.error = AWAY
    assert door.connectors() == (ops,)
    assert not is_reached(cached)
    assert cached.freshness.as_of is not None
    assert datetime.now(UTC) - cached.freshness.as_of < timedelta(minutes=1)
    assert [each.name for each in door.webhooks()] == ["Repo"]
    assert {each.key for each in door.connector_types()} >= {"fake", "slack"}
    assert (door.statistics(), door.workspace()) == (statistics, state)
    assert door.log_figures(replace(span, since=span.since + timedelta(seconds=9))) == figures
    assert {"webhook.created", "connector.created"} <= {each.event_type for each in door.log_page(LogFilter()).entries}
    with pytest.raises(ConnectionRefused):
        door.connector("01890000-0000-7000-8000-000000000000")  # never seen
    with pytest.raises(ConnectionRefused):
        door.remove_connector(ops.id)


def test_the_log_is_searched_in_the_copy_as_it_is_there(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere, opened: OpenWorkspace
) -> None:
    ops = door.save_connector(connector_draft(name="Odoo HR"))
    drafts = [
        log_draft(created_at=NOON - timedelta(minutes=number), connector_id=ops.id if number % 2 else "", payload="x")
        for number in range(30)
    ]
    opened.context.store.write(lambda writing: append_entries(writing, drafts))
    cached.fill()
    asked = [
        LogFilter(query='connector:"Odoo HR"'),
        LogFilter(query="arrived -connector:odoo*", time_zone="Asia/Riyadh"),
        LogFilter(event_type="webhook.*"),
        LogFilter(),
    ]

    def everything() -> list[object]:
        found: list[object] = []
        for wanted in asked[:1] + asked[2:]:
            first = door.log_page(wanted, None, 5)
            second = door.log_page(wanted, first.next, 5)
            above = door.log_page(wanted, LogPlace(second.entries[-1].created_at, second.entries[-1].id), 3, newer=True)
            found += [first, second, above, door.log_count(wanted), door.log_place(wanted, first.next, 3)]
            found += [door.log_count(wanted, newer_than=first.next), door.log_place(wanted, None, 1000)]
        return found

    noted = door.log_page(LogFilter()).entries[3]
    door.save_log_note(LogNoteDraft(noted.id, Mark.RED, "why?"))
    door.save_filter(SavedFilterDraft("Of Odoo", 'connector:"Odoo HR"'))
    cached.fill()
    asked += [LogFilter(query="has:note"), LogFilter(query='filter:"Of Odoo" arrived')]
    there = everything()
    elsewhere.error = AWAY
    assert everything() == there
    assert [each.text for each in door.log_notes([noted.id, ops.id])] == ["why?"]
    assert door.newest_position() == max(each.position for each in door.log_page(LogFilter()).entries)
    assert door.log_tail(LogFilter(), 3) == ((), 3)
    entry = door.log_page(LogFilter()).entries[0]
    assert door.log_detail(entry.id).entry == entry
    assert "webhook.received" in door.event_types()
    bars = door.log_histogram(LogFilter(query='connector:"Odoo HR"'), 10)
    assert sum(each.entries for each in bars.bars) == 16
    assert door.log_histogram(LogFilter(since=NOON, until=NOON - timedelta(days=1))).bars == ()
    assert sum(each.entries for each in door.log_histogram(LogFilter(since=BEGIN, until=END), 10).bars) > 0
    with pytest.raises(NotFound):
        door.log_detail(ops.id)
    with pytest.raises(InvalidInput):
        door.log_page(LogFilter(query="x", time_zone="Nowhere"))


def test_nobody_waits_for_a_late_answer_and_it_is_news_when_it_comes(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere
) -> None:
    ops = door.save_connector(connector_draft())
    assert door.connectors() == (ops,)
    elsewhere.inner.switch_connector(ops.id, active=False)
    elsewhere.slow.clear()
    changes: list[str] = []
    end = door.on_change(lambda change: changes.append(change.subject.value))
    begun = time.monotonic()
    assert door.connectors() == (ops,)
    assert time.monotonic() - begun < 5  # what it would take to wait for it
    asked = len(elsewhere.asked)
    assert door.connectors() == (ops,)
    assert len(elsewhere.asked) == asked  # it is not asked again before it has answered
    assert not is_reached(cached)
    elsewhere.slow.set()
    wait_for(lambda: "connectors" in changes)
    end()
    wait_for(lambda: is_reached(cached))
    assert door.connectors()[0].status.value == "inactive"


def test_a_late_answer_that_never_comes_says_that_it_is_away(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere
) -> None:
    door.connectors()
    elsewhere.slow.clear()
    assert door.connectors() == ()
    elsewhere.error = AWAY
    elsewhere.slow.set()
    wait_for(lambda: "newest_position" in elsewhere.asked)  # it is looked for
    elsewhere.error = None
    wait_for(lambda: is_reached(cached))


def test_what_it_refuses_is_no_absence(door: Gateway, cached: CachedGateway, elsewhere: Elsewhere) -> None:
    door.connectors()
    elsewhere.error = PermissionDenied(permission="connectors.read")
    with pytest.raises(PermissionDenied):
        door.connectors()
    assert is_reached(cached)


def test_changes_made_while_it_is_away_are_made_when_it_is_back(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere
) -> None:
    people = door.save_connector(source_draft())
    repo = door.save_webhook(WebhookDraft("Repo", Scheme.GITHUB)).webhook
    hourly = door.save_schedule(ScheduleDraft(people.id))
    cached.fill()
    told: list[int] = []
    cached.tell(lambda: told.append(cached.freshness.drafts))
    elsewhere.error = AWAY
    door.connectors()
    values = {"address": "https://list.test/new", "token": "tok-0815-typed-just-now"}
    assert door.save_connector(ConnectorDraft("list", "Staff", values, people.id)).name == "Staff"
    assert door.save_webhook(WebhookDraft("Code", Scheme.GITHUB, id=repo.id)).webhook.name == "Code"
    assert door.save_schedule(ScheduleDraft(people.id, seconds=7200, id=hourly.id)).seconds == 7200
    assert [each.name for each in door.connectors()] == ["Staff"]
    assert [each.name for each in door.webhooks()] == ["Code"]
    assert door.connector(people.id).config["address"] == "https://list.test/new"
    assert [each.seconds for each in door.schedules()] == [7200]
    assert [(each.kind, each.lacks_secret) for each in cached.drafts] == [
        (DraftKind.CONNECTOR, True),
        (DraftKind.WEBHOOK, False),
        (DraftKind.SCHEDULE, False),
    ]
    with pytest.raises(ConnectionRefused):
        door.save_connector(connector_draft(name="New ones wait for it"))
    elsewhere.error = None
    wait_for(lambda: cached.drafts == ())
    assert told[-1] == 0
    assert elsewhere.inner.connector(people.id).name == "Staff"
    assert elsewhere.inner.webhooks()[0].name == "Code"
    assert elsewhere.inner.schedules()[0].seconds == 7200


def test_a_change_over_somebody_elses_waits_for_a_person_who_sees_both_sides(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere
) -> None:
    people = door.save_connector(source_draft())
    gone = door.save_connector(source_draft(name="Gone"))
    cached.fill()
    elsewhere.error = AWAY
    door.connectors()
    door.save_connector(ConnectorDraft("list", "Mine", {"address": "https://list.test"}, people.id))
    door.save_connector(ConnectorDraft("list", "Mine, better", {"address": "https://list.test"}, people.id))
    door.save_connector(ConnectorDraft("list", "Ghost", {"address": "https://list.test"}, gone.id))
    elsewhere.inner.save_connector(ConnectorDraft("list", "Theirs", {"address": "https://list.test/2"}, people.id))
    elsewhere.inner.remove_connector(gone.id)
    elsewhere.error = None
    wait_for(lambda: {each.state for each in cached.drafts} == {DraftState.CONFLICT})
    mine, ghost = cached.drafts
    assert [(each.name, each.mine, each.theirs) for each in differences(mine.mine, mine.theirs)] == [
        ("config.address", "https://list.test", "https://list.test/2"),
        ("name", "Mine, better", "Theirs"),
    ]
    assert ghost.theirs == {}
    assert elsewhere.inner.connector(people.id).name == "Theirs"
    cached.insist(mine.id)
    cached.forget_draft(ghost.id)
    assert elsewhere.inner.connector(people.id).name == "Mine, better"
    assert cached.drafts == ()


def test_a_change_that_is_refused_says_why_and_waits(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere
) -> None:
    people = door.save_connector(source_draft())
    door.save_connector(source_draft(name="Taken"))
    cached.fill()
    elsewhere.error = AWAY
    door.connectors()
    door.save_connector(ConnectorDraft("list", "Taken", {"address": "https://list.test"}, people.id))
    elsewhere.error = None
    wait_for(lambda: [each.state for each in cached.drafts] == [DraftState.REFUSED])
    assert cached.drafts[0].refusal == NameTaken.code
    assert elsewhere.inner.connector(people.id).name == "People"


def test_secrets_are_in_no_byte_of_the_copy(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    people = door.save_connector(source_draft())
    cached.fill()
    elsewhere.error = AWAY
    door.connectors()
    door.save_connector(ConnectorDraft("list", "Staff", {"address": "https://a.test", "token": "tok-typed"}, people.id))
    for file in (tmp_path / "copies").iterdir():
        assert b"tok-" not in file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0


def test_it_begins_with_the_copy_and_goes_over_to_the_workspace(
    elsewhere: Elsewhere, cached: CachedGateway, tmp_path: Path
) -> None:
    as_gateway(cached).save_connector(connector_draft())
    cached.fill()
    refusals: list[Exception] = [AWAY, SignInNeeded(host="x"), AWAY]

    def connect() -> Gateway:
        if refusals:
            raise refusals.pop()
        return elsewhere

    second = CachedGateway(CacheFile(tmp_path / "copies" / "one.db"), connect)
    second.begin_away(AWAY)
    door = as_gateway(second)
    changes: list[object] = []
    door.on_change(changes.append)
    assert [each.name for each in door.connectors()] == ["Ops"]
    assert (door.can("connectors.write"), door.can("nothing.at_all")) == (True, False)
    assert door.refusal("connectors.write") is None
    second.lock(on=True)
    assert not door.can("connectors.write")
    wait_for(lambda: second.freshness.reachable and changes)
    with pytest.raises(WorkspaceReadOnly):
        door.save_connector(connector_draft(name="Locked"))
    second.close()


def test_a_file_that_is_broken_or_of_another_version_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "one.db"
    path.write_bytes(b"no database at all" * 100)
    first = CacheFile(path)
    first.keep_answer("a", "1")
    first.close()
    again = CacheFile(path)
    assert (again.answer("a"), again.answer("b"), again.answer_count()) == ("1", None, 1)
    again._connection.execute("PRAGMA user_version = 99")
    again.close()
    assert CacheFile(path).answer_count() == 0


def test_a_file_that_another_program_holds_is_left_alone_with_its_drafts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "one.db"
    first = CacheFile(path)
    first.keep_draft("1", "{}")
    first.close()
    holder = sqlite3.connect(path)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0.05))
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        CacheFile(path)
    holder.close()
    again = CacheFile(path)
    assert again.drafts() == ["{}"]
    again.close()


def test_only_the_newest_entries_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("integration_console.storage.cache_file.MOST_ENTRIES", 3)
    found = CacheFile(tmp_path / "one.db")
    assert found.keep_entries([(str(number), str(number), f"{number}") for number in range(6)])
    assert not found.keep_entries([("5", "5", "5")])
    assert found.entries() == ["5", "4", "3"]


def test_a_draft_that_cannot_be_read_is_left_alone(cached: CachedGateway, copy: CacheFile) -> None:
    copy.keep_draft("1", "{}")
    assert cached.drafts == ()
    assert copy.drafts() == ["{}"]


def test_unknown_names_are_no_attributes(cached: CachedGateway) -> None:
    assert not hasattr(cached, "no_such_thing")


def test_differences_are_told_field_by_field() -> None:
    made = Draft("1", DraftKind.WEBHOOK, "2", "n", NOON, {}, {}, {})
    assert made.state is DraftState.WAITING
    found = differences({"a": [1, 2], "b": None, "health": "ok"}, {"a": [1], "c": {"d": 1}, "health": "failing"})
    assert [(each.name, each.mine, each.theirs) for each in found] == [("a", "1, 2", "1"), ("c.d", "", "1")]
