"""Holds an API key against the workspace: the same work whatever is wrong, the exact reason in the log alone."""

from __future__ import annotations

import hmac
import math
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from integration_console.domain import api_key_text
from integration_console.domain.api_keys import ALLOWED, ALLOWED_OLD, ApiKey, CheckedApiKey, is_allowed_address
from integration_console.domain.callers import Caller, CallerKind
from integration_console.domain.errors import (
    ApiKeyAddressRefused,
    ApiKeyExpired,
    ApiKeyMalformed,
    ApiKeyRateLimited,
    ApiKeyRefused,
    ApiKeyRevoked,
    ApiKeyUnknown,
    ApiKeyWrong,
)
from integration_console.domain.logs import LogStatus
from integration_console.domain.permissions import Rights
from integration_console.operations import api_key_hashes
from integration_console.operations.api_key_memory import KeyRing
from integration_console.operations.api_key_uses import note_use
from integration_console.operations.journal import Happening, note
from integration_console.operations.permission import needs
from integration_console.storage import api_keys as rows
from integration_console.storage.api_keys import KeyHashes

if TYPE_CHECKING:
    from integration_console.domain.api_key_text import KeyText
    from integration_console.domain.callers import RequestFacts
    from integration_console.operations.context import Context

_NO_HASH = secrets.token_bytes(32)
"""What nothing fits: held against where there is nothing else, so that it takes as long."""
_NEVER = datetime.fromtimestamp(0, UTC)
_NOBODYS = ApiKey("", "", "", (), "", _NEVER, _NEVER, _NEVER)


@dataclass(frozen=True, slots=True)
class _Held:
    """A key in clear beside a stored one, or beside another one that stands in where none has its id."""

    key: ApiKey
    is_known: bool
    is_current: bool
    is_previous: bool

    @property
    def is_proven(self) -> bool:
        """Whether it bears one of the two secrets of the key; asked in this order, which takes always the same."""
        return (self.is_current or self.is_previous) and self.is_known


def authenticate(context: Context, credential: str, facts: RequestFacts) -> Caller | None:
    """Return the API key as a caller, named so that nobody takes it for a person; None for what is no API key.

    The use is counted, and written later. What was revoked or changed counts so at once here, within a second in
    others. Raises `ApiKeyRefused`, the same whatever the reason (the log knows it), `ApiKeyRateLimited` for a good key
    that is used too often, `VaultLocked`.
    """
    if not api_key_text.looks_like_key(credential):
        return None
    text = api_key_text.read_key(credential)
    if text is None:
        note(context, _happening("-", "", facts), ApiKeyMalformed())
        raise ApiKeyRefused
    held = _held(context, text)
    refused = _refusal(held, facts.address, context.clock.now())
    if refused is not None:
        _note_refusal(context, held, text, facts, refused)
        raise ApiKeyRefused
    key = held.key
    _require_rate(context, key, facts)
    note_use(context, key.id, facts, ALLOWED if held.is_current else ALLOWED_OLD)
    return Caller(CallerKind.API_KEY, key.id, f"{key.name} ({key.prefix})", Rights(frozenset(key.grants)))


@needs("api_keys.read")
def check_api_key(context: Context, text: str) -> CheckedApiKey:
    """Return which key this is and why it does not count; this is no use of the key. Raises `VaultLocked`."""
    read = api_key_text.read_key(text)
    if read is None:
        return CheckedApiKey(None, ApiKeyMalformed.code)
    held = _held(context, read)
    proven = held.key if held.is_proven else None
    refused = _refusal(held, "", context.clock.now(), everywhere=True)
    return CheckedApiKey(proven, refused.code, refused.params) if refused else CheckedApiKey(proven)


def _held(context: Context, text: KeyText) -> _Held:
    """Hold a key against the stored one. To find none takes as long as to find one: a stored key stands in."""
    pepper = api_key_hashes.pepper(context)
    ring = context.api_keys.rings.recall("", context.clock.now(), lambda: _ring(context))
    stand_in = ring.all[hash(text.public_id) % len(ring.all)]
    found = ring.by_id.get(text.public_id)
    key, hashes = found or stand_in
    digest = api_key_hashes.hash_of(context, text, pepper)
    is_current = hmac.compare_digest(digest, hashes.current)
    is_previous = hmac.compare_digest(digest, hashes.previous or _NO_HASH)
    return _Held(key, found is not None, is_current, is_previous)


def _ring(context: Context) -> KeyRing:
    found = context.store.read(rows.keys_with_hashes)
    return KeyRing({each[0].public_id: each for each in found}, found or ((_NOBODYS, KeyHashes(_NO_HASH)),))


def _refusal(held: _Held, address: str, now: datetime, *, everywhere: bool = False) -> ApiKeyRefused | None:
    """Return why a key does not count; None: it does."""
    if not held.is_proven:
        return ApiKeyWrong() if held.is_known else ApiKeyUnknown()
    key = held.key
    if key.revoked_at is not None:
        return ApiKeyRevoked()
    ends = [each for each in (key.expires_at, None if held.is_current else key.previous_until) if each is not None]
    if ends and min(ends) <= now:
        return ApiKeyExpired(moment=min(ends).isoformat(timespec="seconds"))
    if not everywhere and not is_allowed_address(address, key.addresses):
        return ApiKeyAddressRefused(address=address or "-")
    return None


def _require_rate(context: Context, key: ApiKey, facts: RequestFacts) -> None:
    now = context.clock.now()
    wait = context.api_keys.rates.wait(key.id, key.rate_limit, now) if key.rate_limit else None
    if wait is None:
        return
    error = ApiKeyRateLimited(limit=key.rate_limit, seconds=math.ceil(wait.total_seconds()))
    note_use(context, key.id, facts, error.code)
    if context.api_keys.rates.is_news(key.id, now):
        note(context, _happening(key.name, key.id, facts), error)
    raise error


def _note_refusal(context: Context, held: _Held, text: KeyText, facts: RequestFacts, refused: ApiKeyRefused) -> None:
    """Log a refusal; one of a key that was proven is a use of it as well."""
    unknown, known = (str(text), ""), (held.key.name, held.key.id)
    name, key_id = known if held.is_known else unknown
    note(context, _happening(name, key_id, facts), refused)
    if held.is_proven:
        note_use(context, held.key.id, facts, refused.code)


def _happening(name: str, key_id: str, facts: RequestFacts) -> Happening:
    params = {"key": name, "address": facts.address or "-", "route": facts.route, "agent": facts.agent}
    return Happening("api_key.refused", params, LogStatus.WARNING, subject_id=key_id)
