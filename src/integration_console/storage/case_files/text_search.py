"""Searches a column of texts at once: most of it as bytes, only what is not plain ASCII text by text.

What holds of which rows is a mask: a whole number with one byte for each row, 1 where it holds.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from integration_console.domain.errors import CaseFileMalformed
from integration_console.domain.folding import folded
from integration_console.domain.masking import MASK
from integration_console.storage.case_files import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEPARATOR = b"\0"


def mask_of(flags: bytes | bytearray) -> int:
    """Return the mask of rows, of which each has 1 or 0."""
    return int.from_bytes(flags, "little")


def everything(count: int) -> int:
    """Return the mask of all rows."""
    return int.from_bytes(b"\1" * count, "little")


def rows_of(mask: int, count: int) -> list[int]:
    """Return the rows of a mask, in their order."""
    flags = mask.to_bytes(count, "little")
    found, at = [], flags.find(1)
    while at >= 0:
        found.append(at)
        at = flags.find(1, at + 1)
    return found


def folds_of(column: bytes) -> bytes:
    """Return the texts of a column that are not ASCII alone, folded: what is stored beside it."""
    if column.isascii():
        return b""
    others = (each for each in column.split(_SEPARATOR) if not each.isascii())
    return _SEPARATOR.join(folded(each.decode("utf-8", "replace")).encode("utf-8", "replace") for each in others)


class TextColumn:
    """Texts of a block, one for each entry."""

    def __init__(self, column: bytes, folds: bytes, count: int) -> None:
        """Take the column as it is stored. Raises `CaseFileMalformed` when it is looked at and has other rows."""
        self._column, self._folds, self._count = column, folds, count

    @cached_property
    def rows(self) -> list[bytes]:
        """The texts as they are stored."""
        return columns.texts_from_bytes(self._column, self._count)

    def text(self, row: int) -> str:
        """Return one text."""
        return columns.text_of(self.rows[row])

    def having(self, needle: str) -> int:
        """Return the mask of texts that hold the folded `needle`, which is not empty and of one line."""
        if MASK[0] in needle or columns.STAND_IN.decode() in needle:
            return mask_of(bytes(needle in folded(self.text(row)) for row in range(self._count)))
        raw = needle.encode("utf-8", "replace")
        flags = bytearray(self._count)
        if needle.isascii():
            for row in _rows_having(self._lower, raw):
                flags[row] = 1
        if self._folds:
            hits = set(_rows_having(self._folds, raw))
            for at, row in enumerate(self._others):
                flags[row] = at in hits
        return mask_of(flags)

    @cached_property
    def _lower(self) -> bytes:
        """The column in lower case, with a control character in place of what was redacted."""
        if self._column.count(_SEPARATOR) != self._count - 1:
            raise CaseFileMalformed(part="texts")
        return self._column.lower()

    @cached_property
    def _others(self) -> list[int]:
        """The rows that are not ASCII alone, which the stored folds are of."""
        found = [row for row, raw in enumerate(self.rows) if not raw.isascii()]
        if len(found) != self._folds.count(_SEPARATOR) + 1:
            raise CaseFileMalformed(part="texts")
        return found


def _rows_having(texts: bytes, needle: bytes) -> Iterator[int]:
    """Yield the numbers of the texts, apart by U+0000, that hold the needle."""
    row, counted = 0, 0
    at = texts.find(needle)
    while at >= 0:
        row += texts.count(_SEPARATOR, counted, at)
        yield row
        counted = at
        end = texts.find(_SEPARATOR, at)
        at = texts.find(needle, end) if end >= 0 else -1
