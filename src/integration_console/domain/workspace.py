"""The workspace that is open: where it is, whether its secrets are open, how receiving goes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from integration_console.domain.errors import ConsoleError


class HolderKind(StrEnum):
    """Where the private key of a key holder lies."""

    KEYRING = "keyring"
    KEY_FILE = "key_file"
    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """Someone who can open the workspace's secrets."""

    id: str
    kind: HolderKind
    name: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class HolderRequest:
    """A program that asks to be able to open the secrets, too; `fingerprint` is what both sides compare."""

    id: str
    kind: HolderKind
    name: str
    asked_by: str
    fingerprint: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class KeyHolders:
    """Who can open the secrets, who asks to, and which of them this program is ("": none of them)."""

    holders: tuple[KeyHolder, ...]
    requests: tuple[HolderRequest, ...]
    mine: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class ReceiverState:
    """How the receiver of this program does: its address, and why it refuses (None: it receives).

    `elsewhere`: it is another program's business, the service's of a shared database.
    """

    running: bool
    base_url: str = ""
    public: bool = False
    trouble: ConsoleError | None = None
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class WorkspaceState:
    """What the window's frame shows of the workspace.

    `shared`: it is a database that others use, too; `role`: what the one who opened it is there.
    """

    name: str
    path: str
    protected: bool
    unlocked: bool
    receiver: ReceiverState
    trouble: ConsoleError | None = None
    holders: tuple[KeyHolder, ...] = ()
    shared: bool = False
    role: str = "owner"


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """What its creator must store once: the recovery code, shown at no other time."""

    recovery_code: str = field(repr=False)


def fingerprint_of(public_key: bytes) -> str:
    """Return what people compare of a public key: 64 bits of its SHA-256, four groups of four hexadecimal digits."""
    digits = hashlib.sha256(public_key).hexdigest()[:16]
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
