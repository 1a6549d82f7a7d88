"""Ends a program at the first paint of its window, and says when that was: monotonic seconds, CPU seconds, MB."""

from __future__ import annotations

import os
import resource
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class _Watch(QObject):
    """Notices the first paint."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, _say_and_leave)
        return False


def _say_and_leave() -> None:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(time.monotonic(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, flush=True)
    os._exit(0)


def leave_when_painted(window: QWidget) -> None:
    """Say the figures and end the process once `window` has been painted."""
    watch = _Watch(window)
    window.installEventFilter(watch)


def start_console(folder: str) -> None:
    """Start the console as a person does."""
    from integration_console.desktop import main  # noqa: PLC0415 - its import is part of what is measured

    main([str(Path(folder) / "console.db")], made=lambda console: leave_when_painted(console.window))
