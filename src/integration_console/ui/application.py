"""Makes the Qt application: looks for a screen first, dresses it, gives it its language."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from integration_console.ui.language import Digits, LanguageCode, language
from integration_console.ui.preferences import Preferences
from integration_console.ui.theme import ThemeChoice, theme

_SCREENLESS = frozenset({"offscreen", "minimal", "vnc", "linuxfb", "eglfs"})


class NoScreen(Exception):
    """There is nothing to show a window on; its text says what to do. Qt itself would abort the process."""


def has_screen(environment: Mapping[str, str] | None = None) -> bool:
    """Whether a window can be shown: on Linux that takes a display server, or a platform that needs none."""
    known = os.environ if environment is None else environment
    if not sys.platform.startswith("linux"):
        return True
    platform = known.get("QT_QPA_PLATFORM", "").split(":")[0]
    return platform in _SCREENLESS or bool(known.get("DISPLAY") or known.get("WAYLAND_DISPLAY"))


def make_application(arguments: Sequence[str], preferences: Preferences | None = None) -> QApplication:
    """The application, dressed and speaking; raises `NoScreen` where Qt would abort."""
    if not has_screen():
        raise NoScreen("There is no screen: neither DISPLAY nor WAYLAND_DISPLAY is set. Set QT_QPA_PLATFORM=offscreen.")
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QCoreApplication.setOrganizationName("Integration Console")
    QCoreApplication.setApplicationName("integration-console")
    application = QApplication(list(arguments))
    QGuiApplication.setApplicationDisplayName("Integration Console")
    QGuiApplication.setDesktopFileName("integration-console")
    theme.install(application, preferences.theme if preferences else ThemeChoice.SYSTEM)
    chosen = (preferences.language, preferences.digits) if preferences else (LanguageCode.ENGLISH, Digits.LATIN)
    language.install(application, *chosen)
    return application


def log_messages_of_qt() -> None:
    """Qt's own complaints go to the program's log instead of standard error."""
    qInstallMessageHandler(_log_message)


def _log_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    level = logging.WARNING if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg) else logging.INFO
    logging.getLogger("qt").log(level, "%s", message)


def settle_memory() -> None:
    """Call after the imports: what is alive now stays, so the collector need not walk it while the window is used."""
    gc.collect()
    gc.freeze()
