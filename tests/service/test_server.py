"""The server's life: starting, listening, ending, and what it says of itself."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import httpx
import pytest

from integration_console.domain.changes import Subject
from integration_console.domain.errors import AddressInUse, RequestTooSlow, SlackRateLimited, VaultLocked
from integration_console.domain.workspace import ReceiverState
from integration_console.operations.armoury import Armoury
from integration_console.operations.context import Context
from integration_console.operations.organisations import OneOrganisation
from integration_console.service.application import ServiceApplication
from integration_console.service.guard import Guard
from integration_console.service.intake import Intake
from integration_console.service.problems import problem_headers
from integration_console.service.receiver import Receiver
from integration_console.service.server import Listening, ReceiverServer
from tests.builders import logged
from tests.service.conftest import TOKEN
from tests.service.senders import PATH

ANYWHERE = Listening("127.0.0.1", 0, 1000, 10)


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def test_a_server_says_where_it_listens_and_that_it_has_ended(context: Context) -> None:
    server, heard = ReceiverServer(OneOrganisation(context), ANYWHERE, TOKEN), list[Subject]()
    context.announcements.listen(lambda change: heard.append(change.subject))
    assert (server.state.running, server.port) == (False, 0)
    server.start()
    assert (server.state.running, server.state.base_url) == (True, f"http://127.0.0.1:{server.port}")
    with ThreadPoolExecutor(1) as waiting:
        waited = waiting.submit(server.wait)
        server.stop()
        waited.result(10)
    server.stop()
    server.wait()
    assert (server.state.running, server.port, heard.count(Subject.WORKSPACE)) == (False, 0, 2)
    context.flusher.close()  # type: ignore[attr-defined]
    assert logged(context) == ["receiver.started", "receiver.stopped"]


def test_a_server_can_start_again(context: Context) -> None:
    server = ReceiverServer(OneOrganisation(context), ANYWHERE, TOKEN)
    for _ in range(2):
        server.start()
        assert httpx.get(f"{server.state.base_url}/nothing", trust_env=False).status_code == 401
        server.stop()


def test_a_public_address_is_shown_instead(context: Context) -> None:
    server = ReceiverServer(OneOrganisation(replace(context, public_url="https://hooks.test")), ANYWHERE, TOKEN)
    server.start()
    headers = {"authorization": f"Bearer {TOKEN}", "host": "hooks.test"}
    answer = httpx.get(f"http://127.0.0.1:{server.port}/livez", headers=headers, trust_env=False)
    assert (server.state.base_url, server.state.public, answer.status_code) == ("https://hooks.test", True, 200)
    server.stop()


@pytest.mark.parametrize(("host", "shown"), [("0.0.0.0", "127.0.0.1"), ("::1", "[::1]"), ("localhost", "localhost")])
def test_the_address_that_is_shown_can_be_used(context: Context, host: str, shown: str) -> None:
    server = ReceiverServer(OneOrganisation(context), replace(ANYWHERE, host=host), TOKEN)
    server.start()
    assert server.state.base_url == f"http://{shown}:{server.port}"
    assert httpx.get(f"{server.state.base_url}/nothing", trust_env=False).status_code == 401
    server.stop()


def test_a_port_in_use_is_the_receiver_s_trouble(context: Context, taken_port: int) -> None:
    server = ReceiverServer(OneOrganisation(context), replace(ANYWHERE, port=taken_port), TOKEN)
    with pytest.raises(AddressInUse) as caught:
        server.start()
    assert (server.state.running, server.state.trouble) == (False, caught.value)
    assert caught.value.params["port"] == str(taken_port)


@pytest.mark.expected_log("the receiver has ended unexpectedly")
def test_a_server_that_ends_by_itself_says_so(context: Context) -> None:
    server = ReceiverServer(OneOrganisation(context), ANYWHERE, TOKEN)
    server._server = FailingServer()  # type: ignore[assignment]
    server._run(socket.socket())
    assert isinstance(server.state.trouble, AddressInUse)


class FailingServer:
    def run(self, sockets: list[socket.socket]) -> None:
        raise OSError("the loop broke")


async def called(application: Any, scope: dict[str, Any], *messages: dict[str, Any]) -> list[MutableMapping[str, Any]]:
    """What an ASGI application answers to a request whose messages come one by one, and then no more."""
    waiting, sent = list(messages), list[MutableMapping[str, Any]]()

    async def receive() -> dict[str, Any]:
        if not waiting:
            await asyncio.get_running_loop().create_future()
        return waiting.pop(0)

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    await application(scope, receive, send)
    return sent


def receiver(context: Context, body_seconds: float) -> Receiver:
    intake = Intake(context.store.writer, context.announcements, 10)
    return Receiver(OneOrganisation(context), Armoury(OneOrganisation(context)), intake, 1000, body_seconds)


@pytest.mark.parametrize(
    "messages", [[], [{"type": "http.request", "body": b"a", "more_body": True}]], ids=["no", "half a"]
)
def test_a_sender_that_sends_no_whole_body_is_answered_in_time(
    context: Context, messages: list[dict[str, Any]]
) -> None:
    scope = {"type": "http", "method": "POST", "path": PATH, "headers": []}
    start, _ = asyncio.run(called(receiver(context, 0.01), scope, *messages))
    assert start["status"] == RequestTooSlow.http_status


def test_what_is_no_request_is_left_alone(context: Context) -> None:
    state = ReceiverState(running=False)
    application = ServiceApplication(OneOrganisation(context), receiver(context, 1), TOKEN, lambda: state)
    assert asyncio.run(called(application, {"type": "websocket", "path": PATH})) == []


@pytest.mark.parametrize("authorization", [b"Bearer ", b"Bearer", b""])
def test_a_guard_without_a_token_lets_nobody_in(context: Context, authorization: bytes) -> None:
    headers = [(b"host", b"localhost"), (b"authorization", authorization)]
    start, _ = asyncio.run(called(Guard(receiver(context, 1), ""), {"path": "/x", "method": "GET", "headers": headers}))
    assert start["status"] == 401


def test_a_request_without_a_host_is_refused(context: Context) -> None:
    start, _ = asyncio.run(called(Guard(receiver(context, 1), ""), {"path": "/x", "method": "GET", "headers": []}))
    assert start["status"] == 403


def test_errors_bring_the_headers_that_belong_to_them() -> None:
    assert dict(problem_headers(SlackRateLimited(seconds=7)))[b"retry-after"] == b"7"
    assert dict(problem_headers(VaultLocked()))[b"retry-after"] == b"30"
