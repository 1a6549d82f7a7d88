"""Errors of case files: what cannot be opened, what was tampered with, what cannot be done in one."""

from __future__ import annotations

from integration_console.domain.errors.base import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class CaseFileMissing(ConsoleError):
    """There is no such file, or it cannot be read."""

    code = "case.missing"
    template = QT_TRANSLATE_NOOP("Errors", "The case file {path} cannot be read.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Check that the file is still there and that you may read it.")
    http_status = 404


class CaseFileMalformed(ConsoleError):
    """The file is not built as a case file is; `part` says where that was noticed."""

    code = "case.malformed"
    template = QT_TRANSLATE_NOOP("Errors", "This is no case file, or it is damaged (at: {part}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Ask the sender for the file again; it was perhaps not sent whole.")
    http_status = 422


class CaseFileTooNew(ConsoleError):
    """The file was made by a later version of the program."""

    code = "case.too_new"
    template = QT_TRANSLATE_NOOP(
        "Errors", "This case file was made by a later version of the program (format {format})."
    )
    remedy = QT_TRANSLATE_NOOP("Errors", "Update the program to open it.")
    http_status = 422


class CaseFileTampered(ConsoleError):
    """What is in the file is not what was signed; `block` is the number of the block, or a part's name."""

    code = "case.tampered"
    template = QT_TRANSLATE_NOOP("Errors", "The case file was changed after it was signed (block {block}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Do not rely on what it shows. Ask the sender for the file again.")
    http_status = 422


class CaseFileReadOnly(ConsoleError):
    """A case file shows what was; nothing can be done or changed in it."""

    code = "case.read_only"
    template = QT_TRANSLATE_NOOP("Errors", "This is a case file: it can only be looked at.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Open the workspace itself to change something.")
    http_status = 409


class CaseNotesMalformed(ConsoleError):
    """The file is no file of notes on a case."""

    code = "case.notes_malformed"
    template = QT_TRANSLATE_NOOP("Errors", "The file {path} holds no notes on a case file.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Ask for the file that ends in .icase.notes again.")
    http_status = 422


class CaseFileNothing(ConsoleError):
    """No entry fits what was asked for."""

    code = "case.nothing"
    template = QT_TRANSLATE_NOOP("Errors", "No entry of the log fits, so there is nothing to put into a case file.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Widen the filter or the time range.")
    http_status = 409
