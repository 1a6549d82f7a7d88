"""What a workspace elsewhere last answered, kept on this machine: answers by question, the newest entries, drafts.

No secret is ever in it: services and databases give none out. Only the person who is signed in may read the file.
"""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING

from integration_console.storage.faults import is_damage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

MOST_ENTRIES = 5_000
"""So many entries of the log are kept, the newest ones."""
_VERSION = 1
_TABLES = """
CREATE TABLE answers (question TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE entries (id TEXT PRIMARY KEY, moment TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX entries_by_moment ON entries (moment, id);
CREATE TABLE drafts (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE facts (name TEXT PRIMARY KEY, body TEXT NOT NULL);
"""
_TABLE_NAMES = ("answers", "entries", "drafts", "facts")


class CacheFile:
    """One file; used by any thread. One that cannot be read, or is of another version, is begun anew."""

    def __init__(self, path: Path) -> None:
        """Open (or make) the file. Raises `OSError`, `sqlite3.Error` where nothing can be kept there."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._connection = _opened(path)

    def answer(self, question: str) -> str | None:
        """Return the last answer to a question, as JSON (None: there was none)."""
        return self._text("SELECT body FROM answers WHERE question = ?", question)

    def answer_count(self) -> int:
        """Return how many answers are kept."""
        with self._lock:
            return int(self._connection.execute("SELECT count(*) FROM answers").fetchone()[0])

    def keep_answer(self, question: str, body: str) -> None:
        """Keep an answer in the place of the one before."""
        self.keep_answers([(question, body)])

    def keep_answers(self, answers: list[tuple[str, str]]) -> None:
        """Keep answers, given as (question, JSON), in the places of those before, all at once."""
        self._write("INSERT OR REPLACE INTO answers VALUES (?, ?)", answers)

    def fact(self, name: str) -> str:
        """Return what is known under a name ("": nothing)."""
        return self._text("SELECT body FROM facts WHERE name = ?", name) or ""

    def keep_fact(self, name: str, body: str) -> None:
        """Keep something under a name."""
        self._write("INSERT OR REPLACE INTO facts VALUES (?, ?)", [(name, body)])

    def entries(self) -> list[str]:
        """Return the entries that are kept, newest first, as JSON."""
        with self._lock:
            rows = self._connection.execute("SELECT body FROM entries ORDER BY moment DESC, id DESC").fetchall()
        return [body for (body,) in rows]

    def keep_entries(self, entries: Iterable[tuple[str, str, str]]) -> bool:
        """Keep entries, given as (id, moment, JSON), and forget the oldest; return whether any of them was new."""
        with self._lock, self._connection:
            before = self._connection.total_changes
            self._connection.executemany("INSERT OR IGNORE INTO entries VALUES (?, ?, ?)", list(entries))
            is_new = self._connection.total_changes > before
            if is_new:
                self._connection.execute(
                    "DELETE FROM entries WHERE (moment, id) <= "
                    "(SELECT moment, id FROM entries ORDER BY moment DESC, id DESC LIMIT 1 OFFSET ?)",
                    (MOST_ENTRIES,),
                )
        return is_new

    def drafts(self) -> list[str]:
        """Return the drafts in the order of their ids, as JSON."""
        with self._lock:
            rows = self._connection.execute("SELECT body FROM drafts ORDER BY id").fetchall()
        return [body for (body,) in rows]

    def keep_draft(self, draft_id: str, body: str) -> None:
        """Keep a draft in the place of the one before."""
        self._write("INSERT OR REPLACE INTO drafts VALUES (?, ?)", [(draft_id, body)])

    def forget_draft(self, draft_id: str) -> None:
        """Keep a draft no longer."""
        self._write("DELETE FROM drafts WHERE id = ?", [(draft_id,)])

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _text(self, query: str, value: str) -> str | None:
        with self._lock:
            row = self._connection.execute(query, (value,)).fetchone()
        return None if row is None else str(row[0])

    def _write(self, statement: str, rows: Sequence[tuple[str, ...]]) -> None:
        with self._lock, self._connection:
            self._connection.executemany(statement, rows)


def _opened(path: Path) -> sqlite3.Connection:
    try:
        found = _connected(path)
        if _is_ours(found):
            return found
        found.close()
    except sqlite3.DatabaseError as error:
        if not is_damage(error):  # one that is busy may hold drafts
            raise
    for part in ("", "-wal", "-shm"):
        path.with_name(path.name + part).unlink(missing_ok=True)
    connection = _connected(path)
    connection.executescript(f"{_TABLES} PRAGMA user_version = {_VERSION};")
    return connection


def _connected(path: Path) -> sqlite3.Connection:
    path.touch(mode=0o600)
    connection = sqlite3.connect(path, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")  # what a power cut takes away is asked for again
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _is_ours(connection: sqlite3.Connection) -> bool:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return version == _VERSION and found == set(_TABLE_NAMES)
