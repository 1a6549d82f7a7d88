"""The SQLite file around the chunks, as it is made: chunk after chunk, then what vouches for them, then the seal."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from integration_console.domain.errors import DiskFull, FileUnwritable
from integration_console.storage.case_files import layout
from integration_console.storage.full_disk import is_full

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CACHE_KIB = 16_384
_PAGE_END = 1200
_READ_BYTES = 1 << 20


def room_for(data: bytes) -> int:
    """Return what a chunk takes in the file, generously: its hash, its row, and the end of a page that stays empty."""
    return len(data) + layout.HASH_BYTES + min(len(data), _PAGE_END)


class ChunkWriter:
    """Writes chunks and chains their hashes."""

    def __init__(self, connection: sqlite3.Connection, path: Path, case_id: str) -> None:
        """Write into `connection`, which has the table; `path` is what an error names."""
        self._connection, self._path = connection, path
        self._last = layout.chain_start(case_id)
        self._hashes: list[bytes] = []
        self.size = 0

    @property
    def count(self) -> int:
        """How many chunks there are."""
        return len(self._hashes)

    @property
    def end(self) -> bytes:
        """The hash of the last chunk."""
        return self._last

    @property
    def chain(self) -> bytes:
        """The hashes of all chunks."""
        return b"".join(self._hashes)

    def add(self, chunk: bytes) -> None:
        """Write the next chunk. Raises `FileUnwritable`, `DiskFull`."""
        self._put(len(self._hashes), chunk)
        self._last = layout.chained(self._last, chunk)
        self._hashes.append(self._last)

    def vouch(self, manifest: bytes, signature: bytes) -> None:
        """Write what vouches for all chunks. Raises `FileUnwritable`, `DiskFull`."""
        self._put(layout.CHAIN, self.chain)
        self._put(layout.MANIFEST, manifest)
        self._put(layout.SIGNATURE, signature)

    def _put(self, number: int, data: bytes) -> None:
        with refusing(self._path):
            self._connection.execute("INSERT INTO chunks VALUES (?, ?)", (number, data))
        self.size += room_for(data)


@contextmanager
def chunks_into(path: Path, case_id: str) -> Iterator[ChunkWriter]:
    """Make the SQLite file; it is whole when the block ends. Raises `FileUnwritable`, `DiskFull`.

    What the block itself raises stays what it is.
    """
    with refusing(path):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection = sqlite3.connect(path, isolation_level=None)
    with closing(connection):
        with refusing(path):
            for pragma in (
                f"page_size = {layout.PAGE_BYTES}",
                f"application_id = {layout.APPLICATION_ID}",
                f"user_version = {layout.FORMAT}",
                "journal_mode = OFF",
                "synchronous = OFF",
                f"cache_size = -{_CACHE_KIB}",
            ):
                connection.execute(f"PRAGMA {pragma}")
            connection.execute(layout.SCHEMA)
            connection.execute("BEGIN")
        yield ChunkWriter(connection, path, case_id)
        with refusing(path):
            connection.execute("COMMIT")


def seal(path: Path, sign: Callable[[bytes], bytes]) -> int:
    """Put the seal behind the database and bring everything to the disk; return the size of the file."""
    with refusing(path), path.open("r+b") as file:
        digest = digest_of_first(path, path.stat().st_size)
        file.seek(0, os.SEEK_END)
        file.write(layout.SEAL_MAGIC + digest + sign(layout.SIGNED_SEAL + digest))
        file.flush()
        os.fsync(file.fileno())
        return file.tell()


def digest_of_first(path: Path, size: int, look: Callable[[], None] = lambda: None) -> bytes:
    """Return the SHA-256 of the first `size` bytes; `look` is called between the parts that are read."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while size > 0 and (part := file.read(min(size, _READ_BYTES))):
            digest.update(part)
            size -= len(part)
            look()
    return digest.digest()


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a temporary file beside `target` that takes its place at the end; where that does not come, none stays."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    with suppress(OSError):
        temporary.unlink()
    try:
        yield temporary
        with refusing(target):
            temporary.replace(target)
    finally:
        with suppress(OSError):
            temporary.unlink()


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Say in our words what the disk refuses. Raises `FileUnwritable`, `DiskFull`."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        if is_full(error):
            raise DiskFull from error
        reason = (error.strerror or "") if isinstance(error, OSError) else str(error)
        raise FileUnwritable(path=str(path), reason=reason) from error
