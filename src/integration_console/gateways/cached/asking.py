"""Asks the workspace on other threads, so that nobody waits for it longer than a second where the copy can answer."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from integration_console.domain.errors import ConsoleError
from integration_console.gateways.cached.reach import is_away

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.gateways.cached.reach import Reach

PATIENCE_SECONDS = 0.8
"""So long the workspace has to answer where the copy could."""
_THREADS = 6
_MOST_LATE = 4
"""So many late answers are waited for at once: a question to which the copy has no answer is asked all the same."""
_FRESH_SECONDS = 10.0
"""So long a late answer is handed to whoever asks the same, unless something has changed since."""
MISSING: Final = object()
"""What the copy gives where it has no answer."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question on its way: what it is news of, how it is written down, and how often something had changed before."""

    name: str
    question: str
    changes: int
    future: Future[Any]


class Asking:
    """Asks from any thread; `news` is called with the name of a question whose late answer tells something new."""

    def __init__(self, reach: Reach, news: Callable[[str], None], patience: float = PATIENCE_SECONDS) -> None:
        """Tell `reach` of every answer and every silence."""
        self._reach, self._news, self._patience = reach, news, patience
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="copy")
        self._lock = threading.Lock()
        self._late: dict[Future[Any], str] = {}
        self._arrived: dict[str, tuple[float, Future[Any]]] = {}
        self._not_asked: set[str] = set()
        self._changes = 0

    @property
    def is_late(self) -> bool:
        """Whether an answer is overdue."""
        return bool(self._late)

    def answer(self, name: str, question: str, ask: Callable[[], Any], otherwise: Callable[[], Any]) -> Any:  # noqa: ANN401 - as asked
        """Return what the workspace says or, where it is away or late, what `otherwise` gives (`MISSING`: nothing).

        `name` says what kind of question it is, `question` all of it. What came late is returned without asking again.
        Raises what the workspace refuses with, and what says that it is away where there is nothing else.
        """
        arrived = self._arrived_lately(question)
        if arrived is not None:
            return arrived.result()
        why = self._reach.why
        if why is not None or self._late:
            found = otherwise()
            if found is not MISSING:
                self._ask_behind(name, question, ask, found)
                return found
        if why is not None:
            raise why
        asked = self._submit(name, question, ask)
        try:
            return self._in_time(asked.future, self._patience)
        except (Late, ConsoleError) as error:
            return self._instead(asked, error, otherwise)

    def forget_late(self) -> None:
        """Hand over nothing that was asked before now: something has changed."""
        with self._lock:
            self._changes += 1
            self._arrived.clear()

    def close(self) -> None:
        """Ask no more."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _in_time(self, asked: Future[Any], seconds: float | None) -> Any:  # noqa: ANN401 - as asked
        try:
            found = asked.result(seconds)
        except ConsoleError as error:
            if is_away(error):
                self._reach.went_away(error)
            raise
        self._reach.was_there()
        return found

    def _instead(self, asked: _Asked, error: Exception, otherwise: Callable[[], Any]) -> Any:  # noqa: ANN401 - as asked
        """Return the copy's answer in the place of one that is late or says that the workspace is away."""
        is_late = isinstance(error, Late)
        found = otherwise() if is_late or is_away(error) else MISSING
        if found is not MISSING:
            if is_late:
                self._expect(asked, found)
            return found
        if is_late:
            return self._in_time(asked.future, None)
        raise error

    def _submit(self, name: str, question: str, ask: Callable[[], Any]) -> _Asked:
        changes = self._changes
        return _Asked(name, question, changes, self._pool.submit(ask))

    def _ask_behind(self, name: str, question: str, ask: Callable[[], Any], given: object) -> None:
        """Ask what the copy has answered because something else is late, unless that is under way."""
        with self._lock:
            if self._reach.why is not None or question in self._late.values():
                return
            if len(self._late) >= _MOST_LATE:
                self._not_asked.add(name)
                return
        self._expect(self._submit(name, question, ask), given)

    def _expect(self, asked: _Asked, given: object) -> None:
        """Wait for an answer in the place of which the copy's was given."""
        with self._lock:
            is_news = not self._late
            self._late[asked.future] = asked.question
        asked.future.add_done_callback(lambda _done: self._settle(asked, given))
        if is_news:
            self._reach.tell_listener()

    def _settle(self, asked: _Asked, given: object) -> None:
        """An answer came late, or will never come."""
        with self._lock:
            del self._late[asked.future]
            news = set() if self._late else self._not_asked
            self._not_asked = self._not_asked - news
        if asked.future.cancelled():
            return
        error = asked.future.exception()
        if isinstance(error, ConsoleError) and is_away(error):
            self._reach.went_away(error)
            return
        self._hand_over(asked)
        self._reach.was_there()
        self._reach.tell_listener()
        if error is not None or asked.future.result() != given:
            news = news | {asked.name}
        for name in news:
            self._news(name)

    def _hand_over(self, asked: _Asked) -> None:
        """Keep a late answer for whoever asks the same, unless something has changed while it was on its way."""
        now = time.monotonic()
        with self._lock:
            if asked.changes == self._changes:
                self._arrived[asked.question] = (now, asked.future)
            for question, (came, _) in list(self._arrived.items()):
                if now - came >= _FRESH_SECONDS:
                    del self._arrived[question]

    def _arrived_lately(self, question: str) -> Future[Any] | None:
        came, future = self._arrived.get(question, (0.0, None))
        return future if future is not None and time.monotonic() - came < _FRESH_SECONDS else None
