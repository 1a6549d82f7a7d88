"""Turns the HTTP library's errors into the product's own, leaving behind the addresses and headers they know."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

import httpx

from integration_console.domain.errors import (
    ConnectionBroken,
    ConnectionRefused,
    HostNotFound,
    RemoteError,
    TimedOut,
    TlsFailed,
    UnexpectedAnswer,
)

FOREIGN = (httpx.HTTPError, httpx.InvalidURL, UnicodeError)


def translated(error: Exception, host: str, timeout_seconds: float) -> RemoteError:
    """Return the product's error for `error`; only the host's name is taken over."""
    causes = tuple(_causes(error))
    if isinstance(error, httpx.InvalidURL | UnicodeError) or _has(causes, socket.gaierror):
        return HostNotFound(host=host)
    if _has(causes, ssl.SSLError):
        return TlsFailed(host=host)
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout | httpx.ProxyError):
        return ConnectionRefused(host=host)
    if isinstance(error, httpx.TimeoutException):
        return TimedOut(host=host, seconds=f"{timeout_seconds:g}")
    if isinstance(error, httpx.RemoteProtocolError) and not _ended_early(error):
        return UnexpectedAnswer(host=host, status="-", content_type="-")
    return ConnectionBroken(host=host)


def _ended_early(error: httpx.RemoteProtocolError) -> bool:
    return any(word in str(error) for word in ("disconnected", "closed"))


def _has(causes: tuple[BaseException, ...], *kinds: type[BaseException]) -> bool:
    return any(isinstance(cause, kinds) for cause in causes)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
