"""Hands what a further start wants to the desktop program that runs already; needs neither Qt nor a database."""

from __future__ import annotations

import os
import socket
import struct
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import unquote

from integration_console.domain.opening_orders import AGREED, TAKEN, TOKENS, OpeningOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PATIENCE = 1.0
"""Seconds: a window that hangs must not keep a file closed."""
_PEER = struct.Struct("3i")
"""`struct ucred` of Linux: process, person, group (unix(7), SO_PEERCRED)."""


def order_for(place: str | None, environment: Mapping[str, str]) -> OpeningOrder | None:
    """Return what to ask for; None where this start has to open its place itself, for passwords do not travel."""
    if place and (place := _absolute(place, environment)) is None:
        return None
    tokens = tuple((name, text) for name in TOKENS if (text := environment.get(name, "")))
    return OpeningOrder(place or "", tokens)


def handed_over(address: str, order: OpeningOrder, patience: float = PATIENCE, platform: str = sys.platform) -> bool:
    """Return whether a program at this address has taken the order; waits `patience` seconds at most."""
    if platform == "win32":
        return _by_pipe(address, order, patience)
    try:
        return _by_socket(address, order, time.monotonic() + patience)
    except OSError:
        return False


def _absolute(place: str, environment: Mapping[str, str]) -> str | None:
    scheme, separator, rest = place.partition("://")
    if not separator:
        with suppress(OSError):
            return os.path.join(os.getcwd(), place)  # noqa: PTH109, PTH118 - the place stays as it was written
        return None
    person, _, _ = rest.rpartition("@")
    secret = ":" in person or "password" in unquote(rest).lower()
    secret = secret or (scheme.lower().startswith("postgres") and bool(environment.get("PGPASSWORD")))
    return None if secret else place


def _by_socket(address: str, order: OpeningOrder, until: float) -> bool:
    def left() -> float:
        return max(until - time.monotonic(), 0.001)

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as peer:
        peer.settimeout(left())
        peer.connect(address)
        if not _is_own(peer):
            return False
        peer.sendall(order.line)
        answer = b""
        while TAKEN.startswith(answer) and answer != TAKEN:
            peer.settimeout(left())
            if not (piece := peer.recv(len(TAKEN))):
                return False
            answer += piece
        if answer != TAKEN:
            return False
        peer.sendall(AGREED)
        return True


def _is_own(peer: socket.socket) -> bool:
    """Return whether a program of the same person answers, where the system tells."""
    if not sys.platform.startswith("linux"):
        return True
    _, person, _ = _PEER.unpack(peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _PEER.size))
    return bool(person == os.getuid())


def _by_pipe(address: str, order: OpeningOrder, patience: float) -> bool:
    """Speak through a file, which knows no time limit: a thread does, and is left alone when it takes too long."""
    _let_come_to_the_front()
    outcome = _Outcome()

    def speak() -> None:
        with suppress(OSError), open(address, "r+b", buffering=0) as pipe:  # noqa: PTH123 - a pipe is no path
            pipe.write(order.line)
            if pipe.readline(len(TAKEN)) == TAKEN:
                outcome.agree(lambda: pipe.write(AGREED))

    speaking = threading.Thread(target=speak, name="handing over", daemon=True)
    speaking.start()
    speaking.join(patience)
    return outcome.decided()


class _Outcome:
    """Either the one who speaks agrees in time, or the one who waits has given up."""

    def __init__(self) -> None:
        self._lock, self._is_late, self._is_agreed = threading.Lock(), False, False

    def agree(self, say: Callable[[], object]) -> None:
        with self._lock:
            if not self._is_late:
                say()
                self._is_agreed = True

    def decided(self) -> bool:
        with self._lock:
            self._is_late = True
            return self._is_agreed


def _let_come_to_the_front() -> None:
    """Let any program show its window before ours, which a person has just started (AllowSetForegroundWindow)."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - needed only there

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
