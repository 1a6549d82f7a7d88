"""Housekeeping: once a day removes what of the log is older than it is kept, on a thread of its own."""

from __future__ import annotations

import logging
import threading
from time import monotonic
from typing import TYPE_CHECKING

from integration_console.domain.errors import ConsoleError
from integration_console.domain.work import Cancelled, Interrupted, Progress
from integration_console.operations import retention

if TYPE_CHECKING:
    from integration_console.operations.context import Context

_log = logging.getLogger(__name__)
_FIRST_LOOK_SECONDS, _LOOK_SECONDS = 60.0, 600.0


class Housekeeping:
    """Looks now and then whether a removal is due, and does it; `stop` ends it after the present step."""

    def __init__(self, context: Context) -> None:
        """Look after the workspace of `context`."""
        self._context = context
        self._due = monotonic() + _FIRST_LOOK_SECONDS
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None

    def look(self) -> None:
        """Begin a removal if it is time to look; never waits."""
        under_way = self._thread is not None and self._thread.is_alive()
        elsewhere = self._context.store.shared and bool(self._context.store.login)
        if under_way or elsewhere or monotonic() < self._due:
            return
        self._due = monotonic() + _LOOK_SECONDS
        self._thread = threading.Thread(target=self._run, name="retention", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End a removal that is under way; it goes on another time."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join()
        self._thread = None
        self._ending.clear()

    def report(self, progress: Progress) -> None:
        """Leave it: what is stored at the end tells it all."""

    def stop_if_cancelled(self) -> None:
        """Raise `Interrupted` when the program ends."""
        if self._ending.is_set():
            raise Interrupted

    def _run(self) -> None:
        try:
            retention.run_due_retention(self._context, self)
        except Cancelled:
            return
        except ConsoleError as error:
            _log.warning("removing old entries waits: %s", error.code)
        except Exception:  # noqa: BLE001 - a worker's turn: the next look may succeed
            _log.exception("removing old entries failed")
