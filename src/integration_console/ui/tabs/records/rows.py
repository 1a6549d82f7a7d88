"""The records that are at hand: blocks of rows, fetched as they are looked at, the oldest forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from integration_console.domain.records import Record, RecordPage, RecordPlace

BLOCK: Final = 200
"""How many rows are fetched at once."""
MOST_ROWS: Final = 100_000
"""How many rows the table has at most; beyond, the search finds what scrolling cannot."""
_MOST_BLOCKS: Final = 40


@dataclass(frozen=True, slots=True)
class BlockRequest:
    """What to fetch for a block: the rows behind the record `skip` places behind `after` (None: from the top)."""

    block: int
    after: RecordPlace | None
    skip: int


@dataclass(frozen=True, slots=True)
class Filled:
    """What a fetched block changes: the rows `first` to `last` (none: `last` < `first`), how many rows there are."""

    first: int
    last: int
    total: int


class RecordRows:
    """Rows in the order of titles.

    Of every block that was ever at hand the place of its last record is remembered, from which a later one is fetched
    (keyset pages). After a change old blocks are shown until they are fetched anew.
    """

    def __init__(self) -> None:
        self._total = 0
        self._blocks: dict[int, tuple[Record, ...]] = {}
        self._ends: dict[int, RecordPlace] = {}
        self._stale: set[int] = set()

    @property
    def total(self) -> int:
        """How many rows there are, at hand or not."""
        return self._total

    @property
    def at_hand(self) -> int:
        """How many blocks are kept."""
        return len(self._blocks)

    def restart(self, page: RecordPage, total: int) -> None:
        """Begin anew with the first block."""
        self._total = total
        self._blocks, self._ends, self._stale = {}, {}, set()
        self._keep(0, page)

    def renew(self, page: RecordPage, total: int) -> None:
        """The records have changed: the first block is at hand, all others are fetched anew when they are seen."""
        self._total = total
        self._ends = {}
        self._stale = set(self._blocks)
        self._keep(0, page)

    def record(self, row: int) -> Record | None:
        """Return the record of a row, None while it is not at hand."""
        kept = self._blocks.get(row // BLOCK, ())
        place = row % BLOCK
        return kept[place] if place < len(kept) else None

    def loaded(self) -> Iterator[tuple[int, Record]]:
        """Yield every record at hand with its row."""
        for block, kept in self._blocks.items():
            for place, record in enumerate(kept):
                yield block * BLOCK + place, record

    def row_of(self, external_id: str) -> int | None:
        """Return the row of a record that is at hand."""
        return next((row for row, record in self.loaded() if record.external_id == external_id), None)

    def missing(self, first: int, last: int) -> tuple[BlockRequest, ...]:
        """Return what to fetch so that the rows `first` to `last` are at hand and fresh."""
        if self._total == 0:
            return ()
        blocks = range(max(first, 0) // BLOCK, min(last, self._total - 1) // BLOCK + 1)
        return tuple(self._request(block) for block in blocks if block not in self._blocks or block in self._stale)

    def foreseen(self, block: int, page: RecordPage) -> Filled:
        """Return what a fetched block will change; there may turn out to be more or fewer records than thought."""
        first = block * BLOCK
        last = first + len(page.records) - 1
        total = self._total
        if page.next is None:
            total = last + 1
        elif total <= last + 1 < MOST_ROWS:
            total = last + 2
        return Filled(first, last, total)

    def fill(self, block: int, page: RecordPage) -> None:
        """Keep a fetched block."""
        self._total = self.foreseen(block, page).total
        self._keep(block, page)
        while len(self._blocks) > _MOST_BLOCKS:
            del self._blocks[next(each for each in self._blocks if each != block)]

    def _keep(self, block: int, page: RecordPage) -> None:
        self._blocks.pop(block, None)
        self._blocks[block] = page.records
        self._stale.discard(block)
        if page.records:
            last = page.records[-1]
            self._ends[block] = RecordPlace(last.title, last.external_id)

    def _request(self, block: int) -> BlockRequest:
        nearest = max((each for each in self._ends if each < block), default=-1)
        return BlockRequest(block, self._ends.get(nearest), (block - nearest - 1) * BLOCK)
