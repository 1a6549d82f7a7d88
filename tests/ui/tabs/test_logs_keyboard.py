"""The page of the log by keyboard alone: where the keyboard is can be seen, Esc leads back, keys are told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from integration_console.domain.logs import LogFilter
from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.tabs.logs.chain_pane import LANES
from integration_console.ui.tabs.logs.columns import Columns
from integration_console.ui.tabs.logs.columns_dialog import ColumnsDialog
from integration_console.ui.tabs.logs.details import CHAIN, OVERVIEW
from integration_console.ui.tabs.logs.view import ENTRIES, FIGURES, LogsView
from integration_console.ui.theme import SHOWN, ThemeChoice, theme
from integration_console.ui.widgets.payload_parts import BODY
from tests.ui.log_scenes import settle, shown_page
from tests.ui.workspace import Place

TAB, BACK, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, receiving_place: Place) -> LogsView:
    webhook = receiving_place.add_webhook()
    for number in range(4):
        assert receiving_place.deliver(webhook, f"delivery {number}", "push") == 202
    page = shown_page(qtbot, receiving_place)
    qtbot.waitUntil(page.histogram.isVisible)
    receiving_place.window.activateWindow()
    return page


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def stops(qtbot: QtBot, page: LogsView, start: QWidget) -> Iterator[QWidget]:
    """Every place that Tab leads to, from one to the last of the page."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    while (now := focused()) not in seen:
        assert page.isAncestorOf(now)
        seen.append(now)
        yield now
        qtbot.keyClick(now, TAB)


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


def unseen(qtbot: QtBot, page: LogsView, start: QWidget) -> list[str]:
    """The stops that look the same with and without the keyboard on them."""
    hidden = []
    for each in stops(qtbot, page, start):
        with_keyboard = picture(each)
        each.clearFocus()
        if picture(each) == with_keyboard:
            hidden.append(f"{type(each).__name__} {each.accessibleName()}")
        each.setFocus(Qt.FocusReason.TabFocusReason)
    return hidden


