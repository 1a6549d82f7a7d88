"""What the directory of a case file says of each block, so that most blocks need not be read at all."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from integration_console.domain.clock import from_microseconds
from integration_console.domain.errors import CaseFileMalformed
from integration_console.domain.log_conditions import LogField
from integration_console.domain.logs import LogStatus
from integration_console.storage.case_files.layout import BLOCK_ROWS, CHUNKS_OF_BLOCK

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from integration_console.domain.logs import LogEntry

STATUSES = tuple(LogStatus)
FLAGS = (LogField.CONNECTOR, LogField.WEBHOOK, LogField.EVENT, LogField.CORRELATION, LogField.ERROR, None)
"""What some entry of a block may have, in the order of the bits; None stands for a duration."""
_ZONE = struct.Struct("<IqqBBBddI36s36s")
_NO_DURATION = (float("inf"), float("-inf"))


@dataclass(frozen=True, slots=True)
class Zone:
    """A block in short: how many entries from when to when, and what occurs in it (`some`) or has all of it (`every`).

    `statuses`, `some` and `every` are sets of bits. `first_id` and `last_id` bound the entries' identifiers.
    """

    count: int
    newest: int
    oldest: int
    statuses: int
    some: int
    every: int
    shortest: float
    longest: float
    first_chunk: int
    first_id: str
    last_id: str

    @property
    def newest_moment(self) -> datetime:
        """When the newest entry was written."""
        return from_microseconds(self.newest)

    @property
    def oldest_moment(self) -> datetime:
        """When the oldest entry was written."""
        return from_microseconds(self.oldest)


def zone_of(entries: Sequence[LogEntry], moments: Sequence[int], first_chunk: int) -> Zone:
    """Return what the directory is to say of a block."""
    has = [_bits_of(entry) for entry in entries]
    some, every = 0, (1 << len(FLAGS)) - 1
    for bits in has:
        some, every = some | bits, every & bits
    taken = [entry.duration_ms for entry in entries if entry.duration_ms is not None]
    ids = [entry.id for entry in entries]
    return Zone(
        count=len(entries),
        newest=moments[0],
        oldest=moments[-1],
        statuses=sum(1 << STATUSES.index(status) for status in {entry.status for entry in entries}),
        some=some,
        every=every,
        shortest=min(taken, default=_NO_DURATION[0]),
        longest=max(taken, default=_NO_DURATION[1]),
        first_chunk=first_chunk,
        first_id=min(ids),
        last_id=max(ids),
    )


def directory_to_bytes(zones: Sequence[Zone]) -> bytes:
    """Return the directory."""
    return b"".join(
        _ZONE.pack(
            *(zone.count, zone.newest, zone.oldest, zone.statuses, zone.some, zone.every, zone.shortest, zone.longest),
            *(zone.first_chunk, _bound(zone.first_id), _bound(zone.last_id)),
        )
        for zone in zones
    )


def directory_from_bytes(raw: bytes, blocks: int, chunks: int) -> tuple[Zone, ...]:
    """Return the zones of so many blocks, newest first. Raises `CaseFileMalformed`."""
    if len(raw) != blocks * _ZONE.size:
        raise CaseFileMalformed(part="directory")
    try:
        zones = tuple(
            Zone(*(*values[:9], *(each.rstrip(b"\0").decode() for each in values[9:])))
            for values in _ZONE.iter_unpack(raw)
        )
    except UnicodeDecodeError as error:
        raise CaseFileMalformed(part="directory") from error
    before = None
    for zone in zones:
        fits = 0 < zone.count <= BLOCK_ROWS and 0 <= zone.first_chunk <= chunks - CHUNKS_OF_BLOCK
        if not fits or zone.oldest > zone.newest or (before is not None and zone.newest > before.oldest):
            raise CaseFileMalformed(part="directory")
        before = zone
    return zones


def _bits_of(entry: LogEntry) -> int:
    values = (entry.connector_id, entry.webhook_id, entry.event_id, entry.correlation_id, entry.error_code)
    bits = sum(1 << at for at, value in enumerate(values) if value)
    return bits | (1 << len(values) if entry.duration_ms is not None else 0)


def _bound(identifier: str) -> bytes:
    return identifier.encode("utf-8", "replace")[:36].decode("utf-8", "ignore").encode()
