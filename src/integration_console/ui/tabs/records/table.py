"""The table of records: as many columns as there is room for, keys to move, which rows are seen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from integration_console.ui.tabs.records.model import RecordModel
from integration_console.ui.theme import RowHeight
from integration_console.ui.widgets import DataTable

_MOST_SEEN: Final = 200


class RecordTable(DataTable):
    """Home and End go to the first and the last row, Esc leaves."""

    left = Signal()

    def __init__(self, model: RecordModel) -> None:
        super().__init__(row_height=RowHeight.COMPACT)
        self._records = model
        self.show_model(model, [column.width for column in model.columns])
        self.verticalScrollBar().setSingleStep(RowHeight.COMPACT)
        model.modelReset.connect(self._dress_columns)

    @property
    def seen_rows(self) -> tuple[int, int]:
        """The first and the last row that are seen."""
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        return first, last if last >= 0 else min(first + _MOST_SEEN, max(self._records.total - 1, 0))

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: it would read every record."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self._records.total
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and rows:
            row = 0 if event.key() == Qt.Key.Key_Home else rows - 1
            self.setCurrentIndex(self._records.index(row, 0))
            self.scrollTo(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_columns()
        super().resizeEvent(event)

    def _dress_columns(self) -> None:
        header = self.horizontalHeader()
        for number, column in enumerate(self._records.columns):
            stretches = column.width is None
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(number, mode)
            if column.width is not None:
                self.setColumnWidth(number, column.width)
        self._fit_columns()

    def _fit_columns(self) -> None:
        for number, column in enumerate(self._records.columns):
            self.setColumnHidden(number, self.width() < column.room)
