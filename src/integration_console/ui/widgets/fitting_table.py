"""A table that shows as many columns as there is room for, and says when its end is seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from integration_console.ui.widgets.table import DataTable


class FittingTable(DataTable):
    """`end_reached` when the last rows are seen, `left` on Esc."""

    end_reached = Signal()
    left = Signal()

    def __init__(
        self, model: QAbstractTableModel, widths: Sequence[int | None], leaving: Sequence[tuple[int, int]]
    ) -> None:
        """Let columns go when there is little room: `leaving` has each with the width below which it does."""
        super().__init__()
        self._leaving = tuple(leaving)
        self.show_model(model, widths)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._note_end())
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._note_end())

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, width in self._leaving:
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
