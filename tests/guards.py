"""What every test is held to: no surprise in the log, no thread left behind, no connection beyond this machine."""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import socket
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any, Final

# Threads that may outlive a test, by the beginning of their name, each with its reason.
LASTING_THREADS: Final = {
    "AnyIO worker thread": "answers requests of a service, as many as come at once; ends with the service's own thread",
    "pytest_timeout": "watches the test itself",
    "Dummy-": "Python's view of a thread that Qt's pool owns; Qt's own end is waited for separately",
}
_LOCAL_NAMES: Final = {"", "localhost", "localhost.localdomain", "ip6-localhost", socket.gethostname()}


class ExpectedLog:
    """The log records of one test: those it announced must come, and no other warning may."""

    def __init__(self) -> None:
        self.records: list[logging.LogRecord] = []
        self._announced: list[str] = []

    def __call__(self, text: str) -> None:
        """Announces a warning or an error whose message contains the text."""
        self._announced.append(text)

    @property
    def messages(self) -> list[str]:
        return [record.getMessage() for record in self.records]

    def surprises(self) -> list[str]:
        """Records that nobody announced, and announced ones that never came."""
        unannounced = [
            f"unexpected {record.levelname} from {record.name}: {record.getMessage()}"
            for record in self.records
            if not any(text in record.getMessage() for text in self._announced)
        ]
        silent = [text for text in self._announced if not any(text in message for message in self.messages)]
        return [*unannounced, *(f"announced but never logged: {text!r}" for text in silent)]


class _Collector(logging.Handler):
    def __init__(self, into: list[logging.LogRecord]) -> None:
        super().__init__(logging.WARNING)
        self._into = into

    def emit(self, record: logging.LogRecord) -> None:
        self._into.append(record)


@contextlib.contextmanager
def collected_log() -> Iterator[ExpectedLog]:
    """Gathers every warning and error that is logged inside the block."""
    expected = ExpectedLog()
    collector = _Collector(expected.records)
    root = logging.getLogger()
    root.addHandler(collector)
    try:
        yield expected
    finally:
        root.removeHandler(collector)


def threads_left(before: set[threading.Thread], patience: float = 3.0) -> list[str]:
    """The names of threads that were not there before and do not end within the time given (seconds)."""
    deadline = time.monotonic() + patience
    while True:
        left = [thread for thread in threading.enumerate() if thread not in before and not _may_last(thread)]
        if not left or time.monotonic() > deadline:
            return [thread.name for thread in left]
        time.sleep(0.01)


def _may_last(thread: threading.Thread) -> bool:
    return not thread.is_alive() or thread.name.startswith(tuple(LASTING_THREADS))


class OutsideConnection(RuntimeError):
    """A test tried to reach something that is not this machine."""


class NetworkGuard:
    """Refuses connections and look-ups beyond loopback, for the whole process (`sys.addaudithook`, no patching)."""

    def __init__(self) -> None:
        self.refused: list[str] = []

    def install(self) -> None:
        """Audit hooks stay until the process ends, so this is called once."""
        sys.addaudithook(self._watch)

    def _watch(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in {"socket.connect", "socket.sendto"}:
            self._judge_address(arguments[0], arguments[1])
        elif event == "socket.getaddrinfo":
            self._judge_name(arguments[0])

    def _judge_address(self, connection: socket.socket, address: Any) -> None:
        if connection.family in {socket.AF_INET, socket.AF_INET6} and not is_local(address[0]):
            self._refuse(f"connection to {address[0]}:{address[1]}")

    def _judge_name(self, host: str | bytes | None) -> None:
        name = host.decode("idna") if isinstance(host, bytes) else host or ""
        if name.endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if not is_local(name) and not _is_address(name):
            self._refuse(f"look-up of {name}")

    def _refuse(self, what: str) -> None:
        self.refused.append(what)
        raise OutsideConnection(what)


def is_local(host: str) -> bool:
    """Whether a host name or address means this machine."""
    if host in _LOCAL_NAMES or host.endswith(".localhost"):
        return True
    return _is_address(host) and ipaddress.ip_address(host.partition("%")[0]).is_loopback


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True
