"""A line for a secret: hidden while typed, and empty again when the form is opened the next time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from integration_console.ui.icons import icon
from integration_console.ui.language import Translated, language
from integration_console.ui.widgets.fields import LtrLine


class SecretLine(Translated, LtrLine):
    """What is typed can be looked at for a moment; what is stored cannot."""

    def __init__(self, *, stored: bool = False, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._stored = stored
        self._example = example
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._reveal = QAction(icon("eye"), "", self)
        self._reveal.setCheckable(True)
        self._reveal.toggled.connect(self._show_typed)
        self._reveal.setVisible(False)
        self.textChanged.connect(self._note)
        self.addAction(self._reveal, QLineEdit.ActionPosition.TrailingPosition)
        self.retranslate()

    def retranslate(self) -> None:
        self._reveal.setToolTip(self.tr("Show what is typed"))
        self.setPlaceholderText(self.tr("Stored. Leave empty to keep it.") if self._stored else self._example)
        self._dress()

    def _note(self, text: str) -> None:
        self._reveal.setVisible(bool(text))
        self._dress()

    def _dress(self) -> None:
        """The sentence about a stored secret is no code: it stands in the words' font, where they begin."""
        is_sentence = self._stored and not self.text()
        side = Qt.AlignmentFlag.AlignLeft
        if is_sentence and language.is_right_to_left:
            side = Qt.AlignmentFlag.AlignRight
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        role = "" if is_sentence else "code"
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().polish(self)

    def _show_typed(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._reveal.setIcon(icon("eye-off" if shown else "eye"))
