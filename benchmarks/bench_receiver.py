"""The receiver's speed with durable commits, as a ratio to a bare "hello" on the same server in the same run.

Each round loads both in turn with wrk: 64 connections, distinct signed GitHub payloads of at least the median size.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from benchmarks.payloads import distinct_deliveries

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = Path(__file__).parent
_TOP = _HERE.parent
_SECRET = "benchmark secret, not a real one"
_ROUNDS, _SECONDS, _CONNECTIONS, _DISTINCT = 5, 5, 64, 3000
_NOT_DISKS = frozenset({"tmpfs", "ramfs", "devtmpfs"})
_HELLO = "uvicorn benchmarks.hello:hello --port {port} --loop uvloop --http httptools --no-access-log --log-level error"


@dataclass(frozen=True, slots=True)
class Load:
    """What one run of wrk measured; latencies in milliseconds."""

    requests: int
    per_second: float
    failed: int
    p50: float
    p99: float


def main() -> int:
    """Run the comparison and print its table."""
    if shutil.which("wrk") is None:
        print("This benchmark needs the load generator wrk: apt-get install wrk")
        return 1
    folder = Path(tempfile.mkdtemp(prefix="bench-receiver-", dir=_TOP / "build"))
    try:
        kind = _file_system(folder)
        print(f"File system of the workspace: {kind}")
        if kind in _NOT_DISKS:
            print("That is no disk; a commit there proves nothing. Run it from a folder on a disk.")
            return 1
        return _compare(folder)
    finally:
        shutil.rmtree(folder)


def _compare(folder: Path) -> int:
    deliveries = _write_deliveries(folder)
    hellos: list[Load] = []
    ours: list[Load] = []
    with _hello_server() as hello_url, _our_service(folder) as (our_url, service):
        for number in range(_ROUNDS):
            pair = [(hello_url, hellos), (our_url, ours)]
            for url, results in pair if number % 2 == 0 else pair[::-1]:
                results.append(_load(url, deliveries, f"r{number}"))
        memory = service.memory_info().rss / 1e6
    stored = _stored(folder)
    answered = sum(each.requests - each.failed for each in ours)
    _report(hellos, ours, memory)
    print(f"Answered 2xx: {answered:,}; stored: {stored:,} (requests under way at a run's end are stored, too).")
    return 0 if stored >= answered and not any(each.failed for each in ours) else 1


def _report(hellos: list[Load], ours: list[Load], memory: float) -> None:
    ratios = [our.per_second / hello.per_second for our, hello in zip(ours, hellos, strict=True)]
    print(f"{'':10}{'requests/s':>12}{'p50 ms':>10}{'p99 ms':>10}{'failed':>8}")
    for name, loads in (("hello", hellos), ("receiver", ours)):
        speed, p50, p99 = (
            statistics.median(getattr(each, part) for each in loads) for part in ("per_second", "p50", "p99")
        )
        print(f"{name:10}{speed:12,.0f}{p50:10.2f}{p99:10.2f}{sum(each.failed for each in loads):8}")
    spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
    print(f"Ratio, median of {len(ratios)} rounds: {statistics.median(ratios):.2f} ({spread}); target at least 0.5")
    print(f"Memory of the service at the end: {memory:.0f} MB resident")


def _load(url: str, deliveries: Path, name: str) -> Load:
    environment = {**os.environ, "DELIVERIES": str(deliveries), "RUN_NAME": name}
    command = ["wrk", "-t1", f"-c{_CONNECTIONS}", f"-d{_SECONDS}s", "-s", str(_HERE / "deliveries.lua"), url]
    output = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    result = next(line for line in output.splitlines() if line.startswith("RESULT"))
    requests, microseconds, failed, p50, p99 = (float(part) for part in result.split()[1:])
    return Load(int(requests), requests / microseconds * 1e6, int(failed), p50, p99)


def _write_deliveries(folder: Path) -> Path:
    path = folder / "deliveries"
    with path.open("wb") as file:
        for each in distinct_deliveries(_DISTINCT):
            head = f"{each.event_type}\n{each.signature(_SECRET)}\n{len(each.body)}\n"
            file.write(head.encode() + each.body)
    return path


@contextmanager
def _hello_server() -> Iterator[str]:
    port = _free_port()
    command = [sys.executable, "-m", *_HELLO.format(port=port).split()]
    with _running(command, port, dict(os.environ)):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def _our_service(folder: Path) -> Iterator[tuple[str, psutil.Process]]:
    names = ("DATA", "KEY", "LOG")
    environment = {**os.environ, **{f"INTEGRATION_{name}_FOLDER": str(folder / name) for name in names}}
    service = [sys.executable, "-m", "integration_console.headless", "--workspace", str(_database(folder))]
    secret = folder / "secret"
    secret.write_text(_SECRET)
    add = ["webhooks", "add", "--name", "GitHub", "--scheme", "github", "--secret-file", str(secret), "--json"]
    added = subprocess.run([*service, *add], env=environment, check=True, capture_output=True, text=True)
    port = _free_port()
    path = json.loads(added.stdout)["url"].partition("8477")[2]
    with _running([*service, "serve", "--port", str(port)], port, environment) as process:
        yield f"http://127.0.0.1:{port}{path}", psutil.Process(process.pid)


@contextmanager
def _running(command: list[str], port: int, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, cwd=_TOP, env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield process
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    message = f"nobody listens at port {port}"
    raise RuntimeError(message)


def _stored(folder: Path) -> int:
    with sqlite3.connect(_database(folder)) as connection:
        return int(connection.execute("SELECT count(*) FROM webhook_events").fetchone()[0])


def _database(folder: Path) -> Path:
    return folder / "console.db"


def _file_system(folder: Path) -> str:
    mounts = sorted(psutil.disk_partitions(all=True), key=lambda each: len(each.mountpoint), reverse=True)
    return next(each.fstype for each in mounts if folder.resolve().is_relative_to(each.mountpoint))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
