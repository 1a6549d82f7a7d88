"""Sorts entries by time in bounded memory: they wait in a file that SQLite makes for itself and nobody else can open.

The file has no name: it is gone when the program ends, however it ends.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import tempfile
import uuid
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from integration_console.domain.clock import from_microseconds, microseconds
from integration_console.domain.logs import LogDetail, LogEntry, LogStatus
from integration_console.domain.work import Cancelled
from integration_console.storage.case_files.container import refusing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from integration_console.domain.work import Work

_NAMELESS = ""
_CACHE_KIB = 8192
_STEPS = 100_000
"""So many steps of SQLite lie between two looks at whether somebody wants to stop."""
_BATCH = 500
_TABLE = """CREATE TABLE entries (
    seq INTEGER PRIMARY KEY, moment INTEGER NOT NULL, id BLOB NOT NULL, digest BLOB NOT NULL, file INTEGER NOT NULL,
    rest TEXT NOT NULL)"""
_TWICE = """CREATE TABLE twice AS SELECT seq, file,
    row_number() OVER (PARTITION BY id, digest ORDER BY seq) AS nth, dense_rank() OVER (PARTITION BY id ORDER BY digest)
    AS which FROM entries WHERE id IN (SELECT id FROM entries GROUP BY id HAVING count(*) > 1)"""
_OTHERS = """UPDATE entries SET id = another_id(id, digest)
    WHERE seq IN (SELECT seq FROM twice WHERE nth = 1 AND which > 1)"""
_NEWEST_FIRST = "SELECT moment, id, rest FROM entries ORDER BY moment DESC, id DESC"


class Merging:
    """Takes entries in any order, and gives them newest first, each once.

    Where there is no room for that, every method raises `DiskFull`, and `FileUnwritable` for another reason.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Keep them in `connection`."""
        self._connection = connection
        connection.create_function("another_id", 2, _another_id, deterministic=True)
        connection.execute(_TABLE)

    def add(self, file: int, details: Iterable[LogDetail]) -> int:
        """Take the entries of a file, and return how many there were."""
        count = 0
        batch: list[tuple[object, ...]] = []
        for detail in details:
            batch.append(_row(file, detail))
            if len(batch) == _BATCH:
                count += self._insert(batch)
                batch = []
        return count + self._insert(batch)

    def settle(self, work: Work) -> tuple[int, Mapping[int, int]]:
        """Sort what was taken; return how many entries there are, and how many of each file were there already.

        Entries that are the same with one ID are one. Where they are not, all but one of them get an ID of their own.
        Raises `Cancelled`.
        """
        with _refusing(), _stopping(self._connection, work):
            run = self._connection.execute
            run("CREATE INDEX by_id ON entries (id)")
            run(_TWICE)
            doubles = dict(run("SELECT file, count(*) FROM twice WHERE nth > 1 GROUP BY file").fetchall())
            run("DELETE FROM entries WHERE seq IN (SELECT seq FROM twice WHERE nth > 1)")
            run(_OTHERS)
            run("DROP INDEX by_id")
            run("CREATE INDEX by_time ON entries (moment DESC, id DESC)")
            (count,) = run("SELECT count(*) FROM entries").fetchone()
        return count, doubles

    def newest_first(self) -> Iterator[LogDetail]:
        """Yield what was sorted."""
        with _refusing():
            rows = self._connection.execute(_NEWEST_FIRST)
        while True:
            with _refusing():
                batch = rows.fetchmany(_BATCH)
            if not batch:
                return
            yield from map(_detail, batch)

    def _insert(self, batch: list[tuple[object, ...]]) -> int:
        with _refusing():
            self._connection.executemany("INSERT INTO entries VALUES (NULL, ?, ?, ?, ?, ?)", batch)
        return len(batch)


@contextmanager
def merging() -> Iterator[Merging]:
    """Sort while the block lasts, whose own errors stay what they are. Raises `DiskFull`, `FileUnwritable`."""
    with closing(sqlite3.connect(_NAMELESS, isolation_level=None)) as connection:
        with _refusing():
            for pragma in (
                "journal_mode = OFF",
                "synchronous = OFF",
                "temp_store = FILE",
                f"cache_size = -{_CACHE_KIB}",
            ):
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("BEGIN")
            merged = Merging(connection)
        yield merged


def _refusing() -> AbstractContextManager[None]:
    return refusing(Path(tempfile.gettempdir()))


@contextmanager
def _stopping(connection: sqlite3.Connection, work: Work) -> Iterator[None]:
    """Let statements that take long be stopped."""

    def is_unwanted() -> bool:
        try:
            work.stop_if_cancelled()
        except Cancelled:
            return True
        return False

    connection.set_progress_handler(is_unwanted, _STEPS)
    try:
        yield
    except sqlite3.OperationalError:
        work.stop_if_cancelled()
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _row(file: int, detail: LogDetail) -> tuple[object, ...]:
    entry = detail.entry
    moment = microseconds(entry.created_at)
    told = f"{moment}\0{entry.message}\0{detail.payload}".encode("utf-8", "surrogatepass")
    rest = (entry.status.value, entry.event_type, entry.message, entry.topic, entry.correlation_id, entry.error_code,
            entry.duration_ms, detail.payload)  # fmt: skip
    digest = hashlib.blake2b(told, digest_size=16).digest()
    return moment, uuid.UUID(entry.id).bytes, digest, file, json.dumps(rest)


def _detail(row: tuple[int, bytes, str]) -> LogDetail:
    status, event_type, message, topic, story, error, duration, payload = json.loads(row[2])
    entry = LogEntry(
        id=str(uuid.UUID(bytes=row[1])),
        created_at=from_microseconds(row[0]),
        status=LogStatus(status),
        event_type=event_type,
        message=message,
        position=0,
        topic=topic,
        correlation_id=story,
        error_code=error,
        duration_ms=duration,
    )
    return LogDetail(entry, payload)


def _another_id(identifier: bytes, digest: bytes) -> bytes:
    return uuid.uuid5(uuid.UUID(bytes=identifier), digest.hex()).bytes
