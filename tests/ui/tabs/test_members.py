"""The page of members over a real workspace."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from integration_console.domain.ids import new_id
from integration_console.domain.members import Member, MemberDraft
from integration_console.domain.permissions import ROLE_RIGHTS, Role
from integration_console.gateways.in_process import InProcessGateway
from integration_console.ui.language import LanguageCode, language
from integration_console.ui.tabs.members.controller import make_members_tab
from integration_console.ui.tabs.members.dialogs import MemberDialog, PasswordDialog, ResetDialog
from integration_console.ui.tabs.members.view import MembersView
from integration_console.ui.widgets import CELL_ROLE, Cell, ConfirmDialog, Dialog
from tests.ui.workspace import Place

SOON = 5000
AnyDialog = TypeVar("AnyDialog", bound=Dialog)


def shown(qtbot: QtBot, place: Place, gateway: InProcessGateway) -> MembersView:
    """The page over a gateway, read and seen."""
    view = make_members_tab(gateway, place.tasks, place.relay, place.toasts)
    place.window.setCentralWidget(view)
    place.window.resize(1100, 760)
    with qtbot.waitExposed(place.window):
        place.window.show()
    qtbot.waitUntil(lambda: not place.tasks.is_running("members.list"), timeout=SOON)
    return view


@pytest.fixture
def page(qtbot: QtBot, place: Place) -> MembersView:
    return shown(qtbot, place, place.gateway)


def as_role(place: Place, role: Role, member_id: str = "") -> InProcessGateway:
    """The door for somebody who signed in with this role."""
    context = replace(place.opened.context, rights=ROLE_RIGHTS[role], member_id=member_id or new_id(), actor="Sami")
    return InProcessGateway(context, lambda: place.server.state)


def dialog(qtbot: QtBot, kind: type[AnyDialog]) -> AnyDialog:
    """The dialog of a kind that is open, as soon as there is one."""
    qtbot.waitUntil(lambda: bool(_open(kind)), timeout=SOON)
    return _open(kind)[0]


def _open(kind: type[AnyDialog]) -> list[AnyDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


def listed(page: MembersView) -> list[tuple[str, str]]:
    return [(row.name, row.role.value) for row in page.model.rows]


def names(page: MembersView) -> list[str]:
    """What stands in the first column."""
    cells = [page.model.index(row, 0).data(CELL_ROLE) for row in range(page.model.rowCount())]
    return [each.text for each in cells if isinstance(each, Cell)]


def added(place: Place, name: str, role: Role = Role.OPERATOR) -> Member:
    return place.gateway.add_member(MemberDraft(name, name.lower(), role)).member


def test_who_holds_the_file_is_listed_as_owner_and_marked(page: MembersView) -> None:
    assert listed(page) == [("laila", "owner")]
    assert names(page) == ["\u2068laila\u2069 (you)"]
    assert not page.panel.remove.isEnabled()
    assert "only owner" in page.panel.remove.toolTip()
    assert page.panel.reason.text() == page.panel.remove.toolTip()
    assert (page.panel.edit.isEnabled(), page.panel.password.isEnabled()) == (True, True)


def test_adding_shows_the_one_time_password_once(qtbot: QtBot, page: MembersView, place: Place) -> None:
    qtbot.keyClick(page.window(), Qt.Key.Key_N)
    filled = dialog(qtbot, MemberDialog)
    filled.form.show_values({"name": "Omar", "login": "Omar@Example.com", "role": "support"})
    filled.primary.click()
    password = dialog(qtbot, PasswordDialog)
    assert password.login.text() == "omar@example.com"
    assert len(password.password.text()) == 23
    assert not filled.isVisible()
    password.primary.click()
    qtbot.waitUntil(lambda: listed(page) == [("laila", "owner"), ("Omar", "support")], timeout=SOON)
    assert page.chosen is not None
    assert page.chosen.name == "Omar"
    assert not _open(PasswordDialog)
    assert place.gateway.members().members[1].password.value == "one_time"


def test_what_is_wrong_is_said_at_its_field(qtbot: QtBot, page: MembersView, place: Place) -> None:
    added(place, "Omar")
    page.addition_requested.emit()
    filled = dialog(qtbot, MemberDialog)
    filled.primary.click()
    assert (filled.form.row("name").error, filled.form.row("login").error) == ("This field is required.",) * 2
    filled.form.show_values({"name": "Another", "login": "omar"})
    filled.primary.click()
    qtbot.waitUntil(lambda: "Another member has the login" in filled.form.row("login").error, timeout=SOON)
    assert filled.primary.isEnabled()
    filled.reject()


def test_the_dialog_says_what_the_chosen_role_may_do(qtbot: QtBot, page: MembersView) -> None:
    page.addition_requested.emit()
    filled = dialog(qtbot, MemberDialog)
    assert filled._role.text().startswith("Runs syncs")
    filled.form.show_values({"role": "auditor"})
    filled.form.changed.emit()
    assert filled._role.text().startswith("Looks as support does")
    filled.reject()


def test_editing_changes_name_and_role_and_no_login(qtbot: QtBot, page: MembersView, place: Place) -> None:
    omar = added(place, "Omar")
    qtbot.waitUntil(lambda: len(page.model.rows) == 2, timeout=SOON)
    page.choose(omar.id)
    qtbot.keyClick(page.window(), Qt.Key.Key_F2)
    filled = dialog(qtbot, MemberDialog)
    assert "login" not in filled.form.values()
    filled.form.show_values({"name": "Omar B.", "role": "admin"})
    filled.primary.click()
    qtbot.waitUntil(lambda: ("Omar B.", "admin") in listed(page), timeout=SOON)
    assert place.gateway.members().members[1].login == "omar"
    assert place.toasts.cards


def test_a_role_that_cannot_be_changed_is_no_field_and_says_why(qtbot: QtBot, page: MembersView, place: Place) -> None:
    added(place, "Huda", Role.OWNER)
    qtbot.waitUntil(lambda: len(page.model.rows) == 2, timeout=SOON)
    page.choose(page.company.acting.member_id)
    page.panel.edit.click()
    filled = dialog(qtbot, MemberDialog)
    assert list(filled.form.values()) == ["name"]
    assert filled._role_name.text() == "Role: Owner"
    assert filled._role.text().startswith("You can neither change your own role")
    filled.form.show_values({"name": "Laila S."})
    filled.primary.click()
    qtbot.waitUntil(lambda: ("Laila S.", "owner") in listed(page), timeout=SOON)


def test_a_new_password_is_asked_for_and_shown_once(qtbot: QtBot, page: MembersView, place: Place) -> None:
    omar = added(place, "Omar")
    qtbot.waitUntil(lambda: len(page.model.rows) == 2, timeout=SOON)
    page.choose(omar.id)
    page.panel.password.click()
    dialog(qtbot, ResetDialog).primary.click()
    password = dialog(qtbot, PasswordDialog)
    assert password.title.text() == "\u2068Omar\u2069 has a new password"
    password.primary.click()


def test_removing_asks_first(qtbot: QtBot, page: MembersView, place: Place) -> None:
    omar = added(place, "Omar")
    qtbot.waitUntil(lambda: len(page.model.rows) == 2, timeout=SOON)
    page.choose(omar.id)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    dialog(qtbot, ConfirmDialog).reject()
    assert len(place.gateway.members().members) == 2
    page.panel.remove.click()
    dialog(qtbot, ConfirmDialog).primary.click()
    qtbot.waitUntil(lambda: listed(page) == [("laila", "owner")], timeout=SOON)
    assert page.chosen is not None
    assert page.chosen.name == "laila"


def test_what_is_refused_at_last_is_said_in_the_dialog(qtbot: QtBot, page: MembersView, place: Place) -> None:
    omar = added(place, "Omar")
    qtbot.waitUntil(lambda: len(page.model.rows) == 2, timeout=SOON)
    page.removal_requested.emit(omar)
    asked = dialog(qtbot, ConfirmDialog)
    place.gateway.remove_member(omar.id)
    asked.primary.click()
    qtbot.waitUntil(lambda: not asked.banner.isHidden(), timeout=SOON)
    assert "There is no \u2068member\u2069" in asked.banner.accessibleName()
    asked.reject()


def test_an_admin_sees_why_an_owner_cannot_be_touched(qtbot: QtBot, place: Place) -> None:
    sami = added(place, "Sami", Role.ADMIN)
    view = shown(qtbot, place, as_role(place, Role.ADMIN, sami.id))
    view.choose(next(row.id for row in view.model.rows if row.name == "laila"))
    buttons = (view.panel.edit, view.panel.password, view.panel.remove)
    assert [each.isEnabled() for each in buttons] == [False] * 3
    assert {each.toolTip() for each in buttons} == {
        "Only an owner may make somebody an owner, or change one. Ask an owner of the organisation."
    }
    view.table.setFocus()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
        qtbot.keyClick(view.table, key)
    assert not _open(MemberDialog)
    assert not _open(ConfirmDialog)
    view.add.click()
    filled = dialog(qtbot, MemberDialog)
    choices = filled.form.row("role").editor.widget
    assert isinstance(choices, QComboBox)
    assert [choices.itemData(number) for number in range(choices.count())] == [
        "admin",
        "operator",
        "support",
        "auditor",
    ]
    filled.reject()


def test_an_auditor_looks_and_is_told_why_nothing_can_be_changed(qtbot: QtBot, place: Place) -> None:
    added(place, "Omar")
    view = shown(qtbot, place, as_role(place, Role.AUDITOR))
    assert len(view.model.rows) == 2
    assert (view.add.isEnabled(), view.panel.edit.isEnabled()) == (False, False)
    assert "members.write" in view.add.toolTip()
    assert not view.panel.audit.isHidden()
    qtbot.keyClick(view.window(), Qt.Key.Key_N)
    assert not _open(MemberDialog)


def test_who_may_not_look_is_told_so(qtbot: QtBot, place: Place) -> None:
    view = shown(qtbot, place, as_role(place, Role.SUPPORT))
    qtbot.waitUntil(lambda: "members.read" in view.states._failed._title.text(), timeout=SOON)


def test_the_page_speaks_the_language_in_force(qtbot: QtBot, page: MembersView) -> None:
    language.choose(LanguageCode.ARABIC)
    try:
        assert page.add.text() == "إضافة عضو"
        assert page.panel.pill.text == "مالك"
        assert names(page) == ["\u2068laila\u2069 (أنت)"]
    finally:
        language.choose(LanguageCode.ENGLISH)


def test_asking_for_the_audit_names_the_member(qtbot: QtBot, page: MembersView) -> None:
    with qtbot.waitSignal(page.audit_requested) as asked:
        page.panel.audit.click()
    assert isinstance(asked.args, list)
    assert asked.args[0] == page.chosen
