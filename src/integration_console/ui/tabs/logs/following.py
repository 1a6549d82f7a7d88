"""Follows the log in the order of commits: what arrives is shown, or counted while somebody reads further down."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from integration_console.domain.logs import LogEntry, LogFilter
from integration_console.gateways.protocols import LogsGateway
from integration_console.ui.tasks import TaskRunner

STEP: Final = 500
"""How many entries are fetched, and put into the table, at once."""
_FAR: Final = 4000
_PAUSE_MS, _FLOOD_PAUSE_MS = 40, 100
_FLOOD: Final = 60
_Tail = tuple[tuple[LogEntry, ...], int]


class LogFollower(QObject):
    """`arrived` carries entries to show, oldest first; `waiting_changed` how many wait while it is held.

    So that a flood costs the window little, it fetches one step at a time, and nothing more once `STEP` entries wait.
    `fell_behind`: it is cheaper to begin anew from the newest page than to catch up.
    """

    arrived = Signal(object)
    waiting_changed = Signal(int)
    fell_behind = Signal()
    failed = Signal(object)

    def __init__(self, gateway: LogsGateway, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._gateway, self._tasks = gateway, tasks
        self._wanted = LogFilter()
        self._position: int | None = None
        self._newest = 0
        self._known: frozenset[str] = frozenset()
        self._waiting: list[LogEntry] = []
        self._held = False
        self._attended = True
        self._round = 0
        self._newest_step = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._step)

    @property
    def waiting(self) -> int:
        """How many entries wait; `STEP`: that many or more."""
        return len(self._waiting)

    def follow(self, wanted: LogFilter, position: int, known: frozenset[str]) -> None:
        """Follow from a position; entries whose ids are `known` are in the table already."""
        self._round += 1
        self._wanted, self._position, self._known = wanted, position, known
        self._forget_waiting()
        self._step()

    def rest(self) -> None:
        """Follow nothing until `follow` is called again."""
        self._round += 1
        self._position = None
        self._forget_waiting()

    def hear(self, position: int) -> None:
        """The newest entry has this position now."""
        self._newest = max(self._newest, position)
        self._step()

    def hold(self, held: bool) -> None:
        """While held, what arrives waits; afterwards it is shown."""
        if held == self._held:
            return
        self._held = held
        if not held:
            self._release()

    def attend(self, attended: bool) -> None:
        """While nobody looks, nothing is fetched."""
        self._attended = attended
        self._step()

    def _release(self) -> None:
        if len(self._waiting) >= STEP:
            self.rest()
            self.fell_behind.emit()
            return
        waiting = tuple(self._waiting)
        self._forget_waiting()
        if waiting:
            self.arrived.emit(waiting)
        self._step()

    def _step(self) -> None:
        position = self._position
        if position is None or not self._attended or position >= self._newest or self._pause.isActive():
            return
        if len(self._waiting) >= STEP or self._tasks.is_running("logs.tail"):
            return
        if not self._held and self._newest - position > _FAR:
            self.rest()
            self.fell_behind.emit()
            return
        wanted, turn = self._wanted, self._round
        task = self._tasks.start("logs.tail", lambda _work: _tail(self._gateway, wanted, position))
        task.succeeded.connect(lambda tail: self._take(turn, tail))
        task.failed.connect(lambda error: self._stumble(turn, error))
        task.finished.connect(self._rest_a_moment)

    def _rest_a_moment(self) -> None:
        """In a flood whole screens arrive at once: then fewer of them, so that the rest of the window has its turn."""
        self._pause.start(_FLOOD_PAUSE_MS if self._newest_step > _FLOOD else _PAUSE_MS)

    def _take(self, turn: int, tail: _Tail) -> None:
        if turn != self._round:
            return
        found, self._position = tail
        self._newest_step = len(found)
        new = tuple(entry for entry in found if entry.id not in self._known)
        if not new:
            return
        if self._held:
            self._waiting.extend(new[: STEP - len(self._waiting)])
            self.waiting_changed.emit(len(self._waiting))
        else:
            self.arrived.emit(new)

    def _stumble(self, turn: int, error: object) -> None:
        if turn == self._round:
            self.rest()
            self.failed.emit(error)

    def _forget_waiting(self) -> None:
        if self._waiting:
            self._waiting.clear()
            self.waiting_changed.emit(0)


def _tail(gateway: LogsGateway, wanted: LogFilter, position: int) -> _Tail:
    entries, reached = gateway.log_tail(wanted, position, STEP)
    return tuple(sorted(entries, key=lambda entry: (entry.created_at, entry.id))), reached
