"""Keeps strangers out: every route but the receiver wants the bearer token, a known host and no foreign page. Async."""

from __future__ import annotations

import hmac
import ipaddress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from integration_console.domain.errors import ConsoleError, ForeignHost, NotAuthorised
from integration_console.service.bodies import Bodies
from integration_console.service.problems import send_problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from integration_console.service.problems import Send

    Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
    Application = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]

_BODY_CAP = 1024 * 1024
"""Bytes: the longest message with all its blocks has a tenth of that."""


class Guard:
    """Lets a request through to `application` when it proves that it may come in."""

    def __init__(self, application: Application, token: str, public_url: str) -> None:
        """Compare with `token`; loopback names and the host of `public_url` are known."""
        self._application = application
        self._token = token.encode()
        self._bodies = Bodies(_BODY_CAP)
        self._public_host = (urlsplit(public_url).hostname or "") if public_url else ""

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Pass on or refuse one request."""
        headers = dict(scope["headers"])
        try:
            self._require_allowed(headers)
            with self._bodies.kept() as body:
                whole = await body.read(receive, headers.get(b"content-length", b"").decode("latin-1"))
                await self._application(scope, _replayed(whole, receive), send)
        except ConsoleError as refusal:
            await send_problem(send, refusal)

    def _require_allowed(self, headers: dict[bytes, bytes]) -> None:
        host = headers.get(b"host", b"").decode("latin-1")
        origin = headers.get(b"origin", b"").decode("latin-1")
        if not self._known(_hostname(f"//{host}")):
            raise ForeignHost(host=host[:200] or "—")
        if origin and not self._known(_hostname(origin)):
            raise ForeignHost(host=origin[:200])
        scheme, _, given = headers.get(b"authorization", b"").partition(b" ")
        if not (self._token and scheme.lower() == b"bearer" and hmac.compare_digest(given.strip(), self._token)):
            raise NotAuthorised

    def _known(self, host: str) -> bool:
        if not host:
            return False
        if host in ("localhost", self._public_host):
            return True
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return False


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Return what gives the whole body at once, and after it what `receive` gives."""
    messages: list[MutableMapping[str, Any]] = [{"type": "http.request", "body": body, "more_body": False}]

    async def next_message() -> MutableMapping[str, Any]:
        return messages.pop() if messages else await receive()

    return next_message


def _hostname(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
