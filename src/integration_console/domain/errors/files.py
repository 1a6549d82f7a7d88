"""Errors of files that a person chose, outside the workspace."""

from __future__ import annotations

from integration_console.domain.errors.base import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class FileUnwritable(ConsoleError):
    """The chosen file cannot be written: no permission, no room, no such folder."""

    code = "file.unwritable"
    template = QT_TRANSLATE_NOOP("Errors", "The file {path} cannot be written: {reason}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Choose another folder, or make room on the disk.")
