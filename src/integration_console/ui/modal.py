"""Which dialog stands before a window; another window's dialog is not its concern."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget


def dialog_over(window: QWidget) -> QWidget | None:
    """Return the dialog that a person has to answer before they can go on in this window."""
    above = QApplication.activeModalWidget()
    widget = above
    while widget is not None and widget is not window:
        widget = widget.parentWidget()
    return above if widget is window else None
