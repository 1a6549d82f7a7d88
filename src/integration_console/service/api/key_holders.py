"""Key holders: who can open the secrets, who asks to; approve, refuse, remove, replace the key."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from integration_console.domain.workspace import HolderRequest, KeyHolder, KeyHolders, NewWorkspace
from integration_console.operations import holders, signing_keys
from integration_console.service.api.kinds import Given
from integration_console.service.api.routes import Asking, Routes
from integration_console.service.api.workspace import Passphrase

routes = Routes("key holders")


@dataclass(frozen=True, slots=True)
class Wish:
    """What people know the service's computer by."""

    name: str


@dataclass(frozen=True, slots=True)
class Rotation:
    """Whether what the old key has signed counts no more, because that key may be known."""

    at_once: bool = False


@routes.route("GET", "/key-holders", holders.holders)
def key_holders(asking: Asking) -> KeyHolders:
    """Show who can open the secrets, who asks to, and which of them the service is."""
    return holders.holders(asking)


@routes.route("POST", "/key-holders/requests", holders.ask)
def ask_for_key(asking: Asking, wish: Given[Wish]) -> HolderRequest:
    """Ask that the service may open the secrets."""
    return holders.ask(asking, wish.name)


@routes.route("POST", "/key-holders/requests/{request_id}/approve", holders.approve)
def approve_holder(asking: Asking, request_id: str) -> KeyHolder:
    """Let a program that asks open the secrets; compare the fingerprints first."""
    return holders.approve(asking, request_id)


@routes.route("DELETE", "/key-holders/requests/{request_id}", holders.refuse, HTTPStatus.NO_CONTENT)
def refuse_holder(asking: Asking, request_id: str) -> None:
    """Forget that a program asks."""
    holders.refuse(asking, request_id)


@routes.route("DELETE", "/key-holders/{holder_id}", holders.remove, HTTPStatus.NO_CONTENT)
def remove_holder(asking: Asking, holder_id: str) -> None:
    """Take the secrets from a holder; all of them are sealed with a new key."""
    holders.remove(asking, holder_id)


@routes.route("POST", "/workspace/key", holders.replace_key, HTTPStatus.NO_CONTENT)
def replace_key(asking: Asking) -> None:
    """Seal all secrets with a new key, for the same holders."""
    holders.replace_key(asking)


@routes.route("POST", "/workspace/recovery-code", holders.new_recovery_code)
def new_recovery_code(asking: Asking) -> NewWorkspace:
    """Make a new recovery code, shown only now; the old one opens nothing any more."""
    return holders.new_recovery_code(asking)


@routes.route("POST", "/workspace/passphrase", holders.add_passphrase, HTTPStatus.NO_CONTENT)
def add_passphrase(asking: Asking, typed: Given[Passphrase]) -> None:
    """Let a passphrase open the secrets, too."""
    holders.add_passphrase(asking, typed.passphrase)


@routes.route("POST", "/workspace/signing-key", signing_keys.rotate_signing_key, HTTPStatus.NO_CONTENT)
def rotate_signing_key(asking: Asking, rotation: Given[Rotation]) -> None:
    """Sign people's tokens with a new key; those of the old one count until they end, or no more `at_once`."""
    signing_keys.rotate_signing_key(asking, at_once=rotation.at_once)
