"""Turns a received request into an event draft, or into the reason why it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson

from integration_console.domain.clock import microseconds
from integration_console.domain.errors import BodyNotJson, ConsoleError
from integration_console.domain.ids import new_id
from integration_console.domain.log_messages import english_message
from integration_console.domain.logs import LogDraft, LogStatus
from integration_console.domain.masking import masked_headers
from integration_console.domain.receiving import identify
from integration_console.domain.signatures import SignedRequest, verify
from integration_console.domain.webhooks import EventState, WebhookStatus
from integration_console.operations.journal import Happening, note
from integration_console.storage.events import EventDraft

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from integration_console.domain.webhooks import Webhook
    from integration_console.operations.armoury import Armed
    from integration_console.operations.context import Context

_LONGEST_BODY_FORM_ID = 64


@dataclass(frozen=True, slots=True)
class Arrival:
    """A request as it came: header names in lower case, in order; the body byte for byte."""

    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """Return a header's value, or an empty string."""
        return next((value for key, value in self.headers if key == name), "")

    def combined(self) -> dict[str, str]:
        """Return one value for each name; of a repeated header none may count alone (RFC 9110, 5.3)."""
        found: dict[str, str] = {}
        for name, value in self.headers:
            found[name] = f"{found[name]}, {value}" if name in found else value
        return found


@dataclass(frozen=True, slots=True)
class Filtered:
    """A verified request that the webhook's filter does not want."""

    event_type: str
    correlation_id: str


def admit(armed: Armed, arrival: Arrival, moment: datetime) -> EventDraft | Filtered:
    """Verify a request and return what is to be stored.

    Raises `SignatureMissing`, `SignatureInvalid`, `TimestampOutside`.
    """
    webhook, seconds = armed.webhook, moment.timestamp()
    headers = arrival.combined()
    verify(webhook.scheme, webhook.rules, armed.valid_secrets(seconds), SignedRequest(headers, arrival.body, seconds))
    identity = identify(webhook.scheme, webhook.rules, headers, arrival.body)
    if not webhook.wants(identity.event_type):
        return Filtered(identity.event_type, new_id())
    event_id, received_at = new_id(), microseconds(moment)
    held = webhook.status is WebhookStatus.PAUSED
    params = {"topic": identity.event_type, "webhook": webhook.name}
    return EventDraft(
        id=event_id,
        webhook_id=webhook.id,
        event_type=identity.event_type,
        event_key=identity.event_key,
        state=EventState.HELD if held else EventState.ACCEPTED,
        received_at=received_at,
        expires_at=received_at + identity.seconds * 1_000_000,
        content_type=headers.get("content-type", ""),
        headers=orjson.dumps(masked_headers(arrival.headers)).decode(),
        body=arrival.body,
        received=_draft("webhook.held" if held else "webhook.received", params, event_id, webhook.id, moment),
        duplicate=lambda: _draft("webhook.duplicate", params, event_id, webhook.id, moment),
        tenant_id=armed.context.store.tenant_id,
    )


def _draft(event_type: str, params: dict[str, str], event_id: str, webhook_id: str, moment: datetime) -> LogDraft:
    duplicate = event_type == "webhook.duplicate"
    return LogDraft(
        id=new_id(),
        created_at=moment,
        status=LogStatus.INFO if duplicate else LogStatus.SUCCESS,
        event_type=event_type,
        message=english_message(event_type, params),
        topic=params["topic"],
        params=params,
        webhook_id=webhook_id,
        event_id="" if duplicate else event_id,
        correlation_id=event_id,
    )


def webhook_of_body(body: bytes) -> str:
    """Return the `webhook_id` of the form `{webhook_id, event, data}`. Raises `BodyNotJson`.

    Nothing else of the body is looked at before its signature has been verified.
    """
    try:
        parsed = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise BodyNotJson(reason=f"line {error.lineno}, column {error.colno}") from error
    found = parsed.get("webhook_id") if isinstance(parsed, dict) else None
    if not isinstance(found, str) or not 0 < len(found) <= _LONGEST_BODY_FORM_ID:
        raise BodyNotJson(reason="webhook_id is missing")
    return found


def refused(context: Context, webhook: Webhook | None, error: ConsoleError, correlation_id: str) -> None:
    """Log a refused request; who sent it is not trusted, so nothing of its content is kept."""
    note(
        context,
        Happening(
            "webhook.rejected",
            {"webhook": webhook.name if webhook else "—"},
            LogStatus.ERROR if error.http_status < 500 else LogStatus.WARNING,  # noqa: PLR2004 - HTTP's own classes
            webhook_id=webhook.id if webhook else "",
            correlation_id=correlation_id,
        ),
        error,
    )


def filtered_out(context: Context, webhook: Webhook, filtered: Filtered) -> None:
    """Log a verified request that the filter does not want."""
    note(
        context,
        Happening(
            "webhook.filtered",
            {"topic": filtered.event_type, "webhook": webhook.name},
            LogStatus.INFO,
            topic=filtered.event_type,
            webhook_id=webhook.id,
            correlation_id=filtered.correlation_id,
        ),
    )


def halves(drafts: Sequence[EventDraft]) -> tuple[Sequence[EventDraft], Sequence[EventDraft]]:
    """Split a batch in two, so that one poisoned event takes no others with it."""
    middle = len(drafts) // 2
    return drafts[:middle], drafts[middle:]
