"""A made-up language, accented and 40 % longer, that shows clipped and untranslated text before a translator does."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QTranslator

_ACCENTS: Final = str.maketrans("aceinosuyzACEINOSUYZ", "àçéîñöšüýžÀÇÉÎÑÖŠÜÝŽ")
_HOLE: Final = re.compile(r"(%L?n|%L?\d|\{\w+\}|<[^>]+>)")
_GROWTH: Final = 0.4
_WORD: Final = 7


def pseudo(text: str) -> str:
    """The text, accented and longer; holes such as `{name}` and `%n` stay as they are."""
    parts = _HOLE.split(text)
    accented = "".join(part if _HOLE.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    return f"[{accented}{_more(round(len(text) * _GROWTH))}]" if text.strip() else text


def _more(length: int) -> str:
    """So many characters, in words of usual length, so that lines can be broken."""
    words = "".join(" " if place % _WORD == 0 else "~" for place in range(1, length))
    return f"{words}~"


class PseudoTranslator(QTranslator):
    """Answers every question with the pseudo-translated source text."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, _context: str, source: str, _comment: str | None = None, _n: int = -1) -> str:
        return pseudo(source)
