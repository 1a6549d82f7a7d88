"""What a person can do with API keys: create, edit, reroll, revoke, try addresses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from integration_console.domain.errors import ConsoleError, VaultLocked
from integration_console.ui.language import user_text
from integration_console.ui.tabs.api_keys.dialogs import KeyDialog, OneTimeDialog, RerollDialog, loss_words
from integration_console.ui.tabs.api_keys.policy_dialog import PolicyDialog
from integration_console.ui.widgets import ConfirmDialog, Dialog, ToastOverlay

if TYPE_CHECKING:
    from integration_console.domain.api_key_policy import KeyPolicy
    from integration_console.domain.api_keys import ApiKey, ApiKeyDraft, CreatedApiKey
    from integration_console.gateways.api_key_protocols import ApiKeysGateway
    from integration_console.ui.tabs.api_keys.view import ApiKeysView
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.unlocking import Unlocking


class ApiKeyActions(QObject):
    """Opens dialogs and does in tasks what they agree to. `changed` carries the id of the key that was changed."""

    changed = Signal(str)

    def __init__(
        self, gateway: ApiKeysGateway, tasks: TaskRunner, view: ApiKeysView, toasts: ToastOverlay, unlocking: Unlocking
    ) -> None:
        super().__init__(view)
        self._gateway, self._tasks, self._view = gateway, tasks, view
        self._toasts, self._unlocking = toasts, unlocking
        view.creation_requested.connect(lambda: self._fill_in(None))
        view.edit_requested.connect(self._fill_in)
        view.reroll_requested.connect(self._ask_reroll)
        view.revocation_requested.connect(self._ask_revocation)
        view.policy_requested.connect(self._ask_policy)

    def _fill_in(self, key: ApiKey | None) -> None:
        dialog = KeyDialog(self._view, self._view.keyring, key)
        dialog.confirmed.connect(lambda: self._save(dialog, dialog.draft()))
        dialog.trial.requested.connect(lambda: self._try_addresses(dialog))
        dialog.open()

    def _save(self, dialog: KeyDialog, draft: ApiKeyDraft | None) -> None:
        if draft is None:
            return
        dialog.show_busy(True)
        if draft.id:
            task = self._tasks.start("api_keys.save", lambda _work: self._gateway.change_api_key(draft))
            task.succeeded.connect(lambda key: self._say_done(dialog, key, self.tr("Saved")))
        else:
            task = self._tasks.start("api_keys.save", lambda _work: self._gateway.create_api_key(draft))
            task.succeeded.connect(lambda created: self._show_once(dialog, created, is_new=True))
        task.failed.connect(lambda error: self._explain(dialog, error, lambda: self._save(dialog, draft)))

    def _try_addresses(self, dialog: KeyDialog) -> None:
        if dialog.key is None:
            return
        key_id, addresses = dialog.key.id, dialog.addresses
        dialog.places.show_problems(())
        dialog.trial.button.setEnabled(False)
        task = self._tasks.start("api_keys.try", lambda _work: self._gateway.try_addresses(key_id, addresses))
        task.succeeded.connect(dialog.show_trial)
        task.failed.connect(dialog.show_trial_error)

    def _ask_reroll(self, key: ApiKey) -> None:
        dialog = RerollDialog(self._view, key)
        dialog.confirmed.connect(lambda: self._reroll(dialog, key))
        dialog.open()

    def _reroll(self, dialog: RerollDialog, key: ApiKey) -> None:
        dialog.show_busy(True)
        overlap = dialog.overlap
        task = self._tasks.start("api_keys.reroll", lambda _work: self._gateway.reroll_api_key(key.id, overlap))
        task.succeeded.connect(lambda created: self._show_once(dialog, created, is_new=False))
        task.failed.connect(lambda error: self._explain(dialog, error, lambda: self._reroll(dialog, key)))

    def _ask_policy(self) -> None:
        dialog = PolicyDialog(self._view, self._view.keyring.policy)
        dialog.confirmed.connect(lambda: self._set_policy(dialog, dialog.policy()))
        dialog.open()

    def _set_policy(self, dialog: PolicyDialog, policy: KeyPolicy | None) -> None:
        if policy is None:
            return
        dialog.show_busy(True)
        task = self._tasks.start("api_keys.policy", lambda _work: self._gateway.set_api_key_policy(policy))
        task.succeeded.connect(lambda _kept: self._say_policy(dialog))
        task.failed.connect(dialog.show_error)

    def _say_policy(self, dialog: PolicyDialog) -> None:
        dialog.accept()
        chosen = self._view.chosen
        self.changed.emit(chosen.id if chosen else "")
        self._toasts.show_success(self.tr("Saved"), self.tr("How long API keys may count"))

    def _show_once(self, dialog: Dialog, created: CreatedApiKey, *, is_new: bool) -> None:
        dialog.accept()
        self.changed.emit(created.key.id)
        OneTimeDialog(self._view, created, is_new=is_new).open()

    def _ask_revocation(self, key: ApiKey) -> None:
        dialog = ConfirmDialog(self._view)
        dialog.confirmed.connect(lambda: self._revoke(dialog, key))
        dialog.ask(*loss_words(key))

    def _revoke(self, dialog: Dialog, key: ApiKey) -> None:
        dialog.show_busy(True)
        task = self._tasks.start("api_keys.revoke", lambda _work: self._gateway.revoke_api_key(key.id))
        task.succeeded.connect(lambda revoked: self._say_done(dialog, revoked, self.tr("Revoked")))
        task.failed.connect(dialog.show_error)

    def _say_done(self, dialog: Dialog, key: ApiKey, title: str) -> None:
        dialog.accept()
        self.changed.emit(key.id)
        self._toasts.show_success(title, user_text(key.name))

    def _explain(self, dialog: Dialog, error: ConsoleError, retry: Callable[[], None]) -> None:
        if isinstance(error, VaultLocked):
            dialog.show_busy(False)
            self._unlocking.ask(retry)
        else:
            dialog.show_error(error)
