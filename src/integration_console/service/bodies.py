"""Reads the bodies of requests: each bounded in size and time, all together bounded in memory. Async."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from integration_console.domain.errors import BodyTooLarge, QueueFull, RequestAbandoned, RequestTooSlow

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, MutableMapping

    Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]

BODY_SECONDS = 30.0
_ALL_BODIES = 128 * 1024 * 1024


class Bodies:
    """Takes bodies of at most `cap` bytes that arrive within `seconds`, and no more than `all_bodies` bytes at once."""

    def __init__(self, cap: int, seconds: float = BODY_SECONDS, all_bodies: int = _ALL_BODIES) -> None:
        """Begin with none."""
        self._cap = cap
        self._seconds = seconds
        self._room = max(all_bodies, 2 * cap)

    @contextmanager
    def kept(self) -> Iterator[Body]:
        """Give a request its place for a body; what it takes up counts until the end."""
        body = Body(self)
        try:
            yield body
        finally:
            self._room += body.size

    def take(self, size: int) -> None:
        """Count `size` bytes more. Raises `QueueFull`."""
        if size > self._room:
            raise QueueFull
        self._room -= size

    @property
    def cap(self) -> int:
        """The most bytes that one body may have."""
        return self._cap

    @property
    def seconds(self) -> float:
        """The time that one body may take."""
        return self._seconds


class Body:
    """The body of one request."""

    def __init__(self, all_bodies: Bodies) -> None:
        """Count what arrives among `all_bodies`."""
        self._all = all_bodies
        self.size = 0

    async def read(self, receive: Receive, announced: str, cap: int | None = None) -> bytes:
        """Return the whole body; `announced` is its Content-Length, where there is one.

        Raises `BodyTooLarge`, `RequestTooSlow`, `RequestAbandoned`, `QueueFull`.
        """
        cap = self._all.cap if cap is None else min(cap, self._all.cap)
        if announced.isdigit() and int(announced[:20]) > cap:
            raise BodyTooLarge(limit=cap)
        try:
            async with asyncio.timeout(self._all.seconds):
                return await self._parts(receive, cap)
        except TimeoutError as error:
            raise RequestTooSlow(seconds=f"{self._all.seconds:g}") from error

    async def _parts(self, receive: Receive, cap: int) -> bytes:
        parts, more = [], True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise RequestAbandoned
            part = message.get("body", b"")
            if self.size + len(part) > cap:
                raise BodyTooLarge(limit=cap)
            self._all.take(len(part))
            self.size += len(part)
            parts.append(part)
            more = message.get("more_body", False)
        return b"".join(parts)
