"""Takes old entries out of the log, some at a time, with what hangs on them: payloads, notes, events, and counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, exists, func, select, tuple_

from integration_console.domain.clock import microseconds
from integration_console.domain.logs import LogPlace
from integration_console.domain.webhooks import EventState
from integration_console.storage import figure_rolls, log_counts, log_notes, log_queries, rollups, tables
from integration_console.storage.columns import id_bytes
from integration_console.storage.driver import is_postgres

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row, Table

    from integration_console.domain.log_conditions import Condition
    from integration_console.storage.transaction import Reading, Writing

ROW_BYTES = 1_400
"""What an entry takes beside its payload, with its indexes: measured with entries of usual length."""
_logs = tables.logs
_COUNTS_AS = tuple(
    _logs.c[name]
    for name in (
        "id", "created_at", "position", "status", "event_type", "connector_id", "webhook_id", "error_code",
        "duration_ms",
    )
)  # fmt: skip
"""The columns that tell how an entry counts."""
_COUNTED = ((tables.rollups, tables.rollups.c.hour), (tables.log_counts, tables.log_counts.c.begins))
_LONGEST_SPAN = timedelta(days=1)
_SAMPLE = 1_000
_SWEPT = 200
_ID_SLACK = timedelta(days=1)
"""An event's id tells when it was made, by a clock that may have been set since."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What one step took away, and where the next one goes on (None: nothing is left)."""

    entries: int = 0
    size_bytes: int = 0
    next: LogPlace | None = None


def remove_entries(writing: Writing, wanted: Condition, after: LogPlace | None, limit: int) -> Removed:
    """Remove at most `limit` entries, the oldest above a place first, with their payloads and their part of the counts.

    Numbers and rows change in this one transaction: counts equal what is there at any time.
    """
    query = (
        select(*_COUNTS_AS)
        .where(*log_queries.wanted_rows(writing, wanted), *log_queries.above(after))
        .order_by(_logs.c.created_at, _logs.c.id)
        .limit(limit)
    )
    rows = writing.connection.execute(query).all()
    if not rows:
        return Removed()
    ids = [row.id for row in rows]
    mine = (_logs.c.tenant_id == writing.tenant_id, _logs.c.id.in_(ids))
    span = _logs.c.created_at.between(rows[0].created_at, rows[-1].created_at)  # so that few partitions are looked into
    writing.connection.execute(delete(_logs).where(*mine, span))
    size = _remove_payloads(writing, ids)
    log_notes.remove_notes(writing, ids)
    gone = [(microseconds(row.created_at), row.event_type, row.status) for row in rows]
    owners = [row.connector_id or row.webhook_id for row in rows]
    counted = [(*each, id_bytes(owner) if owner else None) for each, owner in zip(gone, owners, strict=True)]
    rollups.count_entries(writing, counted, gone=True)
    log_counts.count_kinds(writing, {key: -number for key, number in Counter(gone).items()})
    figure_rolls.take_away(writing, [(row.position, _counted(row)) for row in rows])
    if not is_postgres(writing.connection):
        _remove_empty_counts(writing, rows[0].created_at, rows[-1].created_at)
    last = LogPlace(rows[-1].created_at, rows[-1].id) if len(rows) == limit else None
    return Removed(len(rows), size + len(rows) * ROW_BYTES, last)


def _counted(row: Row[Any]) -> figure_rolls.Counted:
    moment, owners = microseconds(row.created_at), (row.connector_id or "", row.webhook_id or "")
    return figure_rolls.Counted(moment, row.status, row.event_type, *owners, row.error_code, row.duration_ms)


def _remove_payloads(writing: Writing, ids: list[str]) -> int:
    """Remove payloads and return about how many bytes they took."""
    table = tables.log_payloads
    mine = (table.c.tenant_id == writing.tenant_id, table.c.log_id.in_(ids))
    gone = delete(table).where(*mine).returning(func.length(table.c.payload))
    return sum(size or 0 for size in writing.connection.execute(gone).scalars())


