"""The only way off the window's thread: runs work on worker threads and reports its outcome by signals."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from time import monotonic
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal

from integration_console.domain.errors import ConsoleError, UnexpectedError
from integration_console.domain.ids import new_id
from integration_console.domain.work import Cancelled, Progress, Work

_log = logging.getLogger(__name__)
_THREADS: Final = 4
_PROGRESS_PAUSE: Final = 0.05
_CLOSING_SECONDS: Final = 10.0


def _let_go(_value: object) -> None:
    """Nothing needs to be done with it."""


class Task(QObject):
    """One piece of work under way: exactly one of succeeded / failed / cancelled is emitted, then finished.

    `succeeded` carries what the work returned, `failed` a `ConsoleError`, `progressed` a `Progress`.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    progressed = Signal(object)
    finished = Signal()

    def __init__(self, key: str, parent: QObject, unwanted: Callable[[Any], None]) -> None:
        super().__init__(parent)
        self.key, self.unwanted = key, unwanted
        self.is_superseded = False
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Asks the work to stop at its next `stop_if_cancelled`."""
        self._stop.set()

    @property
    def stop_requested(self) -> threading.Event:
        """Set once the work is no longer wanted."""
        return self._stop


class _Kind(Enum):
    PROGRESSED = auto()
    SUCCEEDED = auto()
    FAILED = auto()
    CANCELLED = auto()


@dataclass(frozen=True, slots=True)
class _Letter:
    """What a worker posts to the window's thread: plain values only."""

    number: int
    kind: _Kind
    value: object = None


class _Mailbox(QObject):
    """Takes letters from any thread; lives as long as the runner, so that no letter is lost."""

    posted = Signal(object)


class _WorkOnThread:
    """The worker's side of a task: reports at most every 50 ms."""

    def __init__(self, number: int, stop: threading.Event, post: Callable[[_Letter], None]) -> None:
        self._number = number
        self._stop = stop
        self._post = post
        self._reported = float("-inf")

    def report(self, progress: Progress) -> None:
        if monotonic() - self._reported >= _PROGRESS_PAUSE:
            self._reported = monotonic()
            self._post(_Letter(self._number, _Kind.PROGRESSED, progress))

    def stop_if_cancelled(self) -> None:
        if self._stop.is_set():
            raise Cancelled


class TaskRunner(QObject):
    """Starts tasks and delivers what becomes of them, all on the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="task")
        self._mailbox = _Mailbox()
        self._mailbox.posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._tasks: dict[int, Task] = {}
        self._futures: dict[int, Future[None]] = {}
        self._count = 0
        self._closed = False

    def start(
        self,
        key: str,
        work: Callable[[Work], object],
        *,
        newest_wins: bool = False,
        unwanted: Callable[[Any], None] = _let_go,
    ) -> Task:
        """Runs `work` on a worker thread. Connect to the task's signals right after: nothing is emitted before.

        `unwanted` is given what the work has returned where nobody will hear of it, such as what must be closed.
        While a task of the same key is under way, the new one ends as cancelled without having run; with
        `newest_wins` the older one does instead, and its result is never delivered.
        """
        running = [task for task in self._tasks.values() if task.key == key and not task.is_superseded]
        self._count += 1
        task = self._tasks[self._count] = Task(key, self, unwanted)
        if self._closed or (running and not newest_wins):
            task.is_superseded = True
            self._mailbox.posted.emit(_Letter(self._count, _Kind.CANCELLED))
            return task
        for older in running:
            older.is_superseded = True
            older.cancel()
        self._futures[self._count] = self._threads.submit(
            _run, self._count, key, _wanted(work, unwanted), task.stop_requested, self._mailbox.posted.emit
        )
        return task

    def is_running(self, key: str) -> bool:
        """Whether a task of this key is under way."""
        return any(task.key == key and not task.is_superseded for task in self._tasks.values())

    def cancel(self, key: str) -> None:
        """Cancels the task of this key, if there is one."""
        for task in self._tasks.values():
            if task.key == key:
                task.cancel()

    def close(self) -> bool:
        """Cancels everything and waits for it (10 s at most); False when something would not stop."""
        return self.stop()()

    def stop(self) -> Callable[[], bool]:
        """Cancels everything; what is returned waits for it as `close` does, on any thread."""
        self._closed = True
        for task in self._tasks.values():
            task.is_superseded = True
            task.cancel()
        self._threads.shutdown(wait=False, cancel_futures=True)
        begun = {each: self._tasks[number].key for number, each in self._futures.items() if not each.cancelled()}
        return partial(_wait_for, begun)  # `wait` never sees the others end

    def _deliver(self, letter: _Letter) -> None:
        task = self._tasks.get(letter.number)
        if task is None:
            return
        if letter.kind is _Kind.PROGRESSED:
            if not task.is_superseded:
                task.progressed.emit(letter.value)
            return
        del self._tasks[letter.number]
        self._futures.pop(letter.number, None)
        if task.is_superseded and letter.kind is _Kind.SUCCEEDED:
            task.unwanted(letter.value)
        _announce(task, letter)
        task.finished.emit()
        task.deleteLater()


def _wait_for(begun: dict[Future[None], str]) -> bool:
    late = wait(begun, timeout=_CLOSING_SECONDS).not_done
    if late:
        _log.warning("these tasks did not stop in time: %s", ", ".join(sorted(begun[each] for each in late)))
    return not late


def _announce(task: Task, letter: _Letter) -> None:
    if task.is_superseded or letter.kind is _Kind.CANCELLED:
        task.cancelled.emit()
    elif letter.kind is _Kind.SUCCEEDED:
        task.succeeded.emit(letter.value)
    else:
        task.failed.emit(letter.value)


def _wanted(work: Callable[[Work], object], unwanted: Callable[[Any], None]) -> Callable[[Work], object]:
    """Return work whose outcome goes to `unwanted` at once where it was cancelled meanwhile."""
    if unwanted is _let_go:
        return work

    def wanted(progress: Work) -> object:
        value = work(progress)
        try:
            progress.stop_if_cancelled()
        except Cancelled:
            unwanted(value)
            raise
        return value

    return wanted


def _run(
    number: int, key: str, work: Callable[[Work], object], stop: threading.Event, post: Callable[[_Letter], None]
) -> None:
    """One task's turn on a worker thread; whatever happens, exactly one outcome is posted."""
    try:
        if stop.is_set():
            raise Cancelled
        post(_Letter(number, _Kind.SUCCEEDED, work(_WorkOnThread(number, stop, post))))
    except Cancelled:
        post(_Letter(number, _Kind.CANCELLED))
    except ConsoleError as error:
        post(_Letter(number, _Kind.FAILED, error))
    except Exception:  # noqa: BLE001 - a task is one of the four places: whatever happens, it ends
        reference = new_id()[-8:]
        _log.exception("task %s failed (reference %s)", key, reference)
        post(_Letter(number, _Kind.FAILED, UnexpectedError(reference=reference)))
