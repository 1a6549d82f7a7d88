"""The rows of the page of members."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from integration_console.domain.members import Member
from integration_console.ui.language import user_text
from integration_console.ui.tabs.members.words import ROLE_TONES, last_sign_in, role_name, sign_in_of
from integration_console.ui.widgets import Cell, Column, TableModel


class MembersModel(TableModel[Member]):
    """All members by name; the one who looks is marked."""

    def __init__(self) -> None:
        self.own_id = ""
        super().__init__(
            (
                Column(lambda: QCoreApplication.translate("MembersModel", "Name"), self._name, 220),
                Column(lambda: QCoreApplication.translate("MembersModel", "Role"), _role, 138),
                Column(lambda: QCoreApplication.translate("MembersModel", "Login"), _login),
                Column(lambda: QCoreApplication.translate("MembersModel", "Signs in with"), _sign_in, 190),
                Column(lambda: QCoreApplication.translate("MembersModel", "Last sign-in"), _seen, 136),
            )
        )

    def place_of(self, member_id: str) -> int:
        """The row of a member, -1 where there is none."""
        return next((place for place, row in enumerate(self.rows) if row.id == member_id), -1)

    def change_rows(self, rows: Sequence[Member], own_id: str) -> None:
        """Shows these rows; the table keeps its selection where only their content changed."""
        self.own_id = own_id
        if [row.id for row in rows] != [row.id for row in self.rows]:
            self.show_rows(rows)
        else:
            self._rows = tuple(rows)
            self.say_again()

    def say_again(self) -> None:
        """Paint every cell anew."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def _name(self, member: Member) -> Cell:
        if member.id != self.own_id:
            return Cell(member.name, strong=True)
        marked = QCoreApplication.translate("MembersModel", "{name} (you)")
        return Cell(marked.format(name=user_text(member.name)), strong=True)


def _role(member: Member) -> Cell:
    tone, icon = ROLE_TONES[member.role]
    return Cell(role_name(member.role), tone=tone, icon=icon)


def _login(member: Member) -> Cell:
    return Cell(member.login, is_technical=True, muted=True)


def _sign_in(member: Member) -> Cell:
    return Cell(sign_in_of(member))


def _seen(member: Member) -> Cell:
    return Cell(last_sign_in(member), muted=True)
