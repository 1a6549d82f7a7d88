"""Icons that take their colour from the theme and point the way the language reads, live."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from integration_console.ui.svg import icon_svg
from integration_console.ui.theme import theme

_DIRECTIONAL: Final = frozenset(
    {
        "arrow-left", "arrow-right", "arrow-up-right", "chevron-left", "chevron-right", "chevrons-left",
        "chevrons-right", "corner-down-right", "external-link", "list", "list-filter", "log-in", "log-out",
        "panel-left", "redo-2", "reply", "scroll-text", "send", "square-arrow-out-up-right", "text", "undo-2",
    }
)  # fmt: skip


def icon(name: str, role: str = "text-muted") -> QIcon:
    """The icon of this Lucide name in the colour of this theme role."""
    return QIcon(_ThemedIcon(name, role))


def draw_icon(painter: QPainter, place: QPointF, name: str, role: str, size: int) -> None:
    """Paints an icon of `size` device-independent pixels at its upper left corner."""
    ratio = painter.device().devicePixelRatio()
    picture = _rendered(name, theme.color(role).name(), round(size * ratio), ratio, _is_mirrored(name))
    painter.drawPixmap(place, picture)


class _ThemedIcon(QIconEngine):
    """Paints the icon afresh in the colour that its role has now."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        return _ThemedIcon(self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size() * ratio, mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        role = "text-disabled" if mode is QIcon.Mode.Disabled else self._role
        side = min(size.width(), size.height())
        return _rendered(self._name, theme.color(role).name(), side, scale, _is_mirrored(self._name))


def _is_mirrored(name: str) -> bool:
    return name in _DIRECTIONAL and QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


@lru_cache(maxsize=512)
def _rendered(name: str, color: str, side: int, ratio: float, mirrored: bool) -> QPixmap:
    """`side` is in device pixels. Small icons get a slightly thinner line, so that they weigh what text weighs."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(icon_svg(name, color, stroke=1.9))).render(painter, QRectF(QPoint(0, 0), QSize(side, side)))
    painter.end()
    if mirrored:
        pixmap = pixmap.transformed(QTransform().scale(-1, 1))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
