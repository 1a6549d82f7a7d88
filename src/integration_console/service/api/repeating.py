"""Idempotency-Key: a request that creates something may be sent again with its key, and is answered as the first time.

Source: draft-ietf-httpapi-idempotency-key-header-07.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool

from integration_console.domain.errors import ConsoleError, FieldProblem, InvalidInput, VaultLocked
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.operations import repeating
from integration_console.service.problems import problem_body, problem_headers
from integration_console.storage.kept_answers import KeptAnswer

if TYPE_CHECKING:
    from integration_console.domain.callers import Caller
    from integration_console.operations.context import Context

IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "minLength": 1, "maxLength": 200},
    "description": "The same key with the same request is answered as the first one was, for 24 hours.",
}
_LONGEST = 200
_UNFIT_KEY = QT_TRANSLATE_NOOP("Forms", "Use 1 to 200 letters, digits and signs without spaces.")
_MAY_HAVE_DONE = frozenset({500, 502, 504})
"""After these, nobody knows whether something happened: to repeat the request is not to do it again."""


async def answered_once(request: Request, inner: Callable[[Request], Awaitable[Response]], *, secret: bool) -> Response:
    """Answer a request by `inner`, or as it was answered before. `secret`: its answer holds a secret in clear."""
    key = request.headers.get("idempotency-key")
    if key is None:
        return await inner(request)
    if not (0 < len(key) <= _LONGEST and key.isascii() and key.isprintable() and " " not in key):
        raise InvalidInput(FieldProblem("Idempotency-Key", _UNFIT_KEY))
    context: Context = request.state.context
    if secret and not context.vault.unlocked:  # its answer could not be kept, and would be lost with the connection
        raise VaultLocked
    asker: Caller = request.state.caller
    caller = f"{asker.kind.value}:{asker.id}"
    fingerprint = _fingerprint(request, await request.body())
    before = await run_in_threadpool(repeating.begun, context, caller, key, fingerprint)
    if before is not None:
        return _again(before)
    pending = KeptAnswer(caller, key, fingerprint, context.clock.now())
    return await _first(request, inner, pending, secret=secret)


async def _first(
    request: Request, inner: Callable[[Request], Awaitable[Response]], pending: KeptAnswer, *, secret: bool
) -> Response:
    context: Context = request.state.context
    try:
        answer = await inner(request)
    except ConsoleError as error:
        if error.http_status in _MAY_HAVE_DONE:
            media_type = dict(problem_headers(error))[b"content-type"].decode()
            kept = _kept(pending, error.http_status, media_type, problem_body(error))
            await run_in_threadpool(repeating.answered, context, kept, secret=False)
        else:
            await run_in_threadpool(repeating.given_up, context, pending.caller, pending.key)
        raise
    except RequestValidationError:  # what cannot be read at all has done nothing
        await run_in_threadpool(repeating.given_up, context, pending.caller, pending.key)
        raise
    kept = _kept(pending, answer.status_code, answer.media_type or "application/json", bytes(answer.body))
    await run_in_threadpool(repeating.answered, context, kept, secret=secret)
    return answer


def _kept(pending: KeptAnswer, status: int, media_type: str, body: bytes) -> KeptAnswer:
    return KeptAnswer(pending.caller, pending.key, pending.fingerprint, pending.created_at, status, media_type, body)


def _again(before: KeptAnswer) -> Response:
    headers = {"idempotent-replayed": "true", "content-type": before.media_type}
    return Response(before.body, before.status or 200, headers)


def _fingerprint(request: Request, body: bytes) -> bytes:
    line = f"{request.method} {request.url.path}?{request.url.query}\n"
    return hashlib.sha256(line.encode() + body).digest()
