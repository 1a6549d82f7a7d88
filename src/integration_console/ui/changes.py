"""Carries what changed from any thread to the window's: at once, then one change of each subject every 100 ms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from integration_console.domain.changes import Change, Subject

_PAUSE_MS = 100


class ChangeRelay(QObject):
    """Made on the window's thread; `hear` may be called on any, `changed` is emitted on the window's."""

    changed = Signal(object)
    _heard = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing to tell."""
        super().__init__(parent)
        self._waiting: dict[Subject, Change] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)
        self._heard.connect(self._start)

    def hear(self, change: Change) -> None:
        """Take a change on whichever thread; the newest of a subject is told."""
        first = not self._waiting
        self._waiting[change.subject] = change
        if first:
            self._heard.emit()

    @Slot()
    def _start(self) -> None:
        if not self._timer.isActive():
            self._timer.start(0)

    @Slot()
    def _tell(self) -> None:
        waiting, self._waiting = self._waiting, {}
        if waiting:
            self._timer.start(_PAUSE_MS)
        for change in waiting.values():
            self.changed.emit(change)
