"""The view of 90 days, from figures that are kept, against counting the same entries. BENCH_STORE names the log.

It is a workspace file with its keys in the folder `keys` beside it. The view is what the page of statistics asks for:
the figures by connector, and the bars. Counting is SQL over the same file: counts by connector and status, by hour and
status, errors by code, and the percentiles of each connector's durations by sorting them. The counts must be equal.
"""

from __future__ import annotations

import math
import os
import resource
import sqlite3
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.workspaces import opened_file
from integration_console.domain.clock import microseconds
from integration_console.domain.log_figures import LogDimension, LogFigures, LogHistogram, LogSpan
from integration_console.domain.logs import LogFilter
from integration_console.storage.columns import id_text

if TYPE_CHECKING:
    from integration_console.gateways.in_process import InProcessGateway

_ROUNDS, _BARS = 7, 240
_DAYS = timedelta(days=90)
_SHARES = (0.5, 0.95, 0.99)
_WITHIN = "FROM integration_logs WHERE created_at >= :since AND created_at < :until"
_READ = "FROM integration_logs WHERE +created_at >= :since AND +created_at < :until"
"""Of all entries the table is read faster than by an index (hence the signs)."""
_COUNTED = {
    "by connector": f"SELECT connector_id, status, count(*) {_READ} AND connector_id IS NOT NULL GROUP BY 1, 2",
    "by hour": f"SELECT created_at / 3600000000, status, count(*) {_WITHIN} GROUP BY 1, 2",
    "errors": f"SELECT error_code, count(*) {_WITHIN} AND status = 'error' AND error_code != '' GROUP BY 1",
}
_SORTED = (
    f"SELECT connector_id, duration_ms {_READ} AND duration_ms IS NOT NULL AND connector_id IS NOT NULL ORDER BY 1, 2"
)
_Bounds = dict[str, int]


def main() -> int:
    """Measure, compare the answers, and print."""
    store = os.environ.get("BENCH_STORE")
    if not store:
        print("BENCH_STORE names no workspace file: nothing to measure")
        return 0
    with opened_file(Path(store)) as gateway, closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as raw:
        since, until = _span(gateway)
        print(f"{gateway.log_count(LogFilter(since=since, until=until), 1 << 40):,} entries in 90 days")
        first, (figures, bars) = _timed(lambda: _view(gateway, since, until))
        view = statistics.median(_timed(lambda: _view(gateway, since, until))[0] for _ in range(_ROUNDS))
        bounds = {"since": microseconds(since), "until": microseconds(until)}
        counting, counted = _timed(
            lambda: {name: raw.execute(each, bounds).fetchall() for name, each in _COUNTED.items()}
        )
        sorting, percentiles = _timed(lambda: _percentiles(raw, bounds))
    print(f"the view: {first:.1f} ms at first, then {view:.1f} ms")
    print(f"counting: {counting:,.0f} ms; percentiles by sorting: {sorting:,.0f} ms")
    print(f"the view against counting alone: 1/{counting / view:,.0f}, the first one 1/{counting / first:,.0f}")
    both = counting + sorting
    print(f"against counting and sorting: 1/{both / view:,.0f}, the first one 1/{both / first:,.0f}")
    print(f"counts equal: {_are_equal(figures, bars, counted)}")
    print(f"percentiles at most {_farthest(figures, percentiles):.2%} off")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB resident at most, counting included")
    print("Targets: at most 1/100 of counting; counts equal; percentiles within 2 %.")
    return 0


def _span(gateway: InProcessGateway) -> tuple[datetime, datetime]:
    """The 90 days that begin with the hour of the oldest entry."""
    oldest = gateway.log_page(LogFilter(), None, 1, newer=True).entries[0].created_at
    since = oldest.replace(minute=0, second=0, microsecond=0)
    return since, since + _DAYS


def _view(gateway: InProcessGateway, since: datetime, until: datetime) -> tuple[LogFigures, LogHistogram]:
    figures = gateway.log_figures(LogSpan(since, until, LogDimension.CONNECTOR))
    return figures, gateway.log_histogram(LogFilter(since=since, until=until), _BARS)


def _timed(task: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    found = task()
    return (time.perf_counter() - begun) * 1000, found


def _percentiles(raw: sqlite3.Connection, bounds: _Bounds) -> dict[str, tuple[float, ...]]:
    durations: dict[bytes, list[float]] = defaultdict(list)
    for connector, duration in raw.execute(_SORTED, bounds):
        durations[connector].append(duration)
    return {
        id_text(connector): tuple(each[math.ceil(share * len(each)) - 1] for share in _SHARES)
        for connector, each in durations.items()
    }


def _are_equal(figures: LogFigures, bars: LogHistogram, counted: dict[str, list[Any]]) -> bool:
    connectors: dict[str, Counter[str]] = defaultdict(Counter)
    for connector, status, number in counted["by connector"]:
        connectors[id_text(connector)][status] += number
    hours: Counter[tuple[datetime, str]] = Counter()
    for hour, status, number in counted["by hour"]:
        at = (hour * 3600 - bars.bars[0].since.timestamp()) // bars.seconds
        hours[bars.bars[int(at)].since, status] += number
    statuses = ("success", "info", "warning", "error")
    same_parts = all(
        getattr(each.figures, name) == connectors[each.value][name] for each in figures.parts for name in statuses
    )
    same_bars = all(getattr(each, name) == hours[each.since, name] for each in bars.bars for name in statuses)
    same_errors = {each.code: each.entries for each in figures.errors} == dict(counted["errors"])
    whole = figures.total.entries == sum(hours.values()) == sum(each.entries for each in bars.bars)
    return same_parts and same_bars and same_errors and whole and len(connectors) == len(figures.parts)


def _farthest(figures: LogFigures, percentiles: dict[str, tuple[float, ...]]) -> float:
    """How far the percentiles are off at most, as a share of the true ones."""
    farthest = 0.0
    for part in figures.parts:
        found = (part.figures.p50, part.figures.p95, part.figures.p99)
        for each, true in zip(found, percentiles[part.value], strict=True):
            assert each is not None
            farthest = max(farthest, abs(each - true) / true if true else abs(each))
    return farthest


if __name__ == "__main__":
    sys.exit(main())
