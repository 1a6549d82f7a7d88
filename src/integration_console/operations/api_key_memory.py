"""What this process remembers of API keys: the keys themselves for a second, their rates and uses for a minute."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from integration_console.domain.api_keys import KeyUse
from integration_console.domain.changes import Subject
from integration_console.operations.short_memory import ShortMemory

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from integration_console.domain.api_keys import ApiKey
    from integration_console.domain.changes import Change
    from integration_console.storage.api_keys import KeyHashes

FLUSH_EVERY = timedelta(minutes=1)
MOST_WAITING = 1_000
"""So many kinds of uses wait to be written; what comes beyond is counted without its address and route."""
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class KeyRing:
    """All keys with what proves them: by their public ids, and in a row that is never empty."""

    by_id: Mapping[str, tuple[ApiKey, KeyHashes]]
    all: Sequence[tuple[ApiKey, KeyHashes]]


class Rates:
    """How often each key was used in the last minute, exactly: at most its limit in any 60 seconds."""

    def __init__(self) -> None:
        """Know of no use."""
        self._uses: dict[str, deque[datetime]] = {}
        self._told: dict[str, datetime] = {}
        self._lock = threading.Lock()

    def wait(self, key_id: str, limit: int, now: datetime) -> timedelta | None:
        """Count a use; return how long it would have to wait where it is one too many, and is not counted then."""
        with self._lock:
            uses = self._uses.setdefault(key_id, deque())
            if uses and uses[-1] > now:  # the clock was set back
                uses.clear()
            while uses and now - uses[0] >= _MINUTE:
                uses.popleft()
            if len(uses) < limit:
                uses.append(now)
                return None
            return _MINUTE - (now - uses[len(uses) - limit])

    def is_news(self, key_id: str, now: datetime) -> bool:
        """Return whether it was not said in the last minute that a key is used too often."""
        with self._lock:
            told = self._told.get(key_id)
            if told is not None and timedelta(0) <= now - told < _MINUTE:
                return False
            self._told[key_id] = now
            return True


class WaitingUses:
    """Uses that are not written yet, summed up; taken out at most once a minute."""

    def __init__(self) -> None:
        """Have nothing to write."""
        self._waiting: dict[tuple[str, str, str, str], KeyUse] = {}
        self._flushed_at: datetime | None = None
        self._lock = threading.Lock()

    def add(self, key_id: str, use: KeyUse) -> None:
        """Count a use."""
        with self._lock:
            self._add(key_id, use)

    def due(self, now: datetime) -> tuple[tuple[str, KeyUse], ...]:
        """Return what waits where the last time is a minute ago, or the clock was set back; else nothing."""
        with self._lock:
            if self._flushed_at is not None and timedelta(0) <= now - self._flushed_at < FLUSH_EVERY:
                return ()
            return self._taken(now) if self._waiting else ()

    def all(self, now: datetime) -> tuple[tuple[str, KeyUse], ...]:
        """Return all that waits, whenever the last time was."""
        with self._lock:
            return self._taken(now)

    def put_back(self, found: Iterable[tuple[str, KeyUse]]) -> None:
        """Count again what could not be written."""
        with self._lock:
            for key_id, use in found:
                self._add(key_id, use)

    def _taken(self, now: datetime) -> tuple[tuple[str, KeyUse], ...]:
        found = tuple((key_id, use) for (key_id, *_), use in self._waiting.items())
        self._waiting, self._flushed_at = {}, now
        return found

    def _add(self, key_id: str, use: KeyUse) -> None:
        place = (key_id, use.address, use.route, use.outcome)
        if place not in self._waiting and len(self._waiting) >= MOST_WAITING:
            use = replace(use, address="", route="", permission="")
            place = (key_id, "", "", use.outcome)
        before = self._waiting.get(place)
        if before is not None:
            use = replace(use, uses=before.uses + use.uses, last_at=max(before.last_at, use.last_at))
        self._waiting[place] = use


@dataclass(frozen=True, slots=True)
class ApiKeyMemory:
    """What checking a key takes without reading or writing the store at each request."""

    rings: ShortMemory[KeyRing] = field(default_factory=ShortMemory)
    peppers: ShortMemory[bytes] = field(default_factory=ShortMemory)
    rates: Rates = field(default_factory=Rates)
    uses: WaitingUses = field(default_factory=WaitingUses)

    def hear(self, change: Change) -> None:
        """Forget what an announcement has made old."""
        if change.subject is Subject.API_KEYS:
            self.rings.forget()
