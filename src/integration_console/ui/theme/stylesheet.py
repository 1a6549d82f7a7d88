"""Makes the one style sheet of the window from the template, the colours of a theme and the sizes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtGui import QColor

from integration_console.ui.resources import resource
from integration_console.ui.theme.metrics import CODE_FONTS, UI_FONTS, Radius, TextSize

_COLOR = re.compile(r"@([a-z-]+)")
_SIZE = re.compile(r"\$([a-z-]+)")


def style_sheet(colors: Mapping[str, QColor], pictures: Mapping[str, str], *, edged: bool = False) -> str:
    """The style sheet; `pictures` maps icon names to files (Qt's style sheets take pictures from files only).

    `edged`: with an edge round whatever other themes set apart by its shade alone.
    """
    sheets = ("theme/style.qss", "theme/contrast.qss") if edged else ("theme/style.qss",)
    template = "\n".join(resource(each).read_text(encoding="utf-8") for each in sheets)
    sizes = _sizes() | {f"icon-{name}": path for name, path in pictures.items()}
    sized = _SIZE.sub(lambda match: sizes[match[1]], template)
    return _COLOR.sub(lambda match: _css(colors[match[1]]), sized)


def _css(color: QColor) -> str:
    return f"rgba({color.red()},{color.green()},{color.blue()},{color.alpha()})"


def _sizes() -> dict[str, str]:
    texts = {f"text-{name.lower()}": f"{size}px" for name, size in TextSize.__members__.items()}
    radii = {f"radius-{name.lower()}": f"{radius}px" for name, radius in Radius.__members__.items()}
    return texts | radii | {"font-ui": _families(UI_FONTS), "font-code": _families(CODE_FONTS)}


def _families(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)
