"""What the one who looks may do with an API key, and why not: asked before a button is pressed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from integration_console.domain.api_key_policy import KeyPolicy, is_unused
from integration_console.domain.api_keys import ApiKey, beyond
from integration_console.domain.errors import (
    ApiKeyBeyondRights,
    ApiKeyEnded,
    ApiKeyTooOld,
    ConsoleError,
    PermissionDenied,
)
from integration_console.domain.permissions import KEY_PERMISSIONS, Rights, rights_of

_NOTHING = Rights()
_NOT_KNOWN = PermissionDenied(permission="api_keys.write")
"""Until the rights are known."""


@dataclass(frozen=True, slots=True)
class Keyring:
    """All keys and the rule for them, what the one who looks may do, the names of the connectors a key can be for.

    `refused` says why that one cannot make or change any key (None: he can), `policy_refused` why not the rule.
    """

    keys: tuple[ApiKey, ...] = ()
    rights: Rights = _NOTHING
    connectors: Mapping[str, str] = field(default_factory=dict)
    refused: ConsoleError | None = _NOT_KNOWN
    policy_refused: ConsoleError | None = _NOT_KNOWN
    policy: KeyPolicy = field(default_factory=KeyPolicy)

    def shown(self, *, revoked: bool, only_unused: bool) -> tuple[ApiKey, ...]:
        """The keys of a list: those that count, with those that were revoked, or only those that nobody uses."""
        if only_unused:
            return self.unused
        counting = tuple(each for each in self.keys if each.revoked_at is None)
        return self.keys if revoked or not counting else counting

    @property
    def unused(self) -> tuple[ApiKey, ...]:
        """The keys that count and that nobody has used for long."""
        now = datetime.now(UTC)
        return tuple(each for each in self.keys if is_unused(each, now))

    @property
    def allowed(self) -> frozenset[str]:
        """What the one who looks can give to a key."""
        return frozenset(each for each in KEY_PERMISSIONS if self.rights.allows(each))

    def refusal_to_create(self) -> ConsoleError | None:
        """Why no key can be created; None: one can."""
        return self.refused

    def refusal_to_change(self, key: ApiKey) -> ConsoleError | None:
        """Why a key cannot be changed or rerolled; None: it can."""
        if key.revoked_at is not None:
            return ApiKeyEnded(name=key.name)
        missing = beyond(self.rights, key.grants)
        return self.refusal_to_create() or (ApiKeyBeyondRights(permission=str(missing)) if missing else None)

    def refusal_to_reroll(self, key: ApiKey) -> ConsoleError | None:
        """Why a key can have no new secret; None: it can."""
        refused = self.refusal_to_change(key)
        if refused is None and not self.policy.allows(key.expires_at, datetime.now(UTC)):
            return ApiKeyTooOld(name=key.name, days=str(self.policy.longest_days))
        return refused

    def refusal_to_revoke(self, key: ApiKey) -> ConsoleError | None:
        """Why a key cannot be revoked; None: it can."""
        return ApiKeyEnded(name=key.name) if key.revoked_at is not None else self.refusal_to_create()


def rights_known_by(can: Mapping[str, bool]) -> Rights:
    """Return the rights that a gateway's answers add up to."""
    return rights_of(name for name, may in can.items() if may)
