"""Who may enter an Odoo in miniature: accounts with rights, and API keys with scope and end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

FORMAT = "%Y-%m-%d %H:%M:%S"
"""How Odoo tells a moment: whole seconds, UTC."""

EXACT = f"{FORMAT}.%f"
"""How it keeps one."""

_USABLE_SCOPES = ("", "rpc")


class Role(StrEnum):
    """What an account of the sandbox may do."""

    ADMINISTRATOR = "administrator"
    HR_OFFICER = "hr_officer"
    INTERNAL = "internal"
    PORTAL = "portal"

    @property
    def sees_employees(self) -> bool:
        """Whether it is in the group hr.group_hr_user."""
        return self in (Role.ADMINISTRATOR, Role.HR_OFFICER)

    @property
    def may_make_keys(self) -> bool:
        """Whether it may make API keys by a call."""
        return self is Role.ADMINISTRATOR


@dataclass(frozen=True, slots=True)
class SandboxUser:
    """An account of the sandbox."""

    id: int
    login: str
    password: str = field(repr=False)
    role: Role = Role.HR_OFFICER
    language: str = "en_US"


@dataclass(frozen=True, slots=True)
class SandboxKey:
    """An API key; `scope` "" is good for everything, `ends` is in Odoo's own writing ("": never)."""

    user_id: int
    key: str = field(repr=False)
    scope: str = "rpc"
    name: str = "key"
    ends: str = ""


@dataclass(slots=True)
class People:
    """The accounts and keys of one database; `now` is the server's clock."""

    now: Callable[[], datetime]
    users: list[SandboxUser] = field(default_factory=list)
    keys: list[SandboxKey] = field(default_factory=list)
    two_factor: bool = False
    """Whether passwords are refused over RPC."""

    def by_key(self, key: str) -> SandboxUser | None:
        """Return whose key it is, while it is good."""
        found = next((each for each in self.keys if each.key == key), None)
        if found is None or found.scope not in _USABLE_SCOPES or self.is_over(found):
            return None
        return self.user(found.user_id)

    def by_login(self, login: str, secret: str) -> SandboxUser | None:
        """Return who signs in with a password, or a key in its place."""
        found = next((each for each in self.users if each.login == login), None)
        return found if found is not None and self.accepts(found, secret) else None

    def accepts(self, user: SandboxUser, secret: str) -> bool:
        """Return whether `secret` is the user's password or key."""
        return (secret == user.password and not self.two_factor) or self.by_key(secret) == user

    def user(self, user_id: int) -> SandboxUser | None:
        """Return an account by id."""
        return next((each for each in self.users if each.id == user_id), None)

    def is_over(self, key: SandboxKey) -> bool:
        """Return whether a key's end has come."""
        return bool(key.ends) and key.ends <= self.now().strftime(FORMAT)
