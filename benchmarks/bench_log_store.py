"""The log of a workspace file with many entries: first screen, filters, jumps, words, pieces of ids, counts, inserts.

BENCH_LOGS names a file of JSON lines (id, created_at, status, event_type, connector_id, message, error_text,
correlation_id, duration_ms, request_payload, response_payload; texts of seven entries hold BENCH_RARE, those of five
the Arabic phrase below, in three spellings); without it there is nothing to measure. BENCH_STORE is the workspace made
of it, kept for the next run (default: a temporary one).
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path

from sqlalchemy import func, select

from benchmarks.log_workspaces import drafts, fill, index, opened
from benchmarks.workspaces import BUILD
from integration_console.domain.clock import SystemClock
from integration_console.domain.folding import folded
from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import (
    EVERYTHING,
    AllOf,
    Condition,
    Contains,
    FieldIs,
    Lasted,
    LogField,
    StatusIs,
    Within,
)
from integration_console.domain.log_conditions import Comparison as By
from integration_console.domain.logs import LogDraft, LogPlace, LogStatus
from integration_console.storage import log_counts, log_index, logs, tables
from integration_console.storage.log_rows import append_entries
from integration_console.storage.store import EmbeddedStore

_RARE = os.environ.get("BENCH_RARE", "zq7-kestrel-0xB4DF00D")
_ARABIC = "انقطاع مفاجئ في بوابة الدفع"
_ROUNDS = 7
_ERROR = StatusIs(frozenset({LogStatus.ERROR}))
_FAILED = AllOf((_ERROR, FieldIs(LogField.TYPE, "sync.failed")))
_MOST = 100_000_000
Task = Callable[[EmbeddedStore], object]


def main() -> int:
    """Make or open the workspace, and measure."""
    lines = os.environ.get("BENCH_LOGS")
    if not lines:
        print("BENCH_LOGS names no file of JSON lines: nothing to measure")
        return 0
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        store = opened(Path(os.environ.get("BENCH_STORE") or Path(folder, "console.db")))
        try:
            _prepare(store, Path(lines))
            _measure(store)
            _inserts(store)
        finally:
            store.close()
    return 0


def _prepare(store: EmbeddedStore, lines: Path) -> None:
    if store.read(logs.newest_position):
        return
    begun = time.perf_counter()
    number = fill(store, drafts(lines))
    written, plain = time.perf_counter(), _megabytes(store)
    index(store)
    ended = time.perf_counter()
    print(
        f"{number:,} entries written: {(written - begun) * 1e6 / number:.0f} µs and {plain * 1e6 / number:.0f} B each"
    )
    print(
        f"indexed: {(ended - written) * 1e6 / number:.0f} µs, {(_megabytes(store) - plain) * 1e6 / number:.0f} B each"
    )


def _megabytes(store: EmbeddedStore) -> float:
    pages = store.read(lambda reading: reading.connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    return int(pages) * 8192 / 1e6


def _measure(store: EmbeddedStore) -> None:
    total = store.read(lambda reading: logs.count(reading, EVERYTHING, _MOST))
    newest = store.read(lambda reading: logs.page(reading, EVERYTHING, None, 1)).entries[0]
    middle = store.read(lambda reading: logs.place(reading, EVERYTHING, None, total // 2))
    assert middle is not None
    some = store.read(lambda reading: logs.page(reading, EVERYTHING, middle, 1)).entries[0]
    text = store.read(lambda reading: logs.detail(reading, some.id)).payload
    piece = text[text.index("req_") + 6 :][:10]
    chance = random.Random(7)
    owner, cause = FieldIs(LogField.CONNECTOR, some.connector_id), FieldIs(LogField.CORRELATION, some.correlation_id)
    week = Within(newest.created_at - timedelta(days=7))
    tasks: dict[str, Task] = {
        "T1 newest 100": _page(EVERYTHING),
        "T2 statuses, and errors of each hour": _statistics,
        "T3 newest 100, status and type": _page(_FAILED),
        "newest 100 errors": _page(_ERROR),
        "newest 100 errors and warnings": _page(StatusIs(frozenset({LogStatus.ERROR, LogStatus.WARNING}))),
        "newest 100 of a family of types": _page(FieldIs(LogField.TYPE, "token.", is_prefix=True)),
        "newest 100 of a connector": _page(owner),
        "newest 100 slower than 10 s": _page(Lasted(By.ABOVE, 10_000)),
        "a correlation id": _page(cause),
        "T6 100 from a time": _page(EVERYTHING, LogPlace(middle.created_at, "")),
        "T6 upwards": _page(EVERYTHING, middle, newer=True),
        "jump to a row": lambda store: store.read(
            lambda r: logs.place(r, EVERYTHING, None, chance.randrange(1, total))
        ),
        "jump to a row of errors": lambda store: store.read(
            lambda r: logs.place(r, _ERROR, None, chance.randrange(1, max(2, total // 40)))
        ),
        "count of all": _count(EVERYTHING),
        "count of errors": _count(_ERROR),
        "count of a week": _count(week),
        "count above a place": lambda store: store.read(lambda r: logs.count(r, EVERYTHING, _MOST, middle)),
        "count of a connector": _count(owner),
        "T4 rare words": _words(_RARE),
        "T5 Arabic phrase": _words(_ARABIC),
        "piece of an id": _words(piece),
        "count of a rare word": _count(Contains(folded(_RARE))),
        "count of a frequent word": _count(Contains("webhook")),
        "newest 200 of a frequent word": _page(Contains("webhook"), limit=200),
        "newest 200 of a frequent phrase": _page(Contains("rate limit exceeded"), limit=200),
        "all of a frequent phrase": _words("tls handshake failed"),
        "newest 200 errors with a word": _page(AllOf((_ERROR, Contains("timeout"))), limit=200),
        "two letters, newest 200": _page(Contains("zq"), limit=1),
    }
    only = sys.argv[1:]
    print(f"{total:,} entries, {_megabytes(store):,.0f} MB; medians of {_ROUNDS}, warm")
    for name, task in tasks.items():
        if not only or any(each in name for each in only):
            _show(store, name, task)


def _show(store: EmbeddedStore, name: str, task: Task) -> None:
    times, found = [], None
    for _ in range(_ROUNDS):
        begun = time.perf_counter()
        found = task(store)
        times.append((time.perf_counter() - begun) * 1e3)
        if times[-1] > 3_000:
            break
    number = found if isinstance(found, int) else ""
    print(f"{name:36}{statistics.median(times):12.2f} ms  {number}")


def _page(condition: Condition, after: LogPlace | None = None, limit: int = 100, *, newer: bool = False) -> Task:
    page = logs.page_above if newer else logs.page
    return lambda store: len(store.read(lambda reading: page(reading, condition, after, limit)).entries)


def _statistics(store: EmbeddedStore) -> int:
    """How many entries each status has, and how many hours have errors; the statistics of the window have more."""
    table = tables.log_counts
    whole = select(table.c.status, func.sum(table.c.entries)).where(table.c.span == log_counts.DAY)
    hours = select(table.c.begins, func.sum(table.c.entries)).where(table.c.span == log_counts.HOUR)
    mine = table.c.tenant_id == store.tenant_id
    with store.reading() as reading:
        reading.connection.execute(whole.where(mine).group_by(table.c.status)).all()
        errors = hours.where(mine, table.c.status == "error").group_by(table.c.begins)
        return len(reading.connection.execute(errors).all())


def _count(condition: Condition) -> Task:
    return lambda store: store.read(lambda reading: logs.count(reading, condition, _MOST))


def _words(words: str) -> Task:
    return _page(Contains(folded(words)), limit=100_000)


def _inserts(store: EmbeddedStore) -> None:
    """What an entry costs in batches of ten, and what it costs in the index."""
    some = list(islice(_new_entries(store), 4_000))
    begun = time.perf_counter()
    for at in range(0, len(some), 10):
        store.write(lambda writing, at=at: append_entries(writing, some[at : at + 10]))  # type: ignore[misc]
    written = time.perf_counter()
    log_index.index_all(store)
    ended = time.perf_counter()
    print(f"an entry, ten in a transaction: {(written - begun) * 1e6 / len(some):.0f} µs (with the flush to disk)")
    print(f"an entry in the index: {(ended - written) * 1e6 / len(some):.0f} µs, beside that")


def _new_entries(store: EmbeddedStore) -> Iterator[LogDraft]:
    page = store.read(lambda reading: logs.page(reading, EVERYTHING, None, 500)).entries
    payloads = [store.read(lambda reading, each=each: logs.detail(reading, each.id)).payload for each in page]  # type: ignore[misc]
    while True:
        for each, payload in zip(page, payloads, strict=True):
            yield LogDraft(
                id=new_id(), created_at=SystemClock().now(), status=each.status, event_type=each.event_type,
                message=each.message, connector_id=each.connector_id, correlation_id=new_id(),
                error_code=each.error_code, duration_ms=each.duration_ms, payload=payload,
            )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
