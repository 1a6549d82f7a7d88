"""The table's model of the log: rows that are at hand or on their way, cells made when they are painted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
)

from integration_console.domain.log_notes import LogNote
from integration_console.domain.logs import LogEntry, LogPage, LogPlace
from integration_console.ui.language import strip_isolates
from integration_console.ui.tabs.logs.cells import LogCell
from integration_console.ui.tabs.logs.columns import Columns, made_cells, titles
from integration_console.ui.tabs.logs.known_notes import KnownNotes
from integration_console.ui.tabs.logs.rows import MOST_ROWS, BlockRequest, LogRows
from integration_console.ui.tabs.logs.words import TONES
from integration_console.ui.widgets import Tone

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROWS_OF_CELLS: Final = 1000
_NOTES_MS: Final = 120
"""Notes are asked for once rows have stood still that long."""


class LogModel(QAbstractTableModel):
    """Newest entry first. `rows_awaited` is emitted once after rows were looked at that are not at hand.

    `looks_changed`: cells that are shown already look different now.
    """

    rows_awaited = Signal()
    notes_awaited = Signal()
    looks_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows = LogRows()
        self._names: Mapping[str, str] = {}
        self._cells: dict[str, tuple[LogCell, ...]] = {}
        self._notes = KnownNotes()
        self._untitled: frozenset[int] = frozenset()
        self._asking = _timer(self, 0, self.rows_awaited)
        self._asking_for_notes = _timer(self, _NOTES_MS, self.notes_awaited)

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self._rows.total

    @property
    def names(self) -> Mapping[str, str]:
        """The names of connectors and webhooks by ID."""
        return self._names

    def entry(self, row: int) -> LogEntry | None:
        """The entry of a row, None while it is on its way."""
        return self._rows.entry(row) if 0 <= row < self._rows.total else None

    def cells(self, row: int) -> tuple[LogCell, ...] | None:
        """What stands in a row; None while it is on its way, and then it is asked for."""
        entry = self._rows.entry(row)
        if entry is None:
            if not self._asking.isActive():
                self._asking.start()
            return None
        cells = self._cells.get(entry.id)
        if cells is None:
            if len(self._cells) >= _ROWS_OF_CELLS:
                self._cells.clear()
            cells = self._cells[entry.id] = made_cells(entry, self._names)
        return cells

    def note(self, row: int) -> LogNote | None:
        """What stands beside a row; where that is not known yet, it is asked for."""
        entry = self._rows.entry(row)
        if entry is None:
            return None
        if not self._notes.knows(entry.id) and not self._asking_for_notes.isActive():
            self._asking_for_notes.start()
        return self._notes.note(entry.id)

    def note_of(self, entry_id: str) -> LogNote | None:
        """What is known to stand beside an entry."""
        return self._notes.note(entry_id)

    def knows_note(self, entry_id: str) -> bool:
        """Whether it is known what stands beside an entry."""
        return self._notes.knows(entry_id)

    def without_known_notes(self, first: int, last: int) -> list[str]:
        """The entries at hand in these rows of which it is not known what stands beside them."""
        entries = (self._rows.entry(row) for row in range(first, last + 1))
        return [each.id for each in entries if each is not None and not self._notes.knows(each.id)]

    def learn_notes(self, found: Iterable[tuple[str, LogNote | None]]) -> None:
        """Remember what stands beside entries."""
        self._notes.learn(found)

    def forget_notes(self) -> None:
        """What stood beside entries may be something else now."""
        self._notes.forget()

    def edge(self, row: int) -> Tone | None:
        """The tone of a row's edge."""
        entry = self._rows.entry(row)
        return None if entry is None else TONES[entry.status]

    def row_of(self, entry_id: str) -> int | None:
        """The row of an entry that is at hand."""
        return self._rows.row_of(entry_id)

    def missing(self, first: int, last: int) -> tuple[BlockRequest, ...]:
        """What to fetch so that these rows are at hand."""
        return self._rows.missing(first, last)

    def restart(self, page: LogPage, total: int) -> None:
        """Show other rows from the top."""
        self.beginResetModel()
        self._rows.restart(page.entries, total)
        self.endResetModel()

    def prepend(self, oldest_first: Sequence[LogEntry]) -> None:
        """Show newer entries above all others, in one piece."""
        if oldest_first:
            self.beginInsertRows(_NOWHERE, 0, len(oldest_first) - 1)
            self._rows.prepend(oldest_first)
            self.endInsertRows()

    def fill(self, request: BlockRequest, page: LogPage) -> None:
        """Show rows that were on their way."""
        filled = self._rows.foreseen(request, page)
        self._resized(filled.total, lambda: self._rows.fill(request, page))
        if filled.first <= filled.last:
            self.dataChanged.emit(self.index(filled.first, 0), self.index(filled.last, Columns.COUNT - 1))

    def learn_total(self, below: int) -> None:
        """Have as many rows as there are entries: `below` without those that arrived since the beginning."""
        total = min(below + self._rows.arrived, MOST_ROWS)
        if total > self._rows.total:  # an end that was looked at is known better than any count
            self._resized(total, lambda: self._rows.resize(total))

    def reach(self, row: int) -> None:
        """Have at least the rows down to this one, which is known to be there."""
        self.learn_total(row + 1 - self._rows.arrived)

    def anchor(self, row: int, place: LogPlace) -> None:
        """Remember where the entry of a row is, so that rows beside it are fetched from there."""
        self._rows.anchor(self._rows.arrived - 1 - row, place)

    @property
    def arrived(self) -> int:
        """How many entries were put above those that were shown first."""
        return self._rows.arrived

    def _resized(self, total: int, change: Callable[[], None]) -> None:
        """Makes a change after which there are `total` rows, more or fewer at the end."""
        before = self._rows.total
        if total < before:
            self.beginRemoveRows(_NOWHERE, total, before - 1)
            change()
            self.endRemoveRows()
        elif total > before:
            self.beginInsertRows(_NOWHERE, before, total - 1)
            change()
            self.endInsertRows()
        else:
            change()

    def leave_untitled(self, columns: frozenset[int]) -> None:
        """Show no titles above these columns, which have no room for them."""
        if columns != self._untitled:
            self._untitled = columns
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, Columns.COUNT - 1)

    def show_names(self, names: Mapping[str, str]) -> None:
        """Show these names of connectors and webhooks."""
        self._names = dict(names)
        self.say_again()

    def say_again(self) -> None:
        """Make every cell anew: another language, another name."""
        self._cells.clear()
        self.looks_changed.emit()
        if self._rows.total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows.total - 1, Columns.COUNT - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, Columns.COUNT - 1)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._rows.total

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else Columns.COUNT

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        cells = self.cells(index.row())
        return strip_isolates(cells[index.column()].spoken) if cells is not None else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return "" if section in self._untitled else titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return None


def _timer(parent: QObject, milliseconds: int, then: SignalInstance) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer
