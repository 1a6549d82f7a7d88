"""Why a received request was not accepted."""

from __future__ import annotations

from integration_console.domain.errors.base import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class UnknownWebhook(ConsoleError):
    """No webhook has this address."""

    code = "webhook.unknown"
    template = QT_TRANSLATE_NOOP("Errors", "No webhook has this address.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Copy the URL of the webhook again from the console.")
    http_status = 404


class SignatureMissing(ConsoleError):
    """The request lacks a header that the scheme needs."""

    code = "webhook.signature_missing"
    template = QT_TRANSLATE_NOOP("Errors", "The header {header} is missing.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Enter the webhook's secret at the sender, so that it signs its requests.")
    http_status = 401


class SignatureInvalid(ConsoleError):
    """The signature does not fit the body and the secret."""

    code = "webhook.signature_invalid"
    template = QT_TRANSLATE_NOOP("Errors", "The signature does not match the body.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Compare the secret at the sender with the webhook's; a proxy must not change the body."
    )
    http_status = 401


class TimestampOutside(ConsoleError):
    """The signed time is too far from ours."""

    code = "webhook.timestamp_outside"
    template = QT_TRANSLATE_NOOP("Errors", "The signed time is {seconds} s off this machine's clock.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Set both clocks by the network; at most {tolerance} s are allowed.")
    http_status = 401


class BodyTooLarge(ConsoleError):
    """The body is larger than the receiver takes."""

    code = "webhook.body_too_large"
    template = QT_TRANSLATE_NOOP("Errors", "The body is larger than {limit} bytes.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Send less at a time, or raise the limit in the settings.")
    http_status = 413


class BodyNotJson(ConsoleError):
    """The body must be JSON and is not."""

    code = "webhook.body_not_json"
    template = QT_TRANSLATE_NOOP("Errors", "The body is not JSON: {reason}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Send a JSON object with webhook_id, event and data.")
    http_status = 400


class MethodNotAllowed(ConsoleError):
    """The receiver takes POST requests only."""

    code = "webhook.method"
    template = QT_TRANSLATE_NOOP("Errors", "The receiver takes POST requests only, not {method}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Send the event as a POST request.")
    http_status = 405


class QueueFull(ConsoleError):
    """More arrives than can be written."""

    code = "webhook.queue_full"
    template = QT_TRANSLATE_NOOP("Errors", "More events arrive than can be stored.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Send the event again after the pause named in Retry-After.")
    retriable = True
    http_status = 503


class EventUnstorable(ConsoleError):
    """The store refuses this one event."""

    code = "webhook.event_unstorable"
    template = QT_TRANSLATE_NOOP("Errors", "This event cannot be stored: {reason}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Look at the headers and the event type that the sender uses.")
    http_status = 422


class NotAuthorised(ConsoleError):
    """The request lacks the right bearer token."""

    code = "service.not_authorised"
    template = QT_TRANSLATE_NOOP("Errors", "This address needs the service's bearer token.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Send it in the header Authorization: Bearer ….")
    http_status = 401


class ForeignHost(ConsoleError):
    """A web page or a wrong name was used to reach the service."""

    code = "service.foreign_host"
    template = QT_TRANSLATE_NOOP("Errors", "Requests for the host {host} are not answered.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Use the address that the console shows, or set public_url.")
    http_status = 403


class AddressInUse(ConsoleError):
    """The port that the receiver shall listen on is not free, or may not be used."""

    code = "service.address_in_use"
    template = QT_TRANSLATE_NOOP("Errors", "The receiver cannot listen at {host}, port {port}: {reason}.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Close the program that uses the port, or set INTEGRATION_PORT to another one."
    )


class RequestAbandoned(ConsoleError):
    """The sender hung up before its request was whole."""

    code = "webhook.abandoned"
    template = QT_TRANSLATE_NOOP("Errors", "The sender closed the connection before the body was complete.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Send the event again; check the network of the sender.")
    retriable = True
    http_status = 400


class WebhookRemoved(ConsoleError):
    """The webhook existed once; 410 tells senders to stop (Standard Webhooks, "Gone")."""

    code = "webhook.removed"
    template = QT_TRANSLATE_NOOP("Errors", "The webhook of this address was removed.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Delete the address at the sender, or create a new webhook.")
    http_status = 410


class RequestTooSlow(ConsoleError):
    """The body did not arrive in time."""

    code = "webhook.too_slow"
    template = QT_TRANSLATE_NOOP("Errors", "The body did not arrive within {seconds} s.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Send the event again; check the network of the sender.")
    retriable = True
    http_status = 408
