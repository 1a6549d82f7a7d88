"""A workspace file of a million rows copied into PostgreSQL, cut short and gone on with, and back into a file.

Prints how long each way took, reading again and hashing included, and the memory of it.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from benchmarks.workspaces import BUILD
from integration_console.domain.clock import SystemClock
from integration_console.domain.ids import new_id
from integration_console.domain.work import Cancelled, UnattendedWork
from integration_console.gateways.opening import open_workspace
from integration_console.storage.columns import id_bytes
from integration_console.storage.copying.workspaces import Place, copy_workspace
from integration_console.storage.shared.migrate import Owner
from tests.builders import opening
from tests.postgres import server

if TYPE_CHECKING:
    from integration_console.domain.copying import CopyReport
    from integration_console.domain.work import Progress, Work

_ROWS = 1_000_000
_FILL = """
INSERT INTO integration_logs (tenant_id, id, created_at, position, status, event_type, topic, message, params,
    webhook_id, correlation_id, error_code, duration_ms)
VALUES ((SELECT tenant_id FROM tenants), ?, ?, ?, 'success', 'webhook.received', 'push', ?, '{}', ?, ?, '', ?)
"""


class _CutShort:
    """Work that ends after so many seconds."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    def report(self, progress: Progress) -> None:
        """Nobody watches."""

    def stop_if_cancelled(self) -> None:
        """Raise `Cancelled` once it is time."""
        if time.monotonic() > self._ends:
            raise Cancelled


def main() -> int:
    """Copy and print."""
    BUILD.mkdir(exist_ok=True)
    running = server()
    running.new_login("laila")
    with tempfile.TemporaryDirectory(dir=BUILD) as name:
        folder = Path(name)
        file = _filled(folder)
        database = Place(running.address(running.new_database()))
        owner = Owner("laila", "Laila", SystemClock().now())
        try:
            copy_workspace(Place(file), database, _CutShort(12), owner)
        except Cancelled:
            print("Cut short after 12 seconds.")
        there = _timed("file to PostgreSQL", Place(file), database, UnattendedWork(), owner)
        back = _timed("PostgreSQL to file", database, Place(folder / "back.db"), UnattendedWork(), None)
        again = _timed("file to file", Place(folder / "back.db"), Place(folder / "again.db"), UnattendedWork(), None)
    changed = {"tenant_members", "audit_log"}
    same = [each for each in there.tables if each.name not in changed]
    assert same == [each for each in back.tables if each.name not in changed]
    assert back.digest == again.digest
    print(
        f"{there.rows:,} rows, {there.resumed:,} of them from before it was cut short; hashes equal in all directions."
    )
    print(f"Memory of this process at most {psutil.Process().memory_info().rss / 1e6:.0f} MB at the end.")
    return 0


def _filled(folder: Path) -> Path:
    file = folder / "console.db"
    opened = open_workspace(opening(folder, SystemClock(), path=file))
    opened.context.vault.create("benchmark", opened.context.clock.now())
    opened.close()
    start, webhook = int((time.time() - _ROWS * 5) * 1_000_000), id_bytes(new_id())
    rows = (
        (
            id_bytes(new_id()),
            start + n * 5_000_000,
            1_000_000 + n,
            f"“push” وصل {n}",
            webhook,
            id_bytes(new_id()),
            n / 7,
        )
        for n in range(_ROWS)
    )
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.executemany(_FILL, rows)
    return file


def _timed(what: str, source: Place, target: Place, work: Work, owner: Owner | None) -> CopyReport:
    began = time.perf_counter()
    report = copy_workspace(source, target, work, owner)
    took = time.perf_counter() - began
    print(f"{what}: {took:.1f} s, {report.rows / took:,.0f} rows a second")
    return report


if __name__ == "__main__":
    sys.exit(main())
