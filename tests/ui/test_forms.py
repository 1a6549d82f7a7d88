"""Forms shown from their description."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from integration_console.domain.errors import FieldProblem
from integration_console.ui.forms import FormView
from integration_console.ui.forms.secret_line import SecretLine
from tests.ui.gallery import FORM


def _view(qtbot: QtBot, values: dict[str, object] | None = None, stored: frozenset[str] = frozenset()) -> FormView:
    view = FormView(FORM, values, stored)  # type: ignore[arg-type]
    qtbot.addWidget(view)
    view.show()
    return view


def test_values_hold_what_counts_and_defaults(qtbot: QtBot) -> None:
    view = _view(qtbot, {"name": "Team", "token": "xoxb-1", "channel": "#ops"})
    assert view.values() == {
        "name": "Team",
        "url": "",
        "token": "xoxb-1",
        "mode": "bot",
        "channel": "#ops",
        "retries": 3,
        "active": True,
        "extra": '{"X-Team": "ops"}',
    }


def test_field_appears_only_while_its_condition_holds(qtbot: QtBot) -> None:
    view = _view(qtbot)
    assert view.row("channel").isVisible()
    view.show_values({"mode": "hook"})
    assert not view.row("channel").isVisible()
    assert "channel" not in view.values()


def test_each_problem_stands_at_its_field_and_the_first_gets_the_keyboard(qtbot: QtBot) -> None:
    view = _view(qtbot, {"url": "nonsense", "extra": "{"})
    with qtbot.waitExposed(view):
        view.activateWindow()
    assert not view.check()
    assert view.row("name").error == "This field is required."
    assert view.row("url").error == "Enter a whole address that starts with https:// or http://."
    assert view.row("extra").error != ""
    assert view.row("channel").error == ""
    assert view.focusWidget() is view.row("name").editor.widget
    assert view.row("url").editor.widget.accessibleDescription() == view.row("url").error


def test_problems_go_once_they_are_mended(qtbot: QtBot) -> None:
    view = _view(qtbot, {"name": "Team", "token": "t"})
    view.show_problems([FieldProblem("name", "This field is required.")])
    assert view.check()
    assert view.row("name").error == ""


def test_stored_secret_is_not_shown_and_stays_when_left_empty(qtbot: QtBot) -> None:
    view = _view(qtbot, {"name": "Team"}, frozenset({"token"}))
    line = view.row("token").editor.widget
    assert isinstance(line, SecretLine)
    assert (line.text(), line.placeholderText()) == ("", "Stored. Leave empty to keep it.")
    assert line.echoMode() is QLineEdit.EchoMode.Password
    assert "token" not in view.values()
    assert view.check()


def test_change_of_any_field_is_announced(qtbot: QtBot) -> None:
    view = _view(qtbot)
    with qtbot.waitSignal(view.changed):
        view.show_values({"name": "New"})
