"""`holders list | ask | approve | refuse | remove | add-passphrase | recovery-code | replace-key`."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from integration_console.commands.secret_values import secret_from_file
from integration_console.commands.session import Session, json_option
from integration_console.domain.errors import NotFound

if TYPE_CHECKING:
    from integration_console.domain.workspace import HolderRequest, KeyHolder, KeyHolders


@click.group()
def holders() -> None:
    """Key holders: who can open the secrets of the workspace."""


@holders.command("list")
@json_option
@click.pass_obj
def list_holders(session: Session) -> None:
    """List who can open the secrets, and who asks to."""
    with session.gateway() as gateway:
        found = gateway.key_holders()
    rows = [_holder_json(each, found) for each in found.holders]
    rows += [_request_json(each, found) for each in found.requests]
    session.show_rows(rows, ("id", "state", "kind", "name", "fingerprint", "this_program", "since"))


@holders.command("ask")
@click.option("--name", default=platform.node, help="What people know this computer by.  [default: its name]")
@json_option
@click.pass_obj
def ask(session: Session, name: str) -> None:
    """Ask that this program on this computer may open the secrets."""
    with session.gateway() as gateway:
        asked = gateway.ask_for_key(name)
    shown = {"id": asked.id, "name": asked.name, "fingerprint": asked.fingerprint}
    lines = (
        f"{asked.name} asks for a key. Fingerprint  {asked.fingerprint}",
        "Whoever holds a key compares the fingerprint and approves: holders approve " + asked.id,
    )
    session.show(shown, "\n".join(lines))


@holders.command("approve")
@click.argument("request_id", metavar="ID")
@json_option
@click.pass_obj
def approve(session: Session, request_id: str) -> None:
    """Let a program that asks (ID or fingerprint) open the secrets; compare the fingerprints first."""
    with session.gateway() as gateway:
        asked = _request(gateway.key_holders(), request_id)
        holder = session.with_secrets(gateway, lambda: gateway.approve_holder(asked.id))
    session.show({"id": holder.id, "name": holder.name}, f"{holder.name} can open the secrets now.")


@holders.command("refuse")
@click.argument("request_id", metavar="ID")
@json_option
@click.pass_obj
def refuse(session: Session, request_id: str) -> None:
    """Forget that a program asks (ID or fingerprint)."""
    with session.gateway() as gateway:
        asked = _request(gateway.key_holders(), request_id)
        gateway.refuse_holder(asked.id)
    session.show({"refused": asked.id}, f"{asked.name} does not open the secrets.")


@holders.command("remove")
@click.argument("holder_id", metavar="ID")
@json_option
@click.pass_obj
def remove(session: Session, holder_id: str) -> None:
    """Take the secrets from a holder; they are sealed with a new key."""
    with session.gateway() as gateway:
        session.with_secrets(gateway, lambda: gateway.remove_holder(holder_id))
    session.show({"removed": holder_id}, "Removed; all secrets are sealed with a new key.")


@holders.command("add-passphrase")
@click.argument("file", type=click.Path(path_type=Path, exists=True, allow_dash=True))
@json_option
@click.pass_obj
def add_passphrase(session: Session, file: Path) -> None:
    """Let the passphrase in FILE (-: standard input) open the secrets, too."""
    passphrase = secret_from_file("passphrase", file)
    with session.gateway() as gateway:
        session.with_secrets(gateway, lambda: gateway.add_passphrase(passphrase))
    session.show({"added": True}, "The passphrase can open the secrets now.")


@holders.command("recovery-code")
@json_option
@click.pass_obj
def recovery_code(session: Session) -> None:
    """Print a new recovery code, shown at no other time; the old one opens nothing any more."""
    with session.gateway() as gateway:
        made = session.with_secrets(gateway, gateway.new_recovery_code)
    session.show({"recovery_code": made.recovery_code}, f"Recovery code, shown only now: {made.recovery_code}")


@holders.command("replace-key")
@json_option
@click.pass_obj
def replace_key(session: Session) -> None:
    """Seal all secrets with a new key, for the same holders, while work goes on."""
    with session.gateway() as gateway:
        session.with_secrets(gateway, gateway.replace_key)
    session.show({"replaced": True}, "All secrets are sealed with a new key.")


def _request(found: KeyHolders, text: str) -> HolderRequest:
    """Return the request with this id or fingerprint. Raises `NotFound`."""
    wanted = text.strip().lower()
    asked = next((each for each in found.requests if wanted in (each.id, each.fingerprint)), None)
    if asked is None:
        raise NotFound(kind="request for a key", id=text)
    return asked


def _holder_json(holder: KeyHolder, found: KeyHolders) -> dict[str, Any]:
    return {
        "id": holder.id,
        "state": "holds",
        "kind": holder.kind.value,
        "name": holder.name,
        "fingerprint": "",
        "this_program": holder.id == found.mine,
        "since": holder.created_at.isoformat(timespec="seconds"),
    }


def _request_json(asked: HolderRequest, found: KeyHolders) -> dict[str, Any]:
    return {
        "id": asked.id,
        "state": "asks",
        "kind": asked.kind.value,
        "name": asked.name,
        "fingerprint": asked.fingerprint,
        "this_program": asked.id == found.asked,
        "since": asked.created_at.isoformat(timespec="seconds"),
    }
