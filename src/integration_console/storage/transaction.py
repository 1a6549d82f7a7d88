"""One transaction on the workspace: the connection, the tenant whose rows it sees, the order of commits."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

_open = threading.local()


class Priority(IntEnum):
    """What is written first."""

    EVENTS = 0
    JOBS = 1
    CHANGES = 2
    PAGES = 3
    LOGS = 4
    RETENTION = 5
    INDEX = 6
    STOP = 9


@dataclass(frozen=True, slots=True)
class Reading:
    """A transaction that only looks."""

    connection: Connection
    tenant_id: str


@dataclass(slots=True)
class Writing:
    """The writer's transaction; `position` is the last place given out in the order of commits."""

    connection: Connection
    tenant_id: str
    position: int

    def next_position(self) -> int:
        """Return the next place in the order of commits."""
        self.position += 1
        return self.position


def transaction_opened() -> None:
    """Note that this thread has a transaction open."""
    _open.depth = getattr(_open, "depth", 0) + 1


def transaction_closed() -> None:
    """Note that this thread's transaction has ended."""
    _open.depth -= 1


def refuse_open_transaction() -> None:
    """Raise `RuntimeError` when this thread has a transaction open: no network call may happen inside one."""
    if getattr(_open, "depth", 0):
        message = "a network call was tried while a transaction is open"
        raise RuntimeError(message)
