"""Workspaces full of log entries, made from lines of JSON of the shape that `bench_log_store` describes."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from integration_console.domain.clock import SystemClock
from integration_console.domain.logs import LogDraft, LogStatus
from integration_console.storage import log_index
from integration_console.storage.log_rows import append_entries
from integration_console.storage.store import EmbeddedStore, open_store

_CHUNK = 5_000


def opened(path: Path) -> EmbeddedStore:
    """Open (or make) the workspace file."""
    return open_store(path, "benchmark", "benchmark", SystemClock().now())


def drafts(lines: Path) -> Iterator[LogDraft]:
    """Yield an entry for each line."""
    with lines.open("rb") as file:
        yield from map(_draft, map(orjson.loads, file))


def fill(store: EmbeddedStore, entries: Iterator[LogDraft]) -> int:
    """Append entries as the program does, many in one transaction, which is not flushed; return how many."""
    _bulk(store)
    written = 0
    while some := list(islice(entries, _CHUNK)):
        store.write(lambda writing, some=some: append_entries(writing, some))  # type: ignore[misc]
        written += len(some)
    return written


def index(store: EmbeddedStore) -> None:
    """Index all that is not yet, in longer stretches than beside other work."""
    log_index.STRETCH, before = 2_000, log_index.STRETCH
    try:
        log_index.index_all(store)
    finally:
        log_index.STRETCH = before
    store.write(lambda _: None)  # the writer looks after the size of the log between two transactions


def _bulk(store: EmbeddedStore) -> None:
    """A larger cache, as nothing else is done meanwhile."""
    store.write(lambda writing: writing.connection.exec_driver_sql("PRAGMA cache_size=-262144"))


def _draft(line: dict[str, Any]) -> LogDraft:
    status = line["status"]
    payload = {"error": line["error_text"], "request": line["request_payload"], "response": line["response_payload"]}
    return LogDraft(
        id=line["id"],
        created_at=datetime.fromisoformat(line["created_at"]),
        status=LogStatus.INFO if status == "pending" else LogStatus(status),
        event_type=line["event_type"],
        message=line["message"],
        connector_id=line["connector_id"],
        correlation_id=str(uuid.UUID(line["correlation_id"].rjust(32, "0"))),
        error_code="bench.failed" if line["error_text"] else "",
        duration_ms=float(line["duration_ms"]),
        payload=orjson.dumps(payload).decode(),
    )
