"""The newest entries of the log, kept on this machine: searched by the same conditions while the workspace is away."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

import orjson

from integration_console.domain.errors import FieldProblem, InvalidInput, NotFound
from integration_console.domain.log_conditions import EVERYTHING, all_of, chosen, holds
from integration_console.domain.log_figures import LogHistogram
from integration_console.domain.log_notes import LogNote
from integration_console.domain.log_query import parse_query
from integration_console.domain.log_spans import bar_starts, bars_of, bounds_of
from integration_console.domain.log_terms import Names, zone_of
from integration_console.domain.logs import LogDetail, LogEntry, LogPage, LogPlace
from integration_console.domain.schedules import NOT_ZONE
from integration_console.domain.wire import NotThatShape, from_wire, to_wire

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from integration_console.domain.log_conditions import Condition
    from integration_console.domain.logs import LogFilter
    from integration_console.storage.cache_file import CacheFile


KeptNames: TypeAlias = "tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]"


class KeptLog:
    """The entries that are kept, newest first; their payloads are not."""

    def __init__(self, cache: CacheFile, names: Callable[[], KeptNames]) -> None:
        """Keep entries in `cache`; `names` gives the ids of connectors and webhooks, and saved filters, by name."""
        self._cache, self._names = cache, names
        self._entries: tuple[LogEntry, ...] | None = None
        self._reading = threading.Lock()

    @property
    def entries(self) -> tuple[LogEntry, ...]:
        """All that is kept and can be read."""
        with self._reading:  # what is kept meanwhile is read the next time
            if self._entries is None:
                read = (_read(LogEntry, body) for body in self._cache.entries())
                self._entries = tuple(each for each in read if each is not None)
            return self._entries

    def keep(self, entries: Iterable[LogEntry]) -> bool:
        """Keep entries; return whether any of them was new."""
        rows = [
            (each.id, each.created_at.astimezone(UTC).isoformat(), orjson.dumps(to_wire(each)).decode())
            for each in entries
        ]
        is_new = bool(rows) and self._cache.keep_entries(rows)
        if is_new:
            with self._reading:
                self._entries = None
        return is_new

    def keep_notes(self, log_ids: Sequence[str], notes: Iterable[LogNote]) -> None:
        """Keep what stands beside these entries."""
        found = {each.log_id: each for each in notes}
        self._cache.keep_answers(
            [(f"note {log_id}", orjson.dumps(to_wire(found.get(log_id))).decode()) for log_id in log_ids]
        )

    def log_notes(self, log_ids: Sequence[str]) -> tuple[LogNote, ...]:
        """Return what stands beside these entries."""
        return tuple(found for each in log_ids if (found := self._note(each)) is not None)

    def log_page(
        self, wanted: LogFilter, after: LogPlace | None = None, limit: int = 200, *, newer: bool = False
    ) -> LogPage:
        """Return entries newest first."""
        found = self._fitting(wanted)
        if newer:
            above = [each for each in found if after is None or _place(each) > _key(after)][-limit:]
            more = len(above) == limit
            return LogPage(tuple(above), LogPlace(above[0].created_at, above[0].id) if more else None)
        behind = [each for each in found if after is None or _place(each) < _key(after)][:limit]
        last = behind[-1] if len(behind) == limit else None
        return LogPage(tuple(behind), LogPlace(last.created_at, last.id) if last else None)

    def log_place(self, wanted: LogFilter, after: LogPlace | None, skip: int) -> LogPlace | None:
        """Return the place of the entry `skip` entries behind `after`."""
        behind = [each for each in self._fitting(wanted) if after is None or _place(each) < _key(after)]
        return LogPlace(behind[skip - 1].created_at, behind[skip - 1].id) if 0 < skip <= len(behind) else None

    def log_count(self, wanted: LogFilter, at_most: int = 100_000, *, newer_than: LogPlace | None = None) -> int:
        """Return how many entries fit."""
        found = self._fitting(wanted)
        above = found if newer_than is None else [each for each in found if _place(each) > _key(newer_than)]
        return min(len(above), at_most)

    def log_tail(self, wanted: LogFilter, position: int, limit: int = 500) -> tuple[tuple[LogEntry, ...], int]:
        """Return nothing: nothing arrives here."""
        del wanted, limit
        return (), position

    def newest_position(self) -> int:
        """Return the position of the newest entry (0: none)."""
        return max((each.position for each in self.entries), default=0)

    def log_detail(self, entry_id: str) -> LogDetail:
        """Return an entry without its payload. Raises `NotFound`."""
        found = next((each for each in self.entries if each.id == entry_id), None)
        if found is None:
            raise NotFound(kind="log entry", id=entry_id)
        return LogDetail(found)

    def event_types(self) -> tuple[str, ...]:
        """Return the types of entries that are kept."""
        return tuple(sorted({each.event_type for each in self.entries}))

    def log_histogram(self, wanted: LogFilter, most: int = 120) -> LogHistogram:
        """Return bars of what fits a filter, as far back as entries are kept."""
        found = self._fitting(wanted)
        bounds = bounds_of(self._condition(wanted))
        if not self.entries:
            return LogHistogram()
        since, until = bounds.since or self.entries[-1].created_at, bounds.until or datetime.now(UTC)
        if since >= until:
            return LogHistogram()
        starts = bar_starts(since, until, zone_of(wanted.time_zone) or UTC, most)
        length = starts[1] - starts[0]
        bars = bars_of(starts, (((each.created_at - starts[0]) // length, each.status.value, 1) for each in found))
        return LogHistogram(round(length.total_seconds()), bars, self.entries[-1].created_at)

    def _fitting(self, wanted: LogFilter) -> list[LogEntry]:
        condition = self._condition(wanted)
        return [each for each in self.entries if holds(condition, each, "", self._note(each.id))]

    def _note(self, log_id: str) -> LogNote | None:
        body = self._cache.answer(f"note {log_id}")
        found: LogNote | None = None if body is None else _read(LogNote | None, body)
        return found

    def _condition(self, wanted: LogFilter) -> Condition:
        """Return what an entry must be like to fit. Raises `QueryNotUnderstood`, `InvalidInput`."""
        if not wanted.query.strip():
            return all_of(chosen(wanted), EVERYTHING)
        zone = zone_of(wanted.time_zone)
        if zone is None:
            raise InvalidInput(FieldProblem("time_zone", NOT_ZONE))
        connectors, webhooks, filters = self._names()
        names = Names(connectors, webhooks, datetime.now(UTC), zone, filters)
        return all_of(chosen(wanted), parse_query(wanted.query, names))


def _read(kind: Any, body: str) -> Any:  # noqa: ANN401 - of that kind
    """Return what was written down (None: it is broken, or of another version of the program)."""
    try:
        return from_wire(kind, orjson.loads(body))
    except (NotThatShape, ValueError):
        return None


def _place(entry: LogEntry) -> tuple[datetime, str]:
    return entry.created_at, entry.id


def _key(place: LogPlace) -> tuple[datetime, str]:
    return place.created_at, place.id
