"""The rows of `audit_log`, appended in the transaction of the change that they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select, text

from integration_console.domain.audit import FIRST_HASH, AuditDraft, chained_hash
from integration_console.storage import tables
from integration_console.storage.driver import is_postgres

if TYPE_CHECKING:
    from integration_console.storage.transaction import Reading, Writing

_table = tables.audit_log
_ACTING = text("SELECT set_config('app.actor', :actor, true)")
_NOTE = text("SELECT console.note_audit(:action, :kind, :subject)")

_TRACELESS = (".secret_shown", ".authorised", ".password_changed")
"""What leaves no trace in a table whose changes a shared database tells by itself."""


def append_audit(writing: Writing, draft: AuditDraft) -> None:
    """Append an entry to the tenant's chain; a shared database does so by itself, and only hears who acts."""
    if is_postgres(writing.connection):
        _tell_who(writing, draft)
        return
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


def _tell_who(writing: Writing, draft: AuditDraft) -> None:
    writing.connection.execute(_ACTING, {"actor": draft.actor})
    if draft.action.startswith("workspace.") or draft.action.endswith(_TRACELESS):
        about = {"action": draft.action, "kind": draft.subject_kind, "subject": draft.subject_id}
        writing.connection.execute(_NOTE, about)


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
