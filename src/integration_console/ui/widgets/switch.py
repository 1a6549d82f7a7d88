"""A switch: on or off at once, without a button to agree."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from integration_console.ui.theme import theme
from integration_console.ui.widgets.painting import draw_focus_ring, fill_rounded, is_right_to_left
from integration_console.ui.widgets.refusable import Refusable

_SIZE = QSize(38, 24)
_TRACK = QSize(34, 20)
_KNOB = 14


class Switch(Refusable, QAbstractButton):
    """`clicked` says what a person wants; whoever listens shows what came of it with `setChecked`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        """Names the switch, for eyes and for screen readers."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return _SIZE

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        track = QRectF(0, 0, _TRACK.width(), _TRACK.height())
        track.moveCenter(QRectF(self.rect()).center())
        fill_rounded(painter, track, theme.color(self._track_role()), track.height() / 2)
        inset = (track.height() - _KNOB) / 2
        at_end = self.isChecked() is not is_right_to_left()
        start = track.right() - inset - _KNOB if at_end else track.left() + inset
        knob = QRectF(QPointF(start, track.top() + inset), QPointF(start + _KNOB, track.top() + inset + _KNOB))
        fill_rounded(painter, knob, theme.color("primary-text"), _KNOB / 2)
        if self.hasFocus():
            draw_focus_ring(painter, QRectF(self.rect()), 11)

    def _track_role(self) -> str:
        if not self.isEnabled():
            return "border"
        if self.isChecked():
            return "primary-hover" if self.underMouse() else "primary"
        return "text-muted" if self.underMouse() else "text-disabled"
