"""Retention under a constant load of events: what writers wait, how large the write-ahead log gets, what is left.

BENCH_ENTRIES says how many entries there are (default 200,000); half of them are older than they are kept.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.log_workspaces import fill, index
from benchmarks.workspaces import BUILD
from integration_console.domain.clock import SystemClock, microseconds
from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import FieldIs, LogField
from integration_console.domain.logs import LogDraft, LogStatus
from integration_console.domain.retention import HoldDraft
from integration_console.domain.webhooks import EventState
from integration_console.domain.work import UnattendedWork
from integration_console.domain.workspace import HolderKind
from integration_console.gateways.opening import Opening, open_workspace
from integration_console.operations import retention
from integration_console.operations.context import Context
from integration_console.storage import logs
from integration_console.storage.events import EventDraft, store_events
from integration_console.storage.store import Store
from integration_console.storage.transaction import Priority

_ENTRIES = int(os.environ.get("BENCH_ENTRIES", "200000"))
_WEBHOOK, _HELD = new_id(), new_id()
_CONNECTORS = (_HELD, *(new_id() for _ in range(19)))
_TYPES = ("sync.done", "message.sent")
_QUIET_SECONDS = 8.0
_PAUSE = 0.005
_KEEP_KEYS = 35 * 86_400 * 1_000_000
_WORDS = ("delta", "gamma", "priority", "express", "standard", "wholesale", "retail", "north", "south", "east", "blue")


@dataclass
class Load:
    """A sender that waits for each batch of events to be on the disk, and notes how long that took."""

    store: Store
    times: list[float] = field(default_factory=list)
    sent: int = 0

    def run(self, ending: threading.Event) -> None:
        """Send until it ends."""
        while not ending.wait(_PAUSE):
            batch = [_event() for _ in range(5)]
            begun = time.perf_counter()
            self.store.write(lambda writing, batch=batch: store_events(writing, batch), Priority.EVENTS)  # type: ignore[misc]
            self.times.append((time.perf_counter() - begun) * 1e3)
            self.sent += len(batch)


def main() -> int:
    """Fill a workspace, and remove half of it while events come in."""
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        place = Path(folder)
        how = Opening(place / "console.db", "bench", "bench", SystemClock(), place / "keys", HolderKind.KEY_FILE)
        opened = open_workspace(how)
        try:
            _prepare(opened.context)
            _measure(opened.context)
        finally:
            opened.close()
        _compare(place)
    return 0


def _prepare(context: Context) -> None:
    store, chance = context.store, random.Random(7)
    fill(store, _drafts(chance, context.clock.now()))  # type: ignore[arg-type] # a file
    index(store)  # type: ignore[arg-type]
    context.store.write(lambda writing: writing.connection.exec_driver_sql("PRAGMA cache_size=-16384"))
    retention.place_hold(context, HoldDraft("benchmark", connector_id=_HELD))


def _measure(context: Context) -> None:
    store = context.store
    held = FieldIs(LogField.CONNECTOR, _HELD)
    before = store.read(lambda reading: logs.count(reading, held, 10**9))
    print(f"{_ENTRIES:,} entries, {store.path.stat().st_size / 1e6:,.0f} MB; five events a transaction")
    quiet, busy, largest, ending = Load(store), Load(store), [0], threading.Event()
    _during(quiet, lambda: time.sleep(_QUIET_SECONDS))
    watcher = threading.Thread(target=_watch, args=(Path(f"{store.path}-wal"), largest, ending))
    watcher.start()
    begun = time.perf_counter()
    _during(busy, lambda: print(f"removed: {_told(context)} in {time.perf_counter() - begun:.1f} s"))
    ending.set()
    watcher.join()
    for name, load in (("alone", quiet), ("beside the removal", busy)):
        times = sorted(load.times)
        p50, p99 = times[len(times) // 2], times[int(len(times) * 0.99)]
        print(f"{name:20} {len(times):6,} writes, p50 {p50:6.1f} ms, p99 {p99:6.1f} ms, longest {times[-1]:6.1f} ms")
    after = store.read(lambda reading: logs.count(reading, held, 10**9))
    keys = store.read(
        lambda reading: reading.connection.exec_driver_sql("SELECT count(*) FROM webhook_event_keys").scalar()
    )
    print(f"write-ahead log at most {largest[0] / 1e6:.1f} MB (target: 64)")
    print(f"held entries {before:,} before, {after:,} after; keys of duplicates {keys:,} of {quiet.sent + busy.sent:,}")


def _told(context: Context) -> str:
    run = retention.run_retention(context, UnattendedWork())
    return f"{run.entries:,} entries, about {run.size_bytes / 1e6:,.0f} MB"


def _during(load: Load, work) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001 - anything to be called
    ending = threading.Event()
    sender = threading.Thread(target=load.run, args=(ending,))
    sender.start()
    try:
        work()
    finally:
        ending.set()
        sender.join()


def _watch(log: Path, largest: list[int], ending: threading.Event) -> None:
    while not ending.wait(0.002):
        largest[0] = max(largest[0], log.stat().st_size if log.exists() else 0)


def _compare(place: Path) -> None:
    """The file as it is against the same rows written anew, without a free page."""
    file, whole = place / "console.db", place / "whole.db"
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("VACUUM INTO ?", (str(whole),))
    size, live = file.stat().st_size, whole.stat().st_size
    print(f"file {size / 1e6:,.0f} MB, live data {live / 1e6:,.0f} MB: {size / live:.2f} (target: 1.25)")


def _event() -> EventDraft:
    made, now = new_id(), SystemClock().now()
    moment = microseconds(now)
    entry = LogDraft(new_id(), now, LogStatus.SUCCESS, "webhook.received", "“push” arrived at Bench", event_id=made,
                     webhook_id=_WEBHOOK, correlation_id=made)  # fmt: skip
    return EventDraft(
        id=made, webhook_id=_WEBHOOK, event_type="push", event_key=made, state=EventState.ACCEPTED, received_at=moment,
        expires_at=moment + _KEEP_KEYS, content_type="application/json", headers="[]",
        body=b'{"ref":"refs/heads/main"}' * 40, received=entry, duplicate=lambda: entry,
    )  # fmt: skip


def _drafts(chance: random.Random, now: datetime) -> Iterator[LogDraft]:
    for number in range(_ENTRIES):
        text = " ".join(chance.choices(_WORDS, k=60))
        at = now - timedelta(days=180 * (1 - number / _ENTRIES))
        yield LogDraft(
            id=new_id(), created_at=at, status=chance.choice(list(LogStatus)), event_type=_TYPES[number % 2],
            message=f"Synced {chance.randrange(10**6)} {text[:60]}", connector_id=chance.choice(_CONNECTORS),
            correlation_id=new_id(), payload=f'{{"id":"{chance.randrange(16**16):016x}","note":"{text}"}}',
        )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
