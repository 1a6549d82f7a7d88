"""How a REST API in miniature hands out its list: in every way that such APIs do."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from integration_console.sandbox.rest_rows import Row
from integration_console.sandbox.web import Reply, Request, json_reply

USUAL_SIZE = 50
LARGEST_SIZE = 200


class Refused(Exception):
    """The request is none that this API takes: HTTP 400."""


def page_list(rows: Sequence[Row], request: Request, *, stuck: bool = False) -> Reply:
    """Answer by the number of the page, from 1 on; `stuck` gives the first page whatever is asked for."""
    number, size = _number(request.fields, "page", 1, 1), _size(request.fields, "per_page")
    number = 1 if stuck else number
    part = rows[(number - 1) * size : number * size]
    return json_reply({"items": part, "page": number, "total": len(rows), "has_more": number * size < len(rows)})


def django_list(rows: Sequence[Row], request: Request) -> Reply:
    """Answer by the number of the page as Django REST framework does: a page that is not there is HTTP 404."""
    number, size = _number(request.fields, "page", 1, 1), _size(request.fields, "page_size")
    part = rows[(number - 1) * size : number * size]
    if not part and number > 1:
        return json_reply({"detail": "Invalid page."}, 404)
    return json_reply({"count": len(rows), "results": part})


def offset_list(rows: Sequence[Row], request: Request) -> Reply:
    """Answer by offset and limit."""
    offset, limit = _number(request.fields, "offset", 0, 0), _size(request.fields, "limit")
    return json_reply({"data": {"items": rows[offset : offset + limit]}, "meta": {"total": len(rows)}})


def cursor_list(rows: Sequence[Row], request: Request, *, stuck: bool = False) -> Reply:
    """Answer by cursor; `stuck` gives the same next cursor for ever."""
    size, after = _size(request.fields, "limit"), _after(request.fields.get("cursor"))
    left = [row for row in rows if row["id"] > after]
    part = left[:size]
    following = _cursor(part[-1]["id"]) if len(left) > size else None
    following = _cursor(1) if stuck else following
    return json_reply({"items": part, "next_cursor": following})


def link_list(rows: Sequence[Row], request: Request, origin: str) -> Reply:
    """Answer a bare list with Link headers (RFC 8288), whose targets lead to `origin`."""
    number, size = _number(request.fields, "page", 1, 1), _size(request.fields, "per_page")
    part = rows[(number - 1) * size : number * size]
    kept = {name: str(value) for name, value in request.fields.items() if name != "page"}
    first = f'<{origin}{request.path}?{urlencode({**kept, "page": 1})}>; rel="first"'
    following = f'<{origin}{request.path}?{urlencode({**kept, "page": number + 1})}>; rel="next"'
    links = [first] if number * size >= len(rows) else [first, following]
    reply = json_reply({})
    return Reply(200, _list(part), reply.content_type, {"Link": ", ".join(links)})


def whole_list(rows: Sequence[Row]) -> Reply:
    """Answer everything at once, as a bare list."""
    return Reply(200, _list(rows))


def _list(rows: Sequence[Row]) -> bytes:
    return json_reply({"": list(rows)}).body[len('{"": ') : -1]


def _size(fields: Mapping[str, Any], name: str) -> int:
    return min(_number(fields, name, USUAL_SIZE, 1), LARGEST_SIZE)


def _number(fields: Mapping[str, Any], name: str, usual: int, least: int) -> int:
    try:
        number = int(fields.get(name, usual))
    except (TypeError, ValueError):
        raise Refused(name) from None
    if number < least:
        raise Refused(name)
    return number


def _cursor(after: int) -> str:
    return base64.urlsafe_b64encode(f"after:{after}".encode()).decode()


def _after(cursor: Any) -> int:
    if not cursor:
        return 0
    try:
        return int(base64.urlsafe_b64decode(str(cursor)).decode().removeprefix("after:"))
    except ValueError:
        raise Refused("cursor") from None
