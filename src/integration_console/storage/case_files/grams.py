"""Search indexes over blocks: which runs of three letters, and of five hexadecimal digits, a block has at all.

Each run falls into one of many buckets. For a segment of blocks an index keeps one bit a block for each bucket, so
what has to be read for a search is a handful of slices; a block that lacks one of the runs cannot hold the text.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from integration_console.domain.masking import MASK
from integration_console.storage.case_files.layout import packed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

_MASK: Final = 0xFFFFFFFF
_FACTORS: Final = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35)
_LAST_FACTOR: Final = 0x2C1B3C6D
_LETTERS, _DIGITS = 3, 5
_HEX_RUN: Final = re.compile(r"[0-9a-f]{5,}")
_NO_DIGIT: Final = 255
_SLICE_BYTES: Final = 16384
FEWEST_BLOCKS: Final = 4
"""A segment of fewer blocks is read without an index."""


class Index(IntEnum):
    """What an index is over: the texts of entries, their payloads, or runs of hexadecimal digits in both and in ids."""

    TEXTS = 0
    PAYLOADS = 1
    DIGITS = 2


BUCKET_BITS: Final = {Index.TEXTS: 16, Index.PAYLOADS: 16, Index.DIGITS: 17}


def slice_buckets(index: Index, blocks: int) -> int:
    """Return how many buckets' bits lie together in one chunk of a segment with so many blocks."""
    row = (blocks + 7) // 8
    return min(1 << BUCKET_BITS[index], max(128, 1 << ((_SLICE_BYTES // row).bit_length() - 1)))


def chunks_of(index: Index, blocks: int) -> int:
    """Return how many chunks an index of a segment has."""
    return (1 << BUCKET_BITS[index]) // slice_buckets(index, blocks)


def letter_buckets(text: str) -> frozenset[int]:
    """Return the buckets of a folded text's runs of three letters; lines, and what was redacted, are apart."""
    lines = (line for line in text.replace(MASK[0], "\n").split("\n") if len(line) >= _LETTERS)
    runs = {line[at : at + _LETTERS] for line in lines for at in range(len(line) - _LETTERS + 1)}
    return frozenset(_letters_bucket(run) for run in runs)


def digit_buckets(text: str) -> frozenset[int]:
    """Return the buckets of a folded text's runs of five hexadecimal digits."""
    runs = (run[0][at : at + _DIGITS] for run in _HEX_RUN.finditer(text) for at in range(len(run[0]) - _DIGITS + 1))
    return frozenset((int(run, 16) * _FACTORS[0] & _MASK) >> (32 - BUCKET_BITS[Index.DIGITS]) for run in runs)


def _letters_bucket(run: str) -> int:
    mixed = 0
    for letter, factor in zip(run, _FACTORS, strict=True):
        mixed ^= ord(letter) * factor & _MASK
    mixed ^= mixed >> 15
    return (mixed * _LAST_FACTOR & _MASK) >> (32 - BUCKET_BITS[Index.TEXTS])


class Segment:
    """The indexes of the blocks that are being written, until they are a segment."""

    def __init__(self) -> None:
        """Start without blocks."""
        self._rows: dict[Index, list[NDArray[np.uint8]]] = {index: [] for index in Index}

    def add(self, texts: str, payloads: str, ids: str) -> None:
        """Add a block: its folded texts and payloads, fields apart by U+0000, and its identifiers."""
        import numpy as np  # noqa: PLC0415 - only a writer needs it, and it is slow to load

        letters = {Index.TEXTS: texts, Index.PAYLOADS: payloads}
        codes = {
            index: np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32) for index, text in letters.items()
        }
        id_codes = np.frombuffer(ids.encode("utf-32-le", "replace"), np.uint32)
        for index in letters:
            self._rows[index].append(_bits(index, _letter_runs(codes[index])))
        runs = [_digit_runs(each) for each in (*codes.values(), id_codes)]
        self._rows[Index.DIGITS].append(_bits(Index.DIGITS, np.concatenate(runs)))

    def chunks(self) -> Iterator[bytes]:
        """Yield the chunks of all indexes in their order."""
        for index in Index:
            yield from _slices(index, self._rows[index])


def _bits(index: Index, buckets: NDArray[np.uint32]) -> NDArray[np.uint8]:
    import numpy as np  # noqa: PLC0415 - as above

    present = np.zeros(1 << BUCKET_BITS[index], np.uint8)
    present[buckets] = 1
    return np.packbits(present)


def _letter_runs(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    import numpy as np  # noqa: PLC0415 - as above

    if len(codes) < _LETTERS:
        return codes[:0]
    first, second, third = (np.uint32(each) for each in _FACTORS)
    mixed = (codes[:-2] * first) ^ (codes[1:-1] * second) ^ (codes[2:] * third)
    mixed ^= mixed >> np.uint32(15)
    buckets: NDArray[np.uint32] = (mixed * np.uint32(_LAST_FACTOR)) >> np.uint32(32 - BUCKET_BITS[Index.TEXTS])
    return buckets


def _digit_runs(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    import numpy as np  # noqa: PLC0415 - as above

    if len(codes) < _DIGITS:
        return codes[:0]
    values = np.full(128, _NO_DIGIT, np.uint32)
    for digit in "0123456789abcdef":
        values[ord(digit)] = int(digit, 16)
    digits = np.where(codes < len(values), values[np.minimum(codes, len(values) - 1)], _NO_DIGIT).astype(np.uint32)
    are_digits = digits != _NO_DIGIT
    last = len(codes) - _DIGITS + 1
    number, whole = digits[:last].copy(), are_digits[:last].copy()
    for at in range(1, _DIGITS):
        number = (number << np.uint32(4)) | (digits[at : last + at] & np.uint32(15))
        whole &= are_digits[at : last + at]
    buckets: NDArray[np.uint32] = (number[whole] * np.uint32(_FACTORS[0])) >> np.uint32(32 - BUCKET_BITS[Index.DIGITS])
    return buckets


def _slices(index: Index, rows: Sequence[NDArray[np.uint8]]) -> Iterator[bytes]:
    """Yield the bits of all blocks bucket by bucket: for each bucket a row with a bit for each block."""
    import numpy as np  # noqa: PLC0415 - as above

    step = slice_buckets(index, len(rows)) // 8
    whole = np.array(rows)
    for at in range(0, whole.shape[1], step):
        columns = np.unpackbits(whole[:, at : at + step], axis=1).T
        yield packed([np.packbits(columns, axis=1, bitorder="little").tobytes()])
