"""Garbage is collected by the window's thread alone."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QObject

from integration_console.ui.garbage import GarbageCollection, collect_if_due


class Knot:
    """Refers to itself, so that only the collector can end it."""

    def __init__(self) -> None:
        self.itself = self


def test_pythons_own_collector_rests_and_what_is_due_is_collected_here() -> None:
    gc.enable()
    parent = QObject()
    GarbageCollection(parent)
    assert not gc.isenabled()
    gone = weakref.ref(Knot())
    kept = [[] for _ in range(gc.get_threshold()[0] + 1)]  # type: ignore[var-annotated]
    assert gone() is not None
    collect_if_due()
    assert gone() is None
    assert len(kept) > 0
