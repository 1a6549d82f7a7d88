"""What a person can do with a webhook: create, edit, rotate, pause, look at its secret, delete it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from integration_console.domain.errors import ConsoleError, VaultLocked
from integration_console.domain.webhooks import CreatedWebhook, Event, Webhook, WebhookDraft, WebhookStatus
from integration_console.domain.workspace import WorkspaceState
from integration_console.gateways.member_protocols import RightsGateway
from integration_console.gateways.protocols import WebhooksGateway
from integration_console.ui.language import user_text
from integration_console.ui.tabs.webhooks.dialogs import (
    EventDialog,
    Occasion,
    RotationDialog,
    SecretDialog,
    WebhookDialog,
)
from integration_console.ui.tabs.webhooks.model import WebhookRow
from integration_console.ui.tabs.webhooks.view import WebhooksView
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.unlocking import Unlocking
from integration_console.ui.widgets import ConfirmDialog, Dialog, ToastOverlay
from integration_console.ui.widgets.payload_parts import Part, request_parts


class WebhooksTabGateway(WebhooksGateway, RightsGateway, Protocol):
    """Webhooks, where they are received, and what may be done."""

    def workspace(self) -> WorkspaceState:
        """Return the present state."""


class WebhookActions(QObject):
    """Opens dialogs and does in tasks what they agree to. `changed` carries the id of what was changed."""

    changed = Signal(str)

    def __init__(
        self,
        gateway: WebhooksTabGateway,
        tasks: TaskRunner,
        view: WebhooksView,
        toasts: ToastOverlay,
        unlocking: Unlocking,
    ) -> None:
        super().__init__(view)
        self._gateway, self._tasks, self._view = gateway, tasks, view
        self._toasts, self._unlocking = toasts, unlocking
        self.is_public = False
        view.creation_requested.connect(lambda: self._fill_in(None))
        view.edit_requested.connect(lambda row: self._fill_in(row.webhook))
        view.rotation_requested.connect(self._ask_rotation)
        view.switch_requested.connect(self._switch)
        view.removal_requested.connect(self._ask_removal)
        view.secret_requested.connect(self._show_secret)
        view.panel.event_opened.connect(self._open_event)
        view.url_copied.connect(self._say_copied)

    def _fill_in(self, webhook: Webhook | None) -> None:
        dialog = WebhookDialog(self._view, webhook)
        occasion = Occasion.CREATED if webhook is None else Occasion.CHANGED
        dialog.confirmed.connect(lambda: self._save(dialog, dialog.draft(), occasion))
        dialog.open()

    def _save(self, dialog: WebhookDialog, draft: WebhookDraft | None, occasion: Occasion) -> None:
        if draft is None:
            return
        dialog.show_busy(True)
        task = self._tasks.start("webhooks.save", lambda _work: self._gateway.save_webhook(draft))
        task.succeeded.connect(lambda created: self._close(dialog, created, occasion))
        task.failed.connect(lambda error: self._explain(dialog, error, lambda: self._save(dialog, draft, occasion)))

    def _close(self, dialog: Dialog, created: CreatedWebhook, occasion: Occasion) -> None:
        dialog.accept()
        self.changed.emit(created.webhook.id)
        if created.secret:
            SecretDialog(self._view, created, occasion, is_public=self.is_public).open()
        else:
            self._toasts.show_success(self.tr("Saved"), user_text(created.webhook.name))

    def _ask_rotation(self, row: WebhookRow) -> None:
        dialog = RotationDialog(self._view, row.webhook)
        dialog.confirmed.connect(lambda: self._rotate(dialog, row.webhook))
        dialog.open()

    def _rotate(self, dialog: Dialog, webhook: Webhook) -> None:
        dialog.show_busy(True)
        task = self._tasks.start("webhooks.rotate", lambda _work: self._gateway.rotate_webhook(webhook.id))
        task.succeeded.connect(lambda created: self._close(dialog, created, Occasion.ROTATED))
        task.failed.connect(lambda error: self._explain(dialog, error, lambda: self._rotate(dialog, webhook)))

    def _switch(self, row: WebhookRow) -> None:
        webhook, active = row.webhook, row.webhook.status is not WebhookStatus.ACTIVE
        task = self._tasks.start(
            "webhooks.switch", lambda _work: self._gateway.switch_webhook(webhook.id, active=active)
        )
        task.succeeded.connect(self._say_switched)
        task.failed.connect(self._toasts.show_error)

    def _say_switched(self, webhook: Webhook) -> None:
        self.changed.emit(webhook.id)
        if webhook.status is WebhookStatus.ACTIVE:
            self._toasts.show_success(self.tr("Activated"), self.tr("New events are accepted again."))
        else:
            self._toasts.show_info(self.tr("Paused"), self.tr("Events that arrive are stored and held."))

    def _ask_removal(self, row: WebhookRow) -> None:
        dialog = ConfirmDialog(self._view)
        dialog.confirmed.connect(lambda: self._remove(dialog, row.webhook))
        dialog.ask(
            self.tr("Delete “{name}”?").format(name=user_text(row.webhook.name)),
            self.tr(
                "Its address and its secret are deleted for good, and senders are refused from now on. "
                "Its events and log entries stay."
            ),
            self.tr("Delete webhook"),
        )

    def _remove(self, dialog: Dialog, webhook: Webhook) -> None:
        dialog.show_busy(True)
        task = self._tasks.start("webhooks.remove", lambda _work: self._gateway.remove_webhook(webhook.id))
        task.succeeded.connect(lambda _none: self._say_removed(dialog, webhook))
        task.failed.connect(dialog.show_error)

    def _say_removed(self, dialog: Dialog, webhook: Webhook) -> None:
        dialog.accept()
        self.changed.emit("")
        self._toasts.show_success(self.tr("Deleted"), user_text(webhook.name))

    def _show_secret(self, row: WebhookRow) -> None:
        webhook = row.webhook
        task = self._tasks.start("webhooks.secret", lambda _work: self._gateway.webhook_secret(webhook.id))
        task.succeeded.connect(lambda secret: self._reveal(webhook, secret))
        task.failed.connect(lambda error: self._explain(None, error, lambda: self._show_secret(row)))

    def _reveal(self, webhook: Webhook, secret: str) -> None:
        chosen = self._view.chosen
        if chosen is not None and chosen.webhook.id == webhook.id:
            self._view.panel.secret.show_secret(secret)

    def _open_event(self, event: Event) -> None:
        dialog = EventDialog(self._view, event)
        dialog.open()
        task = self._tasks.start("webhooks.event", lambda _work: _parts(self._gateway, event), newest_wins=True)
        task.succeeded.connect(dialog.show_parts)
        task.failed.connect(dialog.show_error)

    def _say_copied(self) -> None:
        detail = "" if self.is_public else self.tr("It is reachable from this machine only.")
        self._toasts.show_info(self.tr("URL copied"), detail)

    def _explain(self, dialog: Dialog | None, error: ConsoleError, retry: Callable[[], None]) -> None:
        if isinstance(error, VaultLocked):
            if dialog is not None:
                dialog.show_busy(False)
            self._unlocking.ask(retry)
        elif dialog is not None:
            dialog.show_error(error)
        else:
            self._toasts.show_error(error)


def _parts(gateway: WebhooksTabGateway, event: Event) -> tuple[Part, ...]:
    return request_parts(event.headers, gateway.event_body(event.id), event.content_type)
