"""The one HTTP client: foreign errors become ours, and nothing secret comes along."""

from __future__ import annotations

import logging
import socket
import ssl
import traceback
from collections.abc import Callable, Iterator

import httpx
import pytest

from integration_console.connectors.answers import Answer
from integration_console.connectors.http import HttpClients
from integration_console.domain.errors import (
    AnswerTooLarge,
    ConnectionBroken,
    ConnectionRefused,
    HostNotFound,
    NextPageElsewhere,
    RemoteError,
    TimedOut,
    TlsFailed,
    UnexpectedAnswer,
)

SECRET = "HookSecret4711"
ADDRESS = f"https://hooks.slack.test/services/T1/B1/{SECRET}"


def post(answer: Callable[[httpx.Request], httpx.Response], **options: object) -> Answer:
    http = HttpClients(transport=httpx.MockTransport(answer), **options)  # type: ignore[arg-type]
    with http.client(ADDRESS, 5) as client:
        return client.post_json(ADDRESS, b"{}", bearer=SECRET)


def failing(error: Exception, cause: Exception | None = None) -> Callable[[httpx.Request], httpx.Response]:
    def answer(request: httpx.Request) -> httpx.Response:
        raise error from cause

    return answer


FOREIGN: list[tuple[Exception, Exception | None, type[RemoteError]]] = [
    (httpx.ConnectError(SECRET), socket.gaierror(-2, SECRET), HostNotFound),
    (httpx.InvalidURL(SECRET), None, HostNotFound),
    (httpx.ConnectError(SECRET), ConnectionRefusedError(SECRET), ConnectionRefused),
    (httpx.ConnectTimeout(SECRET), None, ConnectionRefused),
    (httpx.ProxyError(SECRET), None, ConnectionRefused),
    (httpx.ConnectError(SECRET), ssl.SSLCertVerificationError(SECRET), TlsFailed),
    (httpx.ReadTimeout(SECRET), None, TimedOut),
    (httpx.WriteTimeout(SECRET), None, TimedOut),
    (httpx.ReadError(SECRET), ConnectionResetError(SECRET), ConnectionBroken),
    (httpx.RemoteProtocolError(f"Server disconnected {SECRET}"), None, ConnectionBroken),
    (httpx.RemoteProtocolError(f"illegal status line {SECRET}"), None, UnexpectedAnswer),
]


@pytest.mark.parametrize(("error", "cause", "expected"), FOREIGN)
def test_a_foreign_error_becomes_ours_and_leaves_its_secrets_behind(
    error: Exception, cause: Exception | None, expected: type[RemoteError]
) -> None:
    with pytest.raises(RemoteError) as raised:
        post(failing(error, cause))
    assert type(raised.value) is expected
    assert raised.value.params["host"] == "hooks.slack.test"
    written = "".join(traceback.format_exception(raised.value)) + repr(raised.value) + str(raised.value)
    assert SECRET not in written
    assert (raised.value.__cause__, raised.value.__context__) == (None, None)


def test_an_answer_is_read_to_its_limit_and_no_further() -> None:
    whole = post(lambda _: httpx.Response(200, content=b"x" * 100), answer_limit=100)
    assert whole.body == b"x" * 100
    with pytest.raises(AnswerTooLarge) as raised:
        post(lambda _: httpx.Response(200, content=b"x" * 101), answer_limit=100)
    assert raised.value.params == {"host": "hooks.slack.test", "limit": "100"}


def test_an_endless_answer_is_left_at_the_limit() -> None:
    read: list[int] = []

    def endless() -> Iterator[bytes]:
        while True:
            read.append(1)
            yield b"x" * 10

    with pytest.raises(AnswerTooLarge):
        post(lambda _: httpx.Response(200, content=endless()), answer_limit=100)
    assert len(read) == 11


def test_an_answer_that_drips_beyond_the_time_limit_is_left() -> None:
    http = HttpClients(transport=httpx.MockTransport(lambda _: httpx.Response(200, content=iter([b"a", b"b"]))))
    with http.client(ADDRESS, -1) as client, pytest.raises(TimedOut):
        client.post_json(ADDRESS, b"{}")


def test_a_squeezed_answer_that_nobody_asked_for_is_refused() -> None:
    with pytest.raises(UnexpectedAnswer):
        post(lambda _: httpx.Response(200, headers={"Content-Encoding": "gzip"}, content=iter([b"\x1f\x8b"])))


def test_a_redirect_is_an_answer_and_is_not_followed() -> None:
    asked: list[str] = []

    def elsewhere(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        return httpx.Response(307, headers={"Location": "https://evil.test/"})

    assert (post(elsewhere).status, asked) == (307, ["hooks.slack.test"])


def test_the_request_names_the_program_and_asks_for_plain_bytes() -> None:
    seen: list[httpx.Headers] = []

    def look(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers)
        return httpx.Response(200)

    post(look)
    assert seen[0]["user-agent"].startswith("IntegrationConsole/")
    assert seen[0]["accept-encoding"] == "identity"
    assert seen[0]["authorization"] == f"Bearer {SECRET}"


def test_the_guard_is_asked_before_anything_is_sent() -> None:
    def forbidden() -> None:
        raise AssertionError("a transaction is open")

    with pytest.raises(AssertionError, match="a transaction is open"):
        post(failing(RuntimeError("reached")), network_guard=forbidden)


def test_the_libraries_log_nothing_of_it(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        post(lambda _: httpx.Response(200))
    assert SECRET not in caplog.text


def test_headers_are_found_by_small_letters() -> None:
    answer = post(lambda _: httpx.Response(200, headers={"X-OAuth-Scopes": "chat:write"}))
    assert answer.headers["x-oauth-scopes"] == "chat:write"


def test_both_lists_of_authorities_are_trusted() -> None:
    http = HttpClients()
    assert http.trust is http.trust
    assert http.trust.cert_store_stats()["x509_ca"] > 100
    assert http.trust.verify_mode is ssl.CERT_REQUIRED


def test_given_certificates_replace_them() -> None:
    mine = ssl.create_default_context()
    assert HttpClients(trust=mine).trust is mine


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.test/services",
        "http://hooks.slack.test/services",
        "https://hooks.slack.test:8443/services",
        "https://hooks.slack.test@evil.test/services",
        "https://hooks.slack.test.evil.test/services",
        "https://hooks.slack.test:port/services",
        "/services",
    ],
)
def test_a_client_speaks_to_the_system_that_it_was_made_for_only(elsewhere: str) -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(204)

    with HttpClients(transport=httpx.MockTransport(answer)).client(ADDRESS, 5) as client:
        with pytest.raises(NextPageElsewhere):
            client.get(elsewhere, bearer=SECRET)
        assert client.get("https://HOOKS.slack.test:443/other", bearer=SECRET).status == 204
    assert [each.url.path for each in seen] == ["/other"]
