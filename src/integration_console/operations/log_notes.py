"""What people can write beside the log: marks and notes on entries, filters under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.changes import Subject
from integration_console.domain.errors import NameTaken, NotFound
from integration_console.domain.folding import folded
from integration_console.domain.ids import new_id
from integration_console.domain.log_notes import MOST_NOTES, LogNote, LogNoteDraft, required_note
from integration_console.domain.saved_filters import SavedFilter, SavedFilterDraft, required_filter
from integration_console.operations.journal import announce
from integration_console.operations.logs import require_understood
from integration_console.operations.permission import needs
from integration_console.storage import log_notes as rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing


@needs("logs.read")
def log_notes(context: Context, log_ids: Sequence[str]) -> tuple[LogNote, ...]:
    """Return what stands beside these entries, of the first thousand of them."""
    return context.store.read(lambda reading: rows.notes_on(reading, tuple(log_ids)[:MOST_NOTES]))


@needs("logs.write")
def save_log_note(context: Context, draft: LogNoteDraft) -> LogNote | None:
    """Write a mark and a note beside an entry, in place of what stood there; None: now nothing stands there.

    Raises `NotFound`, `InvalidInput`.
    """
    wanted = required_note(draft)
    note = LogNote(wanted.log_id, wanted.mark, wanted.text, context.actor, context.clock.now())

    def keep(writing: Writing) -> None:
        if not rows.has_entry(writing, note.log_id):
            raise NotFound(kind="log entry", id=note.log_id)
        if wanted.is_empty:
            rows.remove_notes(writing, [note.log_id])
        else:
            rows.keep_note(writing, note)

    context.store.write(keep)
    announce(context, Subject.LOG_NOTES)
    return None if wanted.is_empty else note


@needs("logs.read")
def saved_filters(context: Context) -> tuple[SavedFilter, ...]:
    """Return the filters of the organisation, by name."""
    return context.store.read(rows.saved_filters)


@needs("logs.write")
def save_filter(context: Context, draft: SavedFilterDraft) -> SavedFilter:
    """Keep a query under a name, or change one (`id`).

    Raises `InvalidInput`, `NameTaken`, `NotFound`, and `QueryNotUnderstood` for a query that means nothing.
    """
    require_understood(context, draft.query)

    def keep(writing: Writing) -> SavedFilter:
        there = rows.saved_filters(writing)
        others = [each for each in there if each.id != draft.id]
        if draft.id and len(others) == len(there):
            raise NotFound(kind="saved filter", id=draft.id)
        wanted = required_filter(draft, len(others))
        if any(folded(each.name) == folded(wanted.name) for each in others):
            raise NameTaken(name=wanted.name)
        kept = SavedFilter(draft.id or new_id(), wanted.name, wanted.query, context.actor, context.clock.now())
        rows.keep_filter(writing, kept)
        return kept

    saved = context.store.write(keep)
    announce(context, Subject.LOG_FILTERS)
    return saved


@needs("logs.write")
def remove_filter(context: Context, filter_id: str) -> None:
    """Remove a filter for everybody. Raises `NotFound`."""

    def remove(writing: Writing) -> None:
        if not rows.remove_filter(writing, filter_id):
            raise NotFound(kind="saved filter", id=filter_id)

    context.store.write(remove)
    announce(context, Subject.LOG_FILTERS)
