"""The page of connectors that sync: what they bring, their runs, their schedules, their access."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from integration_console.domain.changes import Subject
from integration_console.domain.connectors import Connector, Health
from integration_console.domain.errors import AuthorisationDenied, AuthorisationLost, VaultLocked
from integration_console.domain.schedules import Misfire, Overlap, ScheduleDraft, Timing
from integration_console.domain.streams import RecordState, SyncMode
from integration_console.domain.syncs import RunCounts, RunRequest, RunState
from integration_console.domain.work import Progress
from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.tabs.connectors.authorising import AuthorisationDialog
from integration_console.ui.tabs.connectors.controller import ConnectorsController, make_connectors_tab
from integration_console.ui.tabs.connectors.schedule_dialog import ScheduleDialog, own_zone, zones
from integration_console.ui.tabs.connectors.view import ConnectorsView
from tests.ui.fake_syncs import CHAT, FILES, Desk, FakeWorkspace, done_counts, now


@dataclass(frozen=True, slots=True)
class Page:
    """The page in a window, and the hands that use it."""

    qtbot: QtBot
    desk: Desk
    view: ConnectorsView
    controller: ConnectorsController

    @classmethod
    def over(cls, qtbot: QtBot, desk: Desk) -> Page:
        view = make_connectors_tab(desk.fake, desk.tasks, desk.relay, desk.toasts, desk.unlocking)
        desk.show(view)
        controller = view.findChild(ConnectorsController)
        assert controller is not None
        page = cls(qtbot, desk, view, controller)
        page.settle()
        return page

    def settle(self) -> None:
        self.qtbot.wait(150)
        self.qtbot.waitUntil(lambda: not self.controller.syncing.is_resting)
        self.qtbot.waitUntil(
            lambda: not any(self.desk.tasks.is_running(key) for key in ("connectors", "connectors: syncs"))
        )
        self.qtbot.wait(20)

    def press(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def schedule_dialog(self) -> ScheduleDialog:
        scheduling = self.controller.scheduling
        self.qtbot.waitUntil(lambda: scheduling.dialog is not None and scheduling.dialog.isVisible())
        self.qtbot.wait(300)
        dialog = scheduling.dialog
        assert dialog is not None
        return dialog

    def begin_to_authorise(self) -> tuple[AuthorisationDialog, list[str]]:
        opened: list[str] = []
        self.controller.authorising.open_address = opened.append
        self.press(self.view.pane.authorise)
        self.qtbot.waitUntil(lambda: bool(opened))
        dialog = self.controller.authorising.dialog
        assert dialog is not None
        return dialog, opened


@pytest.fixture
def shop(desk: Desk) -> Connector:
    return desk.fake.add("Odoo, Riyadh", health=Health.GOOD, checked_at=now())


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, shop: Connector) -> Page:
    return Page.over(qtbot, desk)


# --------------------------------------------------------------------------------------------------------------- syncs
def test_a_connector_that_brings_nothing_shows_nothing_of_syncs(qtbot: QtBot, desk: Desk) -> None:
    desk.fake.add("Team chat", CHAT)
    pane = Page.over(qtbot, desk).view.pane
    assert [part.isVisible() for part in (pane.syncs, pane.schedules, pane.authorise)] == [False, False, False]


def test_what_a_connector_brings_stands_with_its_counts(page: Page, desk: Desk, shop: Connector) -> None:
    for number in range(1200):
        desk.fake.add_record(shop, "contacts", f"{number}", {})
    desk.fake.add_record(shop, "contacts", "gone", {}, state=RecordState.DELETED)
    desk.fake.announce(Subject.RECORDS)
    page.settle()
    shown = [(title, strip_isolates(counts)) for title, counts in page.view.pane.syncs.streams]
    assert shown == [("Contacts", "1,200, 1 deleted"), ("Products", "0")]
    led: list[tuple[str, str]] = []
    page.view.records_requested.connect(lambda *where: led.append(where))
    page.press(page.view.pane.syncs._rows[1][0])
    assert led == [(shop.id, "products")]


def test_sync_now_reads_what_changed(page: Page, desk: Desk, shop: Connector) -> None:
    assert page.view.pane.syncs.words.text() == "It has not been synced yet."
    page.press(page.view.pane.syncs.start.button)
    page.settle()
    assert desk.fake.asked == [("start_sync", RunRequest(shop.id))]
    assert page.view.pane.syncs.pill.text == "Queued"
    assert page.view.pane.syncs.start.isHidden()
    assert page.view.pane.syncs.is_ticking


def test_the_other_ways_to_sync_are_in_the_menu(page: Page, desk: Desk, shop: Connector) -> None:
    actions = page.view.pane.syncs.start.actions_by_key
    assert {key: action.text() for key, action in actions.items()} == {
        "incremental": "Only what changed since the last sync",
        "full": "Read everything anew, and find what is gone",
        "reconcile": "Compare everything with what is stored",
    }
    actions["reconcile"].trigger()
    page.settle()
    assert desk.fake.asked == [("start_sync", RunRequest(shop.id, SyncMode.RECONCILE))]


def test_modes_that_no_kind_of_record_offers_are_not_in_the_menu(
    qtbot: QtBot, desk: Desk, shop: Connector, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = FakeWorkspace.streams

    def without_comparison(self: FakeWorkspace, connector_id: str) -> tuple[object, ...]:
        return tuple(
            replace(each, stream=replace(each.stream, modes=(SyncMode.FULL,))) for each in usual(self, connector_id)
        )

    monkeypatch.setattr(FakeWorkspace, "streams", without_comparison)
    actions = Page.over(qtbot, desk).view.pane.syncs.start.actions_by_key
    assert [key for key, action in actions.items() if action.isVisible()] == ["full"]


def test_a_run_is_watched_and_cancelled_in_the_pane(page: Page, desk: Desk, shop: Connector) -> None:
    run = desk.fake.add_run(
        shop,
        RunState.RUNNING,
        started_at=now() - timedelta(seconds=4),
        counts=RunCounts(unchanged=100),
        progress=Progress(100, 400),
    )
    desk.fake.announce(Subject.SYNCS)
    page.settle()
    syncs = page.view.pane.syncs
    assert syncs.progress.share == 0.25
    assert strip_isolates(syncs.progress.words.accessibleName()).startswith("100 of 400 · ")
    page.press(syncs.cancel)
    page.settle()
    assert desk.fake.sync_run(run.id).cancel_requested
    assert not syncs.cancel.isEnabled()
    desk.fake.change_run(run.id, state=RunState.CANCELLED, finished_at=now())
    desk.fake.announce(Subject.SYNCS)
    page.settle()
    assert (syncs.pill.text, syncs.start.isVisible(), syncs.is_ticking) == ("Cancelled", True, False)


def test_the_last_sync_is_told(page: Page, desk: Desk, shop: Connector) -> None:
    desk.fake.add_run(shop, RunState.SUCCEEDED, counts=done_counts())
    desk.fake.announce(Subject.SYNCS)
    page.settle()
    assert strip_isolates(page.view.pane.syncs.words.text()) == "just now: 3 added, 2 updated and 1 deleted"


def test_what_happened_while_the_page_was_hidden_is_fetched_when_it_is_seen(
    page: Page, desk: Desk, shop: Connector
) -> None:
    page.view.hide()
    desk.fake.add_run(shop, RunState.SUCCEEDED)
    desk.fake.announce(Subject.SYNCS)
    page.settle()
    assert page.view.pane.syncs.pill.isHidden()
    page.view.show()
    page.settle()
    assert page.view.pane.syncs.pill.text == "Succeeded"


def test_an_inactive_connector_is_not_synced(page: Page, desk: Desk, shop: Connector) -> None:
    desk.fake.switch_connector(shop.id, active=False)
    page.settle()
    assert not page.view.pane.syncs.start.isEnabled()
    assert page.view.pane.syncs.start.toolTip() == "Activate the connector first."


def test_locked_secrets_are_asked_for_and_the_sync_starts_then(
    page: Page, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_self: FakeWorkspace, _request: RunRequest) -> None:
        raise VaultLocked

    with monkeypatch.context() as context:
        context.setattr(FakeWorkspace, "start_sync", locked)
        page.press(page.view.pane.syncs.start.button)
        page.qtbot.waitUntil(lambda: len(desk.unlocking.waiting) == 1)
    desk.unlocking.waiting.pop()()
    page.settle()
    assert len(desk.fake.runs) == 1


def test_another_connector_shows_its_own_syncs(page: Page, desk: Desk, shop: Connector) -> None:
    second = desk.fake.add("Second shop")
    desk.fake.add_run(shop, RunState.SUCCEEDED)
    desk.fake.announce(Subject.CONNECTORS, Subject.SYNCS)
    page.settle()
    page.view.choose(second.id)
    assert page.view.pane.syncs.words.text() == "It has not been synced yet."
    page.settle()
    page.view.choose(shop.id)
    page.settle()
    assert page.view.pane.syncs.pill.text == "Succeeded"
    asked: list[str] = []
    page.view.syncs_requested.connect(asked.append)
    page.press(page.view.pane.syncs.history)
    assert asked == [shop.id]


# ----------------------------------------------------------------------------------------------------------- schedules
def test_a_schedule_is_made_with_its_next_runs_in_sight(page: Page, desk: Desk, shop: Connector) -> None:
    assert page.view.pane.schedules.none.text() == "It syncs only when somebody asks for it."
    page.press(page.view.pane.schedules.add)
    dialog = page.schedule_dialog()
    assert len([label for label in dialog.times if label.isVisible() and label.text()]) == 5
    dialog.form.show_values({"timing": "cron", "cron": "30 6 * * 0-4", "time_zone": "Asia/Riyadh"})
    dialog.ask_for_times()
    page.qtbot.waitUntil(lambda: all(label.text().endswith(" 06:30") for label in dialog.times))
    page.press(dialog.primary)
    page.settle()
    (kept,) = desk.fake.schedules()
    assert (kept.timing, kept.cron, kept.time_zone) == (Timing.CRON, "30 6 * * 0-4", "Asia/Riyadh")
    (row,) = page.view.pane.schedules.rows
    assert strip_isolates(row.timing.accessibleName()) == "30 6 * * 0-4 in Asia/Riyadh"
    assert strip_isolates(row.next.accessibleName()).startswith("Changes; next: ")
    assert desk.said() == ["The schedule was saved"]


def test_an_interval_is_told_in_the_unit_that_fits(page: Page, desk: Desk, shop: Connector) -> None:
    for seconds in (900, 7200, 86_400, 90):
        desk.fake.save_schedule(ScheduleDraft(shop.id, seconds=seconds))
    page.settle()
    told = [row.timing.accessibleName() for row in page.view.pane.schedules.rows]
    assert told == ["Every 15 minutes", "Every 2 hours", "Every day", "Every 90 seconds"]


def test_what_is_wrong_with_a_schedule_is_said_at_its_field(page: Page, desk: Desk) -> None:
    page.press(page.view.pane.schedules.add)
    dialog = page.schedule_dialog()
    dialog.form.show_values({"timing": "cron", "cron": "every day"})
    dialog.ask_for_times()
    page.qtbot.waitUntil(lambda: bool(dialog.form.row("cron").error))
    assert dialog.form.row("cron").error.startswith("This is not a cron expression")
    page.press(dialog.primary)
    page.settle()
    assert dialog.isVisible()
    dialog.form.show_values({"timing": "interval", "every": 10_000, "unit": "86400"})
    page.press(dialog.primary)
    page.qtbot.waitUntil(lambda: bool(dialog.form.row("every").error))
    assert desk.fake.schedules() == ()
    dialog.reject()


def test_a_schedule_is_edited_switched_and_removed(page: Page, desk: Desk, shop: Connector) -> None:
    draft = ScheduleDraft(
        shop.id,
        SyncMode.FULL,
        Timing.INTERVAL,
        7200,
        misfire=Misfire.ALL,
        overlap=Overlap.QUEUE,
        time_zone="Asia/Riyadh",
    )
    made = desk.fake.save_schedule(draft)
    page.settle()
    row = page.view.pane.schedules.rows[0]
    page.press(row.edit)
    dialog = page.schedule_dialog()
    assert dialog.draft() == replace(draft, id=made.id)
    dialog.form.show_values({"every": 3})
    page.press(dialog.primary)
    page.settle()
    assert desk.fake.schedules()[0].seconds == 3 * 3600
    page.press(row.switch)
    page.settle()
    assert not desk.fake.schedules()[0].active
    assert row.next.accessibleName().endswith("switched off")
    page.press(row.remove)
    confirmation = page.controller.scheduling.confirmation
    assert confirmation is not None
    page.press(confirmation.primary)
    page.settle()
    assert desk.fake.schedules() == ()
    assert page.view.pane.schedules.rows == []


def test_a_zone_is_found_by_a_part_of_its_name(page: Page) -> None:
    page.press(page.view.pane.schedules.add)
    dialog = page.schedule_dialog()
    combo = dialog.form.row("time_zone").editor.widget
    assert isinstance(combo, QComboBox)
    assert combo.currentText() == own_zone()
    line = combo.lineEdit()
    assert line is not None
    line.setText("asia/riyadh")
    line.editingFinished.emit()
    assert (combo.currentText(), dialog.draft().time_zone) == ("Asia/Riyadh", "Asia/Riyadh")
    line.setText("Nowhere/Land")
    line.editingFinished.emit()
    assert combo.currentText() == "Asia/Riyadh"
    assert "Etc/GMT+3" not in zones()
    dialog.reject()


# -------------------------------------------------------------------------------------------------------------- access
@pytest.fixture
def files(desk: Desk) -> Connector:
    lost = AuthorisationLost(host="drive.example", reason="invalid_grant")
    return desk.fake.add(
        "Shared drive",
        FILES,
        health=Health.NEEDS_AUTHORISATION,
        health_code=lost.code,
        health_params=lost.params,
        checked_at=now(),
    )


def test_lost_access_is_said_with_the_one_thing_to_do(qtbot: QtBot, desk: Desk, files: Connector) -> None:
    page = Page.over(qtbot, desk)
    pane = page.view.pane
    assert pane.state.text == "No access"
    assert strip_isolates(pane.failure.accessibleName()).startswith("drive.example no longer accepts the access")
    assert pane.failure._action.text() == "Authorise again…"
    opened: list[str] = []
    page.controller.authorising.open_address = opened.append
    page.press(pane.failure._action)
    qtbot.waitUntil(lambda: opened == ["https://accounts.example/authorise?client=console"])
    desk.fake.granted.set()
    qtbot.waitUntil(lambda: desk.fake.connector(files.id).health is Health.GOOD)
    page.settle()
    assert pane.failure.isHidden()
    assert desk.said() == ["“Shared drive” has access"]


def test_waiting_for_the_browser_can_be_left(qtbot: QtBot, desk: Desk, files: Connector) -> None:
    page = Page.over(qtbot, desk)
    dialog, opened = page.begin_to_authorise()
    assert (dialog.address.text(), dialog.primary.text()) == (opened[0], "Open the browser again")
    page.press(dialog.primary)
    assert len(opened) == 2
    dialog.reject()
    qtbot.waitUntil(lambda: not desk.tasks.is_running(f"connectors: authorise {files.id}"))
    assert desk.fake.connector(files.id).health is Health.NEEDS_AUTHORISATION


def test_a_refusal_is_said_and_tried_again(qtbot: QtBot, desk: Desk, files: Connector) -> None:
    page = Page.over(qtbot, desk)
    desk.fake.denied = True
    dialog, opened = page.begin_to_authorise()
    desk.fake.granted.set()
    qtbot.waitUntil(lambda: not dialog.is_waiting)
    expected = AuthorisationDenied(reason="access_denied")
    assert strip_isolates(dialog.banner.accessibleName()) == f"{expected.title} {expected.advice}"
    assert dialog.primary.text() == "Try again"
    desk.fake.denied = False
    page.press(dialog.primary)
    qtbot.waitUntil(lambda: desk.fake.connector(files.id).health is Health.GOOD)
    page.settle()
    assert len(opened) == 2


def test_a_connector_that_was_never_authorised_says_so(qtbot: QtBot, desk: Desk) -> None:
    desk.fake.add("Shared drive", FILES, health=Health.NEEDS_AUTHORISATION, checked_at=now())
    pane = Page.over(qtbot, desk).view.pane
    assert strip_isolates(pane.failure.accessibleName()).startswith("“Shared drive” has not been authorised yet.")


def test_another_language_is_spoken_at_once(page: Page, desk: Desk, shop: Connector) -> None:
    desk.fake.save_schedule(ScheduleDraft(shop.id))
    page.settle()
    language.choose(LanguageCode.PSEUDO)
    pane = page.view.pane
    assert pane.syncs.start.button.text() == "[Šýñç ñöw~~~]"
    assert pane.schedules.rows[0].timing.accessibleName().startswith("[Évérý")
