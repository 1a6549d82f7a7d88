"""Something is under way: a turning sign."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent

from integration_console.ui.icons import draw_icon
from integration_console.ui.widgets.labels import Sign
from integration_console.ui.widgets.painting import motion_allowed

_TICK_MS = 50
_STEP = 18


class Spinner(Sign):
    """A sign that can turn, while what it stands for is under way."""

    def __init__(self, size: int = 18) -> None:
        super().__init__(size=size)
        self._turning = False
        self._angle = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._turn)

    def show_turning(self, turning: bool) -> None:
        """Turns, or stands still with the icon that was shown last."""
        self._turning = turning
        self._angle = 0
        self._run()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._turning:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.rotate(self._angle)
        draw_icon(painter, QPointF(-self.width() / 2, -self.height() / 2), "loader-circle", "link", self.width())

    def _run(self) -> None:
        if self._turning and self.isVisible() and motion_allowed():
            self._timer.start()
        else:
            self._timer.stop()

    def _turn(self) -> None:
        self._angle = (self._angle + _STEP) % 360
        self.update()
