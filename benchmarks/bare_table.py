"""A bare Qt table over a plain SQLite file, as a yardstick: `FILE`. Says when its first rows are painted, and ends.

The window has the size of ours; its model keeps pages of 256 rows, the newest first.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QTableView

if TYPE_CHECKING:
    from collections.abc import Iterable

_COLUMNS = ("seq", "created_at", "status", "event_type", "duration_ms", "message")
_PAGE = 256
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def write_rows(path: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Make the file: each row a moment, a status, a type, milliseconds and a message, the oldest first."""
    with sqlite3.connect(path) as file:
        file.execute(
            "CREATE TABLE rows (seq INTEGER PRIMARY KEY, created_at REAL, status TEXT, event_type TEXT, "
            "duration_ms REAL, message TEXT)"
        )
        file.executemany(
            "INSERT INTO rows (created_at, status, event_type, duration_ms, message) VALUES (?, ?, ?, ?, ?)", rows
        )


class Rows(QAbstractTableModel):
    """The rows of the file."""

    def __init__(self, path: str) -> None:
        """Count them."""
        super().__init__()
        self._file = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self._number = int(self._file.execute("SELECT max(seq) FROM rows").fetchone()[0])
        self._pages: dict[int, list[tuple[object, ...]]] = {}

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """All of them."""
        return 0 if parent.isValid() else self._number

    def columnCount(self, _parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """The columns of the file."""
        return len(_COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A value as text."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        page, row = divmod(index.row(), _PAGE)
        if page not in self._pages:
            highest = self._number - page * _PAGE
            asked = (highest, highest - _PAGE)
            query = "SELECT * FROM rows WHERE seq <= ? AND seq > ? ORDER BY seq DESC"
            self._pages[page] = self._file.execute(query, asked).fetchall()
        value = self._pages[page][row][index.column()]
        return time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(value)) if index.column() == 1 else str(value)  # type: ignore[arg-type] # a number


class _Painted(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._end)
        return False

    def _end(self) -> None:
        print("painted", time.monotonic(), time.process_time(), flush=True)
        os._exit(0)


def main() -> int:
    """Show the table."""
    application = QApplication(sys.argv)
    table, painted = QTableView(), _Painted()
    rows = Rows(sys.argv[1])
    table.setModel(rows)
    table.viewport().installEventFilter(painted)
    table.resize(1240, 800)
    table.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
