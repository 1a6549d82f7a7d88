"""Errors of syncs, of the access they need, and of the descriptions they are made from."""

from __future__ import annotations

from integration_console.domain.errors.base import ConsoleError
from integration_console.domain.errors.remote import RemoteError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class SyncUnavailable(ConsoleError):
    """The connector's type brings no records, or not this stream or in this mode."""

    code = "sync.unavailable"
    template = QT_TRANSLATE_NOOP("Errors", "“{name}” cannot sync this: {what}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Choose a stream and a mode that the connector offers.")
    http_status = 409


class LeaseLost(ConsoleError):
    """Another worker has taken this run over, or it was ended: what this one still had is thrown away."""

    code = "sync.lease_lost"
    template = QT_TRANSLATE_NOOP("Errors", "Another worker has taken over this run.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Nothing has to be done: it goes on there.")
    http_status = 409


class RunEnded(ConsoleError):
    """There is nothing left to cancel."""

    code = "sync.ended"
    template = QT_TRANSLATE_NOOP("Errors", "This run has already ended.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Refresh the list to see what became of it.")
    http_status = 409


class AnswerShapeUnknown(ConsoleError):
    """What the source sent does not have the shape that the connector's settings say."""

    code = "sync.shape"
    template = QT_TRANSLATE_NOOP("Errors", "The answer of {host} has no {what} at “{path}”.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Look at the preview in the connector's settings and correct the path.")


class AuthorisationLost(RemoteError):
    """The access that a person had granted is gone; nothing works until it is granted again."""

    code = "access.lost"
    template = QT_TRANSLATE_NOOP("Errors", "{host} no longer accepts the access that was granted ({reason}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Authorise the connector again; the sync goes on where it stopped.")
    ends_access = True


class NotAuthorisedYet(ConsoleError):
    """Nobody has granted access yet."""

    code = "access.none"
    template = QT_TRANSLATE_NOOP("Errors", "“{name}” has not been authorised yet.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Press “Authorise” and allow the access in the browser.")
    ends_access = True
    http_status = 409


class AuthorisationDenied(ConsoleError):
    """The person, or the provider, said no in the browser."""

    code = "access.denied"
    template = QT_TRANSLATE_NOOP("Errors", "The access was not granted: {reason}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Try again and allow the access in the browser.")
    http_status = 403


class AuthorisationForged(ConsoleError):
    """What came back from the browser does not belong to what was asked."""

    code = "access.forged"
    template = QT_TRANSLATE_NOOP("Errors", "The answer from the browser does not belong to this request.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Nothing was stored. Start the authorisation again from this window.")
    http_status = 400


class AuthorisationTimedOut(ConsoleError):
    """Nobody answered in the browser."""

    code = "access.timeout"
    template = QT_TRANSLATE_NOOP("Errors", "No answer came from the browser within {minutes} min.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Start the authorisation again and finish it in the browser.")
    http_status = 408


class ManifestInvalid(ConsoleError):
    """A connector's description cannot be used."""

    code = "manifest.invalid"
    template = QT_TRANSLATE_NOOP("Errors", "{file}, line {line}: {field}: {problem}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Correct the file; the connector type appears at the next start.")
    http_status = 422


class PagesEndless(RemoteError):
    """The source gives what it has given before, so that its pages would never end."""

    code = "sync.endless"
    template = QT_TRANSLATE_NOOP("Errors", "{host} gave the same page twice; page {page} brings nothing new.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Check in the connector's settings how the next page is asked for.")


class PagesTooMany(RemoteError):
    """The source has more pages than a run reads."""

    code = "sync.too_many_pages"
    template = QT_TRANSLATE_NOOP("Errors", "{host} still has more after {pages} pages.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Ask for larger pages, or for fewer records, in the connector's settings.")


class NextPageElsewhere(RemoteError):
    """The address of the next page belongs to another server: our credentials are not sent there."""

    code = "sync.page_elsewhere"
    template = QT_TRANSLATE_NOOP("Errors", "{host} sends us to another server for the next page.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Enter the address that the system's own links have as the base address.")
