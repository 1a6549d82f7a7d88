"""The rows of the log that are at hand: the newest ones as they arrive, older ones in blocks as they are looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from integration_console.domain.logs import LogEntry, LogPage, LogPlace

BLOCK: Final = 200
"""How many rows are fetched at once."""
MOST_ROWS: Final = 100_000
"""How many rows the table has at most; beyond, a filter finds what scrolling cannot."""
_MOST_BLOCKS: Final = 40


@dataclass(frozen=True, slots=True)
class BlockRequest:
    """What to fetch for a block: the rows behind the entry `skip` places behind `after`."""

    block: int
    after: LogPlace
    skip: int


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
    hand the place of its oldest entry is remembered, from which its older neighbour is fetched (keyset pages).
    """

    def __init__(self) -> None:
        self._top = 0
        self._total = 0
        self._blocks: dict[int, list[LogEntry | None]] = {}
        self._ends: dict[int, LogPlace] = {}

    @property
    def total(self) -> int:
        """How many rows there are, at hand or not."""
        return self._total

    @property
    def at_hand(self) -> int:
        """How many blocks are kept."""
        return len(self._blocks)

    def restart(self, newest_first: Sequence[LogEntry], total: int) -> None:
        """Begin anew with the first block."""
        self._top, self._total = 0, total
        self._blocks, self._ends = {}, {}
        self._keep(-1, newest_first)

    def prepend(self, oldest_first: Iterable[LogEntry]) -> None:
        """Put newer entries before all others."""
        for entry in oldest_first:
            block, index = divmod(self._top, BLOCK)
            if index == 0:
                self._blocks[block] = [None] * BLOCK
                self._ends[block] = _place(entry)
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
        if self._total == 0 or not self._ends:
            return ()
        last = min(last, self._total - 1)
        blocks = range((self._top - 1 - first) // BLOCK, (self._top - 1 - last) // BLOCK - 1, -1)
        return tuple(self._request(block) for block in blocks if block not in self._blocks)

    def foreseen(self, block: int, page: LogPage) -> Filled:
        """Return what a fetched block will change; the log may turn out shorter or longer than thought."""
        first = self._top - (block + 1) * BLOCK
        last = first + len(page.entries) - 1
        total = self._total
        if page.next is None:
            total = last + 1
        elif total <= last + 1 < MOST_ROWS:
            total = last + 2
        return Filled(first, last, total)

    def fill(self, block: int, page: LogPage) -> None:
        """Keep a fetched block."""
        self._total = self.foreseen(block, page).total
        self._keep(block, page.entries)
        self._forget_old()

    def _keep(self, block: int, newest_first: Sequence[LogEntry]) -> None:
        kept: list[LogEntry | None] = [None] * (BLOCK - len(newest_first))
        kept.extend(reversed(newest_first))
        self._blocks.pop(block, None)
        self._blocks[block] = kept
        if newest_first:
            self._ends[block] = _place(newest_first[-1])

    def _request(self, block: int) -> BlockRequest:
        newer = min(end for end in self._ends if end > block)
        return BlockRequest(block, self._ends[newer], (newer - block - 1) * BLOCK)

    def _forget_old(self) -> None:
        """The newest block is still being filled and stays."""
        newest = (self._top - 1) // BLOCK
        while len(self._blocks) > _MOST_BLOCKS:
            oldest = next(block for block in self._blocks if block != newest)
            del self._blocks[oldest]


def _place(entry: LogEntry) -> LogPlace:
    return LogPlace(entry.created_at, entry.id)
