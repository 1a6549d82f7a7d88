"""The table of records: as many columns as there is room for, keys to move, which rows are seen."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from integration_console.ui.tabs.records.model import RecordModel
from integration_console.ui.widgets import PicturedTable
from integration_console.ui.widgets.cells import PADDING, draw_cell
from integration_console.ui.widgets.painting import draw_awaited


class _PaintedRecords:
    """The rows of records for their painter."""

    def __init__(self, model: RecordModel) -> None:
        self._model = model

    def identity(self, row: int) -> Hashable | None:
        record = self._model.record_or_ask(row)
        return None if record is None else (record.external_id, record.content_hash, record.state, record.changed_at)

    def draw(self, painter: QPainter, rect: QRectF, row: int, column: int) -> None:
        record = self._model.record(row)
        if record is not None:
            draw_cell(painter, rect.adjusted(PADDING, 0, -PADDING, -1), self._model.columns[column].cell(record))

    def draw_awaited(self, painter: QPainter, rect: QRectF, row: int, column: int) -> None:
        del row, column
        draw_awaited(painter, rect.adjusted(PADDING, 0, -PADDING, -1))


class RecordTable(PicturedTable):
    """Home and End go to the first and the last row, Esc leaves."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__(model, _PaintedRecords(model))
        self._records = model
        self.show_model(model, [column.width for column in model.columns])
        model.dataChanged.connect(lambda *_what: self.note_arrival())
        model.modelReset.connect(self._dress_columns)

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
