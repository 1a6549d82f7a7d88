"""Whether the workspace is reached: told by every question, looked after by a thread while it is not."""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from integration_console.domain.errors import (
    ConnectionBroken,
    ConnectionRefused,
    ConsoleError,
    DatabaseEncryptionNeeded,
    DatabaseSignInRefused,
    DatabaseUnreachable,
    ForeignHost,
    HostNotFound,
    PasswordChangeNeeded,
    ServerFailed,
    ServiceEnds,
    TimedOut,
    UnexpectedAnswer,
    WorkspaceReadOnly,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.storage.cache_file import CacheFile

_log = logging.getLogger(__name__)
_AWAY = (ConnectionRefused, ConnectionBroken, HostNotFound, TimedOut, ServerFailed, ServiceEnds, DatabaseUnreachable)
_PROXY_ALONE = ("502", "503", "504")
"""What a proxy answers, in a page of its own, for a service that is not there."""
_REFUSING = frozenset({400, 403, 404, 409, 410, 412, 413, 422})
_ACCESS = (DatabaseEncryptionNeeded, DatabaseSignInRefused, ForeignHost, PasswordChangeNeeded, WorkspaceReadOnly)
"""What refuses a caller, whatever it is that they ask."""
_PROBE_SECONDS, _REFUSED_SECONDS = 3.0, 30.0
_SEEN = "seen_at"
_SEEN_EVERY = timedelta(seconds=5)


def is_away(error: BaseException | None) -> bool:
    """Return whether an error says that the workspace is not there, not that it refuses."""
    if isinstance(error, UnexpectedAnswer):
        return error.params.get("status") in _PROXY_ALONE
    return isinstance(error, _AWAY)


def is_refusal(error: ConsoleError) -> bool:
    """Return whether an error refuses just this change (it is not fitting, not there, forbidden), for good."""
    return error.http_status in _REFUSING and not error.retriable and not isinstance(error, _ACCESS)


class Reach:
    """`why` is the error that said that it is away (None: it is there); while it is, it is looked for."""

    def __init__(self, cache: CacheFile, probe: Callable[[], None], back: Callable[[], None]) -> None:
        """Begin as reached. `probe` raises while the workspace is away; `back` is called when it is there again."""
        self._cache = cache
        self._probe, self._back = probe, back
        self._lock = threading.Lock()
        self._closed, self._hurried = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        self._on_change: Callable[[], None] = lambda: None
        self.why: ConsoleError | None = None
        seen = cache.fact(_SEEN)
        self.seen_at = datetime.fromisoformat(seen) if seen else None

    def tell(self, listener: Callable[[], None]) -> None:
        """Call `listener`, on some thread, when it goes away or comes back."""
        self._on_change = listener

    def tell_listener(self) -> None:
        """Let the listener look again."""
        self._on_change()

    def was_there(self) -> None:
        """Note that it has just answered."""
        now = datetime.now(UTC)
        if self.seen_at is None or now - self.seen_at >= _SEEN_EVERY:
            self.seen_at = now
            self._cache.keep_fact(_SEEN, now.isoformat())

    def went_away(self, why: ConsoleError) -> None:
        """Note that it does not answer, and look for it from now on."""
        with self._lock:
            is_news = self.why is None
            self.why = why
            if is_news and not self._closed.is_set():
                self._thread = threading.Thread(target=self._look, name="reach", daemon=True)
                self._thread.start()
        if is_news:
            _log.info("the workspace is not reached: %s", why.code)
            self._on_change()

    def hurry(self) -> None:
        """Look for it at once."""
        self._hurried.set()

    def close(self) -> None:
        """Look no more."""
        self._closed.set()
        self._hurried.set()
        thread = self._thread
        if thread is not None:
            thread.join(_PROBE_SECONDS)

    def _look(self) -> None:
        pause = _PROBE_SECONDS
        while not self._closed.is_set():
            if self._hurried.wait(pause):
                self._hurried.clear()
            if self._closed.is_set():
                return
            try:
                self._probe()
            except ConsoleError as error:
                pause = _PROBE_SECONDS if is_away(error) else _REFUSED_SECONDS
                self._still_away(error)
            except Exception:  # noqa: BLE001 - a turn of the thread that looks for the workspace
                if not self._closed.is_set():
                    _log.exception("looking for the workspace failed")
                pause = _REFUSED_SECONDS
            else:
                self._is_there()
                return

    def _still_away(self, why: ConsoleError) -> None:
        """Note why it is not reached now: it does not answer, or does not let us in."""
        with self._lock:
            is_news = self.why is None or self.why.code != why.code
            if is_news:
                self.why = why
        if is_news:
            self._on_change()

    def _is_there(self) -> None:
        with self._lock:
            self.why = None
        try:
            self.was_there()
            self._back()
        except Exception:  # noqa: BLE001 - it is there, whatever comes of it
            if not self._closed.is_set():
                _log.exception("looking for the workspace failed")
        self._on_change()
