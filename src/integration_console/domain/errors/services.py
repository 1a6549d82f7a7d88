"""Errors of a workspace behind a service: its address, and what cannot be done through it."""

from __future__ import annotations

from integration_console.domain.errors.base import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class ServiceAddressUnclear(ConsoleError):
    """The address of a service cannot be read."""

    code = "service.address"
    template = QT_TRANSLATE_NOOP("Errors", "This address of a service is not understood.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Write it as https://host or https://host:port, with nothing behind it.")
    http_status = 400


class PlainAddress(ConsoleError):
    """Without TLS anybody on the way could read passwords."""

    code = "service.plain_address"
    template = QT_TRANSLATE_NOOP("Errors", "{host} would be spoken to without encryption.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Write https:// instead. Plain http:// is only for a service on this very machine."
    )
    http_status = 400


class LoginInAddress(ConsoleError):
    """The address of a service holds a login."""

    code = "service.login_in_address"
    template = QT_TRANSLATE_NOOP("Errors", "A login must not stand in the address of a service.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Take it out of the address; you are asked for it when you sign in.")
    http_status = 400


class NotRemotely(ConsoleError):
    """A command needs the workspace itself."""

    code = "service.not_remotely"
    template = QT_TRANSLATE_NOOP("Errors", "“{command}” cannot be done through a service.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Run it where the service runs, and name the workspace file or the database itself."
    )
    http_status = 400


class ServiceNeeded(ConsoleError):
    """Only a service is signed in to."""

    code = "service.needed"
    template = QT_TRANSLATE_NOOP("Errors", "Only a service is signed in to.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Name its address as the workspace: https://host.")
    http_status = 400


class AuthorityUnreadable(ConsoleError):
    """The file of a certificate authority is missing, or holds no certificate."""

    code = "service.authority"
    template = QT_TRANSLATE_NOOP("Errors", "The file of the certificate authority cannot be used: {path}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "INTEGRATION_CA_FILE must name a readable file with certificates (PEM).")
    http_status = 400


class TokenRefused(ConsoleError):
    """The token that a program was given is none that the service knows."""

    code = "service.token_refused"
    template = QT_TRANSLATE_NOOP("Errors", "{host} does not know the token in INTEGRATION_TOKEN.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Put a valid API key there, or take the variable away and sign in.")
    http_status = 401
