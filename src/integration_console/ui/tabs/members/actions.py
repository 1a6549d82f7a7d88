"""What a person can do with members: add, edit, give a new password, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from integration_console.ui.language import user_text
from integration_console.ui.tabs.members.dialogs import MemberDialog, PasswordDialog, ResetDialog
from integration_console.ui.widgets import ConfirmDialog, Dialog, ToastOverlay

if TYPE_CHECKING:
    from integration_console.domain.members import InvitedMember, Member, MemberDraft
    from integration_console.gateways.member_protocols import MembersGateway
    from integration_console.ui.tabs.members.view import MembersView
    from integration_console.ui.tasks import TaskRunner


class MemberActions(QObject):
    """Opens dialogs and does in tasks what they agree to. `changed` carries the id of who was changed."""

    changed = Signal(str)

    def __init__(self, gateway: MembersGateway, tasks: TaskRunner, view: MembersView, toasts: ToastOverlay) -> None:
        super().__init__(view)
        self._gateway, self._tasks, self._view, self._toasts = gateway, tasks, view, toasts
        view.addition_requested.connect(lambda: self._fill_in(None))
        view.edit_requested.connect(self._fill_in)
        view.password_requested.connect(self._ask_password)
        view.removal_requested.connect(self._ask_removal)

    def _fill_in(self, member: Member | None) -> None:
        dialog = MemberDialog(self._view, self._view.company, member)
        dialog.confirmed.connect(lambda: self._save(dialog, dialog.draft()))
        dialog.open()

    def _save(self, dialog: MemberDialog, draft: MemberDraft | None) -> None:
        if draft is None:
            return
        dialog.show_busy(True)
        if draft.id:
            task = self._tasks.start("members.save", lambda _work: self._gateway.change_member(draft))
            task.succeeded.connect(lambda member: self._say_saved(dialog, member))
        else:
            task = self._tasks.start("members.save", lambda _work: self._gateway.add_member(draft))
            task.succeeded.connect(lambda invited: self._show_password(dialog, invited, is_new=True))
        task.failed.connect(dialog.show_error)

    def _say_saved(self, dialog: Dialog, member: Member) -> None:
        dialog.accept()
        self.changed.emit(member.id)
        self._toasts.show_success(self.tr("Saved"), user_text(member.name))

    def _show_password(self, dialog: Dialog, invited: InvitedMember, *, is_new: bool) -> None:
        dialog.accept()
        self.changed.emit(invited.member.id)
        PasswordDialog(self._view, invited, is_new=is_new).open()

    def _ask_password(self, member: Member) -> None:
        dialog = ResetDialog(self._view, member)
        dialog.confirmed.connect(lambda: self._reset(dialog, member))
        dialog.open()

    def _reset(self, dialog: Dialog, member: Member) -> None:
        dialog.show_busy(True)
        task = self._tasks.start("members.reset", lambda _work: self._gateway.reset_password(member.id))
        task.succeeded.connect(lambda invited: self._show_password(dialog, invited, is_new=False))
        task.failed.connect(dialog.show_error)

    def _ask_removal(self, member: Member) -> None:
        dialog = ConfirmDialog(self._view)
        dialog.confirmed.connect(lambda: self._remove(dialog, member))
        dialog.ask(
            self.tr("Remove “{name}”?").format(name=user_text(member.name)),
            self.tr(
                "Wherever this member is signed in, it ends at once, and the password is deleted. "
                "What they did stays in the log and in the audit."
            ),
            self.tr("Remove member"),
        )

    def _remove(self, dialog: Dialog, member: Member) -> None:
        dialog.show_busy(True)
        task = self._tasks.start("members.remove", lambda _work: self._gateway.remove_member(member.id))
        task.succeeded.connect(lambda _none: self._say_removed(dialog, member))
        task.failed.connect(dialog.show_error)

    def _say_removed(self, dialog: Dialog, member: Member) -> None:
        dialog.accept()
        self.changed.emit("")
        self._toasts.show_success(self.tr("Removed"), user_text(member.name))
