"""How long things took, kept as counts in buckets, so that percentiles of any stretch of time can be put together.

Each bucket is 3 % wider than the one before; a percentile is the middle of its bucket, at most 1.5 % off (the
logarithmic mapping of DDSketch, Masson, Rim and Lee, VLDB 2019). Counts of many hours are added as whole numbers with
one lane of 32 bits for each bucket, which takes a fraction of the time of adding bucket by bucket.
"""

from __future__ import annotations

import math
import zlib
from array import array
from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ACCURACY = 0.015
_GROWTH = (1 + _ACCURACY) / (1 - _ACCURACY)
_LOG = math.log(_GROWTH)
_SHORTEST_MS = 0.01
BUCKETS = 1024
"""From 0.01 ms to more than 200 days; what lasts longer counts as that."""
_LANE = 4
_PLAIN, _DEFLATED = 0, 1
_WORTH_DEFLATING = 64


@dataclass(frozen=True, slots=True)
class Durations:
    """How many things took how long: counts by bucket."""

    counts: Mapping[int, int] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """How many there are."""
        return sum(self.counts.values())

    def percentile(self, share: float) -> float | None:
        """Return the milliseconds below which this share (0 to 1) of all lies, within 1.5 %; None without any.

        It is the value at place `ceil(share * number)` in their order, as the nearest-rank definition has it.
        """
        ordered = sorted((bucket, number) for bucket, number in self.counts.items() if number > 0)
        if not ordered:
            return None
        sums = list(accumulate(number for _bucket, number in ordered))
        wanted = max(1, math.ceil(share * sums[-1]))
        return _middle(next(bucket for (bucket, _), reached in zip(ordered, sums, strict=True) if reached >= wanted))

    def with_others(self, others: Durations, sign: int = 1) -> Durations:
        """Return these and `others` together; with `sign` -1, these without them."""
        counts = Counter(self.counts)
        for bucket, number in others.counts.items():
            counts[bucket] += sign * number
        return Durations({bucket: number for bucket, number in counts.items() if number > 0})


def durations_of(milliseconds: Iterable[float]) -> Durations:
    """Return the counts of some durations."""
    return Durations(Counter(bucket_of(each) for each in milliseconds))


def bucket_of(milliseconds: float) -> int:
    """Return the bucket of a duration; bucket 0 holds everything up to 0.01 ms."""
    if math.isnan(milliseconds) or milliseconds <= _SHORTEST_MS:
        return 0
    return math.ceil(min(BUCKETS - 1, math.log(milliseconds / _SHORTEST_MS) / _LOG))


def packed(durations: Durations) -> bytes:
    """Return counts as bytes: how they are packed, the first bucket, then 32 bits for each bucket up to the last."""
    if not durations.counts:
        return b""
    first, last = min(durations.counts), max(durations.counts)
    lanes = array("I", bytes(_LANE * (last - first + 1)))
    for bucket, number in durations.counts.items():
        lanes[bucket - first] = number
    body = lanes.tobytes()
    deflated = zlib.compress(body, 1) if len(body) > _WORTH_DEFLATING else body
    head = first.to_bytes(2, "little")
    if len(deflated) * 2 < len(body):
        return bytes((_DEFLATED,)) + head + deflated
    return bytes((_PLAIN,)) + head + body


def together(packs: Iterable[bytes]) -> Durations:
    """Return the sum of packed counts."""
    total = 0
    for pack in packs:
        if pack:
            body = zlib.decompress(pack[3:]) if pack[0] == _DEFLATED else pack[3:]
            first = int.from_bytes(pack[1:3], "little")
            total += int.from_bytes(body, "little") << (first * _LANE * 8)
    lanes = array("I", total.to_bytes(BUCKETS * _LANE, "little"))
    return Durations({bucket: number for bucket, number in enumerate(lanes) if number})


def _middle(bucket: int) -> float:
    """The value that is at most 1.5 % away from everything in the bucket."""
    return _SHORTEST_MS * _GROWTH**bucket * 2 / (1 + _GROWTH) if bucket else _SHORTEST_MS
