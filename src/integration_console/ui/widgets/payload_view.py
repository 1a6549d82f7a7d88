"""Shows a payload (JSON, XML, plain text): left to right in every language, coloured, big ones in pieces."""

from __future__ import annotations

import json
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from integration_console.ui.theme import code_font
from integration_console.ui.widgets.copying import CopyButton
from integration_console.ui.widgets.highlighting import PayloadHighlighter, Syntax

_PIECE: Final = 24_000
_PRETTY_LIMIT: Final = 2_000_000


def readable(payload: str, content_type: str = "") -> tuple[str, Syntax]:
    """The payload indented, and its syntax. Slow for big ones: call it in a task."""
    if payload.lstrip()[:1] in ("{", "[") and len(payload) <= _PRETTY_LIMIT:
        try:
            return json.dumps(json.loads(payload), indent=2, ensure_ascii=False), Syntax.JSON
        except json.JSONDecodeError:
            return payload, Syntax.PLAIN
    if "xml" in content_type or payload.lstrip().startswith("<"):
        return payload, Syntax.XML
    return payload, Syntax.PLAIN


class PayloadView(QPlainTextEdit):
    """A read-only view of technical text, with a copy button in its corner."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "codeview")
        self.setReadOnly(True)
        self.setFont(code_font())
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.document().setDocumentMargin(2)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._highlighter = PayloadHighlighter(self.document())
        self._rest = ""
        self._whole = ""
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._add_piece)
        self._copy = CopyButton(lambda: self._whole, self)

    def show_text(self, text: str, syntax: Syntax = Syntax.PLAIN) -> None:
        """Shows a text that is already laid out as it should be read (see `readable`)."""
        self._highlighter.choose(syntax)
        self._whole = text
        self._rest = text
        self.clear()
        self._add_piece()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def text(self) -> str:
        """All of the text, though not all of it may be drawn yet."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._copy.move(self.width() - self._copy.sizeHint().width() - 14, 6)

    def _add_piece(self) -> None:
        cut = self._rest.find("\n", _PIECE)
        cut = min(cut if cut >= 0 else len(self._rest), 4 * _PIECE)
        piece, self._rest = self._rest[:cut], self._rest[cut:]
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(piece)
        if self._rest:
            self._timer.start()
        else:
            self._timer.stop()
