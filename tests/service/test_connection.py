"""Connections of strangers: dribbled, flooded, doubled, upgraded; each bounded, each with one clear answer."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from integration_console.domain.webhooks import Webhook
from integration_console.operations.context import Context
from integration_console.service import connection
from integration_console.service.server import ReceiverServer
from tests.builders import github_headers
from tests.guards import ExpectedLog
from tests.service.conftest import TOKEN
from tests.service.senders import BODY, PATH, outcome, outcomes, post, problem

SLACK = "/functions/v1/slack-notify"


@contextmanager
def connected(server: ReceiverServer) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as made:
        yield made


def request(path: str, headers: dict[str, str], body: bytes) -> bytes:
    """A whole request as bytes."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in {"host": "127.0.0.1", **headers}.items())
    return f"POST {path} HTTP/1.1\r\n{lines}\r\n".encode() + body


def signed(repo: Webhook, body: bytes = BODY, **headers: str) -> bytes:
    """A whole signed request as bytes."""
    length = {"content-length": str(len(body))}
    return request(f"{PATH}/{repo.id}", {**github_headers(body), **length, **headers}, body)


def answered(made: socket.socket, count: int = 1) -> bytes:
    """What comes back until `count` answers have ended, or the other side closes."""
    got = b""
    while got.count(b"HTTP/1.1 ") < count or not got.endswith((b"}", b"\r\n\r\n")):
        part = made.recv(65536)
        if not part:
            break
        got += part
    return got


def test_a_head_without_end_is_cut_off(server: ReceiverServer) -> None:
    with connected(server) as made:
        made.sendall(b"POST / HTTP/1.1\r\nX-Long: ")
        with pytest.raises(OSError, match=r"reset|Broken pipe"):
            for _ in range(400):
                made.sendall(b"x" * 65536)


