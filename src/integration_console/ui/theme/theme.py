"""Light, dark and high contrast: chooses the theme, hands out its colours and tells when they changed."""

from __future__ import annotations

from enum import StrEnum
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from integration_console.ui.theme.fonts import load_fonts, ui_font
from integration_console.ui.theme.palette import palette_of
from integration_console.ui.theme.pictures import write_pictures
from integration_console.ui.theme.stylesheet import style_sheet
from integration_console.ui.theme.system import system_theme, when_system_changes
from integration_console.ui.theme.tokens import tokens


class ThemeChoice(StrEnum):
    """What a person may choose."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    SYSTEM = "system"


SHOWN: Final = (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST)
"""The themes there are, in the order in which one key goes through them."""


class Theme(QObject):
    """The theme in force. `theme_changed` is emitted after every colour has changed."""

    theme_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choice = ThemeChoice.LIGHT
        self._name = "light"
        self._application: QApplication | None = None
        self._pictures: TemporaryDirectory[str] | None = None

    @property
    def choice(self) -> ThemeChoice:
        """What was chosen, which may be "like the system"."""
        return self._choice

    @property
    def name(self) -> str:
        """The theme that is shown: `light`, `dark` or `contrast`."""
        return self._name

    @property
    def is_high_contrast(self) -> bool:
        """Whether edges stand where the other themes set surfaces apart by shades."""
        return self._name == "contrast"

    def color(self, role: str) -> QColor:
        """The colour of a role (`danger`, `text-muted`, ...); KeyError for a role that tokens.json does not name."""
        return QColor(tokens()[self._name][role])

    def install(self, application: QApplication, choice: ThemeChoice) -> None:
        """Dresses the application for the first time; called once, before any widget is made."""
        self._application = application
        self._pictures = TemporaryDirectory(prefix="integration-console-")
        application.setStyle("Fusion")
        load_fonts()
        application.setFont(ui_font())
        when_system_changes(self._follow_system)
        self.choose(choice)

    def choose(self, choice: ThemeChoice) -> None:
        """Shows another theme at once, in every open window."""
        self._choice = choice
        self._show(system_theme() if choice is ThemeChoice.SYSTEM else choice.value)

    def choose_next(self) -> None:
        """From light to dark, from there to high contrast, and round again."""
        self.choose(SHOWN[(SHOWN.index(ThemeChoice(self._name)) + 1) % len(SHOWN)])

    def _follow_system(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._show(system_theme())

    def _show(self, name: str) -> None:
        self._name = name
        if self._application is None or self._pictures is None:
            return
        colors = tokens()[name]
        self._application.setPalette(palette_of(colors))
        pictures = write_pictures(self._pictures.name, name, colors)
        self._application.setStyleSheet(style_sheet(colors, pictures, edged=self.is_high_contrast))
        self.theme_changed.emit()
