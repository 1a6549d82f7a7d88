"""Makes log and audit entries: in the transaction of a change, or beside one through the flusher."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from integration_console.domain.audit import AuditDraft
from integration_console.domain.changes import Change, Subject
from integration_console.domain.ids import new_id
from integration_console.domain.log_messages import english_message
from integration_console.domain.logs import LogDraft, LogStatus
from integration_console.storage.audit import append_audit
from integration_console.storage.log_rows import append_entries

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from integration_console.domain.errors import ConsoleError
    from integration_console.domain.forms import Value
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing


@dataclass(frozen=True, slots=True)
class Happening:
    """What an entry is about: the names that its sentence needs and the things it belongs to."""

    event_type: str
    params: Mapping[str, str] = field(default_factory=dict)
    status: LogStatus = LogStatus.SUCCESS
    topic: str = ""
    connector_id: str = ""
    webhook_id: str = ""
    correlation_id: str = ""
    duration_ms: float | None = None
    payload: str = ""
    subject_id: str = ""


def entry(happening: Happening, moment: datetime, error: ConsoleError | None = None) -> LogDraft:
    """Return the log entry of something that happened; an error brings its code and names along."""
    params = {**(error.params if error else {}), **happening.params}
    return LogDraft(
        id=new_id(),
        created_at=moment,
        status=happening.status,
        event_type=happening.event_type,
        message=english_message(happening.event_type, params) + (f": {error.title}" if error else ""),
        topic=happening.topic,
        params=params,
        connector_id=happening.connector_id,
        webhook_id=happening.webhook_id,
        correlation_id=happening.correlation_id or new_id(),
        error_code=error.code if error else "",
        duration_ms=happening.duration_ms,
        payload=happening.payload,
    )


def gap_entry(moment: datetime, count: int) -> LogDraft:
    """Return the entry that says how many entries were left out."""
    return entry(Happening("log.gap", {"count": str(count)}, LogStatus.WARNING), moment)


def note(context: Context, happening: Happening, error: ConsoleError | None = None) -> None:
    """Log something beside any transaction; it is written as soon as the writer has time."""
    context.flusher.append(entry(happening, context.clock.now(), error))


def record(
    context: Context,
    writing: Writing,
    happening: Happening,
    before: Mapping[str, Value],
    after: Mapping[str, Value],
) -> None:
    """Log and audit an administrative change inside its own transaction.

    What was saved as it was before is logged, but no change for the audit: so do the triggers of a shared database.
    """
    moment = context.clock.now()
    append_entries(writing, [entry(happening, moment)])
    kind, _, verb = happening.event_type.partition(".")
    if verb == "changed" and before == after:
        return
    subject_id = happening.subject_id or happening.connector_id or happening.webhook_id
    append_audit(
        writing,
        AuditDraft(new_id(), moment, context.actor, happening.event_type, kind, subject_id, before, after),
    )


def announce(context: Context, *subjects: Subject) -> None:
    """Tell the listeners that `subjects` and the log changed."""
    position = context.store.writer.position
    for subject in (*subjects, Subject.LOGS):
        context.announcements.announce(Change(subject, position))
