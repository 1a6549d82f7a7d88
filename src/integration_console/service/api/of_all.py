"""The API of all organisations that a service works for: each has its own; a request finds its way by what it brings.

Async. An API key and a person's token say themselves whose they are, which is only believed once they are proved;
somebody who signs in names the organisation in the address: `?organisation=NAME`.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from integration_console.domain.api_key_text import directory_id, read_key
from integration_console.domain.errors import NotAuthorised, OrganisationNeeded
from integration_console.operations.person_tokens import claimed_tenant, unproven

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from integration_console.operations.context import Context
    from integration_console.operations.organisations import Organisations
    from integration_console.service.guard import Application
    from integration_console.service.problems import Send

    Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]

_ABOUT_NOBODY = frozenset({"/livez", "/readyz", "/api/v1/openapi.json", "/api/v1/reference"})


class ApiOfAll:
    """One ASGI application for each organisation, made when it is first asked for."""

    def __init__(self, organisations: Organisations, make: Callable[[Context], Application]) -> None:
        """Pass requests on to what `make` makes."""
        self._organisations = organisations
        self._make = make
        self._made: dict[str, Application] = {}

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request. Raises `OrganisationNeeded`, `NotAuthorised`."""
        contexts = self._organisations.contexts()
        loop = asyncio.get_running_loop()
        context = contexts[0] if len(contexts) == 1 else await loop.run_in_executor(None, self._whose, scope)
        tenant_id = context.store.tenant_id
        if tenant_id not in self._made:
            self._made[tenant_id] = await loop.run_in_executor(None, self._make, context)
        await self._made[tenant_id](scope, receive, send)

    def _whose(self, scope: MutableMapping[str, Any]) -> Context:
        """Return the context of the organisation that a request is about."""
        credential = _credential(dict(scope["headers"]))
        if credential:
            return self._of_credential(credential)
        (named,) = parse_qs(scope["query_string"].decode("latin-1")).get("organisation", [""])[-1:]
        found = self._one(lambda context: named in (context.store.name, context.store.tenant_id))
        if found is None and scope["path"] in _ABOUT_NOBODY:
            found = self._one(lambda _context: True)
        if found is None:
            raise OrganisationNeeded
        return found

    def _of_credential(self, credential: str) -> Context:
        key, token = read_key(credential), unproven(credential)
        found = self._organisations.context_of(directory_id(key.public_id)) if key else None
        if token is not None:
            tenant_id = claimed_tenant(token)
            found = self._one(lambda context: context.store.tenant_id == tenant_id)
        if found is None:
            raise NotAuthorised
        return found

    def _one(self, fits: Callable[[Context], bool]) -> Context | None:
        return next((context for context in self._organisations.contexts() if fits(context)), None)


def _credential(headers: dict[bytes, bytes]) -> str:
    scheme, _, credential = headers.get(b"authorization", b"").partition(b" ")
    return credential.strip().decode("latin-1") if scheme.lower() == b"bearer" else ""
