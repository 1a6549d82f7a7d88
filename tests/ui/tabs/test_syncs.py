"""The page of syncs: what goes on, what happened, what a person can do about it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from integration_console.domain.changes import Subject
from integration_console.domain.connectors import Connector
from integration_console.domain.errors import VaultLocked
from integration_console.domain.records import ChangeKind
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunCounts, RunRequest, RunState
from integration_console.domain.work import Progress
from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.tabs.syncs.controller import make_syncs_tab
from integration_console.ui.tabs.syncs.model import PAGE
from integration_console.ui.tabs.syncs.view import SyncsView
from tests.ui.fake_syncs import CHAT, Desk, FakeWorkspace, done_counts, now


@pytest.fixture
def shop(desk: Desk) -> Connector:
    return desk.fake.add("Odoo, Riyadh")


def shown(qtbot: QtBot, desk: Desk, width: int = 1200) -> SyncsView:
    view = make_syncs_tab(desk.fake, desk.tasks, desk.relay, desk.toasts, desk.unlocking)
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Warning, view)
    desk.show(view, width)
    settle(qtbot, desk)
    return view


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Until what changed has been told and fetched."""
    qtbot.wait(150)
    keys = ("syncs", "syncs: more", "syncs: changes")
    qtbot.waitUntil(lambda: not any(desk.tasks.is_running(key) for key in keys))


