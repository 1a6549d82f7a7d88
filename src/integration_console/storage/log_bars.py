"""Counts entries in time where figures cannot: whatever condition they meet, as far back as is worth it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, func, select, type_coerce

from integration_console.domain.clock import from_microseconds, microseconds
from integration_console.domain.log_conditions import Within, all_of
from integration_console.domain.log_payloads import looks_into_payloads
from integration_console.domain.log_spans import bars_of
from integration_console.storage import tables
from integration_console.storage.log_queries import wanted_rows
from integration_console.storage.log_search import first

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from integration_console.domain.log_conditions import Condition
    from integration_console.domain.log_figures import LogBar
    from integration_console.storage.transaction import Reading

MOST_ENTRIES = 300_000
"""So many entries are counted, the newest ones."""
MOST_READ = 5_000
"""So many are counted where each has to be read, because words are looked for in its payload."""
_logs = tables.logs


def oldest_moment(reading: Reading) -> datetime | None:
    """Return when the oldest entry happened (None: there is none)."""
    query = select(_logs.c.created_at).where(_logs.c.tenant_id == reading.tenant_id)
    return reading.connection.execute(query.order_by(_logs.c.created_at).limit(1)).scalar()


def count_bars(
    reading: Reading, condition: Condition, starts: Sequence[datetime], most: int = MOST_ENTRIES
) -> tuple[tuple[LogBar, ...], datetime | None]:
    """Return how many entries meet a condition between each two moments of equal distance, the newest `most` of them.

    The second value is since when that is all of them, None where it is from the first moment on.
    """
    if looks_into_payloads(condition):
        return _counted_one_by_one(reading, condition, starts, min(most, MOST_READ))
    begins = microseconds(starts[0])
    length = microseconds(starts[1]) - begins
    moment = type_coerce(_logs.c.created_at, BigInteger)
    newest = (
        select(moment.label("moment"), _logs.c.status)
        .where(*wanted_rows(reading, condition), _logs.c.created_at >= starts[0], _logs.c.created_at < starts[-1])
        .order_by(_logs.c.created_at.desc())
        .limit(most)
        .subquery()
    )
    place = (newest.c.moment - begins) // length
    query = select(place, newest.c.status, func.count(), func.min(newest.c.moment)).group_by(place, newest.c.status)
    found = reading.connection.execute(query).all()
    bars = bars_of(starts, ((at, status, number) for at, status, number, _ in found))
    if sum(number for _, _, number, _ in found) < most:
        return bars, None
    return bars, from_microseconds(min(seen for *_, seen in found))


def _counted_one_by_one(
    reading: Reading, condition: Condition, starts: Sequence[datetime], most: int
) -> tuple[tuple[LogBar, ...], datetime | None]:
    within = all_of(condition, Within(starts[0], starts[-1]))
    found = first(reading, within, None, most)
    length = starts[1] - starts[0]
    bars = bars_of(starts, (((each.created_at - starts[0]) // length, each.status.value, 1) for each in found))
    return bars, found[-1].created_at if len(found) == most else None
