"""The rows of `log_notes`, at most one for each entry, and of `saved_log_filters`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, delete, exists, insert, select, update

from integration_console.domain.log_notes import LogNote, Mark
from integration_console.domain.saved_filters import SavedFilter
from integration_console.storage import tables
from integration_console.storage.log_note_tables import filters, notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from integration_console.storage.transaction import Reading, Writing

_logs = tables.logs


def notes_on(reading: Reading, log_ids: Sequence[str]) -> tuple[LogNote, ...]:
    """Return the notes on these entries."""
    if not log_ids:
        return ()
    return _found(reading, select(notes).where(notes.c.log_id.in_(log_ids)))


def newest_notes(reading: Reading, limit: int) -> tuple[LogNote, ...]:
    """Return the notes that were written last."""
    return _found(reading, select(notes).order_by(notes.c.written_at.desc()).limit(limit))


def _found(reading: Reading, query: Select[Any]) -> tuple[LogNote, ...]:
    return tuple(
        LogNote(row.log_id, Mark(row.mark), row.text, row.author, row.written_at)
        for row in reading.connection.execute(query.where(notes.c.tenant_id == reading.tenant_id))
    )


def has_entry(reading: Reading | Writing, log_id: str) -> bool:
    """Return whether there is such an entry to write beside."""
    query = select(_logs.c.id).where(_logs.c.tenant_id == reading.tenant_id, _logs.c.id == log_id)
    return reading.connection.execute(query).first() is not None


def keep_note(writing: Writing, note: LogNote) -> None:
    """Store what stands beside an entry."""
    values = {"mark": note.mark.value, "text": note.text, "author": note.author, "written_at": note.written_at}
    here = update(notes).where(*_note(writing, note.log_id)).values(**values)
    if writing.connection.execute(here).rowcount == 0:
        writing.connection.execute(insert(notes).values(tenant_id=writing.tenant_id, log_id=note.log_id, **values))


def remove_notes(writing: Writing, log_ids: Sequence[str]) -> None:
    """Let nothing stand beside entries that go."""
    writing.connection.execute(delete(notes).where(notes.c.tenant_id == writing.tenant_id, notes.c.log_id.in_(log_ids)))


def has_written(column: ColumnElement[str]) -> ColumnElement[bool]:
    """Return the condition that a note of an entry of `integration_logs` has something in this column."""
    return exists().where(notes.c.tenant_id == _logs.c.tenant_id, notes.c.log_id == _logs.c.id, column != "")


def saved_filters(reading: Reading | Writing) -> tuple[SavedFilter, ...]:
    """Return the filters of the organisation, by name."""
    query = select(filters).where(filters.c.tenant_id == reading.tenant_id).order_by(filters.c.name)
    return tuple(
        SavedFilter(row.id, row.name, row.query, row.author, row.written_at)
        for row in reading.connection.execute(query)
    )


def keep_filter(writing: Writing, kept: SavedFilter) -> None:
    """Store a filter, a new one or in place of the one with its ID."""
    values = {"name": kept.name, "query": kept.query, "author": kept.author, "written_at": kept.written_at}
    here = update(filters).where(filters.c.tenant_id == writing.tenant_id, filters.c.id == kept.id).values(**values)
    if writing.connection.execute(here).rowcount == 0:
        writing.connection.execute(insert(filters).values(tenant_id=writing.tenant_id, id=kept.id, **values))


def remove_filter(writing: Writing, filter_id: str) -> bool:
    """Remove a filter, and return whether there was one."""
    gone = delete(filters).where(filters.c.tenant_id == writing.tenant_id, filters.c.id == filter_id)
    return writing.connection.execute(gone).rowcount > 0


def _note(writing: Writing, log_id: str) -> tuple[ColumnElement[bool], ...]:
    return notes.c.tenant_id == writing.tenant_id, notes.c.log_id == log_id
