"""Switches the language of the running program: words, direction, digits, dates."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from integration_console.ui.language.pseudo import PseudoTranslator
from integration_console.ui.resources import built_translations


class LanguageCode(StrEnum):
    """The languages of the window; `pseudo` is for looking at layouts."""

    ENGLISH = "en"
    ARABIC = "ar"
    PSEUDO = "pseudo"


class Digits(StrEnum):
    """How numbers are written in Arabic."""

    LATIN = "latin"
    ARABIC_INDIC = "arabic_indic"


_LOCALES: Final = {
    (LanguageCode.ARABIC, Digits.LATIN): "ar_AE",
    (LanguageCode.ARABIC, Digits.ARABIC_INDIC): "ar_EG",
}


class Language(QObject):
    """The language in force. `language_changed` is emitted after every widget has been told by Qt (LanguageChange)."""

    language_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._code = LanguageCode.ENGLISH
        self._digits = Digits.LATIN
        self._locale = _locale_of(self._code, self._digits)
        self._translators: list[QTranslator] = []
        self._application: QApplication | None = None

    @property
    def code(self) -> LanguageCode:
        """The language that is shown."""
        return self._code

    @property
    def digits(self) -> Digits:
        """How numbers are written."""
        return self._digits

    @property
    def locale(self) -> QLocale:
        """Numbers, dates and lists of this language."""
        return QLocale(self._locale)

    @property
    def is_right_to_left(self) -> bool:
        """Whether the language reads from right to left."""
        return self._code is LanguageCode.ARABIC

    def install(self, application: QApplication, code: LanguageCode, digits: Digits = Digits.LATIN) -> None:
        """Gives the application its first language; called once, before any widget is made."""
        self._application = application
        self.choose(code, digits)

    def choose(self, code: LanguageCode, digits: Digits | None = None) -> None:
        """Shows another language at once, in every open window."""
        self._code = code
        self._digits = digits or self._digits
        self._locale = _locale_of(code, self._digits)
        QLocale.setDefault(self._locale)
        if self._application is not None:
            self._apply(self._application)
            self.language_changed.emit()

    def _apply(self, application: QApplication) -> None:
        for window in application.topLevelWidgets():
            window.setLocale(self._locale)
        right_to_left = self.is_right_to_left
        direction = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        application.setLayoutDirection(direction)
        for translator in self._translators:
            application.removeTranslator(translator)
        self._translators = _translators(self._code)
        for translator in self._translators:
            application.installTranslator(translator)
        # Qt posts the news to the windows; they shall have said their words before `language_changed` is emitted.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)


def _locale_of(code: LanguageCode, digits: Digits) -> QLocale:
    return QLocale(_LOCALES.get((code, digits), "en_GB"))


def _translators(code: LanguageCode) -> list[QTranslator]:
    if code is LanguageCode.PSEUDO:
        return [PseudoTranslator()]
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    files = [(f"qtbase_{code}", qt_folder), (f"console_{code}", str(built_translations()))]
    loaded = []
    for name, folder in files:
        translator = QTranslator()
        if translator.load(name, folder):
            loaded.append(translator)
    return loaded
