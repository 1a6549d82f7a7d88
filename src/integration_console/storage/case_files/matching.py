"""Which entries of a case file meet a condition: whole blocks are ruled out first, then columns are looked at at once.

Every answer is that of `domain.log_conditions.holds` with the payload's text; the tests compare the two.
"""

from __future__ import annotations

from enum import Enum
from math import isnan
from typing import TYPE_CHECKING, TypeAlias

from integration_console.domain.clock import microseconds
from integration_console.domain.folding import folded
from integration_console.domain.log_conditions import (
    ATTRIBUTES,
    AllOf,
    AnyOf,
    Comparison,
    Contains,
    FieldIs,
    Has,
    Lasted,
    LogField,
    Not,
    Noted,
    StatusIs,
    Within,
    searched_text,
)
from integration_console.domain.log_payloads import searched_payload
from integration_console.storage.case_files import layout
from integration_console.storage.case_files.blocks import ID_FIELDS, Block
from integration_console.storage.case_files.grams import Index, digit_buckets, letter_buckets
from integration_console.storage.case_files.text_search import everything, mask_of
from integration_console.storage.case_files.zones import FLAGS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from integration_console.domain.log_conditions import Condition
    from integration_console.storage.case_files.indexes import Indexes
    from integration_console.storage.case_files.zones import Zone


class Share(Enum):
    """How much of a block can meet a condition."""

    NOTHING = 0
    SOME = 1
    ALL = 2


_CONTRARY = {Share.NOTHING: Share.ALL, Share.SOME: Share.SOME, Share.ALL: Share.NOTHING}
_LETTERED = frozenset({LogField.TYPE, LogField.ERROR})
Leaf: TypeAlias = Contains | StatusIs | FieldIs | Has | Lasted | Within | Noted


class Matcher:
    """A condition over the blocks of one file."""

    def __init__(self, condition: Condition, indexes: Indexes) -> None:
        """Look for `condition`, asking `indexes` which blocks can have it at all."""
        self._condition = condition
        self._indexes = indexes
        self._holding: dict[tuple[Index, str, int], int] = {}

    def share(self, number: int, zone: Zone) -> Share:
        """Return how much of a block can meet the condition, without reading the block."""
        return self._share(self._condition, number, zone)

    def mask(self, number: int, block: Block) -> int:
        """Return which entries of a block meet the condition."""
        return self._mask(self._condition, number, block)

    def _share(self, condition: Condition, number: int, zone: Zone) -> Share:
        if isinstance(condition, Not):
            return _CONTRARY[self._share(condition.part, number, zone)]
        if isinstance(condition, AllOf):
            return min((self._share(each, number, zone) for each in condition.parts), key=_value, default=Share.ALL)
        if isinstance(condition, AnyOf):
            return max((self._share(each, number, zone) for each in condition.parts), key=_value, default=Share.NOTHING)
        if isinstance(condition, Contains):
            return self._share_containing(condition.words, number)
        if isinstance(condition, FieldIs):
            return self._share_having(condition, number, zone)
        return _BY_ZONE[type(condition)](condition, zone)

    def _share_containing(self, words: str, number: int) -> Share:
        if not words:
            return Share.ALL
        found = self._with_letters(Index.TEXTS, words, number) or self._with_letters(Index.PAYLOADS, words, number)
        return Share.SOME if found else Share.NOTHING

    def _share_having(self, condition: FieldIs, number: int, zone: Zone) -> Share:
        value = condition.value
        if condition.field in _LETTERED:
            may = self._with_letters(Index.TEXTS, folded(value), number, digits=False)
        elif condition.field is LogField.ID:
            length = min(len(value), len(zone.first_id), len(zone.last_id))
            may = zone.first_id[:length] <= value[:length] <= zone.last_id[:length] or len(zone.last_id) < len(value)
        else:
            may = self._with_digits(value.lower(), number)
        return Share.SOME if may else Share.NOTHING

    def _with_letters(self, index: Index, words: str, number: int, *, digits: bool = True) -> bool:
        """Return whether a block can hold words in its texts or payloads at all."""
        if digits and not self._with_digits(words, number):
            return False
        return self._is_among(index, words, number, letter_buckets)

    def _with_digits(self, words: str, number: int) -> bool:
        return self._is_among(Index.DIGITS, words, number, digit_buckets)

    def _is_among(self, index: Index, words: str, number: int, buckets_of: Callable[[str], frozenset[int]]) -> bool:
        segment, bit = divmod(number, layout.SEGMENT_BLOCKS)
        key = (index, words, segment)
        found = self._holding.get(key)
        if found is None:
            found = self._holding[key] = self._indexes.holding(index, buckets_of(words), segment)
        return bool(found >> bit & 1)

    def _mask(self, condition: Condition, number: int, block: Block) -> int:
        share = self._share(condition, number, block.zone)
        if share is not Share.SOME:
            return everything(block.count) if share is Share.ALL else 0
        if isinstance(condition, Not):
            return everything(block.count) ^ self._mask(condition.part, number, block)
        if isinstance(condition, AllOf):
            return self._mask_of_all(condition, number, block)
        if isinstance(condition, AnyOf):
            found = 0
            for each in sorted(condition.parts, key=_cost):
                found |= self._mask(each, number, block)
            return found
        if isinstance(condition, Contains):
            return self._mask_containing(condition.words, number, block)
        return _BY_COLUMN[type(condition)](condition, block)

    def _mask_of_all(self, condition: AllOf, number: int, block: Block) -> int:
        found = everything(block.count)
        for each in sorted(condition.parts, key=_cost):
            found &= self._mask(each, number, block)
            if not found:
                break
        return found

    def _mask_containing(self, words: str, number: int, block: Block) -> int:
        if "\n" in words:
            return _over_lines(words, block)
        found = 0
        if self._with_letters(Index.TEXTS, words, number):
            found |= block.messages.having(words) | block.topics.having(words)
            for name in ("event_type", "error_code"):
                found |= _of_words(block, name, lambda word: words in folded(word))
        if self._with_letters(Index.PAYLOADS, words, number):
            for column in block.payloads:
                found |= column.having(words)
        return found


