"""The figures of a case file: counted while it is written, so that statistics need not read the entries."""

from __future__ import annotations

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
    from collections.abc import Iterator

    from integration_console.domain.logs import LogEntry

HOURS, TYPES = "hours", "types"
KINDS = (HOURS, TYPES)
"""What is counted by: the hour (in hours since 1970), the type. Older files count by more."""
_STATUSES = tuple(LogStatus)
_EVENTS = len(_STATUSES)
_WIDTH = len(_STATUSES) + 1
_HOUR = timedelta(hours=1) // timedelta(microseconds=1)
_AN_HOUR = re.compile(r"-?[0-9]{1,9}")
_MOST_NAMES = 10_000
"""So many types are counted one by one; what comes later is counted under ""."""
Counts = dict[str, list[int]]
"""For each name how many entries of each status, in their order, and how many events."""


@dataclass(slots=True)
class Figures:
    """Counts of entries by hour and type."""

    counts: dict[str, Counts] = field(default_factory=lambda: {kind: {} for kind in KINDS})

    def add(self, entry: LogEntry) -> None:
        """Count an entry."""
        at = _STATUSES.index(entry.status)
        is_event = entry.event_type in EVENT_TYPES
        for kind, name in _names(entry):
            counts = self.counts[kind]
            name = name if name in counts or len(counts) < _MOST_NAMES or kind == HOURS else ""  # noqa: PLW2901
            count = counts.setdefault(name, [0] * _WIDTH)
            count[at] += 1
            count[_EVENTS] += is_event

    def counts_to_bytes(self) -> bytes:
        """Return the counts as they lie in a file."""
        return orjson.dumps(
            {kind: [[name, *count] for name, count in counts.items()] for kind, counts in self.counts.items()}
        )


def counts_from_bytes(raw: bytes, entries: int) -> dict[str, Counts]:
    """Return the counts of a file, which must add up to as many entries as there are. Raises `CaseFileMalformed`."""
    found = {
        kind: {name: numbers for name, numbers in rows if len(numbers) == _WIDTH} for kind, rows in _lists(raw).items()
    }
    for kind in KINDS:
        if sum(sum(count[:_EVENTS]) for count in found[kind].values()) != entries:
            raise CaseFileMalformed(part="figures")
    if not all(map(_AN_HOUR.fullmatch, found[HOURS])):
        raise CaseFileMalformed(part="figures")
    return found


def hour_counts(counts: Counts, until: datetime, hours: int) -> tuple[HourCount, ...]:
    """Return one count for each of the last `hours` hours up to `until`, oldest first, empty hours included."""
    last = until.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    found = []
    for start in (last - timedelta(hours=back) for back in reversed(range(hours))):
        numbers = counts.get(str(microseconds(start) // _HOUR), [0] * _WIDTH)
        found.append(HourCount(start, *numbers))
    return tuple(found)


def _names(entry: LogEntry) -> Iterator[tuple[str, str]]:
    yield HOURS, str(microseconds(entry.created_at) // _HOUR)
    yield TYPES, entry.event_type


def _lists(raw: bytes) -> dict[str, list[tuple[str, list[int]]]]:
    """Return for each kind its rows: a name, then numbers."""
    try:
        found: Any = orjson.loads(raw)
    except ValueError as error:
        raise CaseFileMalformed(part="figures") from error
    if not isinstance(found, dict) or not all(isinstance(found.get(kind), list) for kind in KINDS):
        raise CaseFileMalformed(part="figures")
    return {kind: [_row(each) for each in found[kind]] for kind in KINDS}


def _row(row: Any) -> tuple[str, list[int]]:  # noqa: ANN401 - the JSON border
    fits = isinstance(row, list) and row and isinstance(row[0], str)
    if not fits or not all(type(each) is int and abs(each) < 1 << 53 for each in row[1:]):
        raise CaseFileMalformed(part="figures")
    return row[0], row[1:]
