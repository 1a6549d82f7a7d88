"""ETag and If-Match (RFC 9110, 8.8.3 and 13.1.1): a change is made to what its caller has seen, or not at all."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from fastapi import Request

from integration_console.domain.errors import ChangedMeanwhile
from integration_console.service.api.kinds import as_json

IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "schema": {"type": "string"},
    "description": "The ETag of what the caller has seen; anything else in its place is answered with 412.",
}
_one_at_a_time = threading.Lock()
"""Changes that this process makes with a look before them follow each other."""


@dataclass(frozen=True, slots=True)
class Switch:
    """Whether something is to be active."""

    active: bool


def etag(value: object) -> str:
    """Return the strong validator of a value: it changes with every part of it."""
    return f'"{hashlib.sha256(as_json(value)).hexdigest()[:32]}"'


@contextmanager
def changing(request: Request, present: Callable[[], object]) -> Iterator[None]:
    """Let the block change what `present` returns, once it is what `If-Match` names. Raises `ChangedMeanwhile`."""
    with _one_at_a_time:
        wanted = request.headers.get("if-match")
        if wanted is not None and not _fits(wanted, present()):
            raise ChangedMeanwhile
        yield


def _fits(wanted: str, value: object) -> bool:
    return wanted.strip() == "*" or etag(value) in (each.strip() for each in wanted.split(","))
