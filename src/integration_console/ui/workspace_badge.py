"""The head of the rail: the program's mark and the workspace that is open."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from integration_console.ui.icons import draw_icon
from integration_console.ui.language import Translated, technical
from integration_console.ui.theme import Space, theme
from integration_console.ui.widgets import ElidedLabel
from integration_console.ui.widgets.painting import fill_rounded

_SIDE = 32


class _Mark(QWidget):
    """The program's mark."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill_rounded(painter, QRectF(self.rect()), theme.color("primary"), 9)
        draw_icon(painter, QPointF((_SIDE - 18) / 2, (_SIDE - 18) / 2), "waypoints", "primary-text", 18)


class WorkspaceBadge(Translated, QWidget):
    """Shows the name of the program and of the workspace."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._program = ElidedLabel("section")
        self._workspace = ElidedLabel("caption")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._program)
        words.addWidget(self._workspace)
        self._words = QWidget()
        self._words.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, Space.XS, 2, Space.S)
        row.setSpacing(Space.S + 2)
        row.addWidget(_Mark(), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self.retranslate()

    def show_workspace(self, name: str, path: str) -> None:
        """Shows the workspace that is open; its path is a tip."""
        self._workspace.show_text(name)
        self.setToolTip(technical(path))

    def show_narrow(self, narrow: bool) -> None:
        """The mark alone."""
        self._words.setVisible(not narrow)

    def retranslate(self) -> None:
        self._program.show_text(self.tr("Integration Console"))
