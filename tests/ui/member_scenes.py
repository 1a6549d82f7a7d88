"""What is seen of members and of the audit: somebody is added, changed, given a new password; the chain is verified."""

from __future__ import annotations

import getpass
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

from integration_console.ui.demonstration.waiting import let_events_pass, wait_for
from integration_console.ui.tabs.members.dialogs import MemberDialog, PasswordDialog, ResetDialog
from integration_console.ui.widgets import ConfirmDialog, Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.ui.scenes import RealWindow

Scene = tuple[str, "QWidget"]
D = TypeVar("D", bound=Dialog)
FORGER = "mallory"
PEOPLE = (("Huda Saleh", "owner"), ("سامي العمري", "admin"), ("Omar", "support"), ("Rana Khalil", "auditor"))

NAMED = {getpass.getuser(), FORGER, *(name for name, _ in PEOPLE)}
"""What people are called."""


def member_scenes(real: RealWindow) -> Iterator[Scene]:
    """Yields what is seen of both pages, by name."""
    yield from _additions(real)
    yield from _members(real)
    yield from _audit(real)


def _additions(real: RealWindow) -> Iterator[Scene]:
    real.page("members")
    view = real.tabs.members
    wait_for("the first owner", lambda: view.model.rows)
    let_events_pass(200)
    yield "members-first", real.console.window
    view.add.click()
    dialog = _opened(real, MemberDialog)
    yield "member-new", dialog
    dialog.form.show_values({"name": "", "login": "no login"})
    dialog.primary.click()
    let_events_pass()
    yield "member-new-errors", dialog
    for number, (name, role) in enumerate(PEOPLE):
        if number:
            view.add.click()
            dialog = _opened(real, MemberDialog)
        dialog.form.show_values({"name": name, "login": f"person{number}@northwind.example", "role": role})
        dialog.primary.click()
        password = _opened(real, PasswordDialog)
        if not number:
            yield "member-password", password
        password.primary.click()
    wait_for("all members", lambda: len(view.model.rows) == len(PEOPLE) + 1)


def _members(real: RealWindow) -> Iterator[Scene]:
    window, view = real.page("members"), real.tabs.members
    view.choose(_member(real, "Omar"))
    let_events_pass(200)
    yield "members", window
    view.panel.edit.click()
    edit = _opened(real, MemberDialog)
    yield "member-edit", edit
    edit.form.show_values({"name": "Omar", "role": "operator"})
    edit.primary.click()
    wait_for("the new role", lambda: any(each.role.value == "operator" for each in view.model.rows))
    view.choose(view.company.acting.member_id)
    let_events_pass(300)
    yield "members-own", window
    view.edit_requested.emit(view.chosen)
    own = _opened(real, MemberDialog)
    yield "member-own", own
    own.reject()
    _close_toasts(real)
    view.choose(_member(real, "Omar"))
    view.panel.password.click()
    reset = _opened(real, ResetDialog)
    yield "member-reset", reset
    reset.primary.click()
    password = _opened(real, PasswordDialog)
    yield "member-reset-password", password
    password.primary.click()
    view.panel.remove.click()
    removal = _opened(real, ConfirmDialog)
    yield "member-remove", removal
    removal.reject()


def _audit(real: RealWindow) -> Iterator[Scene]:
    window, view = real.page("audit"), real.tabs.audit
    wait_for("the audit", lambda: view.model.rows)
    changed = next(each for each in view.model.rows if each.change.action == "member.changed")
    view.show_entry(changed.number)
    let_events_pass(300)
    yield "audit", window
    view.verification.button.click()
    wait_for("the verdict", lambda: view.verification.report)
    let_events_pass(200)
    yield "audit-holds", window
    view.close_details()
    view.filters.actor.setText("nobody of that name")
    wait_for("no entry", lambda: not view.states.shows_content)
    let_events_pass(300)
    yield "audit-no-match", window
    view.filters.show_all()
    wait_for("all entries", lambda: view.states.shows_content)
    with closing(sqlite3.connect(real.path)) as file, file:
        file.execute("UPDATE audit_log SET actor = ? WHERE number = 3", (FORGER,))
    view.verification.button.click()
    wait_for("the verdict", lambda: view.verification.report and not view.verification.report.holds)
    let_events_pass(200)
    yield "audit-broken", window
    real.tabs.members.panel.audit_requested.emit()
    let_events_pass(400)
    yield "audit-of-member", window
    view.filters.show_all()
    let_events_pass(200)


def _member(real: RealWindow, name: str) -> str:
    return next(each.id for each in real.tabs.members.model.rows if each.name == name)


def _opened(real: RealWindow, kind: type[D]) -> D:
    found = wait_for(
        kind.__name__, lambda: next((each for each in real.console.window.findChildren(kind) if each.isVisible()), None)
    )
    let_events_pass()
    return found


def _close_toasts(real: RealWindow) -> None:
    while real.console.window.toasts.cards:
        real.console.window.toasts.close_newest()
