"""Loads the fonts of the program from their packages, so that it looks the same on every machine."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from integration_console.ui.resources import package_folder
from integration_console.ui.theme.metrics import CODE_FONTS, UI_FONTS, TextSize

_FILES: Final = {
    "fontpkg_ibm_plex_sans_arabic": (
        "IBMPlexSansArabic-Regular.ttf",
        "IBMPlexSansArabic-Medium.ttf",
        "IBMPlexSansArabic-SemiBold.ttf",
    ),
    "fontpkg_ibm_plex_mono": ("IBMPlexMono-Regular.ttf",),
}


def load_fonts() -> None:
    """Registers the packaged fonts; a missing package leaves the system's own fonts in its place."""
    for package, names in _FILES.items():
        folder = package_folder(package)
        for name in names if folder else ():
            QFontDatabase.addApplicationFont(f"{folder}/files/{name}")


def ui_font(size: int = TextSize.BASE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The font of sentences and labels."""
    return _font(UI_FONTS, size, weight)


def code_font(size: int = TextSize.CODE) -> QFont:
    """The fixed-width font of URLs, identifiers and payloads."""
    font = _font(CODE_FONTS, size, QFont.Weight.Normal)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font


def _font(families: tuple[str, ...], size: int, weight: QFont.Weight) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(size)
    font.setWeight(weight)
    return font
