"""The listener that the browser comes back to: one answer, from this machine, to what was asked."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import httpx
import pytest

from integration_console.connectors.loopback import LoopbackListener
from integration_console.domain.errors import AuthorisationDenied, AuthorisationForged, AuthorisationTimedOut
from integration_console.domain.work import Cancelled, UnattendedWork
from tests.fakes import ImpatientWork

STATE = "state-4711"


@pytest.fixture
def listener() -> Iterator[LoopbackListener]:
    with LoopbackListener() as found:
        yield found


@contextlib.contextmanager
def browser(visit: Callable[[], None]) -> Iterator[None]:
    """Somebody who visits addresses while the listener waits."""
    thread = threading.Thread(target=visit)
    thread.start()
    try:
        yield
    finally:
        thread.join()


def visited(
    listener: LoopbackListener, seconds: float, *queries: str, host: str = "", path: str = ""
) -> tuple[str, list[httpx.Response]]:
    """What `wait` returned while each query was asked in turn, and what the browser was shown."""
    pages: list[httpx.Response] = []

    def visit() -> None:
        for query in queries:
            headers = {"Host": host} if host else {}
            pages.append(httpx.get(f"{listener.redirect_uri}{path}{query}", headers=headers, trust_env=False))

    with browser(visit):
        return listener.wait(STATE, seconds, UnattendedWork()), pages


def test_the_code_of_the_answer_is_returned_and_the_window_may_be_closed(listener: LoopbackListener) -> None:
    code, pages = visited(listener, 30, f"?state={STATE}&code=4%2Fabc&scope=x")
    assert (code, pages[0].status_code) == ("4/abc", 200)
    assert "You may close this window" in pages[0].text
    assert 'dir="rtl"' in pages[0].text
    assert "<script" not in pages[0].text
    assert pages[0].headers["content-security-policy"] == "default-src 'none'"


def test_it_listens_on_this_machine_alone(listener: LoopbackListener) -> None:
    parts = urlsplit(listener.redirect_uri)
    assert (parts.scheme, parts.hostname, parts.path) == ("http", "127.0.0.1", "/")
    assert listener._listening.getsockname() == ("127.0.0.1", parts.port)


def test_whatever_else_a_browser_asks_is_turned_away(listener: LoopbackListener) -> None:
    code, pages = visited(listener, 30, "favicon.ico", "", f"?state={STATE}&code=abc")
    assert (code, [page.status_code for page in pages]) == ("abc", [404, 404, 200])


def test_an_answer_with_another_state_is_forged(listener: LoopbackListener) -> None:
    with pytest.raises(AuthorisationForged):
        visited(listener, 30, "?state=other&code=abc")


def test_an_answer_without_a_state_is_forged(listener: LoopbackListener) -> None:
    with pytest.raises(AuthorisationForged):
        visited(listener, 30, "?code=abc")


def test_a_name_that_leads_here_from_elsewhere_is_not_heard(listener: LoopbackListener) -> None:
    with pytest.raises(AuthorisationTimedOut):
        visited(listener, 0.5, f"?state={STATE}&code=abc", host="rebound.example")


def test_a_refusal_is_told_by_its_word(listener: LoopbackListener) -> None:
    with pytest.raises(AuthorisationDenied) as caught:
        visited(listener, 30, f"?state={STATE}&error=access_denied")
    assert caught.value.params["reason"] == "access_denied"


def test_a_refusal_in_strange_words_is_not_repeated(listener: LoopbackListener) -> None:
    with pytest.raises(AuthorisationDenied) as caught:
        visited(listener, 30, f"?state={STATE}&error=%3Cb%3E")
    assert caught.value.params["reason"] == "error"


def test_it_gives_up_after_its_time(listener: LoopbackListener) -> None:
    with pytest.raises(AuthorisationTimedOut) as caught:
        listener.wait(STATE, 0.3, UnattendedWork())
    assert caught.value.params["minutes"] == "0.005"


def test_a_person_may_stop_waiting(listener: LoopbackListener) -> None:
    with pytest.raises(Cancelled):
        listener.wait(STATE, 30, ImpatientWork(2))


def test_connections_that_say_nothing_or_nonsense_keep_nobody_waiting(listener: LoopbackListener) -> None:
    port = urlsplit(listener.redirect_uri).port

    def visit() -> None:
        with contextlib.ExitStack() as opened:
            for words in (b"", b"POST / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x", b"x" * 20_000, *[b""] * 20):
                silent = opened.enter_context(socket.create_connection(("127.0.0.1", port), 30))
                silent.sendall(words)
            httpx.get(f"{listener.redirect_uri}?state={STATE}&code=abc", trust_env=False)

    with browser(visit):
        assert listener.wait(STATE, 30, UnattendedWork()) == "abc"


def test_nothing_listens_any_more_afterwards() -> None:
    with LoopbackListener() as listener:
        address = listener.redirect_uri
    with pytest.raises(httpx.ConnectError):
        httpx.get(address, trust_env=False)
