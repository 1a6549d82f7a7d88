"""API keys of a remote workspace, through the service."""

from __future__ import annotations

from datetime import timedelta

from integration_console.domain.api_key_policy import KeyPolicy
from integration_console.domain.api_keys import (
    AddressTrial,
    ApiKey,
    ApiKeyDraft,
    CheckedApiKey,
    CreatedApiKey,
    KeyUsage,
)
from integration_console.gateways.service_api.door import ServiceDoor, at


class ServiceApiKeys(ServiceDoor):
    """API keys of a remote workspace."""

    def api_keys(self) -> tuple[ApiKey, ...]:
        """Return all keys."""
        found: tuple[ApiKey, ...] = self._client.ask("GET", at("/api-keys"), tuple[ApiKey, ...])
        return found

    def create_api_key(self, draft: ApiKeyDraft) -> CreatedApiKey:
        """Create a key."""
        made: CreatedApiKey = self._client.ask("POST", at("/api-keys"), CreatedApiKey, draft)
        return made

    def change_api_key(self, draft: ApiKeyDraft) -> ApiKey:
        """Change a key."""
        changed: ApiKey = self._client.ask("PUT", at("/api-keys/{}", draft.id), ApiKey, draft)
        return changed

    def reroll_api_key(self, key_id: str, overlap: timedelta) -> CreatedApiKey:
        """Give a key a new secret."""
        wish = {"overlap_seconds": int(overlap.total_seconds())}
        made: CreatedApiKey = self._client.ask("POST", at("/api-keys/{}/reroll", key_id), CreatedApiKey, wish)
        return made

    def revoke_api_key(self, key_id: str) -> ApiKey:
        """Take a key back."""
        revoked: ApiKey = self._client.ask("POST", at("/api-keys/{}/revoke", key_id), ApiKey)
        return revoked

    def api_key_usage(self, key_id: str) -> KeyUsage:
        """Return where a key was used."""
        usage: KeyUsage = self._client.ask("GET", at("/api-keys/{}/usage", key_id), KeyUsage)
        return usage

    def try_addresses(self, key_id: str, addresses: str) -> AddressTrial:
        """Return what an allowlist would have done."""
        wish = {"addresses": addresses}
        trial: AddressTrial = self._client.ask("POST", at("/api-keys/{}/trial", key_id), AddressTrial, wish)
        return trial

    def check_api_key(self, text: str) -> CheckedApiKey:
        """Return which key this is."""
        checked: CheckedApiKey = self._client.ask("POST", at("/api-keys/check"), CheckedApiKey, {"text": text})
        return checked

    def api_key_policy(self) -> KeyPolicy:
        """Return how long API keys may count."""
        found: KeyPolicy = self._client.ask("GET", at("/api-key-policy"), KeyPolicy)
        return found

    def set_api_key_policy(self, policy: KeyPolicy) -> KeyPolicy:
        """Say how long API keys may count."""
        kept: KeyPolicy = self._client.ask("PUT", at("/api-key-policy"), KeyPolicy, policy)
        return kept
