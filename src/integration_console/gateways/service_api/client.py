"""Speaks with the service: values out, values or errors back; a refused token is renewed once, and silently."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx

from integration_console.connectors.http_errors import FOREIGN, translated
from integration_console.domain.answers import Myself
from integration_console.domain.errors import ConsoleError, UnexpectedAnswer, WorkspaceReadOnly
from integration_console.domain.permissions import ROLE_RIGHTS, Rights, parsed_grant
from integration_console.domain.sign_in import SignedIn
from integration_console.domain.wire import Json, Kind, NotThatShape, from_wire, to_wire
from integration_console.gateways.problems import error_from_problem
from integration_console.gateways.service_api.credentials import PersonSignIn

if TYPE_CHECKING:
    from integration_console.gateways.service_api.credentials import Credential

_SECONDS = 90.0
_CONNECT_SECONDS = 10.0
_QUIET_SECONDS = 40.0
"""Long answers and the live stream say at least every 15 seconds that they go on."""
_KEEP_ALIVE_SECONDS = 20.0
LINES = "application/x-ndjson"
_UNAUTHORISED = 401
_LOOKING = ("/trial", "/api-keys/check", "/schedules/upcoming")
"""What is posted and changes nothing."""


class ServiceClient:
    """One service, asked by any number of threads; `close` ends what goes on."""

    def __init__(
        self, base_url: str, credential: Credential, *, name: str = "", trust: ssl.SSLContext | None = None
    ) -> None:
        """Speak with `base_url`, called `name` in errors; `trust` (None: the system) knows certificates."""
        self.host = name or urlsplit(base_url).netloc
        self.credential = credential
        self._rights, self._locked = Rights(), False
        self.base_url = base_url
        self.on_refused: Callable[[], None] = lambda: None
        self._refused = False
        self._closed = threading.Event()
        certificates = (trust or ssl.create_default_context()) if base_url.startswith("https:") else False
        limits = httpx.Limits(keepalive_expiry=_KEEP_ALIVE_SECONDS)
        timeout = httpx.Timeout(_SECONDS, connect=_CONNECT_SECONDS)
        self._http = httpx.Client(
            base_url=base_url,
            timeout=timeout,
            limits=limits,
            verify=certificates,
            trust_env=False,
        )
        if isinstance(credential, PersonSignIn):
            credential.connect(self._signed_in)

    @property
    def rights(self) -> Rights:
        """What the one who asks may do: less while this machine is locked against changes."""
        return self._rights.only_looking() if self._locked else self._rights

    @rights.setter
    def rights(self, rights: Rights) -> None:
        self._rights = rights

    def lock(self, *, on: bool) -> None:
        """Send nothing that changes something from now on, or send everything again."""
        self._locked = on

    @property
    def is_local(self) -> bool:
        """Whether the service runs on this very machine."""
        return self._http.base_url.host in ("127.0.0.1", "::1", "localhost")

    def learn_rights(self) -> None:
        """Ask what the one who asks may do. Raises what the service refuses with."""
        self.rights = rights_of_myself(self.ask("GET", "/api/v1/me", Myself))

    def ask(
        self, method: str, path: str, kind: Kind, body: object = None, query: Mapping[str, Json] | None = None
    ) -> Json:
        """Return what the service answers, as `kind` (None: nothing is expected). Raises what the service raised."""
        answer = self._sent(method, path, body, query, {})
        if kind is None:
            return None
        try:
            return from_wire(kind, _ours(kind, answer.json()))
        except (NotThatShape, ValueError) as error:
            raise self._unexpected(answer) from error

    def content(self, path: str) -> bytes:
        """Return what lies at `path`, byte for byte."""
        return self._sent("GET", path, None, None, {}).content

    def lines(
        self, method: str, path: str, body: object = None, query: Mapping[str, Json] | None = None
    ) -> Iterator[tuple[str, Json]]:
        """Yield the steps of long work, by name, and `("", None)` between them. Raises what the service raised."""
        with self.opened(method, path, body, query, {"accept": LINES}) as answer:
            if LINES not in answer.headers.get("content-type", ""):
                raise self._unexpected(answer)
            for line in self._read(answer):
                yield from self._step(answer, line)

    @contextmanager
    def opened(
        self,
        method: str,
        path: str,
        body: object = None,
        query: Mapping[str, Json] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[httpx.Response]:
        """Give an answer that is read as it comes, and end it after the block. Raises what the service raised."""
        answer = self._sent(method, path, body, query, headers or {}, stream=True)
        try:
            yield answer
        finally:
            answer.close()

    def close(self) -> None:
        """End all conversations."""
        self._closed.set()
        self._http.close()

    def _sent(
        self,
        method: str,
        path: str,
        body: object,
        query: Mapping[str, Json] | None,
        headers: Mapping[str, str],
        *,
        stream: bool = False,
    ) -> httpx.Response:
        if self._locked and method != "GET" and not path.endswith(_LOOKING):
            raise WorkspaceReadOnly
        try:
            token = self.credential.token()
            request = self._request(method, path, body, query, headers)
            answer = self._exchanged(request, token, stream=stream)
            if answer.status_code == _UNAUTHORISED and self.credential.renewed(token):
                answer = self._exchanged(request, self.credential.token(), stream=stream)
            accepted = self._accepted(answer)
        except ConsoleError as error:
            self._note_refusal(refused=error.http_status == _UNAUTHORISED)
            raise
        self._note_refusal(refused=False)
        return accepted

    def _note_refusal(self, *, refused: bool) -> None:
        """Whoever listens is told once that a sign-in counts no more."""
        is_news = refused and not self._refused
        self._refused = refused
        if is_news:
            self.on_refused()

    def _request(
        self, method: str, path: str, body: object, query: Mapping[str, Json] | None, headers: Mapping[str, str]
    ) -> httpx.Request:
        timeout: Any = httpx.Timeout(_QUIET_SECONDS, connect=_CONNECT_SECONDS) if headers else httpx.USE_CLIENT_DEFAULT
        content = None if body is None else json.dumps(to_wire(body)).encode()
        sent = {"content-type": "application/json", **headers} if content else headers
        return self._http.build_request(method, path, content=content, params=query, headers=sent, timeout=timeout)

    def _exchanged(self, request: httpx.Request, token: str, *, stream: bool) -> httpx.Response:
        if token:
            request.headers["authorization"] = f"Bearer {token}"
        try:
            return self._http.send(request, stream=stream)
        except FOREIGN as error:
            raise translated(error, self.host, _SECONDS) from error

    def _accepted(self, answer: httpx.Response) -> httpx.Response:
        if answer.is_success:
            return answer
        try:
            problem = json.loads(answer.read())
        except (ValueError, httpx.HTTPError):
            problem = None
        finally:
            answer.close()
        refusal = error_from_problem(problem) if isinstance(problem, dict) else None
        raise refusal or self._unexpected(answer)

    def _read(self, answer: httpx.Response) -> Iterator[str]:
        try:
            yield from answer.iter_lines()
        except FOREIGN as error:
            raise translated(error, self.host, _QUIET_SECONDS) from error

    def _step(self, answer: httpx.Response, line: str) -> Iterator[tuple[str, Json]]:
        if not line.strip():
            yield "", None
            return
        try:
            ((name, value),) = json.loads(line).items()
        except (ValueError, AttributeError) as error:
            raise self._unexpected(answer) from error
        if name == "problem":
            raise error_from_problem(value) or self._unexpected(answer)
        yield name, value

    def post_openly(self, path: str, wish: object) -> httpx.Response:
        """Post a wish that is its own proof. Raises what the service raised."""
        return self._accepted(self._exchanged(self._request("POST", path, wish, None, {}), "", stream=False))

    def _signed_in(self, path: str, wish: object) -> SignedIn:
        answer = self.post_openly(path, wish)
        try:
            pair: SignedIn = from_wire(SignedIn, answer.json())
        except (NotThatShape, ValueError) as error:
            raise self._unexpected(answer) from error
        self.rights = ROLE_RIGHTS[pair.member.role]
        return pair

    def _unexpected(self, answer: httpx.Response) -> UnexpectedAnswer:
        kind = answer.headers.get("content-type", "-")[:60]
        return UnexpectedAnswer(host=self.host, status=answer.status_code, content_type=kind)


def _ours(kind: Kind, wire: Json) -> Json:
    """Return what was answered, unless nothing in it is of the kind that is expected: somebody else listens there."""
    if is_dataclass(kind) and isinstance(wire, dict) and wire.keys().isdisjoint(each.name for each in fields(kind)):
        raise ValueError
    return wire


def rights_of_myself(myself: Myself) -> Rights:
    """Return the rights that a service tells of; what this version does not know is left out."""
    grants = (parsed_grant(each) for each in myself.permissions)
    return Rights(frozenset(each for each in grants if each is not None), myself.role)


def in_query(value: object, **more: Json) -> dict[str, Json]:
    """Return the fields of a filter as parameters of a query; what is empty is left out."""
    given = {each.name: to_wire(getattr(value, each.name)) for each in fields(value)}  # type: ignore[arg-type] # a filter
    return {name: each for name, each in {**given, **more}.items() if each not in (None, "", [])}
