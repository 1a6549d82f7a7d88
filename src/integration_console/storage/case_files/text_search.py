"""Searches a column of texts at once: most of it as bytes, only what is not plain ASCII text by text.

What holds of which rows is a mask: a whole number with one byte for each row, 1 where it holds.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from integration_console.domain.errors import CaseFileMalformed
from integration_console.domain.folding import folded
from integration_console.domain.log_payloads import unescaped
from integration_console.domain.masking import MASK
from integration_console.storage.case_files import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEPARATOR = b"\0"
_ESCAPE = b"\\u"


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


def is_plain(raw: bytes, *, may_escape: bool = False) -> bool:
    """Return whether a text is searched as it stands, but for capitals; `may_escape`: JSON may hide its letters."""
    return raw.isascii() and not (may_escape and _ESCAPE in raw)


def folds_of(column: bytes, *, may_escape: bool = False) -> bytes:
    """Return the texts of a column that are not plain, folded: what is stored beside it."""
    if is_plain(column, may_escape=may_escape):
        return b""
    others = (each for each in column.split(_SEPARATOR) if not is_plain(each, may_escape=may_escape))
    texts = (_searched(each.decode("utf-8", "replace"), may_escape) for each in others)
    return _SEPARATOR.join(each.encode("utf-8", "replace") for each in texts)


def _searched(text: str, may_escape: bool) -> str:
    return folded(unescaped(text) if may_escape else text)


class TextColumn:
    """Texts of a block, one for each entry."""

    def __init__(self, column: bytes, folds: bytes, count: int, *, may_escape: bool = False) -> None:
        """Take the column as it is stored. Raises `CaseFileMalformed` when it is looked at and has other rows."""
        self._column, self._folds, self._count = column, folds, count
        self._may_escape = may_escape

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
            texts = (_searched(self.text(row), self._may_escape) for row in range(self._count))
            return mask_of(bytes(needle in each for each in texts))
        raw = needle.encode("utf-8", "replace")
        flags = bytearray(self._count)
        if needle.isascii():
            for row in _rows_having(self._lower, raw):
                flags[row] = 1  # where letters are hidden, what is found is taken back below
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
        """The rows that are not plain, which the stored folds are of."""
        found = [row for row, raw in enumerate(self.rows) if not is_plain(raw, may_escape=self._may_escape)]
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
