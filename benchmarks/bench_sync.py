"""Syncs: the time of a full one against the bare sequence of the same requests, and memory by number of records.

Time: an Odoo in miniature of 5,000 employees, in a process of its own. The requests of one sync are noted, then sent
again by a bare client that keeps nothing, in turns with whole syncs into new workspaces: as fast as the miniature
answers, and with the time that a real Odoo took for a page of 200 (measured: 1.65 s for 5,021 rows). Memory: a Drive in
miniature of 10,000 and 100,000 files is synced by a process of its own, whose resident size is looked at all along.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import httpx
import psutil

from benchmarks.sources import source
from benchmarks.workspaces import connector, run_now, workspace
from integration_console.connectors.http_client import HttpClient
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunRequest

_EMPLOYEES, _ROUNDS = 5_000, 7
_REAL_SECONDS = 0.06
"""What a page of 200 rows took a real Odoo 19, beyond what it takes the miniature."""
_FILES = (10_000, 100_000)
_MEGABYTE = 1024 * 1024

Noted = tuple[str, str, dict[str, Any]]


def main() -> int:
    """Measure both and print them."""
    with source("odoo", _EMPLOYEES) as form:
        print("As fast as the miniature answers:")
        _compare_times(form)
    with source("odoo", _EMPLOYEES, _REAL_SECONDS) as form:
        print("With a real Odoo's time for each answer:")
        _compare_times(form)
    print(f"\n{'files':>9}{'seconds':>9}{'records/s':>11}{'idle MB':>9}{'most MB':>9}{'more MB':>9}")
    for files in _FILES:
        _print_memory(files)
    print("Target: at most 200 MB more than idle with 100,000 files.")
    return 0


def _compare_times(form: dict[str, Any]) -> None:
    requests = _noted(form)
    bare: list[float] = []
    ours: list[float] = []
    for number in range(_ROUNDS + 1):
        turns = [(_bare, bare), (_whole, ours)]
        for measure, times in turns if number % 2 else turns[::-1]:
            seconds = measure(form, requests)
            if number:  # the first round warms everything
                times.append(seconds)
    ratios = [our / plain for our, plain in zip(ours, bare, strict=True)]
    print(f"{len(requests)} requests, medians of {_ROUNDS}: bare {statistics.median(bare):.2f} s, ", end="")
    print(f"sync with everything stored {statistics.median(ours):.2f} s")
    print(f"Ratio: {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}); target at most 1.4")


def _noted(form: dict[str, Any]) -> list[Noted]:
    """Return the requests of one full sync."""
    noted: list[Noted] = []
    plain = HttpClient._exchange  # noqa: SLF001 - looked at, not changed

    def note(self: HttpClient, method: str, address: str, request: Any) -> Any:  # noqa: ANN401 - passed on as it is
        noted.append((method, address, dict(request)))
        return plain(self, method, address, request)

    HttpClient._exchange = note  # type: ignore[method-assign] # noqa: SLF001 - looked at, not changed
    try:
        _whole(form, [])
    finally:
        HttpClient._exchange = plain  # type: ignore[method-assign] # noqa: SLF001 - as it was
    return noted


def _bare(_form: dict[str, Any], requests: list[Noted]) -> float:
    began = time.perf_counter()
    with httpx.Client(trust_env=False, timeout=30) as client:
        for method, address, request in requests:
            client.request(method, address, **request)
    return time.perf_counter() - began


def _whole(form: dict[str, Any], _requests: list[Noted]) -> float:
    with workspace() as context:
        added = connector(context, "odoo", form)
        began = time.perf_counter()
        run_now(context, RunRequest(added.id, SyncMode.FULL))
        return time.perf_counter() - began


def _print_memory(files: int) -> None:
    with source("google", files) as form:
        command = [sys.executable, "-m", "benchmarks.bench_sync", "drive"]
        place = Path(__file__).parents[1]
        done = subprocess.run(command, cwd=place, input=json.dumps(form), capture_output=True, text=True, check=True)
    records, seconds, idle, most = (float(part) for part in done.stdout.split())
    assert records == files, f"{records:.0f} of {files} files"
    rate = records / seconds
    print(f"{files:9,}{seconds:9.1f}{rate:11,.0f}{idle:9.0f}{most:9.0f}{most - idle:9.0f}")


def _drive() -> None:
    """Sync a Drive; print the records, the seconds, and the resident megabytes before and at most."""
    form = json.loads(sys.stdin.read())
    this, ended, sizes = psutil.Process(), threading.Event(), [0.0]

    def watch() -> None:
        while not ended.wait(0.02):
            sizes[0] = max(sizes[0], this.memory_info().rss / _MEGABYTE)

    with workspace() as context:
        added = connector(context, "google_workspace", form)
        idle = this.memory_info().rss / _MEGABYTE
        watching = threading.Thread(target=watch)
        watching.start()
        began = time.perf_counter()
        run = run_now(context, RunRequest(added.id, SyncMode.FULL))
        seconds = time.perf_counter() - began
        ended.set()
        watching.join()
    print(run.counts.added, seconds, idle, sizes[0])


if __name__ == "__main__":
    if sys.argv[1:] == ["drive"]:
        _drive()
        sys.exit(0)
    sys.exit(main())
