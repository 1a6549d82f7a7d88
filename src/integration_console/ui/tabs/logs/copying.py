"""Copies the chosen entries: as the table shows them, as JSON, as CSV, and a received request as a command."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, QObject

from integration_console.domain.errors import NotFound
from integration_console.domain.log_copies import as_csv, as_curl, as_json
from integration_console.domain.logs import LogEntry, LogFilter
from integration_console.domain.work import Work
from integration_console.gateways.protocols import LogsGateway
from integration_console.ui.allowing import Allowing
from integration_console.ui.language import strip_isolates
from integration_console.ui.tabs.logs.columns import Columns, made_cells
from integration_console.ui.tabs.logs.loading import blocks
from integration_console.ui.tabs.logs.rows import BLOCK, BlockRequest
from integration_console.ui.tabs.logs.view import LogsView
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.widgets import Toast, ToastOverlay, Tone, copy_text

MOST_COPIED: Final = 2_000
"""Rows that are copied at once; more is what exports are for."""
_MOST_REQUESTS: Final = 50
_KEY: Final = "logs.copy"
_Write = Callable[[Iterable[LogEntry], Mapping[str, str]], str]


class CopyingGateway(LogsGateway, Protocol):
    """The log, and where the webhooks are that its requests came to."""

    def webhook_url(self, webhook_id: str) -> str:
        """Return the address of a webhook. Raises `NotFound`."""


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The rows that are chosen: entries at hand by row, and what to fetch for the others with its last row."""

    rows: tuple[int, ...]
    at_hand: Mapping[int, LogEntry]
    missing: tuple[tuple[BlockRequest, int], ...]
    number: int


class LogCopier(QObject):
    """Adds its actions to the page's menu; Ctrl+C copies what the table shows."""

    def __init__(
        self,
        gateway: CopyingGateway,
        tasks: TaskRunner,
        view: LogsView,
        toasts: ToastOverlay,
        allowing: Allowing,
    ) -> None:
        super().__init__(view)
        self._gateway, self._tasks, self._view, self._toasts = gateway, tasks, view, toasts
        self._wanted = LogFilter()
        view.table.copy_requested.connect(self.copy_shown)
        more = view.more
        more.add_action("copy", lambda: _words().copy, self.copy_shown, "Ctrl+C")
        more.add_action("braces", lambda: _words().as_json, lambda: self.copy(as_json))
        more.add_action("table", lambda: _words().as_csv, lambda: self.copy(as_csv))
        command = more.add_action("terminal", lambda: _words().as_curl, self.copy_requests)
        allowing.needs_all(("payloads.read", "webhooks.read"), command.refuse)  # the request, and where it went to
        more.add_separator()

    def begin(self, wanted: LogFilter) -> None:
        """The table shows what fits this filter now."""
        self._wanted = wanted

    def copy_shown(self) -> None:
        """Copies the columns that are shown, in their order, with tabs between them."""
        self._gather(lambda entries, chosen: self._copy(self._as_shown(entries), len(entries), chosen, MOST_COPIED))

    def copy(self, write: _Write) -> None:
        """Copies entries with all that the log holds of them."""
        names = self._view.model.names
        self._gather(lambda entries, chosen: self._copy(write(entries, names), len(entries), chosen, MOST_COPIED))

    def copy_requests(self) -> None:
        """Copies the requests that were stored with the chosen entries as commands."""
        self._gather(self._fetch_requests)

    def _gather(self, then: Callable[[tuple[LogEntry, ...], int], None]) -> None:
        """Fetches the chosen entries; `then` is called with them, and with how many were chosen."""
        chosen = self._chosen()
        if chosen.number == 0:
            return
        wanted = self._wanted
        task = self._tasks.start(_KEY, lambda work: _fetched(self._gateway, wanted, chosen, work), newest_wins=True)
        task.succeeded.connect(lambda entries: then(entries, chosen.number))
        task.failed.connect(self._toasts.show_error)

    def _chosen(self) -> _Chosen:
        model, table = self._view.model, self._view.table
        ranges = table.chosen_ranges
        rows = tuple(row for each in ranges for row in each[:MOST_COPIED])[:MOST_COPIED]
        at_hand = {row: entry for row in rows if (entry := model.entry(row)) is not None}
        requests = {
            request.block: request
            for each in ranges
            if (kept := each[:MOST_COPIED])
            for request in model.missing(kept[0], kept[-1])
        }
        missing = tuple((each, model.arrived - 1 - each.block * BLOCK) for each in requests.values())
        return _Chosen(rows, at_hand, missing, sum(map(len, ranges)))

    def _as_shown(self, entries: tuple[LogEntry, ...]) -> str:
        table, names = self._view.table, self._view.model.names
        header = table.horizontalHeader()
        columns = [header.logicalIndex(place) for place in range(Columns.COUNT)]
        shown = [each for each in columns if not table.isColumnHidden(each)]
        return "\n".join(
            _line([cells[each].spoken for each in shown]) for cells in (made_cells(e, names) for e in entries)
        )

    def _fetch_requests(self, entries: tuple[LogEntry, ...], _chosen: int) -> None:
        stored = [each for each in entries if each.event_id]
        if not stored:
            title = QCoreApplication.translate("LogCopier", "None of these entries has a stored request")
            self._toasts.show_toast(Toast(Tone.INFO, title))
            return
        task = self._tasks.start(
            _KEY, lambda work: _commands(self._gateway, stored[:_MOST_REQUESTS], work), newest_wins=True
        )
        task.succeeded.connect(lambda found: self._copy("\n\n".join(found), len(found), len(stored), _MOST_REQUESTS))
        task.failed.connect(self._toasts.show_error)

    def _copy(self, text: str, number: int, wished: int, most: int) -> None:
        copy_text(text)
        title = QCoreApplication.translate("LogCopier", "%Ln entry(s) copied", "", number)
        more = QCoreApplication.translate("LogCopier", "No more than %Ln are copied at once.", "", most)
        self._toasts.show_toast(Toast(Tone.SUCCESS, title, more if wished > most else ""))


