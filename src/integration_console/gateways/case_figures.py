"""What the log of a case file adds up to: from the figures that lie in it, or from its columns."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

from integration_console.domain.clock import from_microseconds, microseconds
from integration_console.domain.errors import CaseFileReadOnly
from integration_console.domain.log_conditions import Within, all_of
from integration_console.domain.log_figures import LogDimension, LogFigures, LogHistogram
from integration_console.domain.log_spans import HOUR, bar_starts, bars_of, bounds_of, required_span, simple_of
from integration_console.domain.log_terms import zone_of
from integration_console.domain.logs import LogStatus
from integration_console.storage.case_files import counting
from integration_console.storage.case_files import figures as kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from integration_console.domain.log_conditions import Condition
    from integration_console.domain.log_figures import LogBar, LogSpan
    from integration_console.domain.logs import LogFilter
    from integration_console.storage.case_files.reading import CaseFile

MOST_ENTRIES = 300_000
"""So many entries are counted one by one for bars, the newest ones."""
_MICROSECONDS_OF_HOUR = 3_600_000_000


class CaseFigures:
    """Figures of the log of a case file."""

    _file: CaseFile
    _condition: Callable[[LogFilter], Condition]
    _reading: Callable[[Callable[[], Any]], Any]

    def log_figures(self, span: LogSpan) -> LogFigures:
        """Return the figures of a span. Raises `InvalidInput`; a case file has none of API keys: `CaseFileReadOnly`."""
        required_span(span)
        if span.by is LogDimension.KEY:
            raise CaseFileReadOnly
        from integration_console.storage.figures import figures_of  # noqa: PLC0415 - rows of a case come without it

        wanted = Within(span.since, span.until)
        found: LogFigures = self._reading(lambda: figures_of(counting.counted(self._file, wanted), span.by))
        return found

    def log_histogram(self, wanted: LogFilter, most: int = 120) -> LogHistogram:
        """Return bars of what fits a filter, up to when the case was made."""
        found: LogHistogram = self._reading(lambda: self._histogram(wanted, most))
        return found

    def _histogram(self, wanted: LogFilter, most: int) -> LogHistogram:
        condition = self._condition(wanted)
        bounds, zones = bounds_of(condition), self._file.zones
        since = bounds.since or from_microseconds(zones[-1].oldest)
        until = bounds.until or from_microseconds(zones[0].newest + 1)
        if since >= until:
            return LogHistogram()
        starts = bar_starts(since, until, zone_of(wanted.time_zone) or UTC, max(1, most))
        length = starts[1] - starts[0]
        seconds = round(length.total_seconds())
        simple = simple_of(condition)
        if simple is not None and simple.dimension is None and length >= HOUR and bounds == Within():
            return LogHistogram(seconds, self._hours(starts, simple.statuses))
        return LogHistogram(seconds, *self._walked(condition, starts))

    def _hours(self, starts: Sequence[datetime], statuses: frozenset[LogStatus]) -> tuple[LogBar, ...]:
        """Bars of whole hours, from the counts that lie in the file."""
        first, length = microseconds(starts[0]), microseconds(starts[1]) - microseconds(starts[0])
        return bars_of(
            starts,
            (
                ((int(hour) * _MICROSECONDS_OF_HOUR - first) // length, status.value, number)
                for hour, numbers in self._file.counts[kept.HOURS].items()
                for status, number in zip(LogStatus, numbers, strict=False)
                if status in statuses
            ),
        )

    def _walked(self, condition: Condition, starts: Sequence[datetime]) -> tuple[tuple[LogBar, ...], datetime | None]:
        first, length = microseconds(starts[0]), microseconds(starts[1]) - microseconds(starts[0])
        seen, moment = 0, first

        def counted() -> Iterator[tuple[int, str, int]]:
            nonlocal seen, moment
            for moment, status in counting.moments(self._file, all_of(condition, Within(starts[0], starts[-1]))):
                yield (moment - first) // length, status.value, 1
                seen += 1
                if seen == MOST_ENTRIES:
                    break

        bars = bars_of(starts, counted())
        return bars, from_microseconds(moment) if seen == MOST_ENTRIES else None
