"""Measure a case file over made-up logs: `make bench ARGS=case_file`, with LOG_BENCH_DATA naming a folder of logs.

The folder holds what a generator of logs wrote: `logs-N.sqlite`, `logs-N.jsonl` and `logs-N.truth.json` (LOG_BENCH_ROWS
says which N, default 100000). Each task runs on a file that was just opened, nothing remembered; medians of nine. Where
ripgrep is installed it looks for the same in the JSON lines. T1 open and 40 rows, T2 statistics, T3 filter, T4 rare
string, T5 Arabic phrase, T6 jump to a time, T8 size against the JSON lines, and a piece of a hexadecimal identifier.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from integration_console.domain.case_files import CaseSource, CaseWish
from integration_console.domain.clock import from_microseconds
from integration_console.domain.folding import folded
from integration_console.domain.log_conditions import EVERYTHING, Contains, FieldIs, LogField, StatusIs, Within, all_of
from integration_console.domain.logs import LogDetail, LogEntry, LogPlace, LogStatus
from integration_console.domain.work import UnattendedWork
from integration_console.storage.case_files import figures
from integration_console.storage.case_files.reading import CaseFile
from integration_console.storage.case_files.writing import CaseContents, write_case

ROWS = int(os.environ.get("LOG_BENCH_ROWS", "100000"))
ROUNDS = 9
QUERY = """
SELECT id, connector_id, event_type, status, created_at, duration_ms, message, error_text, correlation_id,
       request_payload, response_payload
FROM integration_logs ORDER BY created_at DESC, id DESC
"""
STATUSES = {"pending": "info"}
ERRORS = StatusIs(frozenset({LogStatus.ERROR}))


def entries(path: Path) -> Iterator[LogDetail]:
    """What the generator wrote as entries of ours: request, response and error text are the payload."""
    with closing(sqlite3.connect(path)) as connection:
        for row in connection.execute(QUERY):
            identifier, connector, kind, status, moment, duration, message, error, correlation, request, response = row
            digits = correlation[1:].rjust(32, "0")
            cause = f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
            entry = LogEntry(
                id=identifier,
                created_at=from_microseconds(moment * 1000),
                status=LogStatus(STATUSES.get(status, status)),
                event_type=kind,
                message=message,
                position=0,
                connector_id=connector,
                correlation_id=cause,
                error_code=(error or "").partition(":")[0],
                duration_ms=float(duration),
            )
            yield LogDetail(entry, "\n".join(filter(None, (request, response, error))))


def made(folder: Path, target: Path) -> float:
    """Write the case file; return how many seconds that took."""
    begun = time.perf_counter()
    contents = CaseContents(entries(folder / f"logs-{ROWS}.sqlite"), ROWS, {})
    source = CaseSource("bench", "Bench", "bench", datetime.now(UTC), "0", "0")
    write_case(target, contents, source, CaseWish(cap=1 << 40), Ed25519PrivateKey.generate(), UnattendedWork())
    return time.perf_counter() - begun


def median(path: Path, task: Callable[[CaseFile], object], expected: object) -> float:
    """Median milliseconds of a task on a file that was just opened (the opening is not counted)."""
    taken = []
    for _ in range(ROUNDS):
        case = CaseFile(path)
        begun = time.perf_counter()
        found = task(case)
        taken.append((time.perf_counter() - begun) * 1000)
        case.close()
        if found != expected:
            sys.exit(f"expected {expected!r}, found {found!r}")
    return statistics.median(taken)


def opening(path: Path) -> float:
    """Median milliseconds of opening a file and reading its first 40 rows."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        case = CaseFile(path)
        case.page(EVERYTHING, None, 40)
        taken.append((time.perf_counter() - begun) * 1000)
        case.close()
    return statistics.median(taken)


def ripgrep(text: str, lines: Path) -> float | None:
    """Median milliseconds that ripgrep takes to find a text in the JSON lines; None where it is not installed."""
    program = shutil.which("rg")
    if program is None:
        return None
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        subprocess.run([program, "-F", "-c", text, str(lines)], check=False, capture_output=True)
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def tasks(case: CaseFile, truth: dict[str, Any]) -> dict[str, tuple[Callable[[CaseFile], object], object]]:
    """Each task and what it must find."""
    middle = datetime.fromtimestamp(truth["mid_ms"] / 1000, UTC)
    sample = case.page(EVERYTHING, LogPlace(middle, "g"), 40).entries
    payload = case.detail(sample[5].id).payload
    match = re.search(r"req_([0-9a-f]{16})", payload)
    piece = match[1][3:13] if match else "0123456789"

    def found(words: str) -> Callable[[CaseFile], object]:
        return lambda opened: len(opened.page(Contains(folded(words)), None, 1000).entries)

    failed = all_of(ERRORS, FieldIs(LogField.TYPE, "sync.failed"))
    errors = sum(number for status, number in truth["status"].items() if status == "error")
    error = list(LogStatus).index(LogStatus.ERROR)
    return {
        "T2 statistics": (lambda opened: sum(count[error] for count in opened.counts[figures.HOURS].values()), errors),
        "T3 filter": (lambda opened: len(opened.page(failed, None, 100).entries), 100),
        "T4 rare string": (found(truth["rare"]), truth["rare_rows"]),
        "T5 Arabic phrase": (found(truth["arabic"]), truth["arabic_rows"]),
        "T6 jump": (
            lambda opened: len(opened.page(Within(until=middle + timedelta(milliseconds=1)), None, 40).entries),
            40,
        ),
        "piece of an id": (found(piece), 1),
        "one entry": (lambda opened: opened.detail(sample[0].id).entry.id, sample[0].id),
    }


def main() -> None:
    given = os.environ.get("LOG_BENCH_DATA")
    if not given:
        print("LOG_BENCH_DATA names no folder with generated logs: nothing to measure")
        return
    folder = Path(given)
    truth = json.loads((folder / f"logs-{ROWS}.truth.json").read_text("utf-8"))
    lines = folder / f"logs-{ROWS}.jsonl"
    with tempfile.TemporaryDirectory(prefix="bench-case-") as scratch:
        path = Path(scratch) / "bench.icase"
        seconds = made(folder, path)
        size, plain = path.stat().st_size, lines.stat().st_size
        print(f"{ROWS:,} rows written in {seconds:.0f} s ({1e6 * seconds / ROWS:.0f} us a row)")
        print(f"T8 size {size / 1e6:.1f} MB: {size / plain:.3f} of the JSON lines (at most 0.2)")
        print(f"T1 open and 40 rows {opening(path):.1f} ms")
        case = CaseFile(path)
        found = tasks(case, truth)
        case.close()
        for name, (task, expected) in found.items():
            print(f"{name} {median(path, task, expected):.2f} ms")
        for name, text in (("rare string", truth["rare"]), ("Arabic phrase as written", truth["arabic"])):
            peer = ripgrep(text, lines)
            print(f"ripgrep, {name}: {'not installed' if peer is None else f'{peer:.1f} ms'}")
        begun = time.perf_counter()
        case = CaseFile(path)
        case.require_whole()
        case.close()
        print(f"every byte verified in {time.perf_counter() - begun:.2f} s")


if __name__ == "__main__":
    main()
