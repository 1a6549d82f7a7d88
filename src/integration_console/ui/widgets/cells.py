"""What stands in a cell of a table, and how it is painted: one look-up per cell, so that long tables scroll."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from integration_console.ui.icons import draw_icon
from integration_console.ui.language import technical, user_text
from integration_console.ui.theme import RowHeight, TextSize, code_font, theme, ui_font
from integration_console.ui.widgets.painting import (
    PILL_HEIGHT,
    draw_awaited,
    draw_chosen_row,
    draw_pill,
    draw_progress,
    is_right_to_left,
)
from integration_console.ui.widgets.tones import Tone

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
PADDING = 12
_ICON = 16
_BAR, _BAR_BELOW, _WIDEST_BAR = 4, 6, 260


@dataclass(frozen=True, slots=True)
class Cell:
    """Text in one of four manners: plain, `muted`, `is_technical` (code font, left to right), or a pill of a `tone`.

    With a `share` (0 to 1; below 0: not known) a bar of progress stands under it; `awaited`: its row is on its way.
    """

    text: str
    muted: bool = False
    is_technical: bool = False
    strong: bool = False
    tone: Tone | None = None
    icon: str = ""
    share: float | None = None
    awaited: bool = False


class CellDelegate(QStyledItemDelegate):
    """Paints cells: selection, the row under the mouse, and a thin line between rows."""

    hovered_row = -1

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            draw_chosen_row(painter, rect)
        elif index.row() == self.hovered_row:
            painter.fillRect(rect, theme.color("surface-hover"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("border"))
        cell = index.data(CELL_ROLE)
        if isinstance(cell, Cell):
            draw_cell(painter, rect.adjusted(PADDING, 0, -PADDING, -1), cell)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, RowHeight.NORMAL)


def draw_cell(painter: QPainter, rect: QRectF, cell: Cell) -> None:
    """Paints a cell into the room it has."""
    mirrored = is_right_to_left()
    if cell.awaited:
        draw_awaited(painter, rect)
        return
    if cell.share is not None:
        bar = QRectF(rect.left(), rect.bottom() - _BAR - _BAR_BELOW, min(rect.width(), _WIDEST_BAR), _BAR)
        draw_progress(painter, bar.translated(rect.right() - bar.right() if mirrored else 0, 0), cell.share)
        rect = rect.adjusted(0, 0, 0, -_BAR - _BAR_BELOW + 2)
    if cell.tone is not None:
        corner = QPointF(rect.right() if mirrored else rect.left(), rect.center().y() - PILL_HEIGHT / 2)
        draw_pill(painter, corner, cell.text, cell.tone, cell.icon)
        return
    if cell.icon:
        left = rect.right() - _ICON if mirrored else rect.left()
        draw_icon(painter, QPointF(left, rect.center().y() - _ICON / 2), cell.icon, "text-muted", _ICON)
        rect = rect.adjusted(0 if mirrored else _ICON + 8, 0, -(_ICON + 8) if mirrored else 0, 0)
    font, metrics = _font(cell.is_technical, cell.strong)
    shown = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(theme.color("text-muted" if cell.muted else "text"))
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
    painter.drawText(rect, int(flags), technical(shown) if cell.is_technical else user_text(shown))


@lru_cache(maxsize=4)
def _font(is_technical: bool, strong: bool) -> tuple[QFont, QFontMetricsF]:
    weight = QFont.Weight.Medium if strong else QFont.Weight.Normal
    font = code_font() if is_technical else ui_font(TextSize.BASE, weight)
    return font, QFontMetricsF(font)
