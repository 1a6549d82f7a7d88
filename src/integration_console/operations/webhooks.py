"""What can be done with webhooks: create, change, pause, rotate, look at and remove them."""

from __future__ import annotations

import base64
import secrets
from dataclasses import asdict, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from integration_console.domain.changes import Subject
from integration_console.domain.ids import new_id
from integration_console.domain.webhook_forms import webhook_draft, webhook_values
from integration_console.domain.webhooks import CreatedWebhook, Scheme, Webhook, WebhookDraft, WebhookStatus
from integration_console.operations.journal import Happening, announce, record
from integration_console.operations.permission import needs
from integration_console.storage import events as event_rows
from integration_console.storage import secrets as secret_rows
from integration_console.storage import webhooks as rows
from integration_console.storage.secrets import SealedSecret

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from integration_console.domain.forms import Value
    from integration_console.domain.webhooks import Event
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing

OVERLAP = timedelta(hours=24)
RECEIVER_PATH = "/functions/v1/webhook-receiver"


@needs("webhooks.read")
def webhooks(context: Context) -> tuple[Webhook, ...]:
    """Return all webhooks, by name."""
    return context.store.read(rows.webhooks)


@needs("webhooks.read")
def webhook(context: Context, webhook_id: str) -> Webhook:
    """Return one webhook. Raises `NotFound`."""
    return context.store.read(lambda reading: rows.webhook(reading, webhook_id))


def was_removed(context: Context, webhook_id: str) -> bool:
    """Return whether a webhook of this id existed once."""
    return context.store.read(lambda reading: rows.was_removed(reading, webhook_id))


@needs("webhooks.read")
def webhook_url(context: Context, webhook_id: str, base_url: str) -> str:
    """Return the address that senders must use: `public_url` of the settings, else `base_url`."""
    return f"{(context.public_url or base_url).rstrip('/')}{RECEIVER_PATH}/{webhook_id}"


@needs("webhooks.write")
def save_webhook(context: Context, draft: WebhookDraft) -> tuple[Webhook, str]:
    """Create or change a webhook; return it and the secret that was set ("": unchanged).

    Raises `InvalidInput`, `NameTaken`, `NotFound`, `VaultLocked`.
    """
    draft = webhook_draft({**webhook_values(draft), "secret": draft.secret}, draft.id)
    existing = webhook(context, draft.id) if draft.id else None
    secret = draft.secret
    if not secret and (existing is None or existing.scheme is not draft.scheme):
        secret = new_secret(draft.scheme)
    saved = _merged(context, draft, existing)
    sealed = _sealed(context, saved.id, secret) if secret else None
    context.store.write(lambda writing: _save(context, writing, existing, saved, sealed))
    announce(context, Subject.WEBHOOKS)
    return webhook(context, saved.id), secret


@needs("webhooks.write")
def rotate_webhook(context: Context, webhook_id: str) -> tuple[Webhook, str]:
    """Give a webhook a new secret; the old one counts for another 24 hours. Raises `NotFound`, `VaultLocked`."""
    about = webhook(context, webhook_id)
    secret = new_secret(about.scheme)
    sealed = _sealed(context, webhook_id, secret)

    def rotate(writing: Writing) -> None:
        secret_rows.rotate_secret(writing, sealed, sealed.created_at + OVERLAP)
        record(context, writing, _happening("webhook.rotated", about), {}, {})

    context.store.write(rotate)
    announce(context, Subject.WEBHOOKS)
    return webhook(context, webhook_id), secret


@needs("webhooks.reveal")
def webhook_secret(context: Context, webhook_id: str) -> str:
    """Return the current secret in clear, and audit that it was shown. Raises `NotFound`, `VaultLocked`."""
    about = webhook(context, webhook_id)
    secret = _current(signing_secrets(context, webhook_id))
    happening = _happening("webhook.secret_shown", about)
    context.store.write(lambda writing: record(context, writing, happening, {}, {}))
    announce(context)
    return secret


@needs("webhooks.write")
def switch_webhook(context: Context, webhook_id: str, *, active: bool) -> Webhook:
    """Activate or pause a webhook; while paused its events are held. Raises `NotFound`."""
    before = webhook(context, webhook_id)
    status = WebhookStatus.ACTIVE if active else WebhookStatus.PAUSED
    after = replace(before, status=status, updated_at=context.clock.now())
    verb = "webhook.activated" if active else "webhook.paused"

    def switch(writing: Writing) -> None:
        rows.change_webhook(writing, after)
        record(context, writing, _happening(verb, after), _audited(before), _audited(after))

    context.store.write(switch)
    announce(context, Subject.WEBHOOKS)
    return after


