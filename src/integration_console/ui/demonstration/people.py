"""The people of the organisation: an owner lets colleagues in, each with the role that they need."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.tabs.members.dialogs import MemberDialog, PasswordDialog

if TYPE_CHECKING:
    from integration_console.ui.console import Console
    from integration_console.ui.tabs.members.view import MembersView

_PEOPLE = (
    ("Huda Saleh", "huda@northwind.example", "admin"),
    ("سامي العمري", "sami@northwind.example", "operator"),
    ("Rana Khalil", "rana@northwind.example", "support"),
)


class PeopleStory:
    """An owner adds members and verifies the audit that tells of it."""

    def __init__(self, console: Console) -> None:
        """Use `console`, whose workspace the story before has opened."""
        self._console = console
        self.happened: list[tuple[str, str]] = []

    def add_members(self) -> None:
        """Add three members; each gets a one-time password."""
        assert self._console.tabs is not None  # noqa: S101 - the workspace is open
        self._console.window.show_page("members")
        view = self._console.tabs.members
        wait_for("the first owner", lambda: view.model.rows)
        for number, (name, login, role) in enumerate(_PEOPLE, 2):
            view.addition_requested.emit()
            dialog = wait_for("the form", lambda: next(iter(view.findChildren(MemberDialog)[::-1]), None))
            dialog.form.show_values({"name": name, "login": login, "role": role})
            dialog.primary.click()
            shown = wait_for("the password", lambda: next(iter(_visible(view.findChildren(PasswordDialog))), None))
            shown.primary.click()
            wait_for("the new member", partial(_lists, view, number))
            wait_for("the dialog's end", lambda: QApplication.activeModalWidget() is None)
        self.happened.append(("Members", f"{len(_PEOPLE)} added, each with a one-time password"))

    def verify_audit(self) -> None:
        """Verify the chain of the audit."""
        assert self._console.tabs is not None  # noqa: S101 - see above
        self._console.window.show_page("audit")
        view = self._console.tabs.audit
        wait_for("the audit", lambda: view.model.rows)
        view.verification.button.click()
        report = wait_for("the verdict", lambda: view.verification.report)
        verdict = "every entry is as it was written" if report.holds else f"broken at entry {report.broken_at}"
        self.happened.append(("Audit", f"{report.end.number} entries verified, {verdict}"))


def _lists(view: MembersView, count: int) -> bool:
    return len(view.model.rows) == count


def _visible(dialogs: list[PasswordDialog]) -> list[PasswordDialog]:
    return [each for each in dialogs if each.isVisible()]
