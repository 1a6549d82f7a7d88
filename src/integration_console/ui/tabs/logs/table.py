"""The table of the log: as many columns as there is room for, keys to move and to follow, how far it is scrolled."""

from __future__ import annotations

from time import monotonic
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from integration_console.ui.tabs.logs.model import Columns, LogModel
from integration_console.ui.tabs.logs.painter import RowsPainter, Sight
from integration_console.ui.theme import RowHeight
from integration_console.ui.widgets import DataTable

_WIDTHS: Final = (160, 104, 204, 152, None, 100)
_ROOM_FOR: Final = {Columns.DURATION: 900, Columns.SOURCE: 800, Columns.STATUS: 560}
_NARROW_TYPE: Final = 170
_MOST_SEEN: Final = 200
_HURRY_SECONDS: Final = 0.15


class LogTable(DataTable):
    """Home and End go to the newest and the oldest row, Space follows or pauses, Esc leaves."""

    top_changed = Signal(bool)
    live_toggled = Signal()
    left = Signal()

    def __init__(self, model: LogModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, row_height=RowHeight.COMPACT)
        self._painter = RowsPainter(model)
        self._was_at_top = True
        self._arrived_at = 0.0
        self._go_on = QTimer(self)
        self._go_on.setSingleShot(True)
        self._go_on.setInterval(1)
        self._go_on.timeout.connect(self.viewport().update)
        model.rowsInserted.connect(self._note_arrival)
        self.show_model(model, _WIDTHS)
        self.verticalScrollBar().valueChanged.connect(self._note_scroll)
        self.verticalScrollBar().setSingleStep(RowHeight.COMPACT)

    @property
    def is_at_top(self) -> bool:
        """Whether the newest row is seen from its upper edge."""
        return self.verticalScrollBar().value() <= RowHeight.COMPACT // 2

    @property
    def seen_rows(self) -> tuple[int, int]:
        """The first and the last row that are seen."""
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        return first, last if last >= 0 else min(first + _MOST_SEEN, max(self.model().rowCount() - 1, 0))

    def choose_row(self, row: int) -> None:
        """Selects a row without moving the table."""
        bar = self.verticalScrollBar()
        before = bar.value()
        self.selectionModel().setCurrentIndex(
            self.model().index(row, 0),
            self.selectionModel().SelectionFlag.ClearAndSelect | self.selectionModel().SelectionFlag.Rows,
        )
        bar.setValue(before)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: it would read every row of the log."""

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        hurried = monotonic() - self._arrived_at < _HURRY_SECONDS
        if not self._painter.paint(painter, self._sight(painter.device().devicePixelRatio()), hurried=hurried):
            self._go_on.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, room in _ROOM_FOR.items():
            self.setColumnHidden(column, self.width() < room)
        self.setColumnWidth(Columns.TYPE, _WIDTHS[Columns.TYPE] or 0 if self.width() > 640 else _NARROW_TYPE)
        super().resizeEvent(event)

    def _sight(self, ratio: float) -> Sight:
        columns = (column for column in range(Columns.COUNT) if not self.isColumnHidden(column))
        first, last = self.seen_rows
        selected = self.selectionModel().selectedRows()
        return Sight(
            width=self.viewport().width(),
            row_height=self.verticalHeader().defaultSectionSize(),
            columns=tuple((each, self.columnViewportPosition(each), self.columnWidth(each)) for each in columns),
            rows=tuple((row, self.rowViewportPosition(row)) for row in range(first, last + 1))
            if self.model().rowCount()
            else (),
            selected_row=selected[0].row() if selected else -1,
            hovered_row=self._delegate.hovered_row,
            ratio=ratio,
        )

    def _note_arrival(self) -> None:
        self._arrived_at = monotonic()

    def _note_scroll(self) -> None:
        if self.is_at_top != self._was_at_top:
            self._was_at_top = self.is_at_top
            self.top_changed.emit(self._was_at_top)
