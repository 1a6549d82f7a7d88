"""Menus that open below the control they belong to."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

_GAP = 4


def open_below(menu: QMenu, control: QWidget) -> None:
    """Opens a menu below a control, from the side where reading starts."""
    mirrored = control.layoutDirection() is Qt.LayoutDirection.RightToLeft
    corner = control.mapToGlobal(QPoint(control.width() if mirrored else 0, control.height() + _GAP))
    menu.popup(corner - QPoint(menu.sizeHint().width() if mirrored else 0, 0))
