"""The window while it syncs 5,000 employees itself: lateness of its event loop against the same window idle.

The page of syncs is open and shows the progress; then the page of records, whose list grows. A timer of 10 ms says how
late the loop was.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.bench_responsiveness import _IDLE_SECONDS, _STEP_MS, Lateness, opened_console, run_loop
from benchmarks.sources import source
from benchmarks.workspaces import BUILD
from integration_console.domain.connectors import Connector, ConnectorDraft
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunRequest
from integration_console.ui.application import make_application, settle_memory

if TYPE_CHECKING:
    from integration_console.ui.console import Console

_EMPLOYEES, _ROUNDS = 5_000, 3


def main() -> int:
    """Measure a few rounds in one window and print them."""
    application = make_application(["benchmark"])
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as folder, source("odoo", _EMPLOYEES) as form:
        console = opened_console(Path(folder))
        try:
            results = [_round(console, form, number) for number in range(_ROUNDS * 2)]
        finally:
            console.close()
            application.quit()
    print(f"{'page':9}{'idle p99':>10}{'longest':>9}{'sync p99':>10}{'longest':>9}{'sync s':>8}")
    for page, line in results:
        print(f"{page:9}{line[0]:10.1f}{line[1]:9.1f}{line[2]:10.1f}{line[3]:9.1f}{line[4]:8.1f}")
    print("Targets: p99 at most 16 ms above idle; longest at most 50 ms or twice the idle longest.")
    return 0


def _round(console: Console, form: dict[str, Any], number: int) -> tuple[str, tuple[float, ...]]:
    assert console.workplace is not None
    gateway = console.workplace.gateway
    page = ("syncs", "records")[number % 2]
    added = gateway.save_connector(ConnectorDraft("odoo", f"Odoo {number}", form))
    console.window.show_page(page)
    settle_memory()
    idle = Lateness()
    run_loop(lambda: len(idle.values) >= _IDLE_SECONDS * 1000 / _STEP_MS * 0.9)
    idle_figures = idle.finish()
    busy = Lateness()
    seconds = _synced(console, added)
    busy_figures = busy.finish()
    gateway.remove_connector(added.id)
    return page, (*idle_figures, *busy_figures, seconds)


def _synced(console: Console, added: Connector) -> float:
    assert console.workplace is not None
    gateway = console.workplace.gateway
    over = threading.Event()

    def work() -> None:  # off the window's thread, as everything that asks the store
        run_ids.append(gateway.start_sync(RunRequest(added.id, SyncMode.FULL)).id)
        while not gateway.sync_run(run_ids[0]).ended:
            time.sleep(0.05)
        over.set()

    run_ids: list[str] = []
    threading.Thread(target=work).start()
    run_loop(over.is_set)
    done = gateway.sync_run(run_ids[0])
    if done.counts.added < _EMPLOYEES or done.started_at is None or done.finished_at is None:
        message = f"the sync ended as {done.state} with {done.counts}"
        raise RuntimeError(message)
    return (done.finished_at - done.started_at).total_seconds()


if __name__ == "__main__":
    sys.exit(main())
