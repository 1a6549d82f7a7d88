"""What is remembered for at most a second, so that a request need not read it: members, and the keys of tokens."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Generic, TypeVar

from integration_console.domain.changes import Subject

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from integration_console.domain.changes import Change
    from integration_console.domain.members import Member

T = TypeVar("T")
OLDEST = timedelta(seconds=1)
"""What another process changed counts here after this time at the latest."""


class ShortMemory(Generic[T]):
    """Values by name, none older than a second; any number of threads may ask."""

    def __init__(self) -> None:
        """Remember nothing."""
        self._kept: dict[str, tuple[datetime, T]] = {}
        self._forgotten = 0
        self._lock = threading.Lock()

    def recall(self, name: str, now: datetime, load: Callable[[], T]) -> T:
        """Return what is remembered under `name`, or load it. What was forgotten meanwhile is not kept."""
        with self._lock:
            found, forgotten = self._kept.get(name), self._forgotten
        if found is not None and timedelta(0) <= now - found[0] < OLDEST:
            return found[1]
        value = load()
        with self._lock:
            if forgotten == self._forgotten:
                self._kept[name] = (now, value)
        return value

    def forget(self) -> None:
        """Load everything anew when it is asked for next."""
        with self._lock:
            self._forgotten += 1
            self._kept = {}


@dataclass(frozen=True, slots=True)
class SignInMemory:
    """What holding a token against the present state takes; what changed is forgotten at once."""

    members: ShortMemory[Member] = field(default_factory=ShortMemory)
    keys: ShortMemory[tuple[Ed25519PrivateKey, ...]] = field(default_factory=ShortMemory)

    def hear(self, change: Change) -> None:
        """Forget what an announcement has made old."""
        if change.subject is Subject.MEMBERS:
            self.members.forget()
        elif change.subject is Subject.WORKSPACE:
            self.keys.forget()
