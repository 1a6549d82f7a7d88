"""The open log while 2,000 entries a second are written for a minute: lateness, delay, and every row exactly once.

The entries are written by a thread of the program itself, which is harder on the window than another program would be.
Delay: from when an entry was handed over until the table that holds it has been painted. TAIL_RATE and TAIL_SECONDS
say how many entries a second, and how long; at four a second each arrives alone.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from PySide6.QtCore import QEvent, QObject

from benchmarks.bench_responsiveness import Lateness, opened_console, run_loop
from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogDraft, LogFilter, LogStatus
from integration_console.ui.application import make_application
from integration_console.workplaces import LocalWorkplace

if TYPE_CHECKING:
    from integration_console.ui.console import Console
    from integration_console.ui.tabs.logs.view import LogsView

_STEP_SECONDS, _IDLE_SECONDS = 0.01, 10
_RATE = int(os.environ.get("TAIL_RATE", "2000"))
_SECONDS = int(os.environ.get("TAIL_SECONDS", "60"))


class Writing(threading.Thread):
    """Hands entries to the log at a steady rate, and remembers when each was."""

    def __init__(self, console: Console) -> None:
        """Write into the workspace that is open."""
        super().__init__(name="benchmark", daemon=True)
        workplace = console.workplace
        assert isinstance(workplace, LocalWorkplace)
        self._append = workplace.opened.context.flusher.append
        self.handed: dict[str, float] = {}

    def run(self) -> None:
        """Write until the time is over."""
        begun = time.perf_counter()
        while (passed := time.perf_counter() - begun) < _SECONDS:
            due = int(passed * _RATE) - len(self.handed)
            for _ in range(due):
                self._write()
            time.sleep(_STEP_SECONDS)

    def _write(self) -> None:
        number = len(self.handed)
        draft = LogDraft(
            new_id(), datetime.now(UTC), LogStatus.ERROR if number % 50 == 0 else LogStatus.SUCCESS,
            "webhook.received", f"“orders/updated” arrived at Shop, number {number}", topic="orders/updated",
            params={"topic": "orders/updated", "webhook": "Shop"}, correlation_id=new_id(), duration_ms=number % 400,
        )  # fmt: skip
        self.handed[draft.id] = time.perf_counter()
        self._append(draft)


class Watching(QObject):
    """Notes when rows that were put into the table have been painted."""

    def __init__(self, view: LogsView, handed: dict[str, float]) -> None:
        """Watch a page of the log."""
        super().__init__(view)
        self._model, self._handed = view.model, handed
        self._unpainted: list[float] = []
        self.delays: list[float] = []
        self.times_shown: dict[str, int] = {}
        self.restarts = 0
        view.model.rowsInserted.connect(self._note_rows)
        view.model.modelReset.connect(self._note_reset)
        view.table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the time of a paint."""
        if event.type() is QEvent.Type.Paint and self._unpainted:
            now = time.perf_counter()
            self.delays.extend(now - handed for handed in self._unpainted)
            self._unpainted.clear()
        return super().eventFilter(watched, event)

    def _note_rows(self, _parent: object, first: int, last: int) -> None:
        for row in range(first, last + 1):
            entry = self._model.entry(row)
            if entry is not None and entry.id in self._handed:
                self.times_shown[entry.id] = self.times_shown.get(entry.id, 0) + 1
                self._unpainted.append(self._handed[entry.id])

    def _note_reset(self) -> None:
        self.restarts += 1


def main() -> int:
    """Measure, and print it."""
    application = make_application(["benchmark"])
    with tempfile.TemporaryDirectory(dir=Path(__file__).parents[1] / "build") as folder:
        console = opened_console(Path(folder))
        try:
            _measure(console)
        finally:
            console.close()
            application.quit()
    return 0


def _measure(console: Console) -> None:
    assert console.tabs is not None
    assert console.workplace is not None
    view, gateway = console.tabs.logs, console.workplace.gateway
    idle = Lateness()
    run_loop(lambda: len(idle.values) >= _IDLE_SECONDS * 90)
    _, idle_longest = idle.finish()
    before = gateway.log_count(LogFilter(), 10_000_000)
    writing = Writing(console)
    watching = Watching(view, writing.handed)
    burst = Lateness()
    writing.start()
    run_loop(lambda: not writing.is_alive())
    ended = time.perf_counter()
    wanted = before + len(writing.handed)
    run_loop(lambda: view.model.total >= wanted or time.perf_counter() > ended + 15)
    p99, longest = burst.finish()
    stored = gateway.log_count(LogFilter(), 10_000_000)
    twice = sum(number > 1 for number in watching.times_shown.values())
    delays = sorted(watching.delays)
    print(f"written {len(writing.handed)}, stored {stored - before}, in the table {view.model.total - before}")
    print(f"put in one by one {len(watching.times_shown)}, twice {twice}, begun anew {watching.restarts} times")
    print(f"lateness: idle longest {idle_longest:.1f} ms; p99 {p99:.1f} ms, longest {longest:.1f} ms")
    median, p95 = statistics.median(delays) * 1000, delays[int(len(delays) * 0.95)] * 1000
    print(f"delay: median {median:.0f} ms, p95 {p95:.0f} ms")
    print("Targets: none lost, none twice; longest at most twice idle or 50 ms; p95 of the delay below 500 ms.")


if __name__ == "__main__":
    sys.exit(main())
