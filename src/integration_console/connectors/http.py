"""The one place where HTTP clients come from: time limits, size limits, no redirects, nothing secret in any error."""

from __future__ import annotations

import logging
import ssl
from collections.abc import Callable, Mapping
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from integration_console import __version__
from integration_console.connectors.answers import Answer
from integration_console.connectors.deadline import Deadline
from integration_console.connectors.route import proxy_for
from integration_console.domain.errors import AnswerTooLarge, RemoteError, TimedOut

if TYPE_CHECKING:
    import httpx

ANSWER_LIMIT = 4 * 1024 * 1024
USER_AGENT = f"IntegrationConsole/{__version__}"
_FOREIGN_LOGGERS = ("httpx", "httpcore")


def no_guard() -> None:
    """Allow every network call: what a program does that keeps no transactions."""


class HttpClients:
    """Gives each conversation with an outside system its client, all bound by the same rules.

    `transport` replaces the network in tests; `network_guard` is called before every call (the
    programs assert there that no transaction is open); `trust` replaces the certificates to trust.
    """

    def __init__(
        self,
        *,
        transport: httpx.BaseTransport | None = None,
        network_guard: Callable[[], None] = no_guard,
        answer_limit: int = ANSWER_LIMIT,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self.network_guard = network_guard
        self._transport = transport
        self._answer_limit = answer_limit
        self._trust = trust
        for name in _FOREIGN_LOGGERS:  # they write whole addresses and headers, secrets included
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)

    @cached_property
    def trust(self) -> ssl.SSLContext:
        """The certificates to trust: the system's own (a company's authority is there) and Mozilla's list."""
        if self._trust is not None:
            return self._trust
        import certifi  # noqa: PLC0415 - only needed once a connection is made

        context = ssl.create_default_context()
        context.load_verify_locations(certifi.where())
        return context

    def client(self, address: str, timeout_seconds: float) -> HttpClient:
        """Return a client for `address`; each of its calls ends within `timeout_seconds`."""
        import httpx  # noqa: PLC0415 - 0.2 s, which the window's first painting does not wait for

        host = urlsplit(address).hostname or ""
        foreign = httpx.Client(
            transport=self._transport,
            proxy=proxy_for(address) if self._transport is None else None,
            verify=self.trust if address.startswith("https:") else False,
            timeout=timeout_seconds,
            follow_redirects=False,
            trust_env=False,
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "identity"},
        )
        return HttpClient(foreign, host, timeout_seconds, self._answer_limit, self.network_guard)


class HttpClient:
    """A client for one host; use it in a `with` statement."""

    def __init__(
        self, foreign: httpx.Client, host: str, timeout_seconds: float, answer_limit: int, guard: Callable[[], None]
    ) -> None:
        self.host = host
        self._foreign = foreign
        self._timeout_seconds = timeout_seconds
        self._answer_limit = answer_limit
        self._guard = guard

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._foreign.close()

    def post_json(self, address: str, body: bytes, bearer: str = "") -> Answer:
        """Post a JSON text. Raises `RemoteError`; never tries twice, never follows a redirect."""
        return self._post(address, bearer, content=body, headers={"Content-Type": "application/json; charset=utf-8"})

    def post_form(self, address: str, fields: Mapping[str, str], bearer: str = "") -> Answer:
        """Post form fields. Raises `RemoteError`; never tries twice, never follows a redirect."""
        return self._post(address, bearer, data=dict(fields))

    def _post(self, address: str, bearer: str, **request: Any) -> Answer:
        self._guard()
        headers = {**request.pop("headers", {}), **({"Authorization": f"Bearer {bearer}"} if bearer else {})}
        answer = self._exchange(address, {**request, "headers": headers})
        if isinstance(answer, RemoteError):
            raise answer  # outside any except block, so that the foreign error, which knows secrets, is not chained
        return answer

    def _exchange(self, address: str, request: Mapping[str, Any]) -> Answer | RemoteError:
        from integration_console.connectors import http_errors  # noqa: PLC0415 - as httpx itself, see `client`

        ends = monotonic() + self._timeout_seconds
        with Deadline(self._timeout_seconds) as deadline:
            try:
                watched = {"extensions": {"trace": deadline.watch}, **request}
                with self._foreign.stream("POST", address, **watched) as response:
                    return self._read(response, ends)
            except http_errors.FOREIGN as error:
                if deadline.passed:
                    return TimedOut(host=self.host, seconds=f"{self._timeout_seconds:g}")
                return http_errors.translated(error, self.host, self._timeout_seconds)

    def _read(self, response: httpx.Response, ends: float) -> Answer | RemoteError:
        headers = {name.lower(): value for name, value in response.headers.items()}
        if headers.get("content-encoding", "identity") != "identity":  # we did not ask for it, and it may swell
            return Answer(self.host, response.status_code, headers, b"").unexpected()
        body = bytearray()
        for part in response.iter_bytes():
            body += part
            if len(body) > self._answer_limit:
                return AnswerTooLarge(host=self.host, limit=self._answer_limit)
            if monotonic() > ends:
                return TimedOut(host=self.host, seconds=f"{self._timeout_seconds:g}")
        return Answer(self.host, response.status_code, headers, bytes(body))