def press(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def texts(view: SyncsView, column: int) -> list[str]:
    return [strip_isolates(view.model.columns[column].cell(run).text) for run in view.model.rows]


def happened(view: SyncsView) -> list[str]:
    return texts(view, 3)


def empty_words(view: SyncsView) -> list[str]:
    empty = view.empty
    return [empty._title.text(), empty._action.text()]


def test_a_workspace_without_sources_leads_to_adding_one(qtbot: QtBot, desk: Desk) -> None:
    desk.fake.add("Team chat", CHAT)
    view = shown(qtbot, desk)
    asked: list[bool] = []
    view.connector_requested.connect(lambda: asked.append(True))
    assert empty_words(view) == ["Nothing to sync yet", "Add connector"]
    press(qtbot, view.empty._action)
    assert asked == [True]


def test_a_source_that_was_never_synced_is_synced_from_the_empty_page(
    qtbot: QtBot, desk: Desk, shop: Connector
) -> None:
    view = shown(qtbot, desk)
    assert empty_words(view) == ["No sync has run yet", "Sync now"]
    press(qtbot, view.empty._action)
    settle(qtbot, desk)
    assert desk.fake.asked == [("start_sync", RunRequest(shop.id))]
    assert happened(view) == ["Waits for its turn"]
    assert view.chosen == desk.fake.runs[0]


def test_of_several_sources_a_person_chooses_one(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    desk.fake.add("Second shop")
    view = shown(qtbot, desk)
    menu = view.start.menu_of_connectors()
    names = [strip_isolates(each.text()) for each in menu.actions()]
    menu.actions()[0].trigger()
    settle(qtbot, desk)
    assert names == ["Odoo, Riyadh", "Second shop"]
    assert desk.fake.asked == [("start_sync", RunRequest(shop.id))]


def test_every_state_says_what_goes_on(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    fake = desk.fake
    fake.add_run(shop, RunState.SUCCEEDED, counts=done_counts())
    fake.add_run(shop, RunState.SUCCEEDED, counts=done_counts(0, 0, 0))
    fake.add_run(shop, RunState.FAILED, error_code="remote.host_not_found", error_params={"host": "odoo.example"})
    fake.add_run(shop, RunState.CANCELLED, counts=done_counts(12, 0, 0))
    fake.add_run(shop, RunState.QUEUED)
    view = shown(qtbot, desk)
    assert texts(view, 2) == ["Queued", "Cancelled", "Failed", "Succeeded", "Succeeded"]
    assert happened(view) == [
        "Waits for its turn",
        "12 added",
        "The name odoo.example is not known on this network.",
        "Nothing changed",
        "3 added, 2 updated and 1 deleted",
    ]


def test_a_run_under_way_shows_how_many_how_fast_and_how_long_still(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    desk.fake.add_run(
        shop,
        RunState.RUNNING,
        started_at=now() - timedelta(seconds=4),
        counts=RunCounts(unchanged=1240),
        progress=Progress(1240, 5000, "contacts"),
    )
    view = shown(qtbot, desk)
    cell = view.model.columns[3].cell(view.model.rows[0])
    assert cell.share == 1240 / 5000
    words = strip_isolates(cell.text)
    assert words.startswith("1,240 of 5,000 · ")
    assert words.endswith(" s left")


def test_progress_of_unknown_length_is_a_bar_without_end(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    desk.fake.add_run(shop, RunState.RUNNING, started_at=None, progress=Progress(40))
    view = shown(qtbot, desk)
    cell = view.model.columns[3].cell(view.model.rows[0])
    assert (cell.share, cell.text) == (-1.0, "40 records")


def test_a_pause_is_counted_down_while_somebody_looks(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    desk.fake.add_run(
        shop,
        RunState.WAITING,
        error_code="remote.rate_limited",
        error_params={"host": "odoo.example", "seconds": "90"},
        due_at=now() + timedelta(seconds=30),
    )
    view = shown(qtbot, desk)
    assert view.is_ticking
    first = happened(view)[0]
    assert first.startswith("Asks for a pause: goes on in ")
    view.show_run(desk.fake.runs[0].id)
    banner = strip_isolates(view.details.banner.accessibleName())
    assert banner.startswith("Odoo, Riyadh asks for a pause: goes on in ")
    qtbot.waitUntil(lambda: happened(view)[0] != first)
    view.hide()
    assert not view.is_ticking


def test_nothing_ticks_when_all_has_ended(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    desk.fake.add_run(shop, RunState.SUCCEEDED)
    assert not shown(qtbot, desk).is_ticking


@pytest.mark.parametrize(
    ("code", "params", "sentence"),
    [
        ("access.lost", {"host": "drive.example", "reason": "x"}, "Waits to be authorised again"),
        (
            "remote.connection",
            {"host": "odoo.example"},
            "No connection to odoo.example. Tries again in 0 s",
        ),
        ("", {}, "Goes on in 0 s"),
    ],
)
def test_a_run_that_waits_says_why(
    qtbot: QtBot, desk: Desk, shop: Connector, code: str, params: dict[str, str], sentence: str
) -> None:
    desk.fake.add_run(shop, RunState.WAITING, error_code=code, error_params=params)
    assert happened(shown(qtbot, desk)) == [sentence]


def test_what_changes_is_shown_at_once_and_the_chosen_run_stays_chosen(
    qtbot: QtBot, desk: Desk, shop: Connector
) -> None:
    run = desk.fake.add_run(shop, RunState.QUEUED)
    view = shown(qtbot, desk)
    view.show_run(run.id)
    desk.fake.change_run(run.id, state=RunState.RUNNING, started_at=now())
    desk.fake.add_run(desk.fake.add("Second shop"), RunState.QUEUED)
    desk.fake.announce(Subject.SYNCS, Subject.CONNECTORS)
    settle(qtbot, desk)
    assert texts(view, 2) == ["Queued", "Running"]
    assert view.details.pill.text == "Running"
    assert view.table.currentIndex().row() == 1


def test_a_hidden_page_fetches_when_it_is_seen_again(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    view = shown(qtbot, desk)
    view.hide()
    desk.fake.add_run(shop, RunState.QUEUED)
    desk.fake.announce(Subject.SYNCS)
    settle(qtbot, desk)
    assert view.model.rows == ()
    view.show()
    settle(qtbot, desk)
    assert len(view.model.rows) == 1


def test_older_runs_come_as_one_scrolls(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    for _ in range(2 * PAGE + 10):
        desk.fake.add_run(shop, RunState.SUCCEEDED)
    view = shown(qtbot, desk)
    assert len(view.model.rows) == PAGE
    for _ in range(3):
        view.table.scrollToBottom()
        settle(qtbot, desk)
    assert [run.id for run in view.model.rows] == [run.id for run in desk.fake.runs]
    newer = desk.fake.add_run(shop, RunState.QUEUED)
    desk.fake.announce(Subject.SYNCS)
    settle(qtbot, desk)
    assert [run.id for run in view.model.rows] == [run.id for run in desk.fake.runs]
    assert view.model.rows[0] == newer


def test_runs_are_narrowed_down_to_a_connector_and_a_state(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    other = desk.fake.add("Second shop")
    desk.fake.add_run(shop, RunState.SUCCEEDED)
    failed = desk.fake.add_run(other, RunState.FAILED)
    desk.fake.add_run(other, RunState.SUCCEEDED)
    view = shown(qtbot, desk)
    view.show_connector(other.id)
    settle(qtbot, desk)
    assert texts(view, 0) == ["Second shop", "Second shop"]
    press(qtbot, view.filters.states._segments["failed"])
    settle(qtbot, desk)
    assert [run.id for run in view.model.rows] == [failed.id]
    press(qtbot, view.filters.states._segments["open"])
    settle(qtbot, desk)
    assert empty_words(view) == ["No matches", "Clear filters"]
    press(qtbot, view.empty._action)
    settle(qtbot, desk)
    assert len(view.model.rows) == 3


def test_details_tell_the_numbers_the_error_and_the_first_changes(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    record = desk.fake.add_record(shop, "contacts", "Amal", {"city": "Riyadh"})
    run = desk.fake.add_run(
        shop,
        RunState.FAILED,
        counts=done_counts(),
        error_code="remote.host_not_found",
        error_params={"host": "odoo.example"},
    )
    desk.fake.note(record, ChangeKind.UPDATED, {"city": "Riyadh"}, {"city": "Jeddah"}, run.id)
    view = shown(qtbot, desk)
    qtbot.mouseClick(
        view.table.viewport(), Qt.MouseButton.LeftButton, pos=view.table.visualRect(view.model.index(0, 0)).center()
    )
    settle(qtbot, desk)
    details = view.details
    assert [label.text() for label in details.numbers.values.values()] == ["3", "2", "1", "20"]
    assert strip_isolates(details.banner.accessibleName()) == (
        "The name odoo.example is not known on this network. "
        "Check the address for typing errors, and the network connection."
    )
    assert [change.title for change in details.changes.rows] == ["Amal"]
    assert strip_isolates(details.properties.value("streams")) == "Contacts and Products"
    assert details.id.text() == run.id


def test_a_run_is_cancelled_and_run_again(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    run = desk.fake.add_run(shop, RunState.QUEUED, mode=SyncMode.FULL)
    view = shown(qtbot, desk)
    view.show_run(run.id)
    press(qtbot, view.details.cancel)
    settle(qtbot, desk)
    assert desk.fake.sync_run(run.id).state is RunState.CANCELLED
    press(qtbot, view.details.again)
    settle(qtbot, desk)
    assert desk.fake.asked == [("start_sync", RunRequest(shop.id, SyncMode.FULL, run.streams))]
    assert view.chosen == desk.fake.runs[0]


def test_a_run_under_way_is_asked_to_stop(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    run = desk.fake.add_run(shop, RunState.RUNNING)
    view = shown(qtbot, desk)
    view.show_run(run.id)
    press(qtbot, view.details.cancel)
    settle(qtbot, desk)
    assert view.details.pill.text == "Stopping…"
    assert not view.details.cancel.isEnabled()


def test_what_has_ended_meanwhile_is_said_and_the_list_is_fetched_again(
    qtbot: QtBot, desk: Desk, shop: Connector
) -> None:
    run = desk.fake.add_run(shop, RunState.QUEUED)
    view = shown(qtbot, desk)
    view.show_run(run.id)
    desk.fake.change_run(run.id, state=RunState.SUCCEEDED, finished_at=now())
    press(qtbot, view.details.cancel)
    settle(qtbot, desk)
    assert desk.said() == ["This run has already ended. Refresh the list to see what became of it."]
    assert texts(view, 2) == ["Succeeded"]


def test_details_lead_to_records_and_log(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    run = desk.fake.add_run(shop, RunState.SUCCEEDED)
    view = shown(qtbot, desk)
    led: list[tuple[str, ...]] = []
    view.records_requested.connect(lambda *where: led.append(where))
    view.log_requested.connect(lambda *where: led.append(where))
    view.show_run(run.id)
    press(qtbot, view.details.records)
    press(qtbot, view.details.log)
    assert led == [(shop.id, "contacts"), (run.id,)]


def test_the_first_changes_lead_to_their_records(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    record = desk.fake.add_record(shop, "contacts", "Amal", {})
    run = desk.fake.add_run(shop, RunState.SUCCEEDED)
    desk.fake.note(record, ChangeKind.UPDATED, {}, {"a": 1}, run.id)
    view = shown(qtbot, desk)
    led: list[tuple[str, ...]] = []
    view.record_requested.connect(lambda *where: led.append(where))
    view.show_run(run.id)
    settle(qtbot, desk)
    view.details.table.row_opened.emit(0)
    assert led == [(shop.id, "contacts", record.external_id)]


def test_a_run_that_rests_for_access_leads_to_granting_it(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    lost = {"host": "drive.example", "reason": "x"}
    run = desk.fake.add_run(shop, RunState.WAITING, error_code="access.lost", error_params=lost)
    view = shown(qtbot, desk)
    asked: list[str] = []
    view.authorisation_requested.connect(asked.append)
    view.show_run(run.id)
    assert strip_isolates(view.details.banner.accessibleName()) == "Rests until “Odoo, Riyadh” is authorised again"
    assert view.details.banner._action.text() == "Authorise again…"
    press(qtbot, view.details.banner._action)
    assert asked == [shop.id]


def test_locked_secrets_are_asked_for_and_the_sync_starts_then(
    qtbot: QtBot, desk: Desk, shop: Connector, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_self: FakeWorkspace, _request: RunRequest) -> None:
        raise VaultLocked

    view = shown(qtbot, desk)
    with monkeypatch.context() as context:
        context.setattr(FakeWorkspace, "start_sync", locked)
        press(qtbot, view.empty._action)
        qtbot.waitUntil(lambda: len(desk.unlocking.waiting) == 1)
    desk.unlocking.waiting.pop()()
    settle(qtbot, desk)
    assert len(desk.fake.runs) == 1


def test_the_keyboard_reaches_all(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    desk.fake.add_run(shop, RunState.SUCCEEDED)
    run = desk.fake.add_run(shop, RunState.QUEUED)
    view = shown(qtbot, desk)
    view.table.setFocus()
    view.table.setCurrentIndex(view.model.index(0, 0))
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert view.details.run == run
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert view.details.run == desk.fake.runs[1]
    qtbot.keyClick(view.table, Qt.Key.Key_Up)
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    settle(qtbot, desk)
    assert desk.fake.sync_run(run.id).state is RunState.CANCELLED
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    assert view.details.isHidden()


def test_a_removed_connector_keeps_its_runs_without_its_name(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    run = desk.fake.add_run(shop, RunState.SUCCEEDED)
    desk.fake.remove_connector(shop.id)
    view = shown(qtbot, desk)
    view.show_run(run.id)
    assert texts(view, 0) == ["Removed connector"]
    assert not view.details.again.isEnabled()
    assert not view.details.records.isEnabled()


def test_trouble_is_said_instead_of_an_empty_page(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_self: FakeWorkspace, *_what: object) -> None:
        raise VaultLocked

    with monkeypatch.context() as context:
        context.setattr(FakeWorkspace, "sync_runs", locked)
        view = shown(qtbot, desk)
        assert view.states._failed.isVisible()
    press(qtbot, view.states._failed._action)
    settle(qtbot, desk)
    assert view.empty.isVisible()


def test_another_language_is_spoken_at_once(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    desk.fake.add_run(shop, RunState.QUEUED)
    view = shown(qtbot, desk)
    view.show_run(desk.fake.runs[0].id)
    language.choose(LanguageCode.PSEUDO)
    assert texts(view, 2) == ["[Qüéüéd~~]"]
    assert view.details.pill.text == "[Qüéüéd~~]"
    assert view.details.cancel.text().startswith("[Çàñçél")
