"""A word about a state, with its icon, on a soft surface."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from integration_console.ui.widgets.painting import PILL_HEIGHT, draw_pill, is_right_to_left, pill_size
from integration_console.ui.widgets.tones import Tone


class StatusPill(QWidget):
    """Shows a state in a tone: an icon and a word, never colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._tone = Tone.NEUTRAL
        self._icon = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_status(self, text: str, tone: Tone, icon_name: str = "") -> None:
        """Shows this word in this tone."""
        self._text, self._tone, self._icon = text, tone, icon_name
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """The word that is shown."""
        return self._text

    def sizeHint(self) -> QSize:
        width = pill_size(self._text).width()
        return QSize(round(width + 0.5), PILL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        corner = QPointF(self.width() if is_right_to_left() else 0, (self.height() - PILL_HEIGHT) / 2)
        draw_pill(painter, corner, self._text, self._tone, self._icon)
