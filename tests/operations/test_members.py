"""Members are listed, added, changed, given passwords and removed, within the rules and with a trace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import (
    InvalidInput,
    LastOwner,
    LoginTaken,
    NotFound,
    OwnerNeeded,
    OwnMembership,
    OwnPassword,
    PermissionDenied,
    SignInEnded,
    WorkspaceHeld,
)
from integration_console.domain.ids import new_id
from integration_console.domain.members import Acting, Member, MemberDraft, PasswordState
from integration_console.domain.permissions import ROLE_RIGHTS, Role
from integration_console.gateways.opening import look_at_workspace
from integration_console.operations import members, sign_in
from integration_console.operations.context import Context
from integration_console.storage.audit import audit_entries
from tests.builders import audited, logged, opening
from tests.fakes import NOON, TurnableClock
from tests.operations.people import FACTS, acting_as, added, signed_in


def listed(context: Context) -> list[tuple[str, str, str]]:
    """Name, role and password of every member."""
    return [(each.name, each.role.value, each.password.value) for each in members.members(context).members]


def holder(context: Context) -> Member:
    """The one who holds the file."""
    found = members.members(context)
    return next(each for each in found.members if each.id == found.acting.member_id)


@pytest.mark.embedded
def test_who_holds_the_file_is_its_first_owner(context: Context) -> None:
    assert listed(context) == [("amina", "owner", "none")]
    first = holder(context)
    assert members.members(context).acting == Acting(Role.OWNER, first.id)
    assert (first.login, first.created_at, first.generation) == ("amina", NOON, 1)
    assert audited(context) == [("amina", "member.added")]


@pytest.mark.embedded
def test_one_who_only_looks_makes_nobody_an_owner(context: Context, tmp_path: Path) -> None:
    looking = look_at_workspace(opening(tmp_path))
    try:
        assert members.members(looking.context).members == ()
        with pytest.raises(WorkspaceHeld):
            members.add_member(looking.context, MemberDraft("Omar", "omar", Role.OPERATOR))
    finally:
        looking.close()


@pytest.mark.embedded
def test_a_member_is_added_with_a_one_time_password(context: Context) -> None:
    invited = members.add_member(context, MemberDraft(" Omar ", "Omar@Example.com", Role.SUPPORT))
    member = invited.member
    assert (member.name, member.login, member.role, member.password) == (
        "Omar",
        "omar@example.com",
        Role.SUPPORT,
        PasswordState.ONE_TIME,
    )
    assert [len(group) for group in invited.password.split("-")] == [5, 5, 5, 5]
    assert (invited.expires_at - NOON).days == 7
    assert invited.password not in repr(invited)
    assert listed(context) == [("amina", "owner", "none"), ("Omar", "support", "one_time")]
    assert audited(context) == [("amina", "member.added"), ("amina", "member.added")]
    assert logged(context)[-1] == "member.added"


@pytest.mark.embedded
def test_the_audit_of_a_member_shows_what_was_changed_and_no_password(context: Context) -> None:
    member, one_time = added(context, "Omar")
    members.change_member(context, MemberDraft("Omar B.", "", Role.ADMIN, member.id))
    members.reset_password(context, member.id)
    members.remove_member(context, member.id)
    entries = context.store.read(audit_entries)
    told = [(draft.action, dict(draft.before), dict(draft.after)) for _, draft, _ in entries[1:]]
    assert told == [
        ("member.added", {}, {"name": "Omar", "login": "omar", "role": "operator"}),
        (
            "member.changed",
            {"name": "Omar", "login": "omar", "role": "operator"},
            {"name": "Omar B.", "login": "omar", "role": "admin"},
        ),
        ("member.password_reset", {"password": "one_time"}, {"password": "one_time"}),
        ("member.removed", {"name": "Omar B.", "login": "omar", "role": "admin"}, {}),
    ]
    assert {draft.subject_id for _, draft, _ in entries[1:]} == {member.id}
    assert one_time not in repr(entries)


def test_two_members_cannot_have_one_login_but_one_who_was_removed_may_come_back(context: Context) -> None:
    first, _ = added(context, "Omar")
    with pytest.raises(LoginTaken):
        members.add_member(context, MemberDraft("Another", "OMAR", Role.ADMIN))
    members.remove_member(context, first.id)
    again, _ = added(context, "Omar")
    assert again.id != first.id
    assert [name for name, _, _ in listed(context)] == ["amina", "Omar"]


def test_what_is_filled_in_wrongly_is_refused(context: Context) -> None:
    with pytest.raises(InvalidInput):
        members.add_member(context, MemberDraft("", "omar", Role.ADMIN))
    member, _ = added(context, "Omar")
    with pytest.raises(InvalidInput):
        members.change_member(context, MemberDraft("", "omar", Role.ADMIN, member.id))


@pytest.mark.as_service
def test_a_new_role_ends_access_tokens_and_a_new_name_does_not(context: Context, clock: TurnableClock) -> None:
    omar = signed_in(context, "Omar")
    clock.turn(seconds=5)
    renamed = members.change_member(context, MemberDraft("Omar B.", "ignored", Role.OPERATOR, omar.member.id))
    assert (renamed.login, renamed.generation, renamed.updated_at) == ("omar", omar.member.generation, clock.now())
    assert acting_as(context, omar).actor == "Omar B."
    members.change_member(context, MemberDraft("Omar B.", "", Role.SUPPORT, omar.member.id))
    with pytest.raises(SignInEnded):
        acting_as(context, omar)


@pytest.mark.as_service
@pytest.mark.parametrize("change", ["reset", "remove"])
def test_a_new_password_and_a_removal_end_everything(context: Context, change: str) -> None:
    omar = signed_in(context, "Omar")
    {"reset": members.reset_password, "remove": members.remove_member}[change](context, omar.member.id)
    with pytest.raises(SignInEnded):
        sign_in.authenticate(context, omar.access_token, FACTS)
    with pytest.raises(SignInEnded):
        sign_in.refresh(context, omar.refresh_token, FACTS)


@pytest.mark.as_service
def test_admins_touch_no_owner_and_make_none(context: Context) -> None:
    owner = holder(context)
    admin = acting_as(context, signed_in(context, "Sami", Role.ADMIN))
    with pytest.raises(OwnerNeeded):
        members.add_member(admin, MemberDraft("Huda", "huda", Role.OWNER))
    with pytest.raises(OwnerNeeded):
        members.change_member(admin, MemberDraft("Renamed", "", Role.OWNER, owner.id))
    with pytest.raises(OwnerNeeded):
        members.reset_password(admin, owner.id)
    with pytest.raises(OwnerNeeded):
        members.remove_member(admin, owner.id)
    omar, _ = added(admin, "Omar")
    with pytest.raises(OwnerNeeded):
        members.change_member(admin, MemberDraft("Omar", "", Role.OWNER, omar.id))
    assert members.change_member(admin, MemberDraft("Omar", "", Role.ADMIN, omar.id)).role is Role.ADMIN


@pytest.mark.as_service
def test_nobody_changes_their_own_role_and_the_last_owner_stays(context: Context) -> None:
    owner = holder(context)
    with pytest.raises(LastOwner):
        members.remove_member(context, owner.id)
    with pytest.raises(LastOwner):
        members.change_member(context, MemberDraft("amina", "", Role.ADMIN, owner.id))
    huda = signed_in(context, "Huda", Role.OWNER)
    with pytest.raises(OwnMembership):
        members.remove_member(context, owner.id)
    as_huda = acting_as(context, huda)
    with pytest.raises(OwnMembership):
        members.change_member(as_huda, MemberDraft("Huda", "", Role.ADMIN, huda.member.id))
    with pytest.raises(OwnPassword):
        members.reset_password(as_huda, huda.member.id)
    members.remove_member(as_huda, owner.id)
    assert [name for name, _, _ in listed(as_huda)] == ["Huda"]


def test_who_holds_the_file_gives_themselves_a_password(context: Context) -> None:
    invited = members.reset_password(context, holder(context).id)
    assert invited.member.password is PasswordState.ONE_TIME


def test_members_who_are_not_there_cannot_be_changed(context: Context) -> None:
    omar, _ = added(context, "Omar")
    members.remove_member(context, omar.id)
    for member_id in (omar.id, new_id()):
        with pytest.raises(NotFound):
            members.remove_member(context, member_id)
        with pytest.raises(NotFound):
            members.reset_password(context, member_id)
        with pytest.raises(NotFound):
            members.change_member(context, MemberDraft("Omar", "", Role.ADMIN, member_id))


def test_changes_of_members_are_announced(context: Context) -> None:
    heard: list[Change] = []
    context.announcements.listen(heard.append)
    omar, _ = added(context, "Omar")
    members.remove_member(context, omar.id)
    assert [each.subject for each in heard] == [Subject.MEMBERS, Subject.LOGS] * 2


def test_an_auditor_looks_at_members_and_changes_none(context: Context) -> None:
    auditor = replace(context, rights=ROLE_RIGHTS[Role.AUDITOR], member_id=new_id())
    assert [each.name for each in members.members(auditor).members] == ["amina"]
    with pytest.raises(PermissionDenied):
        members.add_member(auditor, MemberDraft("Omar", "omar", Role.SUPPORT))
