"""One removal of what is older than it is kept: a step in each transaction, the count kept however it ends."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from integration_console.domain.changes import Subject
from integration_console.domain.errors import ConsoleError
from integration_console.domain.log_conditions import AnyOf, Not, Within, all_of
from integration_console.domain.retention import expired, held
from integration_console.domain.work import Cancelled, Interrupted, Progress
from integration_console.operations.journal import Happening, announce, note
from integration_console.operations.retention_space import free_space
from integration_console.storage import log_removal
from integration_console.storage import retention as rows
from integration_console.storage.store import EmbeddedStore
from integration_console.storage.transaction import Priority

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from integration_console.domain.log_conditions import Condition
    from integration_console.domain.logs import LogPlace
    from integration_console.domain.retention import RetentionRun
    from integration_console.domain.work import Work
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing

T = TypeVar("T")
_FIRST_STEP, _SMALLEST_STEP, LARGEST_STEP = 200, 50, 2_000
_QUICK_SECONDS, _SLOW_SECONDS = 0.015, 0.04
"""A step is lengthened below the one and shortened above the other: events wait for no more than that."""


class Removal:
    """One removal, a step in each transaction."""

    def __init__(self, context: Context, run: RetentionRun, work: Work) -> None:
        """Take up a run that is already noted as begun."""
        self._context = context
        self._run = run
        self._work = work
        self._step = _FIRST_STEP

    def done(self) -> RetentionRun:
        """Remove everything there is to remove, and say what was. Raises `Cancelled`."""
        try:
            self._entries()
            self._events()
            self._space()
        except (ConsoleError, Interrupted):
            with suppress(ConsoleError):  # what was refused just now may be refused again
                self._keep()
            raise
        except Cancelled:
            self._finish()
            raise
        return self._finish()

    def _entries(self) -> None:
        store = self._context.store
        policy, holds = store.read(lambda reading: (rows.policy(reading), rows.holds(reading)))
        old = expired(policy, self._run.started_at)
        if not old:
            return
        last = max(each.before for each in old)
        wanted = all_of(Within(until=last), AnyOf(tuple(each.condition for each in old)), Not(held(holds)))
        after: LogPlace | None = None
        while True:
            removed = self._timed(_removing(wanted, after, self._step))
            self._more(entries=removed.entries, size_bytes=removed.size_bytes)
            after = removed.next
            if after is None:
                return

    def _events(self) -> None:
        policy = self._context.store.read(rows.policy)
        if policy.event_days is None:
            return
        before, after = self._run.started_at - timedelta(days=policy.event_days), ""
        while True:
            events, size, after = self._timed(_removing_events(before, after, self._step))
            self._more(events=events, size_bytes=size)
            if not after:
                return

    def _space(self) -> None:
        while self._write(log_removal.sweep_counts):
            self._work.stop_if_cancelled()
        store = self._context.store
        if isinstance(store, EmbeddedStore):
            free_space(store, self._work)

    def _timed(self, work: Callable[[Writing], T]) -> T:
        """Do a step, and see to it that the next one takes neither too long nor too little."""
        seconds = 0.0

        def timed(writing: Writing) -> T:
            nonlocal seconds
            begun = monotonic()
            result = work(writing)
            seconds = monotonic() - begun
            return result

        result = self._write(timed)
        if seconds < _QUICK_SECONDS:
            self._step = min(LARGEST_STEP, self._step * 2)
        elif seconds > _SLOW_SECONDS:
            self._step = max(_SMALLEST_STEP, self._step // 2)
        return result

    def _write(self, work: Callable[[Writing], T]) -> T:
        return self._context.store.write(work, Priority.RETENTION)

    def _more(self, *, entries: int = 0, events: int = 0, size_bytes: int = 0) -> None:
        run = self._run
        self._run = replace(
            run, entries=run.entries + entries, events=run.events + events, size_bytes=run.size_bytes + size_bytes
        )
        self._work.report(Progress(self._run.entries + self._run.events))
        self._work.stop_if_cancelled()

    def _keep(self) -> None:
        self._context.store.write(lambda writing: rows.keep_run(writing, self._run))

    def _finish(self) -> RetentionRun:
        self._run = replace(self._run, finished_at=self._context.clock.now())
        self._keep()
        if self._run.entries or self._run.events:
            told = {"count": str(self._run.entries), "events": str(self._run.events)}
            note(self._context, Happening("retention.finished", told))
            announce(self._context, Subject.WORKSPACE)
        return self._run


def _removing(wanted: Condition, after: LogPlace | None, limit: int) -> Callable[[Writing], log_removal.Removed]:
    return lambda writing: log_removal.remove_entries(writing, wanted, after, limit)


def _removing_events(before: datetime, after: str, limit: int) -> Callable[[Writing], tuple[int, int, str]]:
    return lambda writing: log_removal.remove_events(writing, before, after, limit)
