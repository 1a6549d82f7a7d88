"""Chooses which outcomes are shown: any of four, all while none is chosen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from integration_console.domain.logs import LogStatus
from integration_console.ui.icons import draw_icon
from integration_console.ui.language import Translated
from integration_console.ui.tabs.logs.words import TONES, status_word
from integration_console.ui.theme import Space, TextSize, theme, ui_font
from integration_console.ui.widgets.painting import draw_focus_ring, fill_rounded, is_right_to_left

_HEIGHT = 32
_ICON = 14
_GAP = 6
_PADDING = 10
_RADIUS = 6


class StatusChip(QAbstractButton):
    """One outcome: its icon, its word, pressed while it is chosen."""

    def __init__(self, status: LogStatus) -> None:
        super().__init__()
        self._tone = TONES[status]
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(_font()).horizontalAdvance(self.text())
        return QSize(2 * _PADDING + _ICON + _GAP + width, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        fill = self._tone.soft_color if self.isChecked() else "surface-hover" if self.underMouse() else "surface"
        border = self._tone.color if self.isChecked() else "border"
        fill_rounded(painter, rect, theme.color(fill), _RADIUS, theme.color(border))
        if self.hasFocus():
            draw_focus_ring(painter, rect, _RADIUS)
        mirrored = is_right_to_left()
        start = rect.right() - _PADDING - _ICON if mirrored else rect.left() + _PADDING
        draw_icon(painter, QPointF(start, rect.center().y() - _ICON / 2), self._tone.icon, self._tone.color, _ICON)
        near = _PADDING + _ICON + _GAP
        words = rect.adjusted(0 if mirrored else near, 0, -near if mirrored else 0, 0)
        painter.setFont(_font())
        painter.setPen(theme.color(self._tone.color if self.isChecked() else "text"))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), self.text())


class StatusFilter(Translated, QWidget):
    """Four chips; `chosen` is emitted when a person changes one."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips = {status: StatusChip(status) for status in reversed(LogStatus)}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for chip in self.chips.values():
            chip.clicked.connect(lambda _checked: self.chosen.emit())
            row.addWidget(chip)
        self.retranslate()

    @property
    def statuses(self) -> frozenset[LogStatus]:
        """What is chosen; all of them is the same as none."""
        chosen = frozenset(status for status, chip in self.chips.items() if chip.isChecked())
        return frozenset() if len(chosen) == len(LogStatus) else chosen

    def show_statuses(self, statuses: frozenset[LogStatus]) -> None:
        """Shows these as chosen, without telling anybody."""
        for status, chip in self.chips.items():
            chip.setChecked(status in statuses)

    def retranslate(self) -> None:
        for status, chip in self.chips.items():
            chip.setText(status_word(status))
            chip.setAccessibleName(chip.text())
            chip.updateGeometry()
        self.setAccessibleName(self.tr("Outcome"))


def _font() -> QFont:
    return ui_font(TextSize.BASE, QFont.Weight.Medium)
