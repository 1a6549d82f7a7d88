"""Guards against faults of PySide6 itself that no test of ours would notice in time."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtCore import QObject, Signal

ROUNDS = 100
SLACK = 20  # other threads of the interpreter may hold a few for a moment; the fault costs one for each round


class Bell(QObject):
    rung = Signal(bool)


def test_emitting_signals_keeps_the_references_to_true_and_none() -> None:
    """PySide6 6.12.0 on Python 3.11 lost one reference at each emit and aborted after some 570."""
    bell = Bell()
    rings = 0

    def count(_on: bool) -> None:
        nonlocal rings
        rings += 1

    bell.rung.connect(count)
    bell.rung.emit(True)
    before_true, before_none = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(ROUNDS):
        bell.rung.emit(True)
        bell.setObjectName("bell")
    assert rings == ROUNDS + 1
    assert abs(sys.getrefcount(True) - before_true) <= SLACK
    assert abs(sys.getrefcount(None) - before_none) <= SLACK


def test_pyside_looks_into_no_module_of_ours() -> None:
    """It reads the source of each for a switch that nobody throws: a twelfth of the start."""
    program = """
import sys
import integration_console.ui.plain_imports
from integration_console.ui.theme import theme
known = sys.modules["shibokensupport.feature"].pyside_feature_dict
print([each for each in known if each.startswith("integration_console.ui.theme")])
"""
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert answer.stdout.strip() == "[]"
