"""Collects garbage on the window's thread only: a Qt object that ends on another thread takes the program with it."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS = 2000


class GarbageCollection(QObject):
    """Python's own collector may run on any thread that happens to allocate; from now on it runs here, now and then."""

    def __init__(self, parent: QObject) -> None:
        """Take over from Python's collector, on the thread of `parent`."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(collect_if_due)
        self._timer.start()


def collect_if_due() -> None:
    """Collect the oldest generation that Python itself would have collected by now."""
    due = [
        number
        for number, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if count > most
    ]
    if due:
        gc.collect(due[-1])
