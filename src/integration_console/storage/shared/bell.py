"""The bell of a shared database: whoever queues work rings it, whoever works hears it. It carries no data.

Hearing it only saves waiting: what is due is found by looking, also when a ring was missed (LISTEN, NOTIFY).
"""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import SQLAlchemyError

from integration_console.storage.shared.engine import shared_engine

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.storage.shared.address import DatabaseAddress

_log = logging.getLogger(__name__)
_LISTEN_SECONDS = 0.5
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 15.0


class Bell:
    """Calls `heard` on a thread of its own after each ring, from `start` to `stop`, whatever the connection does."""

    def __init__(self, address: DatabaseAddress, password: str, heard: Callable[[], None]) -> None:
        """Listen at the database of `address`."""
        self._address = address
        self._password = password
        self._heard = heard
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="bell", daemon=True)

    def start(self) -> None:
        """Listen."""
        self._thread.start()

    def stop(self) -> None:
        """Listen no more."""
        self._ending.set()
        self._thread.join()

    def _run(self) -> None:
        import psycopg  # noqa: PLC0415 - loaded with the database

        pause = _FIRST_PAUSE
        while not self._ending.is_set():
            try:
                self._listen()
                pause = _FIRST_PAUSE
            except (SQLAlchemyError, psycopg.Error) as error:
                _log.info("the bell is not heard: %s", type(error).__name__)
                self._ending.wait(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)

    def _listen(self) -> None:
        engine = shared_engine(self._address, self._password, size=1)
        try:
            connection = engine.raw_connection()
            try:
                self._hear(connection.driver_connection)
            finally:
                connection.close()
        finally:
            engine.dispose()

    def _hear(self, connection: Any) -> None:  # noqa: ANN401 - psycopg's own connection
        connection.autocommit = True
        connection.execute("LISTEN console_work")
        self._heard()  # what rang before
        while not self._ending.is_set():
            if any(True for _ in connection.notifies(timeout=_LISTEN_SECONDS, stop_after=1)):
                self._heard()
