"""Shows all about the entry that is chosen: at once what the table has of it, then what must be fetched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject

from integration_console.domain.api_keys import ApiKey
from integration_console.domain.connectors import Connector
from integration_console.domain.errors import ConsoleError
from integration_console.domain.json_diff import Difference
from integration_console.domain.log_chains import Chain, chain_of
from integration_console.domain.logs import LogDetail, LogFilter
from integration_console.domain.webhooks import Webhook
from integration_console.gateways.figure_protocols import FiguresGateway
from integration_console.gateways.log_note_protocols import LogNotesGateway
from integration_console.gateways.member_protocols import RightsGateway
from integration_console.gateways.protocols import LogsGateway
from integration_console.ui.language import technical
from integration_console.ui.tabs.logs.case_making import CaseMaker
from integration_console.ui.tabs.logs.chain_pane import MOST_LINKS
from integration_console.ui.tabs.logs.comparing import CompareDialog, compared
from integration_console.ui.tabs.logs.contents import Content, contents_of
from integration_console.ui.tabs.logs.retention.actions import RetentionTabGateway
from integration_console.ui.tabs.logs.view import LogsView
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.widgets import ToastOverlay

_Names = tuple[Mapping[str, str], Mapping[str, str]]


class LogsTabGateway(
    LogsGateway, FiguresGateway, LogNotesGateway, RetentionTabGateway, CaseMaker, RightsGateway, Protocol
):
    """The log, the names and places of what its entries belong to, and what the one who looks may do."""

    def api_keys(self) -> tuple[ApiKey, ...]:
        """Return all API keys."""

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
        self._comparison: CompareDialog | None = None
        view.row_chosen.connect(self.show_details)
        view.details.chain_wanted.connect(self._fetch_chain)
        view.details.contents.path_copied.connect(self._tell_path)
        view.compare_wanted.connect(self.compare)
        view.more.add_action("git-compare-arrows", _compare_words, self.compare, "D")
        view.more.add_separator()

    @property
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
        task = self._tasks.start("logs.detail", lambda _work: _contents(self._gateway, entry.id), newest_wins=True)
        task.succeeded.connect(lambda found: self._view.details.show_contents(found[0], closed=found[1]))
        task.failed.connect(self._say_unread)

    def _say_unread(self, error: ConsoleError) -> None:
        self._view.details.show_contents(())
        self._toasts.show_error(error)

    def compare(self) -> None:
        """Compares the two rows that are chosen, the older one first."""
        rows = [row for each in self._view.table.chosen_ranges for row in each[:3]]
        entries = [self._model.entry(row) for row in rows[:3]]
        ids = [each.id for each in reversed(entries) if each is not None]
        if len(rows) != 2 or len(ids) != 2:
            self._toasts.show_info(QCoreApplication.translate("LogLooker", "Choose two entries to compare them"))
            return
        task = self._tasks.start("logs.compare", lambda _work: _compared(self._gateway, *ids), newest_wins=True)
        task.succeeded.connect(lambda found: self._show_compared(*found))
        task.failed.connect(self._toasts.show_error)

    def _show_compared(self, first: LogDetail, second: LogDetail, found: tuple[Difference, ...]) -> None:
        if self._comparison is None:
            self._comparison = CompareDialog(self._view)
        self._comparison.show_compared(first, second, found)

    def _fetch_chain(self, story: str) -> None:
        task = self._tasks.start("logs.chain", lambda _work: _chain(self._gateway, story), newest_wins=True)
        task.succeeded.connect(lambda chain: self._view.details.show_chain(story, chain))
        task.failed.connect(self._toasts.show_error)

    def _tell_path(self, path: str) -> None:
        self._toasts.show_success(QCoreApplication.translate("LogLooker", "Path copied"), technical(path))

    def _show_names(self, names: _Names) -> None:
        self._names = {**names[0], **names[1]}
        self._model.show_names(self._names)
        self._view.filters.show_names(*names)


def _names(gateway: LogsTabGateway) -> _Names:
    return {each.id: each.name for each in gateway.connectors()}, {each.id: each.name for each in gateway.webhooks()}


def _contents(gateway: LogsTabGateway, entry_id: str) -> tuple[tuple[Content, ...], bool]:
    """Return what can be read of an entry, and whether it is closed to the one who looks."""
    found = gateway.log_detail(entry_id)
    return contents_of(found), found.closed


def _chain(gateway: LogsTabGateway, story: str) -> Chain:
    return chain_of(gateway.log_page(LogFilter(correlation_id=story), None, MOST_LINKS).entries)


def _compared(gateway: LogsTabGateway, older: str, newer: str) -> tuple[LogDetail, LogDetail, tuple[Difference, ...]]:
    first, second = gateway.log_detail(older), gateway.log_detail(newer)
    return first, second, compared(first, second)


def _compare_words() -> str:
    return QCoreApplication.translate("LogLooker", "Compare two entries")
