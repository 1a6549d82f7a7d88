"""The door to the API keys of a workspace that this very program has open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.gateways.door import Door
from integration_console.operations import api_key_checks, api_key_policies, api_key_uses, api_keys

if TYPE_CHECKING:
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


class InProcessApiKeys(Door):
    """API keys of the open workspace."""

    def api_keys(self) -> tuple[ApiKey, ...]:
        """Return all keys."""
        return api_keys.api_keys(self._context)

    def create_api_key(self, draft: ApiKeyDraft) -> CreatedApiKey:
        """Create a key."""
        return api_keys.create_api_key(self._context, draft)

    def change_api_key(self, draft: ApiKeyDraft) -> ApiKey:
        """Change a key."""
        return api_keys.change_api_key(self._context, draft)

    def reroll_api_key(self, key_id: str, overlap: timedelta) -> CreatedApiKey:
        """Give a key a new secret."""
        return api_keys.reroll_api_key(self._context, key_id, overlap)

    def revoke_api_key(self, key_id: str) -> ApiKey:
        """Take a key back."""
        return api_keys.revoke_api_key(self._context, key_id)

    def api_key_usage(self, key_id: str) -> KeyUsage:
        """Return where a key was used."""
        return api_key_uses.api_key_usage(self._context, key_id)

    def try_addresses(self, key_id: str, addresses: str) -> AddressTrial:
        """Return what an allowlist would have done."""
        return api_key_uses.try_addresses(self._context, key_id, addresses)

    def check_api_key(self, text: str) -> CheckedApiKey:
        """Return which key this is."""
        return api_key_checks.check_api_key(self._context, text)

    def api_key_policy(self) -> KeyPolicy:
        """Return how long API keys may count."""
        return api_key_policies.api_key_policy(self._context)

    def set_api_key_policy(self, policy: KeyPolicy) -> KeyPolicy:
        """Say how long API keys may count."""
        return api_key_policies.set_api_key_policy(self._context, policy)
