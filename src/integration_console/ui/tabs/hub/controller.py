"""Keeps the hub up to date: at most once a second, and only while somebody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import ConsoleError
from integration_console.ui.allowing import Allowing
from integration_console.ui.tabs.hub.model import HubContents, HubGateway, contents_of
from integration_console.ui.tabs.hub.view import HubView

if TYPE_CHECKING:
    from integration_console.ui.changes import ChangeRelay
    from integration_console.ui.tasks import TaskRunner

_PAUSE_MS = 1000
_HOUR_PASSES_MS = 60_000
_SUBJECTS = frozenset({Subject.LOGS, Subject.CONNECTORS, Subject.WEBHOOKS, Subject.SYNCS})


def make_hub_tab(gateway: HubGateway, tasks: TaskRunner, relay: ChangeRelay) -> HubView:
    """The hub, working."""
    view = HubView()
    controller = HubController(gateway, tasks, view)
    relay.changed.connect(controller.hear)
    controller.refresh()
    allowing = Allowing(gateway, relay, view)
    allowing.needs("connectors.write", view.refuse_connectors)
    allowing.needs("webhooks.write", view.welcome.webhook.refuse)
    allowing.needs("connectors.check", view.refuse_checks)
    allowing.needs("messages.send", view.refuse_messages)
    return view


class HubController(QObject):
    """Fetches everything in one task; what changes meanwhile is fetched a second later."""

    def __init__(self, gateway: HubGateway, tasks: TaskRunner, view: HubView) -> None:
        super().__init__(view)
        self._gateway = gateway
        self._tasks = tasks
        self._view = view
        self._is_stale = False
        self._has_shown = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._catch_up)
        self._clock = QTimer(self)
        self._clock.setInterval(_HOUR_PASSES_MS)
        self._clock.timeout.connect(self._note_change)
        self._clock.start()
        view.shown.connect(self._catch_up)
        view.states.retry_requested.connect(self.refresh)

    def hear(self, change: Change) -> None:
        """Fetches again when something on the hub changed."""
        if change.subject in _SUBJECTS:
            self._note_change()

    def refresh(self) -> None:
        """Fetches now."""
        self._is_stale = False
        self._pause.start()
        task = self._tasks.start("hub", lambda _work: contents_of(self._gateway), newest_wins=True)
        task.succeeded.connect(self._show)
        task.failed.connect(self._fail)

    def _note_change(self) -> None:
        self._is_stale = True
        if not self._pause.isActive():
            self._catch_up()

    def _catch_up(self) -> None:
        if self._is_stale and self._view.isVisible() and not self._pause.isActive():
            self.refresh()

    def _show(self, contents: HubContents) -> None:
        self._has_shown = True
        self._view.show_contents(contents)

    def _fail(self, error: ConsoleError) -> None:
        """What was fetched before stays; the next change tries again."""
        if not self._has_shown:
            self._view.states.show_error(error)
