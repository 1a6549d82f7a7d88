"""Keeps strangers out: every route but the public ones wants a bearer, a known host and no foreign page. Async."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from integration_console.domain.errors import ConsoleError, ForeignHost, NotAuthorised
from integration_console.service.bodies import Bodies
from integration_console.service.problems import send_problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, MutableMapping

    from integration_console.service.problems import Send

    Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
    Application = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]

_BODY_CAP = 1024 * 1024
"""Bytes: the longest message with all its blocks has a tenth of that."""
_STRANGERS_CAP = 16 * 1024
"""Bytes of a body from one who has shown nothing: credentials are no longer."""
PUBLIC = frozenset(
    {
        "/livez",
        "/readyz",
        "/api/v1/sign-in",
        "/api/v1/refresh",
        "/api/v1/sign-out",
        "/api/v1/password",
        "/api/v1/openapi.json",
        "/api/v1/reference",
    }
)
"""What anybody may ask: the proof is in the body, or nothing of a workspace is in the answer."""


class Guard:
    """Lets a request through to `application` that shows a credential and was sent to a known name, by a known page."""

    def __init__(self, application: Application, public_url: str, origins: Collection[str] = ()) -> None:
        """Loopback names and the host of `public_url` are known, and pages of exactly these `origins`."""
        self._application = application
        self._origins = frozenset(origins)
        self._bodies = Bodies(_BODY_CAP)
        self._public_host = (urlsplit(public_url).hostname or "") if public_url else ""

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Pass on or refuse one request."""
        headers = dict(scope["headers"])
        try:
            self._require_known(headers)
            scheme, _, credential = headers.get(b"authorization", b"").partition(b" ")
            shown = scheme.lower() == b"bearer" and bool(credential.strip())
            if not (shown or scope["path"] in PUBLIC or self._is_preflight(scope, headers)):
                raise NotAuthorised
            with self._bodies.kept() as body:
                announced = headers.get(b"content-length", b"").decode("latin-1")
                whole = await body.read(receive, announced, None if shown else _STRANGERS_CAP)
                await self._application(scope, _replayed(whole, receive), send)
        except ConsoleError as refusal:
            await send_problem(send, refusal)

    def _require_known(self, headers: dict[bytes, bytes]) -> None:
        host = headers.get(b"host", b"").decode("latin-1")
        origin = headers.get(b"origin", b"").decode("latin-1")
        if not self._known(_hostname(f"//{host}")):
            raise ForeignHost(host=host[:200] or "—")
        if origin and origin not in self._origins and not self._known(_hostname(origin)):
            raise ForeignHost(host=origin[:200])

    def _is_preflight(self, scope: MutableMapping[str, Any], headers: dict[bytes, bytes]) -> bool:
        """Return whether a browser asks for one of the allowed pages what it may send."""
        return scope["method"] == "OPTIONS" and headers.get(b"origin", b"").decode("latin-1") in self._origins

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
