"""Errors over HTTP: problem details (RFC 9457), with the stable code from which a client makes the class again."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import orjson

from integration_console.domain.errors import (
    ConsoleError,
    DiskFull,
    InvalidInput,
    QueueFull,
    VaultLocked,
    WorkspaceBusy,
)
from integration_console.domain.wire import to_wire

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping
    from typing import Any

    Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

_PAUSES = {QueueFull: 1, WorkspaceBusy: 2, DiskFull: 5, VaultLocked: 30}


def problem_body(error: ConsoleError) -> bytes:
    """Return the JSON of an error's problem details."""
    problem: dict[str, object] = {
        "type": f"urn:integration-console:error:{error.code}",
        "title": error.title,
        "status": error.http_status,
        "detail": error.advice,
        "code": error.code,
        "params": dict(error.params),
    }
    if isinstance(error, InvalidInput):
        problem["errors"] = [{**to_wire(each), "detail": each.sentence} for each in error.problems]
    return orjson.dumps(problem)


def problem_headers(error: ConsoleError) -> list[tuple[bytes, bytes]]:
    """Return the headers that go with an error: its media type, and when to come back."""
    headers = [(b"content-type", b"application/problem+json")]
    seconds = error.params.get("seconds") if error.http_status == HTTPStatus.TOO_MANY_REQUESTS else None
    pause = seconds or (
        str(_PAUSES.get(type(error), 2)) if error.http_status == HTTPStatus.SERVICE_UNAVAILABLE else None
    )
    if pause:
        headers.append((b"retry-after", pause.encode()))
    if error.http_status == HTTPStatus.UNAUTHORIZED:
        headers.append((b"www-authenticate", b"Signature" if error.code.startswith("webhook.") else b"Bearer"))
    if error.http_status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers.append((b"allow", b"POST"))
    return headers


async def send_problem(send: Send, error: ConsoleError) -> None:
    """Answer a raw ASGI request with an error."""
    await send_answer(send, error.http_status, problem_headers(error), problem_body(error))


async def send_answer(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    """Answer a raw ASGI request."""
    length = (b"content-length", b"%d" % len(body))
    await send({"type": "http.response.start", "status": status, "headers": [*headers, length]})
    await send({"type": "http.response.body", "body": body})
