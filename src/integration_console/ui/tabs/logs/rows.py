"""The rows of the log that are at hand: the newest ones as they arrive, older ones in blocks as they are looked at."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from integration_console.domain.logs import LogEntry, LogPage, LogPlace

BLOCK: Final = 200
"""How many rows are fetched at once."""
MOST_ROWS: Final = 50_000_000
"""How many rows the table has at most: a view counts its pixels in 31 bits, which is 59 million rows of 36."""
_MOST_BLOCKS: Final = 40


@dataclass(frozen=True, slots=True)
class BlockRequest:
    """What to fetch for a block: the rows behind the entry `skip` places behind `after`; `newer`: those just above."""

    block: int
    after: LogPlace
    skip: int = 0
    newer: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """What a fetched block changes: the rows `first` to `last` (none: `last` < `first`), how many rows there are."""

    first: int
    last: int
    total: int


class LogRows:
    """Row 0 is the newest entry. Every entry has a serial number that stays while newer ones are put before it.

    The entries shown first have the serials -1, -2, ...; those that arrive have 0, 1, ... Blocks are cut by serial, so
    that what arrives moves no block. Only some blocks are kept, those fetched last; of every block that was ever at
    hand the places of its oldest and its newest entry are remembered (anchors): its neighbours are fetched from these.
    """

    def __init__(self) -> None:
        self._top = 0
        self._total = 0
        self._blocks: dict[int, list[LogEntry | None]] = {}
        self._anchors: dict[int, LogPlace] = {}
        self._serials: list[int] = []

    @property
    def total(self) -> int:
        """How many rows there are, at hand or not."""
        return self._total

    @property
    def arrived(self) -> int:
        """How many entries were put before those that were shown first."""
        return self._top

    @property
    def at_hand(self) -> int:
        """How many blocks are kept."""
        return len(self._blocks)

    def restart(self, newest_first: Sequence[LogEntry], total: int) -> None:
        """Begin anew with the first block."""
        self._top, self._total = 0, total
        self._blocks, self._anchors, self._serials = {}, {}, []
        self._keep(-1, newest_first)

    def resize(self, total: int) -> None:
        """Have this many rows."""
        self._total = total

    def prepend(self, oldest_first: Iterable[LogEntry]) -> None:
        """Put newer entries before all others."""
        for entry in oldest_first:
            block, index = divmod(self._top, BLOCK)
            if index == 0:
                self._blocks[block] = [None] * BLOCK
                self.anchor(self._top, place_of(entry))
            self._blocks[block][index] = entry
            self._top += 1
            self._total += 1
        self._forget_old()

    def entry(self, row: int) -> LogEntry | None:
        """Return the entry of a row, None while it is not at hand."""
        block, index = divmod(self._top - 1 - row, BLOCK)
        kept = self._blocks.get(block)
        return kept[index] if kept is not None else None

    def loaded(self) -> Iterator[tuple[int, LogEntry]]:
        """Yield every entry at hand with its row."""
        for block, kept in self._blocks.items():
            for index, entry in enumerate(kept):
                if entry is not None:
                    yield self._top - 1 - (block * BLOCK + index), entry

    def row_of(self, entry_id: str) -> int | None:
        """Return the row of an entry that is at hand."""
        return next((row for row, entry in self.loaded() if entry.id == entry_id), None)

    def missing(self, first: int, last: int) -> tuple[BlockRequest, ...]:
        """Return what to fetch so that the rows `first` to `last` are at hand, newest block first."""
        if self._total == 0 or not self._serials:
            return ()
        last = min(last, self._total - 1)
        blocks = range((self._top - 1 - first) // BLOCK, (self._top - 1 - last) // BLOCK - 1, -1)
        return tuple(self._request(block) for block in blocks if block not in self._blocks)

    def anchor(self, serial: int, place: LogPlace) -> None:
        """Remember the place of an entry, to fetch its neighbours from."""
        if serial not in self._anchors:
            insort(self._serials, serial)
        self._anchors[serial] = place

    def foreseen(self, request: BlockRequest, page: LogPage) -> Filled:
        """Return what a fetched block will change; the log may turn out shorter or longer than thought."""
        if request.newer:  # just above what is known: nothing is learnt about the log's end
            last = self._top - 1 - request.block * BLOCK
            return Filled(last - len(page.entries) + 1, last, self._total)
        first = self._top - (request.block + 1) * BLOCK
        last = first + len(page.entries) - 1
        total = self._total
        if page.next is None:
            total = last + 1
        elif total <= last + 1 < MOST_ROWS:
            total = last + 2
        return Filled(first, last, total)

    def fill(self, request: BlockRequest, page: LogPage) -> None:
        """Keep a fetched block."""
        self._total = self.foreseen(request, page).total
        self._keep(request.block, page.entries, newer=request.newer)
        self._forget_old()

    def _keep(self, block: int, newest_first: Sequence[LogEntry], *, newer: bool = False) -> None:
        rest: list[LogEntry | None] = [None] * (BLOCK - len(newest_first))
        oldest_first = list(reversed(newest_first))
        self._blocks.pop(block, None)
        self._blocks[block] = [*oldest_first, *rest] if newer else [*rest, *oldest_first]
        if newest_first:
            oldest = block * BLOCK + (0 if newer else len(rest))
            self.anchor(oldest, place_of(newest_first[-1]))
            self.anchor(oldest + len(newest_first) - 1, place_of(newest_first[0]))

    def _request(self, block: int) -> BlockRequest:
        above = (block + 1) * BLOCK
        nearest = self._serials[bisect_left(self._serials, above)]
        below = self._anchors.get(block * BLOCK - 1)
        if nearest > above and below is not None:
            return BlockRequest(block, below, newer=True)
        return BlockRequest(block, self._anchors[nearest], nearest - above)

    def _forget_old(self) -> None:
        """The newest block is still being filled and stays."""
        newest = (self._top - 1) // BLOCK
        while len(self._blocks) > _MOST_BLOCKS:
            oldest = next(block for block in self._blocks if block != newest)
            del self._blocks[oldest]


def place_of(entry: LogEntry) -> LogPlace:
    """Return where an entry is in the log."""
    return LogPlace(entry.created_at, entry.id)
