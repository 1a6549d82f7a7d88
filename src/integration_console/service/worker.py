"""The worker: does what is due on threads of its own, fires schedules, and holds the leases of what is under way."""

from __future__ import annotations

import logging
import threading
from time import monotonic
from typing import TYPE_CHECKING

from integration_console.domain.changes import Subject
from integration_console.domain.errors import ConsoleError, LeaseLost
from integration_console.domain.work import Cancelled, Interrupted, Progress
from integration_console.operations import api_key_reminders, api_key_uses, jobs, schedules
from integration_console.service.housekeeping import Housekeeping

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
_LOOK_SECONDS = 2.0
"""How long a job that another program queued in a shared database waits at most until somebody looks."""
_PATIENCE_SECONDS = 3.0
_TROUBLED_SECONDS = 2.0
_KEYS_SECONDS = 60.0
_WAKING = (Subject.SYNCS, Subject.SCHEDULES, Subject.CONNECTORS, Subject.WORKSPACE)


class Worker:
    """Works from `start` to `stop`; woken by what changes, it polls nothing but a shared database in between."""

    def __init__(self, context: Context, threads: int = _THREADS, patience_seconds: float = _PATIENCE_SECONDS) -> None:
        """Do the jobs of the workspace of `context`, at most `threads` at once; `stop` waits for them so long."""
        self._context = context
        self._threads = threads
        self._patience_seconds = patience_seconds
        self._thread: threading.Thread | None = None
        self._woken = threading.Event()
        self._ending = threading.Event()
        self._under_way: dict[str, _JobWork] = {}
        self._lock = threading.Condition()
        self._pause = 0.0
        self._keys_due = 0.0
        self._housekeeping = Housekeeping(context)
        self._end_listening: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Take up what the program's last run was doing, and go on from there."""
        self._ending.clear()
        self._end_listening = self._context.announcements.listen(self._hear)
        self._thread = threading.Thread(target=self._run, name="dispatcher", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Interrupt what is under way after its present page, and wait a few seconds until it has ended.

        What waits for an outside system longer than that is left behind on its thread: it can store nothing more, and
        goes on from its last page when the program starts again.
        """
        if self._thread is None:
            return
        self._end_listening()
        self._ending.set()
        self._woken.set()
        self._thread.join()
        self._thread = None
        self._housekeeping.stop()
        ends = monotonic() + self._patience_seconds
        with self._lock:
            self._lock.wait_for(lambda: not self._under_way, max(0.0, ends - monotonic()))
            left = tuple(self._under_way.values())
            self._under_way.clear()
        for work in left:
            work.abandon()
            _log.info("run %s is left behind: its source does not answer", work.lease.job_id)

    def ring(self) -> None:
        """Look for work now: another program queued some, or wants some cancelled."""
        self._woken.set()

    def _hear(self, change: Change) -> None:
        if change.subject in _WAKING:
            self._woken.set()

    def _run(self) -> None:
        self._turn(jobs.recover)
        # What is under way is held before anything is queued again: after a sleep of the machine, leases have run out.
        turns = (
            self._fire_schedules, self._hold_all, self._start_due, self._look_after_keys, self._look_after_log,
            self._look_ahead,
        )  # fmt: skip
        while not self._ending.is_set():
            self._woken.clear()
            went_well = [self._turn(each) for each in turns]
            self._woken.wait(self._pause if all(went_well) else _TROUBLED_SECONDS)

    def _turn(self, work: Callable[[Context], object]) -> bool:
        """Do one part of the dispatcher's work and return whether it went well; it goes on with the next."""
        try:
            work(self._context)
        except ConsoleError as error:
            _log.warning("the dispatcher waits: %s", error.code)
            return False
        except Exception:  # noqa: BLE001 - a worker's turn: nobody else would ever start a job
            _log.exception("a turn of the dispatcher failed")
            return False
        return True

    def _start_due(self, context: Context) -> None:
        free = self._threads - len(self._under_way)
        for lease in jobs.take_due(context, free) if free > 0 else ():
            work = _JobWork(lease, self._ending)
            with self._lock:
                self._under_way[lease.job_id] = work
            threading.Thread(target=self._perform, args=(work,), name="worker", daemon=True).start()

    def _perform(self, work: _JobWork) -> None:
        try:
            jobs.perform(self._context, work.lease, work)
        except Exception as error:  # noqa: BLE001 - a worker's turn: the job is queued again once its lease has run out
            if not work.abandoned:
                _log.warning("run %s could not be settled", work.lease.job_id, exc_info=error)
        finally:
            with self._lock:
                if self._under_way.get(work.lease.job_id) is work:
                    del self._under_way[work.lease.job_id]
                self._lock.notify_all()
            self._woken.set()

    @staticmethod
    def _fire_schedules(context: Context) -> None:
        if not context.store.login:  # of a shared database they are the service's business
            schedules.fire_due(context)

    def _hold_all(self, context: Context) -> None:
        with self._lock:
            under_way = tuple(self._under_way.values())
        for work in under_way:
            try:
                if jobs.hold(context, work.lease):
                    work.cancel()
            except LeaseLost:
                work.cancel()

    def _look_after_keys(self, context: Context) -> None:
        """Write the last uses of API keys that rest now, and remind of those that end soon; once a minute."""
        if monotonic() >= self._keys_due:
            self._keys_due = monotonic() + _KEYS_SECONDS
            api_key_uses.flush_due_uses(context)
            api_key_reminders.remind(context)

    def _look_after_log(self, _context: Context) -> None:
        self._housekeeping.look()

    def _look_ahead(self, context: Context) -> None:
        """Find out how long there is nothing to do."""
        waits = (self._until_job(), schedules.seconds_until_next(context))
        longest = _LOOK_SECONDS if context.store.shared else _LONGEST_WAIT
        longest = min(longest, _HOLD_SECONDS) if self._under_way else longest
        self._pause = min([longest, *(each for each in waits if each is not None)])

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
        self.abandoned = False

    def abandon(self) -> None:
        """Let the job go: nobody waits for it any more, and what becomes of it is not told."""
        self.abandoned = True
        self.cancel()

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
