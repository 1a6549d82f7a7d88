"""The remote gateway where things go wrong: no connection, somebody else's answers, a keyring that is locked."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from integration_console.domain.answers import Myself
from integration_console.domain.callers import CallerKind
from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import (
    ConnectionBroken,
    ConnectionRefused,
    KeyringUnavailable,
    NotFound,
    NotThroughService,
    UnexpectedAnswer,
)
from integration_console.domain.members import Member, MemberStatus
from integration_console.domain.permissions import Grant, Role
from integration_console.domain.sign_in import SignedIn
from integration_console.domain.work import UnattendedWork
from integration_console.gateways.service_api.client import ServiceClient, rights_of_myself
from integration_console.gateways.service_api.credentials import FixedToken, PersonSignIn
from integration_console.gateways.service_api.gateway import RemoteWorkspace, ServiceApiGateway
from integration_console.gateways.service_api.refresh_tokens import KeyringRefreshToken, RememberedRefreshToken
from integration_console.sandbox.web import LoopbackServer, Reply, json_reply, text_reply
from tests.fakes import NOON
from tests.storage.test_key_places import SafeKeyring, safe_keyring

__all__ = ["safe_keyring"]
LINES = "application/x-ndjson"
HUDA = Member("1", "Huda", "huda", Role.ADMIN, MemberStatus.ACTIVE, 1, NOON, NOON)


def gateway_of(server: LoopbackServer) -> ServiceApiGateway:
    return ServiceApiGateway(ServiceClient(f"http://127.0.0.1:{server.port}", FixedToken("t")))


def lines(text: str) -> Reply:
    return Reply(200, text.encode(), LINES)


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (lines(""), ConnectionBroken),
        (lines("\n{broken\n"), UnexpectedAnswer),
        (lines("[1]\n"), UnexpectedAnswer),
        (lines('{"problem":{"code":"input.not_found","params":{}}}\n'), NotFound),
        (lines('{"problem":{"what":"?"}}\n'), UnexpectedAnswer),
        (text_reply("hello"), UnexpectedAnswer),
        (text_reply("hello", 500), UnexpectedAnswer),
        (text_reply("[1]", 500), UnexpectedAnswer),
    ],
)
def test_long_work_ends_with_an_error_of_ours_whatever_answers(reply: Reply, error: type[Exception]) -> None:
    server = LoopbackServer(0, lambda _: reply)
    gateway = gateway_of(server)
    with pytest.raises(error):
        gateway.verify_audit(UnattendedWork())
    gateway.close()
    server.close()


def test_a_service_far_away_has_no_browser_here() -> None:
    gateway = ServiceApiGateway(ServiceClient("http://console.test", FixedToken("t")))
    with pytest.raises(NotThroughService):
        gateway.authorise("c1", lambda _: None, UnattendedWork())
    gateway.close()


def test_a_lost_service_is_looked_for_again_until_nobody_listens() -> None:
    silent = LoopbackServer(0, lambda _: text_reply(""))
    silent.close()
    gateway = gateway_of(silent)
    end = gateway.on_change(lambda _: None)
    with pytest.raises(ConnectionRefused):
        gateway.connectors()
    end()
    gateway.close()


def test_a_stream_is_taken_up_again_where_it_broke_and_ends_with_the_sign_in() -> None:
    told = b'id: 7\nevent: ready\ndata: {}\n\n: quiet\n\nevent: change\ndata: {"subject":"logs","position":7}\n\n'
    more = (
        b'event: ready\ndata: {}\n\nevent: change\ndata: {"subject":"of a newer service"}\n\nevent: gap\ndata: {}\n\n'
    )
    refused = {"code": "sign_in.token_expired", "params": {}}
    replies = [Reply(200, told), Reply(200, more), json_reply(refused, 401)]
    asked: list[str] = []
    heard: list[Change] = []
    ended = threading.Event()

    def answer(request: object) -> Reply:
        asked.append(getattr(request, "headers").get("last-event-id", ""))  # noqa: B009 - typed as object
        return replies[min(len(asked), 3) - 1] if getattr(request, "path") == "/api/v1/stream" else Reply(404, b"")  # noqa: B009

    def hear(change: Change) -> None:
        heard.append(change)
        if heard.count(Change(Subject.WORKSPACE)) == 3:
            ended.set()

    server = LoopbackServer(0, answer)
    client = ServiceClient(f"http://127.0.0.1:{server.port}", FixedToken("t"))
    client.learn_rights = lambda: None  # type: ignore[method-assign]
    gateway = ServiceApiGateway(client)
    end = gateway.on_change(hear)
    assert ended.wait(10)
    end()
    gateway.close()
    server.close()
    assert asked == ["", "7", "7"]
    assert heard.count(Change(Subject.LOGS, 7)) == 1


def test_a_refresh_token_lies_in_the_keyring(safe_keyring: SafeKeyring) -> None:
    kept = KeyringRefreshToken("https://console.test", "amina")
    assert kept.read() == ""
    kept.write("icr_1")
    assert (KeyringRefreshToken("https://console.test", "amina").read(), kept.read()) == ("icr_1", "icr_1")
    safe_keyring.locked = True
    for use in (kept.read, lambda: kept.write("x")):
        with pytest.raises(KeyringUnavailable):
            use()
    assert PersonSignIn("console.test", kept).renewed("") is False


def test_what_answers_a_sign_in_must_be_a_service() -> None:
    server = LoopbackServer(0, lambda _: json_reply({"welcome": True}))
    remote = RemoteWorkspace(f"http://127.0.0.1:{server.port}", RememberedRefreshToken())
    with pytest.raises(UnexpectedAnswer):
        remote.sign_in("amina", "secret")
    remote.close()
    server.close()


def test_permissions_of_a_newer_service_are_left_out() -> None:
    rights = rights_of_myself(Myself(CallerKind.API_KEY, "k", "Key", None, ("logs.read:c1", "dreams.read")))
    assert rights.grants == {Grant("logs.read", "c1")}


def test_one_program_at_a_time_changes_a_refresh_token_for_the_next(
    safe_keyring: SafeKeyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A service ends a sign-in everywhere whose token is used twice, so two programs must not use the same one."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    spent: list[str] = []

    def ask(path: str, wish: object) -> SignedIn:
        token = wish["refresh_token"]  # type: ignore[index] # a dictionary
        assert (path, token in spent) == ("/api/v1/refresh", False)
        spent.append(token)
        time.sleep(0.01)
        return SignedIn(HUDA, "access", NOON, f"icr_{len(spent)}", NOON)

    KeyringRefreshToken("https://console.test", "huda").write("icr_0")
    programs = [PersonSignIn("console.test", KeyringRefreshToken("https://console.test")) for _ in range(4)]
    for each in programs:
        each.connect(ask)
    threads = [threading.Thread(target=each.renewed, args=("",)) for each in programs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert spent == ["icr_0", "icr_1", "icr_2", "icr_3"]


def test_who_closes_does_not_wait_for_a_service_that_says_nothing() -> None:
    asked = threading.Event()
    released = threading.Event()

    def answer(_: object) -> Reply:
        asked.set()
        released.wait(10)
        return text_reply("")

    server = LoopbackServer(0, answer)
    gateway = gateway_of(server)
    end = gateway.on_change(lambda _: None)
    assert asked.wait(10)
    before = time.monotonic()
    end()
    assert time.monotonic() - before < 1
    released.set()
    gateway.close()
    server.close()
