"""The rows of retention: what the policy is, which holds there are, what was removed when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from integration_console.domain.errors import NotFound
from integration_console.domain.retention import (
    EVENTS,
    OTHERS,
    USUAL_DAYS,
    LegalHold,
    RetentionPolicy,
    RetentionRule,
    RetentionRun,
)
from integration_console.storage import retention_tables as tables
from integration_console.storage.driver import one_at_a_time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from integration_console.storage.transaction import Reading, Writing

_KEPT_RUNS = 20


def rules(reading: Reading | Writing) -> dict[str, int | None]:
    """Return the days of all rows by their names; the two that are always there are among them."""
    table = tables.rules
    query = select(table.c.name, table.c.days).where(table.c.tenant_id == reading.tenant_id)
    return {OTHERS: USUAL_DAYS, EVENTS: USUAL_DAYS, **{row.name: row.days for row in reading.connection.execute(query)}}


def policy(reading: Reading | Writing) -> RetentionPolicy:
    """Return the policy in force."""
    found = rules(reading)
    days, event_days = found.pop(OTHERS), found.pop(EVENTS)
    return RetentionPolicy(days, event_days, tuple(RetentionRule(*each) for each in sorted(found.items())))


def rows_of(policy: RetentionPolicy) -> dict[str, int | None]:
    """Return the rows that stand for a policy."""
    named = {rule.name: rule.days for rule in policy.rules}
    return {OTHERS: policy.days, EVENTS: policy.event_days, **named}


def keep_rules(writing: Writing, wanted: Mapping[str, int | None], moment: datetime) -> None:
    """Store the days of some rows."""
    table = tables.rules
    for name, days in wanted.items():
        values = {"days": days, "changed_at": moment}
        here = update(table).where(table.c.tenant_id == writing.tenant_id, table.c.name == name)
        if writing.connection.execute(here.values(**values)).rowcount == 0:
            writing.connection.execute(insert(table).values(tenant_id=writing.tenant_id, name=name, **values))


def remove_rule(writing: Writing, name: str) -> None:
    """Remove a row."""
    table = tables.rules
    writing.connection.execute(delete(table).where(table.c.tenant_id == writing.tenant_id, table.c.name == name))


def holds(reading: Reading | Writing) -> tuple[LegalHold, ...]:
    """Return all holds, oldest first."""
    table = tables.holds
    query = select(table).where(table.c.tenant_id == reading.tenant_id).order_by(table.c.placed_at, table.c.id)
    return tuple(
        LegalHold(
            row.id, row.reason, row.author, row.placed_at, row.since, row.until, row.connector_id or "",
            row.correlation_id or "",
        )
        for row in reading.connection.execute(query)
    )  # fmt: skip


def add_hold(writing: Writing, hold: LegalHold) -> None:
    """Store a hold."""
    values = {name: getattr(hold, name) for name in LegalHold.__slots__}
    writing.connection.execute(insert(tables.holds).values(tenant_id=writing.tenant_id, **values))


def remove_hold(writing: Writing, hold_id: str) -> LegalHold:
    """Remove a hold and return it. Raises `NotFound`."""
    found = next((each for each in holds(writing) if each.id == hold_id), None)
    if found is None:
        raise NotFound(kind="legal hold", id=hold_id)
    table = tables.holds
    writing.connection.execute(delete(table).where(table.c.tenant_id == writing.tenant_id, table.c.id == hold_id))
    return found


def last_run(reading: Reading | Writing) -> RetentionRun | None:
    """Return the newest removal, None where there was none."""
    table = tables.runs
    query = select(table).where(table.c.tenant_id == reading.tenant_id)
    row = reading.connection.execute(
        query.order_by(table.c.started_at.desc(), table.c.id.desc()).limit(1)
    ).one_or_none()
    if row is None:
        return None
    return RetentionRun(row.id, row.started_at, row.author, row.finished_at, row.entries, row.events, row.size_bytes)


def begin_run(writing: Writing, run: RetentionRun, unless_since: datetime | None = None) -> bool:
    """Store that a removal begins and return True, unless one began since then; of several programs, one begins."""
    one_at_a_time(writing, "retention")
    last = last_run(writing)
    if unless_since is not None and last is not None and last.started_at > unless_since:
        return False
    values = {name: getattr(run, name) for name in RetentionRun.__slots__}
    writing.connection.execute(insert(tables.runs).values(tenant_id=writing.tenant_id, **values))
    return True


def keep_run(writing: Writing, run: RetentionRun) -> None:
    """Store how far a removal has come; of all, only the newest stay."""
    table = tables.runs
    mine = table.c.tenant_id == writing.tenant_id
    values = {name: getattr(run, name) for name in ("finished_at", "entries", "events", "size_bytes")}
    writing.connection.execute(update(table).where(mine, table.c.id == run.id).values(**values))
    newest = select(table.c.id).where(mine).order_by(table.c.started_at.desc(), table.c.id.desc()).limit(_KEPT_RUNS)
    writing.connection.execute(delete(table).where(mine, table.c.id.not_in(newest)))
