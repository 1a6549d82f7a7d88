"""The table of the log: columns as a person wants them, keys to move, to follow and to copy, how far it is scrolled."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from integration_console.domain.log_notes import Mark
from integration_console.ui.tabs.logs.cells import draw_awaited_cell, draw_log_cell, draw_note, draw_row_edge
from integration_console.ui.tabs.logs.columns import KEYS, WIDTHS, Columns
from integration_console.ui.tabs.logs.layout import BEGINNING, Layout
from integration_console.ui.tabs.logs.model import LogModel
from integration_console.ui.tabs.logs.words import MARK_ICONS, MARK_ROLES
from integration_console.ui.theme import RowHeight
from integration_console.ui.widgets import PicturedTable

_ROOM_FOR: Final = {Columns.DURATION: 900, Columns.SOURCE: 800, Columns.TYPE: 480}
_WORDS_OF_STATUS: Final = 560
_SIGN_OF_STATUS: Final = 48
_NARROW_TYPE: Final = 136
_LEAST_MESSAGE: Final = 120
_KEEPING_MS: Final = 300
_ON_ARABIC_KEYS: Final = {"ى": "n", "ح": "p", "ة": "m", "ي": "d"}
"""What stands on the keys of an Arabic keyboard that the table knows."""


class _PaintedLog:
    """The rows of the log for their painter; `leading` is the column that stands first, where a row's edge is."""

    def __init__(self, model: LogModel) -> None:
        self._model = model
        self.marked: frozenset[str] = frozenset()
        self.leading = 0

    def identity(self, row: int) -> object | None:
        cells, entry = self._model.cells(row), self._model.entry(row)  # asking for cells fetches what is missing
        if cells is None or entry is None:
            return None
        note = self._model.note(row)
        return (entry.id, note.mark, bool(note.text)) if note is not None else entry.id

    def draw(self, painter: QPainter, rect: QRectF, row: int, column: int) -> None:
        cells = self._model.cells(row)
        if cells is not None:
            if column == self.leading:
                self._draw_leading(painter, rect, row)
            draw_log_cell(painter, rect, cells[column], self.marked)

    def _draw_leading(self, painter: QPainter, rect: QRectF, row: int) -> None:
        note = self._model.note(row)
        mark = note.mark if note is not None else Mark.NONE
        role = MARK_ROLES.get(mark, "")
        draw_row_edge(painter, rect, self._model.edge(row), role)
        if note is not None:
            draw_note(painter, rect, MARK_ICONS[mark], role, has_text=bool(note.text))

    def draw_awaited(self, painter: QPainter, rect: QRectF, row: int, column: int) -> None:
        draw_awaited_cell(painter, rect, row + column)


