"""The rows of `audit_log`, appended in the transaction of the change that they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from integration_console.domain.audit import FIRST_HASH, AuditDraft, chained_hash
from integration_console.storage import tables

if TYPE_CHECKING:
    from integration_console.storage.transaction import Reading, Writing

_table = tables.audit_log


def append_audit(writing: Writing, draft: AuditDraft) -> None:
    """Append an entry to the tenant's chain."""
    newest = (
        select(_table.c.number, _table.c.hash)
        .where(_table.c.tenant_id == writing.tenant_id)
        .order_by(_table.c.number.desc())
        .limit(1)
    )
    last = writing.connection.execute(newest).one_or_none()
    number, previous = (last.number + 1, last.hash) if last else (1, FIRST_HASH)
    writing.connection.execute(
        insert(_table),
        {
            "tenant_id": writing.tenant_id,
            "id": draft.id,
            "number": number,
            "created_at": draft.created_at,
            "actor": draft.actor,
            "action": draft.action,
            "subject_kind": draft.subject_kind,
            "subject_id": draft.subject_id,
            "before": dict(draft.before),
            "after": dict(draft.after),
            "previous_hash": previous,
            "hash": chained_hash(previous, number, draft),
        },
    )


def audit_entries(reading: Reading) -> tuple[tuple[int, AuditDraft, str], ...]:
    """Return number, entry and hash of the whole chain, oldest first."""
    query = select(_table).where(_table.c.tenant_id == reading.tenant_id).order_by(_table.c.number)
    return tuple(
        (
            row.number,
            AuditDraft(
                row.id,
                row.created_at,
                row.actor,
                row.action,
                row.subject_kind,
                row.subject_id,
                row.before,
                row.after,
            ),
            row.hash,
        )
        for row in reading.connection.execute(query)
    )
