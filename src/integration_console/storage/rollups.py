"""Hourly counts of the log, written in the same transaction as the entries they count.

Where many programs write, each has rows of its own: nobody waits for another's transaction to end.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from integration_console.domain.clock import from_microseconds, microseconds
from integration_console.domain.logs import HourCount, LogStatus
from integration_console.storage import tables
from integration_console.storage.columns import IdBytes, id_bytes
from integration_console.storage.driver import run_driver_sql, writer_number
from integration_console.storage.rollup_types import EVENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from integration_console.storage.transaction import Reading, Writing

_HOUR = 3_600_000_000
_NOBODY = IdBytes(16)
_UPSERT = """
INSERT INTO log_rollups (tenant_id, hour, event_type, status, owner_id, writer, entries) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (tenant_id, hour, event_type, status, owner_id, writer)
DO UPDATE SET entries = log_rollups.entries + excluded.entries
"""


def count_entries(
    writing: Writing, entries: Iterable[tuple[int, str, str, bytes | None]], *, gone: bool = False
) -> None:
    """Add entries, given as (microseconds, event type, status, connector or webhook), to their hours.

    `gone`: take them away.
    """
    counts = Counter(
        (moment - moment % _HOUR, kind, status, owner or _NOBODY) for moment, kind, status, owner in entries
    )
    sign = -1 if gone else 1
    tenant, writer = id_bytes(writing.tenant_id), writer_number(writing.connection)
    rows = [(tenant, *key, writer, sign * number) for key, number in sorted(counts.items())]
    if rows:
        run_driver_sql(writing.connection, _UPSERT, rows)


def counts_since(reading: Reading, since: datetime) -> dict[tuple[datetime, str, str], int]:
    """Return how many entries each (hour, event type, status) has, from the hour of `since` on."""
    table = tables.rollups
    first = from_microseconds(microseconds(since) // _HOUR * _HOUR)
    query = select(table.c.hour, table.c.event_type, table.c.status, table.c.entries).where(
        table.c.tenant_id == reading.tenant_id, table.c.hour >= first
    )
    counts: Counter[tuple[datetime, str, str]] = Counter()
    for hour, kind, status, entries in reading.connection.execute(query):
        counts[hour, kind, status] += entries
    return dict(counts)


def hour_counts(counts: dict[tuple[datetime, str, str], int], until: datetime, hours: int) -> tuple[HourCount, ...]:
    """Return one count for each of the last `hours` hours up to `until`, oldest first, empty hours included."""
    last = until.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    sums: Counter[tuple[datetime, str]] = Counter()
    for (hour, kind, status), entries in counts.items():
        sums[hour, status] += entries
        sums[hour, "events"] += entries if kind in EVENT_TYPES else 0
    starts = [last - timedelta(hours=back) for back in reversed(range(hours))]
    names = (*LogStatus, "events")
    return tuple(HourCount(start, **{name: sums[start, name] for name in names}) for start in starts)