def open_details(qtbot: QtBot, page: LogsView, place: Place, part: str) -> None:
    page.table.setFocus()
    page.table.choose_row(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    settle(qtbot, place)
    qtbot.waitUntil(lambda: part in page.details.keys)
    page.details.choose(part)
    settle(qtbot, place)


@pytest.mark.parametrize("choice", SHOWN)
def test_where_the_keyboard_is_can_always_be_seen(
    qtbot: QtBot, page: LogsView, receiving_place: Place, choice: ThemeChoice
) -> None:
    theme.choose(choice)
    page.filters.show_filter(LogFilter(query="push"))
    settle(qtbot, receiving_place)
    for part in (OVERVIEW, BODY, CHAIN):
        open_details(qtbot, page, receiving_place, part)
        assert unseen(qtbot, page, page.search) == []
    page.details.chain.show_as(LANES)
    assert unseen(qtbot, page, page.details.chain.lanes) == []
    page.show_perspective(FIGURES)
    settle(qtbot, receiving_place)
    assert unseen(qtbot, page, page.search) == []


def test_tab_goes_the_way_that_one_reads(qtbot: QtBot, page: LogsView, receiving_place: Place) -> None:
    open_details(qtbot, page, receiving_place, OVERVIEW)
    places = [each.mapTo(page, each.rect().topLeft()) for each in stops(qtbot, page, page.search)]
    top = page.table.mapTo(page, page.table.rect().topLeft()).y()
    lines = [(round(each.y() / 20), each.x()) for each in places if each.y() < top]
    assert len(lines) > 14
    assert lines == sorted(lines)
    assert [page.details.isAncestorOf(each) for each in stops(qtbot, page, page.table)][:4] == [False, True, True, True]


def test_the_parts_of_the_details_stand_before_what_they_show(
    qtbot: QtBot, page: LogsView, receiving_place: Place
) -> None:
    open_details(qtbot, page, receiving_place, BODY)
    page.details.take_focus()
    names = []
    for _ in range(3):
        qtbot.keyClick(focused(), TAB)
        names.append(focused())
    assert names[0] in page.details.contents.ways.findChildren(QWidget)
    assert page.details.contents.isAncestorOf(names[1])


def test_enter_on_a_row_leads_to_the_parts_of_its_details_and_arrows_from_part_to_part(
    qtbot: QtBot, page: LogsView, receiving_place: Place
) -> None:
    open_details(qtbot, page, receiving_place, OVERVIEW)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.details.tabs.isAncestorOf(focused())
    qtbot.keyClick(focused(), Qt.Key.Key_Right)
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    settle(qtbot, receiving_place)
    assert page.details.shown == BODY
    assert page.details.tabs.isAncestorOf(focused())  # the keyboard stays while contents come
    qtbot.keyClick(focused(), ESCAPE)
    assert page.details.isHidden()
    assert page.table.hasFocus()


def test_escape_leads_back_step_by_step(qtbot: QtBot, page: LogsView, receiving_place: Place) -> None:
    page.filters.show_filter(LogFilter(query="push"))
    settle(qtbot, receiving_place)
    open_details(qtbot, page, receiving_place, BODY)
    page.show_perspective(FIGURES)
    page.search.setFocus()
    page.histogram.setFocus()
    qtbot.keyClick(page.histogram, ESCAPE)
    assert (page.perspective.key, page.table.hasFocus()) == (ENTRIES, True)
    page.details.contents.view.setFocus()
    qtbot.keyClick(page.details.contents.view, ESCAPE)
    assert (page.details.isHidden(), page.table.hasFocus()) == (True, True)
    page.filters.types.setFocus()
    qtbot.keyClick(page.filters.types, ESCAPE)
    assert (page.table.hasFocus(), page.filters.query) == (True, "push")
    qtbot.keyClick(page.table, ESCAPE)
    assert page.filters.query == ""


def test_escape_leads_out_of_the_tables_of_statistics_and_of_the_chain(
    qtbot: QtBot, page: LogsView, receiving_place: Place
) -> None:
    page.show_perspective(FIGURES)
    settle(qtbot, receiving_place)
    page.figures.parts.setFocus()
    qtbot.keyClick(page.figures.parts, ESCAPE)
    assert (page.perspective.key, page.table.hasFocus()) == (ENTRIES, True)
    open_details(qtbot, page, receiving_place, CHAIN)
    page.details.chain.table.setFocus()
    qtbot.keyClick(page.details.chain.table, ESCAPE)
    assert (page.details.isHidden(), page.table.hasFocus()) == (True, True)


@pytest.mark.parametrize("code", [LanguageCode.ENGLISH, LanguageCode.ARABIC])
@pytest.mark.parametrize("width", [1200, 840, 640])
def test_nothing_of_the_head_lies_over_anything_else(
    qtbot: QtBot, page: LogsView, receiving_place: Place, code: LanguageCode, width: int
) -> None:
    language.choose(code)
    receiving_place.window.setMinimumSize(640, 480)  # as the window of the program says
    receiving_place.window.resize(width, 800)
    qtbot.wait(50)
    parts = (page.search, page.perspective, page.live.pill, page.live.button, page.tools)
    places = [QRect(each.mapTo(page, each.rect().topLeft()), each.size()) for each in parts]
    shortest = [part.minimumSizeHint().width() for part in parts]
    assert [each.width() >= least for each, least in zip(places, shortest, strict=True)] == [True] * len(parts)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert all(page.rect().contains(each) for each in places)
    assert page.width() <= width


@pytest.mark.parametrize("code", [LanguageCode.ENGLISH, LanguageCode.ARABIC])
def test_beside_details_the_table_needs_no_scrolling_and_status_keeps_its_sign(
    qtbot: QtBot, page: LogsView, receiving_place: Place, code: LanguageCode
) -> None:
    language.choose(code)
    receiving_place.window.resize(840, 800)
    open_details(qtbot, page, receiving_place, OVERVIEW)
    table = page.table
    assert table.width() < 480
    assert table.horizontalScrollBar().maximum() == 0
    assert [each for each in range(Columns.COUNT) if not table.isColumnHidden(each)] == [
        Columns.TIME,
        Columns.STATUS,
        Columns.MESSAGE,
    ]
    assert table.columnWidth(Columns.MESSAGE) > table.columnWidth(Columns.STATUS) == 48
    assert table.model().headerData(Columns.STATUS, Qt.Orientation.Horizontal) == ""  # half a word would be worse
    page.close_details()
    qtbot.waitUntil(lambda: table.columnWidth(Columns.STATUS) == 104)


def test_escape_in_an_empty_search_leads_to_the_table(qtbot: QtBot, page: LogsView) -> None:
    page.search.setFocus()
    page.search.setText("nothing")
    qtbot.keyClick(page.search, ESCAPE)
    assert (page.search.text(), page.search.hasFocus()) == ("", True)
    qtbot.keyClick(page.search, ESCAPE)
    assert page.table.hasFocus()


def test_enter_in_the_search_finds_at_once_and_leads_to_the_table(qtbot: QtBot, page: LogsView) -> None:
    page.search.setFocus()
    page.search.setText("push")
    with qtbot.waitSignal(page.filter_changed, timeout=100):  # before typing would count as paused
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.table.hasFocus()


def test_one_key_goes_round_the_parts_of_the_page(qtbot: QtBot, page: LogsView, receiving_place: Place) -> None:
    def go(modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWidget:
        qtbot.keyClick(focused(), Qt.Key.Key_F6, modifier)
        return focused()

    page.search.setFocus()
    assert [go(), go(), go()] == [page.histogram, page.table, page.search]
    open_details(qtbot, page, receiving_place, OVERVIEW)
    page.table.setFocus()
    assert page.details.tabs.isAncestorOf(go())
    assert go() is page.search
    assert page.details.isAncestorOf(go(SHIFT))
    assert go(SHIFT) is page.table
    page.live.button.setFocus()  # between the parts
    assert go() is page.search
    page.live.button.setFocus()
    assert page.details.isAncestorOf(go(SHIFT))
    page.show_perspective(FIGURES)
    settle(qtbot, receiving_place)
    page.histogram.setFocus()
    assert go() is page.figures.parts


def columns_dialog(page: LogsView) -> ColumnsDialog:
    page.tools.columns.click()
    return page.table.findChildren(ColumnsDialog)[0]


def test_columns_become_wider_by_keyboard(qtbot: QtBot, page: LogsView) -> None:
    before = page.table.columnWidth(Columns.SOURCE)
    columns = columns_dialog(page).columns
    columns.setCurrentRow(Columns.SOURCE)
    for _ in range(3):
        qtbot.keyClick(columns, Qt.Key.Key_Right, ALT)
    assert page.table.columnWidth(Columns.SOURCE) == before + 48
    qtbot.keyClick(columns, Qt.Key.Key_Left, ALT)
    assert page.table.columnWidth(Columns.SOURCE) == before + 32
    for _ in range(40):
        qtbot.keyClick(columns, Qt.Key.Key_Left, ALT)
    assert page.table.columnWidth(Columns.SOURCE) == 48  # a column that nobody could find again is none


def test_the_message_has_the_room_that_is_left(page: LogsView) -> None:
    dialog = columns_dialog(page)
    dialog.columns.setCurrentRow(Columns.MESSAGE)
    assert (dialog.wider.isEnabled(), dialog.narrower.isEnabled()) == (False, False)
    assert dialog.width_words == "As wide as there is room"
    dialog.columns.setCurrentRow(Columns.TIME)
    dialog.wider.click()
    assert dialog.width_words == "200 pixels wide"
    dialog.reset.click()
    assert dialog.width_words == "184 pixels wide"
    assert page.table.columnWidth(Columns.TIME) == 184


def test_in_arabic_the_other_arrow_makes_a_column_wider_and_says_so(qtbot: QtBot, page: LogsView) -> None:
    language.choose(LanguageCode.ARABIC)
    before = page.table.columnWidth(Columns.SOURCE)
    dialog = columns_dialog(page)
    dialog.columns.setCurrentRow(Columns.SOURCE)
    qtbot.keyClick(dialog.columns, Qt.Key.Key_Left, ALT)
    assert page.table.columnWidth(Columns.SOURCE) == before + 16
    assert [strip_isolates(each.toolTip()) for each in (dialog.wider, dialog.narrower)] == ["Alt+←", "Alt+→"]
    language.choose(LanguageCode.ENGLISH)
    assert [strip_isolates(each.toolTip()) for each in (dialog.wider, dialog.narrower)] == ["Alt+→", "Alt+←"]


def test_ctrl_e_asks_where_to_export_to(qtbot: QtBot, page: LogsView, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, title: str, *_rest: str) -> tuple[str, str]:
        asked.append(title)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["Export entries"]


def test_keys_are_told_where_their_actions_are(page: LogsView) -> None:
    tools, live = page.tools, page.live
    page.pill.show_waiting(2, more=False)
    told = (tools.error_above, tools.error_below, tools.jump, page.more, live.button, page.pill, page.details._close)
    assert [strip_isolates(each.toolTip()) for each in told] == [
        "Error above (P)",
        "Error below (N)",
        "Go to a time or an ID (Ctrl+G)",
        "More (Shift+F10, in the table)",
        "Pause (Space, in the table)",
        "Home, in the table",
        "Close (Esc)",
    ]
    words = [each.text().split("\t") for each in page.more.choices.actions()]
    assert {each[0]: each[1] for each in words if len(each) > 1} == {
        "Copy": "Ctrl+C",
        "Export…": "Ctrl+E",
        "Compare two entries": "D",
        "Mark, or take the mark away": "M",
    }


def test_the_timeline_scrolls_to_the_entry_that_the_keyboard_goes_to(
    qtbot: QtBot, page: LogsView, receiving_place: Place
) -> None:
    open_details(qtbot, page, receiving_place, CHAIN)
    chain = page.details.chain
    chain.show_as(LANES)
    moved: list[float] = []
    chain.lanes.cursor_moved.connect(lambda place: moved.append(place.top()))
    chain.lanes.setFocus()
    qtbot.keyClick(chain.lanes, Qt.Key.Key_Down)
    assert moved == [chain.lanes.bar(chain.model.rows[-1]).top()]
