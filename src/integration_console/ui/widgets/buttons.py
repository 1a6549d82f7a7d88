"""Buttons by how much they matter."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from integration_console.ui.icons import icon

_ICON = QSize(16, 16)


class _Button(QPushButton):
    kind = ""
    icon_role = "text-muted"

    def __init__(self, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", self.kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(_ICON)
        self.setAutoDefault(False)
        self.show_icon(icon_name)

    def show_icon(self, name: str) -> None:
        """Shows another icon, or none."""
        self._icon_name = name
        if name:
            self.setIcon(icon(name, self.icon_role))

    def show_busy(self, busy: bool) -> None:
        """Cannot be pressed while its task is under way, and shows it."""
        self.setEnabled(not busy)
        if self._icon_name:
            self.setIcon(icon("loader-circle" if busy else self._icon_name, self.icon_role))


class PrimaryButton(_Button):
    """What a person most likely wants to do; one in a place."""

    kind = "primary"
    icon_role = "primary-text"


class SecondaryButton(_Button):
    """Any other action."""

    kind = "secondary"


class QuietButton(_Button):
    """An action in a row of many."""

    kind = "quiet"


class LinkButton(_Button):
    """An action inside a sentence."""

    kind = "link"
    icon_role = "link"


class DangerButton(_Button):
    """An action that destroys something; only in the dialog that says what."""

    kind = "danger"
    icon_role = "danger-text"


class IconButton(QToolButton):
    """A button with an icon alone: its name is a tip and what a screen reader says."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "icon")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(_ICON)
        self.show_icon(icon_name)

    def show_icon(self, name: str, role: str = "text-muted") -> None:
        """Shows another icon."""
        self.setIcon(icon(name, role))

    def show_name(self, name: str) -> None:
        """Names the button, for eyes and for screen readers."""
        self.setToolTip(name)
        self.setAccessibleName(name)
