"""The query language of the log: what people write, understood as a condition.

    query   := and { "OR" and }              and  := not { ["AND"] not }
    not     := ("-" | "NOT") not | "(" query ")" | term
    term    := word | "several words" | key:value | key:"a value" | time

Keys: status, type, connector, webhook, id, event, correlation, error (a value may end in `*`; several stand between
commas), has, duration, since, until, filter (a saved one). A time is `last 24h`, a day `2026-11-05`, or a span
`2026-11-01..2026-11-05`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from integration_console.domain.errors import QueryNotUnderstood
from integration_console.domain.folding import folded
from integration_console.domain.log_conditions import EVERYTHING, Contains, Not, all_of, any_of
from integration_console.domain.log_terms import KEYS, Meaningless, last, time_of

if TYPE_CHECKING:
    from integration_console.domain.log_conditions import Condition
    from integration_console.domain.log_terms import Names

FILTER = "filter"
"""The key of saved filters."""
LONGEST = 2_000
"""Characters of a query."""
_DEEPEST = 40
_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<bracket>[()])|(?P<minus>-(?=[^\s)]))"
    r'|(?:(?P<key>[A-Za-z_]+):(?!//))?(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s()"]+))?'
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query and where it is: a bracket, `-`, or a term with its key ("" where it has none)."""

    begin: int
    end: int
    text: str
    key: str = ""
    value: str = ""
    is_quoted: bool = False
    is_sign: bool = False

    def is_word(self, word: str) -> bool:
        """Return whether it is this very word, without a key and without marks."""
        return not (self.key or self.is_quoted or self.is_sign) and self.value == word


def parse_query(query: str, names: Names) -> Condition:
    """Return the condition that `query` stands for. Raises `QueryNotUnderstood` with part and position."""
    reader = _Reader(tokens_of(query), names, len(query))
    return reader.whole()


def tokens_of(query: str) -> tuple[Token, ...]:
    """Return the pieces of a query. Raises `QueryNotUnderstood` where a quotation mark is not closed."""
    if len(query) > LONGEST:
        raise _not_understood(query[LONGEST : LONGEST + 20], LONGEST)
    found: list[Token] = []
    at = 0
    while at < len(query):
        match = _TOKEN.match(query, at)
        if match is None or match.end() == at:
            raise _not_understood(query[at:], at)
        if match["space"] is None:
            found.append(_token(match))
        at = match.end()
    return tuple(found)


def begins_span(token: Token, following: Token) -> bool:
    """Return whether two pieces beside each other are one time, such as `last 24h`."""
    return token.is_word("last") and not following.key and following.value[:1].isdecimal()


def _token(match: re.Match[str]) -> Token:
    text, key, quoted = match[0], match["key"] or "", match["quoted"]
    if match["bracket"] or match["minus"]:
        return Token(match.start(), match.end(), text, is_sign=True)
    value = (match["bare"] or "") if quoted is None else " ".join(quoted.split())
    return Token(match.start(), match.end(), text, key.lower(), value, quoted is not None)


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, tokens: tuple[Token, ...], names: Names, length: int) -> None:
        self._tokens, self._names, self._length = tokens, names, length
        self._at = 0
        self._depth = 0

    def whole(self) -> Condition:
        if not self._tokens:
            return EVERYTHING
        found = self._either()
        if self._next is not None:  # a bracket that was never opened
            raise _of(self._next)
        return found

    @property
    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _either(self) -> Condition:
        parts = [self._both()]
        while self._take("OR"):
            parts.append(self._both())
        return any_of(*parts)

    def _both(self) -> Condition:
        parts = [self._one()]
        while self._next is not None and self._next.text != ")" and not self._next.is_word("OR"):
            self._take("AND")
            parts.append(self._one())
        return all_of(*parts)

    def _one(self) -> Condition:
        token = self._next
        if token is None:
            raise _not_understood("", self._length)
        self._at += 1
        if token.is_word("NOT") or (token.is_sign and token.text == "-"):
            return self._denied(token)
        if token.is_sign:
            return self._bracketed(token)
        if token.is_word("OR") or token.is_word("AND"):
            raise _of(token)
        return self._term(token)

    def _denied(self, token: Token) -> Condition:
        self._deepen(token)
        found = Not(self._one())
        self._depth -= 1
        return found

    def _bracketed(self, token: Token) -> Condition:
        self._deepen(token)
        if token.text != "(":
            raise _of(token)
        found = self._either()
        closing = self._next
        if closing is None or closing.text != ")":
            raise _of(token)
        self._at += 1
        self._depth -= 1
        return found

    def _deepen(self, token: Token) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _of(token)

    def _term(self, token: Token) -> Condition:
        following = self._next
        try:
            if token.key:
                return _keyed(token, self._names)
            if following is not None and begins_span(token, following):
                self._at += 1
                token = Token(token.begin, following.end, f"{token.text} {following.text}", "last", following.value)
                return last(following.value, self._names)
            time = None if token.is_quoted else time_of(token.value, self._names)
        except Meaningless as error:
            raise _of(token) from error
        return time if time is not None else _words(token)

    def _take(self, word: str) -> bool:
        found = self._next is not None and self._next.is_word(word)
        self._at += found
        return found


def _keyed(token: Token, names: Names) -> Condition:
    if token.key == FILTER and token.value:
        return any_of(*(_saved(each, names) for each in _values(token)))
    read = KEYS.get(token.key)
    if read is None or not token.value:
        raise Meaningless
    return any_of(*(read(each, names) for each in _values(token)))


def _values(token: Token) -> tuple[str, ...]:
    return (token.value,) if token.is_quoted else tuple(each for each in token.value.split(",") if each)


def _saved(name: str, names: Names) -> Condition:
    """Return what a saved filter stands for; within one, there are no others."""
    wanted = folded(name)
    query = next((each for each_name, each in names.filters.items() if folded(each_name) == wanted), None)
    if query is None:
        raise Meaningless
    try:
        return parse_query(query, replace(names, filters={}))
    except QueryNotUnderstood as error:  # what it names was removed since
        raise Meaningless from error


def _words(token: Token) -> Condition:
    return Contains(words) if (words := folded(token.value)) else EVERYTHING


def _of(token: Token) -> QueryNotUnderstood:
    return _not_understood(token.text, token.begin)


def _not_understood(part: str, position: int) -> QueryNotUnderstood:
    return QueryNotUnderstood(part=part or "…", position=position)
