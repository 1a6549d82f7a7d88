"""Notices when the rows of the log that are seen have all been painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer

from integration_console.ui.tabs.logs.table import LogTable


class Painting(QObject):
    """`is_whole` once every row that is seen was there at a paint; `painted` is called after each paint."""

    def __init__(self, table: LogTable, painted: Callable[[], None]) -> None:
        """Watch a table."""
        super().__init__(table)
        self._table, self._painted = table, painted
        self.is_whole = False
        table.log.modelReset.connect(self._note_reset)
        table.viewport().installEventFilter(self)

    def forget(self) -> None:
        """What was painted so far is of another filter."""
        self.is_whole, self._is_new = False, False

    def _note_reset(self) -> None:
        self._is_new = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at what is painted, and tell of it when it is on the screen."""
        if event.type() is QEvent.Type.Paint and self._is_new and self._has_all():
            self.is_whole = True
            QTimer.singleShot(0, self._painted)
        return super().eventFilter(watched, event)

    _is_new = False

    def _has_all(self) -> bool:
        model = self._table.log
        first, last = self._table.seen_rows
        last = min(last, model.total - 1)
        return model.total > 0 and all(model.entry(row) is not None for row in range(first, last + 1))
