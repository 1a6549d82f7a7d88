"""Sizes of the design in device-independent pixels: spacing, corner radius, type."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

UI_FONTS: Final = ("IBM Plex Sans Arabic", "Noto Sans Arabic", "Segoe UI", "SF Pro Text", "sans-serif")
CODE_FONTS: Final = ("IBM Plex Mono", "JetBrains Mono", "Cascadia Code", "Menlo", "DejaVu Sans Mono", "monospace")


class Space(IntEnum):
    """Distances: inside a control (XS), between parts (S, M), between groups (L), round a page (XL)."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


class Radius(IntEnum):
    """Corner radii."""

    CONTROL = 6
    CARD = 10


class TextSize(IntEnum):
    """Type sizes."""

    SMALL = 12
    CODE = 12
    BASE = 13
    HEADING = 15
    TITLE = 18
    DISPLAY = 26


class RowHeight(IntEnum):
    """Heights of table rows."""

    COMPACT = 32
    NORMAL = 40
