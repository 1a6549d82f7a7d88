"""A chip that is pressed while it is chosen: an icon and a word in a tone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from integration_console.ui.icons import draw_icon
from integration_console.ui.theme import TextSize, theme, ui_font
from integration_console.ui.widgets.painting import draw_focus_ring, fill_rounded, is_right_to_left
from integration_console.ui.widgets.tones import Tone

_HEIGHT = 32
_ICON = 14
_GAP = 6
_PADDING = 10
_RADIUS = 6


class Chip(QAbstractButton):
    """One of several choices that do not exclude each other."""

    def __init__(self, tone: Tone, icon_name: str = "") -> None:
        super().__init__()
        self._tone, self._icon = tone, icon_name or tone.icon
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(_font()).horizontalAdvance(self.text())
        return QSize(2 * _PADDING + _ICON + _GAP + width, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_word(self, word: str) -> None:
        """Says the word, to eyes and to screen readers."""
        self.setText(word)
        self.setAccessibleName(word)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        is_filled = self.isChecked() and theme.is_high_contrast
        chosen = self._tone.color if is_filled else self._tone.soft_color
        fill = chosen if self.isChecked() else "surface-hover" if self.underMouse() else "surface"
        sign = "primary-text" if is_filled else self._tone.color
        border = self._tone.color if self.isChecked() else "border"
        fill_rounded(painter, rect, theme.color(fill), _RADIUS, theme.color(border))
        if self.hasFocus():
            draw_focus_ring(painter, rect, _RADIUS)
        mirrored = is_right_to_left()
        start = rect.right() - _PADDING - _ICON if mirrored else rect.left() + _PADDING
        draw_icon(painter, QPointF(start, rect.center().y() - _ICON / 2), self._icon, sign, _ICON)
        near = _PADDING + _ICON + _GAP
        words = rect.adjusted(0 if mirrored else near, 0, -near if mirrored else 0, 0)
        painter.setFont(_font())
        painter.setPen(theme.color(sign if self.isChecked() else "text"))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), self.text())


def _font() -> QFont:
    return ui_font(TextSize.BASE, QFont.Weight.Medium)
