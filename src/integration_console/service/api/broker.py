"""Tells all open streams what changed: one listener a process, a bounded queue each, a gap on overflow. Async."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from starlette.concurrency import run_in_threadpool

from integration_console.domain.changes import Change, Subject, subjects_of
from integration_console.domain.errors import ConsoleError
from integration_console.domain.logs import LogFilter
from integration_console.operations import logs
from integration_console.storage import logs as log_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from integration_console.domain.permissions import Rights
    from integration_console.operations.context import Context

T = TypeVar("T")
_MOST_WAITING = 64
_TICK_SECONDS = 0.5
_ABOUT_RIGHTS = frozenset({Subject.MEMBERS, Subject.API_KEYS})
"""The longest that a change of rights, or another process's entry, stays unseen."""
_AT_ONCE = 500
_MOST_MISSED = 2_000
"""Entries that are looked through for what a stream missed; of more, only that there is a gap."""
_MARGIN = 100
"""Changes of one process are told in the order in which its threads speak, not quite in that of their commits."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a stream is told: a change with its place to resume at (0: none), a gap, or that it ends, and why."""

    change: Change | None = None
    resume_at: int = 0
    ended: ConsoleError | None = None

    @property
    def is_gap(self) -> bool:
        """Whether changes were left out."""
        return self.change is None and self.ended is None


@dataclass(eq=False, slots=True)
class Follower:
    """One open stream. `still_allowed` returns the rights that its caller has now, or raises why there are none."""

    still_allowed: Callable[[], Rights]
    rights: Rights
    waiting: deque[Told] = field(default_factory=deque)
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    def offer(self, told: Told) -> None:
        """Queue what the caller may see; where the queue is full, all of it becomes one gap."""
        if told.change is not None and not self.rights.allows(f"{told.change.subject}.read"):
            return
        if told in self.waiting:
            return
        if len(self.waiting) >= _MOST_WAITING and told.ended is None:
            resume_at = max(each.resume_at for each in (*self.waiting, told))
            self.waiting.clear()
            told = Told(resume_at=resume_at)
        self.waiting.append(told)
        self.woken.set()

    async def next(self, seconds: float) -> Told | None:
        """Return what is to be told next, None where there was nothing for so long."""
        if not self.waiting:
            self.woken.clear()
            try:
                await asyncio.wait_for(self.woken.wait(), seconds)
            except TimeoutError:
                return None
        return self.waiting.popleft()


class Broker:
    """Listens while anybody follows, and ends every stream when its caller's rights, or the program, end."""

    def __init__(self, context: Context) -> None:
        """Tell of the workspace of `context`."""
        self._context = context
        self._followers: set[Follower] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listening: asyncio.Task[None] | None = None
        self._woken = asyncio.Event()
        self._position = 0
        self._checked = 0.0
        self._closed: ConsoleError | None = None

    async def follow(self, follower: Follower, last: int | None) -> int:
        """Tell `follower` from now on, and first what happened since `last`; return the newest position."""
        self._followers.add(follower)
        if self._closed is not None:
            follower.offer(Told(ended=self._closed))
            return 0
        if self._listening is None or self._listening.done():
            self._loop = asyncio.get_running_loop()
            self._position = await self._in_thread(self._newest)
            self._listening = asyncio.create_task(self._listen())
        if last is not None:
            for told in await self._in_thread(lambda: self._missed(max(0, last - _MARGIN))):
                follower.offer(told)
        return self._position

    def leave(self, follower: Follower) -> None:
        """Tell `follower` nothing any more."""
        self._followers.discard(follower)
        self._woken.set()

    def close(self, reason: ConsoleError) -> None:
        """End all streams, and those that come yet; from any thread."""
        self._closed = reason
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._end_all)

    def _end_all(self) -> None:
        for each in self._followers:
            each.offer(Told(ended=self._closed))
        if self._listening is not None:
            self._listening.cancel()

    async def _listen(self) -> None:
        loop = asyncio.get_running_loop()

        def pass_on(change: Change) -> None:
            loop.call_soon_threadsafe(self._hear, change)

        end = self._context.announcements.listen(pass_on)
        try:
            while self._followers:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._woken.wait(), _TICK_SECONDS)
                self._woken.clear()
                await self._look()
        finally:
            end()

    def _hear(self, change: Change) -> None:
        if change.subject is not Subject.LOGS:  # of the log, the tail tells
            self._spread((Told(Change(change.subject, change.position)),))
        if change.subject in _ABOUT_RIGHTS:
            self._checked = 0.0
        self._woken.set()

    async def _look(self) -> None:
        try:
            self._spread(await self._in_thread(self._tail))
        except ConsoleError:  # the database is away; the next look finds what was missed
            return
        if time.monotonic() - self._checked >= _TICK_SECONDS:
            self._checked = time.monotonic()
            for follower, outcome in await self._in_thread(self._rights_now):
                if isinstance(outcome, ConsoleError):
                    follower.offer(Told(ended=outcome))
                else:
                    follower.rights = outcome

    def _tail(self) -> list[Told]:
        """Return what the log tells since the last look; in one's own file, others write nothing else."""
        told, self._position, _ = self._told(self._position, derived=self._context.store.holder is None)
        for each in told:
            if each.change is not None and each.change.subject in _ABOUT_RIGHTS:
                self._context.sign_ins.hear(each.change)
                self._context.api_keys.hear(each.change)
                self._checked = 0.0
        return told

    def _missed(self, position: int) -> list[Told]:
        found: list[Told] = []
        for _ in range(_MOST_MISSED // _AT_ONCE):
            told, position, count = self._told(position, derived=True)
            found += told
            if count < _AT_ONCE:
                return found
        return [Told(resume_at=self._newest())]

    def _told(self, position: int, *, derived: bool) -> tuple[list[Told], int, int]:
        """Return what the next entries behind `position` tell, where they end, and how many there were."""
        entries, position = logs.log_tail(self._context, LogFilter(), position, _AT_ONCE)
        subjects = {each for entry in entries for each in subjects_of(entry.event_type)} if derived else set[Subject]()
        listed = sorted(subjects) + ([Subject.LOGS] if entries else [])
        return [Told(Change(each, position), position) for each in listed], position, len(entries)

    def _newest(self) -> int:
        return self._context.store.read(log_rows.newest_position)

    def _rights_now(self) -> list[tuple[Follower, Rights | ConsoleError]]:
        return [(each, _outcome(each)) for each in tuple(self._followers)]

    def _spread(self, told: Iterable[Told]) -> None:
        for each in told:
            for follower in self._followers:
                follower.offer(each)

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await run_in_threadpool(work)


def _outcome(follower: Follower) -> Rights | ConsoleError:
    try:
        return follower.still_allowed()
    except ConsoleError as error:
        return error