def _over_lines(words: str, block: Block) -> int:
    """Return which entries hold words of several lines: only the whole text of an entry tells."""
    flags = bytearray(block.count)
    for row in range(block.count):
        detail = block.detail(row)
        entry = detail.entry
        payload = searched_payload(detail.payload, detail.headers, detail.body)
        flags[row] = words in searched_text(entry) or words in payload
    return mask_of(flags)


def _of_words(block: Block, name: str, wanted: Callable[[str], bool]) -> int:
    words, codes = block.words(name)
    fits = bytes(map(wanted, words))
    if not any(fits):
        return 0
    if isinstance(codes, bytes):
        return mask_of(codes.translate(fits.ljust(256, b"\0")))
    return mask_of(bytes(fits[code] for code in codes))


def _statuses(condition: StatusIs, block: Block) -> int:
    table = bytes(status in condition.statuses for status in STATUSES).ljust(256, b"\0")
    return mask_of(block.statuses.translate(table))


def _field(condition: FieldIs, block: Block) -> int:
    value, attribute = condition.value, ATTRIBUTES[condition.field]
    if attribute not in ID_FIELDS:
        return _of_words(
            block, attribute, lambda word: word.startswith(value) if condition.is_prefix else word == value
        )
    found = block.ids(attribute)
    return mask_of(bytes(each.startswith(value) if condition.is_prefix else each == value for each in found))


def _has(condition: Has, block: Block) -> int:
    if condition.field is None:
        return mask_of(bytes(not isnan(each) for each in block.durations))
    attribute = ATTRIBUTES[condition.field]
    if attribute in ID_FIELDS:
        return mask_of(bytes(each != "" for each in block.ids(attribute)))
    return _of_words(block, attribute, bool)


def _lasted(condition: Lasted, block: Block) -> int:
    compare, wanted = _COMPARED[condition.comparison], condition.milliseconds
    return mask_of(bytes(compare(each, wanted) for each in block.durations))


def _within(condition: Within, block: Block) -> int:
    since, until = _bounds(condition)
    return mask_of(bytes(since <= each < until for each in block.moments))


def _bounds(condition: Within) -> tuple[float, float]:
    def number(moment: datetime | None, nothing: float) -> float:
        return nothing if moment is None else microseconds(moment)

    return number(condition.since, float("-inf")), number(condition.until, float("inf"))


def _zone_statuses(condition: StatusIs, zone: Zone) -> Share:
    wanted = sum(1 << at for at, status in enumerate(STATUSES) if status in condition.statuses)
    if not zone.statuses & wanted:
        return Share.NOTHING
    return Share.SOME if zone.statuses & ~wanted else Share.ALL


def _zone_has(condition: Has, zone: Zone) -> Share:
    if condition.field not in FLAGS:
        return Share.SOME
    bit = 1 << FLAGS.index(condition.field)
    if not zone.some & bit:
        return Share.NOTHING
    return Share.ALL if zone.every & bit else Share.SOME


def _zone_lasted(condition: Lasted, zone: Zone) -> Share:
    compare, wanted = _COMPARED[condition.comparison], condition.milliseconds
    bounds = compare(zone.shortest, wanted), compare(zone.longest, wanted)
    return Share.SOME if zone.shortest <= zone.longest and any(bounds) else Share.NOTHING


def _zone_within(condition: Within, zone: Zone) -> Share:
    since, until = _bounds(condition)
    if zone.newest < since or zone.oldest >= until:
        return Share.NOTHING
    return Share.ALL if since <= zone.oldest and zone.newest < until else Share.SOME


def _value(share: Share) -> int:
    return share.value


def _cost(condition: Condition) -> int:
    """Return how much has to be read for a condition, about: small columns first, payloads last."""
    if isinstance(condition, AllOf | AnyOf):
        return max(map(_cost, condition.parts), default=0)
    if isinstance(condition, Not):
        return _cost(condition.part)
    if isinstance(condition, FieldIs | Has) and condition.field and ATTRIBUTES[condition.field] in ID_FIELDS:
        return 1
    return 2 if isinstance(condition, Contains) else 0


_COMPARED: Mapping[Comparison, Callable[[float, float], bool]] = {
    Comparison.ABOVE: float.__gt__,
    Comparison.AT_LEAST: float.__ge__,
    Comparison.BELOW: float.__lt__,
    Comparison.AT_MOST: float.__le__,
}
_BY_ZONE: Mapping[type[Leaf], Callable[..., Share]] = {
    StatusIs: _zone_statuses,
    Has: _zone_has,
    Lasted: _zone_lasted,
    Within: _zone_within,
    Noted: lambda _condition, _zone: Share.NOTHING,  # notes lie beside the file (`gateways.case_notes`)
}
_BY_COLUMN: Mapping[type[Leaf], Callable[..., int]] = {
    StatusIs: _statuses,
    FieldIs: _field,
    Has: _has,
    Lasted: _lasted,
    Within: _within,
}
