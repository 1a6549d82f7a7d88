"""Columns of a block as bytes and back: texts, words from a short list, identifiers, moments, durations.

Numbers are written in planes (all first bytes, then all second ones, ...), which compress far better.
"""

from __future__ import annotations

import re
import struct
import sys
from array import array
from functools import cached_property
from itertools import accumulate, pairwise
from math import gcd, isinf, nan
from typing import TYPE_CHECKING, TypeVar

from integration_console.domain.errors import CaseFileMalformed
from integration_console.domain.masking import MASK
from integration_console.storage.case_files.layout import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

Numbers = TypeVar("Numbers", "array[int]", "array[float]")
_NUL, _SHOWN_NUL = b"\0", "\u2400".encode()
STAND_IN, _SHOWN_STAND_IN = b"\x1a", "\u241a".encode()
_MASK = MASK.encode()
_LONGEST, _LONGEST_WORDS = 2 * LONGEST_TEXT, 1 << 20
"""A stand-in becomes 18 bytes: what is read out stays within bounds."""
_ID = 16
_NOTHING = "0" * 2 * _ID
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NO_UUID = "00000000-0000-0000-0000-000000000000"
_FEW = 256
_TIMES = struct.Struct("<qQ")
_TEXT_FORM, _ID_FORM = b"\0", b"\1"
_LATEST = 1 << 62


def bytes_of(text: str) -> bytes:
    """Return a text as it lies in a file: U+0000 is the separator there, U+001A stands for what was redacted.

    Where a text has one of these itself, the picture of it takes its place.
    """
    return raw_of(text.encode("utf-8", "replace"))


def raw_of(text: bytes) -> bytes:
    """Return a text that is UTF-8 already as it lies in a file."""
    return text.replace(_NUL, _SHOWN_NUL).replace(STAND_IN, _SHOWN_STAND_IN).replace(_MASK, STAND_IN)


def unraw(stored: bytes) -> bytes:
    """Return a stored text in UTF-8. Raises `CaseFileMalformed` where it is longer than any that is written."""
    if len(stored) > _LONGEST:
        raise CaseFileMalformed(part="texts")
    return stored.replace(STAND_IN, _MASK)


def texts_to_bytes(texts: Sequence[bytes]) -> bytes:
    """Return a column of texts."""
    return b"\0".join(texts)


def texts_from_bytes(column: bytes, count: int) -> list[bytes]:
    """Return the texts of a column. Raises `CaseFileMalformed`."""
    found = column.split(b"\0")
    if len(found) != count:
        raise CaseFileMalformed(part="texts")
    return found


def words_to_bytes(words: Sequence[str]) -> tuple[bytes, bytes]:
    """Return a column of words that repeat: the different ones, and for each row which it is."""
    places: dict[str, int] = {}
    codes = [places.setdefault(word, len(places)) for word in words]
    width = 1 if len(places) <= _FEW else 2
    return texts_to_bytes([bytes_of(word) for word in places]), planes(_little(array("H", codes)).tobytes(), 2)[
        : width * len(codes)
    ]


def words_from_bytes(values: bytes, codes: bytes, count: int) -> tuple[list[str], bytes | array[int]]:
    """Return the different words, and each row's number among them (bytes where there are at most 256)."""
    if len(values) > _LONGEST_WORDS:
        raise CaseFileMalformed(part="words")
    words = [text_of(each) for each in values.split(b"\0")]
    if len(words) <= _FEW:
        if len(codes) != count or (codes and max(codes) >= len(words)):
            raise CaseFileMalformed(part="words")
        return words, codes
    wide = _little(array("H", unplanes(codes, 2, count)))
    if max(wide) >= len(words):
        raise CaseFileMalformed(part="words")
    return words, wide


