"""Tells a person which systems in miniature run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from integration_console.ui.language import technical
from integration_console.ui.widgets import Toast, Tone, copy_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from integration_console.ui.widgets import ToastOverlay


def tell_of_sandbox(toasts: ToastOverlay, details: Mapping[str, Mapping[str, str]]) -> None:
    """Say which systems in miniature run; new connectors propose their addresses, the rest can be copied."""
    title = QCoreApplication.translate("Console", "Systems in miniature are running: {names}")
    title = title.format(names=", ".join(technical(name) for name in details))
    detail = QCoreApplication.translate("Console", "New connectors propose their addresses.")
    copy = QCoreApplication.translate("Console", "Copy the sign-in details")
    lines = (f"{name}: {word}: {value}" for name, words in details.items() for word, value in words.items())
    text = "\n".join(lines)
    toasts.show_toast(Toast(Tone.INFO, title, detail, copy, lambda: copy_text(text)))
