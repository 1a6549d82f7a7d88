"""API keys as tests need them."""

from __future__ import annotations

from typing import Any

from integration_console.domain.api_keys import ApiKeyDraft, CreatedApiKey
from integration_console.domain.permissions import Grant, parsed_grant
from integration_console.operations import api_keys
from integration_console.operations.context import Context


def draft(**changed: Any) -> ApiKeyDraft:
    """A key as a person filled it in: it may read the log."""
    return ApiKeyDraft(**{"name": "Website", "grants": (Grant("logs.read"),), **changed})


def created(context: Context, name: str = "Website", *permissions: str, **changed: Any) -> CreatedApiKey:
    """A new key with these permissions, or one that may read the log."""
    grants = tuple(grant for each in permissions or ("logs.read",) if (grant := parsed_grant(each)))
    return api_keys.create_api_key(context, draft(name=name, grants=grants, **changed))
