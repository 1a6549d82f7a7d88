"""A shared database: what group commit brings the receiver, and what the policies cost the newest page of the log.

Both on a real PostgreSQL with fsync, synchronous_commit and full_page_writes on (asserted), in turns in one run.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from integration_console.domain.clock import SystemClock
from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import EVERYTHING
from integration_console.gateways.organisations import open_organisations
from integration_console.service.intake import Intake
from integration_console.storage import logs
from integration_console.storage.events import EventDraft, Stored, store_events
from integration_console.storage.shared.engine import shared_engine
from integration_console.storage.shared.store import Organisation, SharedStore, open_shared
from integration_console.storage.transaction import Priority
from tests.builders import event_draft, opening
from tests.postgres import Server, server

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from integration_console.gateways.organisations import OpenDatabase

_NAMES = ("acme", "globex", "initech", "hooli", "umbrella")
_SENDERS, _SECONDS, _ROUNDS = 64, 4.0, 5
_ROWS, _PAGE, _LOOKS = 1_000_000, 200, 200
_BODY = b'{"ref":"refs/heads/main","commits":[' + b'{"id":"0123456789abcdef","message":"x"},' * 180 + b"{}]}"
_ENTRIES = """
INSERT INTO console.integration_logs (tenant_id, id, created_at, position, status, event_type, topic, message, params,
    correlation_id, error_code)
SELECT (ARRAY[{tenants}])[1 + n % {number}]::uuid, gen_random_uuid(), {start} + n * 1000000::bigint, n, 'success',
    'webhook.received', 'push', 'push arrived at Repository', '{{}}', gen_random_uuid(), ''
FROM generate_series(1, {rows}) AS n
"""


def main() -> int:
    """Measure both and print the ratios."""
    folder = Path(tempfile.mkdtemp(prefix="bench-postgres-"))
    running = server()
    _require_durable(running)
    database = running.new_database()
    for name in _NAMES:
        running.new_organisation(database, name, name)
    path = running.address(database, "console_service")
    with closing(open_organisations(opening(folder, SystemClock(), path=path))) as service:
        _receiving(service)
    _paging(running, database)
    return 0


def _require_durable(running: Server) -> None:
    kind = next(
        (each.fstype for each in psutil.disk_partitions(all=True) if each.mountpoint == _mount(running.data)), "?"
    )
    with running.connect() as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            (value,) = connection.execute(f"SHOW {setting}".encode()).fetchone() or ("?",)
            assert value == "on", f"{setting} is {value}"
        (version,) = connection.execute(b"SHOW server_version").fetchone() or ("?",)
    print(f"PostgreSQL {version} on {kind}; fsync, synchronous_commit and full_page_writes are on.")


def _mount(path: Path) -> str:
    while not path.is_mount():
        path = path.parent
    return str(path)


def _receiving(service: OpenDatabase) -> None:
    """Store events of all organisations, 64 senders at a time, each waiting for its answer."""
    writer = service.writer
    tenants = [context.store.tenant_id for context in service.contexts()]
    hooks = [new_id() for _ in tenants]

    async def in_groups() -> float:
        intake = Intake(writer, service.announcements, 4096)
        return await _load(lambda number: intake.store(_draft(tenants, hooks, number)))

    async def one_by_one() -> float:
        async def store(number: int) -> Stored:
            draft = _draft(tenants, hooks, number)
            written = writer.submit(Priority.EVENTS, lambda writing: store_events(writing, [draft])[0])
            return await asyncio.wrap_future(written)

        return await _load(store)

    grouped, single = [], []
    for _ in range(_ROUNDS):
        single.append(asyncio.run(one_by_one()))
        grouped.append(asyncio.run(in_groups()))
    ratios = [group / one for group, one in zip(grouped, single, strict=True)]
    print(f"Receiver, events/s of {len(_BODY):,} bytes, each durable before its answer, {_SENDERS} senders:")
    print(f"  group commit {statistics.median(grouped):,.0f}, a commit each {statistics.median(single):,.0f}")
    print(f"  ratio {statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f}), target at least 2.5")


async def _load(store: Callable[[int], Awaitable[Stored]]) -> float:
    """Return how many events a second were answered."""
    ends = time.perf_counter() + _SECONDS
    done = 0

    async def sender(first: int) -> None:
        nonlocal done
        number = first
        while time.perf_counter() < ends:
            await store(number)
            done += 1
            number += _SENDERS

    began = time.perf_counter()
    await asyncio.gather(*(sender(number) for number in range(_SENDERS)))
    return done / (time.perf_counter() - began)


def _draft(tenants: list[str], hooks: list[str], number: int) -> EventDraft:
    whose = number % len(tenants)
    return event_draft(tenant_id=tenants[whose], webhook_id=hooks[whose], body=_BODY, event_key=new_id())


def _paging(running: Server, database: str) -> None:
    """Read the newest page of an organisation's log under the policies, and as one whom they do not hold."""
    _fill(running, database)
    held = open_shared(running.address(database, "acme"))
    address = running.address(database)
    engine = shared_engine(address)
    free = SharedStore(address, engine, Organisation(held.tenant_id, held.name, held.role), "")
    figures: dict[str, list[float]] = {"under": [], "without": []}
    for number in range(_LOOKS + 20):
        for name, store in (("under", held), ("without", free))[:: 1 if number % 2 else -1]:
            took = _look(store)
            if number >= 20:
                figures[name].append(took)
    held.close()
    free.close()
    under, without = (statistics.median(figures[name]) * 1000 for name in ("under", "without"))
    print(f"Newest {_PAGE} entries of one of {len(_NAMES)} organisations, {_ROWS:,} rows in all:")
    print(f"  under the policies {under:.2f} ms, without {without:.2f} ms")
    print(f"  ratio {under / without:.2f}, target at most 1.5")


def _look(store: SharedStore) -> float:
    began = time.perf_counter()
    page = store.read(lambda reading: logs.page(reading, EVERYTHING, None, _PAGE))
    took = time.perf_counter() - began
    assert len(page.entries) == _PAGE
    return took


def _fill(running: Server, database: str) -> None:
    start = (int(time.time()) - _ROWS) * 1_000_000
    with running.connect(database) as connection:
        found = connection.execute(b"SELECT tenant_id::text FROM tenants ORDER BY name").fetchall()
        tenants = ", ".join(f"'{row[0]}'" for row in found)
        statement = _ENTRIES.format(tenants=tenants, number=len(found), start=start, rows=_ROWS)
        connection.execute(statement.encode())
        connection.execute(b"VACUUM ANALYZE integration_logs")


if __name__ == "__main__":
    sys.exit(main())
