"""The kinds of rules that Slack has for the parts of a message; each raises its own error with place and limit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from integration_console.domain.errors import (
    SlackBlocksNotAddress,
    SlackBlocksPartMissing,
    SlackBlocksTooLong,
    SlackBlocksTooMany,
    SlackBlocksUnknownKind,
    SlackBlocksWrongShape,
)

Part = Mapping[str, Any]


def object_at(value: object, place: str) -> Part:
    """Return `value` as a JSON object."""
    if not isinstance(value, Mapping):
        raise SlackBlocksWrongShape(place=place, expected="object", problem="object")
    return value


def list_at(value: object, place: str, limit: int, *, required: bool = True) -> Sequence[Any]:
    """Return `value` as a list of at most `limit` parts."""
    if value is None and not required:
        return ()
    if not isinstance(value, list | tuple):
        raise SlackBlocksWrongShape(place=place, expected="array", problem="array")
    if required and not value:
        raise SlackBlocksPartMissing(place=place, problem="empty")
    if len(value) > limit:
        raise SlackBlocksTooMany(place=place, count=len(value), limit=limit, problem=f"{len(value)} > {limit}")
    return value


def string_at(value: object, place: str, limit: int, *, required: bool = True) -> str:
    """Return `value` as a text of at most `limit` characters."""
    if value is None and not required:
        return ""
    if value is None or value == "":
        raise SlackBlocksPartMissing(place=place, problem="empty")
    if not isinstance(value, str):
        raise SlackBlocksWrongShape(place=place, expected="string", problem="string")
    if len(value) > limit:
        raise SlackBlocksTooLong(place=place, count=len(value), limit=limit, problem=f"{len(value)} > {limit}")
    return value


def address_at(value: object, place: str, limit: int) -> str:
    """Return `value` as a web address of at most `limit` characters."""
    text = string_at(value, place, limit)
    try:
        usable = urlsplit(text).scheme in ("http", "https") and bool(urlsplit(text).hostname)
    except ValueError:
        usable = False
    if not usable:
        raise SlackBlocksNotAddress(place=place, problem="address")
    return text


def text_at(value: object, place: str, limit: int, *, plain: bool = False) -> None:
    """Check a text object (`{"type": "mrkdwn", "text": ...}`), plain only where Slack wants that."""
    if value is None:
        raise SlackBlocksPartMissing(place=place, problem="missing")
    part = object_at(value, place)
    kind_at(part, place, ("plain_text",) if plain else ("plain_text", "mrkdwn"))
    string_at(part.get("text"), f"{place}.text", limit)


def kind_at(part: Part, place: str, known: Sequence[str]) -> str:
    """Return the part's type, one of `known`."""
    return word_at(part.get("type"), f"{place}.type", known)


def word_at(value: object, place: str, known: Sequence[str]) -> str:
    """Return `value`, one of the words `known`."""
    word = string_at(value, place, 255)
    if word not in known:
        raise SlackBlocksUnknownKind(place=place, kind=word[:40], known=", ".join(known), problem=word[:40])
    return word
