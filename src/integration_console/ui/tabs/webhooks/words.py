"""The words about webhooks in the language in force: schemes, states, what to enter at the sender."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from integration_console.domain.webhooks import EventState, Scheme, Webhook, WebhookStatus
from integration_console.ui.language import formats, technical
from integration_console.ui.widgets import Tone


def scheme_name(scheme: Scheme) -> str:
    """How requests are verified."""
    names = {
        Scheme.GITHUB: QCoreApplication.translate("Forms", "GitHub"),
        Scheme.STANDARD: QCoreApplication.translate("Forms", "Standard Webhooks"),
        Scheme.HMAC: QCoreApplication.translate("Forms", "Generic HMAC"),
    }
    return names[scheme]


def status_of(webhook: Webhook) -> tuple[str, Tone, str]:
    """The word, the tone and the icon of a webhook's state."""
    if webhook.status is WebhookStatus.ACTIVE:
        return QCoreApplication.translate("WebhookWords", "Active"), Tone.SUCCESS, "circle-check"
    return QCoreApplication.translate("WebhookWords", "Paused"), Tone.WARNING, "circle-pause"


def event_state(state: EventState) -> tuple[str, Tone]:
    """What became of an event."""
    if state is EventState.ACCEPTED:
        return QCoreApplication.translate("WebhookWords", "Accepted"), Tone.SUCCESS
    return QCoreApplication.translate("WebhookWords", "Held"), Tone.WARNING


def wanted_events(webhook: Webhook) -> str:
    """Which events the filter lets pass."""
    if not webhook.event_filter:
        return QCoreApplication.translate("WebhookWords", "All events")
    return formats.listing([technical(each) for each in webhook.event_filter])


def rules_in_words(webhook: Webhook) -> str:
    """The rules of a generic HMAC, the other schemes by their name."""
    if webhook.scheme is not Scheme.HMAC:
        return scheme_name(webhook.scheme)
    rules = webhook.rules
    template = QCoreApplication.translate("WebhookWords", "{scheme}: {hash} in {header}")
    return template.format(
        scheme=scheme_name(webhook.scheme),
        hash=technical(f"{rules.hash.value.upper()}, {rules.encoding.value}"),
        header=technical(rules.header),
    )


def steps_at_sender(webhook: Webhook) -> tuple[str, ...]:
    """What to do in the sending system, step by step."""
    if webhook.scheme is Scheme.GITHUB:
        return (
            QCoreApplication.translate(
                "WebhookWords", "On GitHub open the repository or organisation: Settings → Webhooks → Add webhook."
            ),
            QCoreApplication.translate("WebhookWords", "Enter the URL as “Payload URL” and the secret as “Secret”."),
            QCoreApplication.translate(
                "WebhookWords", "Choose the content type {type} and the events you want."
            ).format(type=technical("application/json")),
        )
    if webhook.scheme is Scheme.STANDARD:
        return (
            QCoreApplication.translate("WebhookWords", "At the sender add an endpoint with this URL."),
            QCoreApplication.translate("WebhookWords", "Enter the secret as its signing secret, with {prefix}.").format(
                prefix=technical("whsec_")
            ),
        )
    return _hmac_steps(webhook)


def _with_type(sentence: str) -> str:
    return sentence.format(type=technical("application/json"))


def _hmac_steps(webhook: Webhook) -> tuple[str, ...]:
    rules = webhook.rules
    content = f"{rules.timestamp_header}.body" if rules.timestamp_header else "body"
    sign = QCoreApplication.translate("WebhookWords", "The sender signs {content} by HMAC with {hash} and this secret.")
    put = QCoreApplication.translate("WebhookWords", "It sends the signature, written as {encoding}, in {header}.")
    return (
        QCoreApplication.translate("WebhookWords", "At the sender enter this URL and this secret."),
        sign.format(content=technical(content), hash=technical(rules.hash.value.upper())),
        put.format(encoding=technical(f"{rules.prefix}{rules.encoding.value}"), header=technical(rules.header)),
    )
