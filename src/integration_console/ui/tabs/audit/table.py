"""The table of the audit: as many columns as there is room for, and word when its end is seen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from integration_console.ui.tabs.audit.model import AuditModel, DifferencesModel
from integration_console.ui.theme import RowHeight
from integration_console.ui.widgets import DataTable

# Columns that go when there is little room, the least needed first, and the width below which they do.
_LEAVING = ((0, 720), (2, 600), (1, 420))


class AuditTable(DataTable):
    """`end_reached` when the last rows are seen, `left` on Esc."""

    end_reached = Signal()
    left = Signal()

    def __init__(self, model: AuditModel) -> None:
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


class DifferencesTable(DataTable):
    """Field, before and after, in compact rows."""

    def __init__(self, model: DifferencesModel) -> None:
        super().__init__(row_height=RowHeight.COMPACT)
        self.show_model(model, [column.width for column in model.columns])
