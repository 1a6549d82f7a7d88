"""Grey shapes where content will be, while it is on its way."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QHideEvent, QLinearGradient, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from integration_console.ui.language import Translated
from integration_console.ui.theme import theme
from integration_console.ui.widgets.painting import is_right_to_left, motion_allowed

_WIDTHS = (0.92, 0.68, 0.81, 0.55, 0.74, 0.62)
_TICK_MS = 40
_CYCLE = 36


class Skeleton(Translated, QWidget):
    """`lines` bars of `bar_height` that shimmer while they are seen, unless nothing may move."""

    def __init__(
        self, lines: int = 6, bar_height: int = 12, gap: int = 18, parent: QWidget | None = None, *, inset: int = 0
    ) -> None:
        super().__init__(parent)
        self._lines, self._bar, self._gap, self._inset = lines, bar_height, gap, inset
        self._phase = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._advance)
        self.setMinimumHeight(lines * (bar_height + gap) + 2 * inset)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Loading"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if motion_allowed():
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("skeleton"))
        painter.setBrush(self._shine())
        for line in range(self._lines):
            room = self.width() - 2 * self._inset
            width = room * _WIDTHS[line % len(_WIDTHS)]
            left = self.width() - self._inset - width if is_right_to_left() else self._inset
            top = self._inset + line * (self._bar + self._gap)
            painter.drawRoundedRect(QRectF(left, top, width, self._bar), self._bar / 2, self._bar / 2)

    def _shine(self) -> QLinearGradient:
        center = self.width() * (self._phase / _CYCLE * 1.6 - 0.3)
        shine = QLinearGradient(center - 120, 0, center + 120, 0)
        for place, role in ((0.0, "skeleton"), (0.5, "skeleton-shine"), (1.0, "skeleton")):
            shine.setColorAt(place, theme.color(role))
        return shine

    def _advance(self) -> None:
        self._phase = (self._phase + 1) % _CYCLE
        self.update()