class _Words(NamedTuple):
    copy: str
    as_json: str
    as_csv: str
    as_curl: str


def _words() -> _Words:
    """The words of the menu in the language in force."""
    return _Words(
        QCoreApplication.translate("LogCopier", "Copy"),
        QCoreApplication.translate("LogCopier", "Copy as JSON"),
        QCoreApplication.translate("LogCopier", "Copy as CSV"),
        QCoreApplication.translate("LogCopier", "Copy as a curl command"),
    )


def _line(cells: list[str]) -> str:
    """One line of a table: what would begin another cell or another line is a space."""
    return "\t".join(" ".join(strip_isolates(each).split()) for each in cells)


def _fetched(gateway: LogsGateway, wanted: LogFilter, chosen: _Chosen, work: Work) -> tuple[LogEntry, ...]:
    """Return the chosen entries from above; those that are not at hand are fetched."""
    known = dict(chosen.at_hand)
    last_rows = {request.block: last for request, last in chosen.missing}
    for request, page in blocks(gateway, wanted, [each for each, _last in chosen.missing], work):
        last = last_rows[request.block]
        first = last + 1 - (len(page.entries) if request.newer else BLOCK)
        known.update(enumerate(page.entries, first))
    return tuple(known[row] for row in chosen.rows if row in known)


def _commands(gateway: CopyingGateway, stored: list[LogEntry], work: Work) -> tuple[str, ...]:
    commands = []
    for entry in stored:
        work.stop_if_cancelled()
        try:
            commands.append(as_curl(gateway.log_detail(entry.id), gateway.webhook_url(entry.webhook_id)))
        except NotFound:  # the webhook was removed since
            continue
    return tuple(commands)
