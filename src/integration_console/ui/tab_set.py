"""Makes the tabs of an open workspace, and lets them lead to each other without knowing each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.logs import LogFilter
from integration_console.ui.tabs.api_keys.controller import make_api_keys_tab
from integration_console.ui.tabs.audit.controller import make_audit_tab
from integration_console.ui.tabs.connectors.controller import make_connectors_tab
from integration_console.ui.tabs.hub.controller import make_hub_tab
from integration_console.ui.tabs.key_holders.controller import make_key_holders_tab
from integration_console.ui.tabs.logs.controller import make_logs_tab
from integration_console.ui.tabs.members.controller import make_members_tab
from integration_console.ui.tabs.records.controller import make_records_tab
from integration_console.ui.tabs.syncs.controller import make_syncs_tab
from integration_console.ui.tabs.webhooks.controller import make_webhooks_tab
from integration_console.ui.under_way import UnderWay

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from integration_console.gateways.protocols import Gateway
    from integration_console.ui.changes import ChangeRelay
    from integration_console.ui.main_window import MainWindow
    from integration_console.ui.tabs.logs.layout import KeptLayout
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.unlocking import Unlocking


class TabSet:
    """The tabs over one gateway."""

    def __init__(
        self,
        gateway: Gateway,
        tasks: TaskRunner,
        relay: ChangeRelay,
        window: MainWindow,
        unlocking: Unlocking,
        log_layout: KeptLayout,
    ) -> None:
        """Make them all; they fetch what they show by themselves."""
        self.hub = make_hub_tab(gateway, tasks, relay)
        self.connectors = make_connectors_tab(gateway, tasks, relay, window.toasts, unlocking)
        self.syncs = make_syncs_tab(gateway, tasks, relay, window.toasts, unlocking)
        self.records = make_records_tab(gateway, tasks, relay, window.toasts)
        self.webhooks = make_webhooks_tab(gateway, tasks, relay, window.toasts, unlocking)
        self.logs = make_logs_tab(gateway, tasks, relay, window.toasts, unlocking, log_layout)
        self.members = make_members_tab(gateway, tasks, relay, window.toasts)
        self.key_holders = make_key_holders_tab(gateway, tasks, relay, window.toasts, unlocking)
        self.api_keys = make_api_keys_tab(gateway, tasks, relay, window.toasts, unlocking)
        self.audit = make_audit_tab(gateway, tasks, relay, window.toasts)
        self._window = window
        self.under_way = UnderWay(gateway, tasks, window.rail, window)
        relay.changed.connect(self.under_way.hear)
        self._lead_from_hub()
        self._lead_between_syncs_and_records()
        self.webhooks.log_requested.connect(lambda webhook_id: self._show_log(LogFilter(webhook_id=webhook_id)))
        self.members.audit_requested.connect(lambda member: self._show_audit("member", member.id, member.name))
        self.api_keys.audit_requested.connect(lambda key: self._show_audit("api_key", key.id, key.name))

    def make(self, key: str) -> QWidget:
        """Return the tab of a page."""
        tabs: dict[str, QWidget] = {
            "hub": self.hub,
            "connectors": self.connectors,
            "syncs": self.syncs,
            "records": self.records,
            "webhooks": self.webhooks,
            "logs": self.logs,
            "members": self.members,
            "key_holders": self.key_holders,
            "api_keys": self.api_keys,
            "audit": self.audit,
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

    def _show_log(self, wanted: LogFilter) -> None:
        self._window.show_page("logs")
        self.logs.show_filtered(wanted)

    def _show_audit(self, kind: str, subject_id: str, name: str) -> None:
        self._window.show_page("audit")
        self.audit.show_subject(kind, subject_id, name)

    def _lead_between_syncs_and_records(self) -> None:
        connectors, syncs, records = self.connectors, self.syncs, self.records
        connectors.records_requested.connect(self._show_records)
        connectors.syncs_requested.connect(self._show_syncs)
        syncs.records_requested.connect(self._show_records)
        syncs.record_requested.connect(self._show_records)
        syncs.authorisation_requested.connect(self._at_connectors(self._authorise))
        syncs.log_requested.connect(lambda run_id: self._show_log(LogFilter(correlation_id=run_id)))
        syncs.connector_requested.connect(self._add_connector)
        records.connector_requested.connect(self._add_connector)
        records.sync_requested.connect(self._sync)

    def _show_records(self, connector_id: str, stream: str, external_id: str = "") -> None:
        self.records.show_records(connector_id, stream, external_id)
        self._window.show_page("records")

    def _authorise(self, connector_id: str) -> None:
        self.connectors.choose(connector_id)
        self.connectors.authorisation_requested.emit(connector_id)

    def _show_syncs(self, connector_id: str) -> None:
        self.syncs.show_connector(connector_id)
        self._window.show_page("syncs")

    def _sync(self, connector_id: str) -> None:
        self._window.show_page("syncs")
        self.syncs.sync_requested.emit(connector_id)
