"""The figures of a case file: counted while it is written, so that statistics need not read the entries.

Durations fall into buckets that are 4 % wide; a percentile read from them is within 2 % of the true one.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import orjson

from integration_console.domain.clock import microseconds
from integration_console.domain.errors import CaseFileMalformed
from integration_console.domain.logs import HourCount, LogStatus
from integration_console.storage.rollup_types import EVENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from integration_console.domain.logs import LogEntry

HOURS, TYPES, OWNERS, ERRORS = "hours", "types", "owners", "errors"
KINDS = (HOURS, TYPES, OWNERS, ERRORS)
"""What is counted by: the hour (in hours since 1970), the type, the connector or webhook, the error code."""
_STATUSES = tuple(LogStatus)
_EVENTS = len(_STATUSES)
_WIDTH = len(_STATUSES) + 1
_HOUR = timedelta(hours=1) // timedelta(microseconds=1)
_GROWTH = 1.02 / 0.98
_SMALLEST_MS = 0.001
_MOST_BUCKETS = 10_000
"""Far more than any duration falls into; a damaged file may name others."""
_AN_HOUR = re.compile(r"-?[0-9]{1,9}")
_MOST_NAMES = 10_000
"""So many types, owners and error codes are counted one by one; what comes later is counted under ""."""
Counts = dict[str, list[int]]
"""For each name how many entries of each status, in their order, and how many events."""
Durations = dict[str, dict[int, int]]
"""For each name how many entries fell into each bucket of durations."""


@dataclass(slots=True)
class Figures:
    """Counts of entries, and of how long they took, by hour, type, owner and error code."""

    counts: dict[str, Counts] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    durations: dict[str, Durations] = field(default_factory=lambda: {kind: {} for kind in KINDS})

    def add(self, entry: LogEntry) -> None:
        """Count an entry."""
        at = _STATUSES.index(entry.status)
        is_event = entry.event_type in EVENT_TYPES
        bucket = None if entry.duration_ms is None else bucket_of(entry.duration_ms)
        for kind, name in _names(entry):
            counts = self.counts[kind]
            name = name if name in counts or len(counts) < _MOST_NAMES or kind == HOURS else ""  # noqa: PLW2901
            count = counts.setdefault(name, [0] * _WIDTH)
            count[at] += 1
            count[_EVENTS] += is_event
            if bucket is not None:
                buckets = self.durations[kind].setdefault(name, {})
                buckets[bucket] = buckets.get(bucket, 0) + 1

    def counts_to_bytes(self) -> bytes:
        """Return the counts as they lie in a file."""
        return orjson.dumps(
            {kind: [[name, *count] for name, count in counts.items()] for kind, counts in self.counts.items()}
        )

    def durations_to_bytes(self) -> bytes:
        """Return the durations as they lie in a file: of each name pairs of a bucket and how many fell into it."""
        return orjson.dumps({
            kind: [[name, *(each for pair in buckets.items() for each in pair)] for name, buckets in found.items()]
            for kind, found in self.durations.items()
        })  # fmt: skip


def counts_from_bytes(raw: bytes, entries: int) -> dict[str, Counts]:
    """Return the counts of a file, which must add up to as many entries as there are. Raises `CaseFileMalformed`."""
    found = {
        kind: {name: numbers for name, numbers in rows if len(numbers) == _WIDTH} for kind, rows in _lists(raw).items()
    }
    for kind in (HOURS, TYPES, OWNERS):
        if sum(sum(count[:_EVENTS]) for count in found[kind].values()) != entries:
            raise CaseFileMalformed(part="figures")
    if not all(map(_AN_HOUR.fullmatch, found[HOURS])):
        raise CaseFileMalformed(part="figures")
    return found


def durations_from_bytes(raw: bytes) -> dict[str, Durations]:
    """Return the durations of a file. Raises `CaseFileMalformed`."""
    return {
        kind: {name: dict(zip(numbers[::2], numbers[1::2], strict=False)) for name, numbers in rows}
        for kind, rows in _lists(raw).items()
    }


def totals(counts: Counts) -> Mapping[LogStatus, int]:
    """Return how many entries of each status there are."""
    sums = [sum(column) for column in zip(*counts.values(), strict=True)] or [0] * _WIDTH
    return dict(zip(_STATUSES, sums, strict=False))


def hour_counts(counts: Counts, until: datetime, hours: int) -> tuple[HourCount, ...]:
    """Return one count for each of the last `hours` hours up to `until`, oldest first, empty hours included."""
    last = until.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    found = []
    for start in (last - timedelta(hours=back) for back in reversed(range(hours))):
        numbers = counts.get(str(microseconds(start) // _HOUR), [0] * _WIDTH)
        found.append(HourCount(start, *numbers))
    return tuple(found)


def bucket_of(milliseconds: float) -> int:
    """Return the bucket of a duration."""
    told = milliseconds if math.isfinite(milliseconds) else 0.0
    return math.ceil(math.log(max(told, _SMALLEST_MS)) / math.log(_GROWTH))


def percentile(buckets: Mapping[int, int], share: float) -> float | None:
    """Return the duration that `share` of all stay within; None where there are none."""
    wanted = share * sum(buckets.values())
    seen = 0
    for bucket, number in sorted(buckets.items()):
        seen += number
        if seen >= wanted:
            return 2 * math.pow(_GROWTH, min(bucket, _MOST_BUCKETS)) / (_GROWTH + 1)
    return None


def _names(entry: LogEntry) -> Iterator[tuple[str, str]]:
    yield HOURS, str(microseconds(entry.created_at) // _HOUR)
    yield TYPES, entry.event_type
    yield OWNERS, entry.connector_id or entry.webhook_id
    if entry.error_code:
        yield ERRORS, entry.error_code


def _lists(raw: bytes) -> dict[str, list[tuple[str, list[int]]]]:
    """Return for each kind its rows: a name, then numbers."""
    try:
        found: Any = orjson.loads(raw)
    except ValueError as error:
        raise CaseFileMalformed(part="figures") from error
    if (
        not isinstance(found, dict)
        or tuple(found) != KINDS
        or not all(isinstance(each, list) for each in found.values())
    ):
        raise CaseFileMalformed(part="figures")
    return {kind: [_row(each) for each in rows] for kind, rows in found.items()}


def _row(row: Any) -> tuple[str, list[int]]:  # noqa: ANN401 - the JSON border
    fits = isinstance(row, list) and row and isinstance(row[0], str)
    if not fits or not all(type(each) is int and abs(each) < 1 << 53 for each in row[1:]):
        raise CaseFileMalformed(part="figures")
    return row[0], row[1:]
