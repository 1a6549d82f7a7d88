"""Tables: the view every list of rows uses, and a model for lists that fit into memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from integration_console.ui.theme import RowHeight
from integration_console.ui.widgets.cells import CELL_ROLE, Cell, CellDelegate
from integration_console.ui.widgets.copying import copy_text

Row = TypeVar("Row")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: title (asked again when the language changes), cell of a row, width (None: shares what is left)."""

    title: Callable[[], str]
    cell: Callable[[Row], Cell]
    width: int | None = None


class TableModel(QAbstractTableModel, Generic[Row]):
    """Frozen rows in columns."""

    def __init__(self, columns: Sequence[Column[Row]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these rows instead of the ones before."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: _Index) -> Row | None:
        """The row of an index."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None or role not in (CELL_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        cell = self.columns[index.column()].cell(row)
        return cell if role == CELL_ROLE else cell.text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return None


class DataTable(QTableView):
    """Whole rows, one at a time; Enter or a double click opens one, Ctrl+C copies it without direction marks."""

    row_opened = Signal(int)
    row_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, row_height: int = RowHeight.NORMAL) -> None:
        super().__init__(parent)
        self._delegate = CellDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(48)
        self.doubleClicked.connect(lambda index: self.row_opened.emit(index.row()))

    def show_model(self, model: QAbstractTableModel, widths: Sequence[int | None]) -> None:
        """Shows a model; each column gets its width, those of None share what is left."""
        self.setModel(model)
        for column, width in enumerate(widths):
            mode = QHeaderView.ResizeMode.Stretch if width is None else QHeaderView.ResizeMode.Interactive
            self.horizontalHeader().setSectionResizeMode(column, mode)
            if width is not None:
                self.setColumnWidth(column, width)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.row_selected.emit(now.row()))

    def selectAll(self) -> None:
        """Nothing: selecting every row of a long table takes seconds and helps nobody."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        model = self.model()
        if event.type() == QEvent.Type.LanguageChange and model is not None:
            model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, model.columnCount() - 1)
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.row_opened.emit(current.row())
        elif event.matches(QKeySequence.StandardKey.Copy) and current.isValid():
            columns = range(current.model().columnCount())
            copy_text("\t".join(str(current.siblingAtColumn(column).data() or "") for column in columns))
        else:
            super().keyPressEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()
