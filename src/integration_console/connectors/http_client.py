"""A client for one outside system: calls end in time and within their size, and repeat only what may be repeated."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlencode, urlsplit

from integration_console.connectors.answers import Answer
from integration_console.connectors.deadline import Deadline, Line
from integration_console.connectors.governor import RateGovernor
from integration_console.domain.errors import (
    AnswerTooLarge,
    ConnectionBroken,
    ConsoleError,
    NextPageElsewhere,
    RemoteError,
    TimedOut,
)

if TYPE_CHECKING:
    import httpx

_PORTS = {"http": 80, "https": 443}
_TRIES = 3
_FIRST_PAUSE = 0.25
_WORTH_REPEATING = (HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT)
_PAUSES = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)

Query = Mapping[str, str] | Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Manners:
    """What a client keeps to: the host's name for errors, seconds and bytes of a call, its bucket and its origin."""

    host: str
    timeout_seconds: float
    answer_limit: int
    bucket: str
    origin: tuple[str, str, int | None]


class HttpClient:
    """A client for one host; use it in a `with` statement.

    Calls raise `RemoteError` (`RateLimited` without a call while the system wants a pause), never follow a redirect,
    and are never tried twice unless they are `repeatable`: then a broken connection and HTTP 502, 503 and 504 are
    tried twice more, after pauses with full jitter. An answer 429, or 503 with Retry-After, parks the bucket.
    """

    def __init__(
        self, foreign: httpx.Client, manners: Manners, governor: RateGovernor, guard: Callable[[], None]
    ) -> None:
        self.host = manners.host
        self._foreign = foreign
        self._manners = manners
        self._governor = governor
        self._guard = guard
        self._line = Line()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._foreign.close()
        self._line.close()

    def get(
        self, address: str, query: Query = (), *, bearer: str = "", headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Get an address; this is repeatable."""
        return self.request("GET", address, query=query, bearer=bearer, headers=headers, repeatable=True)

    def post_json(
        self,
        address: str,
        body: bytes,
        bearer: str = "",
        *,
        headers: Mapping[str, str] | None = None,
        repeatable: bool = False,
    ) -> Answer:
        """Post a JSON text."""
        named = {"Content-Type": "application/json; charset=utf-8", **(headers or {})}
        return self.request("POST", address, content=body, bearer=bearer, headers=named, repeatable=repeatable)

    def post_form(
        self, address: str, fields: Mapping[str, str], bearer: str = "", *, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Post form fields."""
        return self.request("POST", address, form=fields, bearer=bearer, headers=headers)

    def request(  # noqa: PLR0913 - the parts that an HTTP request has
        self,
        method: str,
        address: str,
        *,
        query: Query = (),
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        form: Mapping[str, str] | None = None,
        bearer: str = "",
        repeatable: bool = False,
    ) -> Answer:
        """Send one request, its `query` added to what `address` has, and return the whole answer.

        Raises `NextPageElsewhere` for an address of another system than the client was made for: what it may see of
        the network was decided for that one, and nobody else is sent its credentials.
        """
        if origin_of(address) != self._manners.origin:
            raise NextPageElsewhere(host=self.host)
        named = {**(headers or {}), **({"Authorization": f"Bearer {bearer}"} if bearer else {})}
        request: dict[str, Any] = {"headers": named}
        if content is not None:
            request["content"] = content
        if form is not None:
            request["data"] = dict(form)
        answer = self._tried(method, _with_query(address, query), request, _TRIES if repeatable else 1)
        if isinstance(answer, ConsoleError):
            raise answer  # outside any except block, so that the foreign error, which knows secrets, is not chained
        return answer

    def park(self, seconds: float) -> None:
        """Let no call of this account through for `seconds`: a system that asks for a pause in words of its own."""
        self._governor.park(self._manners.bucket, seconds)

    def back_off(self) -> int:
        """Park for as many seconds as refusals in a row suggest, and return them: no pause was named."""
        return self._governor.back_off(self._manners.bucket)

    def _tried(self, method: str, address: str, request: Mapping[str, Any], tries: int) -> Answer | ConsoleError:
        pause = _FIRST_PAUSE
        while True:
            self._guard()
            self._governor.require_free(self._manners.bucket, self.host)
            answer = self._exchange(method, address, request)
            tries -= 1
            if tries <= 0 or not _worth_repeating(answer):
                break
            sleep(random.uniform(0.0, pause))  # noqa: S311 - jitter
            pause *= 2
        if isinstance(answer, Answer):
            self._note_pause(answer)
        return answer

    def _note_pause(self, answer: Answer) -> None:
        if answer.status in _PAUSES and (answer.status == HTTPStatus.TOO_MANY_REQUESTS or answer.names_pause):
            self._governor.park(self._manners.bucket, answer.pause_seconds)
        elif answer.status < HTTPStatus.BAD_REQUEST:
            self._governor.went_well(self._manners.bucket)

    def _exchange(self, method: str, address: str, request: Mapping[str, Any]) -> Answer | ConsoleError:
        from integration_console.connectors import http_errors  # noqa: PLC0415 - as httpx itself, see `HttpClients`

        seconds = self._manners.timeout_seconds
        ends = monotonic() + seconds
        with Deadline(seconds, self._line) as deadline:
            try:
                watched = {"extensions": {"trace": deadline.watch}, **request}
                with self._foreign.stream(method, address, **watched) as response:
                    return self._read(response, ends)
            except ConsoleError as refused:
                return refused.with_traceback(None)
            except http_errors.FOREIGN as error:
                if deadline.passed:
                    return TimedOut(host=self.host, seconds=f"{seconds:g}")
                return http_errors.translated(error, self.host, seconds)

    def _read(self, response: httpx.Response, ends: float) -> Answer | RemoteError:
        headers = {name.lower(): value for name, value in response.headers.items()}
        if headers.get("content-encoding", "identity") != "identity":  # we did not ask for it, and it may swell
            return Answer(self.host, response.status_code, headers, b"").unexpected()
        body = bytearray()
        for part in response.iter_bytes():
            body += part
            if len(body) > self._manners.answer_limit:
                return AnswerTooLarge(host=self.host, limit=self._manners.answer_limit)
            if monotonic() > ends:
                return TimedOut(host=self.host, seconds=f"{self._manners.timeout_seconds:g}")
        return Answer(self.host, response.status_code, headers, bytes(body))


def origin_of(address: str) -> tuple[str, str, int | None]:
    """Return the scheme, host and port of an address (RFC 6454); None for a port that is no number."""
    parts = urlsplit(address)
    try:
        port = parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        port = None
    return parts.scheme, parts.hostname or "", port


def _with_query(address: str, query: Query) -> str:
    """Return `address` with more parameters behind those that it has (the HTTP library would replace them)."""
    more = urlencode(list(query.items() if isinstance(query, Mapping) else query))
    if not more:
        return address
    return f"{address}{'&' if '?' in address else '?'}{more}"


def _worth_repeating(answer: Answer | ConsoleError) -> bool:
    if isinstance(answer, Answer):
        return answer.status in _WORTH_REPEATING and not answer.names_pause
    return isinstance(answer, ConnectionBroken)
