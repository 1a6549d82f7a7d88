"""Stores received events: ledger, event, body and log entry of a whole batch in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import Row, select

from integration_console.domain.access import StoredEvent
from integration_console.domain.errors import NotFound
from integration_console.domain.webhooks import Event, EventState
from integration_console.storage import tables
from integration_console.storage.bodies import packed, unpacked
from integration_console.storage.bulk import BulkInsert, insert_rows
from integration_console.storage.columns import id_bytes, id_text
from integration_console.storage.driver import run_driver_sql
from integration_console.storage.log_rows import append_entries
from integration_console.storage.shared.positions import acting_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from integration_console.domain.logs import LogDraft
    from integration_console.storage.transaction import Reading, Writing

_KEYS = BulkInsert(
    "webhook_event_keys",
    ("tenant_id", "webhook_id", "event_key", "event_id", "first_seen", "expires_at"),
    "ON CONFLICT (tenant_id, webhook_id, event_key) DO UPDATE SET event_id = excluded.event_id, "
    "first_seen = excluded.first_seen, expires_at = excluded.expires_at "
    "WHERE webhook_event_keys.expires_at <= excluded.first_seen",
)
"""Whoever comes first has the key until its horizon, however many programs write at once."""
_OWNERS = """
SELECT event_key, event_id FROM webhook_event_keys
WHERE tenant_id = ? AND webhook_id = ? AND event_key IN (SELECT value FROM json_each(?))
"""
_EVENTS = BulkInsert(
    "webhook_events",
    (
        "tenant_id", "id", "webhook_id", "event_type", "event_key", "state", "received_at", "correlation_id",
        "size", "content_type", "headers", "position",
    ),
)  # fmt: skip
_BODIES = BulkInsert("webhook_event_bodies", ("tenant_id", "event_id", "codec", "body"))
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class EventDraft:
    """A verified request, ready to be stored; times are microseconds, `expires_at` is the ledger's horizon.

    `received` becomes the log entry of a new event, `duplicate` makes that of one seen before. `tenant_id` says
    whose event it is ("": that of whoever writes).
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
    duplicate: Callable[[], LogDraft]
    tenant_id: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a draft: the event's id, and whether it had been seen before."""

    event_id: str
    duplicate: bool


def store_events(writing: Writing, drafts: Sequence[EventDraft]) -> list[Stored]:
    """Store a batch, the events of each organisation as its own. Results are in order."""
    owners: dict[str, list[EventDraft]] = {}
    for draft in drafts:
        owners.setdefault(draft.tenant_id or writing.tenant_id, []).append(draft)
    stored: dict[str, Stored] = {}
    for tenant_id, own in sorted(owners.items()):  # two batches never wait for each other
        acting = acting_for(writing, tenant_id)
        stored.update(zip((each.id for each in own), _store_own(acting, own), strict=True))
        writing.position = acting.position
    return [stored[draft.id] for draft in drafts]


def _store_own(writing: Writing, drafts: Sequence[EventDraft]) -> list[Stored]:
    """Store the events of one organisation; the unique key of the ledger decides which of them are new."""
    tenant = id_bytes(writing.tenant_id)
    owners = _claimed(writing, tenant, drafts)
    pairs = [(draft, owners[draft.webhook_id, draft.event_key]) for draft in drafts]
    new = [(at, draft) for at, (draft, owner) in enumerate(pairs, writing.position + 1) if owner == draft.id]
    append_entries(writing, [draft.received if owner == draft.id else draft.duplicate() for draft, owner in pairs])
    insert_rows(writing.connection, _EVENTS, [_event_row(tenant, draft, at) for at, draft in new])
    insert_rows(writing.connection, _BODIES, [(tenant, id_bytes(draft.id), *packed(draft.body)) for _, draft in new])
    return [Stored(owner, duplicate=owner != draft.id) for draft, owner in pairs]


def _claimed(writing: Writing, tenant: bytes, drafts: Sequence[EventDraft]) -> dict[_Key, str]:
    """Claim every key for the first event that bears it; return whose event each key is now."""
    first: dict[_Key, EventDraft] = {}
    for draft in drafts:
        first.setdefault((draft.webhook_id, draft.event_key), draft)
    insert_rows(writing.connection, _KEYS, [_key_row(tenant, first[key]) for key in sorted(first)])
    keys: dict[str, list[str]] = {}
    for webhook_id, key in first:
        keys.setdefault(webhook_id, []).append(key)
    return {
        (webhook_id, key): id_text(event_id)
        for webhook_id, wanted in keys.items()
        for key, event_id in run_driver_sql(
            writing.connection, _OWNERS, (tenant, id_bytes(webhook_id), orjson.dumps(wanted).decode())
        )
    }


def _key_row(tenant: bytes, draft: EventDraft) -> tuple[Any, ...]:
    webhook = id_bytes(draft.webhook_id)
    return (tenant, webhook, draft.event_key, id_bytes(draft.id), draft.received_at, draft.expires_at)


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


def events_after(reading: Reading, webhook_id: str, position: int, limit: int) -> tuple[StoredEvent, ...]:
    """Return the accepted events of a webhook committed after `position`, oldest first, with their bodies."""
    table, bodies = tables.events, tables.event_bodies
    together = (bodies.c.tenant_id == table.c.tenant_id) & (bodies.c.event_id == table.c.id)
    query = (
        select(table.c.position, table.c.id, table.c.event_type, table.c.received_at, bodies.c.codec, bodies.c.body)
        .join(bodies, together)
        .where(table.c.tenant_id == reading.tenant_id, table.c.webhook_id == webhook_id)
        .where(table.c.state == EventState.ACCEPTED, table.c.position > position)
        .order_by(table.c.position)
        .limit(limit)
    )
    return tuple(
        StoredEvent(row.position, row.id, row.event_type, row.received_at, unpacked(row.codec, row.body))
        for row in reading.connection.execute(query)
    )


def event_body(reading: Reading, event_id: str) -> bytes:
    """Return a stored body, byte for byte. Raises `NotFound`."""
    table = tables.event_bodies
    query = select(table.c.codec, table.c.body).where(
        table.c.tenant_id == reading.tenant_id, table.c.event_id == event_id
    )
    found = reading.connection.execute(query).one_or_none()
    if found is None:
        raise NotFound(kind="event", id=event_id)
    return unpacked(found.codec, found.body)


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
