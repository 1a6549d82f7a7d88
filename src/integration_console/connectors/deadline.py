"""The end of a call's time: cuts the connection, whatever the other side still dribbles."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Any, Self


class Deadline:
    """Ends one call after some seconds; use it in a `with` statement, with `watch` as httpcore's trace.

    The HTTP library's own time limit starts anew with every byte, so that an answer which comes byte by byte, or an
    endless row of "100 Continue", never ends. `passed` says whether the connection was cut.
    """

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._connection: socket.socket | None = None
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()
        if self._connection is not None:
            self._connection.close()

    def watch(self, event: str, details: dict[str, Any]) -> None:
        """Remember the connection as soon as it is made (a second handle, which TLS does not take over)."""
        if event == "connection.connect_tcp.complete":
            with self._lock:
                self._connection = details["return_value"].get_extra_info("socket").dup()
            if self.passed:
                self._cut()

    def _cut(self) -> None:
        with self._lock:
            self.passed = True
            if self._connection is not None:
                with contextlib.suppress(OSError):
                    self._connection.shutdown(socket.SHUT_RDWR)
