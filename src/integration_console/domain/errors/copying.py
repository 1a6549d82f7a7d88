"""Errors of copies and backups: what stands in the way, and what was found to differ."""

from __future__ import annotations

from integration_console.domain.errors.base import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class OrganisationExists(ConsoleError):
    """The place that an organisation should come to has it already, or another one."""

    code = "copy.exists"
    template = QT_TRANSLATE_NOOP("Errors", "There is an organisation already: {place}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Nothing was changed. Name a place that is empty.")
    http_status = 409


class CopyDiffers(ConsoleError):
    """What was read again at the target is not what the source has."""

    code = "copy.differs"
    template = QT_TRANSLATE_NOOP(
        "Errors", "The copy of “{table}” is not equal: {there} rows there, {here} rows here, or other contents."
    )
    remedy = QT_TRANSLATE_NOOP("Errors", "The source is untouched and the copy is not in use. Copy again.")


class CopyUnderWay(ConsoleError):
    """Another program copies the same organisation into the same database."""

    code = "copy.under_way"
    template = QT_TRANSLATE_NOOP("Errors", "This organisation is being copied there already.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Wait until the other copy has ended.")
    http_status = 409


class CopyCutShort(ConsoleError):
    """The connection to the database broke while rows were copied."""

    code = "copy.cut_short"
    template = QT_TRANSLATE_NOOP("Errors", "The connection to the database {database} broke during the copy.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "What has been copied stays there and nobody sees it yet. Copy again: it goes on from there."
    )
    retriable = True
    http_status = 503


class CopySourceMissing(ConsoleError):
    """There is no workspace file where one should be read."""

    code = "copy.no_source"
    template = QT_TRANSLATE_NOOP("Errors", "There is no workspace to copy: {path}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Check the name of the file.")
    http_status = 404


class CopyTargetNeedsOwner(ConsoleError):
    """In a database somebody must own an organisation, or nobody could open it."""

    code = "copy.owner_needed"
    template = QT_TRANSLATE_NOOP("Errors", "Nobody would own the organisation in the database.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Name the login of the person who is to own it.")
    http_status = 400
