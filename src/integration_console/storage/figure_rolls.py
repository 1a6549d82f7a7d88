"""Adds the log up into figures, in the order of its commits; how far it has come is kept in the same transaction.

So no entry is counted twice or left out, wherever a program is killed. Readers add what is not yet added up by
themselves (`figures`). What costs is reading and putting together a few hundred rows, however many entries they sum
up; that is why it is not done with every entry, and why it is done beside the writer, which keeps the outcome where
nobody has changed anything meanwhile.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import orjson
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
from integration_console.storage.transaction import Priority

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

    from integration_console.storage.store import Store
    from integration_console.storage.transaction import Reading, Writing

WORK, REMOVAL = "figures", "figures removed"
"""How far entries are added up, and the place at which some were taken away last."""
STEP = 5_000
"""How many entries are added up in one transaction, or fewer where they change many rows."""
MOST_ROWS = 2_000
HOUR_LENGTH, DAY_LENGTH = 3_600_000_000, 86_400_000_000
"""In microseconds; days are those of UTC."""
_GRAINS = {HOUR: HOUR_LENGTH, DAY: DAY_LENGTH}
_Key = tuple[str, str, int, str]
_logs = tables.logs
_ENTRIES = """
SELECT created_at, status, event_type, connector_id, webhook_id, error_code, duration_ms, position
FROM integration_logs WHERE tenant_id = ? AND position > ? AND position <= ? ORDER BY position LIMIT ?
"""
_FOUND = """
SELECT since, value, success, info, warning, error, durations FROM log_figures
WHERE tenant_id = ? AND dimension = ? AND grain = ? AND since >= ? AND since <= ?
AND value IN (SELECT value FROM json_each(?))
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
_REACHED = """
INSERT INTO log_reached (tenant_id, work, position) VALUES (?, ?, ?)
ON CONFLICT (tenant_id, work) DO UPDATE SET position = excluded.position
"""


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


@dataclass(frozen=True, slots=True)
class FigureDraft:
    """Rows as they are once the next entries are added up, which holds as long as nobody changes what it was made of.

    `seen` is how far entries were added up, and where some were taken away last; `more`: there may be further entries.
    """

    seen: tuple[int, int]
    reached: int
    rows: list[tuple[Any, ...]]
    more: bool


def add_up(store: Store) -> bool:
    """Add the next entries up, and return whether there may be more."""
    draft = store.read(draft_next)
    return bool(draft.rows) and store.write(lambda writing: add(writing, draft), Priority.LOGS)


def draft_next(reading: Reading | Writing) -> FigureDraft:
    """Return what adding up the next entries comes to."""
    seen = reached(reading), reached(reading, REMOVAL)
    last = settled_position(reading.connection) if is_postgres(reading.connection) else 1 << 62
    sums: dict[_Key, Sums] = {}
    position, taken = seen[0], 0
    with run_driver_sql(reading.connection, _ENTRIES, (id_bytes(reading.tenant_id), position, last, STEP)) as rows:
        for row in rows:
            _sum_up(sums, counted(row))
            position, taken = row.position, taken + 1
            if len(sums) >= MOST_ROWS:
                break
    return FigureDraft(seen, position, list(_changed(reading, sums, 1)), taken == STEP or len(sums) >= MOST_ROWS)


def add(writing: Writing, draft: FigureDraft) -> bool:
    """Keep a draft, or another one where what it was made of has changed; return whether there may be more entries.

    In a shared database it must see what others commit meanwhile (READ COMMITTED), since it waits for them.
    """
    if _held(writing) != draft.seen:
        draft = draft_next(writing)
    if draft.rows:
        run_driver_sql(writing.connection, _KEEP, draft.rows)
        run_driver_sql(writing.connection, _REACHED, (id_bytes(writing.tenant_id), WORK, draft.reached))
    return draft.more


def take_away(writing: Writing, entries: Iterable[tuple[int, Counted]]) -> None:
    """Count entries, given with their positions, no longer: they are being removed from the log.

    Whoever adds up at the same moment has ended before, or begins when they are gone; a transaction that sees an older
    picture than that is run again, and a draft that counts them is made anew.
    """
    last, _removal = _held(writing)
    tenant = id_bytes(writing.tenant_id)
    run_driver_sql(writing.connection, _REACHED, (tenant, REMOVAL, writing.next_position()))
    sums: dict[_Key, Sums] = {}
    for position, entry in entries:
        if position <= last:
            _sum_up(sums, entry)
    rows = list(_changed(writing, sums, -1))
    if rows:
        run_driver_sql(writing.connection, _KEEP, rows)
        run_driver_sql(writing.connection, _REMOVE, [row[:5] for row in rows])


def reached(reading: Reading | Writing, work: str = WORK) -> int:
    """Return the position up to which entries are added up, or that of other work."""
    mine = log_reached.c.tenant_id == reading.tenant_id, log_reached.c.work == work
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


def _sum_up(sums: dict[_Key, Sums], entry: Counted) -> None:
    for dimension, value in places(entry):
        for grain, length in _GRAINS.items():
            key = (dimension, grain, entry.moment - entry.moment % length, value)
            sums.setdefault(key, Sums()).add(entry)


def _changed(reading: Reading | Writing, sums: Mapping[_Key, Sums], sign: int) -> Iterator[tuple[Any, ...]]:
    """Yield the rows as they stand from now on."""
    tenant = id_bytes(reading.tenant_id)
    there = _rows_of(reading.connection, tenant, sums)
    for key, added in sorted(sums.items()):
        found = there.get(key)
        numbers = found[:4] if found else (0, 0, 0, 0)
        durations = together([bytes(found[4])]) if found else Durations()
        statuses = [
            max(0, number + sign * added.statuses[name]) for name, number in zip(STATUSES, numbers, strict=True)
        ]
        yield (tenant, *key, *statuses, packed(durations.with_others(Durations(added.buckets), sign)))


def _rows_of(connection: Connection, tenant: bytes, keys: Iterable[_Key]) -> Mapping[_Key, Sequence[Any]]:
    """Return what stands in these rows, asked for together as far as their hours or days follow one another."""
    wanted: dict[tuple[str, str], tuple[set[int], set[str]]] = {}
    for dimension, grain, since, value in keys:
        moments, values = wanted.setdefault((dimension, grain), (set(), set()))
        moments.add(since)
        values.add(value)
    found: dict[_Key, Sequence[Any]] = {}
    for (dimension, grain), (moments, values) in wanted.items():
        listed = orjson.dumps(sorted(values)).decode()
        for first, last in _runs(sorted(moments), _GRAINS[grain]):
            rows = run_driver_sql(connection, _FOUND, (tenant, dimension, grain, first, last, listed))
            found |= {(dimension, grain, since, value): rest for since, value, *rest in rows}
    return found


def _runs(moments: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    """Yield first and last of those that follow one another."""
    first = 0
    for at, moment in enumerate(moments, 1):
        if at == len(moments) or moments[at] > moment + length:
            yield moments[first], moment
            first = at


def _held(writing: Writing) -> tuple[int, int]:
    """Return how far entries are added up and where some were taken away last; nobody changes that before this ends."""
    mine = (id_bytes(writing.tenant_id), WORK)
    run_driver_sql(writing.connection, _BEGIN, mine)
    lock = " FOR UPDATE" if is_postgres(writing.connection) else ""
    last = int(run_driver_sql(writing.connection, _HELD + lock, mine).scalar_one())
    return last, reached(writing, REMOVAL)
