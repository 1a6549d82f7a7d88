"""Cold start to the first painted window, as a ratio to a bare PySide6 window with a tab widget, in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

_ROUNDS = 9
_BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget
from benchmarks.painted import leave_when_painted
application = QApplication(sys.argv)
window, tabs = QMainWindow(), QTabWidget()
for name in ("Hub", "Connectors", "Webhooks", "Logs"):
    tabs.addTab(QWidget(), name)
window.setCentralWidget(tabs)
window.resize(1240, 800)
leave_when_painted(window)
window.show()
application.exec()
"""
_OURS = """
import sys
from benchmarks.painted import start_console
start_console(sys.argv[1])
"""


@dataclass(frozen=True, slots=True)
class Start:
    """What one start took until its first paint: wall and processor seconds, resident megabytes."""

    wall: float
    processor: float
    memory: float


def main() -> int:
    """Run both in turn and print their medians."""
    bare: list[Start] = []
    ours: list[Start] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(_ROUNDS + 1):
            pair = [(_BARE, bare), (_OURS, ours)]
            for program, starts in pair if number % 2 else pair[::-1]:
                start = _start(program, folder)
                if number:  # the first round warms the file cache
                    starts.append(start)
    print(f"{'':12}{'wall s':>10}{'CPU s':>10}{'MB':>8}   (medians of {_ROUNDS})")
    for name, starts in (("bare window", bare), ("console", ours)):
        medians = (statistics.median(getattr(each, part) for each in starts) for part in Start.__slots__)
        wall, processor, memory = medians
        print(f"{name:12}{wall:10.3f}{processor:10.3f}{memory:8.0f}")
    for part in ("wall", "processor"):
        ratios = [getattr(our, part) / getattr(bare, part) for our, bare in zip(ours, bare, strict=True)]
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
        print(f"Ratio by {part}: {statistics.median(ratios):.2f} ({spread}); target at most 2.5")
    return 0


def _start(program: str, folder: str) -> Start:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment |= {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    environment |= {f"INTEGRATION_{name}_FOLDER": folder for name in ("DATA", "KEY", "LOG")}
    began = time.monotonic()
    command = [sys.executable, "-c", program, folder]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    painted, processor, memory = (float(part) for part in done.stdout.split()[-3:])
    return Start(painted - began, processor, memory)


if __name__ == "__main__":
    sys.exit(main())
