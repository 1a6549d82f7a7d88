"""What of entries' contents words are looked for in, fetched for many entries at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from integration_console.domain.log_payloads import searched_payload
from integration_console.storage import tables
from integration_console.storage.bodies import unpacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from integration_console.domain.logs import LogEntry
    from integration_console.storage.transaction import Reading

_AT_ONCE = 500
_Event = tuple[list[tuple[str, str]], bytes]


def payload_texts(reading: Reading, entries: Sequence[LogEntry]) -> list[str]:
    """Return of each entry what of its contents is searched, folded ("": nothing, or nothing that may be read)."""
    found: list[str] = []
    for at in range(0, len(entries), _AT_ONCE):
        found += _texts(reading, entries[at : at + _AT_ONCE])
    return found


def _texts(reading: Reading, entries: Sequence[LogEntry]) -> list[str]:
    payloads = _payloads(reading, [each.id for each in entries])
    events = _events(reading, sorted({each.event_id for each in entries if each.event_id}))
    return [searched_payload(payloads.get(each.id, ""), *events.get(each.event_id, ((), b""))) for each in entries]


def _payloads(reading: Reading, ids: list[str]) -> dict[str, str]:
    table = tables.log_payloads
    query = select(table.c.log_id, table.c.payload).where(
        table.c.tenant_id == reading.tenant_id, table.c.log_id.in_(ids)
    )
    return {row.log_id: row.payload or "" for row in reading.connection.execute(query)}


def _events(reading: Reading, ids: list[str]) -> dict[str, _Event]:
    if not ids:
        return {}
    events, bodies = tables.events, tables.event_bodies
    query = (
        select(events.c.id, events.c.headers, bodies.c.codec, bodies.c.body)
        .join(bodies, (bodies.c.tenant_id == events.c.tenant_id) & (bodies.c.event_id == events.c.id))
        .where(events.c.tenant_id == reading.tenant_id, events.c.id.in_(ids))
    )
    return {
        row.id: ([(str(name), str(value)) for name, value in row.headers], unpacked(row.codec, row.body))
        for row in reading.connection.execute(query)
    }
