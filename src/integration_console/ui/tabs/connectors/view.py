"""The page of connectors: the list, and beside it the connector that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.connectors import Connector, ConnectorStatus
from integration_console.ui.language import Translated, language
from integration_console.ui.tabs.connectors.actions import ConnectorActions, with_keys
from integration_console.ui.tabs.connectors.details import DetailPane
from integration_console.ui.tabs.connectors.model import ConnectorsModel
from integration_console.ui.theme import Space
from integration_console.ui.widgets import ContentStates, DataTable, EmptyState, PrimaryButton, SearchField

_PANE = 380
_NARROW_PANE = 348
_MINUTE_MS = 30_000
# Columns that go when there is little room, the least needed first, and the width below which they do.
_LEAVING = ((1, 820), (3, 940), (2, 640))


class ConnectorsView(Translated, QWidget):
    """Emits what a person wants, by connector id; `choose`, `add`, `check`, `compose` are doors from other pages."""

    add_requested = Signal()
    edit_requested = Signal(str)
    removal_requested = Signal(str)
    check_requested = Signal(str)
    check_cancelled = Signal(str)
    message_requested = Signal(str)
    switch_requested = Signal(str, bool)
    authorisation_requested = Signal(str)
    sync_requested = Signal(str, str)
    records_requested = Signal(str, str)
    syncs_requested = Signal(str)
    connector_shown = Signal(str)
    shown = Signal()

    def __init__(self, model: ConnectorsModel) -> None:
        super().__init__()
        self.model = model
        self._chosen = ""
        self.search = SearchField()
        self.add_button = PrimaryButton("plus")
        self.actions_of_page = ConnectorActions(self)
        self.table = DataTable()
        self.table.show_model(model, [column.width for column in model.columns])
        self.pane = DetailPane(self.actions_of_page)
        self.empty = EmptyState("plug")
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def chosen(self) -> Connector | None:
        """The connector whose details are shown."""
        return self.model.find(self._chosen)

    def choose(self, connector_id: str) -> None:
        """Shows the details of a connector, now or as soon as it is in the list."""
        self._chosen = connector_id
        if self.model.find(connector_id) is not None and self.model.row_of(connector_id) < 0:
            self.search.clear()
            self.model.search("")
        self.show_connectors()

    def add(self) -> None:
        """Begins to add a connector."""
        self.add_requested.emit()

    def check(self, connector_id: str) -> None:
        """Chooses a connector and tests it."""
        self.choose(connector_id)
        self.check_requested.emit(connector_id)

    def compose(self, connector_id: str) -> None:
        """Chooses a connector and opens a message for it."""
        self.choose(connector_id)
        self.message_requested.emit(connector_id)

    def show_connectors(self) -> None:
        """Shows what the model holds now."""
        if self.model.is_empty:
            self._chosen = ""
            self.states.show_empty()
        else:
            self.states.show_content()
            self._select()
        self.search.setEnabled(not self.model.is_empty)
        self.show_details()

    def show_details(self) -> None:
        """Shows the chosen connector as it is now, and how far its test has come."""
        chosen = self.chosen
        kind = self.model.type_of(chosen) if chosen else None
        progress = self.model.checks.get(chosen.id) if chosen else None
        is_checked = progress is not None and progress.running
        self.actions_of_page.show_connector(chosen, kind, is_checked=is_checked)
        self.pane.setVisible(chosen is not None)
        if chosen is not None:
            self.pane.show_connector(chosen, kind, progress)
            self._fit_pane()
        self.connector_shown.emit(chosen.id if chosen is not None and kind is not None and kind.syncs else "")

    def retranslate(self) -> None:
        add = self.actions_of_page.add
        self.actions_of_page.retranslate()
        self.search.show_placeholder(self.tr("Search connectors"))
        self.add_button.setText(self.tr("Add connector"))
        self.add_button.setToolTip(with_keys(add))
        self.table.setAccessibleName(self.tr("Connectors"))
        self.empty.show_words(
            self.tr("No connectors yet"),
            self.tr("A connector lets the console talk to another system, for example to send messages to Slack."),
            self.tr("Add connector"),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_pane()
        for column, width in _LEAVING:
            self.table.setColumnHidden(column, self.width() < width)

    def _fit_pane(self) -> None:
        usual = _PANE if self.width() >= 820 else _NARROW_PANE
        self.pane.setFixedWidth(min(max(usual, self.pane.needed_width), max(usual, self.width() // 2)))

    def _select(self) -> None:
        row = self.model.row_of(self._chosen)
        if row < 0 and self.model.rows:
            row = 0
        self._chosen = self.model.rows[row].id if row >= 0 else ""
        self.table.setCurrentIndex(self.model.index(row, 0) if row >= 0 else QModelIndex())

    def _note_row(self, row: int) -> None:
        if 0 <= row < len(self.model.rows) and self.model.rows[row].id != self._chosen:
            self._chosen = self.model.rows[row].id
            self.show_details()

    def _search(self, text: str) -> None:
        self.model.search(text)
        self.show_connectors()

    def _open_menu(self, place: QPoint) -> None:
        if self.table.indexAt(place).isValid():
            menu = self.actions_of_page.menu(self)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.table.viewport().mapToGlobal(place))

    def _say_times_again(self) -> None:
        self.table.viewport().update()
        self.pane.retranslate()

    def _switch(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            self.switch_requested.emit(chosen.id, chosen.status is ConnectorStatus.INACTIVE)

    def _connect(self) -> None:
        actions = self.actions_of_page
        self.search.searched.connect(self._search)
        self.add_button.clicked.connect(self.add_requested)
        self.empty.action_requested.connect(self.add_requested)
        self.table.row_selected.connect(self._note_row)
        self.table.row_opened.connect(lambda _row: actions.edit.trigger())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.pane.switch_requested.connect(lambda _on: self._switch())
        self.pane.stages.cancelled.connect(lambda: self.check_cancelled.emit(self._chosen))
        actions.add.triggered.connect(self.add_requested)
        actions.edit.triggered.connect(lambda: self.edit_requested.emit(self._chosen))
        actions.remove.triggered.connect(lambda: self.removal_requested.emit(self._chosen))
        actions.check.triggered.connect(lambda: self.check_requested.emit(self._chosen))
        actions.send.triggered.connect(lambda: self.message_requested.emit(self._chosen))
        actions.switch.triggered.connect(self._switch)
        actions.authorise.triggered.connect(lambda: self.authorisation_requested.emit(self._chosen))
        self.pane.authorisation_requested.connect(lambda: self.authorisation_requested.emit(self._chosen))
        self.pane.syncs.sync_requested.connect(lambda mode: self.sync_requested.emit(self._chosen, mode))
        self.pane.syncs.records_requested.connect(lambda key: self.records_requested.emit(self._chosen, key))
        self.pane.syncs.history_requested.connect(lambda: self.syncs_requested.emit(self._chosen))
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)
        language.language_changed.connect(self._fit_pane)
        timer = QTimer(self)
        timer.timeout.connect(self._say_times_again)
        timer.start(_MINUTE_MS)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(Space.S)
        self.search.setMaximumWidth(320)
        tools.addWidget(self.search, 1)
        tools.addStretch(1)
        tools.addWidget(self.add_button)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.table, 1)
        row.addWidget(self.pane)
        self.states = ContentStates(content, self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, 0, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addLayout(tools)
        column.addWidget(self.states, 1)
