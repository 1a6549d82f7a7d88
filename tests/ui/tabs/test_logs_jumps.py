"""Going to a time, an ID and the next error, through rows that are not at hand."""

from __future__ import annotations

from datetime import UTC, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt, QTimeZone
from PySide6.QtGui import QGuiApplication, QKeyEvent
from pytestqt.qtbot import QtBot

from integration_console.domain.logs import LogEntry, LogFilter
from integration_console.ui.language import strip_isolates
from integration_console.ui.tabs.logs.controller import make_logs_tab
from integration_console.ui.tabs.logs.jump_dialog import ENTRY, MOMENT, JumpDialog
from integration_console.ui.tabs.logs.view import LogsView
from integration_console.ui.widgets import LinkButton
from tests.ui.log_scenes import START, add_entries, settle, shown_page
from tests.ui.workspace import Place

ERRORS = frozenset({200, 2500, 2501, 4900})
MANY = 5000


@pytest.fixture
def page(qtbot: QtBot, place: Place) -> LogsView:
    add_entries(place, MANY, errors=ERRORS)
    return shown_page(qtbot, place)


def dialog_of(qtbot: QtBot, page: LogsView) -> JumpDialog:
    page.window().activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page.table, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = page.table.findChildren(JumpDialog)
    return dialog


def current(page: LogsView) -> LogEntry | None:
    return page.model.entry(page.table.currentIndex().row())


def stands_at(page: LogsView, message: str) -> bool:
    entry = current(page)
    return entry is not None and entry.message == message and page.table.currentIndex().row() in range(*seen(page))


def seen(page: LogsView) -> tuple[int, int]:
    first, last = page.table.seen_rows
    return first, last + 1


def stored(place: Place, number: int) -> LogEntry:
    moment = START + timedelta(seconds=number)
    (found,) = place.gateway.log_page(LogFilter(since=moment, until=moment + timedelta(seconds=1)), None, 1).entries
    return found


def toasts(place: Place) -> list[str]:
    return [each.accessibleName() for each in place.toasts.cards]


def test_a_moment_leads_to_the_newest_entry_that_is_not_later(qtbot: QtBot, page: LogsView) -> None:
    dialog = dialog_of(qtbot, page)
    dialog.zone.setCurrentIndex(1)
    dialog.zone.activated.emit(1)
    assert dialog.moment.dateTime().timeZone() == QTimeZone.utc()
    dialog.moment.show_moment(START + timedelta(seconds=1234))
    assert dialog.moment.text() == "2026-11-20 08:20:34"
    dialog.primary.click()
    qtbot.waitUntil(lambda: stands_at(page, "number 1234"))
    assert page.window().focusWidget() is page.table
    dialog_of(qtbot, page)
    assert dialog.moment.moment == START + timedelta(seconds=1234)
    dialog.moment.show_moment(START - timedelta(days=365))
    dialog.primary.click()
    qtbot.waitUntil(lambda: stands_at(page, "number 0"))
    dialog_of(qtbot, page)
    dialog.moment.show_moment(START + timedelta(days=365))
    dialog.primary.click()
    qtbot.waitUntil(lambda: page.table.currentIndex().row() == 0)


def test_rows_above_a_moment_are_right_too(qtbot: QtBot, place: Place, page: LogsView) -> None:
    dialog = dialog_of(qtbot, page)
    dialog.moment.show_moment(START + timedelta(seconds=2000))
    dialog.primary.click()
    qtbot.waitUntil(lambda: stands_at(page, "number 2000"))
    settle(qtbot, place)
    row = page.table.currentIndex().row()
    page.table.go_to(row - 450)
    page.table.viewport().repaint()
    qtbot.waitUntil(lambda: stands_at(page, "number 2450"))
    assert page.model.total == place.gateway.log_count(LogFilter())


