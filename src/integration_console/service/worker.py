"""The worker: does what is due on threads of its own, fires schedules, and holds the leases of what is under way."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from integration_console.domain.changes import Subject
from integration_console.domain.errors import ConsoleError, LeaseLost
from integration_console.domain.work import Cancelled, Interrupted, Progress
from integration_console.operations import jobs, schedules

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.changes import Change
    from integration_console.domain.jobs import Lease
    from integration_console.operations.context import Context

_log = logging.getLogger(__name__)
_THREADS = 4
_HOLD_SECONDS = 8.0
_LONGEST_WAIT = 30.0
"""Seconds: how late a clock that was set, or a workstation that slept, is noticed at most."""
_WAKING = (Subject.SYNCS, Subject.SCHEDULES, Subject.CONNECTORS, Subject.WORKSPACE)


class Worker:
    """Works from `start` to `stop`; woken by what changes, it never polls the store in between."""

    def __init__(self, context: Context, threads: int = _THREADS) -> None:
        """Do the jobs of the workspace of `context`, at most `threads` at once."""
        self._context = context
        self._threads = threads
        self._pool: ThreadPoolExecutor | None = None
        self._thread: threading.Thread | None = None
        self._woken = threading.Event()
        self._ending = threading.Event()
        self._under_way: dict[str, _JobWork] = {}
        self._lock = threading.Lock()
        self._end_listening: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Take up what the program's last run was doing, and go on from there."""
        self._ending.clear()
        self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix="worker")
        self._end_listening = self._context.announcements.listen(self._hear)
        self._thread = threading.Thread(target=self._run, name="dispatcher", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Interrupt what is under way after its present page, and wait until it has ended; it goes on next time."""
        if self._thread is None or self._pool is None:
            return
        self._end_listening()
        self._ending.set()
        self._woken.set()
        self._thread.join()
        self._pool.shutdown()
        self._thread = self._pool = None

    def _hear(self, change: Change) -> None:
        if change.subject in _WAKING:
            self._woken.set()

    def _run(self) -> None:
        self._turn(jobs.recover)
        while not self._ending.is_set():
            self._woken.clear()
            self._turn(schedules.fire_due)
            self._turn(self._start_due)
            self._turn(self._hold_all)
            self._woken.wait(self._seconds_to_wait())

    def _turn(self, work: Callable[[Context], object]) -> None:
        """Do one part of the dispatcher's work; whatever goes wrong, it goes on with the next."""
        try:
            work(self._context)
        except ConsoleError as error:
            _log.warning("the dispatcher waits: %s", error.code)
        except Exception:  # noqa: BLE001 - a worker's turn: nobody else would ever start a job
            _log.exception("a turn of the dispatcher failed")

    def _start_due(self, context: Context) -> None:
        free = self._threads - len(self._under_way)
        for lease in jobs.take_due(context, free) if free > 0 else ():
            work = _JobWork(lease, self._ending)
            with self._lock:
                self._under_way[lease.job_id] = work
            assert self._pool is not None  # noqa: S101 - there until `stop` has joined this thread
            self._pool.submit(self._perform, work)

    def _perform(self, work: _JobWork) -> None:
        self._turn(lambda context: jobs.perform(context, work.lease, work))
        with self._lock:
            del self._under_way[work.lease.job_id]
        self._woken.set()

    def _hold_all(self, context: Context) -> None:
        with self._lock:
            under_way = tuple(self._under_way.values())
        for work in under_way:
            try:
                if jobs.hold(context, work.lease):
                    work.cancel()
            except LeaseLost:
                work.cancel()

    def _seconds_to_wait(self) -> float:
        waits = [_LONGEST_WAIT, _HOLD_SECONDS if self._under_way else _LONGEST_WAIT]
        try:
            known = (self._until_job(), schedules.seconds_until_next(self._context))
            waits += [each for each in known if each is not None]
        except ConsoleError as error:
            _log.warning("the dispatcher waits: %s", error.code)
            return 1.0
        return min(waits)

    def _until_job(self) -> float | None:
        """Return how long until the next job; one that is due already waits for a thread, or for its connector."""
        seconds = jobs.seconds_until_due(self._context)
        return _HOLD_SECONDS if seconds == 0.0 else seconds


class _JobWork:
    """What a job asks while it runs: whether somebody cancelled it, or the program ends."""

    def __init__(self, lease: Lease, ending: threading.Event) -> None:
        self.lease = lease
        self._ending = ending
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop."""
        self._cancelled.set()

    def report(self, progress: Progress) -> None:
        """Leave it: what is stored with each page tells the progress."""

    def stop_if_cancelled(self) -> None:
        """Raise `Cancelled` or `Interrupted` when the job should stop."""
        if self._cancelled.is_set():
            raise Cancelled
        if self._ending.is_set():
            raise Interrupted
