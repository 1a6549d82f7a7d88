"""Paints the rows of a long table that are seen, each from a picture made once.

The window shares its interpreter with the receiver and with syncs: every call into Qt may have to wait for them. A
table that paints some 130 cells anew ten times a second would make the window late; a row's picture costs one call.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from time import perf_counter
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from integration_console.ui.language import language
from integration_console.ui.theme import theme
from integration_console.ui.widgets.painting import draw_chosen_row

_MOST_PICTURES: Final = 96
_AWAITED_LOOKS: Final = 6
_TURN_SECONDS: Final = 0.004


@dataclass(frozen=True, slots=True)
class Sight:
    """What of the table is seen: columns by number, start and width; rows with their upper edges."""

    width: int
    row_height: int
    columns: tuple[tuple[int, int, int], ...]
    rows: tuple[tuple[int, int], ...]
    selected_rows: frozenset[int]
    hovered_row: int
    ratio: float


class PaintedRows(Protocol):
    """The rows of a table, as their painter asks for them."""

    def identity(self, row: int) -> Hashable | None:
        """Return what tells this row's looks from any other's; None while the row is on its way, which it now is."""

    def draw(self, painter: QPainter, rect: QRectF, row: int, column: int) -> None:
        """Paint a cell of a row that is at hand."""

    def draw_awaited(self, painter: QPainter, rect: QRectF, row: int, column: int) -> None:
        """Paint something in place of a cell whose row, of which only the sixth part counts, is on its way."""


class RowsPainter:
    """Keeps the pictures of rows until something changes how they look."""

    def __init__(self, rows: PaintedRows) -> None:
        self._rows = rows
        self._pictures: dict[Hashable, QPixmap] = {}
        self._awaited: dict[int, QPixmap] = {}
        self._look: tuple[object, ...] = ()

    def forget(self) -> None:
        """Makes every picture anew when it is next needed."""
        self._pictures.clear()
        self._awaited.clear()

    def paint(self, painter: QPainter, sight: Sight, *, hurried: bool) -> bool:
        """Paints what is seen. `hurried`: only as many new pictures as fit into one turn; False: some are left."""
        look = (sight.width, sight.columns, sight.ratio, theme.name, language.code, language.digits)
        if look != self._look:
            self._look = look
            self.forget()
        deadline = perf_counter() + _TURN_SECONDS if hurried else float("inf")
        hover, border = theme.color("surface-hover"), theme.color("border")
        complete = True
        for row, top in sight.rows:
            if row in sight.selected_rows:
                draw_chosen_row(painter, QRectF(0, top, sight.width, sight.row_height))
            elif row == sight.hovered_row:
                painter.fillRect(0, top, sight.width, sight.row_height, hover)
            painter.fillRect(0, top + sight.row_height - 1, sight.width, 1, border)
            complete = self._paint_row(painter, sight, row, top, deadline) and complete
        return complete

    def _paint_row(self, painter: QPainter, sight: Sight, row: int, top: int, deadline: float) -> bool:
        identity = self._rows.identity(row)
        if identity is None:
            self._paint_awaited(painter, sight, row, top)
            return True
        picture = self._pictures.get(identity)
        if picture is None:
            if perf_counter() > deadline:
                return False
            picture = self._made(sight, row, self._rows.draw)
            if len(self._pictures) >= _MOST_PICTURES:
                del self._pictures[next(iter(self._pictures))]
            self._pictures[identity] = picture
        painter.drawPixmap(QPointF(0, top), picture)
        return True

    def _paint_awaited(self, painter: QPainter, sight: Sight, row: int, top: int) -> None:
        """While somebody drags the scroll bar there is nothing but rows on their way: they look alike in turns."""
        looks = row % _AWAITED_LOOKS
        picture = self._awaited.get(looks)
        if picture is None:
            picture = self._awaited[looks] = self._made(sight, looks, self._rows.draw_awaited)
        painter.drawPixmap(QPointF(0, top), picture)

    def _made(self, sight: Sight, row: int, draw: Callable[[QPainter, QRectF, int, int], None]) -> QPixmap:
        size = QSize(sight.width, sight.row_height)
        picture = QPixmap(size * sight.ratio)
        picture.setDevicePixelRatio(sight.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setLayoutDirection(_direction())
        for number, start, width in sight.columns:
            draw(painter, QRectF(start, 0, width, sight.row_height), row, number)
        painter.end()
        return picture


def _direction() -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if language.is_right_to_left else Qt.LayoutDirection.LeftToRight
