"""The window while 2,000 webhooks arrive at its own receiver: lateness of its event loop against an idle window.

The log is open and follows. A timer of 10 ms says how late the loop was; rows must be there within a second.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from PySide6.QtCore import QEventLoop, Qt, QTimer

from integration_console.desktop import make_console
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.settings import read_settings
from integration_console.ui.application import make_application, settle_memory
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from integration_console.ui.console import Console

_COUNT, _IDLE_SECONDS, _STEP_MS, _ROUNDS = 2000, 5, 10, 3
_SECRET = "benchmark secret, not a real one"


class Lateness:
    """Milliseconds by which the event loop came too late, step by step."""

    def __init__(self) -> None:
        """Count from now on."""
        self.values: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)
        self._timer.start(_STEP_MS)

    def _note(self) -> None:
        now = time.perf_counter()
        self.values.append(max(0.0, (now - self._last) * 1000 - _STEP_MS))
        self._last = now

    def finish(self) -> tuple[float, float]:
        """Stop; return the 99th percentile and the longest."""
        self._timer.stop()
        ordered = sorted(self.values)
        return ordered[int(len(ordered) * 0.99)], ordered[-1]


def main() -> int:
    """Measure a few rounds in one window and print them."""
    application = make_application(["benchmark"])
    with tempfile.TemporaryDirectory(dir=Path(__file__).parents[1] / "build") as folder:
        console = opened_console(Path(folder))
        try:
            results = [_round(console) for _ in range(_ROUNDS)]
        finally:
            console.close()
            application.quit()
    print(f"{'round':6}{'idle p99':>10}{'longest':>9}{'burst p99':>11}{'longest':>9}{'rate/s':>8}{'behind ms':>11}")
    for number, line in enumerate(results, 1):
        print(f"{number:<6}{line[0]:10.1f}{line[1]:9.1f}{line[2]:11.1f}{line[3]:9.1f}{line[4]:8.0f}{line[5]:11.0f}")
    print("Targets: p99 at most 16 ms above idle; longest at most 50 ms or twice the idle longest; rows within 1 s.")
    return 0


def opened_console(folder: Path) -> Console:
    """Return a console with a new workspace, its receiver running and its log open."""
    settings = replace(read_settings({}), data_folder=folder, key_folder=folder, log_folder=folder, port=0)
    tasks = TaskRunner()
    console = make_console(settings, None, tasks)
    console.open_when_painted(folder / "console.db")
    protecting = wait_for("the question", lambda: console.protecting)
    dialog = wait_for("the dialog", lambda: protecting.passphrase_dialog)
    dialog.reject()
    assert console.workplace is not None
    gateway = console.workplace.gateway
    gateway.protect("benchmark", "a passphrase for the benchmark")
    wait_for("the receiver", lambda: gateway.workspace().receiver.running)
    gateway.save_webhook(WebhookDraft("GitHub", Scheme.GITHUB, secret=_SECRET))
    console.window.show_page("logs")
    settle_memory()
    return console


def _round(console: Console) -> tuple[float, float, float, float, float, float]:
    assert console.workplace is not None
    assert console.tabs is not None
    gateway = console.workplace.gateway
    url = gateway.webhook_url(gateway.webhooks()[0].id)
    command = [sys.executable, "-m", "benchmarks.senders", url, _SECRET, str(_COUNT)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as sender:
        assert sender.stdin is not None
        assert sender.stdout is not None
        sender.stdout.readline()
        idle = Lateness()
        run_loop(lambda: len(idle.values) >= _IDLE_SECONDS * 1000 / _STEP_MS * 0.9)
        idle_figures = idle.finish()
        before = console.tabs.logs.model.total
        sender.stdin.write("go\n")
        sender.stdin.flush()
        burst = Lateness()
        run_loop(lambda: sender.poll() is not None)
        ended = time.perf_counter()
        model = console.tabs.logs.model
        run_loop(lambda: model.total >= before + _COUNT or time.perf_counter() > ended + 10)
        behind = (time.perf_counter() - ended) * 1000
        burst_figures = burst.finish()
        accepted, seconds = (float(part) for part in sender.stdout.read().split())
        if accepted != _COUNT or model.total < before + _COUNT:
            message = f"{accepted:.0f} accepted, {model.total - before} of {_COUNT} rows shown"
            raise RuntimeError(message)
    return (*idle_figures, *burst_figures, accepted / seconds, behind)


def run_loop(enough: object) -> None:
    """Run the real event loop until `enough()`, looked at every 10 ms."""
    assert callable(enough)
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if enough() else None)
    timer.start(_STEP_MS)
    loop.exec()
    timer.stop()


if __name__ == "__main__":
    sys.exit(main())
