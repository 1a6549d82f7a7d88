"""The page of records: what to look at, the table, and beside it the record that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.records import Record, RecordFilter
from integration_console.domain.streams import RecordState
from integration_console.ui.language import Translated, language
from integration_console.ui.tabs.records.choices import USUAL_STATES, RecordChoices
from integration_console.ui.tabs.records.details import RecordDetails
from integration_console.ui.tabs.records.empty import NoRecords
from integration_console.ui.tabs.records.loading import Beginning, Wish
from integration_console.ui.tabs.records.model import RecordModel, count_words
from integration_console.ui.tabs.records.table import RecordTable
from integration_console.ui.theme import Space
from integration_console.ui.widgets import (
    ContentStates,
    Label,
    ListWithDetails,
    SearchField,
    SecondaryButton,
    Skeleton,
)
from integration_console.ui.widgets.export_bar import ExportBar


class RecordsView(Translated, QWidget):
    """Emits what a person wants; shows what it is given. `show_records` is the door from other pages."""

    wish_changed = Signal()
    record_chosen = Signal(object)
    record_requested = Signal(str, str, str)
    export_requested = Signal()
    connector_requested = Signal()
    sync_requested = Signal(str)
    shown = Signal()

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self.model = model
        model.setParent(self)
        self._asked: tuple[str, str] | None = None
        self._to_open = ""
        self._begun: Beginning | None = None
        self.search = SearchField()
        self.choices = RecordChoices()
        self.count = Label("muted")
        self.export = SecondaryButton("download")
        self.export_bar = ExportBar()
        self.table = RecordTable(model)
        self.details = RecordDetails()
        self.empty = NoRecords()
        self.states = ContentStates(self.table, self.empty, Skeleton(lines=14, inset=int(Space.L)))
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def wish(self) -> Wish:
        """What the controls, or another page, ask for."""
        connector_id, stream = self._asked or (self.choices.connector_id, self.choices.stream)
        return Wish(connector_id, stream, self.search.text().strip(), self.choices.states)

    @property
    def wanted(self) -> RecordFilter | None:
        """Which records are shown."""
        return self._begun.wanted if self._begun else None

    def show_records(self, connector_id: str, stream: str = "", external_id: str = "") -> None:
        """Shows the records of a connector, or one of them, gone or not; other pages lead here by this."""
        self._asked, self._to_open = (connector_id, stream), external_id
        with QSignalBlocker(self.search):
            self.search.clear()
        self.choices.show_states(frozenset(RecordState) if external_id else USUAL_STATES)
        self.wish_changed.emit()

    def show_beginning(self, begun: Beginning, *, anew: bool) -> None:
        """Shows what there is to choose from and the first records; `anew`: others than before."""
        self._asked = None
        self._begun = begun
        wanted = begun.wanted
        self.choices.show_connectors(begun.connectors, begun.types, wanted.connector_id if wanted else "")
        self.choices.show_streams(begun.streams, wanted.stream if wanted else "")
        if anew:
            self.model.restart(begun.shown_stream, begun.page, begun.total)
            self.table.scrollToTop()
        else:
            self.model.renew(begun.page, begun.total)
        self._look_again(anew=anew)
        self._show_what_there_is(begun)
        to_open, self._to_open = self._to_open, ""
        if to_open and wanted is not None:
            self.record_requested.emit(wanted.connector_id, wanted.stream, to_open)

    def show_total(self) -> None:
        """Says how many records fit."""
        self.count.setText(count_words(self.model.total))

    def open_details(self, record: Record) -> None:
        """Opens the details with a record."""
        self._panes.open_details()
        self.details.show_record(record)
        self.record_chosen.emit(record)

    def close_details(self) -> None:
        """Leaves the details; the keyboard goes back to the table."""
        self.details.hide()
        self.table.setFocus()

    def retranslate(self) -> None:
        self.search.show_placeholder(self.tr("Search titles, IDs and contents"))
        self.export.setText(self.tr("Export…"))
        self.table.setAccessibleName(self.tr("Records"))
        self.show_total()
        self._say_empty()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def choose_again(self) -> None:
        """After a change the record whose details are open stays chosen, wherever it stands now."""
        record = self.details.record
        row = self.model.row_of(record.external_id) if record is not None and not self.details.isHidden() else None
        if row is not None:
            with QSignalBlocker(self.table.selectionModel()):
                self.table.selectRow(row)
            self.table.viewport().update()

    def _look_again(self, *, anew: bool) -> None:
        """What is shown of the chosen record may have changed; among other records it may not be any more."""
        record = self.details.record
        if self.details.isHidden() or record is None:
            return
        if anew and self.model.row_of(record.external_id) is None:
            self.details.hide()
            return
        self.choose_again()
        self.record_chosen.emit(record)

    def _show_what_there_is(self, begun: Beginning) -> None:
        self._say_empty()
        self.show_total()
        has_rows = self.model.total > 0
        self.export.setEnabled(has_rows)
        for part in (self.search, self.choices, self.export, self.count):
            part.setVisible(bool(begun.connectors))
        if has_rows:
            self.states.show_content()
        else:
            self.details.hide()
            self.states.show_empty()

    @property
    def _is_filtered(self) -> bool:
        return bool(self.search.text().strip()) or self.choices.states != USUAL_STATES

    def _say_empty(self) -> None:
        has_connectors = self._begun is not None and bool(self._begun.connectors)
        self.empty.show_reason(has_connectors=has_connectors, is_filtered=self._is_filtered)

    def clear_filters(self) -> None:
        """Shows every usual record again."""
        with QSignalBlocker(self.search):
            self.search.clear()
        self.choices.show_states(USUAL_STATES)
        self.wish_changed.emit()

    def _open_row(self, row: int) -> None:
        record = self.model.record(row)
        if record is not None:
            self.open_details(record)

    def _follow_selection(self, row: int) -> None:
        if not self.details.isHidden():
            self._open_row(row)

    def _escape(self) -> None:
        if not self.details.isHidden():
            self.close_details()
        elif self._is_filtered:
            self.clear_filters()

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self.wish_changed.emit())
        self.choices.changed.connect(self.wish_changed)
        self.export.clicked.connect(self.export_requested)
        self.empty.connector_requested.connect(self.connector_requested)
        self.empty.all_requested.connect(self.clear_filters)
        self.empty.sync_requested.connect(lambda: self.sync_requested.emit(self.choices.connector_id))
        self.table.clicked.connect(lambda index: self._open_row(index.row()))
        self.table.row_opened.connect(self._open_row)
        self.table.row_selected.connect(self._follow_selection)
        self.table.left.connect(self._escape)
        self.details.closed.connect(self.close_details)
        language.language_changed.connect(self.model.say_again)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.search.setFocus)
        QShortcut(QKeySequence("Ctrl+E"), self).activated.connect(self.export.click)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        self.search.setMaximumWidth(420)
        head.addWidget(self.search, 2)
        head.addStretch(1)
        head.addWidget(self.count)
        head.addWidget(self.export)
        self._panes = ListWithDetails(self.states, self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, 0, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self.choices)
        column.addWidget(self.export_bar)
        column.addWidget(self._panes, 1)
