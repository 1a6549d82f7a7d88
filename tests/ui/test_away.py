"""A service that goes away while the window is open, and is away when it opens: views, their age, what waits."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from integration_console.domain.connectors import ConnectorDraft
from integration_console.domain.drafts import Draft, DraftKind, DraftState
from integration_console.domain.errors import ConnectionRefused, NotReady, PermissionDenied
from integration_console.domain.logs import LogFilter
from integration_console.domain.permissions import Role
from integration_console.domain.workspace import ReceiverState
from integration_console.gateways.cached import reach
from integration_console.gateways.cached.gateway import CachedGateway, as_gateway
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.places import place_of
from integration_console.gateways.service_api.gateway import RemoteWorkspace
from integration_console.gateways.service_api.refresh_tokens import KeyringRefreshToken
from integration_console.operations.organisations import OneOrganisation
from integration_console.service.server import Listening, ReceiverServer
from integration_console.settings import Settings
from integration_console.storage.cache_file import CacheFile
from integration_console.ui.away.away import AwayLine
from integration_console.ui.away.drafts_dialog import DraftsDialog
from integration_console.ui.away.words import advice_for, value_word
from integration_console.ui.console import Console
from integration_console.ui.consoles import Consoles
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.widgets import Banner, ToastOverlay
from tests.builders import connector_draft, opened_workspace, source_draft
from tests.elsewhere import Elsewhere
from tests.fake_source import FakeSource
from tests.remote_service import PASSWORD, RemoteService, remote_service
from tests.served import HOLDER
from tests.storage.test_key_places import SafeKeyring, safe_keyring

__all__ = ["safe_keyring"]
AWAY = ConnectionRefused(host="console.example.com")


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "_PROBE_SECONDS", 0.05)


def said(banner: Banner) -> str:
    return "" if banner.isHidden() else strip_isolates(banner.accessibleName())


def signed_in(running: RemoteService) -> None:
    member, once = running.invite(Role.OWNER)
    remote = RemoteWorkspace(running.address, KeyringRefreshToken(running.address))
    remote.sign_in(member.login, once, PASSWORD)
    remote.close()


def opened_console(consoles: Consoles, running: RemoteService) -> Console:
    console = consoles.present
    console.open_when_painted(place_of(running.address))
    wait_for("the workspace", lambda: console.tabs)
    return console


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_service_that_goes_away_and_comes_back(
    consoles: Consoles, settings: Settings, safe_keyring: SafeKeyring
) -> None:
    with ExitStack() as stack:
        folder = settings.data_folder / "theirs"
        running = stack.enter_context(remote_service(folder, own_types={"list": FakeSource()}))
        people = running.gateway.save_connector(source_draft())
        signed_in(running)
        console = opened_console(consoles, running)
        stack.callback(console.close)
        assert console.workplace is not None
        assert console.tabs is not None
        gateway, copy = console.workplace.gateway, console.workplace.copy  # type: ignore[attr-defined]
        console.window.show_page("connectors")
        wait_for("the connector", lambda: [row.name for row in console.tabs.connectors.model.rows] == ["People"])  # type: ignore[union-attr]
        copy.fill()
        port = running.server.port
        running.server.stop()
        console.window.show_page("logs")  # never looked at before
        wait_for("the age", lambda: "Shown as of" in said(console.window.away))
        wait_for("the log", lambda: console.tabs.logs.model.total > 0)  # type: ignore[union-attr]
        assert gateway.log_page(LogFilter(query="created")).entries
        gateway.save_connector(ConnectorDraft("list", "Staff", {"address": "https://list.test"}, people.id))
        wait_for("the draft", lambda: "1 change waits" in said(console.window.away))
        again = ReceiverServer(
            OneOrganisation(running.opened.context), Listening("127.0.0.1", port, 1_000_000, 100), HOLDER
        )
        again.start()
        stack.callback(again.stop)
        wait_for("it is back", lambda: not said(console.window.away))
        assert running.gateway.connector(people.id).name == "Staff"
        wait_for("the new name", lambda: [row.name for row in console.tabs.connectors.model.rows] == ["Staff"])  # type: ignore[union-attr]


def test_a_service_that_is_away_at_the_start_is_shown_as_it_was(
    consoles: Consoles, settings: Settings, safe_keyring: SafeKeyring, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        running = stack.enter_context(remote_service(tmp_path / "theirs"))
        signed_in(running)
        first = opened_console(consoles, running)
        assert first.workplace is not None
        first.workplace.copy.fill()  # type: ignore[attr-defined]
        first.close()
        address = running.address
        running.server.stop()
        second = consoles._make()
        stack.callback(second.close)
        second.open_when_painted(place_of(address))
        wait_for("the window", lambda: second.tabs)
        wait_for("the age", lambda: "Shown as of" in said(second.window.away))
        assert second.tabs is not None
        second.window.show_page("logs")
        wait_for("the log", lambda: second.tabs.logs.model.total > 0)  # type: ignore[union-attr]


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Elsewhere]:
    with opened_workspace(tmp_path, own_types={"list": FakeSource()}) as opened:
        yield Elsewhere(InProcessGateway(opened.context, lambda: ReceiverState(running=False)))


@pytest.fixture
def cached(elsewhere: Elsewhere, tmp_path: Path) -> Iterator[CachedGateway]:
    made = CachedGateway(CacheFile(tmp_path / "one.db"), lambda: elsewhere, elsewhere)
    yield made
    elsewhere.error = None
    made.close()


@pytest.fixture
def line(cached: CachedGateway, tasks: TaskRunner, qtbot: QtBot) -> AwayLine:
    window, banner = QMainWindow(), Banner()
    window.setCentralWidget(banner)
    qtbot.addWidget(window)
    window.show()
    return AwayLine(cached, banner, tasks, ToastOverlay(window))


def test_both_sides_of_a_conflict_are_shown_and_one_is_chosen(
    line: AwayLine, cached: CachedGateway, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    door, banner = as_gateway(cached), line._banner
    kept, dropped = (door.save_connector(source_draft(name=name)) for name in ("One", "Two"))
    cached.fill()
    elsewhere.error = AWAY
    door.connectors()
    for each in (kept, dropped):
        wish = ConnectorDraft("list", f"{each.name} of mine", {"address": "https://list.test"}, each.id)
        door.save_connector(wish)
        elsewhere.inner.save_connector(
            ConnectorDraft("list", f"{each.name} of theirs", {"address": "https://list.test"}, each.id)
        )
    elsewhere.error = None
    qtbot.waitUntil(lambda: "2 changes could not be made" in said(banner))
    banner.findChildren(QPushButton)[0].click()
    dialog = line.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: [card.draft.state for card in dialog.cards] == [DraftState.CONFLICT] * 2)
    words = " ".join(strip_isolates(each.text()) for each in dialog.cards[0].findChildren(type(dialog.title)))
    assert "One of mine" in words
    assert "One of theirs" in words
    language.choose(LanguageCode.ARABIC)
    language.choose(LanguageCode.ENGLISH)
    dialog.cards[0].keep.click()
    qtbot.waitUntil(lambda: len(dialog.cards) == 1)
    dialog.cards[0].drop.click()
    qtbot.waitUntil(lambda: line.dialog is None)
    qtbot.waitUntil(lambda: not said(banner))
    assert {each.name for each in elsewhere.inner.connectors()} == {"One of mine", "Two of theirs"}


def test_what_cannot_be_made_says_why_in_the_dialog(
    line: AwayLine, cached: CachedGateway, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    door, banner = as_gateway(cached), line._banner
    people, gone = (door.save_connector(source_draft(name=name)) for name in ("People", "Gone"))
    taken = door.save_connector(source_draft(name="Taken"))
    cached.fill()
    elsewhere.error = AWAY
    door.connectors()
    door.save_connector(ConnectorDraft("list", "Taken", {"address": "https://list.test"}, people.id))
    door.save_connector(ConnectorDraft("list", "Ghost", {"address": "https://list.test", "token": "x"}, gone.id))
    qtbot.waitUntil(lambda: "2 changes wait" in said(banner))
    banner.findChildren(QPushButton)[0].click()
    dialog = line.dialog
    assert dialog is not None
    assert [card.keep.isHidden() for card in dialog.cards] == [True, True]
    elsewhere.inner.remove_connector(gone.id)
    elsewhere.error = None
    qtbot.waitUntil(lambda: [card.draft.state for card in dialog.cards] == [DraftState.REFUSED, DraftState.CONFLICT])
    for card in dialog.cards:
        assert card.grab().width() > 0
    assert [(card.keep.isHidden(), card.keep.text()) for card in dialog.cards] == [
        (False, "Try again"),
        (True, "Keep mine"),
    ]
    dialog.cards[0].keep.click()
    qtbot.waitUntil(lambda: not dialog.banner.isHidden())
    elsewhere.inner.remove_connector(taken.id)
    dialog.cards[0].keep.click()
    qtbot.waitUntil(lambda: [card.draft.subject_id for card in dialog.cards] == [gone.id])
    assert elsewhere.inner.connector(people.id).name == "Taken"
    dialog.primary.click()
    qtbot.waitUntil(lambda: line.dialog is None)
    wish = connector_draft(name="All is well", type="list", values={"address": "https://a.test", "token": "t"})
    assert door.save_connector(wish).name == "All is well"


def test_what_waits_while_the_workspace_is_there_is_said(
    line: AwayLine, cached: CachedGateway, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    door, banner = as_gateway(cached), line._banner
    people = door.save_connector(source_draft())
    cached.fill()
    elsewhere.error = AWAY
    door.connectors()
    door.save_connector(ConnectorDraft("list", "Staff", {"address": "https://list.test"}, people.id))
    elsewhere.errors["save_connector"] = NotReady(reason="-")
    elsewhere.error = None
    qtbot.waitUntil(lambda: said(banner).startswith("1 change could not be made yet"))
    elsewhere.errors.clear()
    cached.fill()
    qtbot.waitUntil(lambda: not said(banner))
    assert elsewhere.inner.connector(people.id).name == "Staff"


def waiting_changes(cached: CachedGateway, elsewhere: Elsewhere, names: tuple[str, ...]) -> list[str]:
    """For each connector of these names another name waits; the workspace is away. Returns the ids of the drafts."""
    door = as_gateway(cached)
    made = [door.save_connector(source_draft(name=name)) for name in names]
    cached.fill()
    elsewhere.error = AWAY
    door.connectors()
    for each in made:
        door.save_connector(ConnectorDraft("list", f"{each.name} of mine", {"address": "https://list.test"}, each.id))
    return [each.id for each in cached.drafts]


def opened_dialog(line: AwayLine, qtbot: QtBot) -> DraftsDialog:
    qtbot.waitUntil(lambda: "wait" in said(line._banner))
    line._banner.findChildren(QPushButton)[0].click()
    assert line.dialog is not None
    return line.dialog


def test_a_card_stays_while_its_change_does(
    line: AwayLine, cached: CachedGateway, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    waiting_changes(cached, elsewhere, ("One", "Two"))
    qtbot.waitUntil(lambda: "2 changes" in said(line._banner))
    dialog = opened_dialog(line, qtbot)
    first, second = dialog.cards
    dialog.activateWindow()
    second.drop.setFocus()
    line._show()
    qtbot.waitUntil(lambda: not line._tasks.is_running("away"))
    assert dialog.cards == [first, second]
    first.drop.click()
    qtbot.waitUntil(lambda: dialog.cards == [second])
    assert second.drop.hasFocus()


def test_two_changes_are_decided_on_at_once(
    line: AwayLine, cached: CachedGateway, elsewhere: Elsewhere, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = waiting_changes(cached, elsewhere, ("One", "Two"))
    qtbot.waitUntil(lambda: "2 changes" in said(line._banner))
    dialog = opened_dialog(line, qtbot)
    go, dropped = threading.Event(), list[str]()

    def forget(draft_id: str) -> None:
        dropped.append(draft_id)
        go.wait(20)
        CachedGateway.forget_draft(cached, draft_id)

    monkeypatch.setattr(cached, "forget_draft", forget, raising=False)
    for card in dialog.cards:
        card.drop.click()
        card.drop.click()
    qtbot.waitUntil(lambda: len(dropped) == 2)
    go.set()
    qtbot.waitUntil(lambda: line.dialog is None)
    assert sorted(dropped) == sorted(drafts)


def test_the_window_never_reads_the_copy_itself(
    line: AwayLine, cached: CachedGateway, elsewhere: Elsewhere, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting_changes(cached, elsewhere, ("One",))
    qtbot.waitUntil(lambda: "1 change waits" in said(line._banner))
    readers: list[threading.Thread] = []
    read = CacheFile.drafts

    def noted(file: CacheFile) -> list[str]:
        readers.append(threading.current_thread())
        return read(file)

    monkeypatch.setattr(CacheFile, "drafts", noted)
    assert len(opened_dialog(line, qtbot).cards) == 1
    qtbot.waitUntil(lambda: bool(readers))
    assert threading.main_thread() not in readers


def test_why_a_change_was_refused_is_said_whole_and_values_are_words() -> None:
    error = PermissionDenied(permission="webhooks.write")
    now = datetime.now(UTC)
    draft = Draft("1", DraftKind.WEBHOOK, "w", "Shop", now, {}, {"status": "active"}, {"status": "paused"})
    refused = replace(draft, state=DraftState.REFUSED, refusal=error.code, refusal_params=error.params)
    assert "webhooks.write" in strip_isolates(advice_for(refused))
    assert "{" not in advice_for(refused)
    assert (value_word("status", "paused"), value_word("active", "False")) == ("Paused", "No")
    assert strip_isolates(value_word("name", "paused")) == "paused"
    language.choose(LanguageCode.ARABIC)
    assert value_word("status", "paused") == "متوقّف مؤقّتًا"
