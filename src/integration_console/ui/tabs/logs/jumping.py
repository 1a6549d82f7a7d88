"""Goes to a moment, an entry or the next error, through all rows of the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from integration_console.domain.logs import LogFilter
from integration_console.domain.work import Work
from integration_console.gateways.protocols import LogsGateway
from integration_console.ui.tabs.logs.finding import FoundRow, Ground, entry_at, entry_of, next_error
from integration_console.ui.tabs.logs.jump_dialog import JumpDialog
from integration_console.ui.tabs.logs.model import LogModel
from integration_console.ui.tabs.logs.rows import place_of
from integration_console.ui.tabs.logs.table import LogTable
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.widgets import Toast, ToastOverlay, Tone

_KEY = "logs.jump"
_Find = Callable[[Ground, Work], FoundRow | None]


class Jumper(QObject):
    """`unfiltered_wanted`: a person wants to see an entry that the filter hides; it carries the ID."""

    unfiltered_wanted = Signal(str)

    def __init__(self, gateway: LogsGateway, tasks: TaskRunner, table: LogTable, toasts: ToastOverlay) -> None:
        super().__init__(table)
        self._gateway, self._tasks, self._table, self._toasts = gateway, tasks, table, toasts
        self._model: LogModel = table.log
        self._wanted = LogFilter()
        self._dialog: JumpDialog | None = None

    def begin(self, wanted: LogFilter) -> None:
        """The table shows what fits this filter now."""
        self._tasks.cancel(_KEY)
        self._wanted = wanted

    def ask(self) -> None:
        """Asks where to go."""
        if self._dialog is None:
            self._dialog = JumpDialog(self._table)
            self._dialog.moment_wanted.connect(self.go_to_moment)
            self._dialog.entry_wanted.connect(self.go_to_entry)
        chosen = self._model.entry(self._table.currentIndex().row())
        self._dialog.ask(chosen.created_at if chosen is not None else datetime.now(UTC))

    def go_to_moment(self, moment: datetime) -> None:
        """Goes to the newest entry that is not later than a moment."""
        words = QCoreApplication.translate("Jumper", "There is no entry to go to")
        self._find(lambda ground, work: entry_at(self._gateway, ground, moment, work), words)

    def go_to_entry(self, identifier: str) -> None:
        """Goes to the entry with an ID, or to the newest whose ID begins so."""
        words = QCoreApplication.translate("Jumper", "There is no entry with this ID")
        self._find(lambda ground, work: entry_of(self._gateway, ground, identifier, work), words)

    def go_to_error(self, *, newer: bool) -> None:
        """Goes to the error that is next below the chosen entry, or above it."""
        above = QCoreApplication.translate("Jumper", "No error above this entry")
        below = QCoreApplication.translate("Jumper", "No error below this entry")
        self._find(lambda ground, work: next_error(self._gateway, ground, work, newer=newer), above if newer else below)

    def _find(self, find: _Find, none: str) -> None:
        ground = Ground(self._wanted, self._model.entry(0), self._model.entry(self._table.currentIndex().row()))
        arrived = self._model.arrived
        task = self._tasks.start(_KEY, partial(find, ground), newest_wins=True)
        task.succeeded.connect(lambda found: self._show(found, arrived, ground.wanted, none))
        task.failed.connect(self._toasts.show_error)

    def _show(self, found: FoundRow | None, arrived: int, wanted: LogFilter, none: str) -> None:
        if wanted != self._wanted:
            return
        if found is None:
            self._toasts.show_toast(Toast(Tone.INFO, none))
        elif found.is_hidden:
            self._offer_unfiltered(found.entry.id)
        else:
            row = found.row + self._model.arrived - arrived
            self._model.reach(row)
            self._model.anchor(row, place_of(found.entry))
            if found.above:
                self._model.anchor(row - len(found.above), place_of(found.above[0]))
            self._table.go_to(row)
            self._table.setFocus()

    def _offer_unfiltered(self, entry_id: str) -> None:
        title = QCoreApplication.translate("Jumper", "The filters hide this entry")
        action = QCoreApplication.translate("Jumper", "Clear filters and go there")
        self._toasts.show_toast(Toast(Tone.INFO, title, "", action, lambda: self.unfiltered_wanted.emit(entry_id)))
