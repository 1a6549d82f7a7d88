"""One sender's connection: whoever dribbles or floods costs little, and an offer to upgrade costs nothing. Async.

uvicorn's own class waits for ever for the head of a request, keeps a head of any length, and loses the body of a
request that offers to upgrade (RFC 9110, 7.8: a server may go on as if nothing had been offered; Java's client offers).
"""

from __future__ import annotations

import asyncio
from functools import cache
from typing import Any

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_BYTES = 64 * 1024
HEAD_SECONDS = 10.0
_UNREAD_SECONDS = 30.0
_MOST_CONNECTIONS = 2000
_DESCRIPTORS_EACH = 2
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
_FRAMING = (b"content-length", b"transfer-encoding")


@cache
def most_connections() -> int:
    """Return how many connections may be open at once, after asking the system for enough descriptors."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return _MOST_CONNECTIONS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = min(_MOST_CONNECTIONS * _DESCRIPTORS_EACH, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return min(_MOST_CONNECTIONS, max(soft, wanted) // _DESCRIPTORS_EACH)


class Connection(HttpToolsProtocol):
    """A connection of the receiver, with bounds on its number, its heads and what is left unread."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - uvicorn's own
        """Wait for a first request."""
        super().__init__(*arguments, **named)
        self._in_head = True
        self._turns = 0
        self._head_bytes = 0
        self._deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin, unless there are too many already."""
        super().connection_made(transport)
        if len(self.connections) > most_connections():
            transport.abort()
        else:
            self._expect_end_of_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        self._forget_deadline()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on."""
        if self._in_head and self._deadline is None:
            self._expect_end_of_head()
        turns = self._turns
        self._unset_keepalive_if_required()
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade as offer:
            self._decline(data[offer.args[0] :])
        except httptools.HttpParserError:
            self.send_400_response("Invalid HTTP request received.")
        else:
            self._count_head(0 if turns != self._turns or not self._in_head else len(data))

    def on_headers_complete(self) -> None:
        """Start to answer."""
        self._in_head = False
        self._turns += 1
        self._forget_deadline()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """End the body, unless it only seems so because of an offer to upgrade."""
        if not self.parser.should_upgrade():
            self._in_head = True
            self._turns += 1
            self._forget_deadline()
            super().on_message_complete()

    def on_response_complete(self) -> None:
        """Give a sender whose request was answered early some time to finish it."""
        super().on_response_complete()
        if not self._in_head:
            self._close_after(_UNREAD_SECONDS)

    def _decline(self, rest: bytes) -> None:
        """Go on as if nothing had been offered: with a parser that has read the same head without the offer."""
        framing = b"".join(b"%b: %b\r\n" % header for header in self.headers if header[0] in _FRAMING)
        head = _HeadReadTwice(self)
        self.parser = httptools.HttpRequestParser(head)
        self.parser.feed_data(b"POST / HTTP/1.1\r\n" + framing + b"\r\n")
        head.past = True
        if rest:
            self.data_received(rest)

    def _count_head(self, more: int) -> None:
        self._head_bytes = self._head_bytes + more if more else 0
        if self._head_bytes > HEAD_BYTES:
            self.transport.write(_TOO_LARGE)
            self.transport.close()

    def _expect_end_of_head(self) -> None:
        self._close_after(HEAD_SECONDS)

    def _close_after(self, seconds: float) -> None:
        self._forget_deadline()
        self._deadline = self.loop.call_later(seconds, self._close_late)

    def _close_late(self) -> None:
        if self.cycle is None or self.cycle.response_complete:  # type: ignore[redundant-expr] # None at first
            self.transport.close()
        else:  # the sender still waits for the answer to the request before
            self._close_after(HEAD_SECONDS)

    def _forget_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


class _HeadReadTwice:
    """Passes on what a parser says, but for the head that it reads a second time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.past = False
        self.on_body = connection.on_body
        self.on_message_complete = connection.on_message_complete

    def on_message_begin(self) -> None:
        if self.past:
            self._connection.on_message_begin()

    def on_url(self, url: bytes) -> None:
        if self.past:
            self._connection.on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        if self.past:
            self._connection.on_header(name, value)

    def on_headers_complete(self) -> None:
        if self.past:
            self._connection.on_headers_complete()
