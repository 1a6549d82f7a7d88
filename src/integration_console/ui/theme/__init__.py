"""Theme of the window: semantic colours, sizes, fonts, and the one style sheet made from them.

`theme` is the theme in force. It is one per process, because Qt's palette and style sheet are.
"""

from __future__ import annotations

from integration_console.ui.theme.fonts import code_font, ui_font
from integration_console.ui.theme.metrics import Radius, RowHeight, Space, TextSize
from integration_console.ui.theme.theme import SHOWN, Theme, ThemeChoice

theme = Theme()

__all__ = ["SHOWN", "Radius", "RowHeight", "Space", "TextSize", "Theme", "ThemeChoice", "code_font", "theme", "ui_font"]
