"""The log flusher: takes entries from any thread and writes them in batches, shedding them before events."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING

from integration_console.domain.errors import ConsoleError
from integration_console.storage.log_rows import append_entries
from integration_console.storage.transaction import Priority

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from integration_console.domain.logs import LogDraft
    from integration_console.storage.store import WorkspaceWriter
    from integration_console.storage.transaction import Writing

CAPACITY = 10_000
_BATCH = 500
_RETRY_SECONDS = 1.0


class LogFlusher:
    """Keeps at most `CAPACITY` entries waiting; what had to be left out becomes one counted gap entry."""

    def __init__(self, writer: WorkspaceWriter, gap: Callable[[int], LogDraft], on_flush: Callable[[], None]) -> None:
        """Write through `writer`; `gap` makes the entry for a number of entries left out."""
        self._writer = writer
        self._gap = gap
        self._on_flush = on_flush
        self._waiting: deque[LogDraft] = deque()
        self._shed = 0
        self._step = _BATCH
        self._flushing = False
        self._closed = False
        self._lock = threading.Condition()
        self._timer: threading.Timer | None = None

    def append(self, draft: LogDraft) -> None:
        """Queue an entry; never waits."""
        with self._lock:
            if self._closed or len(self._waiting) >= CAPACITY:
                self._shed += 1
                return
            self._waiting.append(draft)
        self._flush()

    def close(self, seconds: float = 5.0) -> None:
        """Wait until what is queued is written, at most for `seconds`."""
        with self._lock:
            self._lock.wait_for(lambda: self._closed or not (self._flushing or self._waiting), timeout=seconds)
            self._closed = True
            if self._timer is not None:
                self._timer.cancel()
        if self._timer is not None:
            self._timer.join()

    def _flush(self) -> None:
        with self._lock:
            if self._flushing or self._closed or not self._waiting:
                return
            self._flushing = True
            batch = [self._waiting.popleft() for _ in range(min(self._step, len(self._waiting)))]
            shed = self._shed
        entries = [self._gap(shed), *batch] if shed else batch
        outcome = self._writer.submit(Priority.LOGS, _appending(entries))
        outcome.add_done_callback(lambda done: self._flushed(done, batch, shed))

    def _flushed(self, outcome: Future[None], batch: Sequence[LogDraft], shed: int) -> None:
        error = None if outcome.cancelled() else outcome.exception()
        later = outcome.cancelled() or isinstance(error, ConsoleError)
        with self._lock:
            self._flushing = False
            if later:
                self._waiting.extendleft(reversed(batch))
                self._try_later()
            elif error is not None:
                self._set_apart(batch)
            else:
                self._shed -= shed
                self._step = min(_BATCH, self._step * 2)
            self._lock.notify_all()
        if not later:
            self._flush()  # first: who listens may fail, and the next batch must not wait for that
            self._on_flush()

    def _set_apart(self, batch: Sequence[LogDraft]) -> None:
        """Go on in smaller steps until the one entry that cannot be written stands alone, and leave that out."""
        if len(batch) == 1:
            self._shed += 1
        else:
            self._waiting.extendleft(reversed(batch))
        self._step = max(1, len(batch) // 2)

    def _try_later(self) -> None:
        if not self._closed:
            self._timer = threading.Timer(_RETRY_SECONDS, self._flush)
            self._timer.daemon = True
            self._timer.start()


def _appending(entries: Sequence[LogDraft]) -> Callable[[Writing], None]:
    return lambda writing: append_entries(writing, entries)
