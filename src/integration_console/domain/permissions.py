"""What may be done, and by whom: permissions `resource.verb[:scope]`, the roles of members, presets of API keys."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from integration_console.domain.errors import PermissionDenied, WorkspaceReadOnly

if TYPE_CHECKING:
    from collections.abc import Iterable

    from integration_console.domain.errors import ConsoleError

PERMISSIONS = (
    "connectors.read",
    "connectors.check",
    "connectors.write",
    "messages.send",
    "syncs.read",
    "syncs.run",
    "records.read",
    "schedules.read",
    "schedules.write",
    "webhooks.read",
    "webhooks.write",
    "webhooks.reveal",
    "events.ingest",
    "logs.read",
    "logs.write",
    "payloads.read",
    "api_keys.read",
    "api_keys.write",
    "members.read",
    "members.write",
    "holders.read",
    "holders.write",
    "audit.read",
    "workspace.read",
    "workspace.write",
)
"""Everything that a role or an API key can be allowed. What is not allowed is denied."""
_PERSONAL = ("members.write", "holders.write", "workspace.write")
"""What a person only may do, never an API key."""


class Role(StrEnum):
    """What a member of the organisation is."""

    OWNER = "owner"
    ADMIN = "admin"
    OPERATOR = "operator"
    SUPPORT = "support"
    AUDITOR = "auditor"


_LOOKING = frozenset({
    "connectors.read", "syncs.read", "schedules.read", "webhooks.read", "logs.read", "workspace.read",
})  # fmt: skip
_EVERYTHING = frozenset(PERMISSIONS)
ROLE_PERMISSIONS: dict[Role, frozenset[str]] = {
    Role.OWNER: _EVERYTHING,
    Role.ADMIN: _EVERYTHING,
    Role.OPERATOR: _LOOKING
    | {"connectors.check", "messages.send", "syncs.run", "records.read", "logs.write", "payloads.read"}
    | {"events.ingest"},
    Role.SUPPORT: _LOOKING | {"logs.write"},
    Role.AUDITOR: _LOOKING | {"audit.read", "members.read", "api_keys.read", "holders.read"},
}
"""What each role may do; that only an owner makes or unmakes an owner is a rule of its own."""

KEY_PRESETS: dict[str, frozenset[str]] = {
    "read_only": _LOOKING | {"records.read"},
    "ingest": frozenset({"events.ingest"}),
    "admin": _EVERYTHING - set(_PERSONAL),
}
"""Sets of permissions that an API key is commonly given."""
KEY_PERMISSIONS = tuple(each for each in PERMISSIONS if each not in _PERSONAL)
"""What an API key can be given."""


@dataclass(frozen=True, slots=True)
class Grant:
    """One permission, for everything (`scope` empty) or for one thing: the id of a connector or webhook."""

    permission: str
    scope: str = ""

    def __str__(self) -> str:
        """`resource.verb`, or `resource.verb:scope`."""
        return f"{self.permission}:{self.scope}" if self.scope else self.permission


def parsed_grant(text: str) -> Grant | None:
    """Return what `resource.verb[:scope]` stands for; None where there is no such permission."""
    permission, colon, scope = text.strip().partition(":")
    if permission not in PERMISSIONS or (colon and not scope):
        return None
    return Grant(permission, scope)


@dataclass(frozen=True, slots=True)
class Rights:
    """What a caller may do: nothing but what is granted."""

    grants: frozenset[Grant] = frozenset()
    role: Role | None = None
    is_locked: bool = False
    """Whether the person took on themselves to change nothing."""

    def allows(self, permission: str, scope: str = "") -> bool:
        """Return whether `permission` is granted for everything, or for just this `scope`."""
        return Grant(permission) in self.grants or (bool(scope) and Grant(permission, scope) in self.grants)

    def refusal(self, permission: str, scope: str = "") -> ConsoleError | None:
        """Return why that is not allowed: `PermissionDenied`, or `WorkspaceReadOnly` of one's own lock; None: it is."""
        if self.allows(permission, scope):
            return None
        return WorkspaceReadOnly() if self.is_locked else PermissionDenied(permission=permission)

    def require(self, permission: str, scope: str = "") -> None:
        """Raise what `refusal` returns."""
        if refusal := self.refusal(permission, scope):
            raise refusal

    def only_looking(self) -> Rights:
        """Return what is left of these rights for one who changes nothing."""
        return Rights(frozenset(each for each in self.grants if each.permission.endswith(".read")), self.role, True)


def rights_of(permissions: Iterable[str], role: Role | None = None) -> Rights:
    """Return the rights that consist of whole permissions."""
    return Rights(frozenset(Grant(each) for each in permissions), role)


ALL_RIGHTS = rights_of(PERMISSIONS, Role.OWNER)
"""Of the one who holds an embedded file, and of the program itself."""
ROLE_RIGHTS = {role: rights_of(permissions, role) for role, permissions in ROLE_PERMISSIONS.items()}
ROLE_RIGHTS[Role.OWNER] = ALL_RIGHTS
