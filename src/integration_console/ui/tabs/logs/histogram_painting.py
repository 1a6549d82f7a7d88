"""Paints bars over time: stacked by how it went, with times below them, in the direction of reading."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter

from integration_console.domain.log_figures import LogBar, LogHistogram
from integration_console.domain.logs import LogStatus
from integration_console.ui.language import formats
from integration_console.ui.tabs.logs.words import TONES
from integration_console.ui.theme import TextSize, theme, ui_font
from integration_console.ui.widgets import Tone
from integration_console.ui.widgets.painting import fill_rounded, is_right_to_left

ROUND: Final = 6
_MARGIN: Final = 8.0
_AXIS: Final = 18
_TOP: Final = 6.0
_GAP: Final = 1.0
_LEAST: Final = 2.0
_QUIET: Final = 0.5
_WIDEST: Final = 64.0
_EDGE: Final = 2.0
_TWO_DAYS: Final = 2 * 86_400
_TWO_YEARS: Final = 2 * 366 * 24 * 3600
_MARKS: Final = 8
_BETWEEN: Final = 16.0
_ORDER: Final = (LogStatus.ERROR, LogStatus.WARNING, LogStatus.INFO, LogStatus.SUCCESS)
"""From the ground upwards: what matters most stands where small amounts are compared best."""
_PATTERNS: Final = {
    LogStatus.ERROR: Qt.BrushStyle.SolidPattern,
    LogStatus.WARNING: Qt.BrushStyle.BDiagPattern,
    LogStatus.INFO: Qt.BrushStyle.HorPattern,
    LogStatus.SUCCESS: Qt.BrushStyle.Dense4Pattern,
}


def draw_bars(painter: QPainter, found: LogHistogram, size: QSize, chosen: tuple[int, int] | None) -> None:
    """Paints a histogram into its room; `chosen`: the first and the last bar that are."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QRectF(0, 0, size.width(), size.height())
    fill_rounded(painter, ground, theme.color("surface"), ROUND, theme.color("border"))
    places = _places(size, len(found.bars))
    if chosen is not None:
        stretch = places[chosen[0]].united(places[chosen[1]])
        painter.fillRect(stretch, theme.color("selection"))
        for edge in (stretch.left(), stretch.right() - _EDGE):
            painter.fillRect(QRectF(edge, stretch.top(), _EDGE, stretch.height()), theme.color("selection-edge"))
    highest = max((each.entries for each in found.bars), default=0)
    for bar, place in zip(found.bars, places, strict=True):
        if bar.entries:
            _draw_bar(painter, place, bar, highest)
    _draw_times(painter, found, places, size)


def bar_at(x: float, width: int, count: int) -> int:
    """Returns the number of the bar at a place across the widget, the nearest one at its margins."""
    along = width - x if is_right_to_left() else x
    return min(max(int((along - _MARGIN) * count / max(1.0, width - 2 * _MARGIN)), 0), count - 1)


def _places(size: QSize, count: int) -> list[QRectF]:
    """Where each bar may stand; time runs as one reads."""
    width = (size.width() - 2 * _MARGIN) / max(1, count)
    starts = (_MARGIN + number * width for number in range(count))
    return [
        QRectF(size.width() - start - width if is_right_to_left() else start, _TOP, width, size.height() - _AXIS - _TOP)
        for start in starts
    ]


def _draw_bar(painter: QPainter, place: QRectF, bar: LogBar, highest: int) -> None:
    full = max(_LEAST, place.height() * bar.entries / highest)
    gap = _GAP if place.width() > 4 * _GAP else 0.0
    if place.width() > _WIDEST:  # a single minute is no wall
        start = place.right() - _WIDEST if is_right_to_left() else place.left()
        place = QRectF(start, place.y(), _WIDEST, place.height())
    bottom = place.bottom()
    for status in _ORDER:
        number = getattr(bar, status.value)
        if number:
            height = full * number / bar.entries
            if status is LogStatus.ERROR:
                height = min(full, max(_LEAST, height))  # one error among thousands is seen too
            top = max(place.bottom() - full, bottom - height)
            painter.fillRect(QRectF(place.x(), top, place.width() - gap, bottom - top), _fill(status))
            bottom = top


def _draw_times(painter: QPainter, found: LogHistogram, places: list[QRectF], size: QSize) -> None:
    painter.setFont(ui_font(TextSize.SMALL))
    painter.setPen(theme.color("text-muted"))
    metrics = QFontMetricsF(painter.font())
    whole = len(found.bars) * found.seconds
    say = formats.day if whole > _TWO_YEARS else formats.short_day if whole > _TWO_DAYS else formats.clock
    free_from, said = 0.0, ""
    for number in range(0, len(places), max(1, len(places) // _MARKS)):
        text = say(found.bars[number].since)
        width = metrics.horizontalAdvance(text)
        start = places[number].right() - width if is_right_to_left() else places[number].x()
        start = min(max(_MARGIN, start), size.width() - width - _MARGIN)
        along = size.width() - start - width if is_right_to_left() else start
        if along >= free_from and text != said:
            painter.drawText(QPointF(start, size.height() - 6.0), text)
            free_from, said = along + width + _BETWEEN, text


def _fill(status: LogStatus) -> QBrush:
    """What went well keeps quiet, so that the rest is seen; in high contrast each has a pattern, too."""
    tone = TONES[status]
    if theme.is_high_contrast:
        return QBrush(theme.color(tone.color), _PATTERNS[status])
    color = theme.color("primary" if tone is Tone.SUCCESS else tone.color)
    if tone is Tone.SUCCESS:
        color.setAlphaF(_QUIET)
    return QBrush(color)
