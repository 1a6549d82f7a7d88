"""Turns the colours of a theme into the palette that Qt's own painting uses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QColor, QPalette

_Role = QPalette.ColorRole
_ROLES: Final = {
    _Role.Window: "background",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "surface-sunken",
    _Role.Text: "text",
    _Role.PlaceholderText: "text-muted",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.BrightText: "primary-text",
    _Role.Highlight: "selection",
    _Role.HighlightedText: "selection-text",
    _Role.Link: "link",
    _Role.LinkVisited: "link",
    _Role.ToolTipBase: "tooltip",
    _Role.ToolTipText: "tooltip-text",
    _Role.Light: "surface-raised",
    _Role.Midlight: "surface-hover",
    _Role.Mid: "border",
    _Role.Dark: "border-strong",
    _Role.Shadow: "border-strong",
    _Role.Accent: "primary",
}
_DISABLED: Final = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def palette_of(colors: Mapping[str, QColor]) -> QPalette:
    """The palette of a theme."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, colors[token])
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, colors["text-disabled"])
    return palette
