"""Webhooks, through the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.answers import Address, Secret
from integration_console.domain.webhooks import CreatedWebhook, Event, Webhook
from integration_console.gateways.service_api.door import ServiceDoor, at

if TYPE_CHECKING:
    from integration_console.domain.webhooks import WebhookDraft


class ServiceWebhooks(ServiceDoor):
    """Webhooks of a remote workspace."""

    def webhooks(self) -> tuple[Webhook, ...]:
        """Return all webhooks, by name."""
        found: tuple[Webhook, ...] = self._client.ask("GET", at("/webhooks"), tuple[Webhook, ...])
        return found

    def webhook_url(self, webhook_id: str) -> str:
        """Return the address that senders must use."""
        found: Address = self._client.ask("GET", at("/webhooks/{}/url", webhook_id), Address)
        return found.url

    def save_webhook(self, draft: WebhookDraft) -> CreatedWebhook:
        """Create or change a webhook."""
        method, path = ("PUT", at("/webhooks/{}", draft.id)) if draft.id else ("POST", at("/webhooks"))
        saved: CreatedWebhook = self._client.ask(method, path, CreatedWebhook, draft)
        return saved

    def webhook_secret(self, webhook_id: str) -> str:
        """Return the current secret in clear."""
        found: Secret = self._client.ask("POST", at("/webhooks/{}/reveal", webhook_id), Secret)
        return found.secret

    def rotate_webhook(self, webhook_id: str) -> CreatedWebhook:
        """Make a new secret."""
        rotated: CreatedWebhook = self._client.ask("POST", at("/webhooks/{}/rotate", webhook_id), CreatedWebhook)
        return rotated

    def switch_webhook(self, webhook_id: str, *, active: bool) -> Webhook:
        """Activate or pause a webhook."""
        path = at("/webhooks/{}/active", webhook_id)
        switched: Webhook = self._client.ask("PUT", path, Webhook, {"active": active})
        return switched

    def remove_webhook(self, webhook_id: str) -> None:
        """Remove a webhook."""
        self._client.ask("DELETE", at("/webhooks/{}", webhook_id), None)

    def last_events(self, webhook_id: str, limit: int = 20) -> tuple[Event, ...]:
        """Return the newest events of a webhook."""
        path, query = at("/webhooks/{}/events", webhook_id), {"limit": limit}
        found: tuple[Event, ...] = self._client.ask("GET", path, tuple[Event, ...], query=query)
        return found

    def event_body(self, event_id: str) -> bytes:
        """Return a stored event's body."""
        return self._client.content(at("/events/{}/body", event_id))
