"""Lets SIGTERM and Ctrl+C end the program as its menu would: nothing queued is lost."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType


class QuitSignals(QObject):
    """Wakes the event loop when the operating system asks the program to end; `asked` is emitted there."""

    asked = Signal()

    def __init__(self) -> None:
        """Listen from now on."""
        super().__init__()
        self._reading, self._writing = socket.socketpair()
        self._writing.setblocking(False)
        signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _wake)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._tell)

    def stop(self) -> None:
        """Listen no more."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        self._reading.close()
        self._writing.close()

    def _tell(self) -> None:
        self._reading.recv(64)
        self.asked.emit()


def _wake(number: int, frame: FrameType | None) -> None:
    """Leave it to the wake-up socket: Python wants a handler, or the signal would end the process."""
