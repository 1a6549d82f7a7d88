"""The parts of a query that controls beside it show and change: each a condition that must hold by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from integration_console.domain.errors import QueryNotUnderstood
from integration_console.domain.log_query import begins_span, tokens_of
from integration_console.domain.log_terms import is_written_as_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from integration_console.domain.log_query import Token

TIME = "time"
"""The key of every way to write a time."""
_SPANS = ("since", "until", "last")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a query from `begin` to `end` (as in a slice), its key ("": words), and its value as it is meant."""

    begin: int
    end: int
    key: str
    value: str


def plain_parts(query: str) -> tuple[Part, ...]:
    """Return the parts that stand in no bracket, are not denied and have no OR beside them.

    A query that is not understood, or that is two put together by OR, has none.
    """
    try:
        tokens = tokens_of(query)
    except QueryNotUnderstood:
        return ()
    return () if _is_either(tokens) else tuple(_plain(query, tokens))


def values_of(query: str, key: str) -> tuple[str, ...]:
    """Return what the plain parts with a key say; of times, how they are written."""
    return tuple(each.value for each in plain_parts(query) if each.key == key)


def with_part(query: str, key: str, text: str) -> str:
    """Return the query with `text` in place of its plain parts with a key, or behind all where there are none.

    An empty `text` takes them out.
    """
    parts = [each for each in plain_parts(query) if each.key == key]
    if not parts and text and _has_either(query):
        query = f"({query.strip()})"
    place = parts[0].begin if parts else len(query)
    gone_from = len(query)
    for part in reversed(parts):
        query = query[: part.begin] + query[min(part.end, gone_from) :]  # two parts may share the AND between them
        gone_from = part.begin
    before, behind = query[:place].strip(), query[place:].strip()
    if text or not before:
        behind = _without_joining(behind)
    return " ".join(each for each in (before, text, behind) if each)


def quoted(value: str) -> str:
    """Return a value as it stands in a query."""
    bare = value.replace('"', "")
    return f'"{bare}"' if set(bare) & set(" \t(),*") else bare


def _without_joining(query: str) -> str:
    """Return a query without an AND at its beginning, which joined it to what is gone or stands before it now."""
    first, _, rest = query.partition(" ")
    return rest.strip() if first == "AND" else query


def _is_either(tokens: tuple[Token, ...]) -> bool:
    depth = 0
    for token in tokens:
        depth += _opens(token) - _closes(token)
        if depth == 0 and token.is_word("OR"):
            return True
    return False


def _has_either(query: str) -> bool:
    try:
        return _is_either(tokens_of(query))
    except QueryNotUnderstood:
        return False


def _plain(query: str, tokens: tuple[Token, ...]) -> Iterator[Part]:
    depth, is_denied, at = 0, False, 0
    while at < len(tokens):
        token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
        depth += _opens(token) - _closes(token)
        count = 2 if following is not None and begins_span(token, following) else 1
        stands = depth == 0 and not is_denied and not token.is_sign and not token.is_word("AND")
        is_denied = token.is_word("NOT") or (token.is_sign and token.text == "-")
        if stands and not is_denied:
            yield _part(query, tokens, at, at + count)
        at += count


def _part(query: str, tokens: tuple[Token, ...], first: int, behind: int) -> Part:
    """Return the part of the tokens from `first` to before `behind`; an AND that joins it to others goes with it."""
    token, begin, end = tokens[first], tokens[first].begin, tokens[behind - 1].end
    value = token.value
    is_time = not token.key and not token.is_quoted and is_written_as_time(token.value)
    key = TIME if behind - first > 1 or token.key in _SPANS or is_time else token.key
    if key == TIME:
        value = query[begin:end]
    if first > 0 and tokens[first - 1].is_word("AND"):
        begin = tokens[first - 1].begin
    elif behind < len(tokens) and tokens[behind].is_word("AND"):
        end = tokens[behind].end
    return Part(begin, end, key, value)


def _opens(token: Token) -> bool:
    return token.is_sign and token.text == "("


def _closes(token: Token) -> bool:
    return token.is_sign and token.text == ")"
