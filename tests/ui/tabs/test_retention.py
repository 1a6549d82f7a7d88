"""The dialog of how long the log is kept: rules, holds, what would go, and letting it go."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from integration_console.domain.errors import WorkspaceHeld
from integration_console.domain.logs import LogFilter
from integration_console.domain.retention import HoldDraft, RetentionPolicy, RetentionRule
from integration_console.domain.saved_filters import SavedFilterDraft
from integration_console.domain.work import Cancelled, Progress, Work
from integration_console.storage.log_rows import append_entries
from integration_console.ui.language import strip_isolates
from integration_console.ui.tabs.logs.controller import make_logs_tab
from integration_console.ui.tabs.logs.retention.dialog import RetentionDialog
from integration_console.ui.tabs.logs.retention.holds import HoldDialog, held_words
from integration_console.ui.tabs.logs.view import LogsView
from tests.builders import log_draft
from tests.ui.workspace import Place, made_place

SOON = 5_000
T = TypeVar("T", bound=QWidget)
RULES = RetentionPolicy(30, None, (RetentionRule("status:error", None), RetentionRule("sync.*", 7)))


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    with made_place(tmp_path) as made:
        now = datetime.now(UTC)
        old = [log_draft(created_at=now - timedelta(days=91)) for _ in range(3)]
        made.opened.store.write(lambda writing: append_entries(writing, old))
        yield made


@pytest.fixture
def page(qtbot: QtBot, place: Place) -> LogsView:
    view = make_logs_tab(place.gateway, place.tasks, place.relay, place.toasts)
    place.window.setCentralWidget(view)
    place.window.resize(1200, 800)
    place.window.show()
    return view


def opened(qtbot: QtBot, kind: type[T]) -> T:
    def found() -> T | None:
        every = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
        return every[-1] if every else None

    qtbot.waitUntil(lambda: found() is not None, timeout=SOON)
    dialog = found()
    assert dialog is not None
    return dialog


def dialog_of(qtbot: QtBot, page: LogsView) -> RetentionDialog:
    next(each for each in page.more.choices.actions() if "How long" in each.text()).trigger()
    dialog = opened(qtbot, RetentionDialog)
    qtbot.waitUntil(lambda: "Looking" not in dialog.outlook.sentence.text(), timeout=SOON)
    return dialog


def test_rules_are_shown_changed_and_kept(qtbot: QtBot, page: LogsView, place: Place) -> None:
    dialog = dialog_of(qtbot, page)
    assert dialog.form.values() == {
        "limited": True, "days": 90, "rules": "", "events_limited": True, "event_days": 90,
    }  # fmt: skip
    dialog.form.show_values({"days": 30, "rules": "sync.*=7\n\n status:error = ever", "events_limited": False})
    dialog.primary.click()
    qtbot.waitUntil(lambda: place.gateway.retention().policy == RULES, timeout=SOON)
    qtbot.waitUntil(dialog.primary.isEnabled, timeout=SOON)
    dialog.reject()
    again = dialog_of(qtbot, page)
    assert again.form.values()["rules"] == "status:error = ever\nsync.* = 7"
    again.reject()


@pytest.mark.parametrize("rules", ["sync.*", "= 7", "sync.* = soon", "no class = 7"])
def test_a_line_that_is_no_rule_is_named_at_its_field(qtbot: QtBot, page: LogsView, place: Place, rules: str) -> None:
    dialog = dialog_of(qtbot, page)
    dialog.form.show_values({"rules": rules})
    dialog.primary.click()
    qtbot.waitUntil(lambda: "“" in strip_isolates(problem_at(dialog)), timeout=SOON)
    assert place.gateway.retention().policy == RetentionPolicy()
    dialog.form.show_values({"rules": "", "days": 0})
    dialog.primary.click()
    assert place.gateway.retention().policy == RetentionPolicy()
    dialog.reject()


def problem_at(dialog: RetentionDialog) -> str:
    return " ".join(each.text() for each in dialog.form.findChildren(type(dialog.title)) if each.isVisible())


def test_what_the_log_shows_is_held_and_released(qtbot: QtBot, page: LogsView, place: Place) -> None:
    slack = place.add_slack("Ops")
    page.show_filtered(LogFilter(connector_id=slack.id, since=datetime(2026, 5, 1, tzinfo=UTC)))
    dialog = dialog_of(qtbot, page)
    assert dialog.holds.release_buttons == []
    dialog.hold.click()
    asking = opened(qtbot, HoldDialog)
    asking.primary.click()  # no reason yet
    assert asking.isVisible()
    asking.form.show_values({"reason": "case 7"})
    asking.primary.click()
    qtbot.waitUntil(lambda: len(dialog.holds.release_buttons) == 1, timeout=SOON)
    (hold,) = place.gateway.retention().holds
    assert (hold.reason, hold.connector_id, hold.since) == ("case 7", slack.id, datetime(2026, 5, 1, tzinfo=UTC))
    dialog.holds.release_buttons[0].click()
    qtbot.waitUntil(lambda: dialog.holds.release_buttons == [], timeout=SOON)
    assert place.gateway.retention().holds == ()
    dialog.reject()


def test_old_entries_are_foretold_and_removed(qtbot: QtBot, page: LogsView, place: Place) -> None:
    dialog = dialog_of(qtbot, page)
    assert dialog.outlook.sentence.text().startswith("A removal would now take away 3 entries (")
    dialog.outlook.button.click()
    qtbot.waitUntil(lambda: "take away 0 entries" in dialog.outlook.sentence.text(), timeout=SOON)
    assert not dialog.outlook.button.isEnabled()
    last = place.gateway.retention().last_run
    assert last is not None
    assert last.entries == 3
    dialog.reject()


def test_a_removal_shows_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, page: LogsView, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(_gateway: object, work: Work) -> None:
        work.report(Progress(2))
        for _ in range(500):
            work.stop_if_cancelled()
            time.sleep(0.01)
        raise Cancelled

    monkeypatch.setattr(type(place.gateway), "run_retention", slow)
    dialog = dialog_of(qtbot, page)
    dialog.outlook.button.click()
    qtbot.waitUntil(lambda: dialog.outlook.progress.words.accessibleName() == "2 entries removed", timeout=SOON)
    assert (dialog.outlook.button.text(), round(dialog.outlook.progress.share, 2)) == ("Stop", 0.67)
    dialog.outlook.button.click()
    assert (dialog.outlook.button.text(), dialog.outlook.button.isEnabled()) == ("Stopping…", False)
    qtbot.waitUntil(lambda: dialog.outlook.button.text() == "Remove now", timeout=SOON)
    dialog.outlook.button.click()
    dialog.reject()  # which would leave it to go on unseen
    assert (dialog.isVisible(), dialog.outlook.button.text()) == (True, "Stopping…")
    qtbot.waitUntil(lambda: not dialog.outlook.is_running, timeout=SOON)
    dialog.reject()
    assert not dialog.isVisible()


def test_who_leaves_waits_for_no_forecast(
    qtbot: QtBot, page: LogsView, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []

    def slow(_gateway: object, work: Work) -> None:
        try:
            for _ in range(2000):
                work.stop_if_cancelled()
                time.sleep(0.005)
        finally:
            ended.append(True)

    monkeypatch.setattr(type(place.gateway), "retention_forecast", slow)
    next(each for each in page.more.choices.actions() if "How long" in each.text()).trigger()
    dialog = opened(qtbot, RetentionDialog)
    qtbot.waitUntil(lambda: place.tasks.is_running("retention.forecast"), timeout=SOON)
    dialog.reject()
    qtbot.waitUntil(lambda: ended == [True], timeout=SOON)


def test_what_holds_keep_is_told(qtbot: QtBot, page: LogsView, place: Place) -> None:
    place.gateway.place_hold(HoldDraft("case 7"))
    dialog = dialog_of(qtbot, page)
    assert dialog.outlook.sentence.text() == (
        "A removal would now take away 0 entries. 3 older ones stay because of legal holds."
    )
    dialog.reject()


@pytest.mark.parametrize("name", ["set_retention", "place_hold", "release_hold", "run_retention", "retention_forecast"])
def test_what_goes_wrong_is_said_in_the_dialog(
    qtbot: QtBot, page: LogsView, place: Place, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    place.gateway.place_hold(HoldDraft("case 7", until=datetime.now(UTC) - timedelta(days=900)))

    def refused(*_: object) -> None:
        raise WorkspaceHeld(path="/x.db", program="y", pid="1")

    monkeypatch.setattr(type(place.gateway), name, refused)
    next(each for each in page.more.choices.actions() if "How long" in each.text()).trigger()
    dialog = opened(qtbot, RetentionDialog)
    shown: RetentionDialog | HoldDialog = dialog
    steps: dict[str, Callable[[], None]] = {
        "set_retention": dialog.primary.click,
        "release_hold": dialog.holds.release_buttons[0].click,
        "run_retention": dialog.outlook.run_requested.emit,
        "retention_forecast": lambda: None,
        "place_hold": dialog.hold.click,
    }
    steps[name]()
    if name == "place_hold":
        asking = opened(qtbot, HoldDialog)
        asking.form.show_values({"reason": "x"})
        asking.primary.click()
        shown = asking
    qtbot.waitUntil(shown.banner.isVisible, timeout=SOON)
    shown.reject()
    dialog.reject()


def test_a_hold_says_what_it_keeps() -> None:
    day = datetime(2026, 5, 1, 12, tzinfo=UTC)
    words = strip_isolates(held_words(HoldDraft("x", day, day + timedelta(days=1), "c", "cause"), {"c": "Ops"}))
    assert words.startswith("from ")
    assert "about Ops" in words
    assert words.endswith("of the cause cause")
    assert held_words(HoldDraft("x"), {}) == "the whole log"


def test_what_a_saved_filter_narrows_to_is_held(qtbot: QtBot, page: LogsView, place: Place) -> None:
    saved = place.gateway.save_filter(SavedFilterDraft("Spring", "since:2026-05-01"))
    qtbot.waitUntil(lambda: [each.name for each in page.filters.saved.filters] == ["Spring"], timeout=SOON)
    page.search.setText("filter:Spring")
    qtbot.waitUntil(lambda: page.filters.query == "filter:Spring", timeout=SOON)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, page)
    dialog.hold.click()
    asking = opened(qtbot, HoldDialog)
    asking.form.show_values({"reason": "case 8"})
    draft = asking.draft()
    assert draft is not None
    assert draft.since == datetime(2026, 5, 1).astimezone()
    asking.reject()
    place.gateway.remove_filter(saved.id)
    qtbot.waitUntil(lambda: page.filters.saved.filters == (), timeout=SOON)
    dialog.hold.click()
    assert "Spring" in strip_isolates(dialog.banner.accessibleName())
    dialog.reject()
