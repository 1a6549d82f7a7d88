"""The rate governor: remembers which outside systems asked for a pause, and lets nothing through before it is over."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from time import monotonic

from integration_console.domain.errors import RateLimited

_LONGEST_BACKOFF = 64.0


@dataclass(slots=True)
class _Bucket:
    free_at: float = 0.0
    refusals: int = 0
    tokens: float = 1.0
    counted_at: float = 0.0


class RateGovernor:
    """Keeps one bucket for each system and account; pauses are in seconds of a clock that never goes back."""

    def __init__(
        self, clock: Callable[[], float] = monotonic, chance: Callable[[float, float], float] = random.uniform
    ) -> None:
        """Read seconds from `clock`, take jitter from `chance`."""
        self._clock = clock
        self._chance = chance
        self._buckets: dict[str, _Bucket] = {}
        self._lock = threading.Lock()

    def require_free(self, bucket: str, host: str) -> None:
        """Raise `RateLimited` with the seconds that are left while the bucket is parked."""
        with self._lock:
            found = self._buckets.get(bucket)
            left = found.free_at - self._clock() if found else 0.0
        if left > 0:
            raise RateLimited(host=host, seconds=ceil(left))

    def park(self, bucket: str, seconds: float) -> None:
        """Let nothing through for `seconds`."""
        with self._lock:
            found = self._buckets.setdefault(bucket, _Bucket())
            found.refusals += 1
            found.free_at = max(found.free_at, self._clock() + seconds)

    def back_off(self, bucket: str) -> int:
        """Park for min(2ⁿ + jitter, 64) seconds where the system named none; n grows with each refusal in a row."""
        with self._lock:
            refusals = self._buckets.setdefault(bucket, _Bucket()).refusals
        seconds = ceil(min(2.0 ** min(refusals, 6) + self._chance(0.0, 1.0), _LONGEST_BACKOFF))
        self.park(bucket, seconds)
        return seconds

    def went_well(self, bucket: str) -> None:
        """Forget refusals in a row."""
        with self._lock:
            found = self._buckets.get(bucket)
            if found is not None:
                found.refusals = 0

    def seconds_until_turn(self, bucket: str, per_second: float, burst: int) -> float:
        """Take a token of a bucket that fills at `per_second` up to `burst`; return the seconds to wait before use."""
        with self._lock:
            found = self._buckets.get(bucket)
            now = self._clock()
            if found is None:
                found = self._buckets[bucket] = _Bucket(tokens=float(burst), counted_at=now)
            found.tokens = min(float(burst), found.tokens + (now - found.counted_at) * per_second) - 1.0
            found.counted_at = now
            return max(0.0, -found.tokens / per_second)
