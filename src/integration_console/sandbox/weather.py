"""The weather of a sandbox: what goes wrong, and how often, when somebody asks for it."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock
from typing import Any


class Weather(StrEnum):
    """What the next answers are like."""

    CLEAR = "clear"
    RATE_LIMITED = "429"
    INVALID_AUTH = "invalid_auth"
    SERVER_ERROR = "500"
    HTML = "html"
    HANG = "hang"
    BAD_GATEWAY = "502"
    """A proxy's page of HTTP 502."""
    SLOW = "slow"
    """The right answer, nine seconds late."""
    DROP = "drop"
    """The connection ends in the middle of the body."""
    COMMIT_THEN_TIMEOUT = "commit_then_timeout"
    """What was asked is done, but no answer ever comes."""
    RATE_LIMIT_EXCEEDED = "rate_limit_exceeded"
    """Google's HTTP 403 that asks for a pause without naming it."""
    GONE = "410"
    """The place in a list is no longer known."""


@dataclass(frozen=True, slots=True)
class Spell:
    """One answer's weather; `retry_after` is in seconds."""

    weather: Weather
    retry_after: int = 1


class Forecast:
    """The weather of the answers to come, one by one."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._coming: deque[Spell] = deque()
        self._lasting: Spell | None = None

    def announce(self, spell: Spell, times: int | None) -> None:
        """Let the next `times` answers be like `spell` (None: all, until something else is announced)."""
        with self._lock:
            self._coming.clear()
            self._lasting = spell if times is None else None
            self._coming.extend([spell] * (times or 0))

    def heed(self, wanted: Mapping[str, Any]) -> bool:
        """Announce what the fields of a request say (`kind`, `retry_after`, `times`); return whether that is known."""
        try:
            spell = Spell(Weather(str(wanted.get("kind", ""))), int(wanted.get("retry_after", 1)))
            times = wanted.get("times", 1)
            self.announce(spell, None if times is None else int(times))
        except (TypeError, ValueError):
            return False
        return True

    def next(self) -> Spell:
        """Return the weather of the next answer."""
        with self._lock:
            if self._coming:
                return self._coming.popleft()
            return self._lasting or Spell(Weather.CLEAR)
