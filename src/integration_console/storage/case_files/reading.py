"""Reads a case file: pages, places, counts, single entries; each block is verified and unpacked when it is needed."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import OrderedDict
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import orjson

from integration_console.domain.clock import microseconds
from integration_console.domain.errors import CaseFileMalformed, CaseFileTampered, NotFound
from integration_console.domain.log_conditions import FieldIs, LogField
from integration_console.domain.logs import LogPage, LogPlace
from integration_console.storage.case_files import figures, layout
from integration_console.storage.case_files.blocks import Block
from integration_console.storage.case_files.indexes import Indexes, segments_from_bytes
from integration_console.storage.case_files.matching import Matcher, Share
from integration_console.storage.case_files.opening import Container
from integration_console.storage.case_files.text_search import rows_of
from integration_console.storage.case_files.zones import Zone, directory_from_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from integration_console.domain.log_conditions import Condition
    from integration_console.domain.logs import LogDetail, LogEntry

_MOST_BLOCKS = 24
_MOST_HELD = 48 << 20
"""How much is remembered of blocks that were read, whatever their maker put in."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry's place: its block, and its row there."""

    block: int
    row: int


class CaseFile:
    """An open case file. Every method raises `CaseFileTampered` or `CaseFileMalformed` where that is found."""

    def __init__(self, path: Path) -> None:
        """Open a file. Raises `CaseFileMissing`, `CaseFileMalformed`, `CaseFileTampered`, `CaseFileTooNew`."""
        self._container = Container(path)
        with ExitStack() as opening:
            opening.callback(self._container.close)
            self.manifest = self._container.manifest
            self.size = self._container.size
            raw = self._container.part(layout.DIRECTORY)
            self._zones = directory_from_bytes(raw, self.manifest.blocks, self.manifest.chunks)
            self._firsts = [0, *accumulate(zone.count for zone in self._zones)]
            if self._firsts[-1] != self.manifest.entries:
                raise CaseFileMalformed(part="directory")
            opening.pop_all()
        self._blocks: OrderedDict[int, Block] = OrderedDict()
        self._lock = threading.Lock()

    def close(self) -> None:
        """Close the file."""
        self._container.close()

    def page(self, wanted: Condition, after: LogPlace | None, limit: int, *, newer: bool = False) -> LogPage:
        """Return entries newest first: those behind the place `after`, or (`newer`) the ones just before it."""
        matcher = self._matcher(wanted)
        found: list[LogEntry] = []
        for hit in self._hits(matcher, self._start(after, newer=newer), backwards=newer):
            found.append(self._block(hit.block).entry(hit.row))
            if len(found) == limit:
                break
        last = found[-1] if len(found) == limit else None
        entries = tuple(reversed(found)) if newer else tuple(found)
        return LogPage(entries, LogPlace(last.created_at, last.id) if last else None)

    def place(self, wanted: Condition, after: LogPlace | None, skip: int) -> LogPlace | None:
        """Return the place of the entry `skip` entries behind `after` (1: the next), None where the log ends before."""
        left = skip
        for number, rows in self._matching(self._matcher(wanted), self._start(after, newer=False)):
            if left <= len(rows):
                entry = self._block(number).entry(rows[left - 1])
                return LogPlace(entry.created_at, entry.id)
            left -= len(rows)
        return None

    def count(self, wanted: Condition, at_most: int, newer_than: LogPlace | None = None) -> int:
        """Return how many entries fit (above the place `newer_than`), counting no further than `at_most`."""
        matcher = self._matcher(wanted)
        end = Hit(len(self._zones), 0) if newer_than is None else self._start(newer_than, newer=True)
        found = 0
        for number, zone in enumerate(self._zones[: end.block + (end.row > 0)]):
            share = matcher.share(number, zone)
            rows = zone.count if number < end.block else end.row
            if share is Share.ALL:
                found += rows
            elif share is Share.SOME:
                within = (1 << (8 * rows)) - 1
                found += (matcher.mask(number, self._block(number)) & within).bit_count()
            if found >= at_most:
                return at_most
        return found

    def tail(self, wanted: Condition, position: int, limit: int) -> tuple[tuple[LogEntry, ...], int]:
        """Return entries behind `position`, oldest first, and the position to go on from."""
        index = min(max(self.manifest.entries - position, 0), self.manifest.entries)
        block = bisect_left(self._firsts, index + 1) - 1
        start = Hit(block, index - self._firsts[block])
        found = []
        for hit in self._hits(self._matcher(wanted), start, backwards=True):
            found.append(self._block(hit.block).entry(hit.row))
            if len(found) == limit:
                return tuple(found), found[-1].position
        return tuple(found), max(position, self.manifest.entries)

    def detail(self, entry_id: str) -> LogDetail:
        """Return an entry with its payload. Raises `NotFound`."""
        matcher = self._matcher(FieldIs(LogField.ID, entry_id))
        for hit in self._hits(matcher, Hit(0, 0)):
            return self._block(hit.block).detail(hit.row)
        raise NotFound(kind="log entry", id=entry_id)

    def blocks(self, wanted: Condition) -> Iterator[tuple[Block, list[int]]]:
        """Yield blocks, newest first, with the rows of the entries that fit."""
        for number, rows in self._matching(self._matcher(wanted), Hit(0, 0)):
            yield self._block(number), rows

    @cached_property
    def counts(self) -> dict[str, figures.Counts]:
        """How many entries there are by hour and type."""
        return figures.counts_from_bytes(self._container.part(layout.COUNTS), self.manifest.entries)

    @cached_property
    def configuration(self) -> dict[str, Any]:
        """The configuration and health that was put in, as JSON values."""
        try:
            found = orjson.loads(self._container.part(layout.CONFIGURATION))
        except ValueError as error:
            raise CaseFileMalformed(part="configuration") from error
        if not isinstance(found, dict):
            raise CaseFileMalformed(part="configuration")
        return found

    def require_whole(self, look: Callable[[], None] = lambda: None) -> None:
        """Look at every byte. Raises `CaseFileTampered`."""
        self._container.require_whole(look)
        self.counts, self.configuration, self._indexes  # noqa: B018 - each is read and checked
        for number in range(len(self._zones)):
            block = self._new_block(number)
            block.detail(0)
            look()

    def _matcher(self, wanted: Condition) -> Matcher:
        return Matcher(wanted, self._indexes)

    @cached_property
    def _indexes(self) -> Indexes:
        places = segments_from_bytes(self._container.part(layout.SEGMENTS), self.manifest.blocks, self.manifest.chunks)
        return Indexes(places, self._container.chunk)

    def _hits(self, matcher: Matcher, start: Hit, *, backwards: bool = False) -> Iterator[Hit]:
        for number, rows in self._matching(matcher, start, backwards=backwards):
            yield from (Hit(number, row) for row in rows)

    def _matching(self, matcher: Matcher, start: Hit, *, backwards: bool = False) -> Iterator[tuple[int, list[int]]]:
        """Yield blocks with the rows that fit, from `start` on, or (`backwards`) from just before it up to the top."""
        last = min(start.block, len(self._zones) - 1)
        numbers = range(last, -1, -1) if backwards else range(start.block, len(self._zones))
        for number in numbers:
            zone = self._zones[number]
            share = matcher.share(number, zone)
            if share is Share.NOTHING:
                continue
            mask = None if share is Share.ALL else matcher.mask(number, self._block(number))
            rows = list(range(zone.count)) if mask is None else rows_of(mask, zone.count)
            if number == start.block:
                at = bisect_left(rows, start.row)
                rows = rows[:at] if backwards else rows[at:]
            if rows:
                yield number, rows[::-1] if backwards else rows

    def _start(self, place: LogPlace | None, *, newer: bool) -> Hit:
        """Return the first entry behind a place, or (`newer`) the place itself, before which the newer ones are."""
        if place is None:
            return Hit(len(self._zones), 0) if newer else Hit(0, 0)
        moment = microseconds(place.created_at)
        number = bisect_left(self._zones, -moment, key=lambda zone: -zone.oldest)
        while number < len(self._zones):
            row = self._row_behind(self._block(number), moment, place.id, newer=newer)
            if row < self._zones[number].count:
                return Hit(number, row)
            number += 1
        return Hit(number, 0)

    def _row_behind(self, block: Block, moment: int, identifier: str, *, newer: bool) -> int:
        row = bisect_left(block.moments, -moment, key=lambda each: -each)
        while row < block.count and block.moments[row] == moment:
            found = block.id_at("id", row)
            if found < identifier or (newer and found == identifier):
                break
            row += 1
        return row

    def _block(self, number: int) -> Block:
        with self._lock:
            block = self._blocks.get(number)
            if block is None:
                block = self._blocks[number] = self._new_block(number)
                while len(self._blocks) > 1 and (
                    len(self._blocks) > _MOST_BLOCKS or sum(each.held for each in self._blocks.values()) > _MOST_HELD
                ):
                    self._blocks.popitem(last=False)
            return block

    def _new_block(self, number: int) -> Block:
        def chunk(wanted: int) -> bytes:
            try:
                return self._container.chunk(wanted)
            except CaseFileTampered as error:
                raise CaseFileTampered(block=number) from error

        return Block(self._zones[number], self._firsts[number], self.manifest.entries, chunk)

    @property
    def zones(self) -> tuple[Zone, ...]:
        """The directory."""
        return self._zones
