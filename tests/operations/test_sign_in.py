"""Signing in with a password: the answer is the same whatever is wrong, and too many attempts wait."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from integration_console.domain.errors import (
    InvalidInput,
    PasswordChangeNeeded,
    SignInFailed,
    VaultLocked,
)
from integration_console.domain.members import MemberDraft, MemberStatus, PasswordState
from integration_console.domain.permissions import Role
from integration_console.operations import members, passwords, sign_in
from integration_console.operations.context import Context
from integration_console.storage import member_tables
from integration_console.storage import members as rows
from integration_console.storage.transaction import Writing
from tests.builders import audited, opened_workspace
from tests.fakes import NOON, KeptLog, TurnableClock
from tests.operations.people import FACTS, PASSWORD, added, failures, signed_in

pytestmark = pytest.mark.as_service

WRONG = "not the right password"


@pytest.fixture
def log() -> KeptLog:
    return KeptLog()


@pytest.fixture
def watched(context: Context, log: KeptLog) -> Context:
    """The workspace, with a log that is read at once."""
    return replace(context, flusher=log)


def test_a_password_of_one_s_own_signs_in(watched: Context, log: KeptLog, clock: TurnableClock) -> None:
    signed_in(watched, "Omar", Role.SUPPORT)
    clock.turn(hours=1)
    found = sign_in.sign_in(watched, " OMAR ", PASSWORD, FACTS)
    assert (found.member.name, found.member.role, found.member.password) == ("Omar", Role.SUPPORT, PasswordState.OWN)
    assert found.member.signed_in_at == clock.now()
    assert ((found.expires_at - clock.now()).seconds, (found.refresh_expires_at - clock.now()).days) == (600, 30)
    assert log.drafts[-1].message == "Omar signed in from 203.0.113.7"
    assert not {found.access_token, found.refresh_token} & set(repr(found).split("'"))


def test_a_one_time_password_has_to_be_replaced_first(watched: Context) -> None:
    member, one_time = added(watched, "Omar")
    with pytest.raises(PasswordChangeNeeded):
        sign_in.sign_in(watched, "omar", one_time, FACTS)
    with pytest.raises(InvalidInput):
        sign_in.change_password(watched, "omar", one_time, "short", FACTS)
    found = sign_in.change_password(watched, "omar", one_time, PASSWORD, FACTS)
    assert (found.member.id, found.member.password) == (member.id, PasswordState.OWN)
    assert audited(watched)[-1] == ("Omar", "member.password_changed")
    with pytest.raises(SignInFailed):
        sign_in.sign_in(watched, "omar", one_time, FACTS)
    assert sign_in.sign_in(watched, "omar", PASSWORD, FACTS).member.id == member.id


def test_a_one_time_password_ends_after_a_week(watched: Context, log: KeptLog, clock: TurnableClock) -> None:
    _, one_time = added(watched, "Omar")
    clock.turn(days=7)
    with pytest.raises(SignInFailed):
        sign_in.change_password(watched, "omar", one_time, PASSWORD, FACTS)
    assert failures(log) == [("Omar", "203.0.113.7", "sign_in.one_time_password_expired")]


def test_outside_every_failure_looks_the_same_and_the_log_knows_them_apart(watched: Context, log: KeptLog) -> None:
    omar = signed_in(watched, "Omar")
    signed_in(watched, "Sami")
    members.remove_member(watched, omar.member.id)
    members.members(watched)
    told = set()
    for login, password in (("nobody", PASSWORD), ("omar", PASSWORD), ("sami", WRONG), ("amina", PASSWORD)):
        with pytest.raises(SignInFailed) as refused:
            sign_in.sign_in(watched, login, password, FACTS)
        told.add((type(refused.value), refused.value.code, tuple(refused.value.params), str(refused.value)))
    assert [(kind, code, params) for kind, code, params, _ in told] == [(SignInFailed, "sign_in.failed", ())]
    assert failures(log) == [
        ("", "203.0.113.7", "sign_in.login_unknown"),
        ("", "203.0.113.7", "sign_in.login_unknown"),
        ("Sami", "203.0.113.7", "sign_in.password_wrong"),
        ("amina", "203.0.113.7", "sign_in.password_missing"),
    ]


def test_what_was_typed_is_in_no_log(watched: Context, log: KeptLog) -> None:
    with pytest.raises(SignInFailed):
        sign_in.sign_in(watched, "my-secret-in-the-wrong-field", WRONG, FACTS)
    assert "my-secret" not in repr(log.drafts)
    assert WRONG not in repr(log.drafts)


def test_an_unknown_login_takes_the_work_of_a_known_one(watched: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    held_against: list[str] = []

    def fits(_password: str, verifier: str) -> bool:
        held_against.append(verifier)
        return False

    monkeypatch.setattr(passwords, "fits", fits)
    signed_in_later, _ = added(watched, "Omar")
    for login in ("nobody", "omar", "amina"):
        with pytest.raises(SignInFailed):
            sign_in.sign_in(watched, login, WRONG, FACTS)
    parameters = [each.rpartition("$")[0].rpartition("$")[0] for each in held_against]
    assert parameters == ["$argon2id$v=19$m=65536,t=3,p=4"] * 3
    assert (held_against[0], held_against[2]) == (passwords.DECOY, passwords.DECOY)
    assert held_against[1] != passwords.DECOY
    assert signed_in_later.login == "omar"


@pytest.mark.parametrize("login", ["", "\ud800", "a b", "x" * 5000, "nobody"])
def test_whatever_is_typed_as_a_login_is_answered_alike_and_leaves_no_row(watched: Context, login: str) -> None:
    with pytest.raises(SignInFailed):
        sign_in.sign_in(watched, login, "\ud800", FACTS)
    count = select(func.count()).select_from(member_tables.passwords)
    assert watched.store.read(lambda reading: reading.connection.execute(count).scalar()) == 0


def test_a_password_of_any_length_is_answered(watched: Context) -> None:
    longest = "x" * 1024
    _, one_time = added(watched, "Omar")
    sign_in.change_password(watched, "omar", one_time, longest, FACTS)
    with pytest.raises(SignInFailed):
        sign_in.sign_in(watched, "omar", longest + "y" * 5_000_000, FACTS)
    assert sign_in.sign_in(watched, "omar", longest, FACTS).member.name == "Omar"


def test_after_four_failures_the_next_attempts_wait_twice_as_long_each(
    watched: Context, log: KeptLog, clock: TurnableClock
) -> None:
    signed_in(watched, "Omar")

    def attempt(password: str = WRONG) -> str:
        with pytest.raises(SignInFailed):
            sign_in.sign_in(watched, "omar", password, FACTS)
        return failures(log)[-1][2].removeprefix("sign_in.")

    assert [attempt() for _ in range(6)] == ["password_wrong"] * 5 + ["paused"]
    assert attempt(PASSWORD) == "paused"  # the right one waits, too
    clock.turn(seconds=30)
    assert [attempt(), attempt()] == ["password_wrong", "paused"]
    clock.turn(seconds=59)
    assert attempt(PASSWORD) == "paused"
    clock.turn(seconds=1)
    assert sign_in.sign_in(watched, "omar", PASSWORD, FACTS).member.locked_until is None
    assert attempt() == "password_wrong"  # counted anew


def test_an_admin_ends_the_wait_with_a_new_password(watched: Context) -> None:
    omar = signed_in(watched, "Omar").member
    for _ in range(6):
        with pytest.raises(SignInFailed):
            sign_in.sign_in(watched, "omar", WRONG, FACTS)
    invited = members.reset_password(watched, omar.id)
    assert invited.member.locked_until is None
    assert sign_in.change_password(watched, "omar", invited.password, PASSWORD, FACTS).member.id == omar.id


def test_a_password_that_is_changed_between_look_and_answer_counts_no_more(
    watched: Context, log: KeptLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    omar = signed_in(watched, "Omar").member
    really_fits = passwords.fits

    def fits_while_it_is_reset(password: str, verifier: str) -> bool:
        members.reset_password(watched, omar.id)
        return really_fits(password, verifier)

    monkeypatch.setattr(passwords, "fits", fits_while_it_is_reset)
    with pytest.raises(SignInFailed):
        sign_in.sign_in(watched, "omar", PASSWORD, FACTS)
    assert failures(log) == [("Omar", "203.0.113.7", "sign_in.password_wrong")]
    monkeypatch.setattr(passwords, "fits", lambda *_: members.remove_member(watched, omar.id) is None)
    with pytest.raises(SignInFailed):
        sign_in.sign_in(watched, "omar", PASSWORD, FACTS)


@pytest.mark.parametrize("change", ["role", "remove"])
def test_a_member_who_is_changed_while_signing_in_is_not_signed_in(
    watched: Context, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    omar = signed_in(watched, "Omar").member
    keep = rows.keep_password
    done: list[bool] = []

    def keep_and_change(writing: Writing, row: rows.PasswordRow) -> None:
        keep(writing, row)
        if row.failures == 0 and not done:  # the password has just been found right
            done.append(True)
            before = rows.member(writing, omar.id)
            status = MemberStatus.REMOVED if change == "remove" else before.status
            changed = replace(before, generation=before.generation + (change == "role"), status=status)
            rows.change_member(writing, changed)

    monkeypatch.setattr(rows, "keep_password", keep_and_change)
    with pytest.raises(SignInFailed):
        sign_in.sign_in(watched, "omar", PASSWORD, FACTS)


def test_changing_the_password_ends_every_other_sign_in(watched: Context) -> None:
    before = signed_in(watched, "Omar")
    after = sign_in.change_password(watched, "omar", PASSWORD, "another long password", FACTS)
    assert after.member.generation == before.member.generation + 1
    assert sign_in.authenticate(watched, after.access_token, FACTS) is not None
    with pytest.raises(InvalidInput):
        sign_in.change_password(watched, "omar", "another long password", "another long password", FACTS)


def test_while_secrets_are_locked_nobody_signs_in(tmp_path: Path) -> None:
    with opened_workspace(tmp_path, protected=False) as opened:
        opened.context.vault.create("tests", NOON, "a passphrase for tests")
        added(opened.context, "Omar")
    with opened_workspace(tmp_path, protected=False) as opened:
        context = opened.context
        with pytest.raises(VaultLocked):
            sign_in.sign_in(context, "omar", PASSWORD, FACTS)
        with pytest.raises(VaultLocked):
            sign_in.change_password(context, "omar", PASSWORD, PASSWORD, FACTS)
        with pytest.raises(VaultLocked):
            sign_in.refresh(context, "icr_x", FACTS)
        assert members.members(context).members[-1].locked_until is None


@pytest.mark.embedded
def test_no_password_and_no_token_lies_in_the_file(tmp_path: Path) -> None:
    with opened_workspace(tmp_path) as opened:
        member, one_time = added(opened.context, "Omar")
        found = sign_in.change_password(opened.context, "omar", one_time, PASSWORD, FACTS)
        again = sign_in.refresh(opened.context, found.refresh_token, FACTS)
        members.change_member(opened.context, MemberDraft("Omar", "", Role.ADMIN, member.id))
    content = b"".join(path.read_bytes() for path in tmp_path.glob("console.db*"))
    secrets = (one_time, PASSWORD, found.access_token, found.refresh_token, again.refresh_token)
    assert [each for each in secrets if each.encode() in content] == []
