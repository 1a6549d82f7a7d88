"""The end of a call's time: cuts the connection, whatever the other side still dribbles."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Any, Self


class Line:
    """The connection that a client's calls go over, known by a second handle, which TLS does not take over."""

    def __init__(self) -> None:
        self._handle: socket.socket | None = None
        self._lock = threading.Lock()

    def watch(self, event: str, details: dict[str, Any]) -> None:
        """Remember a connection as soon as it is made: httpcore's trace."""
        if event == "connection.connect_tcp.complete":
            made = details["return_value"].get_extra_info("socket").dup()
            with self._lock:
                old, self._handle = self._handle, made
            if old is not None:
                old.close()

    def cut(self) -> None:
        """End the connection, on whichever thread."""
        with self._lock, contextlib.suppress(OSError):
            if self._handle is not None:
                self._handle.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let go of the handle."""
        with self._lock:
            handle, self._handle = self._handle, None
        if handle is not None:
            handle.close()


class Deadline:
    """Ends one call after some seconds; use it in a `with` statement, with `watch` as httpcore's trace.

    The HTTP library's own time limit starts anew with every byte, so that an answer which comes byte by byte, or an
    endless row of "100 Continue", never ends. `passed` says whether the connection was cut.
    """

    def __init__(self, seconds: float, line: Line) -> None:
        self.passed = False
        self._line = line
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()

    def watch(self, event: str, details: dict[str, Any]) -> None:
        """Follow the connection; one that is made after the end is cut at once."""
        self._line.watch(event, details)
        if self.passed:
            self._line.cut()

    def _cut(self) -> None:
        self.passed = True
        self._line.cut()
