"""Keeps strangers out: every route but the receiver wants the bearer token, a known host and no foreign page. Async."""

from __future__ import annotations

import hmac
import ipaddress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from integration_console.domain.errors import ConsoleError, ForeignHost, NotAuthorised
from integration_console.service.problems import send_problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from integration_console.service.problems import Send

    Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
    Application = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]


class Guard:
    """Lets a request through to `application` when it proves that it may come in."""

    def __init__(self, application: Application, token: str, public_url: str) -> None:
        """Compare with `token`; loopback names and the host of `public_url` are known."""
        self._application = application
        self._token = token.encode()
        self._public_host = (urlsplit(public_url).hostname or "") if public_url else ""

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Pass on or refuse one request."""
        refusal = self._refusal(dict(scope["headers"]))
        if refusal is None:
            await self._application(scope, receive, send)
        else:
            await send_problem(send, refusal)

    def _refusal(self, headers: dict[bytes, bytes]) -> ConsoleError | None:
        host = headers.get(b"host", b"").decode("latin-1")
        origin = headers.get(b"origin", b"").decode("latin-1")
        if not self._known(_hostname(f"//{host}")):
            return ForeignHost(host=host[:200] or "—")
        if origin and not self._known(_hostname(origin)):
            return ForeignHost(host=origin[:200])
        scheme, _, given = headers.get(b"authorization", b"").partition(b" ")
        allowed = self._token and scheme.lower() == b"bearer" and hmac.compare_digest(given.strip(), self._token)
        return None if allowed else NotAuthorised()

    def _known(self, host: str) -> bool:
        if not host:
            return False
        if host in ("localhost", self._public_host):
            return True
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return False


def _hostname(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
