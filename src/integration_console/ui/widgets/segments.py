"""A choice of a few, all of them seen."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from integration_console.ui.theme import TextSize, theme, ui_font
from integration_console.ui.widgets.painting import draw_focus_ring, fill_rounded

_HEIGHT = 32
_PADDING = 12


class _Segment(QAbstractButton):
    """One of the choices."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(_font()).horizontalAdvance(self.text())
        return QSize(width + 2 * _PADDING, _HEIGHT - 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.isChecked():
            fill_rounded(painter, rect, theme.color(_ground()), 5, theme.color("border"))
        elif self.underMouse():
            fill_rounded(painter, rect, theme.color("surface-hover"), 5)
        if self.hasFocus():
            draw_focus_ring(painter, rect, 5)
        painter.setFont(_font())
        painter.setPen(theme.color(_words() if self.isChecked() else "text-muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())


class SegmentedControl(QWidget):
    """One of a few values; `chosen` carries the key. Arrow keys move the choice."""

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._segments = {key: _Segment(self) for key in keys}
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for key, segment in self._segments.items():
            self._group.addButton(segment)
            segment.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            row.addWidget(segment)
        self._segments[keys[0]].setChecked(True)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def key(self) -> str:
        """The key that is chosen."""
        return next(key for key, segment in self._segments.items() if segment.isChecked())

    def choose(self, key: str) -> None:
        """Shows this choice, without telling anybody."""
        self._segments[key].setChecked(True)

    def offer(self, key: str, *, offered: bool) -> None:
        """Offers a choice, or not; one that was made and is not offered any more falls back to the first."""
        segment = self._segments[key]
        segment.setVisible(offered)
        if not offered and segment.isChecked():
            next(iter(self._segments.values())).setChecked(True)

    def offer_only(self, keys: Collection[str]) -> None:
        """Offers these choices and no others."""
        for key in self._segments:
            self.offer(key, offered=key in keys)

    def take_focus(self) -> None:
        """Puts the keyboard on the choice that is made."""
        self._segments[self.key].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_labels(self, labels: dict[str, str]) -> None:
        """Names the choices, in the language in force."""
        for key, text in labels.items():
            self._segments[key].setText(text)
            self._segments[key].updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = theme.color("border") if theme.is_high_contrast else None
        fill_rounded(painter, QRectF(self.rect()), theme.color("neutral-soft"), 7, edge)


def _ground() -> str:
    """The role behind the choice that is made: another shade, and in high contrast another colour altogether."""
    return "primary" if theme.is_high_contrast else "surface"


def _words() -> str:
    return "primary-text" if theme.is_high_contrast else "text"


def _font() -> QFont:
    return ui_font(TextSize.BASE, QFont.Weight.Medium)