@needs("webhooks.write")
def remove_webhook(context: Context, webhook_id: str) -> None:
    """Remove a webhook and its secrets; its events stay. Raises `NotFound`."""
    before = webhook(context, webhook_id)

    def remove(writing: Writing) -> None:
        rows.remove_webhook(writing, webhook_id)
        secret_rows.forget_secrets(writing, rows.TABLE, webhook_id)
        record(context, writing, _happening("webhook.removed", before), _audited(before), {})

    context.store.write(remove)
    announce(context, Subject.WEBHOOKS)


@needs("webhooks.read", keeps_rights=True)
def last_events(context: Context, webhook_id: str, limit: int) -> tuple[Event, ...]:
    """Return the newest events of a webhook, newest first; their headers are closed to those who see no payloads."""
    found = context.store.read(lambda reading: event_rows.last_events(reading, webhook_id, limit))
    return found if context.rights.allows("payloads.read") else tuple(replace(each, headers=()) for each in found)


@needs("payloads.read")
def event_body(context: Context, event_id: str) -> bytes:
    """Return a stored body, byte for byte. Raises `NotFound`."""
    return context.store.read(lambda reading: event_rows.event_body(reading, event_id))


def signing_secrets(context: Context, webhook_id: str) -> list[tuple[str, float | None]]:
    """Return each secret that counts and until when (seconds since 1970; None: current), current first.

    Raises `VaultLocked`, `SecretUnreadable`.
    """
    sealed = context.store.read(lambda reading: secret_rows.secrets_of(reading, rows.TABLE, webhook_id))
    opened: Callable[[SealedSecret], str] = lambda each: context.vault.open(  # noqa: E731 - reads better than a def
        each.sealed, each.table, each.row_id, each.name
    )
    return [(opened(each), each.expires_at.timestamp() if each.expires_at else None) for each in sealed]


def new_secret(scheme: Scheme) -> str:
    """Return a strong secret in the form that the scheme uses."""
    if scheme is Scheme.STANDARD:
        return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
    return secrets.token_urlsafe(32)


def created(saved: tuple[Webhook, str], url: str) -> CreatedWebhook:
    """Return a saved webhook together with its address."""
    about, secret = saved
    return CreatedWebhook(about, url, secret)


def _current(found: list[tuple[str, float | None]]) -> str:
    return next(secret for secret, until in found if until is None)


def _merged(context: Context, draft: WebhookDraft, existing: Webhook | None) -> Webhook:
    now = context.clock.now()
    if existing is None:
        return Webhook(
            new_id(), draft.name, draft.scheme, WebhookStatus.ACTIVE, now, now, draft.rules, draft.event_filter
        )
    return replace(
        existing,
        name=draft.name,
        scheme=draft.scheme,
        rules=draft.rules,
        event_filter=draft.event_filter,
        updated_at=now,
    )


def _sealed(context: Context, webhook_id: str, secret: str) -> SealedSecret:
    key_id, sealed = context.vault.seal(secret, rows.TABLE, webhook_id, rows.SECRET)
    return SealedSecret(rows.TABLE, webhook_id, rows.SECRET, key_id, sealed, context.clock.now())


def _save(
    context: Context, writing: Writing, existing: Webhook | None, saved: Webhook, sealed: SealedSecret | None
) -> None:
    if existing:
        rows.change_webhook(writing, saved)
    else:
        rows.add_webhook(writing, saved)
    if sealed:
        secret_rows.keep_secret(writing, sealed)
    verb = "webhook.changed" if existing else "webhook.created"
    record(context, writing, _happening(verb, saved), _audited(existing) if existing else {}, _audited(saved))


def _happening(verb: str, about: Webhook) -> Happening:
    return Happening(verb, {"webhook": about.name}, webhook_id=about.id)


def _audited(about: Webhook) -> Mapping[str, Value]:
    return {
        "name": about.name,
        "scheme": about.scheme.value,
        "status": about.status.value,
        "rules": asdict(about.rules),
        "event_filter": list(about.event_filter),
    }
