"""All about the member who is chosen: role, sign-in, and what can be done, each with its reason where it cannot."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.errors import ConsoleError
from integration_console.domain.members import Member, MemberAction
from integration_console.ui.language import Translated, error_sentence, formats
from integration_console.ui.tabs.members.rules import Company
from integration_console.ui.tabs.members.words import ROLE_TONES, last_sign_in, role_name, role_sentence, sign_in_of
from integration_console.ui.theme import Space
from integration_console.ui.widgets import (
    ElidedLabel,
    IconButton,
    Label,
    QuietButton,
    Rule,
    SecondaryButton,
    Sign,
    StatusPill,
)
from integration_console.ui.widgets.properties import PropertyList

_KEYS = ("login", "password", "seen", "since", "changed")


class MemberPanel(Translated, QFrame):
    """Emits what a person wants of the member that is shown; whoever listens knows which it is."""

    edit_requested = Signal()
    password_requested = Signal()
    removal_requested = Signal()
    audit_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._member: Member | None = None
        self._company = Company()
        self.name, self.pill = ElidedLabel("heading"), StatusPill()
        self.audit = QuietButton("clipboard-list")
        self.edit, self.password = SecondaryButton("pencil"), SecondaryButton("key-round")
        self.remove = IconButton("trash-2")
        self.may = Label("plain", wrap=True)
        self.reason = Label("caption", wrap=True)
        self.note = QWidget()
        self.properties = PropertyList(_KEYS, frozenset({"login"}), copies=False)
        self._lay_out()
        self.edit.clicked.connect(self.edit_requested)
        self.password.clicked.connect(self.password_requested)
        self.remove.clicked.connect(self.removal_requested)
        self.audit.clicked.connect(self.audit_requested)
        self.retranslate()

    def show_member(self, member: Member, company: Company, *, may_audit: bool) -> None:
        """Shows a member, and what can be done with it."""
        self._member, self._company = member, company
        self.audit.setVisible(may_audit)
        self._say_member(member)

    def retranslate(self) -> None:
        self.edit.setText(self.tr("Edit"))
        self.password.setText(self.tr("New password"))
        self.remove.show_name(self.tr("Remove"))
        self.audit.setText(self.tr("Show in audit"))
        self.properties.show_names(
            {
                "login": self.tr("Login"),
                "password": self.tr("Signs in with"),
                "seen": self.tr("Last sign-in"),
                "since": self.tr("Member since"),
                "changed": self.tr("Changed"),
            }
        )
        if self._member is not None:
            self._say_member(self._member)

    def say_again(self) -> None:
        """Times have passed."""
        if self._member is not None:
            self._say_member(self._member)

    def _say_member(self, member: Member) -> None:
        self.name.show_text(member.name)
        self.pill.show_status(role_name(member.role), *ROLE_TONES[member.role])
        self.may.setText(role_sentence(member.role))
        self.properties.show_value("login", member.login)
        self.properties.show_value("password", sign_in_of(member))
        self.properties.show_value("seen", last_sign_in(member))
        self.properties.show_value("since", formats.date_time(member.created_at, seconds=False))
        changed = member.updated_at != member.created_at
        self.properties.show_value("changed", formats.date_time(member.updated_at, seconds=False) if changed else "")
        self._allow(member)

    def _allow(self, member: Member) -> None:
        """Disable what cannot be done; the reasons stand at the buttons, and the first of them below as well."""
        reasons = [
            self._held(self.edit, self._company.refusal(MemberAction.RENAME, member)),
            self._held(self.password, self._company.refusal(MemberAction.RESET_PASSWORD, member)),
            self._held(self.remove, self._company.refusal(MemberAction.REMOVE, member)),
        ]
        told = next((error for error in reasons if error is not None), None)
        self.note.setVisible(told is not None)
        if told is not None:
            self.reason.setText(error_sentence(told))

    def _held(self, button: SecondaryButton | IconButton, error: ConsoleError | None) -> ConsoleError | None:
        button.setEnabled(error is None)
        name = self.tr("Remove") if button is self.remove else ""
        button.setToolTip(error_sentence(error) if error is not None else name)
        return error

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.M, Space.M)
        head.setSpacing(Space.S)
        head.addWidget(self.pill)
        head.addWidget(self.name, 1)
        for button in (self.audit, self.edit, self.password, self.remove):
            head.addWidget(button)
        line = QHBoxLayout(self.note)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.XS)
        line.addWidget(Sign("info", "info", 14))
        line.addWidget(self.reason, 1)
        facts = QVBoxLayout()
        facts.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        facts.setSpacing(Space.M)
        for part in (self.may, self.note, self.properties):
            facts.addWidget(part)
        facts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addLayout(facts, 1)
