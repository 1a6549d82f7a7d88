"""Asks the search indexes of a case file which blocks can hold a text at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson

from integration_console.domain.errors import CaseFileMalformed
from integration_console.storage.case_files import layout
from integration_console.storage.case_files.grams import BUCKET_BITS, FEWEST_BLOCKS, Index, chunks_of, slice_buckets

if TYPE_CHECKING:
    from collections.abc import Callable

_PARTS = 3


@dataclass(frozen=True, slots=True)
class SegmentPlace:
    """Blocks that share an index: the first one's number, how many, and the first chunk (-1: there is no index)."""

    first_block: int
    blocks: int
    first_chunk: int


def segments_from_bytes(raw: bytes, blocks: int, chunks: int) -> tuple[SegmentPlace, ...]:
    """Return the segments, which cover all blocks in their order. Raises `CaseFileMalformed`."""
    try:
        found = orjson.loads(raw)
    except ValueError as error:
        raise CaseFileMalformed(part="segments") from error
    if not isinstance(found, list) or not all(_is_place(each) for each in found):
        raise CaseFileMalformed(part="segments")
    places = tuple(SegmentPlace(*each) for each in found)
    expected = 0
    for place in places:
        needed = sum(chunks_of(index, place.blocks) for index in Index) if place.blocks > 0 else 0
        has_index = place.first_chunk >= 0
        if (
            place.first_block != expected
            or not 0 < place.blocks <= layout.SEGMENT_BLOCKS
            or has_index != (place.blocks >= FEWEST_BLOCKS)
            or (has_index and place.first_chunk + needed > chunks)
        ):
            raise CaseFileMalformed(part="segments")
        expected += place.blocks
    if expected != blocks or any(each.blocks != layout.SEGMENT_BLOCKS for each in places[:-1]):
        raise CaseFileMalformed(part="segments")
    return places


class Indexes:
    """The indexes of a file."""

    def __init__(self, places: tuple[SegmentPlace, ...], chunk: Callable[[int], bytes]) -> None:
        """Ask the segments at `places`, whose slices `chunk` reads."""
        self._places = places
        self._chunk = chunk

    def holding(self, index: Index, buckets: frozenset[int], segment: int) -> int:
        """Return a bit for each block of a segment: whether it has something in each of the buckets."""
        place = self._places[segment]
        found = (1 << place.blocks) - 1
        if place.first_chunk < 0:
            return found
        first = place.first_chunk + sum(chunks_of(each, place.blocks) for each in Index if each < index)
        together, width = slice_buckets(index, place.blocks), (place.blocks + 7) // 8
        slices: dict[int, bytes] = {}
        for bucket in sorted(buckets):
            at, row = divmod(bucket, together)
            if at not in slices:
                slices[at] = self._slice(first + at, together * width)
            found &= int.from_bytes(slices[at][row * width : (row + 1) * width], "little")
            if not found:
                break
        return found

    def _slice(self, number: int, size: int) -> bytes:
        (rows,) = layout.unpacked(self._chunk(number), 1)
        if len(rows) != size:
            raise CaseFileMalformed(part="index")
        return rows


def _is_place(value: object) -> bool:
    return isinstance(value, list) and len(value) == _PARTS and all(type(each) is int for each in value)


assert BUCKET_BITS.keys() == set(Index)  # noqa: S101 - every index has its size
