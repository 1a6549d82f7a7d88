"""A number that matters, with what it means and how it went lately."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from integration_console.ui.icons import draw_icon
from integration_console.ui.theme import Space, theme
from integration_console.ui.widgets.cards import Card
from integration_console.ui.widgets.labels import ElidedLabel, Label
from integration_console.ui.widgets.painting import fill_rounded, is_right_to_left
from integration_console.ui.widgets.tones import Tone


class Sparkline(QWidget):
    """A small line of counts over time, oldest at the leading side."""

    def __init__(self, role: str = "primary", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._values: tuple[float, ...] = ()
        self.setFixedHeight(34)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_values(self, values: Sequence[float]) -> None:
        """Shows these counts, oldest first."""
        self._values = tuple(values)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(96, 34)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if len(self._values) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._line()
        area = QPainterPath(line)
        area.lineTo(line.currentPosition().x(), self.height())
        area.lineTo(line.elementAt(0).x, self.height())
        painter.fillPath(area, self._shade())
        painter.setPen(QPen(theme.color(self._role), 1.6, j=Qt.PenJoinStyle.RoundJoin, c=Qt.PenCapStyle.RoundCap))
        painter.drawPath(line)

    def _shade(self) -> QLinearGradient:
        shade = QLinearGradient(0, 0, 0, self.height())
        for place, opacity in ((0.0, 0.22), (1.0, 0.0)):
            color = theme.color(self._role)
            color.setAlphaF(opacity)
            shade.setColorAt(place, color)
        return shade

    def _line(self) -> QPainterPath:
        highest = max(*self._values, 1)
        step = (self.width() - 4) / (len(self._values) - 1)
        path = QPainterPath()
        for number, value in enumerate(self._values):
            x = 2 + number * step
            point = QPointF(self.width() - x if is_right_to_left() else x, self._height_of(value / highest))
            path.lineTo(point) if number else path.moveTo(point)
        return path

    def _height_of(self, share: float) -> float:
        return self.height() - 3 - share * (self.height() - 6)


class Emblem(QWidget):
    """An icon on a soft round surface."""

    def __init__(self, icon_name: str, tone: Tone, size: int = 32) -> None:
        super().__init__()
        self._icon, self._tone, self._size = icon_name, tone, size
        self.setFixedSize(size, size)

    def show_icon(self, icon_name: str) -> None:
        """Shows another icon."""
        self._icon = icon_name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        neutral = self._tone is Tone.NEUTRAL
        fill_rounded(painter, QRectF(self.rect()), theme.color("primary-soft" if neutral else self._tone.soft_color), 8)
        side = self._size // 2
        place = QPointF((self._size - side) / 2, (self._size - side) / 2)
        draw_icon(painter, place, self._icon, "link" if neutral else self._tone.color, side)


class StatisticCard(Card):
    """Label, big number, a caption below and a sparkline of how it went."""

    def __init__(self, icon_name: str, tone: Tone = Tone.NEUTRAL, *, clickable: bool = False) -> None:
        super().__init__(clickable=clickable)
        self._label = ElidedLabel("muted")
        self._value = Label("display")
        self._caption = ElidedLabel("caption")
        self._trend = Sparkline("primary" if tone is Tone.NEUTRAL else tone.color)
        head = QHBoxLayout()
        head.addWidget(self._label, 1)
        head.addWidget(Emblem(icon_name, tone))
        middle = QHBoxLayout()
        middle.setSpacing(Space.L)
        middle.addWidget(self._value)
        middle.addWidget(self._trend, 1)
        self.body.setSpacing(Space.XS)
        self.body.addLayout(head)
        self.body.addLayout(middle)
        self.body.addWidget(self._caption)

    def show_label(self, text: str) -> None:
        """Says what is counted."""
        self._label.show_text(text)
        self._name()

    def show_value(self, value: str, caption: str = "") -> None:
        """Shows the number, and a caption that puts it in its place."""
        self._value.setText(value)
        self._caption.show_text(caption)
        self._name()

    def show_trend(self, values: Sequence[float]) -> None:
        """Shows how the number went, oldest first."""
        self._trend.show_values(values)

    @property
    def value(self) -> str:
        """The number as shown."""
        return self._value.text()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._label.accessibleName()}: {self._value.text()}")
