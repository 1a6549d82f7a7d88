"""What a condition means for figures: its stretch of time, and whether figures that are kept already answer it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from integration_console.domain.errors import FieldProblem, InvalidInput
from integration_console.domain.log_conditions import FieldIs, LogField, StatusIs, Within, parts_of
from integration_console.domain.log_figures import LogBar, LogDimension
from integration_console.domain.logs import LogStatus
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import tzinfo

    from integration_console.domain.log_conditions import Condition
    from integration_console.domain.log_figures import LogSpan

_DIMENSIONS = {
    LogField.TYPE: LogDimension.TYPE,
    LogField.CONNECTOR: LogDimension.CONNECTOR,
    LogField.WEBHOOK: LogDimension.WEBHOOK,
}
_STEPS = tuple(
    timedelta(seconds=each)
    for each in (
        *(1, 2, 5, 10, 15, 30),
        *(60, 120, 300, 600, 900, 1800),
        *(3600, 7200, 10800, 21600, 43200),
        *(86400, 172800, 604800, 2592000, 7776000),
        *(31536000 * years for years in (1, 2, 5, 10, 20, 50, 100, 400)),
    )
)
_EARLIEST, _LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
"""An entry may say that it is of any year; bars are of years that clocks have shown, or will."""
HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_NOT_SPAN = QT_TRANSLATE_NOOP("Forms", "The end must come after the beginning.")


@dataclass(frozen=True, slots=True)
class Simple:
    """What figures answer: these statuses of all entries, or of one type, connector or webhook."""

    statuses: frozenset[LogStatus] = frozenset(LogStatus)
    dimension: LogDimension | None = None
    value: str = ""


def bounds_of(condition: Condition) -> Within:
    """Return the span of time that everything which meets the condition lies in (None: open)."""
    spans = [each for each in parts_of(condition) if isinstance(each, Within)]
    since = max((each.since for each in spans if each.since is not None), default=None)
    return Within(since, min((each.until for each in spans if each.until is not None), default=None))


def simple_of(condition: Condition) -> Simple | None:
    """Return what the condition asks apart from its time, where figures answer that; None where only entries do."""
    found = Simple()
    for part in parts_of(condition):
        if isinstance(part, StatusIs):
            found = Simple(found.statuses & part.statuses, found.dimension, found.value)
        elif isinstance(part, FieldIs) and part.field in _DIMENSIONS and not part.is_prefix and not found.dimension:
            found = Simple(found.statuses, _DIMENSIONS[part.field], part.value)
        elif not isinstance(part, Within):
            return None
    return found


def bar_starts(since: datetime, until: datetime, zone: tzinfo, most: int) -> tuple[datetime, ...]:
    """Return where bars of equal length begin that cover a span, and where the last one ends: `most` bars at most.

    Their length is one that people count in. Bars of whole hours begin at a whole hour, bars of whole days with a day
    in `zone` as far as that begins at a whole hour of UTC. No bar is of a year before 1900 or long after 2200.
    """
    since, until = (min(max(each, _EARLIEST), _LATEST) for each in (since, until))
    until = max(until, since + _STEPS[0])
    step = next((each for each in _STEPS if _fits(since, until, zone, each, most)), _STEPS[-1])
    start = _before(since, zone, step)
    number = max(1, -((start - until) // step))
    return tuple(start + step * each for each in range(number + 1))


def bars_of(starts: Sequence[datetime], counted: Iterable[tuple[int, str, int]]) -> tuple[LogBar, ...]:
    """Return the bars that begin at `starts`, of counts by the number of the bar and by status.

    What is counted under no bar is left out: a damaged file may say anything.
    """
    bars: list[Counter[str]] = [Counter() for _ in starts[1:]]
    for at, status, number in counted:
        if 0 <= at < len(bars):
            bars[at][status] += number
    return tuple(LogBar(start, **bar) for start, bar in zip(starts, bars, strict=False))


def required_span(span: LogSpan) -> LogSpan:
    """Return a span that has a length. Raises `InvalidInput`."""
    if span.since >= span.until:
        raise InvalidInput(FieldProblem("until", _NOT_SPAN))
    return span


def _fits(since: datetime, until: datetime, zone: tzinfo, step: timedelta, most: int) -> bool:
    return until - _before(since, zone, step) <= step * most


def _before(since: datetime, zone: tzinfo, step: timedelta) -> datetime:
    """The last moment at or before `since` at which a bar may begin."""
    if step >= _DAY:
        midnight = since.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
        return midnight.replace(minute=0, second=0)
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    return since - (since - epoch) % step
