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


class NothingImported(ConsoleError):
    """None of the logs has an entry."""

    code = "case.nothing_imported"
    template = QT_TRANSLATE_NOOP("Errors", "No entry was found in {names}.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors",
        "An entry is a line that begins with a time, or an object of JSON on one line with a time in it. Choose other files.",
    )
    http_status = 422


class ImportKeyUnusable(ConsoleError):
    """The key that signs imported logs on this machine cannot be read."""

    code = "case.import_key_unusable"
    template = QT_TRANSLATE_NOOP("Errors", "The file {path} holds no key to sign case files with.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Delete the file; the next import makes a new key.")
    http_status = 422


class LogDamaged(ConsoleError):
    """A compressed log cannot be read to its end."""

    code = "case.log_damaged"
    template = QT_TRANSLATE_NOOP("Errors", "The file {path} is damaged, or was not sent whole.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Ask for the file again, or unpack it and import what comes out.")
    http_status = 422


class NotAssociatedHere(ConsoleError):
    """This system has its own way to say what opens a file."""

    code = "case.not_associated_here"
    template = QT_TRANSLATE_NOOP("Errors", "Case files cannot be associated with the program on this system from here.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Choose the program in the file manager (Open with), and let it be kept for files that end in .icase."
    )
    http_status = 409
