"""OAuth 2 token endpoints, whoever's they are: what is sent, what is read, what is refused."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from integration_console.connectors.http import HttpClients
from integration_console.connectors.oauth import (
    OAuthClient,
    TokenEndpoint,
    begin_authorisation,
    signed_assertion,
)
from integration_console.domain.access import Authorisation, Token
from integration_console.domain.errors import (
    AuthorisationLost,
    ConsoleError,
    PermissionMissing,
    RateLimited,
    RequestRefused,
    ServerFailed,
    SignInRefused,
    UnexpectedAnswer,
)
from tests.fakes import NOON, TurnableClock

ADDRESS = "https://login.example.org/token"
SECRET = "s3cret-4711"
BEGUN = Authorisation("https://login.example.org/", "state", "verifier-1", "http://127.0.0.1:1/")


class Endpoint:
    """A token endpoint that answers as told and remembers what it was asked."""

    def __init__(self, content: Any, status: int = 200, headers: dict[str, str] | None = None) -> None:
        self.asked: list[tuple[dict[str, str], httpx.Headers]] = []
        self._content = content
        self._status = status
        self._headers = headers or {}

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append((dict(parse_qsl(request.content.decode())), request.headers))
        if isinstance(self._content, str):
            return httpx.Response(self._status, text=self._content, headers=self._headers)
        return httpx.Response(self._status, json=self._content, headers=self._headers)

    def ask(self, question: Callable[[TokenEndpoint], Token], *, basic: bool = False, client_id: str = "me") -> Token:
        http = HttpClients(transport=httpx.MockTransport(self.answer))
        with http.client(ADDRESS, 5) as client:
            oauth = OAuthClient(ADDRESS, client_id, SECRET if client_id else "", basic)
            return question(TokenEndpoint(client, oauth, clock=TurnableClock()))


def test_a_code_is_exchanged_with_its_verifier() -> None:
    claims = base64.urlsafe_b64encode(json.dumps({"email": "sara@example.org"}).encode()).decode()
    endpoint = Endpoint(
        {
            "access_token": "a",
            "refresh_token": "r",
            "expires_in": 3600,
            "scope": "one two",
            "id_token": f"x.{claims}.y",
            "refresh_token_expires_in": "604800",
        }
    )
    token = endpoint.ask(lambda endpoint: endpoint.exchange_code(BEGUN, "code-1"))
    assert token == Token(
        "a",
        "r",
        NOON + timedelta(hours=1),
        ("one", "two"),
        "sara@example.org",
        NOON + timedelta(days=7),
    )
    assert endpoint.asked[0][0] == {
        "grant_type": "authorization_code",
        "code": "code-1",
        "code_verifier": "verifier-1",
        "redirect_uri": "http://127.0.0.1:1/",
        "client_id": "me",
        "client_secret": SECRET,
    }


def test_a_renewal_keeps_what_the_answer_does_not_name() -> None:
    old = Token("a", "r", NOON, ("one",), "sara@example.org", NOON)
    token = Endpoint({"access_token": "b", "expires_in": 60}).ask(lambda endpoint: endpoint.refresh(old))
    assert token == Token("b", "r", NOON + timedelta(minutes=1), ("one",), "sara@example.org", NOON)


def test_a_refresh_token_that_rotates_is_taken_over() -> None:
    endpoint = Endpoint({"access_token": "b", "refresh_token": "r2"})
    assert endpoint.ask(lambda endpoint: endpoint.refresh(Token("a", "r"))) == Token("b", "r2")


def test_a_client_may_show_its_secret_in_the_header() -> None:
    endpoint = Endpoint({"access_token": "a"})
    endpoint.ask(lambda endpoint: endpoint.client_credentials(("one", "two"), audience="api"), basic=True)
    fields, headers = endpoint.asked[0]
    assert fields == {"grant_type": "client_credentials", "scope": "one two", "audience": "api"}
    assert headers["authorization"] == f"Basic {base64.b64encode(f'me:{SECRET}'.encode()).decode()}"


def test_an_assertion_needs_no_client() -> None:
    endpoint = Endpoint({"access_token": "a"})
    endpoint.ask(lambda endpoint: endpoint.jwt_bearer("x.y.z"), client_id="")
    assert endpoint.asked[0][0] == {
        "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
        "assertion": "x.y.z",
    }


@pytest.mark.parametrize("seconds", [None, True, -1, "soon", [3600]])
def test_a_life_that_is_no_number_is_not_known(seconds: Any) -> None:
    endpoint = Endpoint({"access_token": "a", "expires_in": seconds})
    assert endpoint.ask(lambda endpoint: endpoint.client_credentials()).expires_at is None


def test_a_life_without_measure_ends_some_day() -> None:
    endpoint = Endpoint({"access_token": "a", "expires_in": 1e300})
    assert endpoint.ask(lambda endpoint: endpoint.client_credentials()).expires_at == NOON + timedelta(days=3650)


@pytest.mark.parametrize("id_token", ["x", "x.!.y", "x.W10.y", "x.eyJlbWFpbCI6MX0.y"])
def test_an_identity_that_cannot_be_read_is_not_known(id_token: str) -> None:
    endpoint = Endpoint({"access_token": "a", "id_token": id_token})
    assert endpoint.ask(lambda endpoint: endpoint.client_credentials()).account == ""


@pytest.mark.parametrize(
    ("content", "status", "error"),
    [
        ({"error": "invalid_grant", "error_description": SECRET}, 400, AuthorisationLost),
        ({"error": "invalid_client"}, 401, SignInRefused),
        ({"error": "unauthorized_client"}, 400, SignInRefused),
        ({"error": "invalid_scope"}, 400, PermissionMissing),
        ({"error": "access_denied"}, 403, PermissionMissing),
        ({"error": "invalid_request"}, 400, RequestRefused),
        ({"error": f"<b>{SECRET}"}, 400, UnexpectedAnswer),
        ({"error": {"code": 1}}, 400, UnexpectedAnswer),
        ({}, 400, UnexpectedAnswer),
        (f"<html>{SECRET}", 403, UnexpectedAnswer),
        ("[]", 200, UnexpectedAnswer),
        ({"access_token": ""}, 200, UnexpectedAnswer),
        ({"access_token": 1}, 200, UnexpectedAnswer),
        ({}, 302, UnexpectedAnswer),
        ({}, 500, ServerFailed),
        ({}, 429, RateLimited),
    ],
)
def test_a_refusal_becomes_its_error_and_knows_no_secret(content: Any, status: int, error: type[ConsoleError]) -> None:
    with pytest.raises(error) as caught:
        Endpoint(content, status).ask(lambda endpoint: endpoint.refresh(Token("a", "r-secret")))
    assert type(caught.value) is error
    told = repr(caught.value) + str(caught.value)
    assert [secret for secret in (SECRET, "r-secret", "me:") if secret in told] == []


def test_a_code_that_is_refused_ends_no_access() -> None:
    with pytest.raises(SignInRefused) as caught:
        Endpoint({"error": "invalid_grant"}, 400).ask(lambda endpoint: endpoint.exchange_code(BEGUN, "c"))
    assert caught.value.ends_access is False


@pytest.mark.parametrize(
    ("headers", "offset"),
    [
        ({"Date": "Wed, 23 Sep 2026 11:00:00 GMT"}, timedelta(hours=1)),
        ({"Date": "Wed, 23 Sep 2026 13:00:00 -0000"}, timedelta(hours=-1)),
        ({"Date": "soon"}, None),
        ({}, None),
    ],
)
def test_a_refusal_tells_how_far_the_clocks_differ(headers: dict[str, str], offset: timedelta | None) -> None:
    seen = []

    def refused(refusal: Any) -> SignInRefused:
        seen.append(refusal.clock_offset)
        return SignInRefused(host="", status=400)

    endpoint = Endpoint({"error": "invalid_grant"}, 400, headers)
    with HttpClients(transport=httpx.MockTransport(endpoint.answer)).client(ADDRESS, 5) as client:
        asked = TokenEndpoint(client, OAuthClient(ADDRESS, "me"), refusal=refused, clock=TurnableClock())
        with pytest.raises(SignInRefused):
            asked.client_credentials()
    assert seen == [offset]


def test_an_authorisation_begins_with_a_state_and_a_challenge() -> None:
    first, second = (
        begin_authorisation("https://login.example.org/a?b=c", "me", ("one", "two"), "http://127.0.0.1:1/", {"x": "y"})
        for _ in range(2)
    )
    query = dict(parse_qsl(urlsplit(first.url).query))
    digest = hashlib.sha256(first.verifier.encode()).digest()
    assert query == {
        "b": "c",
        "response_type": "code",
        "client_id": "me",
        "redirect_uri": "http://127.0.0.1:1/",
        "scope": "one two",
        "state": first.state,
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
        "x": "y",
    }
    assert 43 <= len(first.verifier) <= 128
    assert {first.state, first.verifier} & {second.state, second.verifier} == set()
    assert first.verifier not in repr(first)


def test_what_is_no_key_signs_nothing() -> None:
    for pem in ("", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----", _elliptic_key()):
        with pytest.raises(ValueError, match="not an RSA private key"):
            signed_assertion({}, pem)


def _elliptic_key() -> str:
    return (
        ec.generate_private_key(ec.SECP256R1())
        .private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        .decode()
    )
