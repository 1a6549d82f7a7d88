"""Errors of a conversation with the service's API itself."""

from __future__ import annotations

from integration_console.domain.errors.base import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class ChangedMeanwhile(ConsoleError):
    """The thing is not any more what the caller has seen (RFC 9110, 13.1.1: If-Match)."""

    code = "service.changed_meanwhile"
    template = QT_TRANSLATE_NOOP("Errors", "Somebody else has changed this in the meantime.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Look at it as it is now, and make your change again.")
    http_status = 412


class KeyReused(ConsoleError):
    """An Idempotency-Key came again with another request."""

    code = "service.key_reused"
    template = QT_TRANSLATE_NOOP("Errors", "This Idempotency-Key was used for another request.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Use a new key for each request, and the same one only to repeat it.")
    http_status = 422


class StillAtWork(ConsoleError):
    """The first request with this Idempotency-Key has not been answered yet."""

    code = "service.still_at_work"
    template = QT_TRANSLATE_NOOP("Errors", "The first request with this Idempotency-Key is still being worked on.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Repeat it in a few seconds.")
    retriable = True
    http_status = 409


class NotThroughService(ConsoleError):
    """Something needs a browser or a key of the machine on which the workspace is open."""

    code = "service.not_through_service"
    template = QT_TRANSLATE_NOOP("Errors", "This cannot be done through the service at {host}.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Do it on the machine that has the workspace open: the answer of the browser comes back to it alone."
    )
    http_status = 501


class NotReady(ConsoleError):
    """The service runs but cannot do its work."""

    code = "service.not_ready"
    template = QT_TRANSLATE_NOOP("Errors", "The service is not ready: {reason}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Mend that; the service notices by itself.")
    retriable = True
    http_status = 503


class OrganisationNeeded(ConsoleError):
    """The service works for several organisations, and nothing in the request says for which."""

    code = "service.organisation_needed"
    template = QT_TRANSLATE_NOOP("Errors", "The service works for several organisations, and none was named.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Name yours in the address, as “organisation”.")
    http_status = 400


class SignInNeeded(ConsoleError):
    """Nobody is signed in at the service."""

    code = "service.sign_in_needed"
    template = QT_TRANSLATE_NOOP("Errors", "You are not signed in at {host}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Sign in with your login and password.")
    http_status = 401


class ServiceEnds(ConsoleError):
    """The service stops, and its live streams with it."""

    code = "service.ends"
    template = QT_TRANSLATE_NOOP("Errors", "The service is being stopped.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Connect again in a moment.")
    retriable = True
    http_status = 503
