"""A call ends in time, whatever the other side dribbles."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress

import pytest

from integration_console.connectors.deadline import Deadline, Line
from integration_console.connectors.http import HttpClients
from integration_console.domain.errors import TimedOut

Answering = Callable[[socket.socket, threading.Event], None]


def dribble_headers(connection: socket.socket, ended: threading.Event) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while not ended.wait(0.05):
        connection.sendall(b"a")


def continue_for_ever(connection: socket.socket, ended: threading.Event) -> None:
    while not ended.wait(0.05):
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")


def dribble_body(connection: socket.socket, ended: threading.Event) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    while not ended.wait(0.05):
        connection.sendall(b"a")


@contextmanager
def server(answering: Answering) -> Iterator[str]:
    ended = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listener.accept()
        with connection, suppress(OSError):
            connection.recv(65536)
            answering(connection, ended)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        ended.set()
        thread.join()
        listener.close()


@pytest.mark.parametrize("answering", [dribble_headers, continue_for_ever, dribble_body])
def test_an_answer_that_never_ends_is_timed_out(answering: Answering) -> None:
    started = time.monotonic()
    with (
        server(answering) as address,
        HttpClients().client(address, 0.4, private_network=True) as client,
        pytest.raises(TimedOut) as caught,
    ):
        client.post_json(address, b"{}")
    assert caught.value.params["seconds"] == "0.4"
    assert time.monotonic() - started < 5


def test_a_connection_that_was_made_too_late_is_cut_too() -> None:
    here, there = socket.socketpair()
    late = threading.Event()

    class Stream:
        def get_extra_info(self, _: str) -> socket.socket:
            return here

    line = Line()
    with here, there, closing(line), Deadline(0.01, line) as deadline:
        while not deadline.passed:
            late.wait(0.01)
        deadline.watch("connection.connect_tcp.complete", {"return_value": Stream()})
        assert there.recv(1) == b""
