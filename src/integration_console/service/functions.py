"""The functions that other systems may call, as a FastAPI application; endpoints are plain `def`."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from integration_console import __version__
from integration_console.domain.connectors import Message
from integration_console.domain.errors import ConsoleError, FieldProblem, InvalidInput, NotFound, UnexpectedError
from integration_console.domain.ids import new_id
from integration_console.operations import messages
from integration_console.service.problems import problem_body, problem_headers
from integration_console.service.syncs import syncs_router

if TYPE_CHECKING:
    from integration_console.operations.context import Context

_log = logging.getLogger(__name__)


class RichMessage(BaseModel):
    """A message with more than text; the names are Slack's."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=40_000)
    channel: Annotated[str, Field(max_length=200)] = ""
    username: Annotated[str, Field(max_length=200)] = ""
    icon: Annotated[str, Field(max_length=2_000)] = ""
    blocks: list[dict[str, Any]] = []
    attachments: list[dict[str, Any]] = []


class SlackNotify(BaseModel):
    """What `slack-notify` takes: a connector and a message, plain or rich."""

    model_config = ConfigDict(extra="forbid")

    connector_id: str
    message: Annotated[str, Field(min_length=1, max_length=40_000)] | RichMessage


class Sent(BaseModel):
    """What came of a message: where it went, and its reference there."""

    status: str
    channel: str
    reference: str


def functions_application(context: Context) -> FastAPI:
    """Return the application of all functions over the workspace of `context`."""
    application = FastAPI(
        title="Integration Console",
        version=__version__,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    application.add_exception_handler(ConsoleError, _console_error)
    application.add_exception_handler(RequestValidationError, _validation_error)
    application.add_exception_handler(HTTPException, _refused_by_framework)
    application.add_exception_handler(Exception, _unexpected)

    @application.post("/functions/v1/slack-notify", tags=["functions"])
    def slack_notify(body: SlackNotify) -> Sent:
        """Send a message through a Slack connector."""
        receipt = messages.notify(context, body.connector_id, _message(body.message))
        return Sent(status="sent", channel=receipt.channel, reference=receipt.reference)

    application.include_router(syncs_router(context))

    @application.get("/livez", tags=["health"])
    def livez() -> dict[str, str]:
        """Say that the program runs."""
        return {"status": "alive"}

    return application


def _message(given: str | RichMessage) -> Message:
    if isinstance(given, str):
        return Message(given)
    parts = {"blocks": tuple(given.blocks), "attachments": tuple(given.attachments)}
    return Message(given.text, given.channel, given.username, given.icon, **parts)


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
