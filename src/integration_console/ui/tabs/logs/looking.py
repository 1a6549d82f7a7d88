"""Shows all about the entry that is chosen: at once what the table has of it, then what must be fetched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject

from integration_console.domain.connectors import Connector
from integration_console.domain.webhooks import Webhook
from integration_console.gateways.log_note_protocols import LogNotesGateway
from integration_console.gateways.member_protocols import RightsGateway
from integration_console.gateways.protocols import LogsGateway
from integration_console.ui.tabs.logs.view import LogsView
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.widgets import ToastOverlay
from integration_console.ui.widgets.payload_parts import Part, payload_part, request_parts

_Names = tuple[Mapping[str, str], Mapping[str, str]]


class LogsTabGateway(LogsGateway, LogNotesGateway, RightsGateway, Protocol):
    """The log, the names and places of what its entries belong to, and what the one who looks may do."""

    def webhook_url(self, webhook_id: str) -> str:
        """Return the address of a webhook. Raises `NotFound`."""

    def connectors(self) -> tuple[Connector, ...]:
        """Return all connectors."""

    def webhooks(self) -> tuple[Webhook, ...]:
        """Return all webhooks."""


class LogLooker(QObject):
    """Follows the chosen row while the details are open; knows the names of connectors and webhooks."""

    def __init__(self, gateway: LogsTabGateway, tasks: TaskRunner, view: LogsView, toasts: ToastOverlay) -> None:
        super().__init__(view)
        self._gateway, self._tasks, self._view, self._toasts = gateway, tasks, view, toasts
        self._model = view.model
        self._names: Mapping[str, str] = {}
        view.row_chosen.connect(self.show_details)

    def names(self) -> Mapping[str, str]:
        """The names of connectors and webhooks by ID."""
        return self._names

    def learn_names(self) -> None:
        """Fetches the names of connectors and webhooks."""
        task = self._tasks.start("logs.names", lambda _work: _names(self._gateway), newest_wins=True)
        task.succeeded.connect(self._show_names)
        task.failed.connect(self._toasts.show_error)

    def follow(self) -> None:
        """Shows the chosen row, which may have been on its way until now, where the details are open."""
        entry = self._model.entry(self._view.table.currentIndex().row())
        if entry is not None and not self._view.details.isHidden() and entry.id != self._view.details.entry_id:
            self.show_details(self._view.table.currentIndex().row())

    def show_details(self, row: int) -> None:
        """Opens the details of a row, if it is at hand."""
        entry = self._model.entry(row)
        if entry is None:
            return
        self._view.show_entry(entry, self._names)
        task = self._tasks.start("logs.detail", lambda _work: _parts(self._gateway, entry.id), newest_wins=True)
        task.succeeded.connect(lambda found: self._view.details.show_parts(found[0], closed=found[1]))
        task.failed.connect(self._toasts.show_error)

    def _show_names(self, names: _Names) -> None:
        self._names = {**names[0], **names[1]}
        self._model.show_names(self._names)
        self._view.filters.show_names(*names)


def _names(gateway: LogsTabGateway) -> _Names:
    return {each.id: each.name for each in gateway.connectors()}, {each.id: each.name for each in gateway.webhooks()}


def _parts(gateway: LogsTabGateway, entry_id: str) -> tuple[tuple[Part, ...], bool]:
    """Return what can be read of an entry, and whether it is closed to the one who looks."""
    found = gateway.log_detail(entry_id)
    parts = (*request_parts(found.headers, found.body, found.content_type), *payload_part(found.payload))
    return parts, found.closed
