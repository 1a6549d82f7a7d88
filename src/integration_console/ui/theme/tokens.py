"""Reads the semantic colours of every theme from `resources/theme/tokens.json`, the one place with colour values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from PySide6.QtGui import QColor

from integration_console.ui.resources import resource


@cache
def tokens() -> Mapping[str, Mapping[str, QColor]]:
    """Theme name to role to colour."""
    themes: dict[str, dict[str, list[float]]] = json.loads(resource("theme/tokens.json").read_text(encoding="utf-8"))
    return {theme: {role: _color(hsl) for role, hsl in roles.items()} for theme, roles in themes.items()}


def _color(hsl: list[float]) -> QColor:
    """A colour from hue in degrees, saturation, lightness and (optional) opacity in per cent."""
    hue, saturation, lightness, *opacity = hsl
    alpha = opacity[0] / 100 if opacity else 1.0
    return QColor.fromHslF(hue / 360, saturation / 100, lightness / 100, alpha)
