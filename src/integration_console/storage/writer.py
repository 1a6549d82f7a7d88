"""The writer: one thread with the one connection that changes the file, serving the most urgent work first."""

from __future__ import annotations

import itertools
import queue
import threading
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import text

from integration_console.domain.errors import ConsoleError, DiskFull, WorkspaceUnwritable
from integration_console.storage.faults import workspace_error
from integration_console.storage.transaction import Priority, Writing, transaction_closed, transaction_opened
from integration_console.storage.wal import WriteAheadLog

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

    from integration_console.storage.reserve import DiskReserve

T = TypeVar("T")
_PROBE_SECONDS = 1.0
_COME_AGAIN = (Priority.PAGES, Priority.INDEX)
"""What a power cut may take back, for it is done again."""
_POSITIONS = (
    "SELECT max(position) FROM integration_logs",
    "SELECT max(position) FROM record_changes",
    "SELECT max(last) FROM log_words_stretches",
    "SELECT max(position) FROM log_reached",
)


@dataclass(order=True, slots=True)
class _Job:
    priority: int
    number: int
    work: Callable[[Writing], Any] | None = field(compare=False)
    outcome: Future[Any] = field(compare=False)


class Writer:
    """Runs each piece of work in a transaction of its own; done means on the disk, for all that comes again anyway."""

    def __init__(self, engine: Engine, tenant_id: str, path: str, reserve: DiskReserve) -> None:
        """Start the thread. `trouble` says why the last write failed, None when all is well."""
        self._engine = engine
        self._tenant_id = tenant_id
        self._path = path
        self._reserve = reserve
        self._jobs: queue.PriorityQueue[_Job] = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._closed = False
        self._flushes = True
        self._closing = threading.Lock()
        self._next_probe = 0.0
        self._log = WriteAheadLog(engine, path)
        self._file = _identity(path)
        self.position = self._newest_position()
        self.trouble: ConsoleError | None = None
        self.on_trouble: Callable[[], None] = lambda: None
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def submit(self, priority: Priority, work: Callable[[Writing], T]) -> Future[T]:
        """Queue `work`; the future holds its result once it is durable, or the error after a roll-back."""
        outcome: Future[T] = Future()
        with self._closing:
            if self._closed:
                outcome.cancel()  # nobody would ever do it
            else:
                self._jobs.put(_Job(priority, next(self._numbers), work, outcome))
        return outcome

    def run(self, priority: Priority, work: Callable[[Writing], T]) -> T:
        """Do `work` and wait until it is durable. Raises what it raised, or the workspace's error."""
        return self.submit(priority, work).result()

    def close(self) -> None:
        """Finish what is queued and end the thread."""
        with self._closing:
            if not self._closed:
                self._closed = True
                self._jobs.put(_Job(Priority.STOP, next(self._numbers), None, Future()))
        self._thread.join()

    def _newest_position(self) -> int:
        with self._engine.begin() as connection:
            return max(int(connection.execute(text(query)).scalar() or 0) for query in _POSITIONS)

    def _run(self) -> None:
        while True:
            try:
                job = self._jobs.get(timeout=_PROBE_SECONDS if self._needs_probe else None)
            except queue.Empty:
                job = None
            if job is not None and job.work is None:
                return
            if job is not None:
                self._settle(job)
            self._look_after_file()

    def _look_after_file(self) -> None:
        """See now and then whether trouble is over, however much there is to write; keep the log small."""
        self._log.keep_small()
        if not self._needs_probe:
            self._next_probe = monotonic() + _PROBE_SECONDS
        elif monotonic() >= self._next_probe:
            self._probe()
            self._next_probe = monotonic() + _PROBE_SECONDS

    @property
    def _needs_probe(self) -> bool:
        return self.trouble is not None or self._reserve.released

    def _settle(self, job: _Job) -> None:
        if not job.outcome.set_running_or_notify_cancel():
            return
        try:
            result = self._attempt(job)
        except BaseException as error:  # noqa: BLE001 - the waiting thread must hear of anything
            job.outcome.set_exception(error)
        else:
            job.outcome.set_result(result)

    def _attempt(self, job: _Job) -> object:
        assert job.work is not None  # noqa: S101 - only the stop job has none
        if job.priority >= Priority.LOGS and self._reserve.released:
            raise DiskFull
        try:
            return self._transact(job.work, Priority(job.priority))
        except DiskFull:
            if not self._reserve.give_up():
                raise
            return self._transact(job.work, Priority(job.priority))

    def _transact(self, work: Callable[[Writing], T], priority: Priority = Priority.CHANGES) -> T:
        self._require_file()
        self._flush_commits(priority not in _COME_AGAIN)
        transaction_opened()
        try:
            with self._engine.begin() as connection:
                writing = Writing(connection, self._tenant_id, self.position)
                result = work(writing)
            self.position = writing.position
        except Exception as error:
            known = workspace_error(error, self._path)
            if known is None:
                raise
            self._note_trouble(known)
            raise known from error
        finally:
            transaction_closed()
        self._note_trouble(None)
        return result

    def _flush_commits(self, flush: bool) -> None:
        """Let commits reach the disk before they are done, or not: a page that a power cut takes back comes again.

        Its cursor goes back with it, so nothing is lost; a program that is killed takes nothing back at all.
        """
        if flush != self._flushes:
            with self._engine.connect() as connection:
                raw = connection.connection.dbapi_connection
                assert raw is not None  # noqa: S101 - the one connection of the engine
                raw.execute(f"PRAGMA synchronous={'FULL' if flush else 'NORMAL'}")
            self._flushes = flush

    def _require_file(self) -> None:
        """Raise `WorkspaceUnwritable` when the file was moved or deleted: what is written into it then is lost."""
        if _identity(self._path) != self._file:
            gone = WorkspaceUnwritable(path=self._path)
            self._note_trouble(gone)
            raise gone

    def _note_trouble(self, trouble: ConsoleError | None) -> None:
        changed = (trouble and trouble.code) != (self.trouble and self.trouble.code)
        self.trouble = trouble
        if changed:
            self.on_trouble()

    def _probe(self) -> None:
        """See whether the trouble is over: keep the reserve again, write one page and take it back."""
        self._reserve.keep()
        try:
            self._transact(_touch)
        except Exception:  # noqa: BLE001 - a worker's turn: nobody waits for this, and the thread must live on
            return


def _identity(path: str) -> tuple[int, int] | None:
    """Return what tells the file at `path` from any other, None where there is none."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _touch(writing: Writing) -> None:
    writing.connection.execute(text("UPDATE tenants SET name = name"))
