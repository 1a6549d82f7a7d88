"""Signing in to Google: consent in the browser, renewal, service accounts, and how each of them ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from integration_console.connectors.google.surface import CALENDAR_SCOPE, DRIVE_SCOPE, SHARED_DRIVES_SCOPE
from integration_console.domain.access import Token
from integration_console.domain.errors import (
    ConsoleError,
    GoogleAccessLost,
    GoogleClientRefused,
    GoogleClockWrong,
    GoogleCodeRefused,
    GoogleDelegationMissing,
    GoogleKeyUnusable,
    GoogleScopeMissing,
    GoogleServiceAccountRefused,
    GoogleTokenRefused,
    NotAuthorisedYet,
)
from integration_console.domain.forms import Value
from integration_console.sandbox import GoogleSandbox
from tests.connectors.google.conftest import REDIRECT, Console, code_from_browser, console_for


def robot(sandbox: GoogleSandbox, **values: str) -> Console:
    filled = {"method": "service_account", "service_key": sandbox.sign_in.service_key(), **values}
    return console_for(sandbox, **filled)


def test_consent_gives_tokens_scopes_and_the_account(sandbox: GoogleSandbox) -> None:
    token = console_for(sandbox).authorise()
    assert token.account == "sara@sandbox.example"
    assert token.scopes == ("openid", "email", SHARED_DRIVES_SCOPE, CALENDAR_SCOPE)
    assert token.refresh.startswith("1//")
    assert token.refresh_expires_at is None
    assert token.expires_at is not None
    assert timedelta(minutes=59) < token.expires_at - datetime.now(UTC) <= timedelta(hours=1)


def test_the_end_of_a_refresh_token_is_kept_through_renewals(sandbox: GoogleSandbox) -> None:
    sandbox.sign_in.refresh_life_seconds = 604_800
    console = console_for(sandbox)
    ends = console.authorise().refresh_expires_at
    sandbox.sign_in.end_access_tokens()
    console.sync()
    assert ends is not None
    assert console.tokens.token is not None
    assert console.tokens.token.refresh_expires_at == ends


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({}, SHARED_DRIVES_SCOPE),
        ({"shared_drives": False}, DRIVE_SCOPE),
        ({"folder_id": "1abc"}, DRIVE_SCOPE),
        ({"drive_files": False, "calendar_events": True}, CALENDAR_SCOPE),
    ],
)
def test_only_the_scopes_of_what_is_synced_are_asked_for(
    sandbox: GoogleSandbox, values: dict[str, Value], wanted: str
) -> None:
    console = console_for(sandbox, **{"calendar_events": False, **values})
    begun = console.google.begin_authorisation(console.values, REDIRECT)
    assert begun is not None
    query = httpx.URL(begun.url).params
    assert query["scope"] == f"openid email {wanted}"
    assert (query["access_type"], query["prompt"], query["code_challenge_method"]) == ("offline", "consent", "S256")


def test_a_box_left_empty_is_named_and_nothing_is_stored(sandbox: GoogleSandbox) -> None:
    sandbox.sign_in.unticked = frozenset({CALENDAR_SCOPE})
    console = console_for(sandbox)
    with pytest.raises(GoogleScopeMissing) as caught:
        console.authorise()
    assert caught.value.params["scope"] == CALENDAR_SCOPE
    assert console.tokens.token is None


def test_a_code_is_good_for_one_time_only(sandbox: GoogleSandbox) -> None:
    console = console_for(sandbox)
    begun = console.google.begin_authorisation(console.values, REDIRECT)
    assert begun is not None
    code = code_from_browser(begun)
    console.google.finish_authorisation(console.access, begun, code)
    with pytest.raises(GoogleCodeRefused):
        console.google.finish_authorisation(console.access, begun, code)


def test_a_code_is_bound_to_who_began(sandbox: GoogleSandbox) -> None:
    console = console_for(sandbox)
    begun, other = (console.google.begin_authorisation(console.values, REDIRECT) for _ in range(2))
    assert begun is not None
    assert other is not None
    with pytest.raises(GoogleCodeRefused):
        console.google.finish_authorisation(console.access, other, code_from_browser(begun))


def test_nobody_has_authorised_yet(sandbox: GoogleSandbox) -> None:
    with pytest.raises(NotAuthorisedYet):
        console_for(sandbox).sync()


def test_an_ended_token_is_renewed_once_and_the_sync_goes_on(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.drive.add("Plan")
    sandbox.sign_in.end_access_tokens()
    assert console.sync().titles() == ["Plan"]
    assert sandbox.sign_in.refreshes == 1


def test_a_revoked_access_stops_at_once_and_says_why(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.sign_in.revoke()
    with pytest.raises(GoogleAccessLost) as caught:
        console.sync()
    assert (caught.value.ends_access, caught.value.retriable) == (True, False)
    assert caught.value.params["reason"] == "invalid_grant"
    assert sandbox.sign_in.refreshes == 1
    assert [path for path, _ in sandbox.requests] == ["/drive/v3/drives"]


def test_a_token_that_is_refused_again_is_renewed_no_second_time(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.sign_in.life_seconds = -1
    sandbox.sign_in.end_access_tokens()
    with pytest.raises(GoogleTokenRefused):
        console.sync()
    assert sandbox.sign_in.refreshes == 1


def test_a_wrong_clock_is_thought_of_before_a_lost_access(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.clock_offset_seconds = 4000
    sandbox.sign_in.revoke()
    with pytest.raises(GoogleClockWrong) as caught:
        console.sync()
    assert abs(int(caught.value.params["seconds"]) - 4000) < 60
    assert caught.value.ends_access is False


def test_a_wrong_client_secret_is_named_as_such(sandbox: GoogleSandbox, console: Console) -> None:
    console.values["client_secret"] = "GOCSPX-something-else"
    sandbox.sign_in.end_access_tokens()
    with pytest.raises(GoogleClientRefused):
        console.sync()


def test_a_service_account_needs_no_person(sandbox: GoogleSandbox) -> None:
    sandbox.drive.add("Plan")
    console = robot(sandbox)
    assert console.google.begin_authorisation(console.values, REDIRECT) is None
    assert console.sync().titles() == ["Plan"]
    sandbox.sign_in.end_access_tokens()
    console.sync()
    assert sum(sandbox.sign_in.grants_of.values()) == 2


def test_a_service_account_acts_for_a_user_only_where_that_is_allowed(sandbox: GoogleSandbox) -> None:
    console = robot(sandbox, delegated_user="sara@sandbox.example")
    with pytest.raises(GoogleDelegationMissing) as caught:
        console.sync()
    assert caught.value.params["scopes"] == f"{SHARED_DRIVES_SCOPE}, {CALENDAR_SCOPE}"
    sandbox.sign_in.delegated_users = frozenset({"sara@sandbox.example"})
    assert console.sync().titles() == []


def test_a_service_account_with_a_wrong_clock_is_told_so(sandbox: GoogleSandbox) -> None:
    sandbox.clock_offset_seconds = -7200
    with pytest.raises(GoogleClockWrong):
        robot(sandbox).sync()


def changed(key: str, **parts: str) -> str:
    return json.dumps({**json.loads(key), **parts})


@pytest.mark.parametrize(
    ("spoiled", "error"),
    [
        (lambda key: changed(key, client_email="other@example.org"), GoogleServiceAccountRefused),
        (lambda key: changed(key, private_key="-----BEGIN PRIVATE KEY-----\nnone\n"), GoogleKeyUnusable),
        (lambda key: changed(key, private_key=""), GoogleKeyUnusable),
        (lambda key: changed(key, type="authorized_user"), GoogleKeyUnusable),
        (lambda key: key[:-1], GoogleKeyUnusable),
        (lambda key: f"[{key}]", GoogleKeyUnusable),
    ],
)
def test_a_key_that_is_none_is_told_so(
    sandbox: GoogleSandbox, spoiled: Callable[[str], str], error: type[ConsoleError]
) -> None:
    console = robot(sandbox, service_key=spoiled(sandbox.sign_in.service_key()))
    with pytest.raises(error):
        console.sync()


def test_a_token_without_a_refresh_token_asks_for_a_person(sandbox: GoogleSandbox, console: Console) -> None:
    console.tokens.token = Token("ya29.old")
    with pytest.raises(NotAuthorisedYet):
        console.sync()
