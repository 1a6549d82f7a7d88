"""What the person in front of the window prefers: theme, language, digits, and where the window was."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QLocale, QSettings

from integration_console.ui.language import Digits, LanguageCode
from integration_console.ui.theme import ThemeChoice
from integration_console.ui.workspaces.known import KnownWorkspaces


class Preferences:
    """Kept in the settings file that is given."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, high contrast, or like the system."""
        kept = self._text("theme")
        return ThemeChoice(kept) if kept in set(ThemeChoice) else ThemeChoice.SYSTEM

    @property
    def language(self) -> LanguageCode:
        """The language; at first the system's, where the window speaks it."""
        kept = self._text("language")
        if kept in set(LanguageCode):
            return LanguageCode(kept)
        arabic = QLocale.system().language() is QLocale.Language.Arabic
        return LanguageCode.ARABIC if arabic else LanguageCode.ENGLISH

    @property
    def digits(self) -> Digits:
        """How numbers are written in Arabic."""
        kept = self._text("digits")
        return Digits(kept) if kept in set(Digits) else Digits.LATIN

    @property
    def geometry(self) -> QByteArray:
        """Where the window was, in Qt's own form; empty the first time."""
        kept = self._settings.value("geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @property
    def known_workspaces(self) -> KnownWorkspaces:
        """The workspaces that were opened on this machine."""
        return KnownWorkspaces(self._settings)

    def keep_theme(self, choice: ThemeChoice) -> None:
        """Remembers the theme."""
        self._settings.setValue("theme", choice.value)

    def keep_language(self, code: LanguageCode, digits: Digits) -> None:
        """Remembers language and digits."""
        self._settings.setValue("language", code.value)
        self._settings.setValue("digits", digits.value)

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Remembers where the window is."""
        self._settings.setValue("geometry", geometry)

    def log_layout(self, kind: str) -> str:
        """The columns of the log in workspaces of a kind ("": as they begin)."""
        return self._text(f"log columns/{kind}")

    def keep_log_layout(self, kind: str, layout: str) -> None:
        """Remembers the columns of the log in workspaces of a kind."""
        self._settings.setValue(f"log columns/{kind}", layout)

    def _text(self, key: str) -> str:
        return str(self._settings.value(key, ""))
