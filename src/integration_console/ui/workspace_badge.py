"""The head of the rail: the program's mark and the workspace that is open."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from integration_console.ui.icons import draw_icon
from integration_console.ui.language import Translated, technical, user_text
from integration_console.ui.theme import Space, theme
from integration_console.ui.widgets import ElidedLabel, Sign, Tone
from integration_console.ui.widgets.painting import draw_focus_ring, fill_rounded

_SIDE = 32
_STRIP = 3


class _Mark(QWidget):
    """The program's mark."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill_rounded(painter, QRectF(self.rect()), theme.color("primary"), 9)
        draw_icon(painter, QPointF((_SIDE - 18) / 2, (_SIDE - 18) / 2), "waypoints", "primary-text", 18)


class WorkspaceBadge(Translated, QAbstractButton):
    """Shows the name of the program and of the workspace; pressed, it leads to the list of workspaces."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name = ""
        self._program = ElidedLabel("section")
        self._workspace = ElidedLabel("caption")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._program)
        words.addWidget(self._workspace)
        self._words = QWidget()
        self._words.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(2, Space.XS, 0, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(_Mark(), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self._more = Sign("chevrons-up-down", size=14)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignVCenter)
        self.retranslate()

    def show_workspace(self, name: str, path: str) -> None:
        """Shows the workspace that is open; its path is a tip."""
        self._name = name
        self._workspace.show_text(name)
        self.setToolTip(technical(path))
        self.retranslate()

    def show_narrow(self, narrow: bool) -> None:
        """The mark alone."""
        self._words.setVisible(not narrow)
        self._more.setVisible(not narrow)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            fill_rounded(painter, QRectF(self.rect()), theme.color("rail-hover"), 7)
        if self.hasFocus():
            draw_focus_ring(painter, QRectF(self.rect()), 7)

    def retranslate(self) -> None:
        self._program.show_text(self.tr("Integration Console"))
        words = self.tr("Workspace: {name}").format(name=user_text(self._name)) if self._name else self.tr("Workspaces")
        self.setAccessibleName(words)


class EnvironmentStrip(QWidget):
    """A line in the colour of the workspace's environment across the frame; hidden where it has none."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_STRIP)
        self._tone = Tone.NEUTRAL
        self.hide()

    def show_tone(self, tone: Tone) -> None:
        """Shows the line in this tone."""
        self._tone = tone
        self.setVisible(tone is not Tone.NEUTRAL)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.color(self._tone.color))
