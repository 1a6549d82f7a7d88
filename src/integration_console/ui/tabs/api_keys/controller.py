"""Keeps the page of API keys up to date while it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from integration_console.domain.changes import Change, Subject
from integration_console.domain.permissions import PERMISSIONS
from integration_console.gateways.api_key_protocols import ApiKeysGateway
from integration_console.ui.language import language
from integration_console.ui.refreshing import Refreshing
from integration_console.ui.tabs.api_keys.actions import ApiKeyActions
from integration_console.ui.tabs.api_keys.model import KeysModel
from integration_console.ui.tabs.api_keys.rules import Keyring, rights_known_by
from integration_console.ui.tabs.api_keys.view import ApiKeysView

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.connectors import Connector
    from integration_console.domain.work import Work
    from integration_console.ui.changes import ChangeRelay
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.unlocking import Unlocking
    from integration_console.ui.widgets import ToastOverlay

_HEARD = (Subject.API_KEYS, Subject.CONNECTORS)


class ApiKeysTabGateway(ApiKeysGateway, Protocol):
    """API keys, and the connectors that a key can be for."""

    def connectors(self) -> tuple[Connector, ...]:
        """Return all connectors."""


class ApiKeysController(QObject):
    """Reads when the page is shown and whenever keys have changed; the uses of the key that is chosen, with it."""

    def __init__(
        self, gateway: ApiKeysTabGateway, tasks: TaskRunner, view: ApiKeysView, actions: ApiKeyActions
    ) -> None:
        super().__init__(view)
        self._gateway, self._view = gateway, view
        self._keys = Refreshing(tasks, "api_keys.list", self._prepare, self)
        self._usage = Refreshing(tasks, "api_keys.usage", self._prepare_usage, self)
        self._keys.fetched.connect(view.show_keyring)
        self._keys.failed.connect(view.states.show_error)
        self._usage.fetched.connect(lambda found: view.panel.show_usage(*found))
        self._usage.failed.connect(view.panel.usage.states.show_error)
        view.looked_at.connect(self._keys.refresh)
        view.key_chosen.connect(self._usage.restart)
        view.states.retry_requested.connect(self._keys.refresh)
        view.panel.usage.states.retry_requested.connect(self._usage.restart)
        actions.changed.connect(self._show_change)
        language.language_changed.connect(view.say_again)

    def hear(self, change: Change) -> None:
        """Fetches again what changed, while somebody looks."""
        if change.subject in _HEARD and self._view.isVisible():
            self._keys.refresh()

    def _prepare(self) -> Callable[[Work], object]:
        gateway = self._gateway
        return lambda _work: _found(gateway)

    def _prepare_usage(self) -> Callable[[Work], object]:
        gateway, key = self._gateway, self._view.chosen
        key_id = key.id if key else ""
        return lambda _work: (key_id, gateway.api_key_usage(key_id))

    def _show_change(self, key_id: str) -> None:
        self._view.choose(key_id)
        self._keys.refresh()


def _found(gateway: ApiKeysTabGateway) -> Keyring:
    keys, policy = gateway.api_keys(), gateway.api_key_policy()
    rights = rights_known_by({each: gateway.can(each) for each in PERMISSIONS})
    found = gateway.connectors() if rights.allows("connectors.read") else ()
    connectors = {each.id: each.name for each in found}
    refused = gateway.refusal("api_keys.write"), gateway.refusal("workspace.write")
    return Keyring(keys, rights, connectors, *refused, policy)


def make_api_keys_tab(
    gateway: ApiKeysTabGateway, tasks: TaskRunner, relay: ChangeRelay, toasts: ToastOverlay, unlocking: Unlocking
) -> ApiKeysView:
    """The page, working; it reads nothing before it is seen."""
    view = ApiKeysView(KeysModel())
    actions = ApiKeyActions(gateway, tasks, view, toasts, unlocking)
    controller = ApiKeysController(gateway, tasks, view, actions)
    relay.changed.connect(controller.hear)
    return view
