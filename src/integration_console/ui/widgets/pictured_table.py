"""A table of any length whose rows are painted from pictures, a few new ones a turn while rows arrive."""

from __future__ import annotations

from time import monotonic
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from integration_console.ui.theme import RowHeight
from integration_console.ui.widgets.rows_painter import PaintedRows, RowsPainter, Sight
from integration_console.ui.widgets.table import DataTable

_MOST_SEEN: Final = 200
_HURRY_SECONDS: Final = 0.15


class PicturedTable(DataTable):
    """`left`: Esc was pressed. Typing searches nothing: it would read every row."""

    left = Signal()

    def __init__(self, model: QAbstractTableModel, rows: PaintedRows, parent: QWidget | None = None) -> None:
        super().__init__(parent, row_height=RowHeight.COMPACT)
        self._painter = RowsPainter(rows)
        self._arrived_at = 0.0
        self._go_on = QTimer(self)
        self._go_on.setSingleShot(True)
        self._go_on.setInterval(1)
        self._go_on.timeout.connect(self.viewport().update)
        model.modelReset.connect(self._painter.forget)
        model.rowsInserted.connect(self.note_arrival)
        self.verticalScrollBar().setSingleStep(RowHeight.COMPACT)

    @property
    def seen_rows(self) -> tuple[int, int]:
        """The first and the last row that are seen."""
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        return first, last if last >= 0 else min(first + _MOST_SEEN, max(self.model().rowCount() - 1, 0))

    @property
    def chosen_ranges(self) -> tuple[range, ...]:
        """The rows that are chosen, as ranges from above: of millions that are chosen, none is looked at."""
        chosen = self.selectionModel().selection()
        ranges = {range(chosen.at(each).top(), chosen.at(each).bottom() + 1) for each in range(chosen.count())}
        return tuple(sorted(ranges, key=lambda each: each.start))

    def forget_pictures(self) -> None:
        """Makes every row's picture anew when it is next needed."""
        self._painter.forget()

    def note_arrival(self) -> None:
        """Rows arrive: for a moment only a few new pictures are made a turn."""
        self._arrived_at = monotonic()

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: it would read every row."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        hurried = monotonic() - self._arrived_at < _HURRY_SECONDS
        if not self._painter.paint(painter, self._sight(painter.device().devicePixelRatio()), hurried=hurried):
            self._go_on.start()

    def _sight(self, ratio: float) -> Sight:
        columns = (column for column in range(self.model().columnCount()) if not self.isColumnHidden(column))
        first, last = self.seen_rows
        seen = range(first, last + 1)
        return Sight(
            width=self.viewport().width(),
            row_height=self.verticalHeader().defaultSectionSize(),
            columns=tuple((each, self.columnViewportPosition(each), self.columnWidth(each)) for each in columns),
            rows=tuple((row, self.rowViewportPosition(row)) for row in seen) if self.model().rowCount() else (),
            selected_rows=frozenset(row for each in self.chosen_ranges for row in seen if row in each),
            hovered_row=self._delegate.hovered_row,
            ratio=ratio,
        )
