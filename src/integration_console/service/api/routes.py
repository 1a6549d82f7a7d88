"""How the API's routes are declared: each names the operation that it calls, whose permission is then its own."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from functools import wraps
from typing import Annotated, Any, ParamSpec, TypedDict, TypeVar, Unpack, get_type_hints

from fastapi import APIRouter, Depends, Request, Response
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from integration_console.domain.callers import Caller, RequestFacts
from integration_console.domain.wire import Kind
from integration_console.operations.context import Context
from integration_console.operations.permission import NEEDED
from integration_console.service.api.callers import Service, credential_of, facts_of
from integration_console.service.api.changing import IF_MATCH, etag
from integration_console.service.api.kinds import WIRE, answer
from integration_console.service.api.long_work import LINES, described
from integration_console.service.api.repeating import IDEMPOTENCY_KEY, answered_once
from integration_console.service.api.schemas import secret_fields

P = ParamSpec("P")
R = TypeVar("R")
PERMISSION = "x-permission"
"""Names a route's permission in the OpenAPI document."""
CREATES = "x-creates"
"""Marks a route that heeds Idempotency-Key."""
PREFIX = "/api/v1"
PROBLEM: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "A problem (RFC 9457): `code` and `params` say which.",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
}


class Manners(TypedDict, total=False):
    """What a route does beyond calling its operation.

    `tagged`: its answer has an ETag. `changes`: it heeds If-Match. `creates`: it heeds Idempotency-Key. `long`: its
    work may be watched, and returns this kind. `media`: it sends files of these types.
    """

    tagged: bool
    changes: bool
    creates: bool
    long: Kind
    media: tuple[str, ...]


class PermittedRoute(APIRoute):
    """A route that first asks who is there; public is only one that declares no permission."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request."""
        inner, template = super().get_route_handler(), self.path
        extra = self.openapi_extra or {}
        permission, creates = extra.get(PERMISSION, ""), extra.get(CREATES, False)
        secret = any(secret_fields(getattr(self.response_model, "__origin__", None)))

        async def handler(request: Request) -> Response:
            service: Service = request.app.state.service
            facts = replace(facts_of(request, template, service.trusted_proxies), permission=permission)
            request.state.facts = facts
            if permission:
                asked = await run_in_threadpool(service.asking, credential_of(request), facts, permission)
                request.state.caller, request.state.context = asked
            if creates:
                return await answered_once(request, inner, secret=secret)
            return await inner(request)

        return handler


class Routes:
    """The routes of one subject."""

    def __init__(self, subject: str, prefix: str = PREFIX) -> None:
        """Put all paths behind `prefix`."""
        self.router = APIRouter(prefix=prefix, tags=[subject], route_class=PermittedRoute)

    def route(
        self,
        method: str,
        path: str,
        operation: Callable[..., object],
        status: int = 200,
        **manners: Unpack[Manners],
    ) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Declare a route that calls `operation`; it gets `Asking`, and what it returns goes out as JSON."""
        permission = NEEDED[f"{operation.__module__.rpartition('.')[2]}.{operation.__name__}"]
        return self._declared(method, path, status, {PERMISSION: permission}, manners)

    def public(
        self, method: str, path: str, status: int = 200, **manners: Unpack[Manners]
    ) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Declare a route that anybody may call; it gets `Unproven`."""
        return self._declared(method, path, status, {"security": []}, manners)

    def _declared(
        self, method: str, path: str, status: int, extra: dict[str, Any], manners: Manners
    ) -> Callable[[Callable[P, R]], Callable[P, R]]:
        def declare(endpoint: Callable[P, R]) -> Callable[P, R]:
            self.router.add_api_route(
                path,
                _answering(endpoint, status, tagged=manners.get("tagged", False) or manners.get("changes", False)),
                methods=[method],
                status_code=status,
                operation_id=endpoint.__name__,
                openapi_extra={**extra, **_headers_described(manners)},
                **_answer_described(endpoint, manners),
            )
            return endpoint

        return declare


def _headers_described(manners: Manners) -> dict[str, Any]:
    """Return what the document says of the headers that a request may have."""
    if manners.get("changes"):
        return {"parameters": [IF_MATCH]}
    return {"parameters": [IDEMPOTENCY_KEY], CREATES: True} if manners.get("creates") else {}


def _answer_described(endpoint: Callable[..., object], manners: Manners) -> dict[str, Any]:
    """Return what the document says of the answer."""
    kind = manners.get("long", get_type_hints(endpoint, include_extras=True)["return"])
    media = manners.get("media", (LINES,) if "long" in manners else ())
    found: dict[str, Any] = {"responses": {**described(media), **PROBLEM} if media else PROBLEM}
    if kind in (Response, type(None)):
        return {"response_class": Response, **found}
    return {"response_model": Annotated[kind, WIRE], **found}


def _answering(endpoint: Callable[P, R], status: int, *, tagged: bool) -> Callable[P, Response]:
    @wraps(endpoint)
    def answering(*args: P.args, **kwargs: P.kwargs) -> Response:
        found = endpoint(*args, **kwargs)
        if isinstance(found, Response):
            return found
        if found is None:
            return Response(status_code=status)
        return answer(found, status, {"etag": etag(found)} if tagged else None)

    return answering


async def _context(request: Request) -> Context:
    context: Context = request.state.context
    return context


async def _caller(request: Request) -> Caller:
    caller: Caller = request.state.caller
    return caller


async def _facts(request: Request) -> RequestFacts:
    facts: RequestFacts = request.state.facts
    return facts


async def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


async def _unproven(request: Request) -> Context:
    service: Service = request.app.state.service
    return service.unproven()


Asking = Annotated[Context, Depends(_context)]
"""The context of the one who asks: in that one's name, with that one's rights alone."""
Asker = Annotated[Caller, Depends(_caller)]
Facts = Annotated[RequestFacts, Depends(_facts)]
Serving = Annotated[Service, Depends(_service)]
Unproven = Annotated[Context, Depends(_unproven)]
"""A context without any right, for those who have yet to prove who they are."""
