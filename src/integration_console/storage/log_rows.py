"""Writes log entries: many at once, with their places in the order of commits and their roll-ups."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import orjson

from integration_console.domain.clock import microseconds
from integration_console.domain.log_conditions import searched_text
from integration_console.storage.bulk import BulkInsert, insert_rows
from integration_console.storage.columns import id_bytes
from integration_console.storage.log_counts import count_kinds
from integration_console.storage.rollups import count_entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from integration_console.domain.logs import LogDraft
    from integration_console.storage.transaction import Writing

_LOGS = BulkInsert(
    "integration_logs",
    (
        "tenant_id", "id", "created_at", "position", "status", "event_type", "topic", "message", "params",
        "connector_id", "webhook_id", "event_id", "correlation_id", "error_code", "duration_ms", "folded",
    ),
)  # fmt: skip
_PAYLOADS = BulkInsert("integration_log_payloads", ("tenant_id", "log_id", "payload"))


def append_entries(writing: Writing, drafts: Sequence[LogDraft]) -> None:
    """Insert entries in the given order, each with the next place in the order of commits."""
    if not drafts:
        return
    tenant = id_bytes(writing.tenant_id)
    rows = [_row(tenant, draft, writing.next_position()) for draft in drafts]
    insert_rows(writing.connection, _LOGS, rows)
    payloads = [(tenant, id_bytes(draft.id), draft.payload) for draft in drafts if draft.payload]
    insert_rows(writing.connection, _PAYLOADS, payloads)
    count_entries(writing, ((row[2], row[5], row[4], row[9] or row[10]) for row in rows))
    count_kinds(writing, Counter((row[2], row[5], row[4]) for row in rows))


def _row(tenant: bytes, draft: LogDraft, position: int) -> tuple[Any, ...]:
    return (
        tenant,
        id_bytes(draft.id),
        microseconds(draft.created_at),
        position,
        draft.status.value,
        draft.event_type,
        draft.topic,
        draft.message,
        orjson.dumps(draft.params).decode(),
        _optional(draft.connector_id),
        _optional(draft.webhook_id),
        _optional(draft.event_id),
        _optional(draft.correlation_id),
        draft.error_code,
        draft.duration_ms,
        searched_text(draft),
    )


def _optional(value: str) -> bytes | None:
    return id_bytes(value) if value else None
