"""API keys: list, create, change, give a new secret, revoke, look at their use, try addresses, check one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from http import HTTPStatus

from fastapi import Request

from integration_console.domain.api_key_policy import KeyPolicy
from integration_console.domain.api_keys import (
    AddressTrial,
    ApiKey,
    ApiKeyDraft,
    CheckedApiKey,
    CreatedApiKey,
    KeyUsage,
)
from integration_console.domain.errors import NotFound
from integration_console.operations import api_key_checks, api_key_policies, api_key_uses, api_keys
from integration_console.operations.context import Context
from integration_console.service.api.changing import on_condition
from integration_console.service.api.kinds import Given
from integration_console.service.api.routes import Asking, Routes

routes = Routes("api keys")


@dataclass(frozen=True, slots=True)
class Reroll:
    """For how many seconds the old secret counts beside the new one."""

    overlap_seconds: int = 0


@dataclass(frozen=True, slots=True)
class KeyText:
    """The whole text of a key."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Addresses:
    """An allowlist to be tried: addresses and networks, with spaces or commas between them."""

    addresses: str


@routes.route("GET", "/api-keys", api_keys.api_keys)
def list_api_keys(asking: Asking) -> tuple[ApiKey, ...]:
    """List all keys: those that were not revoked first, each part by name."""
    return api_keys.api_keys(asking)


@routes.route("POST", "/api-keys", api_keys.create_api_key, HTTPStatus.CREATED, creates=True)
def create_api_key(asking: Asking, draft: Given[ApiKeyDraft]) -> CreatedApiKey:
    """Create a key, whose text is shown only now. An `id` in the body does not count."""
    return api_keys.create_api_key(asking, replace(draft, id=""))


@routes.route("GET", "/api-keys/{key_id}", api_keys.api_keys, tagged=True)
def one_api_key(asking: Asking, key_id: str) -> ApiKey:
    """Show a key; the ETag goes into `If-Match` of a change."""
    return _one(asking, key_id)


@routes.route("PUT", "/api-keys/{key_id}", api_keys.change_api_key, changes=True)
def change_api_key(asking: Asking, key_id: str, draft: Given[ApiKeyDraft], request: Request) -> ApiKey:
    """Change a key, whose secret stays."""
    changing = on_condition(request, asking, lambda seen: _one(seen, key_id))
    return api_keys.change_api_key(changing, replace(draft, id=key_id))


@routes.route("POST", "/api-keys/{key_id}/reroll", api_keys.reroll_api_key, creates=True)
def reroll_api_key(asking: Asking, key_id: str, wish: Given[Reroll]) -> CreatedApiKey:
    """Give a key a new secret, shown only now."""
    return api_keys.reroll_api_key(asking, key_id, timedelta(seconds=wish.overlap_seconds))


@routes.route("POST", "/api-keys/{key_id}/revoke", api_keys.revoke_api_key)
def revoke_api_key(asking: Asking, key_id: str) -> ApiKey:
    """Take a key back, for good; within a second it counts nowhere any more."""
    return api_keys.revoke_api_key(asking, key_id)


@routes.route("GET", "/api-keys/{key_id}/usage", api_key_uses.api_key_usage)
def api_key_usage(asking: Asking, key_id: str) -> KeyUsage:
    """Show where a key was used in the last 30 days."""
    return api_key_uses.api_key_usage(asking, key_id)


@routes.route("POST", "/api-keys/{key_id}/trial", api_key_uses.try_addresses)
def try_addresses(asking: Asking, key_id: str, tried: Given[Addresses]) -> AddressTrial:
    """Show what an allowlist would have done to the uses of the last 30 days."""
    return api_key_uses.try_addresses(asking, key_id, tried.addresses)


@routes.route("POST", "/api-keys/check", api_key_checks.check_api_key)
def check_api_key(asking: Asking, given: Given[KeyText]) -> CheckedApiKey:
    """Show which key a text is, and why it does not count; this is no use of it."""
    return api_key_checks.check_api_key(asking, given.text)


@routes.route("GET", "/api-key-policy", api_key_policies.api_key_policy)
def api_key_policy(asking: Asking) -> KeyPolicy:
    """Show how many days after its secret was made a key ends at the latest."""
    return api_key_policies.api_key_policy(asking)


@routes.route("PUT", "/api-key-policy", api_key_policies.set_api_key_policy)
def set_api_key_policy(asking: Asking, policy: Given[KeyPolicy]) -> KeyPolicy:
    """Say how long keys may count from now on; those that count longer stay as they are."""
    return api_key_policies.set_api_key_policy(asking, policy)


def _one(asking: Context, key_id: str) -> ApiKey:
    found = next((each for each in api_keys.api_keys(asking) if each.id == key_id), None)
    if found is None:
        raise NotFound(kind="API key", id=key_id)
    return found
