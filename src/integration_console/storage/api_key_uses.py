"""The rows of `api_key_uses`: how often each key was used in an hour, from where, on which route, with what outcome."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select

from integration_console.domain.api_keys import ALLOWED, ALLOWED_OLD, KeyUsage, KeyUse
from integration_console.domain.clock import microseconds
from integration_console.domain.log_figures import ErrorFigures, Figures, LogFigures, PartFigures
from integration_console.storage import api_key_tables
from integration_console.storage.columns import id_bytes
from integration_console.storage.driver import run_driver_sql

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from integration_console.domain.log_figures import LogSpan
    from integration_console.storage.transaction import Reading, Writing

MOST_ROWS = 5_000
"""So many rows are kept of a key; the oldest go first."""
_HOUR = 3_600_000_000
_LONGEST = 120
_ALLOWED = (ALLOWED, ALLOWED_OLD)
_table = api_key_tables.uses
_UPSERT = """
INSERT INTO api_key_uses (tenant_id, key_id, hour, address, route, outcome, uses, last_at, permission)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (tenant_id, key_id, hour, address, route, outcome) DO UPDATE SET
uses = api_key_uses.uses + excluded.uses,
last_at = CASE WHEN excluded.last_at > api_key_uses.last_at THEN excluded.last_at ELSE api_key_uses.last_at END
"""


def add_uses(writing: Writing, found: Iterable[tuple[str, KeyUse]]) -> None:
    """Add uses (at least one), each given with the id of its key, to their hours."""
    tenant = id_bytes(writing.tenant_id)
    rows = sorted((tenant, id_bytes(key_id), *_counted(use)) for key_id, use in found)
    run_driver_sql(writing.connection, _UPSERT, rows)


def forget_old_uses(writing: Writing, key_ids: Iterable[str], before: datetime) -> None:
    """Delete uses from before a moment, and of each of these keys all but the newest `MOST_ROWS` rows."""
    mine = _table.c.tenant_id == writing.tenant_id
    writing.connection.execute(delete(_table).where(mine, _table.c.hour < before))
    for key_id in key_ids:
        here = (mine, _table.c.key_id == key_id)
        newest = select(_table.c.hour).where(*here).order_by(_table.c.hour.desc()).offset(MOST_ROWS).limit(1)
        oldest_kept = writing.connection.execute(newest).scalar()
        if oldest_kept is not None:
            writing.connection.execute(delete(_table).where(*here, _table.c.hour <= oldest_kept))


def usage(reading: Reading, key_id: str, since: datetime) -> KeyUsage:
    """Return the uses of a key since a moment, summed up by address, route and outcome, the newest first."""
    last = func.max(_table.c.last_at, type_=_table.c.last_at.type).label("last")
    parts: Sequence[Any] = (_table.c.address, _table.c.route, _table.c.outcome)
    told = (func.count().label("rows"), func.min(_table.c.permission).label("permission"))
    query = (
        select(*parts, func.sum(_table.c.uses).label("total"), last, *told)
        .where(_table.c.tenant_id == reading.tenant_id, _table.c.key_id == key_id, _table.c.last_at >= since)
        .group_by(*parts)
        .order_by(last.desc(), *parts)
    )
    rows = reading.connection.execute(query).all()
    found = (KeyUse(row.address, row.route, row.outcome, int(row.total), row.last, row.permission) for row in rows)
    return KeyUsage(tuple(found), is_whole=sum(row.rows for row in rows) < MOST_ROWS)


def figures(reading: Reading, span: LogSpan) -> LogFigures:
    """Return how often keys were used in the whole hours of a span: without a refusal, or with one."""
    query = (
        select(_table.c.key_id, _table.c.outcome, func.sum(_table.c.uses))
        .where(_table.c.tenant_id == reading.tenant_id, _table.c.hour >= span.since, _table.c.hour < span.until)
        .group_by(_table.c.key_id, _table.c.outcome)
    )
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    for key_id, outcome, number in reading.connection.execute(query):
        uses[key_id][outcome] += int(number)
    every = sum(uses.values(), Counter())
    parts = [PartFigures(key_id, _figures(each)) for key_id, each in uses.items()]
    refused = [ErrorFigures(code, number) for code, number in every.items() if code not in _ALLOWED]
    return LogFigures(
        _figures(every),
        tuple(sorted(parts, key=lambda each: (-each.figures.entries, each.value))),
        tuple(sorted(refused, key=lambda each: (-each.entries, each.code))),
    )


def _figures(outcomes: Counter[str]) -> Figures:
    allowed = sum(outcomes[each] for each in _ALLOWED)
    return Figures(success=allowed, error=outcomes.total() - allowed)


def _counted(use: KeyUse) -> tuple[Any, ...]:
    moment = microseconds(use.last_at)
    hour = moment - moment % _HOUR
    return (hour, use.address[:_LONGEST], use.route[:_LONGEST], use.outcome, use.uses, moment, use.permission)
