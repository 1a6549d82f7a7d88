"""A worker for each organisation of a shared database, also for those that come while the program runs."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Protocol

from integration_console.domain.errors import ConsoleError
from integration_console.service.worker import Worker

if TYPE_CHECKING:
    from integration_console.operations.context import Context

_log = logging.getLogger(__name__)
_LOOK_SECONDS = 15.0


class Growing(Protocol):
    """Organisations that may become more."""

    def contexts(self) -> tuple[Context, ...]:
        """Return those that are open."""

    def refresh(self) -> tuple[Context, ...]:
        """Open those that have come since, and return them."""


class Workers:
    """Works for all organisations from `start` to `stop`."""

    def __init__(self, organisations: Growing, look_seconds: float = _LOOK_SECONDS) -> None:
        """Look for new ones every `look_seconds`."""
        self._organisations = organisations
        self._look_seconds = look_seconds
        self._workers: list[Worker] = []
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._look, name="organisations", daemon=True)

    def start(self) -> None:
        """Start to work for those that are there, and look for others."""
        for context in self._organisations.contexts():
            self._work_for(context)
        self._thread.start()

    def stop(self) -> None:
        """Stop all of them."""
        self._ending.set()
        self._thread.join()
        for worker in self._workers:
            worker.stop()

    def ring(self) -> None:
        """Let all look for work: somebody queued some."""
        for worker in tuple(self._workers):
            worker.ring()

    def _work_for(self, context: Context) -> None:
        worker = Worker(context)
        worker.start()
        self._workers.append(worker)

    def _look(self) -> None:
        while not self._ending.wait(self._look_seconds):
            try:
                for context in self._organisations.refresh():
                    self._work_for(context)
            except ConsoleError as error:
                _log.warning("no look for new organisations: %s", error.code)
