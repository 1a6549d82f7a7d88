"""Reads what the log adds up to: from the figures of whole days and hours, and entries that are in none yet."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from integration_console.domain.clock import microseconds
from integration_console.domain.durations import durations_of, together
from integration_console.domain.log_figures import ErrorFigures, Figures, LogDimension, LogFigures, PartFigures
from integration_console.domain.log_spans import bars_of
from integration_console.storage.columns import id_bytes
from integration_console.storage.driver import run_driver_sql
from integration_console.storage.figure_rolls import DAY_LENGTH, HOUR_LENGTH, counted, places, reached
from integration_console.storage.figure_tables import ALL, CONNECTOR, DAY, ERROR, HOUR, STATUSES, TYPE, WEBHOOK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from integration_console.domain.log_conditions import Within
    from integration_console.domain.log_figures import LogBar, LogSpan
    from integration_console.storage.figure_rolls import Counted
    from integration_console.storage.transaction import Reading

MOST_ERRORS = 20
"""How many errors are told, the most frequent ones."""
_DIMENSIONS = {LogDimension.TYPE: TYPE, LogDimension.CONNECTOR: CONNECTOR, LogDimension.WEBHOOK: WEBHOOK}
_ROWS = """
SELECT value, success, info, warning, error, durations FROM log_figures
WHERE tenant_id = ? AND dimension = ? AND grain = ? AND since >= ? AND since < ?
"""
_COUNTS = """
SELECT since, success, info, warning, error FROM log_figures
WHERE tenant_id = ? AND dimension = ? AND grain = ? AND value = ? AND since >= ? AND since < ?
"""
_COUNTED = "SELECT created_at, status, event_type, connector_id, webhook_id, error_code, duration_ms"
_ENTRIES = f"{_COUNTED} FROM integration_logs WHERE tenant_id = ? AND created_at >= ? AND created_at < ?"
_BEHIND = (
    f"{_COUNTED} FROM integration_logs WHERE tenant_id = ? AND +created_at >= ? AND +created_at < ? AND position > ?"
)
"""By their place, not by their time (hence the signs): there are few of them, however long the span is."""

_BARS = "SELECT (created_at - ?) / ?, status, count(*) FROM integration_logs WHERE tenant_id = ? AND "
_BARS_AT = f"{_BARS}created_at >= ? AND created_at < ?"
_BARS_BEHIND = f"{_BARS}+created_at >= ? AND +created_at < ? AND position > ?"
_COLUMNS = {LogDimension.TYPE: "event_type", LogDimension.CONNECTOR: "connector_id", LogDimension.WEBHOOK: "webhook_id"}


@dataclass(slots=True)
class _Sum:
    """The figures of one value, as they are put together."""

    counts: Counter[str] = field(default_factory=Counter)
    packs: list[bytes] = field(default_factory=list)
    loose: list[float] = field(default_factory=list)

    def add_row(self, numbers: Sequence[int], pack: bytes) -> None:
        self.counts.update(dict(zip(STATUSES, numbers, strict=True)))
        self.packs.append(pack)

    def add_entry(self, entry: Counted) -> None:
        self.counts[entry.status] += 1
        if entry.duration_ms is not None:
            self.loose.append(entry.duration_ms)

    def figures(self) -> Figures:
        durations = together(self.packs).with_others(durations_of(self.loose))
        shares = (durations.percentile(each) for each in (0.5, 0.95, 0.99))
        return Figures(*(self.counts[each] for each in STATUSES), *shares)


_Sums: TypeAlias = dict[str, dict[str, _Sum]]
"""By dimension and value."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in microseconds, its end not included."""

    since: int
    until: int

    def whole(self, length: int) -> Span:
        """The part that is made of whole hours, or days."""
        since = -(-self.since // length) * length
        return Span(since, max(since, self.until // length * length))

    def around(self, inner: Span) -> tuple[Span, ...]:
        """What is left when `inner` is taken out."""
        if inner.since == inner.until:
            return (self,)
        parts = (Span(self.since, inner.since), Span(inner.until, self.until))
        return tuple(each for each in parts if each.since < each.until)


def log_figures(reading: Reading, wanted: LogSpan) -> LogFigures:
    """Return the figures of a span, told apart by type, connector or webhook."""
    by = _DIMENSIONS[wanted.by]
    sums: _Sums = {each: defaultdict(_Sum) for each in (ALL, by, ERROR)}
    span = Span(microseconds(wanted.since), microseconds(wanted.until))
    for dimension, values in sums.items():
        for value, numbers, pack in _stored(reading, dimension, span):
            values[value].add_row(numbers, pack)
    _count(sums, _not_added_up(reading, span))
    return _put_together(sums, by)


def figures_of(entries: Iterable[Counted], by: LogDimension) -> LogFigures:
    """Return the figures of some entries, told apart by type, connector or webhook."""
    dimension = _DIMENSIONS[by]
    sums: _Sums = {each: defaultdict(_Sum) for each in (ALL, dimension, ERROR)}
    _count(sums, entries)
    return _put_together(sums, dimension)


def _count(sums: _Sums, entries: Iterable[Counted]) -> None:
    for entry in entries:
        for dimension, value in places(entry):
            if dimension in sums:
                sums[dimension][value].add_entry(entry)


def _put_together(sums: _Sums, by: str) -> LogFigures:
    parts = [PartFigures(value, each.figures()) for value, each in sums[by].items()]
    errors = [ErrorFigures(code, each.counts["error"]) for code, each in sums[ERROR].items()]
    return LogFigures(
        sums[ALL][""].figures(),
        tuple(sorted(parts, key=lambda each: (-each.figures.entries, each.value))),
        tuple(sorted(errors, key=lambda each: (-each.entries, each.code))[:MOST_ERRORS]),
    )


def log_bars(
    reading: Reading, by: LogDimension | None, value: str, starts: Sequence[datetime], within: Within
) -> tuple[LogBar, ...]:
    """Return how much of one type, connector or webhook (None: of all) fell between each two of these whole hours.

    What happened outside `within`, whose bounds are both set, is not counted.
    """
    assert within.since is not None  # noqa: S101 - said above
    assert within.until is not None  # noqa: S101 - said above
    dimension = _DIMENSIONS[by] if by is not None else ALL
    first, second = (microseconds(each) for each in starts[:2])
    span = Span(microseconds(within.since), microseconds(within.until))
    hours = span.whole(HOUR_LENGTH)
    asked = (id_bytes(reading.tenant_id), dimension, HOUR, value, hours.since, hours.until)
    whole = (
        ((moment - first) // (second - first), status, number)
        for moment, *numbers in run_driver_sql(reading.connection, _COUNTS, asked)
        for status, number in zip(STATUSES, numbers, strict=True)
    )
    loose = _loose_bars(reading, by, value, (first, second - first), span)
    return bars_of(starts, chain(whole, loose))


def _loose_bars(
    reading: Reading, by: LogDimension | None, value: str, rule: tuple[int, int], span: Span
) -> Iterator[tuple[int, str, int]]:
    """Yield the counts of what whole hours do not count, by the number of the bar and by status.

    The database counts: the window must not wait for the interpreter while much of the log is not added up yet.
    """
    column, wanted = _COLUMNS[by] if by is not None else "", value if by is LogDimension.TYPE else _identifier(value)
    narrowed = f" AND {column} = ?" if column else ""
    own: tuple[object, ...] = (wanted,) if column else ()
    tenant, hours = id_bytes(reading.tenant_id), span.whole(HOUR_LENGTH)
    for edge in span.around(hours):
        asked = (*rule, tenant, edge.since, edge.until, *own)
        yield from run_driver_sql(reading.connection, f"{_BARS_AT}{narrowed} GROUP BY 1, 2", asked)
    asked = (*rule, tenant, hours.since, hours.until, reached(reading), *own)
    yield from run_driver_sql(reading.connection, f"{_BARS_BEHIND}{narrowed} GROUP BY 1, 2", asked)


def _identifier(value: str) -> bytes:
    """The bytes of an identifier; of what is none, those that nothing bears."""
    try:
        return id_bytes(value)
    except ValueError:
        return id_bytes("f" * 32)


def _stored(reading: Reading, dimension: str, span: Span) -> Iterator[tuple[str, Sequence[int], bytes]]:
    """Yield the rows of the whole days in a span, and of the whole hours around them."""
    hours = span.whole(HOUR_LENGTH)
    days = hours.whole(DAY_LENGTH)
    for grain, each in ((DAY, days), *((HOUR, part) for part in hours.around(days))):
        asked = (id_bytes(reading.tenant_id), dimension, grain, each.since, each.until)
        for value, *numbers, pack in run_driver_sql(reading.connection, _ROWS, asked):
            yield value, numbers, bytes(pack)


def _not_added_up(reading: Reading, span: Span) -> Iterable[Counted]:
    """Yield the entries of a span that its whole hours do not count: at its edges, and those committed just now."""
    tenant = id_bytes(reading.tenant_id)
    hours = span.whole(HOUR_LENGTH)
    for edge in span.around(hours):
        yield from map(counted, run_driver_sql(reading.connection, _ENTRIES, (tenant, edge.since, edge.until)))
    asked = (tenant, hours.since, hours.until, reached(reading))
    yield from map(counted, run_driver_sql(reading.connection, _BEHIND, asked))
