"""Fields for one line of text: a search, and technical text that always reads left to right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from integration_console.ui.icons import icon
from integration_console.ui.language import Translated
from integration_console.ui.theme import Space
from integration_console.ui.widgets.copying import CopyButton

_PAUSE_MS = 200


class SearchField(Translated, QLineEdit):
    """Emits `searched` once typing pauses; Esc clears it."""

    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(icon("x"), "", self)
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(self._note)
        self.setMinimumWidth(220)
        self.retranslate()

    def retranslate(self) -> None:
        self._clear.setToolTip(self.tr("Clear"))
        if not self.placeholderText() or not self.property("words"):
            self.setPlaceholderText(self.tr("Search"))
        self.setAccessibleName(self.placeholderText())

    def show_placeholder(self, text: str) -> None:
        """Says what can be searched for."""
        self.setProperty("words", True)
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def note_text(self) -> None:
        """Shows whether there is something to clear, where the text was changed without telling anybody."""
        self._clear.setVisible(bool(self.text()))

    def _note(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._timer.start()


class LtrLine(QLineEdit):
    """A line of technical text (URL, key, path) that reads left to right in every language."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "code")
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self._pin()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._pin()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        super().contextMenuEvent(event)
        self._pin()

    def _pin(self) -> None:
        """The direction key is the one thing that a line edit lets decide its direction (its content does else)."""
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Direction_L, Qt.KeyboardModifier.NoModifier)
        QLineEdit.keyPressEvent(self, key)


class CopyLine(QWidget):
    """A read-only technical line with a copy button beside it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = LtrLine(text)
        self._line.setReadOnly(True)
        self._line.setCursorPosition(0)
        self._copy = CopyButton(self._line.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self._line, 1)
        row.addWidget(self._copy)
        self.setFocusProxy(self._line)

    def show_text(self, text: str) -> None:
        """Shows this text, from its beginning."""
        self._line.setText(text)
        self._line.setCursorPosition(0)

    def text(self) -> str:
        """The text that is shown."""
        return self._line.text()

    def show_name(self, name: str) -> None:
        """Names the line for screen readers."""
        self._line.setAccessibleName(name)
