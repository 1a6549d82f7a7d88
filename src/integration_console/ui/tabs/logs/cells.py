"""What stands in a cell of the log, and how it is painted: text, a technical name behind it, an icon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from integration_console.domain.folding import hits
from integration_console.ui.icons import draw_icon
from integration_console.ui.language import technical, user_text
from integration_console.ui.tabs.logs.words import LOUD
from integration_console.ui.theme import Space, TextSize, code_font, theme, ui_font
from integration_console.ui.widgets import Tone
from integration_console.ui.widgets.painting import fill_rounded, is_right_to_left

_ICON: Final = 15
_EDGE: Final = 3
_SIGN: Final = 14
_BAR: Final = 9
_LEAST_WORDS: Final = 12
"""A letter and dots say nothing."""
_BARS: Final = (0.7, 0.55, 0.8, 0.6, 0.72, 0.4)
_FLAGS: Final = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_NOTHING: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class LogCell:
    """Text, then perhaps a technical name; an icon of its own or of a tone."""

    text: str
    code: str = ""
    muted: bool = False
    icon: str = ""
    tone: Tone | None = None

    @property
    def spoken(self) -> str:
        """What is copied and read aloud."""
        return f"{self.text} {self.code}".strip()


def draw_log_cell(painter: QPainter, rect: QRectF, cell: LogCell, marked: frozenset[str] = _NOTHING) -> None:
    """Paints a cell into the room it has; `marked` are the folded words that are marked wherever they are found."""
    mirrored = is_right_to_left()
    room = rect.adjusted(Space.M, 0, -Space.M, -1)
    name = cell.tone.icon if cell.tone is not None else cell.icon
    if name:
        left = room.right() - _ICON if mirrored else room.left()
        role = "text-muted" if cell.tone is None else cell.tone.color
        draw_icon(painter, QPointF(left, room.center().y() - _ICON / 2), name, role, _ICON)
        room = _behind(room, _ICON + 7, mirrored=mirrored)
    role = str(cell.tone) if cell.tone in LOUD else "text-muted" if cell.muted else "text"
    taken = _draw_words(painter, room, cell.text, role, marked, is_code=False)
    if cell.code:
        behind = _behind(room, taken + Space.S, mirrored=mirrored)
        _draw_words(painter, behind, cell.code, "text-muted", marked, is_code=True)


def draw_row_edge(painter: QPainter, rect: QRectF, tone: Tone | None, mark_role: str = "") -> None:
    """Paints the edge of a row where reading starts: in the colour of its mark, or where its tone is loud."""
    role = mark_role or (str(tone) if tone in LOUD else "")
    if role:
        width = 2 * _EDGE if mark_role else _EDGE
        start = rect.right() - width if is_right_to_left() else rect.left()
        painter.fillRect(QRectF(start, rect.top(), width, rect.height() - 1), theme.color(role))


def draw_note(painter: QPainter, rect: QRectF, sign: str, mark_role: str, *, has_text: bool) -> None:
    """Paints what stands beside a row at the far end of its first cell: the sign of its mark, a leaf for a note."""
    signs = [(sign, mark_role)] if mark_role else []
    signs += [("sticky-note", mark_role or "text-muted")] if has_text else []
    for number, (name, role) in enumerate(signs, 1):
        taken = number * (_SIGN + 2)
        start = rect.left() + taken - _SIGN if is_right_to_left() else rect.right() - taken
        draw_icon(painter, QPointF(start, rect.center().y() - _SIGN / 2 - 0.5), name, role, _SIGN)


def _draw_words(
    painter: QPainter, room: QRectF, text: str, role: str, marked: frozenset[str], *, is_code: bool
) -> float:
    if room.width() < _LEAST_WORDS or not text:
        return 0.0
    font, metrics = _font(is_code=is_code)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    written = technical(shown) if is_code else user_text(shown)
    spans = [span for words in marked for span in hits(written, words)]
    painter.setFont(font)
    painter.setPen(theme.color(role))
    if spans:
        _draw_marked(painter, room, written, font, spans)
    else:
        painter.drawText(room, _FLAGS, written)
    return metrics.horizontalAdvance(shown)


def _draw_marked(painter: QPainter, room: QRectF, text: str, font: QFont, spans: list[tuple[int, int]]) -> None:
    """Paints one line with a ground behind the spans: letters keep their shapes and their order across its edges."""
    layout = QTextLayout(text, font)
    mirrored = is_right_to_left()
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_mark(begin, end) for begin, end in spans])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room.width())
    layout.endLayout()
    start = room.right() - line.naturalTextWidth() if mirrored else room.left()
    layout.draw(painter, QPointF(start, room.center().y() - line.height() / 2))


def _mark(begin: int, end: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = begin, end - begin
    ground = QTextCharFormat()
    ground.setBackground(theme.color("mark"))
    ground.setForeground(theme.color("mark-text"))
    found.format = ground
    return found


def draw_awaited_cell(painter: QPainter, rect: QRectF, number: int) -> None:
    """Paints a grey bar in place of a cell whose row is on its way."""
    room = rect.adjusted(Space.M, 0, -Space.M, -1)
    width = room.width() * _BARS[number % len(_BARS)]
    left = room.right() - width if is_right_to_left() else room.left()
    fill_rounded(painter, QRectF(left, room.center().y() - _BAR / 2, width, _BAR), theme.color("skeleton"), _BAR / 2)


def _behind(room: QRectF, taken: float, *, mirrored: bool) -> QRectF:
    return room.adjusted(0 if mirrored else taken, 0, -taken if mirrored else 0, 0)


@lru_cache(maxsize=2)
def _font(*, is_code: bool) -> tuple[QFont, QFontMetricsF]:
    font = code_font() if is_code else ui_font(TextSize.BASE)
    return font, QFontMetricsF(font)
