"""The whole way of a consent: the page, the browser, the listener on this machine, the token."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest

from integration_console.connectors.loopback import LoopbackListener
from integration_console.domain.access import Authorisation, Token
from integration_console.domain.errors import AuthorisationDenied, AuthorisationForged
from integration_console.domain.work import UnattendedWork
from integration_console.sandbox import GoogleSandbox
from tests.connectors.google.conftest import Console, console_for


@contextlib.contextmanager
def browser(address: str) -> Iterator[None]:
    thread = threading.Thread(target=lambda: httpx.get(address, follow_redirects=True, trust_env=False))
    thread.start()
    try:
        yield
    finally:
        thread.join()


def granted(console: Console, listener: LoopbackListener, *, expected_state: str = "") -> Token:
    begun = console.google.begin_authorisation(console.values, listener.redirect_uri)
    assert isinstance(begun, Authorisation)
    with browser(begun.url):
        code = listener.wait(expected_state or begun.state, 30, UnattendedWork())
    return console.google.finish_authorisation(console.access, begun, code)


def test_a_consent_in_the_browser_becomes_a_token(sandbox: GoogleSandbox) -> None:
    with LoopbackListener() as listener:
        token = granted(console_for(sandbox), listener)
    assert token.account == "sara@sandbox.example"


def test_a_person_who_refuses_is_understood(sandbox: GoogleSandbox) -> None:
    sandbox.sign_in.consents = False
    with LoopbackListener() as listener, pytest.raises(AuthorisationDenied) as caught:
        granted(console_for(sandbox), listener)
    assert caught.value.params["reason"] == "access_denied"


def test_an_answer_to_another_request_is_refused_and_its_code_is_not_used(sandbox: GoogleSandbox) -> None:
    with LoopbackListener() as listener, pytest.raises(AuthorisationForged):
        granted(console_for(sandbox), listener, expected_state="another")
    assert sandbox.sign_in.grants_of == {}


def test_neither_state_nor_verifier_is_shown(sandbox: GoogleSandbox) -> None:
    console = console_for(sandbox)
    begun = console.google.begin_authorisation(console.values, "http://127.0.0.1:9/")
    assert begun is not None
    shown = repr(replace(begun, url=""))
    assert [each for each in (begun.state, begun.verifier) if each in shown] == []
