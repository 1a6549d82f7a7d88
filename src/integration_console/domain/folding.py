"""Text as it is compared in searches: letters that people write in several ways are one, marks are left out.

Lower case; alef with hamza, madda or wasla is alef; alef maqsura is ya; ta marbuta is ha; hamza on waw or ya is the
letter below it; tatweel, harakat, NUL and the invisible signs of direction are nothing; Arabic-Indic digits are digits.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAME = {
    **dict.fromkeys("أإآٱ", "ا"),
    "ى": "ي",
    "ئ": "ي",
    "ؤ": "و",
    "ة": "ه",
    **{chr(zero + digit): str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)},
}
_NOTHING = (
    "\u0640"  # tatweel
    + "".join(map(chr, (*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD))))
    + "".join(map(chr, (*range(0x06DF, 0x06E5), 0x06E7, 0x06E8, *range(0x06EA, 0x06EE), *range(0x08D3, 0x0900))))
    + "\0\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_TABLE = {ord(letter): same for letter, same in _SAME.items()} | dict.fromkeys(map(ord, _NOTHING))


def folded(text: str) -> str:
    """Return `text` as it is compared; folding it again changes nothing."""
    if text.isascii():
        return text.lower().replace("\0", "")
    whole = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFC", whole.translate(_TABLE).lower()).translate(_TABLE)


def hits(text: str, needle: str) -> Iterator[tuple[int, int]]:
    """Yield where the folded `needle` is in `text`, as begin and end in the text as it is written.

    Marks that follow a hit's last letter belong to it, so that a reader sees the whole word marked.
    """
    if not needle:
        return
    plain, places = _folded_with_places(text)
    at = plain.find(needle)
    while at >= 0:
        end = at + len(needle)
        yield places[at], places[end] if end < len(places) else len(text)
        at = plain.find(needle, end)


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """Return the folded text, and of each of its letters where it begins in the text as it is written."""
    letters: list[str] = []
    places: list[int] = []
    begin = 0
    while begin < len(text):
        end = begin + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        for letter in folded(text[begin:end]):
            letters.append(letter)
            places.append(begin)
        begin = end
    return "".join(letters), places
