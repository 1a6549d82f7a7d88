"""`members add | list | change | reset-password | remove`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from integration_console.commands.session import Session, json_option
from integration_console.domain.errors import NotFound
from integration_console.domain.members import LOGIN_SENTENCES, MemberDraft, member_draft
from integration_console.domain.permissions import Role

if TYPE_CHECKING:
    from integration_console.domain.members import InvitedMember, Member
    from integration_console.gateways.member_protocols import MembersGateway

_ROLES = click.Choice([each.value for each in Role])


@click.group()
def members() -> None:
    """Members: the people of the organisation, and what they may do."""


@members.command("add")
@click.option("--name", required=True, help="Stands in the log and in the audit.")
@click.option("--login", required=True, help="What this person signs in with: an e-mail address or a short name.")
@click.option("--role", type=_ROLES, default=Role.OPERATOR.value, show_default=True, help="What this person may do.")
@json_option
@click.pass_obj
def add(session: Session, name: str, login: str, role: str) -> None:
    """Add a member and print the one-time password, which is shown at no other time."""
    draft = member_draft({"name": name, "login": login, "role": role})
    with session.gateway() as gateway:
        invited = gateway.add_member(draft)
    _show_invited(session, invited)


@members.command("list")
@json_option
@click.pass_obj
def list_members(session: Session) -> None:
    """List all members."""
    with session.gateway() as gateway:
        rows = [_json(each) for each in gateway.members().members]
    session.show_rows(rows, ("id", "name", "login", "role", "password", "signed_in_at"))


@members.command("change")
@click.argument("member_id", metavar="ID")
@click.option("--name", help="The new name.")
@click.option("--role", type=_ROLES, help="The new role.")
@json_option
@click.pass_obj
def change(session: Session, member_id: str, name: str | None, role: str | None) -> None:
    """Change the name or the role of a member (ID or login); with a new role what is signed in starts anew."""
    if name is None and role is None:
        raise click.UsageError("Give --name or --role.")
    with session.gateway() as gateway:
        found = named(gateway, member_id)
        draft = MemberDraft(name or found.name, found.login, Role(role) if role else found.role, found.id)
        changed = gateway.change_member(draft)
    session.show(_json(changed), f"{changed.name} ({changed.login}) is now {changed.role.value}.")


@members.command("reset-password")
@click.argument("member_id", metavar="ID")
@json_option
@click.pass_obj
def reset_password(session: Session, member_id: str) -> None:
    """Give a member (ID or login) a one-time password; wherever that member is signed in, it ends."""
    with session.gateway() as gateway:
        invited = gateway.reset_password(named(gateway, member_id).id)
    _show_invited(session, invited)


@members.command("remove")
@click.argument("member_id", metavar="ID")
@json_option
@click.pass_obj
def remove(session: Session, member_id: str) -> None:
    """Remove a member (ID or login); wherever that member is signed in, it ends."""
    with session.gateway() as gateway:
        found = named(gateway, member_id)
        gateway.remove_member(found.id)
    session.show({"removed": found.id}, f"Removed {found.name}.")


def named(gateway: MembersGateway, text: str) -> Member:
    """Return the member with this id or login. Raises `NotFound`."""
    wanted = text.strip().lower()
    found = next((each for each in gateway.members().members if wanted in (each.id, each.login)), None)
    if found is None:
        raise NotFound(kind="member", id=text)
    return found


def _show_invited(session: Session, invited: InvitedMember) -> None:
    until = invited.expires_at.isoformat(timespec="minutes")
    shown = {
        **_json(invited.member),
        "one_time_password": invited.password,
        "expires_at": invited.expires_at.isoformat(),
        "database_login": invited.database_login.value,
    }
    lines = [
        f"{invited.member.name} ({invited.member.role.value})",
        f"Login              {invited.member.login}",
        f"One-time password  {invited.password}",
        f"Counts until       {until}; it is replaced at the first sign-in.",
    ]
    if sentence := LOGIN_SENTENCES.get(invited.database_login):
        lines.append(sentence.format(login=invited.member.login))
    session.show(shown, "\n".join(lines))


def _json(member: Member) -> dict[str, Any]:
    return {
        "id": member.id,
        "name": member.name,
        "login": member.login,
        "role": member.role.value,
        "password": member.password.value,
        "signed_in_at": member.signed_in_at.isoformat(timespec="seconds") if member.signed_in_at else "",
    }
