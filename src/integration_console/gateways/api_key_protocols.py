"""What the window and the command line may ask about API keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from integration_console.gateways.member_protocols import RightsGateway

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


class ApiKeysGateway(RightsGateway, Protocol):
    """API keys: list, create, change, reroll, revoke, look at their use."""

    def api_keys(self) -> tuple[ApiKey, ...]:
        """Return all keys: those that were not revoked first, each part by name."""

    def create_api_key(self, draft: ApiKeyDraft) -> CreatedApiKey:
        """Create a key; its text is never shown again.

        Raises `InvalidInput`, `NameTaken`, `ApiKeyBeyondRights`, `VaultLocked`.
        """

    def change_api_key(self, draft: ApiKeyDraft) -> ApiKey:
        """Change a key; its secret stays. Raises `InvalidInput`, `NameTaken`, `ApiKeyEnded`, `ApiKeyBeyondRights`."""

    def reroll_api_key(self, key_id: str, overlap: timedelta) -> CreatedApiKey:
        """Give a key a new secret, never shown again; the old one counts for `overlap` more.

        Raises `InvalidInput`, `ApiKeyEnded`, `ApiKeyTooOld`, `ApiKeyBeyondRights`, `VaultLocked`.
        """

    def revoke_api_key(self, key_id: str) -> ApiKey:
        """Take a key back, for good. Raises `NotFound`."""

    def api_key_usage(self, key_id: str) -> KeyUsage:
        """Return where a key was used in the last 30 days. Raises `NotFound`."""

    def try_addresses(self, key_id: str, addresses: str) -> AddressTrial:
        """Return what an allowlist would have done to the uses of the last 30 days. Raises `InvalidInput`."""

    def check_api_key(self, text: str) -> CheckedApiKey:
        """Return which key this is, and why it does not count; this is no use of it. Raises `VaultLocked`."""

    def api_key_policy(self) -> KeyPolicy:
        """Return how long API keys may count."""

    def set_api_key_policy(self, policy: KeyPolicy) -> KeyPolicy:
        """Say how long API keys may count from now on; those that count longer stay. Raises `InvalidInput`."""
