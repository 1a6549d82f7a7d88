"""Members: list, add, change, give a new password, remove."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus

from fastapi import Request

from integration_console.domain.errors import NotFound
from integration_console.domain.members import InvitedMember, Member, MemberDraft, Membership
from integration_console.operations import members
from integration_console.operations.context import Context
from integration_console.service.api.changing import on_condition
from integration_console.service.api.kinds import Given
from integration_console.service.api.routes import Asking, Routes

routes = Routes("members")


@routes.route("GET", "/members", members.members)
def list_members(asking: Asking) -> Membership:
    """List all active members by name, and which of them asks."""
    return members.members(asking)


@routes.route("POST", "/members", members.add_member, HTTPStatus.CREATED, creates=True)
def add_member(asking: Asking, draft: Given[MemberDraft]) -> InvitedMember:
    """Add a member, whose one-time password is shown only now. An `id` in the body does not count."""
    return members.add_member(asking, replace(draft, id=""))


@routes.route("GET", "/members/{member_id}", members.members, tagged=True)
def one_member(asking: Asking, member_id: str) -> Member:
    """Show a member; the ETag goes into `If-Match` of a change."""
    return _one(asking, member_id)


@routes.route("PUT", "/members/{member_id}", members.change_member, changes=True)
def change_member(asking: Asking, member_id: str, draft: Given[MemberDraft], request: Request) -> Member:
    """Change the name and the role of a member, whose login stays."""
    changing = on_condition(request, asking, lambda seen: _one(seen, member_id))
    return members.change_member(changing, replace(draft, id=member_id))


@routes.route("POST", "/members/{member_id}/password", members.reset_password, creates=True)
def reset_password(asking: Asking, member_id: str) -> InvitedMember:
    """Give a member a one-time password, shown only now; all that was signed in ends."""
    return members.reset_password(asking, member_id)


@routes.route("DELETE", "/members/{member_id}", members.remove_member, HTTPStatus.NO_CONTENT, changes=True)
def remove_member(asking: Asking, member_id: str, request: Request) -> None:
    """Remove a member; all that was signed in ends, the history stays."""
    changing = on_condition(request, asking, lambda seen: _one(seen, member_id))
    members.remove_member(changing, member_id)


def _one(asking: Context, member_id: str) -> Member:
    found = next((each for each in members.members(asking).members if each.id == member_id), None)
    if found is None:
        raise NotFound(kind="member", id=member_id)
    return found
