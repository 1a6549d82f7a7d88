"""How many syncs are under way, beside the name of their page: seen from every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from integration_console.domain.changes import Change, Subject
from integration_console.domain.syncs import ENDED, RunFilter, RunState, SyncRun
from integration_console.ui.language import formats, language
from integration_console.ui.refreshing import Refreshing

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.work import Work
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.widgets import NavigationRail

_PAGE = "syncs"
_PAUSE_MS = 1000
_MOST = 99
_WANTED = RunFilter(states=frozenset(RunState) - ENDED)


class RunsGateway(Protocol):
    """What the count asks of a gateway."""

    def sync_runs(self, wanted: RunFilter, limit: int = 50) -> tuple[SyncRun, ...]:
        """Return runs, newest first."""


class UnderWay(QObject):
    """Counts again when something about syncs changed, at most once a second."""

    def __init__(self, gateway: RunsGateway, tasks: TaskRunner, rail: NavigationRail, parent: QObject) -> None:
        """Count for the first time."""
        super().__init__(parent)
        self._gateway, self._rail = gateway, rail
        self._number = 0
        self._is_stale = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._catch_up)
        self._count = Refreshing(tasks, "syncs under way", self._prepare, self)
        self._count.fetched.connect(self._show)
        language.language_changed.connect(self._say)
        self._count.refresh()

    @property
    def number(self) -> int:
        """How many runs have not ended."""
        return self._number

    def hear(self, change: Change) -> None:
        """Count again when syncs changed."""
        if change.subject is Subject.SYNCS:
            self._is_stale = True
            self._catch_up()

    def _catch_up(self) -> None:
        if self._is_stale and not self._pause.isActive():
            self._is_stale = False
            self._pause.start()
            self._count.refresh()

    def _prepare(self) -> Callable[[Work], int]:
        gateway = self._gateway
        return lambda _work: len(gateway.sync_runs(_WANTED, _MOST))

    def _show(self, number: int) -> None:
        self._number = number
        self._say()

    def _say(self) -> None:
        self._rail.show_count(_PAGE, formats.number(self._number) if self._number else "")
