"""Makes `logs-ROWS.db`, a workspace file of what the bench's generator wrote (ROWS is the argument; see README.md).

Entries are appended as the program does it, with all they are counted in; then they are added up and indexed. Its keys
are in a file, its log is kept for ever: nothing is removed from it while it is looked at.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

from benchmarks.log_peers.places import data, keys, store_of
from benchmarks.log_workspaces import drafts, fill, index
from benchmarks.log_workspaces import opened as opened_store
from integration_console.domain.clock import SystemClock
from integration_console.domain.retention import RetentionPolicy
from integration_console.domain.workspace import HolderKind
from integration_console.gateways.opening import Opening, open_workspace
from integration_console.operations.retention import set_retention
from integration_console.storage import figure_rolls

if TYPE_CHECKING:
    from pathlib import Path

    from integration_console.storage.store import EmbeddedStore


def main() -> int:
    """Make the file, and say how long each part took."""
    rows = int(sys.argv[1])
    path = store_of(rows)
    if not path.exists():
        begin(path)
    store = opened_store(path)
    try:
        if store.writer.position < rows:
            begun = time.perf_counter()
            fill(store, drafts(data() / f"logs-{rows}.jsonl"))
            _say("appended", begun, rows)
        finish(store, rows)
    finally:
        store.close()
    print(f"{path.name}: {path.stat().st_size / rows:.0f} bytes an entry")
    return 0


def finish(store: EmbeddedStore, rows: int) -> None:
    """Add all entries up and index them."""
    begun = time.perf_counter()
    while figure_rolls.add_up(store):
        pass
    _say("added up", begun, rows)
    begun = time.perf_counter()
    index(store)
    _say("indexed", begun, rows)


def begin(path: Path) -> None:
    """Make a workspace file without entries."""
    how = Opening(path, "benchmark", "benchmark", SystemClock(), keys(), HolderKind.KEY_FILE)
    workspace = open_workspace(how)
    try:
        workspace.context.vault.create("benchmark", workspace.context.clock.now())
        set_retention(workspace.context, RetentionPolicy(None, None))
    finally:
        workspace.close()
    with closing(sqlite3.connect(path)) as connection, connection:  # what was just done is in the log: it begins empty
        for table in ("integration_logs", "integration_log_payloads", "log_rollups", "log_counts"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names


def _say(what: str, begun: float, rows: int) -> None:
    seconds = time.perf_counter() - begun
    print(f"{rows:,} entries {what} in {seconds:.0f} s ({seconds * 1e6 / rows:.0f} µs each)", flush=True)


if __name__ == "__main__":
    sys.exit(main())
