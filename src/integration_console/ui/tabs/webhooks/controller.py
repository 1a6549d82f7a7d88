"""Keeps the page of webhooks up to date while it is seen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import ConsoleError
from integration_console.domain.webhooks import Event
from integration_console.domain.work import Work
from integration_console.ui.allowing import Allowing
from integration_console.ui.changes import ChangeRelay
from integration_console.ui.tabs.webhooks.actions import WebhookActions, WebhooksTabGateway
from integration_console.ui.tabs.webhooks.model import WebhookRow, WebhooksModel
from integration_console.ui.tabs.webhooks.view import WebhooksView
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.unlocking import Unlocking
from integration_console.ui.widgets import ToastOverlay

_EVENTS = 20
_PAUSE_MS = 400


@dataclass(frozen=True, slots=True)
class _Found:
    """What the page shows, read at one time."""

    rows: tuple[WebhookRow, ...]
    is_public: bool
    events_of: str
    events: tuple[Event, ...]


class WebhooksController(QObject):
    """Reads when the page is shown and whenever something changed, a few times a second at most."""

    def __init__(
        self,
        gateway: WebhooksTabGateway,
        tasks: TaskRunner,
        relay: ChangeRelay,
        view: WebhooksView,
        actions: WebhookActions,
    ) -> None:
        super().__init__(view)
        self._gateway, self._tasks, self._view, self._actions = gateway, tasks, view, actions
        self._is_stale = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._refresh_if_stale)
        relay.changed.connect(self._hear)
        view.shown.connect(self.refresh)
        view.webhook_selected.connect(lambda _row: self.refresh())
        view.states.retry_requested.connect(self.refresh)
        actions.changed.connect(self._show_change)

    def refresh(self) -> None:
        """Reads everything anew."""
        self._is_stale = False
        self._pause.start()
        chosen = self._view.chosen
        chosen_id = chosen.webhook.id if chosen is not None else ""
        task = self._tasks.start("webhooks.list", lambda work: _found(self._gateway, chosen_id, work), newest_wins=True)
        task.succeeded.connect(self._show)
        task.failed.connect(self._fail)

    def _hear(self, _change: Change) -> None:
        if not self._view.isVisible() or _change.subject is Subject.CONNECTORS:
            return
        self._is_stale = True
        if not self._pause.isActive():
            self.refresh()

    def _refresh_if_stale(self) -> None:
        if self._is_stale and self._view.isVisible():
            self.refresh()

    def _show(self, found: _Found) -> None:
        self._actions.is_public = found.is_public
        self._view.show_webhooks(found.rows, is_public=found.is_public)
        chosen = self._view.chosen
        if chosen is not None and chosen.webhook.id == found.events_of:
            self._view.panel.show_events(found.events)

    def _fail(self, error: ConsoleError) -> None:
        self._view.states.show_error(error)

    def _show_change(self, webhook_id: str) -> None:
        if webhook_id:
            self._view.choose(webhook_id)
        self.refresh()


def _found(gateway: WebhooksTabGateway, chosen_id: str, work: Work) -> _Found:
    rows = []
    events: tuple[Event, ...] = ()
    for webhook in gateway.webhooks():
        work.stop_if_cancelled()
        is_chosen = webhook.id == chosen_id
        last = gateway.last_events(webhook.id, _EVENTS if is_chosen else 1)
        events = last if is_chosen else events
        rows.append(WebhookRow(webhook, gateway.webhook_url(webhook.id), last[0].received_at if last else None))
    return _Found(tuple(rows), gateway.workspace().receiver.public, chosen_id, events)


def make_webhooks_tab(
    gateway: WebhooksTabGateway, tasks: TaskRunner, relay: ChangeRelay, toasts: ToastOverlay, unlocking: Unlocking
) -> WebhooksView:
    """Makes the page of webhooks; it reads nothing before it is seen."""
    view = WebhooksView(WebhooksModel())
    actions = WebhookActions(gateway, tasks, view, toasts, unlocking)
    WebhooksController(gateway, tasks, relay, view, actions)
    panel, allowing = view.panel, Allowing(gateway, relay, view)
    changing = (view.new, view.empty, panel.switch, panel.edit, panel.rotate, panel.remove)
    allowing.needs("webhooks.write", *(each.refuse for each in changing))
    allowing.needs("webhooks.reveal", panel.secret.button.refuse)
    return view
