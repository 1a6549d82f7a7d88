"""Writes the few pictures that a style sheet can only take from files: arrows of boxes and the tick."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtGui import QColor

from integration_console.ui.svg import icon_svg

_PICTURES: Final = {
    "chevron-down": "text-muted",
    "chevron-up": "text-muted",
    "check": "primary-text",
}


def write_pictures(folder: str, theme: str, colors: Mapping[str, QColor]) -> dict[str, str]:
    """Icon name to the file that holds it in the colours of this theme."""
    files = {name: Path(folder, f"{name}-{theme}.svg") for name in _PICTURES}
    for name, file in files.items():
        if not file.exists():
            file.write_bytes(icon_svg(name, colors[_PICTURES[name]].name()))
    return {name: file.as_posix() for name, file in files.items()}
