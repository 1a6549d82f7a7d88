"""What can be done with members: list, add, change, give a new password, remove."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from integration_console.domain.changes import Subject
from integration_console.domain.errors import NotFound
from integration_console.domain.ids import new_id
from integration_console.domain.members import (
    Acting,
    DatabaseLogin,
    InvitedMember,
    Member,
    MemberAction,
    Membership,
    MemberStatus,
    PasswordState,
    login_from_name,
    member_draft,
    member_values,
    refusal,
    refusal_to_grant,
)
from integration_console.domain.permissions import Role
from integration_console.domain.sign_in import ONE_TIME_LIFE
from integration_console.operations import passwords
from integration_console.operations.journal import Happening, announce, record
from integration_console.operations.permission import needs
from integration_console.storage import member_access
from integration_console.storage import members as rows
from integration_console.storage.shared.access import SERVICE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from integration_console.domain.forms import Value
    from integration_console.domain.members import MemberDraft
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing


@needs("members.read", keeps_rights=True)
def members(context: Context) -> Membership:
    """Return all active members by name, and which of them asks."""
    found = context.store.read(rows.members)
    if not found and context.store.holder is not None:
        context.store.write(lambda writing: _settled(context, writing))
        announce(context, Subject.MEMBERS)
        found = context.store.read(rows.members)
    return Membership(found, _acting(context, found))


@needs("members.write", keeps_rights=True)
def add_member(context: Context, draft: MemberDraft) -> InvitedMember:
    """Add a member, who signs in with a one-time password and then chooses one of their own.

    Raises `InvalidInput`, `LoginTaken`, `OwnerNeeded`.
    """
    draft = member_draft(member_values(draft))
    _raise(refusal_to_grant(_acting(context, ()), draft.role))
    now = context.clock.now()
    added = Member(new_id(), draft.name, draft.login, draft.role, MemberStatus.ACTIVE, 1, now, now)
    password, row = _one_time(context, added)

    def add(writing: Writing) -> DatabaseLogin:
        _settled(context, writing)
        rows.add_member(writing, added)
        member_access.give_password(writing, row)
        record(context, writing, _happening("member.added", added), {}, audited(added))
        return _database_login(context, writing, added, password)

    login = context.store.write(add)
    announce(context, Subject.MEMBERS)
    return InvitedMember(_stored(context, added.id), password, now + ONE_TIME_LIFE, login)


@needs("members.write", keeps_rights=True)
def change_member(context: Context, draft: MemberDraft) -> Member:
    """Change the name and the role of a member, whose login stays; with a new role every access token ends.

    Raises `InvalidInput`, `NotFound`, `OwnerNeeded`, `LastOwner`, `OwnMembership`.
    """

    def change(writing: Writing) -> Member:
        found = _settled(context, writing)
        before = _active(found, draft.id)
        filled = member_draft({**member_values(draft), "login": before.login}, draft.id)
        acting = _acting(context, found)
        if filled.name != before.name:
            _raise(refusal(acting, MemberAction.RENAME, before, found))
        if filled.role is not before.role:
            _raise(refusal(acting, MemberAction.CHANGE_ROLE, before, found) or refusal_to_grant(acting, filled.role))
        generation = before.generation + (filled.role is not before.role)
        now = context.clock.now()
        after = replace(before, name=filled.name, role=filled.role, generation=generation, updated_at=now)
        rows.change_member(writing, after)
        record(context, writing, _happening("member.changed", after), audited(before), audited(after))
        return after

    changed = context.store.write(change)
    announce(context, Subject.MEMBERS)
    return changed


@needs("members.write", keeps_rights=True)
def reset_password(context: Context, member_id: str) -> InvitedMember:
    """Give a member a one-time password; all that was signed in ends.

    Raises `NotFound`, `OwnerNeeded`, `OwnPassword`.
    """
    password, row = _one_time(context, _stored(context, member_id))

    def reset(writing: Writing) -> DatabaseLogin:
        found = _settled(context, writing)
        before = _active(found, member_id)
        _raise(refusal(_acting(context, found), MemberAction.RESET_PASSWORD, before, found))
        after = ended(context, writing, before)
        member_access.give_password(writing, replace(row, signed_in_at=before.signed_in_at))
        given = {"password": PasswordState.ONE_TIME.value}
        record(context, writing, _happening("member.password_reset", after), {"password": before.password.value}, given)
        return _database_login(context, writing, after, password)

    login = context.store.write(reset)
    announce(context, Subject.MEMBERS)
    return InvitedMember(_stored(context, member_id), password, row.changed_at + ONE_TIME_LIFE, login)


@needs("members.write", keeps_rights=True)
def remove_member(context: Context, member_id: str) -> None:
    """Remove a member; all that was signed in ends, the history stays.

    Raises `NotFound`, `OwnerNeeded`, `LastOwner`, `OwnMembership`.
    """

    def remove(writing: Writing) -> None:
        found = _settled(context, writing)
        before = _active(found, member_id)
        _raise(refusal(_acting(context, found), MemberAction.REMOVE, before, found))
        removed = replace(before, status=MemberStatus.REMOVED)
        ended(context, writing, removed, forget=True)
        record(context, writing, _happening("member.removed", before), audited(before), {})

    context.store.write(remove)
    announce(context, Subject.MEMBERS)


def ended(context: Context, writing: Writing, member: Member, *, forget: bool = False) -> Member:
    """Store a member whose tokens, of both kinds, count no more; `forget` the password, too."""
    now = context.clock.now()
    after = replace(member, generation=member.generation + 1, updated_at=now)
    rows.change_member(writing, after)
    member_access.end_sign_ins(writing, member.id, now, forget=forget)
    return after


def audited(member: Member) -> Mapping[str, Value]:
    """Return what the audit keeps of a member."""
    return {"name": member.name, "login": member.login, "role": member.role.value}


def _settled(context: Context, writing: Writing) -> tuple[Member, ...]:
    """Return all active members, held for this transaction; who holds an embedded file is its first owner."""
    if context.store.holder is not None and not rows.has_members(writing):
        now = context.clock.now()
        login = login_from_name(context.actor)
        holder = Member(new_id(), context.actor, login, Role.OWNER, MemberStatus.ACTIVE, 1, now, now)
        rows.add_member(writing, holder)
        record(context, writing, _happening("member.added", holder), {}, audited(holder))
    return rows.held_members(writing)


def _acting(context: Context, found: Sequence[Member]) -> Acting:
    """Return who asks: a member who signed in, or the holder of the file, whose row bears the same login."""
    if context.member_id:
        return Acting(context.rights.role, context.member_id, signed_in=True)
    login = login_from_name(context.actor)
    return Acting(context.rights.role, next((each.id for each in found if each.login == login), ""))


def _active(found: Sequence[Member], member_id: str) -> Member:
    member = next((each for each in found if each.id == member_id), None)
    if member is None:
        raise NotFound(kind="member", id=member_id)
    return member


def _stored(context: Context, member_id: str) -> Member:
    return context.store.read(lambda reading: rows.member(reading, member_id))


def _one_time(context: Context, member: Member) -> tuple[str, rows.PasswordRow]:
    password = passwords.new_one_time_password()
    return password, rows.PasswordRow(member.id, passwords.verifier_of(password), True, context.clock.now())


def _database_login(context: Context, writing: Writing, member: Member, password: str) -> DatabaseLogin:
    """Let a member into a shared database, where a person does it; the service gives sign-ins of its own alone."""
    if context.store.role == SERVICE:
        return DatabaseLogin.NONE
    return member_access.give_login(writing, member, password)


def _happening(verb: str, member: Member) -> Happening:
    return Happening(verb, {"member": member.name}, subject_id=member.id)


def _raise(error: Exception | None) -> None:
    if error is not None:
        raise error
