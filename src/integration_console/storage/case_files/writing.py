"""Writes a case file from entries that come newest first, in bounded memory, up to a size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import orjson

from integration_console.domain.case_files import CaseManifest, CaseReport, CaseSource, CaseWish
from integration_console.domain.errors import CaseFileNothing
from integration_console.domain.ids import new_id
from integration_console.domain.work import Progress
from integration_console.storage.case_files import layout
from integration_console.storage.case_files.cleaning import Cleaning, bytes_of
from integration_console.storage.case_files.container import ChunkWriter, chunks_into, replacing, room_for, seal
from integration_console.storage.case_files.encoding import EncodedBlock, encoded
from integration_console.storage.case_files.figures import Figures
from integration_console.storage.case_files.grams import FEWEST_BLOCKS, Segment
from integration_console.storage.case_files.manifests import manifest_to_bytes, public_text
from integration_console.storage.case_files.surroundings import packed_configuration
from integration_console.storage.case_files.zones import directory_to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from integration_console.domain.logs import LogDetail
    from integration_console.domain.work import Work
    from integration_console.storage.case_files.zones import Zone

_INDEX_BYTES = 20_000
"""What a block adds to the indexes of its segment, about."""
_INDEX_CHUNKS = 2048
"""An index has no more chunks than this, each with its place in the file."""
_CHUNK_BYTES = 64
_RESERVED = 16_384


@dataclass(frozen=True, slots=True)
class CaseContents:
    """What goes into a case file: entries newest first (how many there are), and the configuration as JSON values."""

    entries: Iterable[LogDetail]
    total: int
    configuration: Mapping[str, object]


def write_case(
    target: Path, contents: CaseContents, source: CaseSource, wish: CaseWish, key: Ed25519PrivateKey, work: Work
) -> CaseReport:
    """Write a case file; when anything stands in the way, `target` stays as it was.

    Of notes that are too many the oldest are left out, and the configuration says how many.
    Raises `CaseFileNothing` without an entry, `FileUnwritable`, `DiskFull`, `Cancelled`.
    """
    case_id = new_id()
    with replacing(target) as temporary:
        with chunks_into(temporary, case_id) as chunks:
            cleaning = Cleaning()
            redactor = cleaning.redactor
            configuration = packed_configuration(cleaning.configuration(contents.configuration), wish.cap)
            wanted = replace(wish.wanted, query=redactor.text(wish.wanted.query))
            clean = replace(wish, note=redactor.text(wish.note), wanted=wanted)
            making = _Making(chunks, cleaning, configuration, wish.cap - room_for(configuration), contents.total, work)
            making.take_all(contents.entries)
            making.end()
            manifest = making.manifest(case_id, source, clean, public_text(key))
            raw = manifest_to_bytes(manifest)
            chunks.vouch(raw, key.sign(layout.SIGNED_MANIFEST + raw))
        size = seal(temporary, key.sign)
    return CaseReport(str(target), size, manifest)


class _Making:
    """A case file in the making."""

    def __init__(
        self, chunks: ChunkWriter, cleaning: Cleaning, configuration: bytes, cap: int, total: int, work: Work
    ) -> None:
        self._chunks, self._cleaning, self._configuration = chunks, cleaning, configuration
        self._cap, self._total, self._work = cap, total, work
        self._figures = Figures()
        self._segment, self._in_segment, self._first_of_segment = Segment(), 0, 0
        self._segments: list[list[int]] = []
        self._zones: list[Zone] = []
        self._written = 0

    def take_all(self, entries: Iterable[LogDetail]) -> None:
        """Write entries until there are no more, or the next ones do not fit under the cap."""
        for block in _in_blocks(entries, self._cleaning):
            self._work.stop_if_cancelled()
            if not self._take(block):
                break
            self._work.report(Progress(self._written, max(self._total, self._written)))
        if not self._zones:
            raise CaseFileNothing

    def end(self) -> None:
        """Write what stands behind the blocks."""
        self._end_segment()
        self._chunks.add(layout.packed([self._figures.counts_to_bytes()]))
        self._chunks.add(self._configuration)
        self._chunks.add(layout.packed([orjson.dumps(self._segments)]))
        self._chunks.add(layout.packed([directory_to_bytes(self._zones)]))

    def manifest(self, case_id: str, source: CaseSource, wish: CaseWish, key: str) -> CaseManifest:
        """Return what is to be signed."""
        chain = self._chunks.chain
        return CaseManifest(
            format=layout.FORMAT,
            id=case_id,
            source=source,
            key=key,
            wish=wish,
            entries=self._written,
            left_out=max(0, self._total - self._written),
            shortened=self._cleaning.shortened,
            unreadable=self._cleaning.unreadable,
            redactions={rule.value: number for rule, number in sorted(self._cleaning.redactor.found.items())},
            newest=self._zones[0].newest_moment,
            oldest=self._zones[-1].oldest_moment,
            blocks=len(self._zones),
            chunks=self._chunks.count,
            chain=layout.hash_of(chain),
            end=self._chunks.end.hex(),
        )

    def _take(self, details: list[LogDetail]) -> bool:
        """Write entries as one block, or as several that a reader takes, as many as fit; return whether all did."""
        written = 0
        while written < len(details):
            part, fits = details[written:], True
            while part:
                block = self._encoded(part)
                if block is not None and self._fits(block):
                    self._write(block, part)
                    break
                fits = fits and block is None
                part = part[: len(part) // 2]
            written += len(part)
            if not fits:
                return False
        return True

    def _encoded(self, details: list[LogDetail]) -> EncodedBlock | None:
        """Return a block of several entries, None where it would be too large; there is always room for one."""
        try:
            return encoded(details, self._chunks.count)
        except layout.TooLarge:
            if len(details) == 1:
                raise
            return None

    def _fits(self, block: EncodedBlock) -> bool:
        has_index = self._in_segment + 1 >= FEWEST_BLOCKS
        chunks = self._chunks.count + layout.CHUNKS_OF_BLOCK + _INDEX_CHUNKS
        if chunks * layout.HASH_BYTES > layout.MOST_PACKED:  # a reader would not take the list of hashes
            return False
        index = _INDEX_BYTES * (self._in_segment + 1) + _CHUNK_BYTES * _INDEX_CHUNKS if has_index else 0
        return self._chunks.size + sum(map(room_for, block.chunks)) + index + _RESERVED <= self._cap

    def _write(self, block: EncodedBlock, details: list[LogDetail]) -> None:
        for chunk in block.chunks:
            self._chunks.add(chunk)
        for each in details:
            self._figures.add(each.entry)
        self._zones.append(block.zone)
        self._segment.add(block.texts, block.payloads, block.ids)
        self._in_segment += 1
        self._written += len(details)
        if self._in_segment == layout.SEGMENT_BLOCKS:
            self._end_segment()

    def _end_segment(self) -> None:
        first_chunk = -1
        if self._in_segment >= FEWEST_BLOCKS:
            first_chunk = self._chunks.count
            for chunk in self._segment.chunks():
                self._chunks.add(chunk)
        if self._in_segment:
            self._segments.append([self._first_of_segment, self._in_segment, first_chunk])
        self._first_of_segment += self._in_segment
        self._segment, self._in_segment = Segment(), 0


def _in_blocks(entries: Iterable[LogDetail], cleaning: Cleaning) -> Iterator[list[LogDetail]]:
    """Yield entries cleaned, a block at a time. Raises `ValueError` where they do not come newest first."""
    block: list[LogDetail] = []
    size, before = 0, None
    for detail in entries:
        place = (detail.entry.created_at, detail.entry.id)
        if before is not None and place > before:
            raise ValueError("the entries of a case file come newest first")
        before = place
        clean = cleaning.cleaned(detail)
        block.append(clean)
        size += bytes_of(clean)
        if len(block) == layout.BLOCK_ROWS or size >= layout.BLOCK_BYTES:
            yield block
            block, size = [], 0
    if block:
        yield block
