"""A conversation with one REST source: signed in as its description says, at the pace that it wants."""

from __future__ import annotations

import base64
import contextlib
import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from time import sleep
from typing import Self
from urllib.parse import parse_qsl, urlsplit

from integration_console.connectors.answers import Answer
from integration_console.connectors.http import HttpClients
from integration_console.connectors.rest.description import Place, RestDescription, RestStream, SignInKind
from integration_console.connectors.rest.grants import RestGrants
from integration_console.connectors.rest.pages import Position, parameters
from integration_console.domain.access import Access
from integration_console.domain.work import Work

_SLICE_SECONDS = 0.25


class RestConversation:
    """Everything that is asked of one source; use it in a `with` statement. `pause` waits for some seconds."""

    def __init__(
        self,
        description: RestDescription,
        access: Access,
        http: HttpClients,
        grants: RestGrants,
        *,
        pause: Callable[[float], None] = sleep,
    ) -> None:
        self.description = description
        self._tokens = access.tokens
        self._grants = grants
        self._governor = http.governor
        self._pause = pause
        self._open = contextlib.ExitStack()
        self._client = http.client(
            description.base_url,
            description.timeout_seconds,
            private_network=description.private_network,
            bucket=description.account,
        )

    def __enter__(self) -> Self:
        self._open.enter_context(self._client)
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def sign_in(self) -> None:
        """Ask for a token where the source wants one. Raises `RemoteError`."""
        if self.description.sign_in.kind is SignInKind.OAUTH:
            self._tokens.good(self._grants.renew)

    def ask(self, stream: RestStream, position: Position, since: Mapping[str, str], work: Work) -> Answer:
        """Return the answer for the page at `position`; a refused token is renewed once. Raises `RemoteError`."""
        self._await_turn(work)
        if self.description.sign_in.kind is not SignInKind.OAUTH:
            return self._send(stream, position, since, self._bearer())
        token = self._tokens.good(self._grants.renew)
        answer = self._send(stream, position, since, token.access)
        if answer.status == HTTPStatus.UNAUTHORIZED:
            token = self._tokens.good(self._grants.renew, refused=token.access)
            self._await_turn(work)
            answer = self._send(stream, position, since, token.access)
        return answer

    def address(self, stream: RestStream, position: Position) -> str:
        """Return where the page at `position` is asked for."""
        base = self.description.base_url.rstrip("/")
        if "link" in position:
            parts = urlsplit(base)
            return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{urlsplit(position['link']).path}"
        path = stream.path.partition("?")[0].lstrip("/")
        return f"{base}/{path}" if path else base

    def _send(self, stream: RestStream, position: Position, since: Mapping[str, str], bearer: str) -> Answer:
        said = {} if "link" in position else {**parameters(stream.paging, position), **since}
        query = [*self._query(stream, position), *self._key_in(Place.QUERY).items()]
        query += [] if stream.in_body else [(name, str(value)) for name, value in said.items()]
        address, headers = self.address(stream, position), {"Accept": "application/json", **self._headers()}
        if not stream.post:
            return self._client.get(address, query, bearer=bearer, headers=headers)
        body = json.dumps({**stream.body, **(said if stream.in_body else {})}).encode()
        headers = {"Content-Type": "application/json; charset=utf-8", **headers}
        return self._client.request("POST", address, query=query, content=body, bearer=bearer, headers=headers)

    def _query(self, stream: RestStream, position: Position) -> list[tuple[str, str]]:
        if "link" in position:
            return parse_qsl(urlsplit(position["link"]).query, keep_blank_values=True)
        return [*parse_qsl(stream.path.partition("?")[2], keep_blank_values=True), *stream.query.items()]

    def _bearer(self) -> str:
        sign_in = self.description.sign_in
        return sign_in.secret if sign_in.kind is SignInKind.BEARER else ""

    def _headers(self) -> dict[str, str]:
        sign_in = self.description.sign_in
        headers = {**self.description.headers, **self._key_in(Place.HEADER)}
        if sign_in.kind is SignInKind.BASIC:
            shown = base64.b64encode(f"{sign_in.account}:{sign_in.secret}".encode()).decode()
            headers["Authorization"] = f"Basic {shown}"
        return headers

    def _key_in(self, place: Place) -> dict[str, str]:
        sign_in = self.description.sign_in
        if sign_in.kind is not SignInKind.API_KEY or sign_in.place is not place:
            return {}
        return {sign_in.name: f"{sign_in.prefix}{sign_in.secret}"}

    def _await_turn(self, work: Work) -> None:
        work.stop_if_cancelled()
        pace = self.description
        if pace.per_second <= 0:
            return
        bucket = f"pace {pace.base_url} {pace.account}"
        left = self._governor.seconds_until_turn(bucket, pace.per_second, pace.burst)
        while left > 0:
            self._pause(min(left, _SLICE_SECONDS))
            left -= _SLICE_SECONDS
            work.stop_if_cancelled()
