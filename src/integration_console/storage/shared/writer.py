"""Writes to a shared database: each piece of work in a transaction of its own, run again where others were quicker."""

from __future__ import annotations

import random
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy.exc import DBAPIError

from integration_console.domain.errors import ConsoleError, DatabaseBusy, DatabaseRefused
from integration_console.storage.shared.faults import RUN_AGAIN, database_error, state_of
from integration_console.storage.shared.positions import begin_writing
from integration_console.storage.transaction import Priority, Writing, transaction_closed, transaction_opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

T = TypeVar("T")
_TRIES = 25
_UNIQUE_VIOLATION = "23505"
_FIRST_PAUSE, _LONGEST_PAUSE = 0.005, 0.5
_THREADS = 4
_MANY_AT_ONCE = frozenset({Priority.EVENTS, Priority.JOBS, Priority.PAGES, Priority.LOGS})
"""What only adds rows, or first locks those that it goes by: it needs no picture of a whole that nobody changes."""


class SharedWriter:
    """Runs work on the calling thread, or on one of a few; done means committed."""

    def __init__(self, engine: Engine, tenant_id: str, database: str) -> None:
        """Write rows of `tenant_id`. `trouble` says why the last write failed, None when all is well."""
        self._adding = engine.execution_options(isolation_level="READ COMMITTED")
        self._changing = engine.execution_options(isolation_level="SERIALIZABLE")
        self._tenant_id = tenant_id
        self._database = database
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="writer")
        self._lock = threading.Lock()
        self._closed = False
        self.position = 0
        self.trouble: ConsoleError | None = None
        self.on_trouble: Callable[[], None] = lambda: None

    def submit(self, priority: Priority, work: Callable[[Writing], T]) -> Future[T]:
        """Do `work` on a thread of its own; the future holds its result once it is committed, or the error."""
        try:
            return self._threads.submit(self.run, priority, work)
        except RuntimeError:  # closed: nobody would ever do it
            outcome: Future[T] = Future()
            outcome.cancel()
            return outcome

    def run(self, priority: Priority, work: Callable[[Writing], T]) -> T:
        """Do `work` now, and again where others were quicker. Raises what it raised, or the workspace's error."""
        pause = _FIRST_PAUSE
        for tried in range(_TRIES):
            try:
                result = self._transact(priority, work)
            except DBAPIError as error:
                if not _again(error, tried):
                    raise self._noted(error) from error
                time.sleep(random.uniform(0, pause))  # noqa: S311 - only spreads the tries
                pause = min(pause * 2, _LONGEST_PAUSE)
            else:
                self._note_trouble(None)
                return result
        raise DatabaseBusy(database=self._database)

    def close(self) -> None:
        """Finish what was submitted and end the threads."""
        self._threads.shutdown(wait=True)

    def _transact(self, priority: Priority, work: Callable[[Writing], T]) -> T:
        engine = self._adding if priority in _MANY_AT_ONCE else self._changing
        transaction_opened()
        try:
            with engine.begin() as connection:
                writing = Writing(connection, self._tenant_id, begin_writing(connection, self._tenant_id))
                result = work(writing)
        finally:
            transaction_closed()
        with self._lock:
            self.position = max(self.position, writing.position)
        return result

    def _noted(self, error: DBAPIError) -> Exception:
        known = database_error(error, self._database)
        if known is None:
            return error
        if not isinstance(known, DatabaseRefused | DatabaseBusy):  # these are about this one piece of work
            self._note_trouble(known)
        return known

    def _note_trouble(self, trouble: ConsoleError | None) -> None:
        changed = (trouble and trouble.code) != (self.trouble and self.trouble.code)
        self.trouble = trouble
        if changed:
            self.on_trouble()


def _again(error: DBAPIError, tried: int) -> bool:
    """Return whether a fault may only come of what others did at the same moment.

    A row that somebody else inserted meanwhile is seen the next time, and then not inserted again.
    """
    state = state_of(error)
    return state in RUN_AGAIN or (state == _UNIQUE_VIOLATION and tried == 0)
