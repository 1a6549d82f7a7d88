"""Which theme the system asks for: light or dark, or more contrast than either, where Qt is told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication


def theme_for(scheme: Qt.ColorScheme, *, more_contrast: bool) -> str:
    """The theme for what a system says; one that says nothing counts as light."""
    if more_contrast:
        return "contrast"
    return "dark" if scheme is Qt.ColorScheme.Dark else "light"


def system_theme() -> str:
    """The theme that this system asks for now."""
    hints = QGuiApplication.styleHints()
    more = _tells_contrast() and hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    return theme_for(hints.colorScheme(), more_contrast=more)


def when_system_changes(follow: Callable[[], None]) -> None:
    """Calls `follow` whenever the system asks for another theme."""
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(follow)
    if _tells_contrast():
        hints.accessibility().contrastPreferenceChanged.connect(follow)


def _tells_contrast() -> bool:
    """Qt before 6.10 does not know how much contrast the system asks for: there it is chosen by hand."""
    return hasattr(QGuiApplication.styleHints(), "accessibility")
