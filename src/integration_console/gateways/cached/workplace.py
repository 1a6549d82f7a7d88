"""Workspaces elsewhere as the window opens them: with a copy on this machine, which answers while they are away."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import threading
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from typing import TYPE_CHECKING, Any, Protocol

from integration_console.domain.errors import ConsoleError, TimedOut
from integration_console.gateways.cached.asking import PATIENCE_SECONDS
from integration_console.gateways.cached.gateway import CachedGateway, as_gateway
from integration_console.gateways.cached.reach import is_away
from integration_console.storage.cache_file import CacheFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from integration_console.domain.sign_in import SignInWish
    from integration_console.gateways.places import DatabaseAddress, ServiceAddress
    from integration_console.gateways.protocols import Gateway

_log = logging.getLogger(__name__)
_FILL_SECONDS = 120.0
_FOLDER = "copies"


class Opened(Protocol):
    """A workspace elsewhere that was opened."""

    @property
    def gateway(self) -> Gateway:
        """The door to it."""

    def close(self) -> None:
        """End the connections."""


class CopiedWorkplace:
    """A workspace elsewhere and its copy; what it receives and works at is its own business."""

    def __init__(self, copy: CacheFile, open_it: Callable[[], Opened], *, patience: float = PATIENCE_SECONDS) -> None:
        """Open it; where it is away, or takes longer than `patience` seconds and there is a copy, begin with that.

        Raises what opening raises where there is no copy, and what the workspace refuses with.
        """
        self._open_it = open_it
        self._inner: Opened | None = None
        self._closed, self._lock = threading.Event(), threading.Lock()
        self._opening: Future[Opened] | None = _on_a_thread(open_it)
        why = self._first_answer(copy, patience)
        inner: Opened | None = self._inner
        self.copy = CachedGateway(copy, self._connect, None if inner is None else inner.gateway)
        if why is not None:
            self.copy.begin_away(why)
        self._filling = threading.Thread(target=self._fill, name="filling", daemon=True)
        self._filling.start()

    @property
    def gateway(self) -> Gateway:
        """The door to the workspace or, while it is away, to its copy."""
        return as_gateway(self.copy)

    def lock(self, *, on: bool) -> None:
        """Refuse every change of the person's, or no longer."""
        self.copy.lock(on=on)

    def receive(self) -> None:
        """Leave it to the service."""

    def close(self) -> None:
        """End the connections and close the copy."""
        self._closed.set()
        self._filling.join(PATIENCE_SECONDS)
        self.copy.close()
        with self._lock:
            inner = self._inner
        self._await(None)
        if inner is not None:
            inner.close()

    def _first_answer(self, copy: CacheFile, patience: float) -> ConsoleError | None:
        """Open it and return None, or return why it is begun with the copy."""
        assert self._opening is not None  # noqa: S101 - it has just begun
        has_copy = copy.answer_count() > 0
        try:
            self._inner = self._opening.result(patience if has_copy else None)
        except Late:
            return TimedOut(host="", seconds=f"{patience:g}")
        except Exception as error:
            self._opening = None
            if has_copy and isinstance(error, ConsoleError) and is_away(error):
                return error
            copy.close()
            raise
        self._opening = None
        return None

    def _connect(self) -> Gateway:
        """Open it now, or take what was opened late. Raises while it is away."""
        with self._lock:
            opening, self._opening = self._opening, None
        inner = opening.result() if opening is not None else self._open_it()
        with self._lock:
            if not self._closed.is_set():
                self._inner = inner
                return inner.gateway
        inner.close()
        raise TimedOut(host="", seconds="0")  # nobody waits any more

    def _await(self, opening: Future[Opened] | None) -> None:
        """Take this for the workspace once it is open, and close what was waited for before."""
        with self._lock:
            before, self._opening = self._opening, opening
        if before is not None:
            before.add_done_callback(_close_late)

    def _fill(self) -> None:
        """Keep the copy filled; whatever goes wrong, it is tried again."""
        while not self._closed.is_set():
            try:
                if self.copy.freshness.reachable:
                    self.copy.fill()
            except ConsoleError as error:
                _log.info("the copy is not filled: %s", error.code)
            except Exception:  # noqa: BLE001 - a turn of the thread that fills the copy
                if self._closed.is_set():
                    return
                _log.exception("the copy is not filled")
            self._closed.wait(_FILL_SECONDS)


class CopiedService(CopiedWorkplace):
    """A service and its copy: its sign-in may end while the window is open."""

    def __init__(
        self, copy: CacheFile, open_it: Callable[[], Any], sign_in: Callable[[SignInWish], Any], **more: float
    ) -> None:
        """Open it as above; `sign_in` signs a person in who was signed in nowhere."""
        super().__init__(copy, open_it, **more)
        self._sign_in = sign_in

    @property
    def stays(self) -> bool:
        """Whether the sign-in is kept in the keyring."""
        service: Any = self._inner
        return service is None or bool(service.stays)

    def sign_in_again(self, wish: SignInWish) -> None:
        """Go on after a sign-in that has ended. Raises `SignInFailed`, `PasswordChangeNeeded`."""
        service: Any = self._inner
        if service is not None:
            service.sign_in_again(wish)
            return
        opening: Future[Opened] = Future()
        opening.set_result(self._sign_in(wish))
        self._await(opening)
        self.copy.look_now()


def copy_file(folder: Path, address: ServiceAddress | DatabaseAddress) -> CacheFile | None:
    """Open the copy of a workspace, one for each person who signs in (None: nothing can be kept there)."""
    name = hashlib.sha256(f"{address}\n{address.login}".encode()).hexdigest()[:32]
    try:
        return CacheFile(folder / _FOLDER / f"{name}.db")
    except (OSError, sqlite3.Error) as error:
        _log.warning("no copy is kept: %s", error)
        return None


def _close_late(opening: Future[Opened]) -> None:
    if opening.exception() is None:
        opening.result().close()


def _on_a_thread(work: Callable[[], Opened]) -> Future[Opened]:
    outcome: Future[Opened] = Future()

    def run() -> None:
        try:
            outcome.set_result(work())
        except BaseException as error:  # noqa: BLE001 - whoever waits must hear of anything
            outcome.set_exception(error)

    threading.Thread(target=run, name="opening", daemon=True).start()
    return outcome
