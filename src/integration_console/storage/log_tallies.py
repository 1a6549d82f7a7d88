"""Counts entries, and finds the one in a given row, by the counts of hours and days: no walk over millions of rows.

That is possible where a condition is about status, type and time alone. What of an hour is cut off by the ends of a
span is counted in the log itself, so that every number is exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, func, or_, select

from integration_console.domain.clock import from_microseconds, microseconds
from integration_console.domain.log_conditions import (
    FieldIs,
    LogField,
    StatusIs,
    Within,
    all_of,
    any_part,
    parts_of,
)
from integration_console.domain.log_spans import bounds_of
from integration_console.storage import log_queries, tables
from integration_console.storage.log_conditions import sql_of
from integration_console.storage.log_counts import DAY, HOUR

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from integration_console.domain.log_conditions import Condition
    from integration_console.domain.logs import LogPlace
    from integration_console.storage.transaction import Reading

_counts, _logs = tables.log_counts, tables.logs
_FEW = 1_000
"""So many entries are walked over sooner than the counts are looked at."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A condition of which the counts know: `kinds` is about status and type; times are `since` <= t < `until`."""

    condition: Condition
    kinds: Condition
    since: datetime | None
    until: datetime | None


@dataclass(frozen=True, slots=True)
class _Span:
    begins: datetime
    seconds: int
    entries: int

    @property
    def ends(self) -> datetime:
        return from_microseconds(microseconds(self.begins) + self.seconds * 1_000_000)


def tally_of(condition: Condition) -> Tally | None:
    """Return what the counts can say about a condition, None where they cannot."""
    kinds = all_of(*(each for each in parts_of(condition) if not isinstance(each, Within)))
    if any_part(kinds, _is_not_counted):
        return None
    bounds = bounds_of(condition)
    return Tally(condition, kinds, bounds.since, bounds.until)


def _is_not_counted(condition: Condition) -> bool:
    return not (
        isinstance(condition, StatusIs) or (isinstance(condition, FieldIs) and condition.field is LogField.TYPE)
    )


def count(reading: Reading, tally: Tally, at_most: int, newer_than: LogPlace | None) -> int:
    """Return how many entries fit above a place, counting no further than `at_most`."""
    low = tally.since
    if newer_than is not None:
        above = from_microseconds(microseconds(newer_than.created_at) + 1)  # at the very moment of the place some count
        low = max(above, low or above)
    first, last = _up(low), _down(tally.until)
    if at_most <= _FEW or (first is not None and last is not None and first >= last):
        return log_queries.count(reading, tally.condition, at_most, newer_than)
    found = sum(each.entries for each in _spans(reading, tally, first, last))
    if low is not None:
        found += log_queries.count(reading, tally.condition, at_most, newer_than, _logs.c.created_at < first)
    if tally.until is not None:
        found += log_queries.count(reading, tally.condition, at_most, newer_than, _logs.c.created_at >= last)
    return min(found, at_most)


def place(reading: Reading, tally: Tally, after: LogPlace | None, skip: int) -> LogPlace | None:
    """Return the place of the entry `skip` entries behind `after`, None where the log ends before it."""
    if skip <= _FEW:
        return log_queries.place(reading, tally.condition, after, skip)
    high = tally.until if after is None else min(after.created_at, tally.until or after.created_at)
    top = _down(high)
    if top is not None:
        cut = (*log_queries.behind(after), _logs.c.created_at >= top)
        passed = log_queries.count(reading, tally.condition, skip, None, *cut)
        if passed >= skip:
            return log_queries.place(reading, tally.condition, after, skip)
        skip -= passed
    return _inside(reading, tally, _spans(reading, tally, _down(tally.since), top), skip)


def _inside(reading: Reading, tally: Tally, spans: tuple[_Span, ...], skip: int) -> LogPlace | None:
    """Find the span that holds the entry, then its hour, then the entry."""
    for span in spans:
        if skip > span.entries:
            skip -= span.entries
        elif span.seconds == DAY:
            return _inside(reading, tally, _of(reading, tally, _hours(span.begins, span.ends)), skip)
        else:
            inside = (_logs.c.created_at >= span.begins, _logs.c.created_at < span.ends)
            return log_queries.place(reading, tally.condition, None, skip, *inside)
    return None


def _spans(reading: Reading, tally: Tally, low: datetime | None, high: datetime | None) -> tuple[_Span, ...]:
    """Return the days between two whole hours, and the hours before and behind them, newest first."""
    first, last = _up(low, DAY), _down(high, DAY)
    if low is not None and high is not None and first is not None and last is not None and first >= last:
        return _of(reading, tally, _hours(low, high))
    days = and_(_counts.c.span == DAY, *_between(first, last))
    cut = [_hours(low, first)] if low is not None else []
    cut += [_hours(last, high)] if high is not None else []
    return _of(reading, tally, or_(days, *cut))


def _of(reading: Reading, tally: Tally, where: ColumnElement[bool]) -> tuple[_Span, ...]:
    query = (
        select(_counts.c.begins, _counts.c.span, func.sum(_counts.c.entries))
        .where(_counts.c.tenant_id == reading.tenant_id, where, sql_of(tally.kinds, table=_counts))
        .group_by(_counts.c.begins, _counts.c.span)
        .order_by(_counts.c.begins.desc())
    )
    return tuple(_Span(begins, span, int(entries)) for begins, span, entries in reading.connection.execute(query))


def _hours(low: datetime | None, high: datetime | None) -> ColumnElement[bool]:
    return and_(_counts.c.span == HOUR, *_between(low, high))


def _between(low: datetime | None, high: datetime | None) -> Iterator[ColumnElement[bool]]:
    if low is not None:
        yield _counts.c.begins >= low
    if high is not None:
        yield _counts.c.begins < high


def _down(moment: datetime | None, span: int = HOUR) -> datetime | None:
    """Return where the span begins in which a moment is."""
    if moment is None:
        return None
    whole = span * 1_000_000
    return from_microseconds(microseconds(moment) // whole * whole)


def _up(moment: datetime | None, span: int = HOUR) -> datetime | None:
    """Return the first beginning of a span that is not before a moment."""
    if moment is None:
        return None
    whole = span * 1_000_000
    return from_microseconds(-(-microseconds(moment) // whole) * whole)
