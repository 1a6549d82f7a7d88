"""Ends what a window did that is gone: its tasks, then its workspace, off the window's thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from integration_console.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.gateways.places import Place
    from integration_console.ui.console import Console


class Leaving(QObject):
    """Holds a console until nothing of it is under way any more; then `ended` is emitted."""

    ended = Signal()

    def __init__(self, console: Console) -> None:
        """Begin at once; the window hides, and what it waits for does not keep the others."""
        super().__init__()
        self.place: Place | None = console.entrance.place
        self._console = console
        self._tasks = TaskRunner()
        self._end = once = _Once(console.leave())
        self._task = self._tasks.start("leave", lambda _work: once())
        self._task.finished.connect(self._forget)

    def finish(self) -> None:
        """Wait for the end, where the program cannot go on before it."""
        self._task.finished.disconnect(self._forget)
        self._end()
        self._tasks.close()

    def _forget(self) -> None:
        self._tasks.close()
        self._console.window.deleteLater()
        self._console.deleteLater()
        self.ended.emit()


class _Once:
    """Does some work once; whoever comes second waits for it."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._work, self._lock, self._is_done = work, threading.Lock(), False

    def __call__(self) -> None:
        with self._lock:
            if not self._is_done:
                self._is_done = True
                self._work()
