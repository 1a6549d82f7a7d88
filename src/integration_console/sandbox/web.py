"""A small real HTTP server on loopback for the sandboxes: starts on a free port, stops without leaving a thread."""

from __future__ import annotations

import contextlib
import json
import socket
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from threading import Event, Lock, Thread
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlsplit

BODY_LIMIT = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Request:
    """One request as the sandbox sees it: the fields of query, form or JSON are one."""

    method: str
    path: str
    headers: Mapping[str, str]
    fields: Mapping[str, Any]
    readable: bool = True
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer; `hangs` means that it never comes, `drops` that the connection ends in the middle of the body.

    It waits for `delay_seconds` first.
    """

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    hangs: bool = False
    drops: bool = False
    delay_seconds: float = 0.0


def json_reply(content: Mapping[str, Any], status: int = 200, **headers: str) -> Reply:
    """Return a JSON answer; underscores in the names of `headers` stand for hyphens."""
    return Reply(status, json.dumps(content).encode(), headers={k.replace("_", "-"): v for k, v in headers.items()})


def text_reply(text: str, status: int = 200, content_type: str = "text/plain; charset=utf-8", **headers: str) -> Reply:
    """Return a text answer."""
    return Reply(status, text.encode(), content_type, {k.replace("_", "-"): v for k, v in headers.items()})


class LoopbackServer(ThreadingTCPServer):
    """Answers every request by one function, each connection on a thread that `close` waits for."""

    allow_reuse_address = True
    daemon_threads = False
    block_on_close = True
    request_queue_size = 128

    def __init__(self, port: int, answer: Callable[[Request], Reply]) -> None:
        self.answer = answer
        self._open: set[socket.socket] = set()
        self._open_lock = Lock()
        self._closing = False
        self.ended = Event()
        super().__init__(("127.0.0.1", port), _Conversation)
        self._thread = Thread(target=self.serve_forever, args=(0.05,), name=f"sandbox-{self.port}")
        self._thread.start()

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.server_address[1])

    def close(self) -> None:
        """Stop: no new connections, the open ones are cut (hanging answers too), all threads have ended."""
        self.shutdown()
        self._thread.join()
        self.ended.set()
        with self._open_lock:
            self._closing = True
            for connection in self._open:
                _cut(connection)
        self.server_close()

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Note the connection while its thread runs, so that `close` can cut it."""
        with self._open_lock:
            self._open.add(request)
            if self._closing:
                _cut(request)
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._open_lock:
                self._open.discard(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of connections that somebody cut; anything else is a fault of the sandbox and is shown."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


def _cut(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


class _Conversation(BaseHTTPRequestHandler):
    """One connection: reads requests and writes what the server's function answers."""

    server: LoopbackServer
    protocol_version = "HTTP/1.1"
    server_version = "Sandbox"
    sys_version = ""
    disable_nagle_algorithm: ClassVar[bool] = True

    def do_GET(self) -> None:
        self._converse(b"")

    def do_POST(self) -> None:
        self._read_and_converse()

    def do_PUT(self) -> None:
        self._read_and_converse()

    def do_PATCH(self) -> None:
        self._read_and_converse()

    def do_DELETE(self) -> None:
        if "Content-Length" in self.headers:
            self._read_and_converse()
        else:
            self._converse(b"")

    def _read_and_converse(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > BODY_LIMIT:
            self.close_connection = True
            self._write(Reply(413 if length.isdigit() else 411))
            return
        self._converse(self.rfile.read(int(length)))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the standard library's name
        """Write nothing: a path may hold a hook's secret."""

    def _converse(self, body: bytes) -> None:
        reply = self.server.answer(self._request(body))
        if reply.delay_seconds:
            self.server.ended.wait(reply.delay_seconds)
        if reply.hangs:
            self.close_connection = True
            while self.connection.recv(1024):
                pass  # until the caller hangs up, or the server closes
        else:
            self._write(reply)

    def _request(self, body: bytes) -> Request:
        parts = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        content = _fields(headers.get("content-type", ""), body)
        query = dict(parse_qsl(parts.query))
        return Request(self.command, parts.path, headers, {**query, **(content or {})}, content is not None, body)

    def _write(self, reply: Reply) -> None:
        if "Date" in reply.headers:  # a system whose clock differs
            self.send_response_only(reply.status)
        else:
            self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(reply.body)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body[: len(reply.body) // 2] if reply.drops else reply.body)
        if reply.drops:
            self.close_connection = True
            _cut(self.connection)


def _fields(content_type: str, body: bytes) -> dict[str, Any] | None:
    """Return the fields of a body; None for JSON that is broken or no object."""
    if not body:
        return {}
    if not content_type.startswith("application/json"):
        return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None
