"""Fetches the rows of the log that are looked at, and counts how many there are, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from integration_console.domain.logs import LogEntry, LogFilter
from integration_console.gateways.protocols import LogsGateway
from integration_console.ui.tabs.logs.loading import Beginning, Blocks, blocks, counted
from integration_console.ui.tabs.logs.model import LogModel
from integration_console.ui.tabs.logs.rows import MOST_ROWS, BlockRequest
from integration_console.ui.tasks import TaskRunner

_STEPS: Final = (100_000, 1_000_000, MOST_ROWS)
_SOON_MS: Final = 250
_AT_ONCE: Final = 2


class RowFetcher(QObject):
    """Fetches only what is seen now: blocks of screens that were passed by meanwhile are left out or let go.

    Two requests are under way at most, one that is wanted and one that no longer is. `total_changed` carries how many
    rows there are and whether there may be more.
    """

    total_changed = Signal(int, bool)
    filled = Signal()
    failed = Signal(object)

    def __init__(
        self, gateway: LogsGateway, tasks: TaskRunner, model: LogModel, seen: Callable[[], tuple[int, int]]
    ) -> None:
        super().__init__(model)
        self._gateway, self._tasks, self._model, self._seen = gateway, tasks, model, seen
        self._wanted = LogFilter()
        self._round = 0
        self._under_way = 0
        self._requested: frozenset[int] = frozenset()
        self._is_counting = False
        self._has_failed = False
        self._counting_long = QTimer(self)
        self._counting_long.setSingleShot(True)
        self._counting_long.setInterval(_SOON_MS)
        self._counting_long.timeout.connect(self.tell_total)
        model.rows_awaited.connect(self._fetch_awaited)

    def begin(self, wanted: LogFilter, found: Beginning) -> None:
        """The model begins with these rows; the rest is counted now, and fetched as it is looked at.

        A number that is only the beginning of one is not told unless counting takes longer than a glance.
        """
        self._round += 1
        self._wanted = wanted
        self._requested = frozenset()
        self._is_counting = found.page.next is not None
        if self._is_counting:
            self._count(found.page.entries[0], _STEPS)
            self._counting_long.start()
        else:
            self.tell_total()

    def tell_total(self) -> None:
        """Tells how many rows there are now."""
        self._counting_long.stop()
        self.total_changed.emit(self._model.total, self._is_counting or self._model.total >= MOST_ROWS)

    def fetch_seen(self) -> None:
        """Fetches the rows that are seen now and not at hand."""
        requests = self._model.missing(*self._seen())
        missing = frozenset(each.block for each in requests)
        if not missing or missing & self._requested or self._under_way >= _AT_ONCE:
            return  # it is on its way, or the next one to end asks again
        self._requested = missing
        self._fetch(requests)

    def _fetch(self, requests: tuple[BlockRequest, ...]) -> None:
        wanted, turn = self._wanted, self._round
        self._under_way += 1
        task = self._tasks.start(
            "logs.blocks", lambda work: blocks(self._gateway, wanted, requests, work), newest_wins=True
        )
        task.succeeded.connect(lambda found: self._fill(turn, found))
        task.failed.connect(self._stumble)
        task.finished.connect(self._end)

    def _fill(self, turn: int, found: Blocks) -> None:
        if turn == self._round:
            for request, page in found:
                self._model.fill(request, page)
            self.tell_total()
            self.filled.emit()

    def _end(self) -> None:
        self._under_way -= 1
        if not self._tasks.is_running("logs.blocks"):
            self._requested = frozenset()
        if not self._has_failed:
            self.fetch_seen()

    def _stumble(self, error: object) -> None:
        """What failed is not asked for again before somebody looks."""
        self._has_failed = True
        self.failed.emit(error)

    def _fetch_awaited(self) -> None:
        self._has_failed = False
        self.fetch_seen()

    def _count(self, newest: LogEntry, steps: tuple[int, ...]) -> None:
        """Counts further step by step: whoever filters anew meanwhile does not wait for all of it."""
        wanted, turn = self._wanted, self._round
        task = self._tasks.start(
            "logs.total", lambda _work: counted(self._gateway, wanted, newest, steps[0]), newest_wins=True
        )
        task.succeeded.connect(lambda found: self._learn(turn, newest, steps[1:], *found))
        task.failed.connect(self.failed)

    def _learn(self, turn: int, newest: LogEntry, steps: tuple[int, ...], below: int, is_whole: bool) -> None:
        if turn != self._round:
            return
        more = () if is_whole else steps
        self._is_counting = bool(more)
        self._model.learn_total(below)
        self.tell_total()
        if more:
            self._count(newest, more)
