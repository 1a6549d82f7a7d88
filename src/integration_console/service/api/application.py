"""The API as one FastAPI application: its routes, its problems, its description."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import HTMLResponse

from integration_console import __version__
from integration_console.domain.errors import ConsoleError, FieldProblem, InvalidInput, NotFound, UnexpectedError
from integration_console.domain.ids import new_id
from integration_console.service.api import (
    api_keys,
    audit,
    case_files,
    connectors,
    figures,
    functions,
    health,
    key_holders,
    log_notes,
    logs,
    members,
    people,
    records,
    retention,
    schedules,
    stream,
    syncs,
    webhooks,
    workspace,
)
from integration_console.service.api.description import completed
from integration_console.service.api.kinds import as_json
from integration_console.service.api.reference import POLICY, reference_page
from integration_console.service.api.routes import PREFIX
from integration_console.service.problems import problem_body, problem_headers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from integration_console.service.api.callers import Service

_log = logging.getLogger(__name__)
_SUBJECTS = (
    people, workspace, connectors, syncs, records, schedules, webhooks, figures, logs, log_notes, case_files, members,
    api_keys, key_holders, audit, retention, stream, functions, health,
)  # fmt: skip


def api_application(service: Service, origins: Sequence[str] = ()) -> FastAPI:
    """Return the application of all routes over the workspace of `service`; browsers may use it from `origins`."""
    application = FastAPI(
        title="Integration Console",
        version=__version__,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    application.state.service = service
    application.add_exception_handler(ConsoleError, _console_error)
    application.add_exception_handler(RequestValidationError, _validation_error)
    application.add_exception_handler(HTTPException, _refused_by_framework)
    application.add_exception_handler(Exception, _unexpected)
    for subject in _SUBJECTS:
        application.include_router(subject.routes.router)
    application.add_route(f"{PREFIX}/openapi.json", _document, include_in_schema=False)
    application.add_route(f"{PREFIX}/reference", _reference, include_in_schema=False)
    application.add_middleware(
        CORSMiddleware,
        allow_origins=list(origins),
        allow_methods=["GET", "POST", "PUT", "DELETE"],
        allow_headers=["Authorization", "Content-Type", "Idempotency-Key", "If-Match", "Last-Event-ID"],
        expose_headers=["ETag", "Retry-After"],
        max_age=600,
    )
    application.openapi = lambda: _described(application)  # type: ignore[method-assign] # FastAPI's own way
    return application


async def _document(request: Request) -> Response:
    return Response(as_json(request.app.openapi()), media_type="application/json")


async def _reference(request: Request) -> Response:
    page = reference_page(request.app.openapi())
    return HTMLResponse(page, headers={"content-security-policy": POLICY, "x-content-type-options": "nosniff"})


def _described(application: FastAPI) -> dict[str, Any]:
    if application.openapi_schema is None:
        plain = get_openapi(title=application.title, version=application.version, routes=application.routes)
        application.openapi_schema = completed(plain)
    return application.openapi_schema


def _problem(error: ConsoleError) -> Response:
    headers = {name.decode(): value.decode() for name, value in problem_headers(error)}
    return Response(problem_body(error), status_code=error.http_status, headers=headers)


def _console_error(request: Request, error: Exception) -> Response:
    del request
    assert isinstance(error, ConsoleError)  # noqa: S101 - registered for this class
    return _problem(error)


def _validation_error(request: Request, error: Exception) -> Response:
    del request
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this class
    problems = [
        FieldProblem(".".join(str(part) for part in each["loc"][1:]) or "body", "{reason}", (("reason", each["msg"]),))
        for each in error.errors()
    ]
    return _problem(InvalidInput(*problems))


def _refused_by_framework(request: Request, error: Exception) -> Response:
    """Say in our own words that there is no such address (or not for this method), or that a body cannot be read."""
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class
    if error.status_code == HTTPStatus.NOT_FOUND:
        return _problem(NotFound(kind="address", id=request.url.path[:200]))
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        return _problem(NotFound(kind="address", id=f"{request.method} {request.url.path[:200]}"))
    return _problem(InvalidInput(FieldProblem("body", "{reason}", (("reason", str(error.detail)),))))


def _unexpected(request: Request, error: Exception) -> Response:
    reference = new_id()
    _log.error("a request to %s failed (reference %s)", request.url.path, reference, exc_info=error)
    return _problem(UnexpectedError(reference=reference))
