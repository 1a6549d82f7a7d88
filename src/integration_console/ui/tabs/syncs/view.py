"""The page of syncs: filters, the list of runs, and beside it the run that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.records import RecordChange
from integration_console.domain.syncs import RunFilter, SyncRun
from integration_console.ui.language import Translated, language
from integration_console.ui.tabs.syncs.details import RunDetails
from integration_console.ui.tabs.syncs.empty import NoRuns
from integration_console.ui.tabs.syncs.filters import RunFilters
from integration_console.ui.tabs.syncs.model import Known, RunsModel
from integration_console.ui.tabs.syncs.starting import StartButton
from integration_console.ui.tabs.syncs.table import RunsTable
from integration_console.ui.theme import Space
from integration_console.ui.widgets import (
    ContentStates,
    ListWithDetails,
    Skeleton,
)

_SECOND_MS = 1000
_DETAILS_SHARE = 0.36


class SyncsView(Translated, QWidget):
    """Emits what a person wants; shows what it is given. `show_run` and `show_connector` are doors from other pages."""

    filter_changed = Signal()
    more_wanted = Signal()
    run_chosen = Signal(object)
    cancel_requested = Signal(object)
    sync_requested = Signal(str)
    again_requested = Signal(object)
    records_requested = Signal(str, str)
    record_requested = Signal(str, str, str)
    authorisation_requested = Signal(str)
    log_requested = Signal(str)
    connector_requested = Signal()
    shown = Signal()

    def __init__(self, model: RunsModel) -> None:
        super().__init__()
        self.model = model
        model.setParent(self)
        self._chosen = ""
        self.filters = RunFilters()
        self.start = StartButton()
        self.table = RunsTable(model)
        self.details = RunDetails()
        self.empty = NoRuns()
        self.states = ContentStates(self.table, self.empty, Skeleton(lines=12, inset=int(Space.L)))
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND_MS)
        self._clock.timeout.connect(self._let_time_pass)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def chosen(self) -> SyncRun | None:
        """The run whose details are shown."""
        return self.model.run(self._chosen)

    @property
    def is_ticking(self) -> bool:
        """Whether times are said again every second."""
        return self._clock.isActive()

    def show_known(self, known: Known) -> None:
        """Takes the connectors, their types and their streams."""
        self.model.known = known
        self.filters.show_connectors([each for each in known.connectors if _syncs(known, each.id)])
        self.start.show_known(known)
        self.retranslate()

    def show_runs(self, newest: Sequence[SyncRun], *, anew: bool) -> None:
        """Shows the newest runs; `anew`: others than before."""
        with QSignalBlocker(self.table.selectionModel()):
            if anew:
                self.model.restart(newest)
            else:
                self.model.show_page(newest)
        self._show_what_there_is()

    def show_run(self, run_id: str) -> None:
        """Chooses a run, now or as soon as it is listed."""
        self._chosen = run_id
        self._open_details()

    def show_connector(self, connector_id: str) -> None:
        """Shows only the runs of a connector."""
        self.filters.show_filter(connector_id)

    def close_details(self) -> None:
        """Leaves the details; the keyboard goes back to the list."""
        self._chosen = ""
        self.details.hide()
        self.table.clearSelection()
        self.table.setFocus()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Syncs"))
        self._say_empty()
        self.model.say_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick_if_needed()
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        super().hideEvent(event)

    def _show_what_there_is(self) -> None:
        self._say_empty()
        if self.model.rows:
            self.states.show_content()
        else:
            self.states.show_empty()
        self._open_details()
        self._tick_if_needed()

    def _open_details(self) -> None:
        run = self.chosen
        if run is None:
            return
        self._panes.open_details()
        with QSignalBlocker(self.table.selectionModel()):
            self.table.setCurrentIndex(self.model.index(self.model.row_of(run.id), 0))
        self.table.viewport().update()
        self.details.show_run(run, self.model.known)
        self.run_chosen.emit(run)

    def _note_row(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            self._chosen = self.model.rows[row].id
            self._open_details()

    def _follow_selection(self, row: int) -> None:
        if not self.details.isHidden():
            self._note_row(row)

    def _let_time_pass(self) -> None:
        self.model.say_again()
        self.details.say_run()

    def _tick_if_needed(self) -> None:
        if self.isVisible() and self.model.has_open:
            self._clock.start()
        else:
            self._clock.stop()

    def _say_empty(self) -> None:
        is_filtered = self.filters.filter != RunFilter()
        self.empty.show_reason(is_filtered=is_filtered, can_sync=bool(self.model.known.syncing))

    def _with_chosen(self, action: Callable[[SyncRun], None]) -> Callable[[], None]:
        def act() -> None:
            if self.chosen is not None:
                action(self.chosen)

        return act

    def _connect(self) -> None:
        details = self.details
        self.filters.changed.connect(self.filter_changed)
        self.start.chosen.connect(self.sync_requested)
        self.empty.sync_requested.connect(self.start.click)
        self.empty.connector_requested.connect(self.connector_requested)
        self.empty.all_requested.connect(self.filters.show_filter)
        self.table.end_reached.connect(self.more_wanted)
        self.table.left.connect(self.close_details)
        self.table.row_opened.connect(self._note_row)
        self.table.row_selected.connect(self._follow_selection)
        self.table.clicked.connect(lambda index: self._note_row(index.row()))
        details.closed.connect(self.close_details)
        details.cancel_requested.connect(self._with_chosen(self.cancel_requested.emit))
        details.again_requested.connect(self._with_chosen(self.again_requested.emit))
        details.log_requested.connect(self._with_chosen(lambda run: self.log_requested.emit(run.id)))
        details.records_requested.connect(self._with_chosen(self._ask_for_records))
        details.record_requested.connect(self._ask_for_record)
        details.authorisation_requested.connect(
            self._with_chosen(lambda run: self.authorisation_requested.emit(run.connector_id))
        )
        language.language_changed.connect(self.model.say_again)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table).activated.connect(
            self._with_chosen(lambda run: None if run.ended else self.details.cancel.click())
        )

    def _ask_for_records(self, run: SyncRun) -> None:
        self.records_requested.emit(run.connector_id, run.streams[0] if run.streams else "")

    def _ask_for_record(self, change: RecordChange) -> None:
        if self.chosen is not None:
            self.record_requested.emit(self.chosen.connector_id, change.stream, change.external_id)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self.filters, 1)
        head.addWidget(self.start, 0, Qt.AlignmentFlag.AlignTop)
        self._panes = ListWithDetails(self.states, self.details, _DETAILS_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, 0, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._panes, 1)


def _syncs(known: Known, connector_id: str) -> bool:
    kind = known.type_of(connector_id)
    return kind is not None and kind.syncs
