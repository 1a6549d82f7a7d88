"""Who hands out the work of a shared database: procrastinate, a plain SKIP LOCKED claim, or ours with its leases.

2,000 empty jobs drained by four workers of one process, in turns in one run; and how long after a job was queued the
bell is heard. procrastinate is not among our packages: `pip install "procrastinate>=3"` first.
"""

from __future__ import annotations

import asyncio
import importlib
import statistics
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from integration_console.domain.clock import SystemClock
from integration_console.domain.ids import new_id
from integration_console.domain.jobs import JobDraft, Settlement
from integration_console.domain.syncs import RunState
from integration_console.gateways.organisations import open_organisations
from integration_console.storage import jobs
from integration_console.storage.jobs import Claim
from integration_console.storage.shared.bell import Bell
from integration_console.storage.transaction import Priority
from tests.builders import opening
from tests.postgres import Server, server

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.jobs import Lease
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing

_JOBS, _WORKERS, _BATCH, _ROUNDS, _RINGS = 2_000, 4, 20, 3, 40
_LEASE = timedelta(seconds=30)
_PLAIN = """
WITH taken AS (SELECT id FROM public.plain_jobs WHERE done_at IS NULL ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 20)
UPDATE public.plain_jobs SET done_at = now() FROM taken WHERE public.plain_jobs.id = taken.id
"""


def main() -> int:
    """Measure and print."""
    try:
        procrastinate = importlib.import_module("procrastinate")
    except ImportError:
        print('This benchmark compares with procrastinate: .venv/bin/pip install "procrastinate>=3"')
        return 1
    running = server()
    database, other = running.new_database(), "procrastinate_jobs"
    running.run(f"CREATE DATABASE {other}")
    running.new_organisation(database, "Acme", "acme")
    folder = Path(tempfile.mkdtemp(prefix="bench-dispatch-"))
    address = running.address(database, "console_service")
    rates: dict[str, list[float]] = {"procrastinate": [], "plain SKIP LOCKED": [], "ours": []}
    with closing(open_organisations(opening(folder, SystemClock(), path=address))) as service:
        (context,) = service.contexts()
        app = _procrastinate(procrastinate, running, other)
        for _ in range(_ROUNDS):
            rates["procrastinate"].append(asyncio.run(_by_procrastinate(*app)))
            rates["plain SKIP LOCKED"].append(_plain(running, other))
            rates["ours"].append(_ours(context))
        heard = _rings(context, lambda ring: Bell(address, "", ring))
    plain = rates["plain SKIP LOCKED"]
    print(f"{_JOBS:,} empty jobs, {_WORKERS} workers, jobs a second (median of {_ROUNDS}):")
    for name, found in rates.items():
        ratio = statistics.median(one / other for one, other in zip(found, plain, strict=True))
        print(f"  {name:20} {statistics.median(found):8,.0f}   {ratio:5.2f} of the plain claim")
    print(f"The bell is heard after {statistics.median(heard) * 1000:.1f} ms (at most {max(heard) * 1000:.1f} ms)")
    return 0


def _procrastinate(package: Any, running: Server, database: str) -> tuple[Any, Any]:  # noqa: ANN401 - no types of ours
    words = f"host={running.socket} port={running.port} dbname={database} user=postgres"
    app = package.App(connector=package.PsycopgConnector(conninfo=words))

    @app.task(queue="nothing")  # type: ignore[untyped-decorator]
    async def nothing() -> None:
        """Do nothing."""

    async def prepare() -> None:
        async with app.open_async():
            await app.schema_manager.apply_schema_async()

    asyncio.run(prepare())
    return app, nothing


async def _by_procrastinate(app: Any, task: Any) -> float:  # noqa: ANN401 - no types of ours
    async with app.open_async():
        await task.batch_defer_async(*({} for _ in range(_JOBS)))
        began = time.perf_counter()
        await app.run_worker_async(queues=["nothing"], concurrency=_WORKERS, wait=False, delete_jobs="always")
        return _JOBS / (time.perf_counter() - began)


def _plain(running: Server, database: str) -> float:
    with running.connect(database) as connection:
        connection.execute(
            b"CREATE TABLE IF NOT EXISTS public.plain_jobs (id bigserial PRIMARY KEY, done_at timestamptz)"
        )
        connection.execute(b"TRUNCATE public.plain_jobs")
        connection.execute(f"INSERT INTO public.plain_jobs SELECT FROM generate_series(1, {_JOBS})".encode())

    def work() -> None:
        with running.connect(database) as connection:
            while connection.execute(_PLAIN.encode()).rowcount:
                pass

    return _drained(work)


def _ours(context: Context) -> float:
    """Claim as a worker claims, at most one job of each connector, and settle each batch in one transaction."""
    now = context.clock.now()
    drafts = [JobDraft(new_id(), "sync", new_id(), now, "bench") for _ in range(_JOBS)]
    context.store.write(lambda writing: [jobs.add_job(writing, each, now) for each in drafts], Priority.JOBS)

    def take(writing: Writing) -> list[Lease]:
        moment = context.clock.now()
        return jobs.claim(writing, Claim(new_id(), moment + _LEASE, _BATCH), moment)

    def work() -> None:
        while leases := context.store.write(take, Priority.JOBS):
            context.store.write(lambda writing, held=leases: _settled(writing, held, context), Priority.JOBS)  # type: ignore[misc]

    return _drained(work)


def _settled(writing: Writing, leases: list[Lease], context: Context) -> None:
    for lease in leases:
        jobs.settle(writing, lease, Settlement(RunState.SUCCEEDED), context.clock.now())


def _drained(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    with ThreadPoolExecutor(_WORKERS) as workers:
        for each in [workers.submit(work) for _ in range(_WORKERS)]:
            each.result()
    return _JOBS / (time.perf_counter() - began)


def _rings(context: Context, bell_for: Callable[[Callable[[], None]], Bell]) -> list[float]:
    """Return how many seconds after the commit of a new job the bell was heard."""
    rung, heard = threading.Event(), []
    bell = bell_for(rung.set)
    bell.start()
    time.sleep(1)
    for _ in range(_RINGS):
        rung.clear()
        now = context.clock.now()
        draft = JobDraft(new_id(), "sync", new_id(), now + timedelta(days=1), "bench")
        context.store.write(lambda writing, draft=draft, now=now: jobs.add_job(writing, draft, now), Priority.JOBS)  # type: ignore[misc]
        committed = time.perf_counter()
        assert rung.wait(10)
        heard.append(max(0.0, time.perf_counter() - committed))
    bell.stop()
    return heard


if __name__ == "__main__":
    sys.exit(main())