def ids_to_bytes(ids: Sequence[str]) -> bytes:
    """Return a column of identifiers: 16 bytes each ("" is 16 zeros), or texts where one is no UUID."""
    if all(not each or (_UUID.fullmatch(each) and each != _NO_UUID) for each in ids):
        return _ID_FORM + planes(bytes.fromhex("".join(each.replace("-", "") or _NOTHING for each in ids)), _ID)
    return _TEXT_FORM + texts_to_bytes([bytes_of(each) for each in ids])


class IdColumn:
    """Identifiers of a block, made into text when they are asked for."""

    def __init__(self, column: bytes, count: int) -> None:
        """Take the column as it is stored. Raises `CaseFileMalformed`."""
        self._texts: list[str] | None = None
        self._planes, self._count = column[1:], count
        if column[:1] == _TEXT_FORM:
            if len(column) > _LONGEST_WORDS:
                raise CaseFileMalformed(part="identifiers")
            self._texts = [text_of(each) for each in texts_from_bytes(column[1:], count)]
        elif column[:1] != _ID_FORM or len(self._planes) != _ID * count:
            raise CaseFileMalformed(part="identifiers")

    @cached_property
    def all(self) -> list[str]:
        """All of them."""
        if self._texts is not None:
            return self._texts
        digits, width = unplanes(self._planes, _ID, self._count).hex(), 2 * _ID
        return [_id_text(digits[at : at + width]) for at in range(0, width * self._count, width)]

    def at(self, row: int) -> str:
        """Return one of them."""
        return _id_text(self._planes[row :: self._count].hex()) if self._texts is None else self._texts[row]


def _id_text(digits: str) -> str:
    if digits == _NOTHING:
        return ""
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def moments_to_bytes(moments: Sequence[int]) -> bytes:
    """Return moments in microseconds, newest first, as what lies between each and the one before."""
    steps = [before - moment for before, moment in pairwise(moments)]
    unit = gcd(*steps) or 1
    steps_in_units = array("Q", [0, *(each // unit for each in steps)])
    return _TIMES.pack(moments[0], unit) + planes(_little(steps_in_units).tobytes(), 8)


def moments_from_bytes(column: bytes, count: int) -> list[int]:
    """Return the moments of a column, newest first. Raises `CaseFileMalformed`."""
    if len(column) < _TIMES.size:
        raise CaseFileMalformed(part="moments")
    newest, unit = _TIMES.unpack_from(column)
    steps = _little(array("Q", unplanes(column[_TIMES.size :], 8, count)))
    found = list(accumulate((-unit * step for step in steps), initial=newest))[1:]
    if not -_LATEST < found[-1] <= found[0] < _LATEST or unit == 0:
        raise CaseFileMalformed(part="moments")
    return found


def durations_to_bytes(durations: Sequence[float | None]) -> bytes:
    """Return durations in milliseconds."""
    values = array("d", [float("nan") if each is None else each for each in durations])
    return planes(_little(values).tobytes(), 8)


def durations_from_bytes(column: bytes, count: int) -> array[float]:
    """Return the durations of a column; NaN stands for none, also where it is endless. Raises `CaseFileMalformed`."""
    found = _little(array("d", unplanes(column, 8, count)))
    return array("d", (nan if isinf(each) else each for each in found)) if any(map(isinf, found)) else found


def text_of(raw: bytes) -> str:
    """Return a stored text. Raises `CaseFileMalformed`."""
    try:
        return unraw(raw).decode()
    except UnicodeDecodeError as error:
        raise CaseFileMalformed(part="texts") from error


def planes(raw: bytes, width: int) -> bytes:
    """Return values of `width` bytes as their first bytes, then their second ones, and so on."""
    return b"".join(raw[at::width] for at in range(width))


def unplanes(column: bytes, width: int, count: int) -> bytes:
    """Return the values again. Raises `CaseFileMalformed`."""
    if len(column) != width * count:
        raise CaseFileMalformed(part="numbers")
    raw = bytearray(len(column))
    for at in range(width):
        raw[at::width] = column[at * count : (at + 1) * count]
    return bytes(raw)


def _little(values: Numbers) -> Numbers:
    if sys.byteorder == "big":
        values.byteswap()
    return values
