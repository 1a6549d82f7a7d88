"""Characters that cannot be seen but change what is: made visible wherever text of others is shown or copied.

What turns the order of text round (bidirectional controls, CVE-2021-42574), what has no width, and control characters
but line breaks and tabs become a code such as ⟨U+202E⟩. Joiners stay where scripts and emoji need them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_JOINERS = "\u200c\u200d"
_PICTURED = "\ufe0f"
_LATIN = "\u02ff"
_JOINED = ("Lo", "Mn", "Mc", "So", "Sk")
_UNSEEN = re.compile(
    "[\\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0001\U000e0020-\U000e007f]"
)


def marked(letter: str) -> str:
    """Return the code that stands for a letter that cannot be seen."""
    return f"⟨U+{ord(letter):04X}⟩"


def visible(text: str, written: Callable[[str], str] = marked) -> str:
    """Return `text` with every unseen character as its code, or as `written` says."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub(lambda match: match[0] if _joins(match) else written(match[0]), text)


def well_formed(text: str) -> str:
    """Return text in which halves of letters (surrogates that stand alone) are replacement characters.

    JSON may hold such, and so do the names of files that are no UTF-8; no file and no database takes them.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def has_unseen(text: str) -> bool:
    """Return whether there is something in `text` that cannot be seen."""
    return visible(text) != text


def _joins(match: re.Match[str]) -> bool:
    """Whether it is a joiner between letters of a script that joins them, or between emoji."""
    text, before, behind = match.string, match.start() - 1, match.end()
    if match[0] not in _JOINERS or before < 0 or behind >= len(text):
        return False
    return _takes_joiners(text[before]) and _takes_joiners(text[behind])


def _takes_joiners(letter: str) -> bool:
    return letter == _PICTURED or (letter > _LATIN and unicodedata.category(letter) in _JOINED)
