"""The API: a list against a bare FastAPI answer of the same JSON, and a plain GET beside 200 open live streams.

Both servers run in processes of their own on the same event loop and parser; calls go in turns over kept connections.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import subprocess
import sys
import time
from contextlib import AsyncExitStack, contextmanager
from typing import TYPE_CHECKING

import httpx

from benchmarks.workspaces import workspace
from integration_console.domain.connectors import ConnectorDraft
from integration_console.operations import connectors
from integration_console.operations.organisations import OneOrganisation
from integration_console.service.server import Listening, ReceiverServer

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONNECTORS, _CALLS, _WARM, _STREAMS, _ROUNDS = 20, 1_500, 100, 200, 3
_TOKEN = "the-benchmark-itself"
_BARE = (
    "uvicorn benchmarks.bare_api:application --port {port} "
    "--loop uvloop --http httptools --no-access-log --log-level error"
)


def main() -> int:
    """Measure and print."""
    with _our_service() as base:
        headers = {"authorization": f"Bearer {_TOKEN}"}
        with httpx.Client(base_url=base, headers=headers, trust_env=False) as ours:
            listed = ours.get("/api/v1/connectors").json()
            assert len(listed) == _CONNECTORS
            with _bare_server(listed) as bare_base, httpx.Client(base_url=bare_base, trust_env=False) as bare:
                assert bare.get("/list").json() == listed
                _compare(bare, ours)
        asyncio.run(_beside_streams(base, headers))
    return 0


def _compare(bare: httpx.Client, ours: httpx.Client) -> None:
    took: dict[str, list[float]] = {"bare": [], "ours": []}
    for number in range(_CALLS + _WARM):
        for name, client, path in (("bare", bare, "/list"), ("ours", ours, "/api/v1/connectors")):
            seconds = _timed(client, path)
            if number >= _WARM:
                took[name].append(seconds)
    bare_p50, ours_p50 = (statistics.median(took[name]) * 1000 for name in ("bare", "ours"))
    print(f"A list of {_CONNECTORS} connectors, p50 of {_CALLS:,} calls each:")
    print(f"  bare FastAPI {bare_p50:.2f} ms, ours {ours_p50:.2f} ms, ratio {ours_p50 / bare_p50:.2f}")


def _timed(client: httpx.Client, path: str) -> float:
    began = time.perf_counter()
    answer = client.get(path)
    took = time.perf_counter() - began
    assert answer.status_code == 200, answer.text
    return took


async def _beside_streams(base: str, headers: dict[str, str]) -> None:
    """Measure a plain GET without streams and beside them, in turns."""
    found: dict[int, list[float]] = {0: [], _STREAMS: []}
    for _ in range(_ROUNDS):
        for number, taken in found.items():
            async with AsyncExitStack() as open_streams:
                limits = httpx.Limits(max_connections=None)
                client = await open_streams.enter_async_context(
                    httpx.AsyncClient(base_url=base, headers=headers, trust_env=False, limits=limits, timeout=30)
                )
                for _ in range(number):
                    answer = await open_streams.enter_async_context(client.stream("GET", "/api/v1/stream"))
                    assert answer.status_code == 200
                with httpx.Client(base_url=base, headers=headers, trust_env=False) as plain:
                    taken += [await asyncio.to_thread(_timed, plain, "/livez") for _ in range(_CALLS // _ROUNDS)]
    print(f"GET /livez, {_CALLS:,} calls each, beside no stream and beside {_STREAMS} open ones:")
    for number, taken in found.items():
        p50, p99 = statistics.median(taken) * 1000, statistics.quantiles(taken, n=100)[98] * 1000
        print(f"  {number:4} streams: p50 {p50:.2f} ms, p99 {p99:.2f} ms")


@contextmanager
def _our_service() -> Iterator[str]:
    """Serve a workspace in a process of its own; this one has nothing but the client to do."""
    command = [sys.executable, "-m", "benchmarks.bench_api", "serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def _serve() -> None:
    with workspace() as context:
        for number in range(_CONNECTORS):
            values = {"method": "hook", "hook_url": f"https://hooks.slack.com/services/T0/B{number}/secret"}
            connectors.save_connector(context, ConnectorDraft("slack", f"Slack {number}", values))
        server = ReceiverServer(OneOrganisation(context), Listening("127.0.0.1", 0, 1_000_000, 100), _TOKEN)
        server.start()
        print(server.local_url, flush=True)
        sys.stdin.read()
        server.stop()


@contextmanager
def _bare_server(rows: list[object]) -> Iterator[str]:
    port = 18_477
    command = [sys.executable, "-m", *_BARE.format(port=port).split()]
    with subprocess.Popen(command, env={**os.environ, "BARE_ROWS": json.dumps(rows)}) as process:
        base = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                httpx.get(f"{base}/list", trust_env=False)
                break
            except httpx.ConnectError:
                time.sleep(0.1)
        try:
            yield base
        finally:
            process.terminate()


if __name__ == "__main__":
    if sys.argv[1:] == ["serve"]:
        _serve()
    else:
        sys.exit(main())
