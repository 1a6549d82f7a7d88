"""Calls of Google's APIs with a token that is renewed once when it is refused."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Self
from urllib.parse import quote

from integration_console.connectors.answers import Answer
from integration_console.connectors.google.grants import GoogleGrants
from integration_console.connectors.google.refusals import api_refusal
from integration_console.connectors.google.settings import GoogleSettings
from integration_console.connectors.google.surface import Method
from integration_console.connectors.http import HttpClients
from integration_console.domain.access import Access, Token
from integration_console.domain.work import Work


class GoogleApi:
    """One conversation with Google's APIs; use it in a `with` statement."""

    def __init__(self, access: Access, settings: GoogleSettings, http: HttpClients, grants: GoogleGrants) -> None:
        self.settings = settings
        self._tokens = access.tokens
        self._grants = grants
        self._open = contextlib.ExitStack()
        self._client = http.client(
            settings.api_address,
            settings.timeout_seconds,
            private_network=settings.private_network,
            bucket=settings.account_key,
        )

    def __enter__(self) -> Self:
        self._open.enter_context(self._client)
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def token(self) -> Token:
        """Return a good token. Raises `NotAuthorisedYet`, `RemoteError`."""
        return self._tokens.good(self._grants.renew)

    def get(
        self, method: Method, query: Mapping[str, str], work: Work, *, what: str = "", **places: str
    ) -> dict[str, Any]:
        """Return the content of an answer; `places` fill the path, `what` names the thing that may not exist.

        Raises `RemoteError`, `Cancelled`.
        """
        work.stop_if_cancelled()
        asked = {"fields": method.fields, **query}
        if undeclared := asked.keys() - method.parameters:
            raise ValueError(f"{method.id} does not take {sorted(undeclared)}")
        path = method.path.format_map({name: quote(value, safe="") for name, value in places.items()})
        answer = self._answer(f"{self.settings.api_address}/{path}", asked)
        if answer.status != HTTPStatus.OK:
            raise api_refusal(answer, method, what, self._client)
        content = answer.json_object()
        if content is None:
            raise answer.unexpected()
        return content

    def _answer(self, address: str, query: Mapping[str, str]) -> Answer:
        token = self.token()
        answer = self._client.get(address, query, bearer=token.access)
        if answer.status == HTTPStatus.UNAUTHORIZED:
            token = self._tokens.good(self._grants.renew, refused=token.access)
            answer = self._client.get(address, query, bearer=token.access)
        return answer