class LogTable(PicturedTable):
    """Home and End go to the newest and the oldest row, Space follows or pauses, Esc leaves.

    `layout_changed` carries a `Layout` after a column or its edge was dragged; `key_pressed` any other letter.
    """

    top_changed = Signal(bool)
    live_toggled = Signal()
    copy_requested = Signal()
    layout_changed = Signal(object)
    columns_requested = Signal(QPoint)
    key_pressed = Signal(str)

    def __init__(self, model: LogModel, parent: QWidget | None = None) -> None:
        rows = _PaintedLog(model)
        super().__init__(model, rows, parent)
        self._rows = rows
        self.log = model
        self._was_at_top = True
        self._layout = BEGINNING
        self._arranging = False
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEPING_MS)
        self._keeping.timeout.connect(self._tell_layout)
        model.looks_changed.connect(self.forget_pictures)
        model.dataChanged.connect(lambda *_what: self.note_arrival())
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.show_model(model, WIDTHS)
        self._set_up_header()
        self.verticalScrollBar().valueChanged.connect(self._note_scroll)

    def mark(self, words: frozenset[str]) -> None:
        """Marks these words, folded, wherever they are found."""
        if words != self._rows.marked:
            self._rows.marked = words
            self.forget_pictures()
            self.viewport().update()

    @property
    def is_at_top(self) -> bool:
        """Whether the newest row is seen from its upper edge."""
        return self.verticalScrollBar().value() <= RowHeight.COMPACT // 2

    def choose_row(self, row: int) -> None:
        """Selects a row without moving the table."""
        bar = self.verticalScrollBar()
        before = bar.value()
        self._select(row, row)
        bar.setValue(before)

    def go_to(self, row: int) -> None:
        """Selects a row and shows it in the middle, where it is not seen already."""
        first, last = self.seen_rows
        if not first < row < last:
            self.scrollTo(self.model().index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        self._select(row, row)

    def show_layout(self, layout: Layout) -> None:
        """Shows the columns of a layout."""
        self._layout = layout
        self._arranging = True
        header = self.horizontalHeader()
        for place, key in enumerate(layout.order):
            header.moveSection(header.visualIndex(KEYS.index(key)), place)
        for column, key in enumerate(KEYS):
            self.setColumnWidth(column, layout.width(key))
        self._arranging = False
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.model().rowCount()
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and rows:
            row = 0 if event.key() == Qt.Key.Key_Home else rows - 1
            extended = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._select(self.currentIndex().row() if extended else row, row)
            self.scrollTo(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space:
            self.live_toggled.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif not event.modifiers() and (letter := _letter(event)):
            self.key_pressed.emit(letter)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _select(self, anchor: int, row: int) -> None:
        """Selects all rows between two, the second of which becomes the current one."""
        model = self.model()
        chosen = QItemSelection(model.index(min(anchor, row), 0), model.index(max(anchor, row), Columns.COUNT - 1))
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(model.index(row, 0), flag.NoUpdate)
        self.selectionModel().select(chosen, flag.ClearAndSelect | flag.Rows)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda place: self.columns_requested.emit(header.mapToGlobal(place)))
        header.sectionMoved.connect(self._note_layout)
        header.sectionResized.connect(self._note_width)

    def _fit(self) -> None:
        """Hides columns that were not chosen or have no room, and gives the message the room that the others leave."""
        self._arranging = True
        layout, header = self._layout, self.horizontalHeader()
        for column, key in enumerate(KEYS):
            self.setColumnHidden(column, key not in layout.shown or self.width() < _ROOM_FOR.get(column, 0))
        if "type" not in layout.widths:
            self.setColumnWidth(Columns.TYPE, WIDTHS[Columns.TYPE] if self.width() > 640 else _NARROW_TYPE)
        if "status" not in layout.widths:  # where there is no room for its word, its sign says it
            roomy = self.width() >= _WORDS_OF_STATUS
            self.setColumnWidth(Columns.STATUS, WIDTHS[Columns.STATUS] if roomy else _SIGN_OF_STATUS)
            self.log.leave_untitled(frozenset() if roomy else frozenset({Columns.STATUS}))
        others = header.length() - header.sectionSize(Columns.MESSAGE)
        self.setColumnWidth(Columns.MESSAGE, max(self.viewport().width() - others, _LEAST_MESSAGE))
        order = (header.logicalIndex(place) for place in range(Columns.COUNT))
        self._rows.leading = next((each for each in order if not self.isColumnHidden(each)), 0)
        self._arranging = False
        self.viewport().update()

    def _note_width(self, column: int, _before: int, _now: int) -> None:
        if not self._arranging and column != Columns.MESSAGE:
            self._note_layout()

    def _note_layout(self, *_where: int) -> None:
        if not self._arranging:
            self._keeping.start()

    def _tell_layout(self) -> None:
        header, before = self.horizontalHeader(), self._layout
        order = tuple(KEYS[header.logicalIndex(place)] for place in range(Columns.COUNT))
        seen = (each for each in range(Columns.COUNT) if not self.isColumnHidden(each) and each != Columns.MESSAGE)
        now = {KEYS[each]: header.sectionSize(each) for each in seen}
        changed = {key: width for key, width in now.items() if width != before.width(key)}
        if not self.width() > 640:
            changed.pop("type", None)
        if self.width() < _WORDS_OF_STATUS:
            changed.pop("status", None)
        self._layout = Layout(order, before.shown, {**before.widths, **changed})
        self._fit()
        if self._layout != before:
            self.layout_changed.emit(self._layout)

    def _note_scroll(self) -> None:
        if self.is_at_top != self._was_at_top:
            self._was_at_top = self.is_at_top
            self.top_changed.emit(self._was_at_top)


def _letter(event: QKeyEvent) -> str:
    """The Latin letter on the key that was pressed, also where the keyboard writes Arabic."""
    if Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z:
        return chr(event.key()).lower()
    return _ON_ARABIC_KEYS.get(event.text(), "")
