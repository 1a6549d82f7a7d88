"""Who may change whom, what a member's form takes, and how long too many attempts wait."""

from __future__ import annotations

from datetime import timedelta

import pytest

from integration_console.domain.errors import InvalidInput
from integration_console.domain.members import (
    Acting,
    Member,
    MemberAction,
    MemberDraft,
    MemberStatus,
    login_from_name,
    member_draft,
    member_values,
    refusal,
    refusal_to_grant,
)
from integration_console.domain.permissions import Role
from integration_console.domain.sign_in import require_good_password, waiting_time
from tests.fakes import NOON

RENAME, ROLE, RESET, REMOVE = MemberAction


def member(name: str, role: Role = Role.OPERATOR) -> Member:
    return Member(f"id of {name}", name, name.lower(), role, MemberStatus.ACTIVE, 1, NOON, NOON)


AMINA, SAMI, OMAR = member("Amina", Role.OWNER), member("Sami", Role.ADMIN), member("Omar")
ALL = (AMINA, SAMI, OMAR)
OWNER = Acting(Role.OWNER, AMINA.id, signed_in=True)
ADMIN = Acting(Role.ADMIN, SAMI.id, signed_in=True)


def codes(acting: Acting, about: Member, members: tuple[Member, ...] = ALL) -> dict[str, str]:
    """The code of each action that is refused."""
    found = {action.value: refusal(acting, action, about, members) for action in MemberAction}
    return {action: error.code for action, error in found.items() if error is not None}


def test_an_admin_changes_everybody_but_owners_and_themselves() -> None:
    needed = "members.owner_needed"
    assert codes(ADMIN, OMAR) == {}
    assert codes(ADMIN, AMINA) == dict.fromkeys(("rename", "change_role", "reset_password", "remove"), needed)
    assert codes(ADMIN, SAMI) == {
        "change_role": "members.own_membership",
        "remove": "members.own_membership",
        "reset_password": "members.own_password",
    }


def test_the_only_owner_stays_an_owner() -> None:
    assert codes(OWNER, AMINA) == {
        "change_role": "members.last_owner",
        "remove": "members.last_owner",
        "reset_password": "members.own_password",
    }


def test_one_of_two_owners_changes_the_other_one_only() -> None:
    other = member("Huda", Role.OWNER)
    assert codes(OWNER, other, (*ALL, other)) == {}
    own = codes(OWNER, AMINA, (*ALL, other))
    assert (own["change_role"], own["remove"]) == ("members.own_membership", "members.own_membership")


def test_who_holds_the_file_may_give_themselves_a_password() -> None:
    assert refusal(Acting(Role.OWNER, AMINA.id), RESET, AMINA, ALL) is None


def test_only_an_owner_makes_an_owner() -> None:
    refused = refusal_to_grant(ADMIN, Role.OWNER)
    assert refused is not None
    assert refused.code == "members.owner_needed"
    assert [refusal_to_grant(ADMIN, role) for role in Role if role is not Role.OWNER] == [None] * 4
    assert refusal_to_grant(OWNER, Role.OWNER) is None


@pytest.mark.parametrize("login", ["amina", "a", "amina.saleh@example.com", "a-1_b+c", "x" * 100])
def test_a_login_is_an_address_or_a_short_name(login: str) -> None:
    assert member_draft({"name": " Amina ", "login": f" {login.upper()} ", "role": "admin"}, "7") == MemberDraft(
        "Amina", login, Role.ADMIN, "7"
    )


@pytest.mark.parametrize("login", ["ami na", ".amina", "amina.", "أمينة", "x" * 101, "a\tb", "a:b"])
def test_what_is_no_login_is_refused(login: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        member_draft({"name": "Amina", "login": login})
    assert {each.field for each in refused.value.problems} == {"login"}


def test_every_faulty_field_is_named() -> None:
    with pytest.raises(InvalidInput) as refused:
        member_draft({"name": "", "login": "", "role": "king"})
    assert [each.field for each in refused.value.problems] == ["name", "login", "role"]


def test_a_draft_comes_back_from_its_values() -> None:
    draft = MemberDraft("Amina Saleh", "amina", Role.AUDITOR)
    assert member_draft(member_values(draft)) == draft


@pytest.mark.parametrize(
    ("name", "login"),
    [
        ("amina", "amina"),
        ("Amina Saleh", "amina.saleh"),
        ("أمينة", "owner"),
        ("", "owner"),
        ("x" * 99 + " y", "x" * 99),
    ],
)
def test_the_holder_of_a_file_has_a_login_from_the_name(name: str, login: str) -> None:
    assert login_from_name(name) == login


def test_four_attempts_are_free_and_then_each_waits_twice_as_long_up_to_an_hour() -> None:
    seconds = [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    found = [waiting_time(failures) or timedelta(0) for failures in range(14)]
    assert [int(each.total_seconds()) for each in found] == seconds
    assert waiting_time(10_000) == timedelta(hours=1)


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("short", "Use at least 12 characters."),
        ("x" * 1025, "Use at most 1024 characters."),
        ("Amina.Saleh@Example.com", "Do not use your login or your name as the password."),
        ("AMINA SALEH IBN OMAR", "Do not use your login or your name as the password."),
        ("the present one", "Choose a password that differs from the present one."),
    ],
)
def test_a_password_that_is_easily_guessed_is_refused(password: str, sentence: str) -> None:
    about = Member(
        "1", "Amina Saleh ibn Omar", "amina.saleh@example.com", Role.ADMIN, MemberStatus.ACTIVE, 1, NOON, NOON
    )
    with pytest.raises(InvalidInput) as refused:
        require_good_password(password, about, "The Present One")
    assert [(each.field, each.sentence) for each in refused.value.problems] == [("password", sentence)]


@pytest.mark.parametrize("password", ["twelve chars", "x" * 1024, "كلمة مرور طويلة جدا"])
def test_any_long_password_will_do(password: str) -> None:
    require_good_password(password, OMAR, "another")