def test_an_id_leads_to_its_entry(qtbot: QtBot, place: Place, page: LogsView) -> None:
    wanted = stored(place, 777)
    QGuiApplication.clipboard().setText(wanted.id)
    dialog = dialog_of(qtbot, page)
    assert (dialog.kinds.key, dialog.entry.text()) == (ENTRY, wanted.id)
    dialog.primary.click()
    qtbot.waitUntil(lambda: stands_at(page, "number 777"))
    QGuiApplication.clipboard().setText("")
    dialog_of(qtbot, page)
    assert dialog.kinds.key == MOMENT
    dialog.kinds._segments[ENTRY].click()
    dialog.entry.setText("not an id")
    dialog.primary.click()
    assert dialog.isVisible()
    assert "not an ID" in dialog.banner.accessibleName()
    dialog.entry.setText("00000000-0000")
    dialog.primary.click()
    qtbot.waitUntil(lambda: "There is no entry with this ID" in toasts(place))


def test_an_entry_that_the_filter_hides_is_offered_without_it(qtbot: QtBot, place: Place, page: LogsView) -> None:
    wanted = stored(place, 60)
    page.search.setText("status:error OR duration:>1h")
    qtbot.waitUntil(lambda: page.model.total == len(ERRORS))
    dialog = dialog_of(qtbot, page)
    dialog.kinds._segments[ENTRY].click()
    dialog.entry.setText(wanted.id)
    dialog.primary.click()
    qtbot.waitUntil(lambda: any("filters hide" in each for each in toasts(place)))
    place.toasts.cards[-1].findChildren(LinkButton)[0].click()
    qtbot.waitUntil(lambda: stands_at(page, "number 60"))
    assert page.search.text() == ""


def test_the_next_errors_are_one_key_away_in_both_directions(qtbot: QtBot, place: Place, page: LogsView) -> None:
    page.table.setFocus()
    for number in (4900, 2501, 2500, 200):
        qtbot.keyClick(page.table, Qt.Key.Key_N)
        qtbot.waitUntil(partial(stands_at, page, f"number {number}"))
    qtbot.keyClick(page.table, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: "No error below this entry" in toasts(place))
    qtbot.keyClick(page.table, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: stands_at(page, "number 2500"))
    page.tools.error_above.click()
    qtbot.waitUntil(lambda: stands_at(page, "number 2501"))
    page.tools.error_below.click()
    qtbot.waitUntil(lambda: stands_at(page, "number 2500"))
    assert strip_isolates(page.tools.error_below.toolTip()) == "Error below (N)"


def test_the_key_is_known_on_an_arabic_keyboard_too(qtbot: QtBot, page: LogsView) -> None:
    with qtbot.waitSignal(page.table.key_pressed) as heard:
        event = QKeyEvent(QEvent.Type.KeyPress, 0x649, Qt.KeyboardModifier.NoModifier, "ى")
        page.table.keyPressEvent(event)
    assert heard.args == ["n"]


def test_open_details_follow_a_jump(qtbot: QtBot, place: Place, page: LogsView) -> None:
    page.table.setFocus()
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(page.details.isVisible)
    page.tools.error_below.click()
    qtbot.waitUntil(lambda: stands_at(page, "number 4900"))
    page.tools.error_below.click()
    wanted = stored(place, 2501).id
    qtbot.waitUntil(lambda: page.details.entry_id == wanted)


def test_without_rows_there_is_nowhere_to_go(qtbot: QtBot, place: Place) -> None:
    page = make_logs_tab(place.gateway, place.tasks, place.relay, place.toasts)
    qtbot.addWidget(page)
    page.error_wanted.emit(False)
    qtbot.waitUntil(lambda: toasts(place) == ["No error below this entry"])


def test_the_local_clock_is_shown_first(qtbot: QtBot, page: LogsView) -> None:
    dialog = dialog_of(qtbot, page)
    assert dialog.zone.currentData() == "local"
    moment = START.astimezone(UTC)
    dialog.moment.show_moment(moment)
    assert dialog.moment.moment == moment


def test_an_entry_that_no_row_shows_is_offered_without_the_filters(qtbot: QtBot, place: Place, page: LogsView) -> None:
    wanted = stored(place, 60)
    page.search.setText("duration:>1h")
    qtbot.waitUntil(lambda: page.model.total == 0)
    dialog = dialog_of(qtbot, page)
    dialog.kinds._segments[ENTRY].click()
    dialog.entry.setText(wanted.id)
    dialog.primary.click()
    qtbot.waitUntil(lambda: any("filters hide" in each for each in toasts(place)))
