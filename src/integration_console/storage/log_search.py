"""Looks for words in entries and their payloads: what SQL or the index lets through is read and looked at.

So every store finds exactly what `log_conditions.holds` says, and the index needs to name no more than what may fit.
"""

from __future__ import annotations

import heapq
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import ColumnElement, case, func, literal, select

from integration_console.domain.clock import from_microseconds, microseconds
from integration_console.domain.log_conditions import AllOf, FieldIs, LogField, asks_for_notes, holds, parts_of
from integration_console.domain.log_payloads import looks_into_payloads
from integration_console.domain.log_spans import bounds_of
from integration_console.storage import log_index, log_queries, log_tallies, tables
from integration_console.storage.driver import is_postgres
from integration_console.storage.log_conditions import sql_of
from integration_console.storage.log_notes import notes_on
from integration_console.storage.log_payloads import payload_texts
from integration_console.storage.log_queries import ENTRY, above, behind, entry_of, place_of, wanted_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Select

    from integration_console.domain.log_conditions import Condition
    from integration_console.domain.logs import LogEntry, LogPlace
    from integration_console.storage.transaction import Reading

_Where: TypeAlias = ColumnElement[bool]
_logs = tables.logs
_SMALLEST, _LARGEST = 200, 2_000
"""Entries that are read at a time."""
_AT_ONCE, _COUNTED_AT_ONCE = 400, 4_000
"""Candidates that are read, and that are counted, at a time."""
_FEW, _MANY = 50, 1_000
"""Candidates of one look into the index up to which the next one is much longer, and from which on it is shorter."""
_NOT_INDEXED = 20_000
"""From so many entries outside the index on, all are read rather than those of the index first."""
_NARROW = 2_000
"""So few entries are read rather than looked up."""
_UNIQUE = frozenset({LogField.ID, LogField.EVENT, LogField.CORRELATION})


def first(
    reading: Reading, wanted: Condition, after: LogPlace | None, limit: int, *, upwards: bool = False
) -> tuple[LogEntry, ...]:
    """Return the first entries behind the place `after`, from the newest down; `upwards`: above it, from the oldest."""
    if not looks_into_payloads(wanted):
        return log_queries.first(reading, wanted, after, limit, upwards=upwards)
    return tuple(islice(_found(reading, wanted, after, upwards), limit))


def place(reading: Reading, wanted: Condition, after: LogPlace | None, skip: int) -> LogPlace | None:
    """Return the place of the entry `skip` entries behind `after`, None where the log ends before it."""
    entry = next(islice(_found(reading, wanted, after, upwards=False), skip - 1, None), None)
    return place_of(entry) if entry else None


def count(reading: Reading, wanted: Condition, at_most: int, newer_than: LogPlace | None) -> int:
    """Return how many entries fit above a place, counting no further than `at_most`."""
    bounds, found = tuple(above(newer_than)), 0
    for part in _parts(reading, wanted, newer_than):
        found += _count(reading, wanted, at_most - found, (*bounds, *part), is_whole=not part)
        if found >= at_most:
            return at_most
    return found


def _parts(reading: Reading, wanted: Condition, newer_than: LogPlace | None) -> Iterator[tuple[_Where, ...]]:
    """Yield what narrows the log to one part after the other in which something may fit."""
    match = _match(reading, wanted)
    if not match:
        yield ()
        return
    yield (_logs.c.position > log_index.indexed_to(reading.connection),)
    for group, _bound in _Search(reading, wanted, newer_than, upwards=newer_than is not None).groups(match):
        for at in range(0, len(group), _COUNTED_AT_ONCE):
            yield (_logs.c.position.in_(group[at : at + _COUNTED_AT_ONCE]),)


def _count(reading: Reading, wanted: Condition, most: int, where: tuple[_Where, ...], *, is_whole: bool) -> int:
    """Count in one part: of what SQL is sure SQL counts, the rest is looked at."""
    sure = sql_of(wanted, sure=True)
    few = select(literal(1)).where(_logs.c.tenant_id == reading.tenant_id, sure, *where).limit(most).subquery()
    found = int(reading.connection.execute(select(func.count()).select_from(few)).scalar_one())
    unsure = (*where, case((sure, 0), else_=1) == 1)
    for entries in _walked_all(reading, wanted, unsure) if is_whole else _all_at_once(reading, wanted, unsure):
        if found >= most:
            break
        found += len(that_hold(reading, wanted, entries))
    return found


