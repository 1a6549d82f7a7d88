"""Errors of files that a person chose, outside the workspace."""

from __future__ import annotations

from integration_console.domain.errors.base import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class FileUnreadable(ConsoleError):
    """The chosen file cannot be read: it is not there, or closed to this person."""

    code = "file.unreadable"
    template = QT_TRANSLATE_NOOP("Errors", "The file {path} cannot be read: {reason}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Choose another file, or let its owner give you access.")


class ChecksumMissing(ConsoleError):
    """There is no checksum beside an exported file."""

    code = "file.checksum_missing"
    template = QT_TRANSLATE_NOOP("Errors", "There is no checksum beside {path}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Put the file that ends in .sha256 beside it: the export wrote both.")


class ChecksumDiffers(ConsoleError):
    """An exported file is not what was exported."""

    code = "file.checksum_differs"
    template = QT_TRANSLATE_NOOP("Errors", "The file {path} is not what was exported: its checksum differs.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Export it again, or ask for another copy.")


class ParquetMissing(ConsoleError):
    """Parquet files are written by an optional part of the program."""

    code = "file.parquet_missing"
    template = QT_TRANSLATE_NOOP("Errors", "Parquet files need a part of the program that is not installed.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Install integration-console[parquet], or export as CSV or JSON lines.")


class FileUnwritable(ConsoleError):
    """The chosen file cannot be written: no permission, no room, no such folder."""

    code = "file.unwritable"
    template = QT_TRANSLATE_NOOP("Errors", "The file {path} cannot be written: {reason}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Choose another folder, or make room on the disk.")
