"""Stores received events: ledger, event, body and log entry of a whole batch in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, select

from integration_console.domain.errors import NotFound
from integration_console.domain.webhooks import Event, EventState
from integration_console.storage import tables
from integration_console.storage.columns import id_bytes, id_text
from integration_console.storage.log_rows import append_entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from integration_console.domain.logs import LogDraft
    from integration_console.storage.transaction import Reading, Writing

_LEDGER = """
INSERT INTO webhook_event_keys (tenant_id, webhook_id, event_key, event_id, first_seen, expires_at)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (tenant_id, webhook_id, event_key) DO UPDATE
SET event_id = excluded.event_id, first_seen = excluded.first_seen, expires_at = excluded.expires_at
WHERE webhook_event_keys.expires_at <= excluded.first_seen
"""
_OWNER = "SELECT event_id FROM webhook_event_keys WHERE tenant_id = ? AND webhook_id = ? AND event_key = ?"
_EVENT = """
INSERT INTO webhook_events (tenant_id, id, webhook_id, event_type, event_key, state, received_at, correlation_id,
                            size, content_type, headers, position)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_BODY = "INSERT INTO webhook_event_bodies (tenant_id, event_id, body) VALUES (?, ?, ?)"


@dataclass(frozen=True, slots=True)
class EventDraft:
    """A verified request, ready to be stored; times are microseconds, `expires_at` is the ledger's horizon.

    `received` becomes the log entry of a new event, `duplicate` that of one seen before.
    """

    id: str
    webhook_id: str
    event_type: str
    event_key: str
    state: EventState
    received_at: int
    expires_at: int
    content_type: str
    headers: str
    body: bytes
    received: LogDraft
    duplicate: LogDraft


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a draft: the event's id, and whether it had been seen before."""

    event_id: str
    duplicate: bool


def store_events(writing: Writing, drafts: Sequence[EventDraft]) -> list[Stored]:
    """Store a batch; the unique key of the ledger decides which events are new. Results are in order."""
    tenant = id_bytes(writing.tenant_id)
    outcomes = [_enter(writing, tenant, draft) for draft in drafts]
    new = [draft for draft, outcome in zip(drafts, outcomes, strict=True) if not outcome.duplicate]
    first = writing.position
    entries = [
        draft.duplicate if outcome.duplicate else draft.received
        for draft, outcome in zip(drafts, outcomes, strict=True)
    ]
    append_entries(writing, entries)
    places = {draft.id: first + at for at, draft in enumerate(drafts, 1)}
    if new:
        writing.connection.exec_driver_sql(_EVENT, [_event_row(tenant, draft, places[draft.id]) for draft in new])
        writing.connection.exec_driver_sql(_BODY, [(tenant, id_bytes(draft.id), draft.body) for draft in new])
    return outcomes


def _enter(writing: Writing, tenant: bytes, draft: EventDraft) -> Stored:
    webhook = id_bytes(draft.webhook_id)
    row = (tenant, webhook, draft.event_key, id_bytes(draft.id), draft.received_at, draft.expires_at)
    if writing.connection.exec_driver_sql(_LEDGER, row).rowcount:
        return Stored(draft.id, duplicate=False)
    owner = writing.connection.exec_driver_sql(_OWNER, (tenant, webhook, draft.event_key)).scalar_one()
    return Stored(id_text(owner), duplicate=True)


def _event_row(tenant: bytes, draft: EventDraft, position: int) -> tuple[Any, ...]:
    identifier = id_bytes(draft.id)
    return (
        tenant,
        identifier,
        id_bytes(draft.webhook_id),
        draft.event_type,
        draft.event_key,
        draft.state.value,
        draft.received_at,
        identifier,
        len(draft.body),
        draft.content_type,
        draft.headers,
        position,
    )


def last_events(reading: Reading, webhook_id: str, limit: int) -> tuple[Event, ...]:
    """Return the newest events of a webhook, newest first."""
    table = tables.events
    query = (
        select(table)
        .where(table.c.tenant_id == reading.tenant_id, table.c.webhook_id == webhook_id)
        .order_by(table.c.position.desc())
        .limit(limit)
    )
    return tuple(_event(row) for row in reading.connection.execute(query))


def event_body(reading: Reading, event_id: str) -> bytes:
    """Return a stored body, byte for byte. Raises `NotFound`."""
    table = tables.event_bodies
    query = select(table.c.body).where(table.c.tenant_id == reading.tenant_id, table.c.event_id == event_id)
    found = reading.connection.execute(query).scalar()
    if found is None:
        raise NotFound(kind="event", id=event_id)
    return bytes(found)


def _event(row: Row[Any]) -> Event:
    return Event(
        id=row.id,
        webhook_id=row.webhook_id,
        event_type=row.event_type,
        event_key=row.event_key,
        state=EventState(row.state),
        received_at=row.received_at,
        correlation_id=row.correlation_id,
        size=row.size,
        content_type=row.content_type,
        headers=tuple((str(name), str(value)) for name, value in row.headers),
        position=row.position,
    )
