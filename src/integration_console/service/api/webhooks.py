"""Webhooks: create, look at, reveal and rotate the secret, pause, remove; the events that came."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Annotated

from fastapi import Query, Request, Response

from integration_console.domain.answers import Address, Secret
from integration_console.domain.webhooks import CreatedWebhook, Event, Webhook, WebhookDraft
from integration_console.operations import webhooks
from integration_console.operations.context import Context
from integration_console.service.api.callers import Service
from integration_console.service.api.changing import Switch, on_condition
from integration_console.service.api.kinds import Given
from integration_console.service.api.routes import Asking, Routes, Serving

routes = Routes("webhooks")
_BODY = "application/octet-stream"


@routes.route("GET", "/webhooks", webhooks.webhooks)
def list_webhooks(asking: Asking) -> tuple[Webhook, ...]:
    """List all webhooks, by name."""
    return webhooks.webhooks(asking)


@routes.route("POST", "/webhooks", webhooks.save_webhook, HTTPStatus.CREATED, creates=True)
def add_webhook(asking: Asking, draft: Given[WebhookDraft], service: Serving) -> CreatedWebhook:
    """Create a webhook; its secret is shown now, and by `reveal` later. An `id` in the body does not count."""
    return _created(asking, service, webhooks.save_webhook(asking, replace(draft, id="")))


@routes.route("GET", "/webhooks/{webhook_id}", webhooks.webhook, tagged=True)
def one_webhook(asking: Asking, webhook_id: str) -> Webhook:
    """Show a webhook; its ETag goes into `If-Match` of a change."""
    return webhooks.webhook(asking, webhook_id)


@routes.route("PUT", "/webhooks/{webhook_id}", webhooks.save_webhook, changes=True)
def change_webhook(
    asking: Asking, webhook_id: str, draft: Given[WebhookDraft], request: Request, service: Serving
) -> CreatedWebhook:
    """Change a webhook; an empty secret keeps the stored one."""
    changing = on_condition(request, asking, lambda seen: webhooks.webhook(seen, webhook_id))
    return _created(changing, service, webhooks.save_webhook(changing, replace(draft, id=webhook_id)))


@routes.route("PUT", "/webhooks/{webhook_id}/active", webhooks.switch_webhook, changes=True)
def switch_webhook(asking: Asking, webhook_id: str, switch: Given[Switch], request: Request) -> Webhook:
    """Activate or pause a webhook; while paused its events are held."""
    changing = on_condition(request, asking, lambda seen: webhooks.webhook(seen, webhook_id))
    return webhooks.switch_webhook(changing, webhook_id, active=switch.active)


@routes.route("DELETE", "/webhooks/{webhook_id}", webhooks.remove_webhook, HTTPStatus.NO_CONTENT, changes=True)
def remove_webhook(asking: Asking, webhook_id: str, request: Request) -> None:
    """Remove a webhook and its secrets; its events and log entries stay."""
    changing = on_condition(request, asking, lambda seen: webhooks.webhook(seen, webhook_id))
    webhooks.remove_webhook(changing, webhook_id)


@routes.route("GET", "/webhooks/{webhook_id}/url", webhooks.webhook_url)
def webhook_url(asking: Asking, webhook_id: str, service: Serving) -> Address:
    """Show the address that senders must use."""
    return Address(_url(asking, service, webhooks.webhook(asking, webhook_id).id))


@routes.route("POST", "/webhooks/{webhook_id}/reveal", webhooks.webhook_secret)
def reveal_webhook_secret(asking: Asking, webhook_id: str) -> Secret:
    """Show the current secret in clear; this is audited."""
    return Secret(webhooks.webhook_secret(asking, webhook_id))


@routes.route("POST", "/webhooks/{webhook_id}/rotate", webhooks.rotate_webhook)
def rotate_webhook(asking: Asking, webhook_id: str, service: Serving) -> CreatedWebhook:
    """Make a new secret; the old one stays valid for 24 hours."""
    return _created(asking, service, webhooks.rotate_webhook(asking, webhook_id))


@routes.route("GET", "/webhooks/{webhook_id}/events", webhooks.last_events)
def list_last_events(
    asking: Asking, webhook_id: str, limit: Annotated[int, Query(ge=1, le=200)] = 20
) -> tuple[Event, ...]:
    """List the newest events of a webhook, newest first."""
    return webhooks.last_events(asking, webhook_id, limit)


@routes.route("GET", "/events/{event_id}/body", webhooks.event_body, media=(_BODY,))
def event_body(asking: Asking, event_id: str) -> Response:
    """Send a stored event's body, byte for byte; whatever it is, no browser is to show it."""
    headers = {"content-disposition": 'attachment; filename="body"'}
    return Response(webhooks.event_body(asking, event_id), headers=headers, media_type=_BODY)


def _created(asking: Context, service: Service, saved: tuple[Webhook, str]) -> CreatedWebhook:
    return webhooks.created(saved, _url(asking, service, saved[0].id))


def _url(asking: Context, service: Service, webhook_id: str) -> str:
    return webhooks.webhook_url(asking, webhook_id, service.receiver().base_url)
