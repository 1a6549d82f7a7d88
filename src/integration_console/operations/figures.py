"""What the log adds up to: figures of a span, bars of what fits a filter, and keeping figures up to date."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from integration_console.domain.log_conditions import Within
from integration_console.domain.log_figures import LogBar, LogDimension, LogHistogram
from integration_console.domain.log_spans import HOUR, bar_starts, bounds_of, required_span, simple_of
from integration_console.domain.log_terms import zone_of
from integration_console.domain.logs import LogStatus
from integration_console.operations.logs import condition_of
from integration_console.operations.permission import needs
from integration_console.storage import api_key_uses as use_rows
from integration_console.storage import figure_rolls as rolls
from integration_console.storage import figures as rows
from integration_console.storage import log_bars

if TYPE_CHECKING:
    from integration_console.domain.log_figures import LogFigures, LogSpan
    from integration_console.domain.logs import LogFilter
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Reading

MOST_BARS = 400
_STEPS_OF_A_TURN = 20


@needs("logs.read", keeps_rights=True)
def log_figures(context: Context, span: LogSpan) -> LogFigures:
    """Return the figures of a span; those of API keys also need `api_keys.read`. Raises `InvalidInput`.

    The uses of an API key are kept for 30 days, and have no durations.
    """
    required_span(span)
    if span.by is LogDimension.KEY:
        context.rights.require("api_keys.read")
        return context.store.read(lambda reading: use_rows.figures(reading, span))
    return context.store.read(lambda reading: rows.log_figures(reading, span))


@needs("logs.read", keeps_rights=True)
def log_histogram(context: Context, wanted: LogFilter, most: int) -> LogHistogram:
    """Return at most `most` bars of what fits a filter, from its first moment to its last, or to now.

    Raises `QueryNotUnderstood`, `InvalidInput`.
    """
    return context.store.read(lambda reading: _histogram(context, reading, wanted, most))


def add_up_log(context: Context) -> bool:
    """Add up what happened since the last time, a bounded number of steps; return whether there is more."""
    return all(rolls.add_up(context.store) for _ in range(_STEPS_OF_A_TURN))


def _histogram(context: Context, reading: Reading, wanted: LogFilter, most: int) -> LogHistogram:
    condition = condition_of(context, reading, wanted)
    bounds = bounds_of(condition)
    since = bounds.since or log_bars.oldest_moment(reading)
    until = bounds.until or context.clock.now()
    if since is None or since >= until:
        return LogHistogram()
    starts = bar_starts(since, until, zone_of(wanted.time_zone) or UTC, max(1, min(most, MOST_BARS)))
    length = starts[1] - starts[0]
    seconds = round(length.total_seconds())
    simple = simple_of(condition)
    if simple is None or length < HOUR:
        return LogHistogram(seconds, *log_bars.count_bars(reading, condition, starts))
    bars = rows.log_bars(reading, simple.dimension, simple.value, starts, Within(since, until))
    return LogHistogram(seconds, tuple(_only(each, simple.statuses) for each in bars))


def _only(bar: LogBar, statuses: frozenset[LogStatus]) -> LogBar:
    return LogBar(bar.since, **{each.value: getattr(bar, each.value) for each in statuses})
