"""The page of the log: search and filters, the live table, and the details of the entry that is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from integration_console.domain.logs import LogEntry, LogFilter
from integration_console.ui.language import Translated
from integration_console.ui.tabs.logs.completer import QueryCompleter
from integration_console.ui.tabs.logs.details import LogDetails
from integration_console.ui.tabs.logs.figures_view import FiguresView
from integration_console.ui.tabs.logs.filters import FilterBar
from integration_console.ui.tabs.logs.going_round import go_round
from integration_console.ui.tabs.logs.head import LogHead
from integration_console.ui.tabs.logs.histogram import LogHistogramView
from integration_console.ui.tabs.logs.live_bar import LiveBar, NewEntriesPill
from integration_console.ui.tabs.logs.model import LogModel
from integration_console.ui.tabs.logs.more import MoreMenu
from integration_console.ui.tabs.logs.table import LogTable
from integration_console.ui.tabs.logs.tools import LogTools
from integration_console.ui.theme import Space
from integration_console.ui.widgets import (
    ContentStates,
    EmptyState,
    ListWithDetails,
    SearchField,
    SegmentedControl,
    Skeleton,
)
from integration_console.ui.widgets.export_bar import ExportBar

_HEADER = 46
ENTRIES, FIGURES = "entries", "figures"
_TO_ERRORS = {"n": False, "p": True}
"""The keys that go to the next error, and whether it is a newer one."""


class LogsView(Translated, QWidget):
    """Emits what a person wants; shows what it is given."""

    filter_changed = Signal(object)
    live_toggled = Signal()
    jump_requested = Signal()
    jump_wanted = Signal()
    error_wanted = Signal(bool)
    mark_wanted = Signal()
    compare_wanted = Signal()
    columns_wanted = Signal()
    row_chosen = Signal(int)
    perspective_shown = Signal(str)
    first_shown = Signal()
    case_made = Signal(object)
    shown = Signal()

    def __init__(self, model: LogModel) -> None:
        super().__init__()
        self.model = model
        model.setParent(self)
        self._is_new = True
        self._is_filtered = False
        self.table = LogTable(model)
        self.pill = NewEntriesPill(self.table, _HEADER)
        self.search = SearchField()
        self.filters = FilterBar(self.search)
        self.completer = QueryCompleter(self.search, lambda: self.filters.vocabulary)
        self.live = LiveBar()
        self.tools = LogTools()
        self.more = MoreMenu()
        self.above_table = QVBoxLayout()
        self.histogram = LogHistogramView()
        self.above_table.addWidget(self.histogram)
        self.export_bar = ExportBar()
        self.above_table.addWidget(self.export_bar)
        self.figures = FiguresView()
        self.perspective = SegmentedControl((ENTRIES, FIGURES))
        self.details = LogDetails()
        self._empty = EmptyState("scroll-text", action_icon="x")
        self.states = ContentStates(self.table, self._empty, Skeleton(lines=14, inset=int(Space.L)))
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_filtered(self, wanted: LogFilter) -> None:
        """Shows what fits a filter; other pages lead here by this."""
        self.filters.show_filter(wanted)

    def show_rows(self, *, filtered: bool) -> None:
        """Shows the table, or why it is empty."""
        self._is_filtered = filtered
        self.retranslate()
        if self.model.total:
            self.states.show_content()
        else:
            self.states.show_empty()

    def show_entry(self, entry: LogEntry, names: Mapping[str, str]) -> None:
        """Opens the details with an entry."""
        self._panes.open_details()
        self.details.show_entry(entry, names)
        self.details.note.show_entry(entry.id, self.model.note_of(entry.id))

    def show_perspective(self, key: str) -> None:
        """Shows the entries, or their statistics."""
        self.perspective.choose(key)
        self._pages.setCurrentWidget(self.figures if key == FIGURES else self._panes)
        self.perspective_shown.emit(key)

    def close_details(self) -> None:
        """Leaves the details; the keyboard goes back to the table."""
        self.details.hide()
        self.table.setFocus()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Log"))
        self.perspective.setAccessibleName(self.tr("What is shown"))
        self.perspective.show_labels({ENTRIES: self.tr("Entries"), FIGURES: self.tr("Statistics")})
        if self._is_filtered:
            sentence = self.tr("No entry matches all the filters. Loosen one of them, or clear them all.")
            self._empty.show_words(self.tr("No matches"), sentence, self.tr("Clear filters"))
        else:
            sentence = self.tr("As soon as a webhook receives something or a message is sent, it appears here at once.")
            self._empty.show_words(self.tr("Nothing has happened yet"), sentence)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_new:
            self._is_new = False
            self.first_shown.emit()
        self.shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no part of the page took: Esc leads a step back, F6 from part to part."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.key() == Qt.Key.Key_F6:
            parts = (self.search, self.histogram, self.table, self.details, self.figures.parts, self.figures.errors)
            go_round(parts, self.focusWidget(), -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        """Leaves the statistics, then the details, then whatever is not the table, then the filters."""
        if self._pages.currentWidget() is self.figures:
            self.show_perspective(ENTRIES)
            self.table.setFocus()
        elif not self.details.isHidden():
            self.close_details()
        elif not self.table.hasFocus() and self.table.isVisible():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.filters.filter != LogFilter():
            self.filters.show_filter(LogFilter())

    def _read(self) -> None:
        """Searches at once, and leads to what is found."""
        self.filters.take_query()
        (self.table if self.table.isVisible() else self.search).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _mark(self, words: frozenset[str]) -> None:
        """Marks words in the table and in the details."""
        self.table.mark(words)
        self.details.contents.mark(words)

    def _offer(self, place: QPoint) -> None:
        """The page's menu, where the mouse is."""
        self.more.choices.popup(self.table.viewport().mapToGlobal(place))

    def _take_key(self, letter: str) -> None:
        if letter in _TO_ERRORS:
            self.error_wanted.emit(_TO_ERRORS[letter])
        elif letter in ("m", "d"):
            (self.mark_wanted if letter == "m" else self.compare_wanted).emit()

    def _open(self, row: int) -> None:
        self.row_chosen.emit(row)
        if not self.details.isHidden():
            self.details.take_focus()

    def _follow_selection(self, row: int) -> None:
        if not self.details.isHidden():
            self.row_chosen.emit(row)

    def _connect(self) -> None:
        self.filters.filter_changed.connect(lambda _wanted: self._mark(self.filters.words))
        self.filters.filter_changed.connect(self.filter_changed)
        self.search.returnPressed.connect(self._read)
        self.live.toggled.connect(self.live_toggled)
        self.perspective.chosen.connect(self.show_perspective)
        self.table.live_toggled.connect(self.live_toggled)
        self.pill.clicked.connect(self.jump_requested)
        self.table.left.connect(self._escape)
        self.figures.left.connect(self._escape)
        self.table.key_pressed.connect(self._take_key)
        self.table.row_opened.connect(self._open)
        self.table.row_selected.connect(self._follow_selection)
        self.table.clicked.connect(lambda index: self.row_chosen.emit(index.row()))
        self.details.closed.connect(self.close_details)
        self.details.story_requested.connect(lambda story: self.show_filtered(LogFilter(correlation_id=story)))
        self._empty.action_requested.connect(lambda: self.filters.show_filter(LogFilter()))
        self.tools.jump_wanted.connect(self.jump_wanted)
        self.tools.error_wanted.connect(self.error_wanted)
        self.tools.columns_wanted.connect(self.columns_wanted)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._search)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer)
        QShortcut(QKeySequence("Ctrl+G"), self).activated.connect(self.jump_wanted)

    def _lay_out(self) -> None:
        others = (self.live, self.tools, self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, 0, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addWidget(LogHead(self.search, self.perspective, others))
        column.addWidget(self.filters)
        column.addLayout(self.above_table)
        self._pages = QStackedWidget()
        column.addWidget(self._pages, 1)  # empty: whatever is taken to another place is styled anew, with all in it
        self._panes = ListWithDetails(self.states, self.details, parent=self._pages)
        self._pages.addWidget(self._panes)
        self._pages.addWidget(self.figures)
