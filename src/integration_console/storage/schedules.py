"""The rows of `schedules`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, delete, func, insert, select, update

from integration_console.domain.errors import NotFound
from integration_console.domain.schedules import Misfire, Overlap, Schedule, Timing
from integration_console.domain.streams import SyncMode
from integration_console.storage import sync_tables

if TYPE_CHECKING:
    from datetime import datetime

    from integration_console.storage.transaction import Reading, Writing

_table = sync_tables.schedules


def keep_schedule(writing: Writing, schedule: Schedule) -> None:
    """Insert a schedule, or store its present values."""
    values = asdict(schedule)
    here = (_table.c.tenant_id == writing.tenant_id, _table.c.id == schedule.id)
    if writing.connection.execute(update(_table).where(*here).values(values)).rowcount == 0:
        writing.connection.execute(insert(_table), {**values, "tenant_id": writing.tenant_id})


def remove_schedule(writing: Writing, schedule_id: str) -> None:
    """Delete a schedule."""
    writing.connection.execute(
        delete(_table).where(_table.c.tenant_id == writing.tenant_id, _table.c.id == schedule_id)
    )


def remove_schedules_of(writing: Writing, connector_id: str) -> None:
    """Delete the schedules of a connector."""
    writing.connection.execute(
        delete(_table).where(_table.c.tenant_id == writing.tenant_id, _table.c.connector_id == connector_id)
    )


def schedule(reading: Reading | Writing, schedule_id: str) -> Schedule:
    """Return one schedule. Raises `NotFound`."""
    query = select(_table).where(_table.c.tenant_id == reading.tenant_id, _table.c.id == schedule_id)
    row = reading.connection.execute(query).one_or_none()
    if row is None:
        raise NotFound(kind="schedule", id=schedule_id)
    return _schedule(row)


def is_as_before(writing: Writing, before: Schedule) -> bool:
    """Return whether a schedule is still there, and as it was read; from here on nobody else changes it."""
    query = select(_table).where(_table.c.tenant_id == writing.tenant_id, _table.c.id == before.id)
    row = writing.connection.execute(query.with_for_update()).one_or_none()
    return row is not None and _schedule(row) == before


def schedules(reading: Reading, connector_id: str = "") -> tuple[Schedule, ...]:
    """Return all schedules, or a connector's, oldest first."""
    query = select(_table).where(_table.c.tenant_id == reading.tenant_id).order_by(_table.c.id)
    if connector_id:
        query = query.where(_table.c.connector_id == connector_id)
    return tuple(_schedule(row) for row in reading.connection.execute(query))


def next_fire(reading: Reading) -> datetime | None:
    """Return when the next active schedule fires (None: none does)."""
    query = select(func.min(_table.c.next_fire_at)).where(
        _table.c.tenant_id == reading.tenant_id, _table.c.active.is_(True)
    )
    found: datetime | None = reading.connection.execute(query).scalar()
    return found


def _schedule(row: Row[Any]) -> Schedule:
    values = {name: value for name, value in row._mapping.items() if name != "tenant_id"}  # noqa: SLF001 - SQLAlchemy's public name
    kinds = {
        "mode": SyncMode(row.mode),
        "timing": Timing(row.timing),
        "misfire": Misfire(row.misfire),
        "overlap": Overlap(row.overlap),
    }
    return Schedule(**{**values, **kinds})
