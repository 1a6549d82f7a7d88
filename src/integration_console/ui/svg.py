"""Reads the drawings of the Lucide icon set from its installed package."""

from __future__ import annotations

from functools import cache
from zipfile import ZipFile

from integration_console.ui.resources import package_folder


@cache
def _archive() -> ZipFile:
    folder = package_folder("lucide")
    if folder is None:
        raise FileNotFoundError("the package 'lucide', which holds the icons, is not installed")
    return ZipFile(folder / "lucide.zip")


@cache
def has_icon(name: str) -> bool:
    """Whether the set has an icon of this name: types of others may bring any."""
    return f"{name}.svg" in _archive().namelist()


@cache
def _drawing(name: str) -> bytes:
    return _archive().read(f"{name}.svg")


def icon_svg(name: str, color: str, stroke: float = 2.0) -> bytes:
    """The drawing of an icon in a colour such as `#112233`; KeyError for a name that the set does not have."""
    thin = _drawing(name).replace(b'stroke-width="2"', f'stroke-width="{stroke}"'.encode())
    return thin.replace(b"currentColor", color.encode())
