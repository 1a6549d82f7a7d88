"""The columns of the log: chosen, ordered, widened, kept and reset."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from pytestqt.qtbot import QtBot

from integration_console.ui.preferences import Preferences
from integration_console.ui.tabs.logs.arranging import Arranger
from integration_console.ui.tabs.logs.columns import KEYS, Columns
from integration_console.ui.tabs.logs.columns_dialog import ColumnsDialog
from integration_console.ui.tabs.logs.layout import BEGINNING, KeptLayout, Layout, read_layout
from integration_console.ui.tabs.logs.view import LogsView
from tests.ui.log_scenes import add_entries, shown_page
from tests.ui.workspace import Place


@pytest.fixture
def kept() -> list[str]:
    return []


@pytest.fixture
def page(qtbot: QtBot, place: Place, kept: list[str]) -> LogsView:
    add_entries(place, 40)
    return shown_page(qtbot, place, kept=KeptLayout("", kept.append))


def shown(page: LogsView) -> list[str]:
    header = page.table.horizontalHeader()
    order = (header.logicalIndex(place) for place in range(Columns.COUNT))
    return [KEYS[column] for column in order if not page.table.isColumnHidden(column)]


def dialog_of(page: LogsView) -> ColumnsDialog:
    page.tools.columns.click()
    return page.table.findChildren(ColumnsDialog)[0]


def test_columns_are_chosen_and_ordered_by_keyboard(qtbot: QtBot, page: LogsView, kept: list[str]) -> None:
    assert shown(page) == ["time", "status", "type", "source", "message", "duration"]
    dialog = dialog_of(page)
    columns = dialog.columns
    assert [columns.item(row).text() for row in (0, 10, 12)] == ["Time", "Entry ID", "Correlation ID"]
    columns.setCurrentRow(10)
    qtbot.keyClick(columns, Qt.Key.Key_Space)
    assert shown(page)[-1] == "id"
    for _step in range(10):
        qtbot.keyClick(columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shown(page)[:3] == ["id", "time", "status"]
    dialog.down.click()
    assert shown(page)[:3] == ["time", "id", "status"]
    assert read_layout(kept[-1]).order[:3] == ("time", "id", "status")
    first = page.model.entry(0)
    assert first is not None
    assert page.model.index(0, Columns.ID).data() == first.id
    dialog.reset.click()
    assert shown(page) == ["time", "status", "type", "source", "message", "duration"]
    assert kept[-1] == ""


def test_one_column_always_stays(qtbot: QtBot, page: LogsView) -> None:
    dialog = dialog_of(page)
    for row in range(6):
        dialog.columns.setCurrentRow(row)
        qtbot.keyClick(dialog.columns, Qt.Key.Key_Space)
    assert shown(page) == ["duration"]
    assert dialog.columns.item(5).checkState() == Qt.CheckState.Checked


def test_the_menu_of_the_header_changes_one_column(page: LogsView, qtbot: QtBot) -> None:
    (arranger,) = page.findChildren(Arranger)
    menu = arranger.menu()
    action = next(each for each in menu.actions() if each.text() == "Correlation ID")
    action.trigger()
    assert shown(page)[-1] == "correlation"
    menu = arranger.menu()
    next(each for each in menu.actions() if each.text() == "Reset columns").trigger()
    assert "correlation" not in shown(page)
    page.table.columns_requested.disconnect()
    with qtbot.waitSignal(page.table.columns_requested):
        page.table.horizontalHeader().customContextMenuRequested.emit(QPoint(5, 5))


def test_what_is_dragged_is_kept_and_comes_back(qtbot: QtBot, place: Place, page: LogsView, kept: list[str]) -> None:
    header = page.table.horizontalHeader()
    header.moveSection(header.visualIndex(Columns.DURATION), 0)
    header.resizeSection(Columns.SOURCE, 222)
    qtbot.waitUntil(lambda: bool(kept))
    layout = read_layout(kept[-1])
    assert (layout.order[0], dict(layout.widths)) == ("duration", {"source": 222})
    again = shown_page(qtbot, place, kept=KeptLayout(kept[-1]))
    assert shown(again)[0] == "duration"
    assert again.table.columnWidth(Columns.SOURCE) == 222


def test_the_message_takes_the_room_that_is_left(qtbot: QtBot, page: LogsView) -> None:
    table = page.table
    assert table.horizontalHeader().length() == table.viewport().width()
    table.horizontalHeader().resizeSection(Columns.TYPE, 300)
    qtbot.waitUntil(lambda: table.horizontalHeader().length() == table.viewport().width())


def test_the_edge_of_an_error_stands_before_the_first_column(page: LogsView) -> None:
    page.table.show_layout(Layout(("message", *(each for each in KEYS if each != "message"))))
    assert page.table._rows.leading == Columns.MESSAGE


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"order": 3, "shown": [], "widths": {}}', '{"order": [], "shown": []}']
)
def test_a_layout_that_cannot_be_read_is_the_first_one(text: str) -> None:
    assert read_layout(text) == BEGINNING


def test_a_layout_is_read_with_care() -> None:
    read = read_layout('{"order": ["id", "id", "new"], "shown": ["id", "new"], "widths": {"id": 9999, "new": 3}}')
    assert read.order == ("id", *(each for each in KEYS if each != "id"))
    assert (read.shown, dict(read.widths)) == (frozenset({"id"}), {"id": 2000})
    assert read_layout(read.text()) == read


def test_the_layout_is_kept_for_each_kind_of_workspace(tmp_path: Path) -> None:
    preferences = Preferences(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    preferences.keep_log_layout("service", "one")
    assert (preferences.log_layout("service"), preferences.log_layout("file")) == ("one", "")
