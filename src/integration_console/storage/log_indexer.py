"""The indexer: a thread that brings the index of words up to what is in a workspace file's log, behind all else."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from integration_console.domain.errors import ConsoleError
from integration_console.storage import log_index

if TYPE_CHECKING:
    from integration_console.storage.store import Store

_log = logging.getLogger(__name__)
_LOOK_SECONDS = 1.0
_TROUBLED_SECONDS = 10.0
_BREATH_SECONDS = 0.01
"""Between two stretches, so that a window beside it is not late however much there is to index."""


class LogIndexer:
    """Indexes from `start` to `close`; what is left then, it takes up when the file is opened again."""

    def __init__(self, store: Store, look_seconds: float = _LOOK_SECONDS) -> None:
        """Look every `look_seconds` whether there is enough for a stretch; until then searches read the rest."""
        self._store = store
        self._look_seconds = look_seconds
        self._ending = threading.Event()
        self._enough_at = 0
        self._thread = threading.Thread(target=self._run, name="log indexer", daemon=True)

    def start(self) -> None:
        """Begin a little later: opening a workspace waits for nothing."""
        self._thread.start()

    def close(self) -> None:
        """Stop after the present stretch."""
        self._ending.set()
        self._thread.join()

    def _run(self) -> None:
        if not log_index.is_possible():
            _log.info("this SQLite is too old for an index of words: searches read the log")
            return
        pause = self._look_seconds
        while not self._ending.wait(pause):
            pause = self._look_seconds if self._turn() else _TROUBLED_SECONDS

    def _turn(self) -> bool:
        """Index all whole stretches and return whether that went well."""
        if self._store.writer.position < self._enough_at:
            return True
        try:
            missing = log_index.index_stretches(self._store, lambda: not self._ending.wait(_BREATH_SECONDS))
        except ConsoleError as error:
            _log.info("the index of the log waits: %s", error.code)
            return False
        except Exception:  # noqa: BLE001 - a worker's turn: searches do without the index, and the next turn may succeed
            _log.exception("a stretch of the log could not be indexed")
            return False
        self._enough_at = self._store.writer.position + missing
        return True
