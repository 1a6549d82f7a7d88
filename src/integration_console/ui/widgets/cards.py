"""Raised surfaces: a card, and the grid that lays cards out in as many columns as fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from integration_console.ui.theme import Space


class Card(QFrame):
    """A raised surface; a clickable one can be reached and pressed by the keyboard. Add content to `body`."""

    clicked = Signal()

    def __init__(self, *, clickable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clickable = clickable
        self.setProperty("role", "card")
        self.setProperty("hover", clickable)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self.body.setSpacing(Space.S)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._clickable and inside and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clickable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class CardGrid(QWidget):
    """Lays cards out in equal columns, as many as fit, mirrored with the language; `even`: every row is full."""

    def __init__(self, column_width: int = 260, parent: QWidget | None = None, *, even: bool = False) -> None:
        super().__init__(parent)
        self._column_width = column_width
        self._even = even
        self._columns = 0
        self._cards: tuple[QWidget, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.M)

    @property
    def cards(self) -> tuple[QWidget, ...]:
        """The cards in reading order."""
        return self._cards

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Shows these cards instead of the ones before; those that are not shown any more are deleted."""
        for gone in set(self._cards) - set(cards):
            gone.hide()
            gone.deleteLater()
        self._cards = tuple(cards)
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, (self.width() + Space.M) // (self._column_width + Space.M))
        columns = min(columns, max(1, len(self._cards)))
        while self._even and len(self._cards) % columns:
            columns -= 1
        if columns == self._columns:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        while self._grid.count():
            self._grid.takeAt(0)
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self._columns = columns
