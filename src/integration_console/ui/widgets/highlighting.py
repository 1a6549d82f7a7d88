"""Colours JSON and XML, line by line, in the colours of the theme."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from integration_console.ui.theme import theme


class Syntax(StrEnum):
    """How a payload is written."""

    JSON = "json"
    XML = "xml"
    PLAIN = "plain"


_JSON: Final = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*")(?=\s*:)|(?P<string>"(?:[^"\\]|\\.)*")'
    r"|(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?P<literal>\btrue\b|\bfalse\b|\bnull\b)|(?P<punctuation>[{}\[\],:])"
)
_XML: Final = re.compile(
    r"(?P<literal><!--.*?-->|<\?.*?\?>)|(?P<key></?[\w:.-]+|/?>)|(?P<number>[\w:.-]+)(?==\")|(?P<string>\"[^\"]*\")"
)
_PATTERNS: Final = {Syntax.JSON: _JSON, Syntax.XML: _XML}


class PayloadHighlighter(QSyntaxHighlighter):
    """Colours a document in one syntax; follows the theme."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._pattern: re.Pattern[str] | None = None
        self._formats: dict[str, QTextCharFormat] = {}
        self._take_colors()
        theme.theme_changed.connect(self._recolor)

    def choose(self, syntax: Syntax) -> None:
        """Colours what is shown next in this syntax."""
        self._pattern = _PATTERNS.get(syntax)

    def highlightBlock(self, text: str) -> None:
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text):
            if match.lastgroup is not None:
                self.setFormat(match.start(), match.end() - match.start(), self._formats[match.lastgroup])

    def _recolor(self) -> None:
        self._take_colors()
        self.rehighlight()

    def _take_colors(self) -> None:
        for group in ("key", "string", "number", "literal", "punctuation"):
            character = QTextCharFormat()
            character.setForeground(theme.color(f"code-{group}"))
            self._formats[group] = character
