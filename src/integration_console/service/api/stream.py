"""The live stream: what changed, as server-sent events that a client resumes by position. Async."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Header, Request, Response
from starlette.responses import StreamingResponse

from integration_console.domain.permissions import Rights
from integration_console.operations import workspace
from integration_console.service.api.broker import Follower, Told
from integration_console.service.api.callers import credential_of
from integration_console.service.api.kinds import as_json
from integration_console.service.api.routes import Asker, Facts, Routes, Serving
from integration_console.service.problems import problem_body

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from integration_console.service.api.callers import Service

routes = Routes("stream")
_MEDIA = "text/event-stream"
_BEAT_SECONDS = 15.0
LastEventId = Annotated[str, Header(max_length=20, pattern="^[0-9]*$", alias="Last-Event-ID")]


@routes.route("GET", "/stream", workspace.state, media=(_MEDIA,))
def stream(asker: Asker, facts: Facts, service: Serving, request: Request, last_event_id: LastEventId = "") -> Response:
    """Follow what changes: events `ready`, `change` (a subject), `gap` (look at everything anew) and `end` (and why).

    The stream ends within a second when the caller's rights do. With `Last-Event-ID` it begins with what was missed.
    """
    credential = credential_of(request)

    def still_allowed() -> Rights:
        return service.asking(credential, facts, "workspace.read")[0].rights

    follower = Follower(still_allowed, asker.rights)
    last = int(last_event_id) if last_event_id else None
    return StreamingResponse(_events(service, follower, last), media_type=_MEDIA)


async def _events(service: Service, follower: Follower, last: int | None) -> AsyncIterator[bytes]:
    try:
        newest = await service.broker.follow(follower, last)
        yield _event("ready", b"{}", newest if last is None else None)
        while True:
            told = await follower.next(_BEAT_SECONDS)
            yield b": all is quiet\n\n" if told is None else _written(told)
            if told is not None and told.ended is not None:
                return
    finally:
        service.broker.leave(follower)


def _written(told: Told) -> bytes:
    if told.ended is not None:
        return _event("end", problem_body(told.ended))
    if told.is_gap:
        return _event("gap", b"{}", told.resume_at)
    return _event("change", as_json(told.change), told.resume_at or None)


def _event(name: str, content: bytes, resume_at: int | None = None) -> bytes:
    place = b"" if resume_at is None else b"id: %d\n" % resume_at
    return b"%bevent: %b\ndata: %b\n\n" % (place, name.encode(), content)
