"""Keeps the page of key holders up to date while it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from integration_console.domain.changes import Change, Subject
from integration_console.gateways.key_holder_protocols import KeyHoldersGateway
from integration_console.gateways.protocols import WorkspaceGateway
from integration_console.ui.refreshing import Refreshing
from integration_console.ui.tabs.key_holders.actions import KeyHolderActions
from integration_console.ui.tabs.key_holders.model import KeyHoldersModel
from integration_console.ui.tabs.key_holders.rows import Keys, keys_of
from integration_console.ui.tabs.key_holders.view import KeyHoldersView

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.errors import ConsoleError
    from integration_console.domain.work import Work
    from integration_console.ui.changes import ChangeRelay
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.unlocking import Unlocking
    from integration_console.ui.widgets import ToastOverlay


class _Gateway(KeyHoldersGateway, WorkspaceGateway, Protocol):
    """What this page needs."""

    def can(self, permission: str, scope: str = "") -> bool:
        """Return whether the one who looks may do this."""

    def refusal(self, permission: str, scope: str = "") -> ConsoleError | None:
        """Return why the one who looks may not do this; None: it is allowed."""


class KeyHoldersController(QObject):
    """Reads when the page is shown and whenever keys or the workspace have changed."""

    def __init__(self, gateway: _Gateway, tasks: TaskRunner, view: KeyHoldersView, actions: KeyHolderActions) -> None:
        super().__init__(view)
        self._gateway, self._view = gateway, view
        self._keys = Refreshing(tasks, "key holders.list", self._prepare, self)
        self._keys.fetched.connect(view.show_keys)
        self._keys.failed.connect(view.states.show_error)
        view.shown.connect(self._keys.refresh)
        view.states.retry_requested.connect(self._keys.refresh)
        actions.changed.connect(self._keys.refresh)

    def hear(self, change: Change) -> None:
        """Fetches again what changed, while somebody looks."""
        if change.subject in (Subject.HOLDERS, Subject.WORKSPACE) and self._view.isVisible():
            self._keys.refresh()

    def _prepare(self) -> Callable[[Work], object]:
        gateway = self._gateway
        return lambda _work: _found(gateway)


def _found(gateway: _Gateway) -> Keys:
    return keys_of(
        gateway.key_holders(),
        unlocked=gateway.workspace().unlocked,
        refused=gateway.refusal("holders.write"),
        may_ask=gateway.can("syncs.run"),
    )


def make_key_holders_tab(
    gateway: _Gateway, tasks: TaskRunner, relay: ChangeRelay, toasts: ToastOverlay, unlocking: Unlocking
) -> KeyHoldersView:
    """The page, working; it reads nothing before it is seen."""
    view = KeyHoldersView(KeyHoldersModel())
    actions = KeyHolderActions(gateway, tasks, view, toasts, unlocking)
    controller = KeyHoldersController(gateway, tasks, view, actions)
    relay.changed.connect(controller.hear)
    return view
