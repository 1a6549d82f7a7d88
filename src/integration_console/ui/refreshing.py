"""Fetches what a page shows, one fetch at a time; what changes meanwhile is fetched once more afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.work import Work
    from integration_console.ui.tasks import TaskRunner


class Refreshing(QObject):
    """`prepare` is called on the window's thread and returns the work with what is wanted at that moment."""

    fetched = Signal(object)
    failed = Signal(object)

    def __init__(
        self, tasks: TaskRunner, key: str, prepare: Callable[[], Callable[[Work], object]], parent: QObject
    ) -> None:
        """Fetch nothing yet."""
        super().__init__(parent)
        self._tasks, self._key, self._prepare = tasks, key, prepare
        self._again = False

    def refresh(self) -> None:
        """Fetch the same again; while a fetch is under way, once more after it."""
        if self._tasks.is_running(self._key):
            self._again = True
        else:
            self._start()

    def restart(self) -> None:
        """Fetch something else: what is under way is not wanted any more."""
        self._again = False
        self._start()

    def _start(self) -> None:
        task = self._tasks.start(self._key, self._prepare(), newest_wins=True)
        task.succeeded.connect(self.fetched)
        task.failed.connect(self.failed)
        task.finished.connect(self._go_on)

    def _go_on(self) -> None:
        if self._again and not self._tasks.is_running(self._key):
            self._again = False
            self._start()
