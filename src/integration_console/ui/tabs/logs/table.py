"""The table of the log: as many columns as there is room for, keys to move and to follow, how far it is scrolled."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from integration_console.ui.tabs.logs.cells import draw_awaited_cell, draw_log_cell
from integration_console.ui.tabs.logs.model import Columns, LogModel
from integration_console.ui.theme import RowHeight
from integration_console.ui.widgets import PicturedTable

_WIDTHS: Final = (160, 104, 204, 152, None, 100)
_ROOM_FOR: Final = {Columns.DURATION: 900, Columns.SOURCE: 800, Columns.STATUS: 560}
_NARROW_TYPE: Final = 170


class _PaintedLog:
    """The rows of the log for their painter."""

    def __init__(self, model: LogModel) -> None:
        self._model = model
        self.marked: frozenset[str] = frozenset()

    def identity(self, row: int) -> str | None:
        cells, entry = self._model.cells(row), self._model.entry(row)  # asking for cells fetches what is missing
        return entry.id if cells is not None and entry is not None else None

    def draw(self, painter: QPainter, rect: QRectF, row: int, column: int) -> None:
        cells = self._model.cells(row)
        if cells is not None:
            draw_log_cell(painter, rect, cells[column], self.marked)

    def draw_awaited(self, painter: QPainter, rect: QRectF, row: int, column: int) -> None:
        draw_awaited_cell(painter, rect, row + column)


class LogTable(PicturedTable):
    """Home and End go to the newest and the oldest row, Space follows or pauses, Esc leaves."""

    top_changed = Signal(bool)
    live_toggled = Signal()

    def __init__(self, model: LogModel, parent: QWidget | None = None) -> None:
        rows = _PaintedLog(model)
        super().__init__(model, rows, parent)
        self._rows = rows
        self._was_at_top = True
        model.dataChanged.connect(lambda *_what: self.forget_pictures())
        self.show_model(model, _WIDTHS)
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
        self.selectionModel().setCurrentIndex(
            self.model().index(row, 0),
            self.selectionModel().SelectionFlag.ClearAndSelect | self.selectionModel().SelectionFlag.Rows,
        )
        bar.setValue(before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.model().rowCount()
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and rows:
            row = 0 if event.key() == Qt.Key.Key_Home else rows - 1
            self.setCurrentIndex(self.model().index(row, 0))
            self.scrollTo(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space:
            self.live_toggled.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, room in _ROOM_FOR.items():
            self.setColumnHidden(column, self.width() < room)
        self.setColumnWidth(Columns.TYPE, _WIDTHS[Columns.TYPE] or 0 if self.width() > 640 else _NARROW_TYPE)
        super().resizeEvent(event)

    def _note_scroll(self) -> None:
        if self.is_at_top != self._was_at_top:
            self._was_at_top = self.is_at_top
            self.top_changed.emit(self._was_at_top)
