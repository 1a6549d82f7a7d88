"""What a person can do with key holders: ask, approve, refuse, remove, add a passphrase, a new code, a new key."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from integration_console.ui.protecting import PassphraseDialog, RecoveryDialog
from integration_console.ui.tabs.key_holders.dialogs import ApproveDialog, AskDialog
from integration_console.ui.tabs.key_holders.words import holder_name
from integration_console.ui.widgets import ConfirmDialog, Dialog, ToastOverlay

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.workspace import HolderRequest, KeyHolder, NewWorkspace
    from integration_console.gateways.key_holder_protocols import KeyHoldersGateway
    from integration_console.ui.tabs.key_holders.rows import KeyRow
    from integration_console.ui.tabs.key_holders.view import KeyHoldersView
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.unlocking import Unlocking


class KeyHolderActions(QObject):
    """Opens dialogs and does in tasks what they agree to; `changed` says that something is to be fetched again."""

    changed = Signal()

    def __init__(
        self,
        gateway: KeyHoldersGateway,
        tasks: TaskRunner,
        view: KeyHoldersView,
        toasts: ToastOverlay,
        unlocking: Unlocking,
    ) -> None:
        super().__init__(view)
        self._gateway, self._tasks, self._view, self._toasts = gateway, tasks, view, toasts
        view.unlock_requested.connect(lambda: unlocking.ask(self.changed.emit))
        view.ask_requested.connect(self._ask)
        view.approval_requested.connect(self._ask_approval)
        view.refusal_requested.connect(self._ask_refusal)
        view.removal_requested.connect(self._ask_removal)
        view.passphrase_requested.connect(self._ask_passphrase)
        view.recovery_requested.connect(self._ask_recovery)
        view.replacement_requested.connect(self._ask_replacement)

    def _ask(self) -> None:
        dialog = AskDialog(self._view, platform.node())
        dialog.confirmed.connect(lambda: self._send(dialog))
        dialog.open()

    def _send(self, dialog: AskDialog) -> None:
        name = dialog.name.text()

        def sent(asked: HolderRequest) -> None:
            self._end(dialog, self.tr("Asked"), asked.fingerprint)

        self._do(dialog, lambda: self._gateway.ask_for_key(name), sent)

    def _ask_approval(self, row: KeyRow) -> None:
        dialog = ApproveDialog(self._view, row)

        def approved(holder: KeyHolder) -> None:
            self._end(dialog, self.tr("Approved"), holder_name(holder.kind, holder.name))

        dialog.confirmed.connect(lambda: self._do(dialog, lambda: self._gateway.approve_holder(row.id), approved))
        dialog.open()

    def _ask_refusal(self, row: KeyRow) -> None:
        name = holder_name(row.kind, row.name)
        self._confirm(
            self.tr("Refuse “{name}”?").format(name=name),
            self.tr("It opens nothing, and may ask again."),
            self.tr("Refuse"),
            lambda: self._gateway.refuse_holder(row.id),
            (self.tr("Refused"), name),
        )

    def _ask_removal(self, row: KeyRow) -> None:
        name = holder_name(row.kind, row.name)
        self._confirm(
            self.tr("Remove “{name}”?").format(name=name),
            self.tr(
                "It opens the secrets no more, and all of them are sealed with a new key. "
                "What it may have read before, such as a token of Slack, is better renewed there as well."
            ),
            self.tr("Remove and seal anew"),
            lambda: self._gateway.remove_holder(row.id),
            (self.tr("Removed"), name),
        )

    def _ask_passphrase(self) -> None:
        dialog = PassphraseDialog(self._view)
        dialog.confirmed.connect(lambda: self._add(dialog))
        dialog.fit()
        dialog.open()
        dialog.passphrase.setFocus()

    def _add(self, dialog: PassphraseDialog) -> None:
        if not dialog.matches():
            return
        passphrase = dialog.passphrase.text()
        dialog.show_busy(True)
        task = self._tasks.start("key holders", lambda _work: self._gateway.add_passphrase(passphrase))
        task.succeeded.connect(lambda _none: self._end(dialog, self.tr("Added"), self.tr("Passphrase")))
        task.failed.connect(dialog.show_problem)
        task.cancelled.connect(lambda: dialog.show_busy(False))

    def _ask_recovery(self) -> None:
        dialog = ConfirmDialog(self._view)

        def made(new: NewWorkspace) -> None:
            self._end(dialog, "", "")
            shown = RecoveryDialog(self._view, new.recovery_code)
            shown.fit()
            shown.open()

        dialog.confirmed.connect(lambda: self._do(dialog, self._gateway.new_recovery_code, made))
        dialog.ask(
            self.tr("Make a new recovery code?"),
            self.tr("The old code opens nothing any more, and all secrets are sealed with a new key."),
            self.tr("Make new code"),
        )

    def _ask_replacement(self) -> None:
        self._confirm(
            self.tr("Replace the key of this workspace?"),
            self.tr("All secrets are sealed with a new key, for the same holders. Work goes on meanwhile."),
            self.tr("Replace key"),
            self._gateway.replace_key,
            (self.tr("Replaced"), self.tr("All secrets are sealed anew.")),
        )

    def _confirm(self, title: str, loss: str, action: str, work: Callable[[], object], said: tuple[str, str]) -> None:
        dialog = ConfirmDialog(self._view)
        dialog.confirmed.connect(lambda: self._do(dialog, work, lambda _done: self._end(dialog, *said)))
        dialog.ask(title, loss, action)

    def _do(self, dialog: Dialog, work: Callable[[], object], then: Callable[..., None]) -> None:
        dialog.show_busy(True)
        task = self._tasks.start("key holders", lambda _work: work())
        task.succeeded.connect(then)
        task.failed.connect(dialog.show_error)
        task.cancelled.connect(lambda: dialog.show_busy(False))  # another change of the keys is under way

    def _end(self, dialog: Dialog, title: str, detail: str) -> None:
        dialog.accept()
        self.changed.emit()
        if title:
            self._toasts.show_success(title, detail)
