"""What widgets painted by hand have in common: rounded shapes, focus rings, pills, and whether things may move."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPen

from integration_console.ui.icons import draw_icon
from integration_console.ui.theme import TextSize, theme, ui_font
from integration_console.ui.widgets.tones import Tone

PILL_HEIGHT = 22
_PILL_ICON = 13
_PILL_PADDING = 7
_PILL_GAP = 4
_AWAITED = 9
_ROW_EDGE = 2


def motion_allowed() -> bool:
    """Whether animations run: not in pictures, where there is nobody to see them."""
    return QGuiApplication.platformName() not in ("offscreen", "minimal")


def is_right_to_left() -> bool:
    """Whether the window reads from right to left."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def fill_rounded(painter: QPainter, rect: QRectF, fill: QColor, radius: float, border: QColor | None = None) -> None:
    """A filled rounded rectangle, its border drawn inside."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(border, 1) if border is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    inset = 0.5 if border is not None else 0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def draw_focus_ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """The ring round what the keyboard would act on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("focus"), 2.5 if theme.is_high_contrast else 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)


def draw_chosen_row(painter: QPainter, rect: QRectF) -> None:
    """The ground of a row that is chosen, and the edges that set it apart where its shade does not."""
    painter.fillRect(rect, theme.color("selection"))
    for top in (rect.top(), rect.bottom() - _ROW_EDGE - 1):
        painter.fillRect(QRectF(rect.left(), top, rect.width(), _ROW_EDGE), theme.color("selection-edge"))


def pill_font() -> QFont:
    """The font of pills."""
    return ui_font(TextSize.SMALL, QFont.Weight.Medium)


def pill_size(text: str) -> QSizeF:
    """The room that a pill with this text needs."""
    width = QFontMetricsF(pill_font()).horizontalAdvance(text)
    return QSizeF(_PILL_PADDING * 2 + _PILL_ICON + _PILL_GAP + width + 1, PILL_HEIGHT)


def draw_pill(painter: QPainter, leading_top: QPointF, text: str, tone: Tone, icon_name: str = "") -> None:
    """An icon and a word on a soft surface; `leading_top` is the corner where reading starts."""
    size = pill_size(text)
    mirrored = is_right_to_left()
    left = leading_top.x() - size.width() if mirrored else leading_top.x()
    rect = QRectF(QPointF(left, leading_top.y()), size)
    edge = theme.color(tone.color) if theme.is_high_contrast else None
    fill_rounded(painter, rect, theme.color(tone.soft_color), PILL_HEIGHT / 2, edge)
    icon_left = rect.right() - _PILL_PADDING - _PILL_ICON if mirrored else rect.left() + _PILL_PADDING
    icon_top = rect.center().y() - _PILL_ICON / 2
    draw_icon(painter, QPointF(icon_left, icon_top), icon_name or tone.icon, tone.color, _PILL_ICON)
    taken = _PILL_PADDING + _PILL_ICON + _PILL_GAP
    words = rect.adjusted(0 if mirrored else taken, 0, -taken if mirrored else 0, 0)
    painter.setFont(pill_font())
    painter.setPen(theme.color(tone.color))
    align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.drawText(words, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), text)


def draw_progress(painter: QPainter, rect: QRectF, share: float) -> None:
    """A bar that is full at the leading side as far as the work has come (below 0: not known)."""
    radius = rect.height() / 2
    edge = theme.color("border-strong") if theme.is_high_contrast else None
    fill_rounded(painter, rect, theme.color("neutral-soft"), radius, edge)
    if share < 0:
        third = rect.width() / 3
        fill_rounded(painter, rect.adjusted(third, 0, -third, 0), theme.color("primary"), radius)
        return
    empty = rect.width() * (1 - min(share, 1.0))
    done = rect.adjusted(empty, 0, 0, 0) if is_right_to_left() else rect.adjusted(0, 0, -empty, 0)
    if done.width() >= 1:
        fill_rounded(painter, done, theme.color("primary"), min(radius, done.width() / 2))


def draw_awaited(painter: QPainter, rect: QRectF) -> None:
    """A grey bar in place of words that are on their way."""
    rest = rect.width() * 0.35
    bar = rect.adjusted(rest, 0, 0, 0) if is_right_to_left() else rect.adjusted(0, 0, -rest, 0)
    inset = (bar.height() - _AWAITED) / 2
    fill_rounded(painter, bar.adjusted(0, inset, 0, -inset), theme.color("skeleton"), _AWAITED / 2)
