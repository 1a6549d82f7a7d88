"""Saved filters beside the query, and completion while it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from integration_console.domain.permissions import ROLE_RIGHTS, Role
from integration_console.domain.saved_filters import SavedFilterDraft
from integration_console.gateways.in_process import InProcessGateway
from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.tabs.logs.filter_dialog import FilterDialog
from integration_console.ui.tabs.logs.view import LogsView
from integration_console.ui.widgets import ConfirmDialog
from tests.ui.log_scenes import add_entries, settle, shown_page
from tests.ui.workspace import Place


@pytest.fixture
def page(qtbot: QtBot, place: Place) -> LogsView:
    add_entries(place, 40, errors=frozenset({3, 5, 35}))
    place.add_slack()
    return shown_page(qtbot, place)


def action(menu: QMenu, words: str) -> QAction:
    return next(each for each in menu.actions() if strip_isolates(each.text()) == words)


def written(page: LogsView) -> str:
    return page.search.text()


def rows(page: LogsView) -> list[str]:
    return [entry.message for row in range(page.model.total) if (entry := page.model.entry(row))]


def save(qtbot: QtBot, page: LogsView, query: str, name: str) -> FilterDialog:
    page.search.setText(query)
    qtbot.waitUntil(lambda: page.filters._told.query == query)
    action(page.filters.saved.menu(), "Save this filter…").trigger()
    dialog = page.findChildren(FilterDialog)[0]
    assert dialog.query.text() == query
    dialog.name.setText(name)
    dialog.primary.click()
    return dialog


def test_a_query_is_saved_used_changed_and_removed(qtbot: QtBot, place: Place, page: LogsView) -> None:
    dialog = save(qtbot, page, "status:error", "Failures")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    qtbot.waitUntil(lambda: [each.name for each in page.filters.saved.filters] == ["Failures"])
    page.search.setText("")
    action(page.filters.saved.menu(), "Failures").trigger()
    assert written(page) == "filter:Failures"
    qtbot.waitUntil(lambda: rows(page) == ["number 35", "number 5", "number 3"])
    change = action(page.filters.saved.menu(), "Change").menu()
    assert isinstance(change, QMenu)
    change.actions()[0].trigger()
    dialog.query.setText('status:error -"number 35"')
    dialog.primary.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert [each.query for each in place.gateway.saved_filters()] == ['status:error -"number 35"']
    remove = action(page.filters.saved.menu(), "Remove").menu()
    assert isinstance(remove, QMenu)
    remove.actions()[0].trigger()
    page.findChildren(ConfirmDialog)[0].primary.click()
    qtbot.waitUntil(lambda: page.filters.saved.filters == ())
    qtbot.waitUntil(page.filters.fault.isVisible)  # the query still names it


def test_chosen_filters_are_combined_and_taken_out_by_their_chips(qtbot: QtBot, place: Place, page: LogsView) -> None:
    place.gateway.save_filter(SavedFilterDraft("Failures", "status:error"))
    place.gateway.save_filter(SavedFilterDraft("Early ones", '"number 3" OR "number 5" OR "number 7"'))
    bar = page.filters.saved
    qtbot.waitUntil(lambda: len(bar.filters) == 2)
    bar.toggle("Failures")
    bar.toggle("Early ones")
    assert written(page) == 'filter:Failures filter:"Early ones"'
    qtbot.waitUntil(lambda: rows(page) == ["number 35", "number 5", "number 3"])
    assert [strip_isolates(each.text()) for each in bar.chips] == ["Failures", "Early ones"]
    assert [action(bar.menu(), name).isChecked() for name in ("Early ones", "Failures")] == [True, True]
    assert not action(bar.menu(), "Save this filter…").isEnabled()
    bar.chips[0].click()
    assert written(page) == 'filter:"Early ones"'
    assert len(bar.chips) == 1


def test_a_name_that_is_taken_is_said_in_the_dialog(qtbot: QtBot, place: Place, page: LogsView) -> None:
    place.gateway.save_filter(SavedFilterDraft("Failures", "status:error"))
    dialog = save(qtbot, page, "status:warning", "failures")
    qtbot.waitUntil(dialog.banner.isVisible)
    assert "already in use" in strip_isolates(dialog.banner.accessibleName())
    dialog.name.setText("Warnings")
    dialog.primary.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert [each.name for each in place.gateway.saved_filters()] == ["Failures", "Warnings"]


def test_who_only_looks_uses_filters_and_saves_none(qtbot: QtBot, place: Place) -> None:
    place.gateway.save_filter(SavedFilterDraft("Failures", "status:error"))
    context = replace(place.opened.context, rights=ROLE_RIGHTS[Role.AUDITOR])
    page = shown_page(qtbot, place, InProcessGateway(context, lambda: place.server.state))
    page.search.setText("status:info")
    settle(qtbot, place)
    menu = page.filters.saved.menu()
    found = [action(menu, name).isEnabled() for name in ("Failures", "Save this filter…", "Change", "Remove")]
    assert found == [True, False, False, False]
    assert "permission" in action(menu, "Save this filter…").toolTip()


# ---------------------------------------------------------------------------------------------------------- completion
def type_in(qtbot: QtBot, page: LogsView, text: str) -> None:
    page.search.setFocus()
    qtbot.keyClicks(page.search, text)


def offered(page: LogsView) -> list[str]:
    return list(page.completer.choices)


def test_keys_and_values_are_completed_by_keyboard(qtbot: QtBot, page: LogsView) -> None:
    type_in(qtbot, page, "st")
    assert offered(page) == ["status:"]
    qtbot.keyClick(page.search, Qt.Key.Key_Tab)
    assert (written(page), offered(page)) == ("status:", ["error", "warning", "info", "success"])
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.search, Qt.Key.Key_Up)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert (written(page), offered(page)) == ("status:error ", [])
    qtbot.waitUntil(lambda: page.model.total == 3)
    assert page.search.hasFocus()
    type_in(qtbot, page, "connector:te")
    assert offered(page) == ['"Team Slack"']
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert (offered(page), written(page)) == ([], "status:error connector:te")
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert written(page) == ""


def test_who_asks_is_told_what_there_is(qtbot: QtBot, place: Place, page: LogsView) -> None:
    place.gateway.save_filter(SavedFilterDraft("Failures", "status:error"))
    qtbot.waitUntil(lambda: len(page.filters.saved.filters) == 1)
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert offered(page)[0] == "status:"
    assert offered(page)[-1] == "filter:Failures"
    page.table.setFocus()
    qtbot.waitUntil(lambda: offered(page) == [])
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert offered(page)[0] == "status:"
    page.completer.list.setCurrentRow(page.completer.list.count() - 1)
    page.completer.list.itemClicked.emit(page.completer.list.currentItem())
    qtbot.waitUntil(lambda: page.model.total == 3)
    assert written(page) == "filter:Failures "


def test_in_arabic_the_list_stands_where_reading_starts(qtbot: QtBot, page: LogsView) -> None:
    language.choose(LanguageCode.ARABIC)
    type_in(qtbot, page, "ty")
    found, field = page.completer.list, page.search
    assert strip_isolates(found.item(0).text()).startswith("type:  ")
    assert found.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert abs(found.geometry().right() - field.mapToGlobal(field.rect().topRight()).x()) < 4


def test_what_was_saved_while_nobody_looked_is_offered_when_the_page_is_shown_again(
    qtbot: QtBot, place: Place, page: LogsView
) -> None:
    page.hide()
    place.gateway.save_filter(SavedFilterDraft("Meanwhile", "status:error"))
    added = place.add_slack("Meanwhile too")
    settle(qtbot, place)
    assert page.filters.saved.filters == ()
    page.show()
    qtbot.waitUntil(lambda: [each.name for each in page.filters.saved.filters] == ["Meanwhile"])
    qtbot.waitUntil(lambda: page.filters.sources.findData(f"connector:{added.id}") > 0)
