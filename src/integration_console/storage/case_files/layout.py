"""How a case file is laid out: one SQLite table of numbered chunks, and behind it a seal over every byte.

A chunk is a zstd frame of some parts. Chunks from 0 on are blocks of entries (four each: small columns, identifiers,
texts, payloads), the slices of the search indexes, the figures, the configuration, the segments and the directory. The
hash of each chunk goes into the next one's; the list of these hashes is itself hashed in the manifest, which is signed.
"""

from __future__ import annotations

import hashlib
import struct
import sys
from typing import TYPE_CHECKING, Final

from integration_console.domain.errors import CaseFileMalformed

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMAT: Final = 2
APPLICATION_ID: Final = 0x49434153
"""What stands in the header of the SQLite file: "ICAS"."""
PAGE_BYTES: Final = 4096
SCHEMA: Final = "CREATE TABLE chunks (number INTEGER PRIMARY KEY, data BLOB NOT NULL)"
MANIFEST, SIGNATURE, CHAIN = -1, -2, -3
"""The numbers of what vouches for the chunks; everything from 0 on is in the chain."""
BLOCK_ROWS: Final = 1024
BLOCK_BYTES: Final = 4 << 20
"""A block ends with the entry that brings its texts to this size."""
LONGEST_TEXT: Final = 1 << 20
"""In bytes, of a text of an entry; what is longer is shortened, counted and said."""
LONGEST_PARAMS: Final = 64 * 1024
"""In bytes, of an entry's parameters as JSON; treated likewise."""
SEGMENT_BLOCKS: Final = 1024
"""So many blocks share the slices of an index: what a writer has to remember is bounded."""
COLUMNS, IDS, TEXTS, PAYLOADS = range(4)
CHUNKS_OF_BLOCK: Final = 4
COUNTS, CONFIGURATION, SEGMENTS, DIRECTORY = "counts", "configuration", "segments", "directory"
BEHIND: Final = {
    1: (COUNTS, "durations", CONFIGURATION, SEGMENTS, DIRECTORY),
    FORMAT: (COUNTS, CONFIGURATION, SEGMENTS, DIRECTORY),
}
"""What the last chunks hold, in each format that is read; nobody asks for durations."""
MOST_PACKED: Final = 16 << 20
_ROW_BYTES: Final = 64
"""What SQLite counts of a row besides the chunk; a reader bounds the row."""
MOST_RAW: Final = 20 << 20
"""No chunk is larger than this, packed and unpacked; a frame that says otherwise is refused before it is read out."""
MOST_ENTRIES: Final = 200_000_000
_WINDOW_LOG: Final = 25
_LEVEL: Final = 9
HASH_BYTES: Final = 32
SEAL_MAGIC: Final = b"ICASEEND"
SEAL_BYTES: Final = len(SEAL_MAGIC) + HASH_BYTES + 64
"""Behind the database: the magic, the SHA-256 of all before it, and its signature."""
SIGNED_MANIFEST: Final = b"integration-console case file: manifest\0"
SIGNED_SEAL: Final = b"integration-console case file: seal\0"
_LENGTH = struct.Struct("<I")


class TooLarge(ValueError):
    """Parts are too large for one chunk: no reader would take it."""


def packed(parts: Sequence[bytes], level: int = _LEVEL) -> bytes:
    """Return parts as one chunk. Raises `TooLarge`."""
    lengths = struct.pack(f"<{len(parts)}I", *map(len, parts))
    if 1 + len(lengths) + sum(map(len, parts)) > MOST_RAW:
        raise TooLarge
    chunk: bytes = zstd.compress(bytes([len(parts)]) + lengths + b"".join(parts), level=level)
    if len(chunk) > MOST_PACKED - _ROW_BYTES:
        raise TooLarge
    return chunk


def unpacked(chunk: bytes, parts: int) -> list[bytes]:
    """Return the parts of a chunk, of which there must be so many. Raises `CaseFileMalformed`."""
    raw = _decompressed(chunk)
    begin = 1 + parts * _LENGTH.size
    if len(raw) < begin or raw[0] != parts:
        raise CaseFileMalformed(part="chunk")
    found = []
    for length in struct.unpack_from(f"<{parts}I", raw, 1):
        found.append(raw[begin : begin + length])
        begin += length
    if begin != len(raw):
        raise CaseFileMalformed(part="chunk")
    return found


def _decompressed(chunk: bytes) -> bytes:
    """Return what a frame holds, never more than `MOST_RAW` bytes of it, whatever it claims."""
    reader = zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: _WINDOW_LOG})
    try:
        raw: bytes = reader.decompress(chunk, MOST_RAW)
    except (zstd.ZstdError, EOFError) as error:
        raise CaseFileMalformed(part="compression") from error
    if not reader.eof or reader.unused_data:
        raise CaseFileMalformed(part="compression")
    return raw


def chain_start(case_id: str) -> bytes:
    """Return what the first chunk's hash begins with: chunks of another case do not fit."""
    return hashlib.sha256(b"integration-console case file: chain\0" + case_id.encode()).digest()


def chained(before: bytes, chunk: bytes) -> bytes:
    """Return the hash of a chunk together with that of the chunk before it."""
    return hashlib.sha256(before + chunk).digest()


def hash_of(data: bytes) -> str:
    """Return a SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
