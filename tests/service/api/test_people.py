"""People at the API: signing in, staying signed in, and what ends it."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from integration_console.domain.errors import (
    PasswordChangeNeeded,
    PermissionDenied,
    RefreshReused,
    SignInEnded,
    SignInFailed,
    SignInNeeded,
)
from integration_console.domain.members import MemberDraft
from integration_console.domain.permissions import Role
from integration_console.gateways.service_api.gateway import RemoteWorkspace
from integration_console.gateways.service_api.refresh_tokens import RememberedRefreshToken
from integration_console.operations import members
from integration_console.service.api.callers import address_of
from integration_console.settings import read_settings
from tests.service.api.conftest import PASSWORD, House

NEW = "another horse battery"


@pytest.fixture
def kept() -> RememberedRefreshToken:
    return RememberedRefreshToken()


@pytest.fixture
def remote(house: House, kept: RememberedRefreshToken) -> Iterator[RemoteWorkspace]:
    made = RemoteWorkspace(house.server.local_url, kept)
    yield made
    made.close()


def test_a_person_signs_in_with_a_one_time_password_and_is_held_to_the_role(
    house: House, remote: RemoteWorkspace
) -> None:
    invited = members.add_member(house.opened.context, MemberDraft("Huda", "huda", Role.SUPPORT))
    with pytest.raises(PasswordChangeNeeded):
        remote.sign_in("huda", invited.password)
    remote.sign_in("huda", invited.password, NEW)
    gateway = remote.gateway
    assert (gateway.can("logs.read"), gateway.can("connectors.write")) == (True, False)
    assert [each.name for each in gateway.connectors()] == ["Standing"]
    with pytest.raises(PermissionDenied):
        gateway.members()
    assert remote.gateway.workspace().unlocked


def test_whoever_is_not_signed_in_is_told_so(house: House, remote: RemoteWorkspace) -> None:
    with pytest.raises(SignInNeeded):
        remote.gateway.connectors()
    with pytest.raises(SignInFailed):
        remote.sign_in("the.owner", "wrong")
    remote.sign_out()


def test_tokens_are_renewed_silently_and_used_once(
    house: House, remote: RemoteWorkspace, kept: RememberedRefreshToken
) -> None:
    remote.sign_in("the.owner", PASSWORD)
    spent = kept.read()
    house.clock.turn(minutes=11)
    assert remote.gateway.connectors()
    assert kept.read() not in ("", spent)
    again = RemoteWorkspace(house.server.local_url, kept)
    again.resume()
    assert again.gateway.can("members.write")
    again.close()
    thief = RemoteWorkspace(house.server.local_url, RememberedRefreshToken(spent))
    with pytest.raises(RefreshReused):
        thief.resume()
    thief.close()
    house.clock.turn(minutes=11)
    with pytest.raises(SignInEnded):
        remote.gateway.connectors()


def test_signing_out_ends_it_at_the_service_too(
    house: House, remote: RemoteWorkspace, kept: RememberedRefreshToken
) -> None:
    remote.sign_in("the.admin", PASSWORD)
    taken = RememberedRefreshToken(kept.read())
    remote.sign_out()
    assert kept.read() == ""
    other = RemoteWorkspace(house.server.local_url, taken)
    with pytest.raises(SignInEnded):
        other.resume()
    other.close()


@pytest.mark.parametrize("credential", ["x", "a.b.c", "ick_unknown"])
def test_a_credential_that_nobody_knows_opens_nothing(house: House, credential: str) -> None:
    with house.client(credential) as client:
        answer = client.get("/api/v1/connectors")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


PROXIES = read_settings({"INTEGRATION_TRUSTED_PROXIES": "10.0.0.0/8, ::1"}).trusted_proxies


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
        ("10.0.0.1", "6.6.6.6, nonsense", "10.0.0.1"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("::1", "2001:db8::1", "2001:db8::1"),
        ("unix", "198.51.100.1", "unix"),
    ],
)
def test_only_a_trusted_proxy_says_where_a_request_came_from(peer: str, forwarded: str, address: str) -> None:
    assert address_of(peer, forwarded, PROXIES) == address


def test_a_forged_address_does_not_reach_the_log(house: House) -> None:
    with house.client("") as client:
        forged = {"x-forwarded-for": "6.6.6.6"}
        wrong = {"login": "the.auditor", "password": "wrong"}
        assert client.post("/api/v1/sign-in", json=wrong, headers=forged).status_code == 401
    assert "6.6.6.6" not in [each.params.get("address") for each in house.entries("member.sign_in_failed")]


def test_a_page_of_an_allowed_origin_may_ask_and_no_other(house: House) -> None:
    with httpx.Client(base_url=house.server.local_url, trust_env=False) as client:
        answer = client.options("/api/v1/connectors", headers={"origin": "https://evil.test"})
    assert answer.status_code == 403
