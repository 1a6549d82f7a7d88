"""How the pages of a list follow one another: by number, by offset, by cursor, or by a link in the headers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from integration_console.connectors.answers import Answer
from integration_console.connectors.rest.description import PageKind, Paging
from integration_console.domain.errors import AnswerShapeUnknown, NextPageElsewhere

Position = Mapping[str, Any]
"""Where a page stands: {} for the first, else {"at": number, offset or cursor} or {"link": path and query}."""

_LINK = re.compile(r'<([^<>]*)>((?:\s*;\s*[\w!#$&+.^`|~*-]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s",;]+))?)*)')
_PARAMETER = re.compile(r';\s*([\w!#$&+.^`|~*-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]+)))?')
_LONGEST_CURSOR = 4_000


@dataclass(frozen=True, slots=True)
class Arrived:
    """A page that came: its answer, its content, the number of its records and the address that it came from."""

    answer: Answer
    content: Any
    count: int
    address: str


def parameters(paging: Paging, position: Position) -> dict[str, Any]:
    """Return what a request for the page at `position` has to say beside the stream's own query or body.

    A link says everything by itself: it is not asked here.
    """
    said: dict[str, Any] = {}
    if paging.kind is PageKind.PAGE:
        said[paging.parameter] = position.get("at", paging.first)
    elif paging.kind is PageKind.OFFSET:
        said[paging.parameter] = position.get("at", 0)
    elif paging.kind is PageKind.CURSOR and "at" in position:
        said[paging.parameter] = position["at"]
    if paging.size_parameter and paging.kind is not PageKind.NONE:
        said[paging.size_parameter] = paging.size
    return said


def following(paging: Paging, position: Position, page: Arrived, secret_parameter: str = "") -> Position | None:
    """Return where the next page stands; None after the last.

    Numbered pages end with one that is empty, since a source may hand out fewer records than it is asked for, or hide
    some of them: a short page is not the last one for sure. A link must lead to the origin of the page that it came
    with; `secret_parameter` is taken out of it. Raises `NextPageElsewhere`, `AnswerShapeUnknown`.
    """
    if paging.more is not None and not paging.more.apply(page.content):
        return None
    if paging.kind is PageKind.PAGE:
        return {"at": position.get("at", paging.first) + 1} if page.count else None
    if paging.kind is PageKind.OFFSET:
        return {"at": position.get("at", 0) + page.count} if page.count else None
    if paging.kind is PageKind.CURSOR:
        return _next_cursor(paging, page)
    return _next_link(page, secret_parameter) if paging.kind is PageKind.LINK else None


def _next_cursor(paging: Paging, page: Arrived) -> Position | None:
    found = paging.next_cursor.apply(page.content) if paging.next_cursor else None
    if found is None or found is False or found == "":
        return None
    if isinstance(found, str | int) and len(str(found)) <= _LONGEST_CURSOR:
        return {"at": found}
    path = paging.next_cursor.text if paging.next_cursor else ""
    raise AnswerShapeUnknown(host=page.answer.host, what="cursor", path=path)


def _next_link(page: Arrived, secret_parameter: str) -> Position | None:
    target = next_target(page.answer.headers.get("link", ""))
    if not target:
        return None
    try:
        whole, ours = urlsplit(urljoin(page.address, target)), urlsplit(page.address)
        same = _origin(whole.scheme, whole.hostname, whole.port) == _origin(ours.scheme, ours.hostname, ours.port)
        same = same and not whole.username
    except ValueError:
        raise NextPageElsewhere(host=page.answer.host) from None
    if not same:
        raise NextPageElsewhere(host=page.answer.host)
    query = [each for each in parse_qsl(whole.query, keep_blank_values=True) if each[0] != secret_parameter]
    return {"link": f"{whole.path or '/'}{'?' if query else ''}{urlencode(query)}"}


def next_target(header: str) -> str:
    """Return the target of the link whose relation is “next” (RFC 8288 3); "" when there is none."""
    for found in _LINK.finditer(header):
        for name, quoted, bare in _PARAMETER.findall(found.group(2)):
            if name.lower() == "rel" and "next" in (quoted or bare).lower().split():
                return found.group(1).strip()
    return ""


def _origin(scheme: str, host: str | None, port: int | None) -> tuple[str, str, int]:
    return scheme, (host or "").lower(), port or {"https": 443}.get(scheme, 80)
