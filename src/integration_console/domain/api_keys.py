"""API keys: credentials that an organisation hands out, what they may do, from where, how often and until when."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from integration_console.domain.api_key_text import shown_prefix
from integration_console.domain.permissions import KEY_PRESETS, Grant, Rights

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

REMINDERS = (30, 14, 7, 1)
"""So many days before a key ends, its people are reminded."""
NEAR = timedelta(days=14)
"""From then on a list warns of the end."""
USE_HISTORY = timedelta(days=30)
"""So long uses are kept: what an allowlist is tried on, and what is counted."""
SCOPED = ("messages.send", "syncs.run")
"""What can be granted for one connector alone."""
CUSTOM = "custom"
ALLOWED, ALLOWED_OLD = "allowed", "allowed_old"
"""What became of a use, beside the codes of refusals: let through, or let through with the secret before the reroll."""


class KeyState(StrEnum):
    """Whether a key counts now; `ENDING` does, but not for long."""

    ACTIVE = "active"
    ENDING = "ending"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key without its secret. `previous_until`: so long the secret before the last reroll counts as well.

    `rate_limit` is in requests a minute (0: none); without `addresses` it counts from everywhere.
    """

    id: str
    public_id: str
    name: str
    grants: tuple[Grant, ...]
    created_by: str
    created_at: datetime
    updated_at: datetime
    secret_set_at: datetime
    addresses: tuple[str, ...] = ()
    rate_limit: int = 0
    expires_at: datetime | None = None
    revoked_at: datetime | None = None
    previous_until: datetime | None = None
    reminded_days: int | None = None
    last_used_at: datetime | None = None
    last_used_address: str = ""
    last_used_route: str = ""

    @property
    def prefix(self) -> str:
        """The part of the key that may be shown."""
        return shown_prefix(self.public_id)


@dataclass(frozen=True, slots=True)
class ApiKeyDraft:
    """A key as a person filled it in; `id` is empty for a new one."""

    name: str
    grants: tuple[Grant, ...]
    addresses: tuple[str, ...] = ()
    rate_limit: int = 0
    expires_at: datetime | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class CreatedApiKey:
    """A key with its text in clear, for the one moment when it is shown."""

    key: ApiKey
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyUse:
    """How often a key was used from one address on one route with one outcome, and when last.

    `permission` is what that route wants ("": not known of all of them).
    """

    address: str
    route: str
    outcome: str
    uses: int
    last_at: datetime
    permission: str = ""

    @property
    def allowed(self) -> bool:
        """Whether these were let through."""
        return self.outcome in (ALLOWED, ALLOWED_OLD)


@dataclass(frozen=True, slots=True)
class KeyUsage:
    """The uses of a key in the last 30 days, the newest first; `is_whole`: none of them had to be left out."""

    uses: tuple[KeyUse, ...] = ()
    is_whole: bool = True

    @property
    def total(self) -> int:
        """How many there were."""
        return sum(each.uses for each in self.uses)

    @property
    def refused(self) -> int:
        """How many of them were refused."""
        return sum(each.uses for each in self.uses if not each.allowed)

    @property
    def with_old_secret(self) -> int:
        """How many came with the secret before the last reroll: who sent them must still change over."""
        return sum(each.uses for each in self.uses if each.outcome == ALLOWED_OLD)


@dataclass(frozen=True, slots=True)
class AddressTrial:
    """What an allowlist would have done to the uses of the last 30 days: `refused` lists those it shuts out."""

    total: int
    refused: tuple[KeyUse, ...]

    @property
    def refused_uses(self) -> int:
        """How many uses would have been refused."""
        return sum(each.uses for each in self.refused)


@dataclass(frozen=True, slots=True)
class CheckedApiKey:
    """A key in clear held against the workspace: which it is, and why it does not count ("": it does)."""

    key: ApiKey | None
    error_code: str = ""
    error_params: Mapping[str, str] = field(default_factory=dict)


def state_of(key: ApiKey, now: datetime) -> KeyState:
    """Return whether a key counts at `now`."""
    if key.revoked_at is not None:
        return KeyState.REVOKED
    if key.expires_at is None:
        return KeyState.ACTIVE
    if key.expires_at <= now:
        return KeyState.EXPIRED
    return KeyState.ENDING if key.expires_at - now <= NEAR else KeyState.ACTIVE


def due_reminder(expires_at: datetime | None, now: datetime) -> int | None:
    """Return the last of `REMINDERS` whose time has come; None: none yet, or the key has ended."""
    if expires_at is None or expires_at <= now:
        return None
    return min((days for days in REMINDERS if expires_at - now <= timedelta(days=days)), default=None)


def beyond(rights: Rights, grants: Iterable[Grant]) -> Grant | None:
    """Return the first grant that is more than `rights` allow; None: they allow them all."""
    return next((each for each in grants if not rights.allows(each.permission, each.scope)), None)


def preset_of(grants: Iterable[Grant]) -> str:
    """Return the name of the preset that these grants are, `CUSTOM` where they are none."""
    found = {str(each) for each in grants}
    return next((name for name, permissions in KEY_PRESETS.items() if permissions == found), CUSTOM)


def is_allowed_address(address: str, addresses: tuple[str, ...]) -> bool:
    """Return whether `address` lies in one of `addresses` (none: every address does)."""
    if not addresses:
        return True
    try:
        found = plain_address(address)
    except ValueError:
        return False
    return any(found in ipaddress.ip_network(each) for each in addresses)


def plain_address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """Return an address; an IPv4 one that came dressed as IPv6 (RFC 4291, 2.5.5.2) is that. Raises `ValueError`."""
    found = ipaddress.ip_address(text.partition("%")[0])
    return getattr(found, "ipv4_mapped", None) or found


def trial(usage: KeyUsage, addresses: tuple[str, ...]) -> AddressTrial:
    """Return what `addresses` would have done to the uses that were let through."""
    tried = tuple(each for each in usage.uses if each.allowed)
    refused = tuple(each for each in tried if not is_allowed_address(each.address, addresses))
    return AddressTrial(sum(each.uses for each in tried), refused)
