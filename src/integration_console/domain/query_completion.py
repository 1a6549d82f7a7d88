"""What may follow in a query while it is written: keys, their values, and saved filters by name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from integration_console.domain.folding import folded
from integration_console.domain.log_query import FILTER
from integration_console.domain.log_terms import HAD, KEYS
from integration_console.domain.logs import LogStatus
from integration_console.domain.query_parts import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_CHOICES = 40
_LISTED = ("status", "type")
"""Keys whose values may stand between commas."""
_NAMED = ("connector", "webhook", FILTER)
"""Keys whose values are names, which may have blanks."""
_SPANS = ("15m", "1h", "24h", "7d", "30d")
_DURATIONS = (">500ms", ">1s", ">10s", ">1m", "1s..10s")


class ChoiceKind(StrEnum):
    """What a choice is."""

    KEY = "key"
    VALUE = "value"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class Choice:
    """A text that may stand there."""

    text: str
    kind: ChoiceKind


@dataclass(frozen=True, slots=True)
class Completion:
    """The choices, and the stretch of the query (as in a slice) that each would take the place of."""

    begin: int
    end: int
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that a query may use here."""

    types: Sequence[str] = ()
    connectors: Sequence[str] = ()
    webhooks: Sequence[str] = ()
    filters: Sequence[str] = ()


def completion(query: str, place: int, words: Vocabulary, *, is_asked: bool = False) -> Completion:
    """Return what may stand at a place of a query; where nothing is begun yet, only to one who asks."""
    begin = _begin(query, place)
    piece = query[begin:place]
    key, colon, value = piece.partition(":")
    if not colon:
        choices = tuple(_first(piece, words)) if piece or is_asked else ()
        return Completion(begin, place, choices)
    begin += len(key) + 1
    if key.lower() in _LISTED and not value.startswith('"'):
        begin += value.rfind(",") + 1
    begun = query[begin:place].removeprefix('"')
    values = _fitting(begun, _values(key.lower(), words))
    found = tuple(Choice(quoted(each) if key.lower() in _NAMED else each, ChoiceKind.VALUE) for each in values)
    return Completion(begin, place, () if [each.text for each in found] == [query[begin:place]] else found)


def completed(query: str, found: Completion, choice: Choice) -> tuple[str, int]:
    """Return the query with a choice in it, and the place behind it; after a value a blank follows."""
    ends = choice.kind is not ChoiceKind.KEY
    behind = query[found.end :]
    text = f"{choice.text} " if ends and not behind.startswith((" ", ")")) else choice.text
    place = found.begin + len(text) + (1 if ends and behind.startswith(" ") else 0)
    return query[: found.begin] + text + behind, place


def _begin(query: str, place: int) -> int:
    """Return where the piece begins that stands before a place: behind a blank, a bracket or a minus."""
    begin, is_quoted = 0, False
    for at, letter in enumerate(query[:place]):
        if letter == '"':
            is_quoted = not is_quoted
        elif not is_quoted and (letter in " \t()" or (letter == "-" and at == begin)):
            begin = at + 1
    return begin


def _first(begun: str, words: Vocabulary) -> Iterator[Choice]:
    """Yield keys that begin so, and saved filters with the words in their names."""
    keys = (*KEYS, FILTER) if words.filters else KEYS
    yield from (Choice(f"{each}:", ChoiceKind.KEY) for each in keys if each.startswith(begun.lower()))
    names = _fitting(begun.removeprefix('"'), words.filters)
    yield from (Choice(f"{FILTER}:{quoted(each)}", ChoiceKind.SAVED) for each in names)


def _values(key: str, words: Vocabulary) -> Iterable[str]:
    values: dict[str, Iterable[str]] = {
        "status": (each.value for each in reversed(LogStatus)),
        "type": (*words.types, *_groups(words.types)),
        "connector": words.connectors,
        "webhook": words.webhooks,
        FILTER: words.filters,
        "has": HAD,
        "last": _SPANS,
        "duration": _DURATIONS,
    }
    return values.get(key, ())


def _groups(types: Iterable[str]) -> list[str]:
    """Return `sync.*` for all types that begin with `sync.`."""
    return sorted({f"{each.partition('.')[0]}.*" for each in types if "." in each})


def _fitting(begun: str, values: Iterable[str]) -> list[str]:
    """Return the values that begin so, then those that have it within; a quotation mark cannot be written."""
    wanted = folded(begun)
    fitting = [each for each in values if wanted in folded(each) and '"' not in each]
    return sorted(fitting, key=lambda each: not folded(each).startswith(wanted))[:MOST_CHOICES]