def test_a_long_head_is_named_so(server: ReceiverServer) -> None:
    with connected(server) as made:
        made.sendall(b"POST / HTTP/1.1\r\n")
        for _ in range(connection.HEAD_BYTES // 8000 + 1):
            made.sendall(b"X-Long: " + b"x" * 7990 + b"\r\n")
            time.sleep(0.005)
        assert answered(made).startswith(b"HTTP/1.1 431 ")


def test_whoever_dribbles_a_head_is_let_go(server: ReceiverServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "HEAD_SECONDS", 0.2)
    with connected(server) as made:
        ended = threading.Event()

        def dribble() -> None:
            while not ended.wait(0.05):
                try:
                    made.sendall(b"P")
                except OSError:
                    return

        dribbling = threading.Thread(target=dribble)
        made.sendall(b"POST /")
        dribbling.start()
        try:
            assert made.recv(100) == b""
        except ConnectionResetError:
            pass
        finally:
            ended.set()
            dribbling.join()


def test_more_connections_than_the_system_bears_are_refused(
    server: ReceiverServer, repo: Webhook, client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "most_connections", lambda: 3)
    idle = [socket.create_connection(("127.0.0.1", server.port), timeout=5) for _ in range(5)]
    ends = []
    for each in idle:
        each.settimeout(0.3)
        try:
            ends.append(each.recv(1))
        except TimeoutError:
            ends.append(b"still open")
        except ConnectionResetError:
            ends.append(b"")
        each.close()
    assert ends.count(b"still open") == 3
    time.sleep(0.1)
    assert post(client, repo.id).status_code == 202


def test_the_system_is_asked_for_enough_descriptors() -> None:
    assert 100 < connection.most_connections() <= 2000


@pytest.mark.parametrize("offered", ["h2c", "websocket"])
def test_an_offer_to_upgrade_costs_the_body_nothing(
    server: ReceiverServer, repo: Webhook, context: Context, offered: str
) -> None:
    """Java's client offers h2c with every request."""
    with connected(server) as made:
        made.sendall(signed(repo, connection="Upgrade, HTTP2-Settings", upgrade=offered))
        assert answered(made).startswith(b"HTTP/1.1 202 ")
    outcome(context, "webhook.received")


def test_a_chunked_body_may_offer_to_upgrade_too(server: ReceiverServer, repo: Webhook, context: Context) -> None:
    headers = {**github_headers(BODY), "transfer-encoding": "chunked", "connection": "Upgrade", "upgrade": "h2c"}
    head = request(f"{PATH}/{repo.id}", headers, b"")
    with connected(server) as made:
        made.sendall(head + b"3\r\n" + BODY[:3])
        made.sendall(b"\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(BODY) - 3, BODY[3:]))
        assert answered(made).startswith(b"HTTP/1.1 202 ")
    outcome(context, "webhook.received")


def test_the_next_request_after_an_offer_is_read_as_usual(
    server: ReceiverServer, repo: Webhook, context: Context
) -> None:
    offering = signed(repo, b'{"n":0}', connection="Upgrade", upgrade="h2c")
    with connected(server) as made:
        made.sendall(offering + signed(repo, b'{"n":1}') + offering + signed(repo, b'{"n":2}'))
        assert answered(made, 4).count(b"HTTP/1.1 202 ") == 4
    kinds = sorted(each.event_type for each in outcomes(context))
    assert kinds == ["webhook.duplicate"] + ["webhook.received"] * 3


def test_requests_in_one_go_are_answered_in_order(server: ReceiverServer, repo: Webhook, context: Context) -> None:
    many = b"".join(signed(repo, b'{"n":%d}' % number) for number in range(5))
    with connected(server) as made:
        made.sendall(many)
        assert answered(made, 5).count(b"HTTP/1.1 202 ") == 5
    assert [each.event_type for each in outcomes(context)] == ["webhook.received"] * 5


def test_a_body_in_many_parts_is_no_head(server: ReceiverServer, repo: Webhook) -> None:
    """The end of a long body and the beginning of the next head may come together."""
    body = b"[" + b"1," * 4_000 + b"1]"
    with connected(server) as made:
        for _ in range(12):
            for part in (signed(repo, body)[:5_000], signed(repo, body)[5_000:]):
                made.sendall(part)
                time.sleep(0.002)
        assert answered(made, 12).count(b" 431 ") == 0


def test_two_signatures_are_none(server: ReceiverServer, repo: Webhook, context: Context) -> None:
    bad = {**github_headers(BODY), "x-hub-signature-256": "sha256=" + "0" * 64}
    good = f"X-Hub-Signature-256: {github_headers(BODY)['x-hub-signature-256']}"
    head = request(f"{PATH}/{repo.id}", {**bad, "content-length": str(len(BODY))}, b"")[:-2]
    with connected(server) as made:
        made.sendall(head + good.encode() + b"\r\n\r\n" + BODY)
        assert answered(made).startswith(b"HTTP/1.1 401 ")
    outcome(context, "webhook.rejected")


def test_an_event_type_in_arabic_is_read_as_it_was_written(
    server: ReceiverServer, repo: Webhook, context: Context
) -> None:
    with connected(server) as made:
        made.sendall(signed(repo).replace(b"x-github-event: push", "x-github-event: طلب".encode()))
        assert answered(made).startswith(b"HTTP/1.1 202 ")
    assert outcome(context, "webhook.received").topic == "طلب"


def test_bodies_that_never_end_leave_room_for_others(
    client: httpx.Client, server: ReceiverServer, repo: Webhook, context: Context
) -> None:
    """All bodies together are bounded: here two of them fill the room that the receiver has."""
    head = request(f"{PATH}/{repo.id}", {**github_headers(BODY), "content-length": "9000"}, b"x" * 8_000)
    application = server._server.config.app if server._server else None
    bodies = application._receiver._bodies  # type: ignore[union-attr]
    bodies._room = 16_001
    with connected(server) as first, connected(server) as second:
        first.sendall(head)
        second.sendall(head)
        while bodies._room > 1:
            time.sleep(0.01)
        answer = post(client, repo.id)
        assert problem(answer) == (503, "webhook.queue_full")
        assert int(answer.headers["retry-after"]) > 0
    while bodies._room < 16_001:
        time.sleep(0.01)
    assert post(client, repo.id).status_code == 202


def test_what_nobody_has_signed_for_is_parsed_up_to_a_bound(client: httpx.Client, context: Context) -> None:
    body = b"[" + b"[]," * 3_000 + b"[]]"
    assert problem(client.post(PATH, content=body)) == (400, "webhook.body_not_json")
    outcome(context, "webhook.rejected")


def test_a_functions_body_is_bounded_too(client: httpx.Client) -> None:
    bearer = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    much = b'"' + b"x" * 2_000_000 + b'"'
    assert problem(client.post(SLACK, content=much, headers=bearer)) == (413, "webhook.body_too_large")

    def parts() -> Iterator[bytes]:
        for _ in range(20):
            yield b"x" * 100_000

    assert problem(client.post(SLACK, content=parts(), headers=bearer)) == (413, "webhook.body_too_large")


def test_a_request_that_breaks_the_program_has_its_entry_too(
    client: httpx.Client, repo: Webhook, context: Context, expected_log: ExpectedLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("a fault of ours")

    expected_log("a request to the receiver failed")
    monkeypatch.setattr("integration_console.operations.receiving.admit", broken)
    assert problem(post(client, repo.id)) == (500, "console.unexpected")
    assert outcome(context, "webhook.rejected").error_code == "console.unexpected"
