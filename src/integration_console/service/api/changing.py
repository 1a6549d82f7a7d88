"""ETag and If-Match (RFC 9110, 8.8.3 and 13.1.1): a change is made to what its caller has seen, or not at all."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fastapi import Request

from integration_console.domain.errors import ChangedMeanwhile
from integration_console.service.api.kinds import as_json
from integration_console.storage.conditional import ConditionalStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.operations.context import Context
    from integration_console.storage.store import Store

IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "schema": {"type": "string"},
    "description": "The ETag of what the caller has seen; anything else in its place is answered with 412.",
}


@dataclass(frozen=True, slots=True)
class Switch:
    """Whether something is to be active."""

    active: bool


def etag(value: object) -> str:
    """Return the strong validator of a value: it changes with every part of it."""
    return f'"{hashlib.sha256(as_json(value)).hexdigest()[:32]}"'


def on_condition(request: Request, asking: Context, present: Callable[[Context], object]) -> Context:
    """Return a context that changes what `present` returns only while it is what `If-Match` names.

    The context's first change raises `ChangedMeanwhile` otherwise, whoever was quicker, in this process or another.
    Raises `ChangedMeanwhile` at once where it is something else already.
    """
    wanted = request.headers.get("if-match")
    if wanted is None:
        return asking

    def require(store: Store) -> None:
        if not _fits(wanted, present(replace(asking, store=store))):
            raise ChangedMeanwhile

    require(asking.store)
    return replace(asking, store=ConditionalStore(asking.store, require))


def _fits(wanted: str, value: object) -> bool:
    return wanted.strip() == "*" or etag(value) in (each.strip() for each in wanted.split(","))