def _all_at_once(reading: Reading, wanted: Condition, where: tuple[_Where, ...]) -> Iterator[tuple[LogEntry, ...]]:
    """Yield all entries of a part; their order would make SQLite walk by time to find them."""
    query = select(*ENTRY).where(*wanted_rows(reading, wanted), *where)
    yield tuple(map(entry_of, reading.connection.execute(query).all()))


def _walked_all(reading: Reading, wanted: Condition, where: tuple[_Where, ...]) -> Iterator[tuple[LogEntry, ...]]:
    """Yield all entries, some at a time."""
    after, number = None, _LARGEST
    while number == _LARGEST:
        query = log_queries.in_order(reading, wanted, after, upwards=False).where(*where).limit(_LARGEST)
        entries = tuple(map(entry_of, reading.connection.execute(query).all()))
        yield entries
        number = len(entries)
        after = place_of(entries[-1]) if entries else None


def that_hold(reading: Reading, wanted: Condition, entries: Sequence[LogEntry]) -> tuple[LogEntry, ...]:
    """Return those of some entries that SQL let through for which the condition holds."""
    if not looks_into_payloads(wanted) or not entries:
        return tuple(entries)
    texts = payload_texts(reading, entries)
    asked = [each.id for each in entries] if asks_for_notes(wanted) else []
    notes = {each.log_id: each for each in notes_on(reading, asked)}
    found = zip(entries, texts, strict=True)
    return tuple(entry for entry, text in found if holds(wanted, entry, text, notes.get(entry.id)))


def _held(reading: Reading, wanted: Condition, query: Select[Any]) -> tuple[int, LogEntry | None, list[LogEntry]]:
    """Return how many entries a query of entries brings, the last of them, and those for which the condition holds.

    Only those of which SQL is not sure are looked at more closely.
    """
    rows = reading.connection.execute(query.add_columns(sql_of(wanted, sure=True).label("sure"))).all()
    entries = [entry_of(row[:-1]) for row in rows]
    unsure = [entry for entry, row in zip(entries, rows, strict=True) if not row.sure]
    dropped = {each.id for each in unsure} - {each.id for each in that_hold(reading, wanted, unsure)}
    return len(rows), entries[-1] if entries else None, [each for each in entries if each.id not in dropped]


def _found(reading: Reading, wanted: Condition, after: LogPlace | None, upwards: bool) -> Iterator[LogEntry]:
    match = _match(reading, wanted)
    if not match:
        return _walked(reading, wanted, after, upwards)
    return _looked_up(reading, wanted, match, after, upwards)


def _match(reading: Reading, wanted: Condition) -> str:
    """Return what the index is asked for ("": it is of no help)."""
    match = "" if is_postgres(reading.connection) else log_index.match_of(wanted)
    return "" if not match or _is_narrow(reading, wanted) or _is_behind(reading) else match


def _is_narrow(reading: Reading, wanted: Condition) -> bool:
    """Return whether few entries are left when no words are looked for."""
    rest = tuple(each for each in parts_of(wanted) if not looks_into_payloads(each))
    if any(isinstance(each, FieldIs) and each.field in _UNIQUE and not each.is_prefix for each in rest):
        return True
    tally = log_tallies.tally_of(AllOf(rest)) if rest else None
    return tally is not None and log_tallies.count(reading, tally, _NARROW, None) < _NARROW


def _is_behind(reading: Reading) -> bool:
    """Return whether much of the log is not indexed yet."""
    outside = (_logs.c.tenant_id == reading.tenant_id, _logs.c.position > log_index.indexed_to(reading.connection))
    few = select(literal(1)).select_from(_logs).where(*outside).limit(_NOT_INDEXED).subquery()
    return reading.connection.execute(select(func.count()).select_from(few)).scalar_one() >= _NOT_INDEXED


