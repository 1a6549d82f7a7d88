"""What the status of an answer says, whoever gave it; nothing of a body is repeated."""

from __future__ import annotations

from http import HTTPStatus

from integration_console.connectors.answers import Answer
from integration_console.domain.errors import (
    PermissionMissing,
    RateLimited,
    RemoteError,
    RemoteNotFound,
    RequestRefused,
    ServerFailed,
    SignInRefused,
)

_BY_STATUS: dict[int, type[RemoteError]] = {
    HTTPStatus.UNAUTHORIZED: SignInRefused,
    HTTPStatus.FORBIDDEN: PermissionMissing,
    HTTPStatus.NOT_FOUND: RemoteNotFound,
    HTTPStatus.GONE: RemoteNotFound,
}


def refuse_by_status(answer: Answer) -> None:
    """Return when the status is a good one (RFC 9110 15). Raises `RemoteError`."""
    status = answer.status
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return
    if status == HTTPStatus.TOO_MANY_REQUESTS or (status == HTTPStatus.SERVICE_UNAVAILABLE and answer.names_pause):
        raise RateLimited(host=answer.host, seconds=answer.pause_seconds)
    if status < HTTPStatus.BAD_REQUEST:
        raise answer.unexpected()  # a redirect: to a sign-in page, as a rule
    usual = ServerFailed if status >= HTTPStatus.INTERNAL_SERVER_ERROR else RequestRefused
    raise _BY_STATUS.get(status, usual)(host=answer.host, status=status)
