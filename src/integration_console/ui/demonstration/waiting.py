"""Waits for the window while its event loop goes on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
PATIENCE = 60.0  # seconds; a loaded machine takes a few


class TookTooLong(Exception):
    """What was waited for did not come."""


def wait_for(what: str, condition: Callable[[], T | None]) -> T:
    """Return what `condition` returns once that is true. Raises `TookTooLong`, naming `what`."""
    end = time.monotonic() + PATIENCE
    while not (found := condition()):
        if time.monotonic() > end:
            raise TookTooLong(what)
        let_events_pass()
    return found


def let_events_pass(milliseconds: int = 20) -> None:
    """Let the window work for a moment."""
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, milliseconds)
    time.sleep(milliseconds / 1000)
