"""Adds the log up into figures, in the order of its commits; how far it has come is kept in the same transaction.

So no entry is counted twice or left out, wherever a program is killed. Readers add what is not yet added up by
themselves (`figures`). What costs is reading and writing a few hundred rows, however many entries they sum up; that is
why it is not done with every entry.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from integration_console.domain.durations import Durations, bucket_of, packed, together
from integration_console.storage import tables
from integration_console.storage.columns import id_bytes, id_text
from integration_console.storage.driver import is_postgres, run_driver_sql
from integration_console.storage.figure_tables import (
    ALL,
    CONNECTOR,
    DAY,
    ERROR,
    HOUR,
    STATUSES,
    TYPE,
    WEBHOOK,
    log_reached,
)
from integration_console.storage.shared.positions import settled_position

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from integration_console.storage.transaction import Reading, Writing

WORK = "figures"
STEP = 5_000
"""How many entries are added up in one transaction."""
HOUR_LENGTH, DAY_LENGTH = 3_600_000_000, 86_400_000_000
"""In microseconds; days are those of UTC."""
_GRAINS = ((HOUR, HOUR_LENGTH), (DAY, DAY_LENGTH))
_Key = tuple[str, str, int, str]
_logs = tables.logs
_ENTRIES = """
SELECT created_at, status, event_type, connector_id, webhook_id, error_code, duration_ms, position
FROM integration_logs WHERE tenant_id = ? AND position > ? AND position <= ? ORDER BY position LIMIT ?
"""
_FOUND = """
SELECT success, info, warning, error, durations FROM log_figures
WHERE tenant_id = ? AND dimension = ? AND grain = ? AND since = ? AND value = ?
"""
_KEEP = """
INSERT INTO log_figures (tenant_id, dimension, grain, since, value, success, info, warning, error, durations)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (tenant_id, dimension, grain, since, value) DO UPDATE SET success = excluded.success, info = excluded.info,
warning = excluded.warning, error = excluded.error, durations = excluded.durations
"""
_REMOVE = """
DELETE FROM log_figures WHERE tenant_id = ? AND dimension = ? AND grain = ? AND since = ? AND value = ?
AND success + info + warning + error = 0
"""
_BEGIN = "INSERT INTO log_reached (tenant_id, work, position) VALUES (?, ?, 0) ON CONFLICT DO NOTHING"
_HELD = "SELECT position FROM log_reached WHERE tenant_id = ? AND work = ?"
_REACHED = "UPDATE log_reached SET position = ? WHERE tenant_id = ? AND work = ?"


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted of an entry; `moment` in microseconds."""

    moment: int
    status: str
    event_type: str
    connector_id: str
    webhook_id: str
    error_code: str
    duration_ms: float | None


@dataclass(slots=True)
class Sums:
    """Counts of entries by status, and of their durations by bucket."""

    statuses: Counter[str] = field(default_factory=Counter)
    buckets: Counter[int] = field(default_factory=Counter)

    def add(self, entry: Counted) -> None:
        """Count one more."""
        self.statuses[entry.status] += 1
        if entry.duration_ms is not None:
            self.buckets[bucket_of(entry.duration_ms)] += 1


def add_up(writing: Writing) -> int:
    """Add the next entries up and return how many they were (fewer than `STEP`: all are, for now).

    In a shared database it must see what others commit meanwhile (READ COMMITTED), since it waits for them.
    """
    before, last = _held(writing), _newest(writing)
    rows = run_driver_sql(writing.connection, _ENTRIES, (id_bytes(writing.tenant_id), before, last, STEP)).all()
    if rows:
        _change(writing, (counted(row) for row in rows), 1)
        run_driver_sql(writing.connection, _REACHED, (rows[-1].position, id_bytes(writing.tenant_id), WORK))
    return len(rows)


def take_away(writing: Writing, entries: Iterable[tuple[int, Counted]]) -> None:
    """Count entries, given with their positions, no longer: they are being removed from the log.

    Whoever adds up at the same moment has ended before, or begins when they are gone; a transaction that sees an older
    picture than that is run again.
    """
    last = _held(writing)
    _change(writing, (entry for position, entry in entries if position <= last), -1)


def reached(reading: Reading | Writing) -> int:
    """Return the position up to which entries are added up."""
    mine = log_reached.c.tenant_id == reading.tenant_id, log_reached.c.work == WORK
    query = select(log_reached.c.position).where(*mine)
    return int(reading.connection.execute(query).scalar() or 0)


def counted(row: Any) -> Counted:  # noqa: ANN401 - a row as the driver gives it
    """Return what is counted of a row."""
    connector, webhook = (id_text(each) if each else "" for each in (row.connector_id, row.webhook_id))
    return Counted(row.created_at, row.status, row.event_type, connector, webhook, row.error_code, row.duration_ms)


def places(entry: Counted) -> Iterator[tuple[str, str]]:
    """Yield every dimension in which an entry counts, with its value there."""
    yield ALL, ""
    yield TYPE, entry.event_type
    if entry.connector_id:
        yield CONNECTOR, entry.connector_id
    if entry.webhook_id:
        yield WEBHOOK, entry.webhook_id
    if entry.error_code and entry.status == "error":
        yield ERROR, entry.error_code


def _change(writing: Writing, entries: Iterable[Counted], sign: int) -> None:
    sums: dict[_Key, Sums] = {}
    for entry in entries:
        for dimension, value in places(entry):
            for grain, length in _GRAINS:
                key = (dimension, grain, entry.moment - entry.moment % length, value)
                sums.setdefault(key, Sums()).add(entry)
    tenant = id_bytes(writing.tenant_id)
    rows = [(tenant, *key, *_changed(writing, key, each, sign)) for key, each in sorted(sums.items())]
    if rows:
        run_driver_sql(writing.connection, _KEEP, rows)
    if sign < 0 and rows:
        run_driver_sql(writing.connection, _REMOVE, [row[:5] for row in rows])


def _changed(writing: Writing, key: _Key, sums: Sums, sign: int) -> Sequence[Any]:
    """What stands in the row from now on."""
    found = run_driver_sql(writing.connection, _FOUND, (id_bytes(writing.tenant_id), *key)).one_or_none()
    numbers = found[:4] if found else (0, 0, 0, 0)
    durations = together([bytes(found[4])]) if found else Durations()
    statuses = [max(0, number + sign * sums.statuses[name]) for name, number in zip(STATUSES, numbers, strict=True)]
    return (*statuses, packed(durations.with_others(Durations(sums.buckets), sign)))


def _held(writing: Writing) -> int:
    """Return the position up to which entries are added up, and let nobody else change it before this ends."""
    mine = (id_bytes(writing.tenant_id), WORK)
    run_driver_sql(writing.connection, _BEGIN, mine)
    lock = " FOR UPDATE" if is_postgres(writing.connection) else ""
    return int(run_driver_sql(writing.connection, _HELD + lock, mine).scalar_one())


def _newest(writing: Writing) -> int:
    """The position up to which nothing can appear any more."""
    return settled_position(writing.connection) if is_postgres(writing.connection) else writing.position
