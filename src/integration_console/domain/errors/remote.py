"""Errors of a conversation with an outside system, whichever it is."""

from __future__ import annotations

from integration_console.domain.errors.base import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class RemoteError(ConsoleError):
    """An outside system did not do what it was asked to."""

    code = "remote.error"
    template = QT_TRANSLATE_NOOP("Errors", "{host} did not do what it was asked to.")
    http_status = 502


class HostNotFound(RemoteError):
    """The name has no address."""

    code = "remote.host_not_found"
    template = QT_TRANSLATE_NOOP("Errors", "The name {host} is not known on this network.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Check the address for typing errors, and the network connection.")
    retriable = True


class ConnectionRefused(RemoteError):
    """Nobody answers at this address."""

    code = "remote.connection"
    template = QT_TRANSLATE_NOOP("Errors", "No connection to {host}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Check the address, the network and the firewall, then try again.")
    retriable = True


class ConnectionBroken(RemoteError):
    """The connection was lost after the request had been sent."""

    code = "remote.broken"
    template = QT_TRANSLATE_NOOP("Errors", "The connection to {host} broke before the answer came.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Try again later. The message may still have arrived: check before you send it twice."
    )
    retriable = True


class TlsFailed(RemoteError):
    """The certificate cannot be trusted."""

    code = "remote.tls"
    template = QT_TRANSLATE_NOOP("Errors", "The certificate of {host} cannot be trusted.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Check the address and the date of this machine, or install the right certificate."
    )


class TimedOut(RemoteError):
    """No answer came in time."""

    code = "remote.timeout"
    template = QT_TRANSLATE_NOOP("Errors", "{host} did not answer within {seconds} s.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Try again later. The message may still have arrived: check before you send it twice."
    )
    retriable = True
    http_status = 504


class UnexpectedAnswer(RemoteError):
    """The answer is not in the language of the protocol: a proxy or a sign-in page answered."""

    code = "remote.unexpected_answer"
    template = QT_TRANSLATE_NOOP("Errors", "{host} gave an unexpected answer (HTTP {status}, {content_type}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "A proxy or a sign-in page may stand in between: check the base address and the network."
    )


class AnswerTooLarge(RemoteError):
    """The answer is larger than we read."""

    code = "remote.answer_too_large"
    template = QT_TRANSLATE_NOOP("Errors", "The answer of {host} is larger than {limit} bytes.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Check the base address.")


class RateLimited(RemoteError):
    """The system asks us to wait."""

    code = "remote.rate_limited"
    template = QT_TRANSLATE_NOOP("Errors", "{host} asks for a pause of {seconds} s.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Send again after the pause; nothing was sent.")
    retriable = True
    asks_for_pause = True
    http_status = 429


class ServerFailed(RemoteError):
    """The system has trouble of its own."""

    code = "remote.server"
    template = QT_TRANSLATE_NOOP("Errors", "{host} is having problems (HTTP {status}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Try again later. The message may still have arrived: check before you send it twice."
    )
    retriable = True


class AddressForbidden(RemoteError):
    """The address is not a public one, and the connector may not talk to private networks."""

    code = "remote.address_forbidden"
    template = QT_TRANSLATE_NOOP("Errors", "{host} is not on the public internet ({address}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors",
        "If this system really stands in your own network, allow “Private network” in the connector's settings.",
    )


class SignInRefused(RemoteError):
    """The system does not accept our credentials."""

    code = "remote.sign_in"
    template = QT_TRANSLATE_NOOP("Errors", "{host} does not accept the credentials (HTTP {status}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Enter the credentials again in the connector's settings, then test it.")


class PermissionMissing(RemoteError):
    """We are signed in, but may not do this."""

    code = "remote.permission"
    template = QT_TRANSLATE_NOOP("Errors", "{host} does not allow this to the account (HTTP {status}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Ask the system's administrator for the missing permission.")


class RemoteNotFound(RemoteError):
    """The system knows no such address or thing."""

    code = "remote.not_found"
    template = QT_TRANSLATE_NOOP("Errors", "{host} has nothing at this address (HTTP {status}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Check the path in the connector's settings.")


class RequestRefused(RemoteError):
    """The system does not take the request as it is."""

    code = "remote.request_refused"
    template = QT_TRANSLATE_NOOP("Errors", "{host} refuses the request (HTTP {status}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Check the query and the body in the connector's settings.")
