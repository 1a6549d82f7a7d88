"""Opens a case file that anybody may have made: nothing in it is believed before it was looked at.

The header is read as bytes, the schema must be exactly ours, the connection can neither write nor run anything; sizes
are bounded before anything is unpacked.
"""

from __future__ import annotations

import sqlite3
import struct
import threading
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from integration_console.domain.case_files import key_bytes
from integration_console.domain.errors import CaseFileMalformed, CaseFileMissing, CaseFileTampered
from integration_console.storage.case_files import layout, manifests
from integration_console.storage.case_files.container import digest_of_first

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from integration_console.domain.case_files import CaseManifest

_HEADER = struct.Struct(">16sHBBBBBBIIIIIIIIIIII20sII")
_MAGIC = b"SQLite format 3\0"
_UTF8 = 1
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: layout.MOST_PACKED,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1000,
    sqlite3.SQLITE_LIMIT_COLUMN: 8,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 8,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 2,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 1000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 4,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 10,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 4,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_PRAGMAS = ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "cache_size = -4096")
_IS_THERE = "SELECT type, name, tbl_name, sql FROM sqlite_master"
_ONE = "SELECT data FROM chunks WHERE number = ?"
_LONGEST = (layout.MOST_ENTRIES // layout.BLOCK_ROWS) * 64


class Container:
    """An open case file: its manifest, and chunks that are what was signed."""

    def __init__(self, path: Path) -> None:
        """Open a file. Raises `CaseFileMissing`, `CaseFileMalformed`, `CaseFileTampered`, `CaseFileTooNew`."""
        self.path = path
        self.size = _required_size(path)
        self._lock = threading.Lock()
        self._connection = _connected(path)
        with ExitStack() as opening:
            opening.callback(self.close)
            self._require_schema()
            raw = self._stored(layout.MANIFEST, manifests.LONGEST)
            self.manifest: CaseManifest = manifests.manifest_from_bytes(raw, self._stored(layout.SIGNATURE, 64))
            self._hashes = self._chain()
            opening.pop_all()

    def close(self) -> None:
        """Close the file."""
        with self._lock, suppress(sqlite3.Error):
            self._connection.close()

    def chunk(self, number: int) -> bytes:
        """Return a chunk (from the end, where negative). Raises `CaseFileTampered` where it is not what was signed."""
        number += self.manifest.chunks if number < 0 else 0
        before = self._hashes[(number - 1) * layout.HASH_BYTES : number * layout.HASH_BYTES]
        expected = self._hashes[number * layout.HASH_BYTES : (number + 1) * layout.HASH_BYTES]
        try:
            data = self._stored(number, layout.MOST_PACKED)
        except CaseFileMalformed as error:
            raise CaseFileTampered(block=self.name_of(number)) from error
        if layout.chained(before or layout.chain_start(self.manifest.id), data) != expected:
            raise CaseFileTampered(block=self.name_of(number))
        return data

    def part(self, name: str) -> bytes:
        """Return what stands behind the blocks under a name. Raises `CaseFileTampered`, `CaseFileMalformed`."""
        names = layout.BEHIND[self.manifest.format]
        (part,) = layout.unpacked(self.chunk(names.index(name) - len(names)), 1)
        return part

    def name_of(self, number: int) -> str:
        """Return what people are told of a chunk: its number; blocks are told by the reader, which knows them."""
        names = layout.BEHIND[self.manifest.format]
        behind = self.manifest.chunks - number
        return names[-behind] if 0 < behind <= len(names) else f"#{number}"

    def require_whole(self, look: Callable[[], None] = lambda: None) -> None:
        """Look at every byte of the file. Raises `CaseFileTampered`; `look` is called again and again meanwhile."""
        for number in range(self.manifest.chunks):
            self.chunk(number)
            look()
        if self._numbers() != set(range(layout.CHAIN, self.manifest.chunks)):
            raise CaseFileTampered(block="container")
        with self.path.open("rb") as file:
            file.seek(self.size - layout.SEAL_BYTES)
            seal = file.read()
        digest = digest_of_first(self.path, self.size - layout.SEAL_BYTES, look)
        magic, said = seal[: len(layout.SEAL_MAGIC)], seal[len(layout.SEAL_MAGIC) : -64]
        if magic != layout.SEAL_MAGIC or said != digest:
            raise CaseFileTampered(block="seal")
        manifests.require_signature(key_bytes(self.manifest.key), seal[-64:], layout.SIGNED_SEAL + digest, "seal")

    def _chain(self) -> bytes:
        hashes = self._stored(layout.CHAIN, _LONGEST * layout.HASH_BYTES)
        if len(hashes) != self.manifest.chunks * layout.HASH_BYTES:
            raise CaseFileMalformed(part="chain")
        if layout.hash_of(hashes) != self.manifest.chain or hashes[-layout.HASH_BYTES :].hex() != self.manifest.end:
            raise CaseFileTampered(block="chain")
        return hashes

    def _require_schema(self) -> None:
        found = list(self._ask(_IS_THERE))
        if found != [("table", "chunks", "chunks", layout.SCHEMA)]:
            raise CaseFileMalformed(part="schema")

    def _stored(self, number: int, at_most: int) -> bytes:
        rows = list(self._ask(_ONE, (number,)))
        if len(rows) != 1 or not isinstance(rows[0][0], bytes) or len(rows[0][0]) > at_most:
            raise CaseFileMalformed(part="container")
        return rows[0][0]

    def _numbers(self) -> set[object]:
        return {number for (number,) in self._ask("SELECT number FROM chunks")}

    def _ask(self, question: str, values: tuple[int, ...] = ()) -> list[tuple[object, ...]]:
        try:
            with self._lock:
                return self._connection.execute(question, values).fetchall()
        except (sqlite3.Error, OverflowError, ValueError) as error:
            raise CaseFileMalformed(part="container") from error


def _required_size(path: Path) -> int:
    """Return the size of a file whose first bytes are a case file's, and fit that size."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(_HEADER.size)
    except OSError as error:
        raise CaseFileMissing(path=str(path)) from error
    if len(header) < _HEADER.size or not path.is_file():
        raise CaseFileMalformed(part="header")
    magic, page_bytes, *rest = _HEADER.unpack(header)
    pages, free, encoding, application = rest[7], rest[9], rest[14], rest[17]
    if magic != _MAGIC or application != layout.APPLICATION_ID:
        raise CaseFileMalformed(part="header")
    whole = page_bytes * pages + layout.SEAL_BYTES
    if (page_bytes, rest[:2], free, encoding) != (layout.PAGE_BYTES, [1, 1], 0, _UTF8) or size != whole:
        raise CaseFileMalformed(part="header")
    return size


def _connected(path: Path) -> sqlite3.Connection:
    try:
        uri = path.resolve().as_uri() + "?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None, cached_statements=8)
        for limit, value in _LIMITS.items():
            connection.setlimit(limit, value)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except (sqlite3.Error, OSError, ValueError) as error:  # a message of SQLite's own may be no text
        raise CaseFileMalformed(part="container") from error
    return connection