def remove_events(writing: Writing, before: datetime, after: str, limit: int) -> tuple[int, int, str]:
    """Remove received events that are older than `before` and that no entry is about any more, with their bodies.

    Looks at `limit` events behind the id `after`; returns how many went, their bytes, and the last id looked at ("":
    all were). Events that a paused webhook holds stay, as do the keys by which duplicates are known.
    """
    events = tables.events
    entry = exists().where(_logs.c.tenant_id == events.c.tenant_id, _logs.c.correlation_id == events.c.id)
    query = (
        select(events.c.id, events.c.state, events.c.received_at, events.c.size, entry.label("told"))
        .where(events.c.tenant_id == writing.tenant_id, events.c.id > (after or _id_at(None)))
        .where(events.c.id < _id_at(before + _ID_SLACK))
        .order_by(events.c.id)
        .limit(limit)
    )
    rows = writing.connection.execute(query).all()
    old = [row for row in rows if row.received_at < before and not row.told and row.state != EventState.HELD]
    ids = [row.id for row in old]
    for table, column in ((events, events.c.id), (tables.event_bodies, tables.event_bodies.c.event_id)):
        writing.connection.execute(delete(table).where(table.c.tenant_id == writing.tenant_id, column.in_(ids)))
    return len(old), sum(row.size for row in old), rows[-1].id if len(rows) == limit else ""


def _id_at(moment: datetime | None) -> str:
    """Return the smallest identifier that is made then: its first 48 bits are milliseconds (RFC 9562, version 7)."""
    digits = f"{microseconds(moment) // 1_000 if moment else 0:012x}"
    return f"{digits[:8]}-{digits[8:]}-0000-0000-000000000000"


def _remove_empty_counts(writing: Writing, first: datetime, last: datetime) -> None:
    """Remove the counts of nothing between two moments from a file, where one program writes them all."""
    for table, moment in _COUNTED:
        mine = (table.c.tenant_id == writing.tenant_id, moment.between(first - _LONGEST_SPAN, last))
        writing.connection.execute(delete(table).where(*mine, table.c.entries == 0))


def sweep_counts(writing: Writing) -> bool:
    """Remove some counts of nothing where many programs write; return whether there may be more.

    The rows of several writers add up to nothing there. They are locked before they are added up: nobody can add to
    one of them before it goes.
    """
    if not is_postgres(writing.connection):
        return False
    return any(_sweep(writing, table) for table, _ in _COUNTED)


def _sweep(writing: Writing, table: Table) -> bool:
    mine = table.c.tenant_id == writing.tenant_id
    names = [column.name for column in table.primary_key if column.name not in ("tenant_id", "writer")]
    key, row = [table.c[name] for name in names], [table.c[name] for name in (*names, "writer")]
    nothing = select(*key).where(mine).group_by(*key).having(func.sum(table.c.entries) == 0).limit(_SWEPT)
    groups = [tuple(each) for each in writing.connection.execute(nothing)]
    if not groups:
        return False
    locked = select(*row, table.c.entries).where(mine, tuple_(*key).in_(groups)).order_by(*row).with_for_update()
    found = [tuple(each) for each in writing.connection.execute(locked)]
    sums: Counter[tuple[Any, ...]] = Counter()
    for *group, _writer, entries in found:
        sums[tuple(group)] += entries
    gone = [each[:-1] for each in found if sums[each[:-2]] == 0]
    writing.connection.execute(delete(table).where(mine, tuple_(*row).in_(gone)))
    return len(groups) == _SWEPT and bool(gone)


def mean_bytes(reading: Reading, wanted: Condition) -> float:
    """Return about how many bytes one of the entries takes, from the oldest of them."""
    payloads = tables.log_payloads
    together = (payloads.c.tenant_id == _logs.c.tenant_id) & (payloads.c.log_id == _logs.c.id)
    some = (
        select(func.coalesce(func.length(payloads.c.payload), 0).label("size"))
        .select_from(_logs.outerjoin(payloads, together))
        .where(*log_queries.wanted_rows(reading, wanted))
        .order_by(_logs.c.created_at, _logs.c.id)
        .limit(_SAMPLE)
        .subquery()
    )
    return ROW_BYTES + float(reading.connection.execute(select(func.avg(some.c.size))).scalar() or 0.0)


def count_events(reading: Reading, before: datetime) -> int:
    """Return how many received events would go, if no entry were about them any more."""
    events = tables.events
    query = (
        select(func.count())
        .select_from(events)
        .where(events.c.tenant_id == reading.tenant_id, events.c.id > _id_at(None), events.c.id < _id_at(before))
        .where(events.c.state != EventState.HELD)
    )
    return int(reading.connection.execute(query).scalar_one())
