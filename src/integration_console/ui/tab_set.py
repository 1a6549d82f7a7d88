"""Makes the tabs of an open workspace, and lets them lead to each other without knowing each other."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from integration_console.domain.logs import LogFilter
from integration_console.ui.under_way import UnderWay

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from integration_console.gateways.protocols import Gateway
    from integration_console.ui.changes import ChangeRelay
    from integration_console.ui.main_window import MainWindow
    from integration_console.ui.tabs.api_keys.view import ApiKeysView
    from integration_console.ui.tabs.audit.view import AuditView
    from integration_console.ui.tabs.connectors.view import ConnectorsView
    from integration_console.ui.tabs.hub.view import HubView
    from integration_console.ui.tabs.key_holders.view import KeyHoldersView
    from integration_console.ui.tabs.logs.layout import KeptLayout
    from integration_console.ui.tabs.logs.view import LogsView
    from integration_console.ui.tabs.members.view import MembersView
    from integration_console.ui.tabs.records.view import RecordsView
    from integration_console.ui.tabs.syncs.view import SyncsView
    from integration_console.ui.tabs.webhooks.view import WebhooksView
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.unlocking import Unlocking


class TabSet(QObject):
    """The tabs over one gateway; each is made, and its code read, when it is first wanted.

    `case_made` carries a `CaseReport` with each case file that was made.
    """

    case_made = Signal(object)

    def __init__(
        self,
        gateway: Gateway,
        tasks: TaskRunner,
        relay: ChangeRelay,
        window: MainWindow,
        unlocking: Unlocking,
        log_layout: KeptLayout,
    ) -> None:
        """Make none yet; they fetch what they show by themselves."""
        super().__init__(window)
        self._gateway, self._tasks, self._relay, self._window = gateway, tasks, relay, window
        self._unlocking, self._log_layout = unlocking, log_layout
        self.under_way = UnderWay(gateway, tasks, window.rail, window)
        relay.changed.connect(self.under_way.hear)

    def make(self, key: str) -> QWidget:
        """Return the tab of a page."""
        tab: QWidget = getattr(self, key)
        return tab

    @cached_property
    def hub(self) -> HubView:
        """The tab, made when it is first wanted."""
        from integration_console.ui.tabs.hub.controller import make_hub_tab  # noqa: PLC0415 - see above

        tab = make_hub_tab(self._gateway, self._tasks, self._relay)
        tab.page_requested.connect(self._window.show_page)
        tab.connector_chosen.connect(self._at_connectors(lambda each: self.connectors.choose(each)))  # noqa: PLW0108 - the tab is made when it is wanted
        tab.check_requested.connect(self._at_connectors(lambda each: self.connectors.check(each)))  # noqa: PLW0108 - the tab is made when it is wanted
        tab.message_requested.connect(self._at_connectors(lambda each: self.connectors.compose(each)))  # noqa: PLW0108 - the tab is made when it is wanted
        tab.connector_requested.connect(self._add_connector)
        tab.webhook_requested.connect(self._create_webhook)
        return tab

    @cached_property
    def connectors(self) -> ConnectorsView:
        """The tab, made when it is first wanted."""
        from integration_console.ui.tabs.connectors.controller import make_connectors_tab  # noqa: PLC0415 - see above

        tab = make_connectors_tab(self._gateway, self._tasks, self._relay, self._window.toasts, self._unlocking)
        tab.records_requested.connect(self._show_records)
        tab.syncs_requested.connect(self._show_syncs)
        return tab

    @cached_property
    def syncs(self) -> SyncsView:
        """The tab, made when it is first wanted."""
        from integration_console.ui.tabs.syncs.controller import make_syncs_tab  # noqa: PLC0415 - see above

        tab = make_syncs_tab(self._gateway, self._tasks, self._relay, self._window.toasts, self._unlocking)
        tab.records_requested.connect(self._show_records)
        tab.record_requested.connect(self._show_records)
        tab.authorisation_requested.connect(self._at_connectors(self._authorise))
        tab.log_requested.connect(lambda run_id: self._show_log(LogFilter(correlation_id=run_id)))
        tab.connector_requested.connect(self._add_connector)
        return tab

    @cached_property
    def records(self) -> RecordsView:
        """The tab, made when it is first wanted."""
        from integration_console.ui.tabs.records.controller import make_records_tab  # noqa: PLC0415 - see above

        tab = make_records_tab(self._gateway, self._tasks, self._relay, self._window.toasts)
        tab.connector_requested.connect(self._add_connector)
        tab.sync_requested.connect(self._sync)
        return tab

    @cached_property
    def webhooks(self) -> WebhooksView:
        """The tab, made when it is first wanted."""
        from integration_console.ui.tabs.webhooks.controller import make_webhooks_tab  # noqa: PLC0415 - see above

        tab = make_webhooks_tab(self._gateway, self._tasks, self._relay, self._window.toasts, self._unlocking)
        tab.log_requested.connect(lambda webhook_id: self._show_log(LogFilter(webhook_id=webhook_id)))
        return tab

    @cached_property
    def logs(self) -> LogsView:
        """The tab, made when it is first wanted."""
        from integration_console.ui.tabs.logs.controller import make_logs_tab  # noqa: PLC0415 - see above

        toasts = self._window.toasts
        tab = make_logs_tab(self._gateway, self._tasks, self._relay, toasts, self._unlocking, self._log_layout)
        tab.case_made.connect(self.case_made)
        return tab

    @cached_property
    def members(self) -> MembersView:
        """The tab, made when it is first wanted."""
        from integration_console.ui.tabs.members.controller import make_members_tab  # noqa: PLC0415 - see above

        tab = make_members_tab(self._gateway, self._tasks, self._relay, self._window.toasts)
        tab.audit_requested.connect(lambda member: self._show_audit("member", member.id, member.name))
        return tab

    @cached_property
    def key_holders(self) -> KeyHoldersView:
        """The tab, made when it is first wanted."""
        from integration_console.ui.tabs.key_holders.controller import make_key_holders_tab  # noqa: PLC0415 - see above

        return make_key_holders_tab(self._gateway, self._tasks, self._relay, self._window.toasts, self._unlocking)

    @cached_property
    def api_keys(self) -> ApiKeysView:
        """The tab, made when it is first wanted."""
        from integration_console.ui.tabs.api_keys.controller import make_api_keys_tab  # noqa: PLC0415 - see above

        tab = make_api_keys_tab(self._gateway, self._tasks, self._relay, self._window.toasts, self._unlocking)
        tab.audit_requested.connect(lambda key: self._show_audit("api_key", key.id, key.name))
        return tab

    @cached_property
    def audit(self) -> AuditView:
        """The tab, made when it is first wanted."""
        from integration_console.ui.tabs.audit.controller import make_audit_tab  # noqa: PLC0415 - see above

        return make_audit_tab(self._gateway, self._tasks, self._relay, self._window.toasts)

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
