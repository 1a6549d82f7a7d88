"""The listener that the browser comes back to after a person granted access, or refused (RFC 8252 7.3 and 8)."""

from __future__ import annotations

import contextlib
import re
import select
import socket
from hmac import compare_digest
from time import monotonic
from typing import Self
from urllib.parse import parse_qs, urlsplit

from integration_console.domain.errors import AuthorisationDenied, AuthorisationForged, AuthorisationTimedOut
from integration_console.domain.work import Work

_HEAD_LIMIT = 16 * 1024
_GLANCE_SECONDS = 0.1
_MOST_CONNECTIONS = 16
_REQUEST = re.compile(rb"GET (/\S*) HTTP/1\.[01]")
_WORD = re.compile(r"[a-z_]{1,64}")
_PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Integration Console</title></head><body>
<p>{english}</p><p lang="ar" dir="rtl">{arabic}</p></body></html>"""
_DONE = _PAGE.format(
    english="Integration Console has the answer. You may close this window.",
    arabic="وصل الردّ إلى التطبيق، ويمكنك إغلاق هذه النافذة.",
)
_REFUSED = _PAGE.format(
    english="This answer does not belong to a request of Integration Console. You may close this window.",
    arabic="هذا الردّ لا يخصّ طلبًا من التطبيق، ويمكنك إغلاق هذه النافذة.",
)


class LoopbackListener:
    """Listens on 127.0.0.1 at a free port for one answer from the browser; use it in a `with` statement."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=_MOST_CONNECTIONS)
        self._listening.setblocking(False)
        self._open: dict[socket.socket, bytearray] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for connection in (self._listening, *self._open):
            connection.close()
        self._open.clear()

    @property
    def redirect_uri(self) -> str:
        """Where the provider sends the browser; the path is only the root's, as desktop clients may have."""
        return f"http://{self._host}/"

    def wait(self, state: str, seconds: float, work: Work) -> str:
        """Return the code of the first answer, which must bear `state`; whatever else asks is turned away.

        Raises `AuthorisationDenied`, `AuthorisationForged`, `AuthorisationTimedOut` after `seconds`, `Cancelled`.
        """
        ends = monotonic() + seconds
        while monotonic() < ends:
            work.stop_if_cancelled()
            for connection in self._ready():
                query = self._heard(connection)
                if query is not None:
                    return self._code(connection, query, state)
        raise AuthorisationTimedOut(minutes=f"{seconds / 60:g}")

    @property
    def _host(self) -> str:
        return f"127.0.0.1:{self._listening.getsockname()[1]}"

    def _ready(self) -> list[socket.socket]:
        """Return the connections that have something to read; browsers open some that they never use."""
        readable, _, _ = select.select([self._listening, *self._open], (), (), _GLANCE_SECONDS)
        if self._listening in readable:
            with contextlib.suppress(OSError):
                connection, _ = self._listening.accept()
                connection.setblocking(False)
                self._open[connection] = bytearray()
                if len(self._open) > _MOST_CONNECTIONS:
                    self._hang_up(next(iter(self._open)))
        return [each for each in readable if each in self._open]

    def _heard(self, connection: socket.socket) -> dict[str, str] | None:
        """Return the query of an answer to us; anything else is refused, or not there yet."""
        heard = self._open[connection]
        try:
            part = connection.recv(4096)
        except OSError:
            part = b""
        heard += part
        if not part or len(heard) > _HEAD_LIMIT:
            self._hang_up(connection)
            return None
        head, complete, _ = heard.partition(b"\r\n\r\n")
        if not complete:
            return None
        query = self._query(bytes(head))
        if query is None:
            self._say(connection, "404 Not Found", "")
        return query

    def _query(self, head: bytes) -> dict[str, str] | None:
        first, *lines = head.split(b"\r\n")
        request = _REQUEST.fullmatch(first)
        hosts = [
            value.strip() for name, _, value in (line.partition(b":") for line in lines) if name.lower() == b"host"
        ]
        if request is None or hosts != [self._host.encode()]:  # another name means that a page elsewhere leads here
            return None
        parts = urlsplit(request.group(1).decode("ascii", "replace"))
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        return query if parts.path == "/" and ("code" in query or "error" in query) else None

    def _code(self, connection: socket.socket, query: dict[str, str], state: str) -> str:
        if not compare_digest(query.get("state", "").encode(), state.encode()):
            self._say(connection, "400 Bad Request", _REFUSED)
            raise AuthorisationForged
        self._say(connection, "200 OK", _DONE)
        if "code" in query:
            return query["code"]
        word = query["error"]
        raise AuthorisationDenied(reason=word if _WORD.fullmatch(word) else "error")

    def _say(self, connection: socket.socket, status: str, page: str) -> None:
        body = page.encode()
        head = (
            f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
            "Content-Security-Policy: default-src 'none'\r\nReferrer-Policy: no-referrer\r\n"
            "Cache-Control: no-store\r\nConnection: close\r\n\r\n"
        )
        with contextlib.suppress(OSError):
            connection.settimeout(1.0)
            connection.sendall(head.encode() + body)
            connection.shutdown(socket.SHUT_WR)
        self._hang_up(connection)

    def _hang_up(self, connection: socket.socket) -> None:
        self._open.pop(connection, None)
        connection.close()
