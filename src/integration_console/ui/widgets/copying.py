"""Copies text to the clipboard as it is meant, and shows that it did."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from integration_console.ui.language import Translated, strip_isolates
from integration_console.ui.widgets.buttons import IconButton

_SHOWN_MS = 1500


def copy_text(text: str) -> None:
    """Puts the text on the clipboard, without invisible direction marks."""
    QGuiApplication.clipboard().setText(strip_isolates(text))


class CopyButton(Translated, IconButton):
    """Copies what `text` returns when it is pressed; a tick shows that it did."""

    copied = Signal()

    def __init__(self, text: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__("copy", parent)
        self._text = text
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(lambda: self.show_icon("copy"))
        self.clicked.connect(self._copy)
        self.retranslate()

    def retranslate(self) -> None:
        self.show_name(self.tr("Copy"))

    def _copy(self) -> None:
        copy_text(self._text())
        self.show_icon("check", "success")
        self._timer.start()
        self.copied.emit()
