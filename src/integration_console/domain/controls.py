"""Characters that cannot be seen but change what is: made visible wherever text of others is shown or copied.

What turns the order of text round (bidirectional controls, CVE-2021-42574), what has no width, and control characters
but line breaks and tabs become a code such as ⟨U+202E⟩. Joiners stay where scripts and emoji need them.
"""

from __future__ import annotations

import re
import unicodedata

_JOINERS = "\u200c\u200d"
_PICTURED = "\ufe0f"
_LATIN = "\u02ff"
_JOINED = ("Lo", "Mn", "Mc", "So", "Sk")
_UNSEEN = re.compile(
    "[\\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0001\U000e0020-\U000e007f]"
)


def visible(text: str) -> str:
    """Return `text` with every unseen character as its code; text without any is returned as it is."""
    return text if text.isascii() and text.isprintable() else _UNSEEN.sub(_code, text)


def has_unseen(text: str) -> bool:
    """Return whether there is something in `text` that cannot be seen."""
    return visible(text) != text


def _code(match: re.Match[str]) -> str:
    letter = match[0]
    if letter in _JOINERS and _joins(match):
        return letter
    return f"⟨U+{ord(letter):04X}⟩"


def _joins(match: re.Match[str]) -> bool:
    """Whether a joiner stands between letters of a script that joins them, or between emoji."""
    text, before, behind = match.string, match.start() - 1, match.end()
    return before >= 0 and behind < len(text) and _takes_joiners(text[before]) and _takes_joiners(text[behind])


def _takes_joiners(letter: str) -> bool:
    return letter == _PICTURED or (letter > _LATIN and unicodedata.category(letter) in _JOINED)
