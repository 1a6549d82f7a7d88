"""Key holders and those who ask, as one list: what is shown of each, and what may be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from integration_console.domain.errors import ConsoleError, PermissionDenied, VaultLocked

if TYPE_CHECKING:
    from datetime import datetime

    from integration_console.domain.workspace import HolderKind, KeyHolders

_NOT_KNOWN = PermissionDenied(permission="holders.write")
"""Until the rights are known."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One who can open the secrets, or asks to (`asks`); `mine`: it is this very program."""

    id: str
    kind: HolderKind
    name: str
    since: datetime
    mine: bool = False
    asks: bool = False
    asked_by: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Keys:
    """All rows, those who ask first; whether this program can open the secrets, and why a person may change nothing."""

    rows: tuple[KeyRow, ...] = ()
    unlocked: bool = False
    refused: ConsoleError | None = _NOT_KNOWN
    may_ask: bool = False

    @property
    def holds(self) -> bool:
        """Whether this program has a key of its own."""
        return any(row.mine and not row.asks for row in self.rows)

    @property
    def asked(self) -> KeyRow | None:
        """What this program has asked for."""
        return next((row for row in self.rows if row.mine and row.asks), None)

    def refusal(self, *, needs_key: bool = True) -> ConsoleError | None:
        """Why nothing can be changed; None: it can."""
        if self.refused is not None:
            return self.refused
        return VaultLocked() if needs_key and not self.unlocked else None


def keys_of(found: KeyHolders, *, unlocked: bool, refused: ConsoleError | None, may_ask: bool) -> Keys:
    """Return what a gateway tells as rows."""
    asking = tuple(
        KeyRow(
            each.id,
            each.kind,
            each.name,
            each.created_at,
            mine=each.id == found.asked,
            asks=True,
            asked_by=each.asked_by,
            fingerprint=each.fingerprint,
        )
        for each in found.requests
    )
    holding = tuple(
        KeyRow(each.id, each.kind, each.name, each.created_at, mine=each.id == found.mine) for each in found.holders
    )
    return Keys(asking + holding, unlocked, refused, may_ask)
