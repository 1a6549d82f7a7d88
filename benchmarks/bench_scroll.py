"""Random jumps through ten million rows of the log: painting what is at hand, and the event loop while rows load.

The log is a synthetic one that answers after 5 ms; BENCH_STORE names a workspace file to measure a real store instead.
"""

from __future__ import annotations

import os
import random
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QMainWindow

from benchmarks.bench_responsiveness import Lateness
from benchmarks.synthetic_log import SyntheticLog
from integration_console.ui.application import make_application, settle_memory
from integration_console.ui.changes import ChangeRelay
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.tabs.logs.controller import make_logs_tab
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.theme import RowHeight
from integration_console.ui.widgets import ToastOverlay

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from integration_console.ui.tabs.logs.view import LogsView

_ROWS, _ANSWER_SECONDS = 10_000_000, 0.005
_SPOTS, _JUMPS, _FRAME_MS, _SECONDS = 20, 600, 16, 6
_STEP_MS = 10


def main() -> int:
    """Measure in one window and print."""
    application = make_application(["benchmark"])
    tasks, window = TaskRunner(), QMainWindow()
    with _gateway() as gateway:
        view = make_logs_tab(gateway, tasks, ChangeRelay(), ToastOverlay(window))
        window.setCentralWidget(view)
        window.resize(1400, 1000)
        window.show()
        total = wait_for("all rows", lambda: _counted(view, tasks))
        settle_memory()
        print(f"{total:,} rows, {_on_screen(view)} of them on a screen\n")
        _print_painting(_painted(view))
        _print_landing(_landed(view))
        _print_lateness(*_lateness(view))
        tasks.close()
    application.quit()
    return 0


@contextmanager
def _gateway() -> Iterator[Any]:
    """The log that is measured."""
    store = os.environ.get("BENCH_STORE")
    if not store:
        yield SyntheticLog(_ROWS, _ANSWER_SECONDS)
        return
    from benchmarks.workspaces import opened_file  # noqa: PLC0415 - only for a real store

    with opened_file(Path(store)) as gateway:
        yield gateway


def _counted(view: LogsView, tasks: TaskRunner) -> int:
    is_busy = any(tasks.is_running(f"logs.{each}") for each in ("begin", "total"))
    return 0 if is_busy else view.model.total


def _on_screen(view: LogsView) -> int:
    first, last = view.table.seen_rows
    return last - first + 1


def _spots(view: LogsView, count: int) -> list[int]:
    chance = random.Random(7)
    return [chance.randrange(view.model.total - 200) for _ in range(count)]


def _go(view: LogsView, row: int) -> None:
    view.table.verticalScrollBar().setValue(row * RowHeight.COMPACT)


def _is_whole(view: LogsView) -> bool:
    first, last = view.table.seen_rows
    return all(view.model.entry(row) is not None for row in (first, last))


def _painted(view: LogsView) -> list[float]:
    """Milliseconds from a jump to a screen that is painted, all of its rows at hand but none of their pictures."""
    spots = _spots(view, _SPOTS)
    for row in spots:
        _go(view, row)
        wait_for("rows", lambda: _is_whole(view))
    chance, times = random.Random(11), []
    for _ in range(_JUMPS):
        row = chance.choice(spots) + chance.randrange(60)
        begun = time.perf_counter()
        _go(view, row)
        view.table.viewport().repaint()
        if _is_whole(view):
            times.append((time.perf_counter() - begun) * 1000)
        view.table.forget_pictures()
    return times


def _landed(view: LogsView) -> list[float]:
    """Milliseconds from a jump to a place where nobody was before until its rows are there and painted."""
    times = []
    for row in _spots(view, 160)[_SPOTS:]:
        begun = time.perf_counter()
        _go(view, row)
        _run_loop(lambda: _is_whole(view), 1)
        view.table.viewport().repaint()
        times.append((time.perf_counter() - begun) * 1000)
    return times


def _lateness(view: LogsView) -> tuple[tuple[float, float], tuple[float, float]]:
    """The event loop of the window at rest, and while its scroll bar is dragged through places nobody has seen."""
    idle = Lateness()
    _run_loop(lambda: len(idle.values) >= _SECONDS * 1000 / _STEP_MS * 0.9)
    at_rest = idle.finish()
    dragging, chance = QTimer(), random.Random(13)
    dragging.timeout.connect(lambda: _go(view, chance.randrange(view.model.total - 200)))
    dragging.start(_FRAME_MS)
    late = Lateness()
    _run_loop(lambda: len(late.values) >= _SECONDS * 1000 / _STEP_MS * 0.7)
    dragging.stop()
    return at_rest, late.finish()


def _run_loop(enough: object, every_ms: int = _STEP_MS) -> None:
    """Run the real event loop until `enough()`."""
    assert callable(enough)
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if enough() else None)
    timer.start(every_ms)
    loop.exec()
    timer.stop()


def _print_painting(times: Sequence[float]) -> None:
    median, p99 = _quantiles(times)
    print(f"a screen from the page cache, painted anew: median {median:.1f} ms, p99 {p99:.1f} ms ({len(times)} jumps)")


def _print_landing(times: Sequence[float]) -> None:
    median, p99 = _quantiles(times)
    print(f"a screen where nobody was before:           median {median:.1f} ms, p99 {p99:.1f} ms ({len(times)} jumps)")


def _print_lateness(idle: tuple[float, float], dragged: tuple[float, float]) -> None:
    print(f"\n{'event loop, ms late':22}{'p99':>7}{'longest':>9}")
    for name, (p99, longest) in (("at rest", idle), ("dragged, rows loading", dragged)):
        print(f"{name:22}{p99:7.1f}{longest:9.1f}")
    print("\nTargets: p99 from the cache below 33 ms; lateness p99 at most 16 ms above rest, longest at most 50 ms.")


def _quantiles(times: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]


if __name__ == "__main__":
    sys.exit(main())
