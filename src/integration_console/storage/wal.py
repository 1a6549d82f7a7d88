"""Keeps the write-ahead log small, even where some reader is always busy."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Engine

LIMIT_BYTES = 32 * 1024 * 1024
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.25, 8.0
"""Seconds between two tries while one reader reads on and on: events must not wait for it each time."""
_PATIENCE_MILLISECONDS = 250


class WriteAheadLog:
    """SQLite's `-wal` file. Its own checkpoints start it anew only at a moment without any reader.

    Where windows and tails read one after the other that moment never comes, and the file grows without end. So past
    a limit the writer waits a moment for those who still read old pages; whoever comes after them reads the database
    itself (sqlite.org/c3ref/wal_checkpoint_v2.html, SQLITE_CHECKPOINT_TRUNCATE).
    """

    def __init__(self, engine: Engine, path: str, limit: int = LIMIT_BYTES) -> None:
        """Watch the log of the database at `path`, to which `engine` has the one writing connection."""
        self._engine = engine
        self._file = Path(f"{path}-wal")
        self._limit = limit
        self._pause = _SHORTEST_PAUSE
        self._next_try = 0.0

    def keep_small(self) -> None:
        """Empty a log that has outgrown the limit. On the writer's thread, between two transactions."""
        if self._size() > self._limit and monotonic() >= self._next_try:
            self._empty()
            emptied = self._size() <= self._limit
            self._pause = _SHORTEST_PAUSE if emptied else min(self._pause * 2, _LONGEST_PAUSE)
            self._next_try = monotonic() + (0 if emptied else self._pause)

    def _size(self) -> int:
        try:
            return self._file.stat().st_size
        except OSError:
            return 0

    def _empty(self) -> None:
        connection = self._engine.raw_connection()
        try:
            with contextlib.closing(connection.cursor()) as cursor, contextlib.suppress(sqlite3.Error):
                (patience,) = cursor.execute("PRAGMA busy_timeout").fetchone()
                cursor.execute(f"PRAGMA busy_timeout={_PATIENCE_MILLISECONDS}")
                try:
                    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                finally:
                    cursor.execute(f"PRAGMA busy_timeout={patience}")
        finally:
            connection.close()
