"""How far a piece of work has come: a thin bar, with its words beneath."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from integration_console.ui.theme import Space
from integration_console.ui.widgets.labels import ElidedLabel
from integration_console.ui.widgets.painting import draw_progress

_HEIGHT = 6


class _Bar(QWidget):
    """The bar itself."""

    def __init__(self) -> None:
        super().__init__()
        self.share = -1.0
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_progress(QPainter(self), QRectF(self.rect()), self.share)


class ProgressLine(QWidget):
    """A bar and its words; a screen reader says the words."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = _Bar()
        self.words = ElidedLabel("caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._bar)
        column.addWidget(self.words)

    @property
    def share(self) -> float:
        """How far the bar is full, 0 to 1; below 0: not known."""
        return self._bar.share

    def show_progress(self, share: float | None, words: str) -> None:
        """Shows a share of the whole (None: not known) and what it means."""
        self._bar.share = -1.0 if share is None else share
        self._bar.update()
        self.words.show_text(words)
        self._bar.setAccessibleName(words)
