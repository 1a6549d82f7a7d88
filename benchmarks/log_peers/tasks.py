"""One task in a log that is open, as the window asks it through its gateway: `case|store ROWS T2|T3|T4|T5|T6|jump`.

What a window asks when it opens has been asked before (newest page, total, types, bars), and what the program asks by
itself some seconds later (`log_rehearsal`). The last line is JSON for the
bench: milliseconds of the task's first run (`warm_ms`: the median of seven more), whether its answer is the right
one, and the memory of the process at its highest.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from benchmarks.log_peers.places import case_of, data, keys, store_of, truth
from benchmarks.workspaces import opened_with_keys
from integration_console.domain.logs import LogFilter, LogPlace, LogStatus
from integration_console.domain.work import UnattendedWork
from integration_console.gateways.case_file import opened_case
from integration_console.operations.log_rehearsal import rehearse
from integration_console.ui.tabs.logs.finding import Ground, entry_at
from integration_console.ui.tabs.logs.loading import beginning

if TYPE_CHECKING:
    from integration_console.gateways.protocols import Gateway

_AGAIN = 7
_BARS = 400
_END = datetime(2026, 1, 1, tzinfo=UTC)
"""When the generated log ends."""
_BESIDES = 1_000
"""So many entries may have come in since, of windows that were opened."""
_FIRST_ID = "00000000-0000-0000-0000-000000000000"
Answer = tuple[Callable[[], Any], Callable[[Any], bool | str]]
"""What is asked, and what is wrong with the answer (True: nothing)."""


def main() -> int:
    """Ask, and print."""
    kind, rows, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    with opened(kind, rows) as gateway:
        begun = beginning(gateway, LogFilter(), UnattendedWork())
        gateway.log_count(LogFilter(), 1 << 40)
        gateway.log_histogram(LogFilter())
        gateway.connectors(), gateway.webhooks(), gateway.saved_filters()
        if kind == "store":
            rehearse(gateway._context)  # type: ignore[attr-defined] # noqa: SLF001 - as the program does by itself
        ask, judge = _TASKS[name](gateway, truth(rows), rows, begun.page.entries[0])
        first, answer = _timed(ask)
        again = statistics.median(_timed(ask)[0] for _ in range(_AGAIN))
        highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        found = {"ms": round(first, 3), "warm_ms": round(again, 3), "ok": judge(answer), "rss_mb": round(highest)}
        print(json.dumps({**found, "task": name}))
    return 0


def opened(kind: str, rows: int) -> AbstractContextManager[Gateway]:
    """Open the case file or the workspace file with so many entries."""
    return opened_case(case_of(rows), data()) if kind == "case" else opened_with_keys(store_of(rows), keys())


def _timed(ask: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    found = ask()
    return (time.perf_counter() - begun) * 1000, found


def _statistics(gateway: Gateway, known: dict[str, Any], _rows: int, _newest: Any) -> Answer:  # noqa: ANN401 - an entry
    """Rows by status and errors of each hour, in as many steps as there are bars in one."""
    starts = [_END - timedelta(hours=each) for each in range(2400, 0, -_BARS)]

    def ask() -> Any:  # noqa: ANN401 - bars
        spans = (LogFilter(since=since, until=since + timedelta(hours=_BARS)) for since in starts)
        return [bar for span in spans for bar in gateway.log_histogram(span, _BARS + 1).bars]

    def judge(bars: Any) -> bool | str:  # noqa: ANN401 - see above
        counts = {status: sum(getattr(bar, status) for bar in bars) for status in LogStatus}
        wanted = dict(known["status"])
        wanted["info"] += wanted.pop("pending")
        errors = [bar.error for bar in bars if bar.error]
        return (counts, len(errors), max(errors)) == (wanted, known["error_hours"], known["error_peak"]) or "differs"

    return ask, judge


def _whole_statistics(gateway: Gateway, known: dict[str, Any], rows: int, newest: Any) -> Answer:  # noqa: ANN401 - see above
    """As in a case file, whose bars are not limited: all at once."""
    _, judge = _statistics(gateway, known, rows, newest)
    return lambda: gateway.log_histogram(LogFilter(), 3_000).bars, judge


def _filtered(gateway: Gateway, known: dict[str, Any], rows: int, _newest: Any) -> Answer:  # noqa: ANN401 - see above
    wanted = LogFilter(query="status:error type:sync.failed")
    numbers = ",".join(map(str, known["sync_failed_first100"]))
    with closing(sqlite3.connect(f"file:{data()}/logs-{rows}.sqlite?mode=ro", uri=True)) as generated:
        ids = {row[0] for row in generated.execute(f"SELECT id FROM integration_logs WHERE seq IN ({numbers})")}  # noqa: S608 - numbers
    return lambda: gateway.log_page(wanted, None, 100), lambda page: {each.id for each in page.entries} == ids


def _text(gateway: Gateway, words: str, number: int) -> Answer:
    wanted = LogFilter(query=f'"{words}"')

    def judge(page: Any) -> bool | str:  # noqa: ANN401 - a page
        return len(page.entries) == number or f"{len(page.entries)}/{number}"

    return lambda: gateway.log_page(wanted, None, 200), judge


def _moment(gateway: Gateway, known: dict[str, Any], _rows: int, _newest: Any) -> Answer:  # noqa: ANN401 - see above
    """The 40 rows from a moment on."""
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=known["mid_ms"])

    def judge(page: Any) -> bool | str:  # noqa: ANN401 - a page
        times = [each.created_at for each in page.entries]
        return (len(times) == 40 and times[-1] == moment) or f"{len(times)} from {times[-1:]}"

    return lambda: gateway.log_page(LogFilter(), LogPlace(moment, _FIRST_ID), 40, newer=True), judge


def _jump(gateway: Gateway, known: dict[str, Any], rows: int, newest: Any) -> Answer:  # noqa: ANN401 - see above
    """As the window goes to a moment: the entry there, its row among all, and what is just above it."""
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=known["mid_ms"])

    def judge(found: Any) -> bool | str:  # noqa: ANN401 - a row
        near = 0 <= found.row - (rows - known["mid_seq"]) <= _BESIDES
        return (near and found.entry.created_at == moment) or f"row {found.row}"

    return lambda: entry_at(gateway, Ground(LogFilter(), newest), moment, UnattendedWork()), judge


_TASKS: dict[str, Callable[[Any, Any, int, Any], Answer]] = {
    "T2": _whole_statistics if sys.argv[1:2] == ["case"] else _statistics,
    "T3": _filtered,
    "T4": lambda gateway, known, *_others: _text(gateway, known["rare"], known["rare_rows"]),
    "T5": lambda gateway, known, *_others: _text(gateway, known["arabic"], known["arabic_rows"]),
    "T6": _moment,
    "jump": _jump,
}


if __name__ == "__main__":
    sys.exit(main())
