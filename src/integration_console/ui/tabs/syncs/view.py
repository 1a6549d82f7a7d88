"""The page of syncs: filters, the list of runs, and beside it the run that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from integration_console.domain.syncs import RunFilter, SyncRun
from integration_console.ui.connector_words import type_icon
from integration_console.ui.icons import icon
from integration_console.ui.language import Translated, language, user_text
from integration_console.ui.tabs.syncs.details import RunDetails
from integration_console.ui.tabs.syncs.filters import RunFilters
from integration_console.ui.tabs.syncs.model import Known, RunsModel
from integration_console.ui.theme import Space
from integration_console.ui.widgets import ContentStates, DataTable, EmptyState, PrimaryButton, Skeleton

_SECOND_MS = 1000
_DETAILS_SHARE = 0.36
# Columns that go when there is little room, the least needed first, and the width below which they do.
_LEAVING = ((4, 940), (6, 850), (1, 780), (5, 700), (2, 420))


class RunsTable(DataTable):
    """As many columns as there is room for; `end_reached` when the last rows are seen, `left` on Esc."""

    end_reached = Signal()
    left = Signal()

    def __init__(self, model: RunsModel) -> None:
        super().__init__()
        self.show_model(model, [column.width for column in model.columns])
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._note_end())
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._note_end())

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, width in _LEAVING:
            self.setColumnHidden(column, self.width() < width)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _note_end(self) -> None:
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum() - self.viewport().height():
            self.end_reached.emit()


class SyncsView(Translated, QWidget):
    """Emits what a person wants; shows what it is given. `show_run` and `show_connector` are doors from other pages."""

    filter_changed = Signal()
    more_wanted = Signal()
    run_chosen = Signal(object)
    cancel_requested = Signal(object)
    sync_requested = Signal(str)
    again_requested = Signal(object)
    records_requested = Signal(str, str)
    log_requested = Signal(str)
    connector_requested = Signal()
    shown = Signal()

    def __init__(self, model: RunsModel) -> None:
        super().__init__()
        self.model = model
        model.setParent(self)
        self._chosen = ""
        self.filters = RunFilters()
        self.start = PrimaryButton("refresh-cw")
        self.table = RunsTable(model)
        self.details = RunDetails()
        self._empty = EmptyState("refresh-cw", action_icon="")
        self.states = ContentStates(self.table, self._empty, Skeleton(lines=12, inset=int(Space.L)))
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
        self.start.setVisible(bool(known.syncing))
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
        self.start.setText(self.tr("Sync now"))
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
        if self.details.isHidden():
            self.details.show()
            width = self._splitter.width()
            share = max(int(width * _DETAILS_SHARE), self.details.minimumSizeHint().width())
            self._splitter.setSizes([width - share, share])
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
        known = self.model.known
        if self.filters.filter != RunFilter():
            sentence = self.tr("No sync matches the filters.")
            self._empty.show_words(self.tr("No matches"), sentence, self.tr("Clear filters"))
        elif known.syncing:
            sentence = self.tr("The first sync reads everything; later ones read only what has changed.")
            self._empty.show_words(self.tr("No sync has run yet"), sentence, self.tr("Sync now"))
        else:
            sentence = self.tr("Add a connector that brings records, and its syncs appear here.")
            self._empty.show_words(self.tr("Nothing to sync yet"), sentence, self.tr("Add connector"))

    def _act_when_empty(self) -> None:
        if self.filters.filter != RunFilter():
            self.filters.show_filter()
        elif self.model.known.syncing:
            self._start()
        else:
            self.connector_requested.emit()

    def start_menu(self) -> QMenu:
        """The connectors that can be synced, to choose from."""
        menu = QMenu(self)
        for each in self.model.known.syncing:
            action = menu.addAction(icon(type_icon(self.model.known.type_of(each.id))), user_text(each.name))
            action.triggered.connect(lambda _on=False, chosen=each.id: self.sync_requested.emit(chosen))
        return menu

    def _start(self) -> None:
        """One connector is synced at once; of several a person chooses."""
        syncing = self.model.known.syncing
        if len(syncing) == 1:
            self.sync_requested.emit(syncing[0].id)
            return
        menu = self.start_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        over = self.start
        mirrored = over.layoutDirection() is Qt.LayoutDirection.RightToLeft
        corner = over.mapToGlobal(QPoint(0 if mirrored else over.width(), over.height() + 4))
        menu.popup(corner - QPoint(0 if mirrored else menu.sizeHint().width(), 0))

    def _with_chosen(self, action: Callable[[SyncRun], None]) -> Callable[[], None]:
        def act() -> None:
            if self.chosen is not None:
                action(self.chosen)

        return act

    def _connect(self) -> None:
        details = self.details
        self.filters.changed.connect(self.filter_changed)
        self.start.clicked.connect(self._start)
        self._empty.action_requested.connect(self._act_when_empty)
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
        language.language_changed.connect(self.model.say_again)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table).activated.connect(
            self._with_chosen(lambda run: None if run.ended else self.cancel_requested.emit(run))
        )

    def _ask_for_records(self, run: SyncRun) -> None:
        self.records_requested.emit(run.connector_id, run.streams[0] if run.streams else "")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self.filters, 1)
        head.addWidget(self.start, 0, Qt.AlignmentFlag.AlignTop)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(Space.M)
        self._splitter.addWidget(self.states)
        self._splitter.addWidget(self.details)
        self._splitter.setStretchFactor(0, 1)
        self.details.hide()
        self.start.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, 0, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._splitter, 1)


def _syncs(known: Known, connector_id: str) -> bool:
    kind = known.type_of(connector_id)
    return kind is not None and kind.syncs
