"""The dialogs of the page of members: fill one in, show a one-time password once, ask before a new one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from integration_console.domain.errors import ConsoleError, InvalidInput, LoginTaken
from integration_console.domain.forms import Field, Form
from integration_console.domain.members import (
    LOGIN_SENTENCES,
    MEMBER_FORM,
    InvitedMember,
    Member,
    MemberAction,
    MemberDraft,
    member_draft,
    member_values,
    refusal_to_grant,
)
from integration_console.domain.permissions import Role
from integration_console.ui.forms import FormView
from integration_console.ui.forms.form_dialog import FormDialog
from integration_console.ui.language import error_sentence, filled, formats, technical, user_text
from integration_console.ui.tabs.members.rules import Company
from integration_console.ui.tabs.members.words import role_name, role_sentence
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Banner, CopyLine, Dialog, Label, Tone


class MemberDialog(FormDialog):
    """Adds a member, or changes one: name and role. What a role may do stands below it while it is chosen."""

    def __init__(self, parent: QWidget, company: Company, member: Member | None = None) -> None:
        start = MemberDraft(member.name, member.login, member.role) if member else MemberDraft("", "", Role.OPERATOR)
        fixed_role = company.refusal(MemberAction.CHANGE_ROLE, member) if member else None
        values = member_values(start)
        form = FormView(_form(company, member, with_role=fixed_role is None), values)
        super().__init__(parent, form, width=520)
        self._member, self._fixed_role, self._values = member, fixed_role, values
        self._role_name, self._role = Label("field"), Label("caption", wrap=True)
        self._role_name.setVisible(self._fixed_role is not None)
        self.form.changed.connect(self._say_role)
        for part in (self.form, self._role_name, self._role):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.retranslate()
        self.fit()
        self.form.focus_first()

    def draft(self) -> MemberDraft | None:
        """What was filled in, or None where something is wrong; the fields then say what."""
        try:
            draft = member_draft({**self._values, **self.form.values()}, self._member.id if self._member else "")
        except InvalidInput as error:
            self.show_error(error)
            return None
        self.form.show_problems(())
        return draft

    def show_error(self, error: ConsoleError) -> None:
        """Says at the fields what is wrong with them, and all else above."""
        if isinstance(error, LoginTaken):
            self.show_busy(False)
            self.form.show_error("login", error)
            self.grow()
        else:
            super().show_error(error)

    def retranslate(self) -> None:
        if self._member is None:
            self.show_title(self.tr("Add member"), self.tr("A one-time password is made, which you pass on."))
            self.primary.setText(self.tr("Add member"))
        else:
            sentence = self.tr("Signs in as {login}, which stays.").format(login=technical(self._member.login))
            self.show_title(self.tr("Edit member"), sentence)
            self.primary.setText(self.tr("Save"))
        self.secondary.setText(self.tr("Cancel"))
        self._say_role()

    def _say_role(self) -> None:
        """What the chosen role may do; where it cannot be another, which it is and why."""
        chosen = Role(str({**self._values, **self.form.values()}["role"]))
        fixed = self._fixed_role
        self._role_name.setText(self.tr("Role: {role}").format(role=role_name(chosen)))
        self._role.setText(error_sentence(fixed) if fixed else role_sentence(chosen))


class PasswordDialog(Dialog):
    """Shows login and one-time password, for the one moment when it can be read."""

    def __init__(self, parent: QWidget, invited: InvitedMember, *, is_new: bool) -> None:
        super().__init__(parent, width=520)
        self._invited, self._is_new = invited, is_new
        self._login_name, self._password_name = Label("field"), Label("field")
        self.login, self.password = CopyLine(invited.member.login), CopyLine(invited.password)
        self._hint = Banner()
        self._opens = Label("caption", wrap=True)
        self._opens.setVisible(invited.database_login in LOGIN_SENTENCES)
        self.secondary.hide()
        for name, line in ((self._login_name, self.login), (self._password_name, self.password)):
            pair = QVBoxLayout()
            pair.setSpacing(Space.XS)
            pair.addWidget(name)
            pair.addWidget(line)
            self.body.addLayout(pair)
        self.body.addWidget(self._opens)
        self.body.addWidget(self._hint)
        self.body.addStretch(1)
        self.confirmed.connect(self.accept)
        self.retranslate()
        self.fit()
        self.password.setFocus()

    def retranslate(self) -> None:
        name = user_text(self._invited.member.name)
        title = self.tr("{name} was added") if self._is_new else self.tr("{name} has a new password")
        self.show_title(title.format(name=name), self.tr("Pass both on by a way that only this person reads."))
        self._login_name.setText(self.tr("Login"))
        self.login.show_name(self.tr("Login"))
        self._password_name.setText(self.tr("One-time password"))
        self.password.show_name(self.tr("One-time password"))
        if sentence := LOGIN_SENTENCES.get(self._invited.database_login):
            self._opens.setText(filled("Members", sentence, {"login": self._invited.member.login}))
        until = self.tr("It counts until {moment} and is replaced at the first sign-in.")
        until = until.format(moment=formats.date_time(self._invited.expires_at, seconds=False))
        self._hint.show_message(Tone.WARNING, self.tr("This password is shown only now"), until, quietly=True)
        self.primary.setText(self.tr("Done"))


class ResetDialog(Dialog):
    """Asks before a member gets a new password: wherever they are signed in, it ends."""

    def __init__(self, parent: QWidget, member: Member) -> None:
        super().__init__(parent, width=440)
        self._name = member.name
        self._sentence = Label("plain", wrap=True)
        self.body.addWidget(self._sentence)
        self.retranslate()
        self.fit()

    def retranslate(self) -> None:
        self.show_title(self.tr("Make a new password for “{name}”?").format(name=user_text(self._name)))
        self._sentence.setText(
            self.tr("The present password counts no more, and wherever this member is signed in, it ends at once.")
        )
        self.primary.setText(self.tr("Make new password"))
        self.secondary.setText(self.tr("Cancel"))


def _form(company: Company, member: Member | None, *, with_role: bool) -> Form:
    """The fields that can be filled in: a login once, the role of an owner by owners only."""
    return Form(
        tuple(_narrowed(each, company) for each in MEMBER_FORM.fields if _asked(each, member, with_role=with_role))
    )


def _asked(field: Field, member: Member | None, *, with_role: bool) -> bool:
    if field.name == "login":
        return member is None
    return with_role or field.name != "role"


def _narrowed(field: Field, company: Company) -> Field:
    allowed = tuple(each for each in field.choices if refusal_to_grant(company.acting, Role(each.value)) is None)
    return replace(field, choices=allowed) if field.choices else field
