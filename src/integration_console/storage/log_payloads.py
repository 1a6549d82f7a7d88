"""What hangs on entries, fetched for many of them at once: payloads, and headers and bodies of received events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from integration_console.domain.log_payloads import searched_payload
from integration_console.domain.logs import LogDetail
from integration_console.storage import tables
from integration_console.storage.bodies import unpacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Row

    from integration_console.domain.logs import LogEntry
    from integration_console.storage.transaction import Reading

_AT_ONCE = 500


def details(reading: Reading, entries: Sequence[LogEntry]) -> list[LogDetail]:
    """Return entries with their payloads, headers and bodies ("": none, or none that may be read), in their order."""
    found: list[LogDetail] = []
    for at in range(0, len(entries), _AT_ONCE):
        found += _details(reading, entries[at : at + _AT_ONCE])
    return found


def payload_texts(reading: Reading, entries: Sequence[LogEntry]) -> list[str]:
    """Return of each entry what of its contents is searched, folded ("": nothing, or nothing that may be read)."""
    return [searched_payload(each.payload, each.headers, each.body) for each in details(reading, entries)]


def _details(reading: Reading, entries: Sequence[LogEntry]) -> list[LogDetail]:
    payloads = _payloads(reading, [each.id for each in entries])
    events = _events(reading, sorted({each.event_id for each in entries if each.event_id}))
    return [_detail(each, payloads.get(each.id, ""), events.get(each.event_id)) for each in entries]


def _detail(entry: LogEntry, payload: str, event: Row[Any, Any, Any, Any, Any] | None) -> LogDetail:
    if event is None:
        return LogDetail(entry, payload)
    headers = tuple((str(name), str(value)) for name, value in event.headers)
    return LogDetail(entry, payload, headers, event.content_type, unpacked(event.codec, event.body))


def _payloads(reading: Reading, ids: list[str]) -> dict[str, str]:
    table = tables.log_payloads
    query = select(table.c.log_id, table.c.payload).where(
        table.c.tenant_id == reading.tenant_id, table.c.log_id.in_(ids)
    )
    return {row.log_id: row.payload or "" for row in reading.connection.execute(query)}


def _events(reading: Reading, ids: list[str]) -> dict[str, Row[Any, Any, Any, Any, Any]]:
    if not ids:
        return {}
    events, bodies = tables.events, tables.event_bodies
    query = (
        select(events.c.id, events.c.headers, events.c.content_type, bodies.c.codec, bodies.c.body)
        .join(bodies, (bodies.c.tenant_id == events.c.tenant_id) & (bodies.c.event_id == events.c.id))
        .where(events.c.tenant_id == reading.tenant_id, events.c.id.in_(ids))
    )
    return {row.id: row for row in reading.connection.execute(query)}
