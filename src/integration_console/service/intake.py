"""Group commit: gathers verified events while one batch is being written, then writes them all at once.

Async, on the receiver's event loop; the writer's thread answers with one call per batch.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import ConsoleError, EventUnstorable, QueueFull
from integration_console.operations.receiving import halves
from integration_console.storage.events import EventDraft, Stored, store_events
from integration_console.storage.transaction import Priority

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

    from integration_console.operations.context import Announcements
    from integration_console.storage.store import WorkspaceWriter
    from integration_console.storage.transaction import Writing

_BATCH = 256


class Intake:
    """Stores events in batches; each caller hears of its own event once it is on the disk.

    While one batch is being written, the next piece of work stands in the writer's queue already; it takes whatever
    waits at the moment when its turn comes. So the writer never idles while something waits.
    """

    def __init__(self, writer: WorkspaceWriter, announcements: Announcements, capacity: int) -> None:
        """Keep at most `capacity` events waiting."""
        self._writer = writer
        self._announcements = announcements
        self._capacity = capacity
        self._waiting: deque[EventDraft] = deque()
        self._answers: dict[str, asyncio.Future[Stored]] = {}
        self._queued = False
        self._scheduled = False

    async def store(self, draft: EventDraft) -> Stored:
        """Return once `draft` is durable. Raises `QueueFull`, `EventUnstorable`, or an error of the workspace."""
        if len(self._answers) >= self._capacity:
            raise QueueFull
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Stored] = loop.create_future()
        self._answers[draft.id] = answer
        self._waiting.append(draft)
        if not self._queued and not self._scheduled:
            self._scheduled = True
            loop.call_soon(self._write_waiting)
        return await answer

    def _write_waiting(self) -> None:
        """Queue work that takes what waits when its turn comes; tried again, it keeps what it took."""
        self._scheduled = False
        taken: list[EventDraft] = []

        def write(writing: Writing) -> list[Stored]:
            if not taken:
                self._queued = False  # first: what arrives from now on queues the next piece of work
                taken.extend(self._taken())
            return store_events(writing, taken) if taken else []

        self._queued = True
        self._submit(taken, write)

    def _taken(self) -> Iterator[EventDraft]:
        """Take at most a batch of what waits; on the writer's thread."""
        for _ in range(min(_BATCH, len(self._waiting))):
            yield self._waiting.popleft()

    def _submit(self, drafts: Sequence[EventDraft], work: Callable[[Writing], list[Stored]]) -> None:
        loop = asyncio.get_running_loop()
        written = self._writer.submit(Priority.EVENTS, work)
        written.add_done_callback(lambda outcome: loop.call_soon_threadsafe(self._written, drafts, outcome))

    def _written(self, drafts: Sequence[EventDraft], outcome: Future[list[Stored]]) -> None:
        error = QueueFull() if outcome.cancelled() else outcome.exception()
        if error is not None and not drafts:  # its turn never came: no transaction could begin
            self._queued = False
            drafts = list(self._taken())
        if error is None:
            for draft, stored in zip(drafts, outcome.result(), strict=True):
                self._answer(draft, stored)
        elif isinstance(error, ConsoleError) or len(drafts) <= 1:
            self._refuse(drafts, error)
        else:
            for half in halves(drafts):
                self._submit(half, _storing(half))
        if self._waiting and not self._queued and not self._scheduled:
            self._write_waiting()
        if error is None and drafts:  # last of all: who listens may fail, and the next batch must not wait for that
            self._announcements.announce(Change(Subject.LOGS, self._writer.position))

    def _answer(self, draft: EventDraft, stored: Stored) -> None:
        answer = self._answers.pop(draft.id)
        if not answer.done():
            answer.set_result(stored)

    def _refuse(self, drafts: Sequence[EventDraft], error: BaseException) -> None:
        known = error if isinstance(error, ConsoleError) else EventUnstorable(reason=type(error).__name__)
        for draft in drafts:
            answer = self._answers.pop(draft.id)
            if not answer.done():
                answer.set_exception(known)


def _storing(drafts: Sequence[EventDraft]) -> Callable[[Writing], list[Stored]]:
    return lambda writing: store_events(writing, drafts)
