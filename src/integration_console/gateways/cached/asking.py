"""Asks the workspace on other threads, so that nobody waits for it longer than a second where the copy can answer."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from typing import TYPE_CHECKING, Any, Final

from integration_console.domain.errors import ConsoleError
from integration_console.gateways.cached.reach import is_away

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.gateways.cached.reach import Reach

PATIENCE_SECONDS = 0.8
"""So long the workspace has to answer where the copy could."""
_THREADS = 6
MISSING: Final = object()
"""What the copy gives where it has no answer."""


class Asking:
    """One question at a time from any thread; `news` is called with the name of a question that was answered late."""

    def __init__(self, reach: Reach, news: Callable[[str], None], patience: float = PATIENCE_SECONDS) -> None:
        """Tell `reach` of every answer and every silence."""
        self._reach, self._news, self._patience = reach, news, patience
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="copy")
        self._late: set[Future[Any]] = set()

    @property
    def is_late(self) -> bool:
        """Whether an answer is overdue."""
        return bool(self._late)

    def answer(self, name: str, ask: Callable[[], Any], otherwise: Callable[[], Any]) -> Any:  # noqa: ANN401 - as asked
        """Return what the workspace says or, where it is away or late, what `otherwise` gives (`MISSING`: nothing).

        Raises what the workspace refuses with, and what says that it is away where there is nothing else.
        """
        if self._reach.why is not None or self._late:
            found = otherwise()
            if found is not MISSING:
                return found
        if self._reach.why is not None:
            raise self._reach.why
        asked = self._pool.submit(ask)
        try:
            return self._in_time(asked, self._patience)
        except Late:
            found = otherwise()
            if found is MISSING:
                return self._in_time(asked, None)
        except ConsoleError as error:
            found = otherwise() if is_away(error) else MISSING
            if found is MISSING:
                raise
            return found
        self._late.add(asked)
        asked.add_done_callback(lambda done: self._settle(name, done))
        self._reach.tell_listener()
        return found

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

    def _settle(self, name: str, asked: Future[Any]) -> None:
        """An answer came late, or will never come."""
        self._late.discard(asked)
        error = None if asked.cancelled() else asked.exception()
        if isinstance(error, ConsoleError) and is_away(error):
            self._reach.went_away(error)
        elif not asked.cancelled():
            self._reach.was_there()
            self._reach.tell_listener()
            self._news(name)
