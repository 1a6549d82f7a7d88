"""Access tokens say who asks for ten minutes; refresh tokens count once, and a stolen one ends the sign-in."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from integration_console.domain.callers import Caller, CallerKind
from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import RefreshReused, SignInEnded, TokenExpired, TokenInvalid, VaultLocked
from integration_console.domain.ids import new_id
from integration_console.domain.members import Member, MemberDraft
from integration_console.domain.permissions import ALL_RIGHTS, ROLE_RIGHTS, Role
from integration_console.domain.sign_in import Claims
from integration_console.operations import members, person_tokens, sign_in, signing_keys
from integration_console.operations.context import Context
from integration_console.storage import members as rows
from tests.builders import opened_workspace
from tests.fakes import NOON, KeptLog, TurnableClock
from tests.operations.people import FACTS, acting_as, failures, signed_in

pytestmark = pytest.mark.as_service

ENDS = int(NOON.timestamp()) + 600


def claims(context: Context, **changed: object) -> Claims:
    """What the token of a member nobody knows says, all of it right."""
    start = Claims(context.store.tenant_id, new_id(), "operator", 1, ENDS - 600, ENDS)
    return replace(start, **changed)  # type: ignore[arg-type]


def test_a_token_says_who_asks_and_with_which_rights(context: Context) -> None:
    omar = signed_in(context, "Omar", Role.SUPPORT)
    caller = sign_in.authenticate(context, omar.access_token, FACTS)
    assert caller == Caller(CallerKind.PERSON, omar.member.id, "Omar", ROLE_RIGHTS[Role.SUPPORT])
    working = sign_in.context_of(context, caller)
    assert (working.actor, working.rights, working.member_id) == ("Omar", ROLE_RIGHTS[Role.SUPPORT], omar.member.id)
    holder = sign_in.context_of(context, Caller(CallerKind.HOLDER, "1", "amina", ALL_RIGHTS))
    assert (holder.actor, holder.rights, holder.member_id) == ("amina", ALL_RIGHTS, "")


def test_a_token_is_a_compact_jws_with_the_claims_in_the_open(context: Context) -> None:
    omar = signed_in(context, "Omar", Role.SUPPORT)
    header, payload, signature = omar.access_token.split(".")
    decoded = [json.loads(base64.urlsafe_b64decode(part + "==")) for part in (header, payload)]
    (key,) = signing_keys.signing_keys(context)
    assert decoded == [
        {"alg": "EdDSA", "typ": "at+jwt", "kid": person_tokens.key_id(key)},
        {
            "tid": context.store.tenant_id,
            "sub": omar.member.id,
            "role": "support",
            "gen": omar.member.generation,
            "iat": ENDS - 600,
            "exp": ENDS,
        },
    ]
    key.public_key().verify(base64.urlsafe_b64decode(signature + "=="), f"{header}.{payload}".encode())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "icr_x",
        "a.b",
        "a.b.c.d",
        "ick_abc_def",
        "é.b.c",
        "x" * 5000,
        "!!.b.c",
        "bnVsbA.e30.c",
        "eyJhbGciOiJub25lIn0.e30.",
    ],
)
def test_what_is_no_such_token_is_left_to_others(context: Context, text: str) -> None:
    assert sign_in.authenticate(context, text, FACTS) is None


def test_a_token_counts_for_ten_minutes(context: Context, clock: TurnableClock) -> None:
    omar = signed_in(context, "Omar")
    clock.turn(seconds=599)
    assert sign_in.authenticate(context, omar.access_token, FACTS) is not None
    clock.turn(seconds=1)
    with pytest.raises(TokenExpired):
        sign_in.authenticate(context, omar.access_token, FACTS)


def test_a_forged_token_is_refused_and_logged(context: Context) -> None:
    log = KeptLog()
    watched = replace(context, flusher=log)
    omar = signed_in(watched, "Omar")
    (own,) = signing_keys.signing_keys(watched)
    header, payload, signature = omar.access_token.split(".")
    lifted = json.loads(base64.urlsafe_b64decode(payload + "==")) | {"role": "owner"}
    forged = base64.urlsafe_b64encode(json.dumps(lifted).encode()).rstrip(b"=").decode()
    other = claims(context, tenant_id=new_id())
    texts = [
        f"{header}.{forged}.{signature}",
        f"{header}.{payload}.{signature[:-4]}AAAA",
        f"{header}.{payload}.",
        f"{header}.{payload}.!",
        person_tokens.signed_token(claims(context), Ed25519PrivateKey.generate()),
        person_tokens.signed_token(other, own),
        person_tokens.signed_token(claims(context, generation="1"), own),
        person_tokens.signed_token(claims(context, generation=True), own),
        person_tokens.signed_token(claims(context, role=None), own),
    ]
    for text in texts:
        with pytest.raises(TokenInvalid):
            sign_in.authenticate(watched, text, FACTS)
    assert failures(log) == [("", "203.0.113.7", "sign_in.token_invalid")] * len(texts)


def test_a_member_who_never_was_here_is_not_let_in(context: Context) -> None:
    (own,) = signing_keys.signing_keys(context)
    with pytest.raises(SignInEnded):
        sign_in.authenticate(context, person_tokens.signed_token(claims(context), own), FACTS)


@pytest.mark.embedded
def test_the_signing_key_is_the_same_after_a_restart_and_sealed(tmp_path: Path, clock: TurnableClock) -> None:
    with opened_workspace(tmp_path, clock) as opened:
        omar = signed_in(opened.context, "Omar")
        (key,) = signing_keys.signing_keys(opened.context)
    with opened_workspace(tmp_path, clock) as opened:
        assert sign_in.authenticate(opened.context, omar.access_token, FACTS) is not None
        assert [each.private_bytes_raw() for each in signing_keys.signing_keys(opened.context)] == [
            key.private_bytes_raw()
        ]
    content = b"".join(path.read_bytes() for path in tmp_path.glob("console.db*"))
    assert key.private_bytes_raw() not in content
    assert base64.b64encode(key.private_bytes_raw()) not in content


def test_of_two_programs_that_make_the_key_at_once_both_have_the_first(context: Context) -> None:
    first, second = signing_keys._made(context), signing_keys._made(context)
    assert [person_tokens.key_id(each) for each in first] == [person_tokens.key_id(each) for each in second]


@pytest.mark.embedded
def test_while_secrets_are_locked_a_token_cannot_be_checked(tmp_path: Path, clock: TurnableClock) -> None:
    with opened_workspace(tmp_path, clock, protected=False) as opened:
        opened.context.vault.create("tests", NOON, "a passphrase for tests")
        omar = signed_in(opened.context, "Omar")
    with opened_workspace(tmp_path, clock, protected=False) as opened, pytest.raises(VaultLocked):
        sign_in.authenticate(opened.context, omar.access_token, FACTS)


def test_what_another_program_changed_counts_within_a_second(context: Context, clock: TurnableClock) -> None:
    omar = signed_in(context, "Omar")
    assert acting_as(context, omar).actor == "Omar"
    raised = replace(omar.member, generation=omar.member.generation + 1)
    context.store.write(lambda writing: rows.change_member(writing, raised))  # unannounced: elsewhere
    clock.turn(milliseconds=999)
    assert acting_as(context, omar).actor == "Omar"
    clock.turn(milliseconds=1)
    with pytest.raises(SignInEnded):
        acting_as(context, omar)


def test_what_was_forgotten_while_it_was_read_is_not_remembered(context: Context) -> None:
    memory = context.sign_ins.members
    seen = members.members(context).members[0]

    def read_while_it_changes() -> Member:
        context.announcements.announce(Change(Subject.MEMBERS))
        return seen

    assert memory.recall(seen.id, NOON, read_while_it_changes) is seen
    fresh = replace(seen, generation=9)
    assert memory.recall(seen.id, NOON, lambda: fresh) is fresh
    context.announcements.announce(Change(Subject.WEBHOOKS))
    assert memory.recall(seen.id, NOON, lambda: seen) is fresh
    assert memory.recall(seen.id, NOON.replace(year=2025), lambda: seen) is seen  # the clock was put back


def test_a_refresh_token_brings_the_next_pair_once(context: Context, clock: TurnableClock) -> None:
    log = KeptLog()
    watched = replace(context, flusher=log)
    first = signed_in(watched, "Omar")
    clock.turn(days=29)
    second = sign_in.refresh(watched, first.refresh_token, FACTS)
    assert second.refresh_token != first.refresh_token
    assert (second.refresh_expires_at - clock.now()).days == 30
    assert acting_as(watched, second).actor == "Omar"
    with pytest.raises(RefreshReused):
        sign_in.refresh(watched, first.refresh_token, FACTS)
    for token in (first, second):
        with pytest.raises(SignInEnded):
            sign_in.refresh(watched, token.refresh_token, FACTS)
    (told,) = [each for each in log.drafts if each.event_type == "member.sign_in_ended"]
    assert (told.message.partition(":")[0], told.error_code) == (
        "A sign-in of Omar was ended everywhere",
        "sign_in.refresh_reused",
    )


def test_two_sign_ins_end_apart(context: Context) -> None:
    here = signed_in(context, "Omar")
    there = sign_in.sign_in(context, "omar", "a long enough password", FACTS)
    log = KeptLog()
    sign_in.sign_out(replace(context, flusher=log), here.refresh_token, FACTS)
    assert [each.message for each in log.drafts] == ["Omar signed out"]
    with pytest.raises(SignInEnded):
        sign_in.refresh(context, here.refresh_token, FACTS)
    assert sign_in.refresh(context, there.refresh_token, FACTS).member.name == "Omar"


def test_a_refresh_token_that_is_not_known_brings_nothing_and_ends_nothing(context: Context) -> None:
    log = KeptLog()
    watched = replace(context, flusher=log)
    for text in ("", "icr_" + "x" * 43, "\ud800"):
        with pytest.raises(TokenInvalid):
            sign_in.refresh(watched, text, FACTS)
        sign_in.sign_out(watched, text, FACTS)
    assert log.drafts == []


def test_a_refresh_token_ends_after_thirty_days_and_is_forgotten(context: Context, clock: TurnableClock) -> None:
    omar = signed_in(context, "Omar")
    clock.turn(days=30)
    with pytest.raises(TokenExpired):
        sign_in.refresh(context, omar.refresh_token, FACTS)
    clock.turn(seconds=1)
    sign_in.sign_in(context, "omar", "a long enough password", FACTS)
    with pytest.raises(TokenInvalid):
        sign_in.refresh(context, omar.refresh_token, FACTS)


def test_a_refresh_brings_the_role_of_now(context: Context) -> None:
    omar = signed_in(context, "Omar")
    members.change_member(context, MemberDraft("Omar", "", Role.ADMIN, omar.member.id))
    again = sign_in.refresh(context, omar.refresh_token, FACTS)
    assert acting_as(context, again).rights.role is Role.ADMIN
