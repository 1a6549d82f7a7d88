"""The table's model of records: rows that are at hand or on their way, with the columns that the stream names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from integration_console.domain.records import Difference, Record, RecordChange, RecordPage
from integration_console.domain.streams import Stream
from integration_console.ui.language import formats
from integration_console.ui.record_words import change_of, column_title, state_of_record, value_text
from integration_console.ui.tabs.records.rows import MOST_ROWS, BlockRequest, RecordRows
from integration_console.ui.widgets import CELL_ROLE, Cell, Column, TableModel

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_AWAITED = Cell("", awaited=True)
_MOST_OWN = 6
_OWN_WIDTH = 164
_ROOM = 800
"""How wide the table must be for the first of the stream's own columns: title, id, state and time have enough."""


@dataclass(frozen=True, slots=True)
class RecordColumn:
    """A column; `room`: how wide the table must be for it to be shown."""

    title: Callable[[], str]
    cell: Callable[[Record], Cell]
    width: int | None
    room: int = 0


class RecordModel(QAbstractTableModel):
    """Records by title. `rows_awaited` is emitted once after rows were looked at that are not at hand."""

    rows_awaited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows = RecordRows()
        self.columns = _columns(None)
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self.rows_awaited)

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self._rows.total

    def record(self, row: int) -> Record | None:
        """The record of a row, None while it is on its way."""
        return self._rows.record(row) if 0 <= row < self._rows.total else None

    def record_or_ask(self, row: int) -> Record | None:
        """The record of a row; one that is not at hand is on its way from now on."""
        record = self._rows.record(row)
        if record is None and not self._asking.isActive():
            self._asking.start()
        return record

    def row_of(self, external_id: str) -> int | None:
        """The row of a record that is at hand."""
        return self._rows.row_of(external_id)

    def missing(self, first: int, last: int) -> tuple[BlockRequest, ...]:
        """What to fetch so that these rows are at hand."""
        return self._rows.missing(first, last)

    def restart(self, stream: Stream | None, page: RecordPage, total: int) -> None:
        """Show other records from the top."""
        self.beginResetModel()
        self.columns = _columns(stream)
        self._rows.restart(page, total)
        self.endResetModel()

    def renew(self, page: RecordPage, total: int) -> None:
        """Show the same records as they are now; nobody who scrolled down is thrown back to the top."""
        before = self._rows.total
        if total > before:
            self.beginInsertRows(_NOWHERE, before, total - 1)
            self._rows.renew(page, total)
            self.endInsertRows()
        elif total < before:
            self.beginRemoveRows(_NOWHERE, total, before - 1)
            self._rows.renew(page, total)
            self.endRemoveRows()
        else:
            self._rows.renew(page, total)
        self.say_again()
        self._asking.start()

    def fill(self, block: int, page: RecordPage) -> None:
        """Show rows that were on their way."""
        before, filled = self._rows.total, self._rows.foreseen(block, page)
        if filled.total < before:
            self.beginRemoveRows(_NOWHERE, filled.total, before - 1)
            self._rows.fill(block, page)
            self.endRemoveRows()
        elif filled.total > before:
            self.beginInsertRows(_NOWHERE, before, filled.total - 1)
            self._rows.fill(block, page)
            self.endInsertRows()
        else:
            self._rows.fill(block, page)
        if filled.first <= filled.last:
            self.dataChanged.emit(self.index(filled.first, 0), self.index(filled.last, len(self.columns) - 1))

    def say_again(self) -> None:
        """Every cell anew: another language, other records."""
        if self._rows.total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows.total - 1, len(self.columns) - 1))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._rows.total

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (CELL_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        record = self.record_or_ask(index.row())
        if record is None:
            return _AWAITED if role == CELL_ROLE else ""
        cell = self.columns[index.column()].cell(record)
        return cell if role == CELL_ROLE else cell.text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return None


class HistoryModel(TableModel[RecordChange]):
    """What happened to a record, newest first."""

    def __init__(self) -> None:
        super().__init__(
            [
                Column(lambda: QCoreApplication.translate("HistoryModel", "Change"), _kind, 128),
                Column(lambda: QCoreApplication.translate("HistoryModel", "When"), _when),
            ]
        )


class DifferencesModel(TableModel[Difference]):
    """What two versions of a record have differently."""

    def __init__(self) -> None:
        super().__init__(
            [
                Column(lambda: QCoreApplication.translate("DifferencesModel", "Part"), _part, 120),
                Column(lambda: QCoreApplication.translate("DifferencesModel", "Before"), _before),
                Column(lambda: QCoreApplication.translate("DifferencesModel", "After"), _after),
            ]
        )


def count_words(total: int) -> str:
    """How many records there are, as far as they are counted."""
    if total >= MOST_ROWS:
        words = QCoreApplication.translate("RecordsView", "More than {number} records")
        return words.format(number=formats.number(MOST_ROWS))
    return QCoreApplication.translate("RecordsView", "%Ln record(s)", "", total)


def _columns(stream: Stream | None) -> tuple[RecordColumn, ...]:
    own = stream.columns[:_MOST_OWN] if stream else ()
    rooms = range(_ROOM, _ROOM + _OWN_WIDTH * _MOST_OWN, _OWN_WIDTH)
    return (
        RecordColumn(lambda: QCoreApplication.translate("RecordModel", "Title"), _title, None),
        RecordColumn(lambda: QCoreApplication.translate("RecordModel", "ID"), _id, 112, 660),
        RecordColumn(lambda: QCoreApplication.translate("RecordModel", "State"), _state, 150, 400),
        *(
            RecordColumn(partial(column_title, name), partial(_own, name), _OWN_WIDTH, room)
            for name, room in zip(own, rooms, strict=False)
        ),
        RecordColumn(lambda: QCoreApplication.translate("RecordModel", "Changed"), _changed, 160, 520),
        RecordColumn(lambda: QCoreApplication.translate("RecordModel", "First seen"), _first_seen, 160, 1300),
    )


def _title(record: Record) -> Cell:
    return Cell(record.title or record.external_id, strong=True)


def _id(record: Record) -> Cell:
    return Cell(record.external_id, is_technical=True, muted=True)


def _state(record: Record) -> Cell:
    text, tone, icon = state_of_record(record.state)
    return Cell(text, tone=tone, icon=icon)


def _own(name: str, record: Record) -> Cell:
    return Cell(value_text(record.content.get(name)))


def _changed(record: Record) -> Cell:
    return Cell(formats.date_time(record.changed_at, seconds=False), muted=True)


def _first_seen(record: Record) -> Cell:
    return Cell(formats.date_time(record.first_seen, seconds=False), muted=True)


def _kind(change: RecordChange) -> Cell:
    text, tone, icon = change_of(change.kind)
    return Cell(text, tone=tone, icon=icon)


def _when(change: RecordChange) -> Cell:
    return Cell(formats.date_time(change.changed_at), muted=True)


def _part(each: Difference) -> Cell:
    return Cell(each.path, is_technical=True)


def _before(each: Difference) -> Cell:
    return Cell(value_text(each.before), muted=True)


def _after(each: Difference) -> Cell:
    return Cell(value_text(each.after))
