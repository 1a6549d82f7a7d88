"""Makes the tabs of an open workspace, and lets them lead to each other without knowing each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.logs import LogFilter
from integration_console.ui.tabs.connectors.controller import make_connectors_tab
from integration_console.ui.tabs.hub.controller import make_hub_tab
from integration_console.ui.tabs.logs.controller import make_logs_tab
from integration_console.ui.tabs.webhooks.controller import make_webhooks_tab

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from integration_console.gateways.protocols import Gateway
    from integration_console.ui.changes import ChangeRelay
    from integration_console.ui.main_window import MainWindow
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.unlocking import Unlocking


class TabSet:
    """The four tabs over one gateway."""

    def __init__(
        self, gateway: Gateway, tasks: TaskRunner, relay: ChangeRelay, window: MainWindow, unlocking: Unlocking
    ) -> None:
        """Make all four; they fetch what they show by themselves."""
        self.hub = make_hub_tab(gateway, tasks, relay)
        self.connectors = make_connectors_tab(gateway, tasks, relay, window.toasts, unlocking)
        self.webhooks = make_webhooks_tab(gateway, tasks, relay, window.toasts, unlocking)
        self.logs = make_logs_tab(gateway, tasks, relay, window.toasts)
        self._window = window
        self._lead_from_hub()
        self.webhooks.log_requested.connect(self._show_log_of_webhook)

    def make(self, key: str) -> QWidget:
        """Return the tab of a page."""
        tabs: dict[str, QWidget] = {
            "hub": self.hub,
            "connectors": self.connectors,
            "webhooks": self.webhooks,
            "logs": self.logs,
        }
        return tabs[key]

    def _lead_from_hub(self) -> None:
        hub = self.hub
        hub.page_requested.connect(self._window.show_page)
        hub.connector_chosen.connect(self._at_connectors(self.connectors.choose))
        hub.check_requested.connect(self._at_connectors(self.connectors.check))
        hub.message_requested.connect(self._at_connectors(self.connectors.compose))
        hub.connector_requested.connect(self._add_connector)
        hub.webhook_requested.connect(self._create_webhook)

    def _at_connectors(self, action: Callable[[str], None]) -> Callable[[str], None]:
        def go(connector_id: str) -> None:
            self._window.show_page("connectors")
            action(connector_id)

        return go

    def _add_connector(self) -> None:
        self._window.show_page("connectors")
        self.connectors.add()

    def _create_webhook(self) -> None:
        self._window.show_page("webhooks")
        self.webhooks.creation_requested.emit()

    def _show_log_of_webhook(self, webhook_id: str) -> None:
        self._window.show_page("logs")
        self.logs.show_filtered(LogFilter(webhook_id=webhook_id))