def _walked(reading: Reading, wanted: Condition, after: LogPlace | None, upwards: bool) -> Iterator[LogEntry]:
    """Yield what holds among all entries that SQL lets through."""
    size = _SMALLEST
    while True:
        query = log_queries.in_order(reading, wanted, after, upwards=upwards).limit(size)
        number, last, held = _held(reading, wanted, query)
        yield from held
        if number < size or last is None:
            return
        after, size = place_of(last), min(size * 2, _LARGEST)


def _looked_up(
    reading: Reading, wanted: Condition, match: str, after: LogPlace | None, upwards: bool
) -> Iterator[LogEntry]:
    """Yield what holds among the entries that the index names, and among those that it does not know yet.

    Stretches of the log are looked at from the one with the newest entry down; an entry is given out once all stretches
    to come are older than it.
    """
    search = _Search(reading, wanted, after, upwards)
    waiting = search.ordered(search.not_indexed())
    for places, bound in search.groups(match):
        for entry in search.at(places):
            heapq.heappush(waiting, search.ranked(entry))
        while waiting and (bound is None or search.is_past(waiting[0][-1], bound)):
            yield heapq.heappop(waiting)[-1]
    while waiting:
        yield heapq.heappop(waiting)[-1]


def _next_size(size: int, candidates: int) -> int:
    """Return how many stretches to look at next: soon all of them where hardly anything is named."""
    if candidates > _MANY:
        return max(1, size // 2)
    return size * (8 if candidates <= _FEW else 2)


_Ranked = tuple[int, int, "LogEntry"]


class _Search:
    """One search by the index, in one direction."""

    def __init__(self, reading: Reading, wanted: Condition, after: LogPlace | None, upwards: bool) -> None:
        self._reading = reading
        self._wanted = wanted
        self._bounds = tuple(above(after) if upwards else behind(after))
        self._after = after
        self._upwards = upwards

    def ranked(self, entry: LogEntry) -> _Ranked:
        """Return an entry so that the one that comes first is the smallest."""
        way = 1 if self._upwards else -1
        return way * microseconds(entry.created_at), way * int(entry.id.replace("-", ""), 16), entry

    def ordered(self, entries: Sequence[LogEntry]) -> list[_Ranked]:
        """Return a heap of entries."""
        found = [self.ranked(each) for each in entries]
        heapq.heapify(found)
        return found

    def is_past(self, entry: LogEntry, bound: datetime) -> bool:
        """Return whether nothing that is to come stands before an entry."""
        return entry.created_at < bound if self._upwards else entry.created_at > bound

    def not_indexed(self) -> list[LogEntry]:
        """Return what holds among the newest entries, which the index does not know yet."""
        query = select(*ENTRY).where(
            *wanted_rows(self._reading, self._wanted),
            *self._bounds,
            _logs.c.position > log_index.indexed_to(self._reading.connection),
        )
        return _held(self._reading, self._wanted, query)[-1]

    def groups(self, match: str) -> Iterator[tuple[list[int], datetime | None]]:
        """Yield the places named in one group of stretches after the other, and the time at which the next begins."""
        left, size = self._stretches(), 1
        following = next(left, None)
        while following is not None:
            group = [following, *islice(left, size - 1)]
            following = next(left, None)
            places = log_index.candidates(self._reading, match, group)
            size = _next_size(size, len(places))
            begins = following and (following.oldest if self._upwards else following.newest)
            yield places, None if begins is None else from_microseconds(begins)

    def _stretches(self) -> Iterator[log_index.Stretch]:
        bounds = bounds_of(self._wanted)
        since, until = bounds.since, bounds.until
        if self._after is not None and self._upwards:
            since = max(self._after.created_at, since or self._after.created_at)
        elif self._after is not None:
            until = min(self._after.created_at, until or self._after.created_at)
        return log_index.stretches(self._reading, since, until, upwards=self._upwards)

    def at(self, places: Sequence[int]) -> list[LogEntry]:
        """Return the entries at some places for which the condition holds."""
        found: list[LogEntry] = []
        for at in range(0, len(places), _AT_ONCE):
            some = _logs.c.position.in_(places[at : at + _AT_ONCE])
            query = select(*ENTRY).where(*wanted_rows(self._reading, self._wanted), some, *self._bounds)
            found.extend(_held(self._reading, self._wanted, query)[-1])
        return found
