"""Takes case files apart and puts them together again as somebody with a key of their own might."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from integration_console.domain.log_conditions import EVERYTHING, Contains
from integration_console.storage.case_files import layout
from integration_console.storage.case_files.container import seal
from integration_console.storage.case_files.reading import CaseFile
from tests.case_builders import KEY

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Change = Callable[[dict[str, Any]], object]


def zipped(raw: bytes) -> bytes:
    """A frame of anything."""
    found: bytes = zstd.compress(raw, level=3)
    return found


def unzipped(frame: bytes) -> bytes:
    """What a frame holds."""
    found: bytes = zstd.decompress(frame)
    return found


def chunks_of(path: Path) -> dict[int, bytes]:
    """Every chunk of a file by its number."""
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT number, data FROM chunks"))


def forged(
    path: Path,
    chunks: dict[int, bytes],
    change: Change = lambda _manifest: None,
    statements: Iterable[str] = (),
    key: Ed25519PrivateKey = KEY,
) -> Path:
    """A file of these chunks, chained and signed anew; `change` touches the manifest, `statements` the database."""
    manifest = orjson.loads(chunks[layout.MANIFEST])
    last, hashes = layout.chain_start(manifest["id"]), []
    numbers = sorted(number for number in chunks if number >= 0)
    for number in numbers:
        last = layout.chained(last, chunks[number])
        hashes.append(last)
    chain = b"".join(hashes)
    manifest |= {"chain": layout.hash_of(chain), "end": last.hex(), "chunks": len(numbers)}
    change(manifest)
    raw = orjson.dumps(manifest, option=orjson.OPT_SORT_KEYS)
    behind = {
        layout.CHAIN: chain,
        layout.MANIFEST: raw,
        layout.SIGNATURE: key.sign(layout.SIGNED_MANIFEST + raw),
    }
    return put_together(path, {**chunks, **behind}, statements, key)


def put_together(
    path: Path, chunks: dict[int, bytes], statements: Iterable[str] = (), key: Ed25519PrivateKey = KEY
) -> Path:
    """A file of exactly these chunks, sealed."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in (
            f"page_size = {layout.PAGE_BYTES}",
            f"application_id = {layout.APPLICATION_ID}",
            f"user_version = {layout.FORMAT}",
            "journal_mode = OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(layout.SCHEMA)
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO chunks VALUES (?, ?)", chunks.items())
        for statement in statements:
            connection.execute(statement)
        connection.execute("COMMIT")
    seal(path, key.sign)
    return path


def looked_through(path: Path) -> None:
    """Open a file and do all that a window would, and look at every byte."""
    case = CaseFile(path)
    try:
        case.page(EVERYTHING, None, 200)
        case.page(Contains("disk"), None, 200)
        case.count(Contains("12345678"), 1 << 40)
        case.counts, case.configuration  # noqa: B018 - each is read
        case.require_whole()
    finally:
        case.close()
