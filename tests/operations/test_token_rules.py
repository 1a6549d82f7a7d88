"""How long tokens count, who issues them for whom, how far clocks may differ; and the key they are signed with."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from integration_console.domain.errors import (
    SignInEnded,
    TokenExpired,
    TokenInvalid,
    TokenOfAnotherService,
    VaultLocked,
)
from integration_console.domain.permissions import Role
from integration_console.domain.sign_in import Claims, SignedIn
from integration_console.domain.token_rules import TokenRules
from integration_console.operations import holders, person_tokens, sign_in, signing_keys
from integration_console.operations.context import Context
from integration_console.operations.short_memory import SignInMemory
from integration_console.storage import secrets as secret_rows
from integration_console.storage.vault import Vault
from tests.fakes import NOON, KeptLog, MemoryPlace, TurnableClock
from tests.operations.people import FACTS, PASSWORD, acting_as, failures, signed_in

pytestmark = pytest.mark.as_service

HERE, THERE = "https://console.example.com", "https://other.example.com"
MONTH = timedelta(days=30)


def service(context: Context, **rules: object) -> Context:
    """A service over the same database that has rules, and a memory, of its own."""
    return replace(context, tokens=TokenRules(**rules), sign_ins=SignInMemory())  # type: ignore[arg-type]


def said(someone: SignedIn) -> dict[str, object]:
    """What the access token says."""
    payload = someone.access_token.split(".")[1]
    found: dict[str, object] = json.loads(base64.urlsafe_b64decode(payload + "=="))
    return found


def key_names(context: Context) -> list[str]:
    return [person_tokens.key_id(each) for each in signing_keys.signing_keys(context)]


# ------------------------------------------------------------------------------------------------------- how long
def test_an_access_token_counts_as_long_as_the_rules_say(context: Context, clock: TurnableClock) -> None:
    brief = service(context, access_life=timedelta(minutes=2))
    omar = signed_in(brief, "Omar")
    assert omar.expires_at - clock.now() == timedelta(minutes=2)
    clock.turn(seconds=119)
    assert acting_as(brief, omar).actor == "Omar"
    clock.turn(seconds=1)
    with pytest.raises(TokenExpired):
        acting_as(brief, omar)


def test_a_leeway_lets_a_token_count_longer_by_just_that(context: Context, clock: TurnableClock) -> None:
    lenient = service(context, leeway=timedelta(seconds=30))
    omar = signed_in(lenient, "Omar")
    clock.turn(seconds=629)
    assert acting_as(lenient, omar).actor == "Omar"
    clock.turn(seconds=1)
    with pytest.raises(TokenExpired):
        acting_as(lenient, omar)


def test_a_sign_in_stays_as_long_as_the_rules_say(context: Context, clock: TurnableClock) -> None:
    brief = service(context, sign_in_life=timedelta(days=2))
    omar = signed_in(brief, "Omar")
    clock.turn(days=1)
    again = sign_in.refresh(brief, omar.refresh_token, FACTS)
    assert again.refresh_expires_at - clock.now() == timedelta(days=2)
    clock.turn(days=2)
    with pytest.raises(TokenExpired):
        sign_in.refresh(brief, again.refresh_token, FACTS)


def test_a_shorter_stay_ends_what_was_given_for_longer_but_a_longer_one_lengthens_nothing(
    context: Context, clock: TurnableClock
) -> None:
    omar = signed_in(context, "Omar")
    clock.turn(days=7)
    with pytest.raises(TokenExpired):
        sign_in.refresh(service(context, sign_in_life=timedelta(days=7)), omar.refresh_token, FACTS)
    huda = signed_in(context, "Huda")
    clock.turn(days=30)
    with pytest.raises(TokenExpired):
        sign_in.refresh(service(context, sign_in_life=timedelta(days=365)), huda.refresh_token, FACTS)


# ------------------------------------------------------------------------------------------------ by whom, for whom
def test_a_token_names_its_issuer_and_audience(context: Context) -> None:
    omar = signed_in(service(context, issuer=HERE, audience="console"), "Omar")
    assert (said(omar)["iss"], said(omar)["aud"]) == (HERE, "console")
    assert {"iss", "aud"} & set(said(signed_in(context, "Huda"))) == set()


@pytest.mark.parametrize(
    ("issued", "accepted"),
    [
        (TokenRules(issuer=HERE, audience=HERE), TokenRules(issuer=THERE, audience=THERE)),
        (TokenRules(issuer=HERE, audience=HERE), TokenRules(issuer=HERE, audience=THERE)),
        (TokenRules(issuer=HERE, audience=HERE), TokenRules(issuer=THERE, audience=HERE)),
        (TokenRules(issuer=HERE, audience=HERE), TokenRules(issuer=HERE + "/", audience=HERE)),
        (TokenRules(issuer=HERE, audience=HERE), TokenRules(issuer=HERE.upper(), audience=HERE)),
        (TokenRules(issuer=HERE, audience=HERE), TokenRules(audience=HERE)),
        (TokenRules(), TokenRules(issuer=HERE, audience=HERE)),
        (TokenRules(issuer=HERE, audience=HERE), TokenRules()),
    ],
)
def test_services_over_one_database_refuse_each_others_tokens(
    context: Context, issued: TokenRules, accepted: TokenRules
) -> None:
    log = KeptLog()
    omar = signed_in(replace(context, tokens=issued), "Omar")
    with pytest.raises(TokenOfAnotherService):
        acting_as(replace(context, tokens=accepted, flusher=log), omar)
    assert failures(log) == [("", "203.0.113.7", "sign_in.token_of_another_service")]
    assert acting_as(replace(context, tokens=issued), omar).actor == "Omar"


@pytest.mark.parametrize("changed", [{"issuer": 7}, {"audience": [HERE]}, {"issuer": None}])
def test_claims_of_another_kind_are_refused(context: Context, changed: dict[str, object]) -> None:
    ends = int(NOON.timestamp()) + 600
    start = Claims(context.store.tenant_id, "1", "operator", 1, ends - 600, ends, HERE, HERE)
    odd = replace(start, **changed)  # type: ignore[arg-type]
    (key,) = signing_keys.signing_keys(context)
    text = person_tokens.signed_token(odd, key)
    if changed == {"issuer": None}:  # a claim that is left out
        assert "iss" not in json.loads(base64.urlsafe_b64decode(text.split(".")[1] + "=="))
    with pytest.raises(TokenInvalid):
        sign_in.authenticate(service(context, issuer=HERE, audience=HERE), text, FACTS)


def test_a_refresh_brings_a_token_of_the_service_that_was_asked(context: Context) -> None:
    omar = signed_in(service(context, issuer=HERE, audience=HERE), "Omar")
    there = service(context, issuer=THERE, audience=THERE)
    assert acting_as(there, sign_in.refresh(there, omar.refresh_token, FACTS)).actor == "Omar"


def test_what_is_not_named_is_named_after_the_address() -> None:
    assert TokenRules().at("") == TokenRules()
    assert TokenRules().at(HERE) == TokenRules(issuer=HERE, audience=HERE)
    assert TokenRules(issuer=THERE).at(HERE) == TokenRules(issuer=THERE, audience=THERE)
    assert TokenRules(audience="console").at(HERE) == TokenRules(issuer=HERE, audience="console")


# ------------------------------------------------------------------------------------------------------ the signing key
def test_after_a_rotation_old_tokens_count_until_they_end(context: Context, clock: TurnableClock) -> None:
    longest = service(context, access_life=timedelta(minutes=60), leeway=timedelta(seconds=60))
    omar, before = signed_in(longest, "Omar"), key_names(longest)
    signing_keys.rotate_signing_key(context)
    clock.turn(seconds=1)
    huda = signed_in(longest, "Huda")
    new, old = key_names(longest)
    assert ([old], new != old) == (before, True)
    for someone, name in ((omar, old), (huda, new)):
        header = json.loads(base64.urlsafe_b64decode(someone.access_token.split(".")[0] + "=="))
        assert header["kid"] == name
        assert acting_as(longest, someone).actor == someone.member.name
    clock.turn(minutes=60, seconds=58)
    assert acting_as(longest, omar).actor == "Omar"
    clock.turn(seconds=2)
    assert key_names(longest) == [new]
    with pytest.raises(TokenInvalid):
        acting_as(longest, omar)


def test_two_rotations_in_a_row_end_nobodys_token(context: Context, clock: TurnableClock) -> None:
    omar = signed_in(context, "Omar")
    signing_keys.rotate_signing_key(context)
    huda = signed_in(context, "Huda")
    signing_keys.rotate_signing_key(context)
    assert [acting_as(context, each).actor for each in (omar, huda)] == ["Omar", "Huda"]
    assert len(key_names(context)) == 3
    clock.turn(hours=2)
    signing_keys.rotate_signing_key(context)
    rows = context.store.read(
        lambda reading: secret_rows.secrets_of(reading, signing_keys.TABLE, context.store.tenant_id)
    )
    assert (len(key_names(context)), len(rows)) == (2, 2)  # those whose time is over are deleted


def test_a_key_that_may_be_known_counts_no_more_at_once_but_sign_ins_go_on(context: Context) -> None:
    omar = signed_in(context, "Omar")
    elsewhere = service(context)
    assert acting_as(elsewhere, omar).actor == "Omar"
    signing_keys.rotate_signing_key(context, at_once=True)
    assert len(key_names(context)) == 1
    with pytest.raises(TokenInvalid):
        acting_as(context, omar)
    assert acting_as(context, sign_in.refresh(context, omar.refresh_token, FACTS)).actor == "Omar"


def test_another_program_hears_of_a_rotation_within_a_second(context: Context, clock: TurnableClock) -> None:
    elsewhere = service(context)
    before = key_names(elsewhere)
    signing_keys.rotate_signing_key(context)
    assert key_names(context) != before
    assert key_names(elsewhere) == before
    late = sign_in.sign_in(elsewhere, signed_in(elsewhere, "Omar").member.login, PASSWORD, FACTS)
    clock.turn(seconds=1)
    assert key_names(elsewhere) == key_names(context)
    assert acting_as(context, late).actor == "Omar"


def test_the_keys_are_still_opened_after_the_workspace_has_a_new_key(context: Context, clock: TurnableClock) -> None:
    omar = signed_in(context, "Omar")
    signing_keys.rotate_signing_key(context)
    before = key_names(context)
    holders.replace_key(context)
    clock.turn(seconds=2)
    assert key_names(context) == before
    assert acting_as(context, omar).actor == "Omar"


def test_locked_secrets_rotate_nothing(context: Context) -> None:
    omar = signed_in(context, "Omar", Role.ADMIN)
    with pytest.raises(VaultLocked):
        signing_keys.rotate_signing_key(replace(service(context), vault=Vault(context.store, MemoryPlace())))
    assert acting_as(context, omar).actor == "Omar"
    with pytest.raises(SignInEnded):
        acting_as(context, replace(omar, access_token=_unknown(context)))


def _unknown(context: Context) -> str:
    ends = int(NOON.timestamp()) + 600
    nobody = Claims(context.store.tenant_id, context.store.tenant_id, "owner", 1, ends - 600, ends)
    return person_tokens.signed_token(nobody, signing_keys.signing_keys(context)[0])
