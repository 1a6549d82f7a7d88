"""The menu of what else can be done with the log."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.tabs.logs.more import MoreMenu


def test_other_parts_add_actions_that_are_named_in_the_language_in_force(qtbot: QtBot) -> None:
    menu = MoreMenu()
    qtbot.addWidget(menu)
    chosen: list[str] = []
    assert menu.isHidden()
    action = menu.add_action("download", lambda: f"Export ({language.code})", lambda: chosen.append("export"), "Ctrl+E")
    assert not menu.isHidden()
    assert action.text() == "Export (en)\tCtrl+E"
    language.choose(LanguageCode.ARABIC)
    qtbot.waitUntil(lambda: action.text() == "Export (ar)\tCtrl+E")
    action.trigger()
    assert chosen == ["export"]


def test_the_menu_is_reached_by_keyboard(qtbot: QtBot) -> None:
    menu = MoreMenu()
    qtbot.addWidget(menu)
    menu.add_action("download", lambda: "Export", lambda: None)
    assert menu.focusPolicy() & Qt.FocusPolicy.TabFocus
    name = "More (Shift+F10, in the table)"
    assert [strip_isolates(each) for each in (menu.accessibleName(), menu.toolTip())] == [name, name]
