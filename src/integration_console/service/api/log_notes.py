"""What people write beside the log: notes on entries, and filters under a name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from http import HTTPStatus

from fastapi import Request

from integration_console.domain.errors import NotFound
from integration_console.domain.log_notes import LogNote, LogNoteDraft
from integration_console.domain.saved_filters import SavedFilter, SavedFilterDraft
from integration_console.operations import log_notes
from integration_console.operations.context import Context
from integration_console.service.api.changing import on_condition
from integration_console.service.api.kinds import Given
from integration_console.service.api.routes import Asking, Routes

routes = Routes("logs")


@dataclass(frozen=True, slots=True)
class WantedNotes:
    """The entries whose notes are wanted: a thousand at most."""

    log_ids: tuple[str, ...]


@routes.route("POST", "/log-notes/of", log_notes.log_notes)
def list_log_notes(asking: Asking, wanted: Given[WantedNotes]) -> tuple[LogNote, ...]:
    """List the notes on entries; those with neither mark nor note are left out."""
    return log_notes.log_notes(asking, wanted.log_ids)


@routes.route("PUT", "/log-notes/{log_id}", log_notes.save_log_note)
def write_log_note(asking: Asking, log_id: str, draft: Given[LogNoteDraft]) -> tuple[LogNote, ...]:
    """Write a mark and a note beside an entry, in place of what stood there, and list what stands there now."""
    kept = log_notes.save_log_note(asking, replace(draft, log_id=log_id))
    return () if kept is None else (kept,)


@routes.route("GET", "/log-filters", log_notes.saved_filters)
def list_saved_filters(asking: Asking) -> tuple[SavedFilter, ...]:
    """List the saved filters, by name."""
    return log_notes.saved_filters(asking)


@routes.route("POST", "/log-filters", log_notes.save_filter, HTTPStatus.CREATED, creates=True)
def add_saved_filter(asking: Asking, draft: Given[SavedFilterDraft]) -> SavedFilter:
    """Keep a query under a name; an `id` in the body does not count."""
    return log_notes.save_filter(asking, replace(draft, id=""))


@routes.route("GET", "/log-filters/{filter_id}", log_notes.saved_filters, tagged=True)
def one_saved_filter(asking: Asking, filter_id: str) -> SavedFilter:
    """Show a saved filter; its ETag goes into `If-Match` of a change."""
    return _one(asking, filter_id)


@routes.route("PUT", "/log-filters/{filter_id}", log_notes.save_filter, changes=True)
def change_saved_filter(
    asking: Asking, filter_id: str, draft: Given[SavedFilterDraft], request: Request
) -> SavedFilter:
    """Change name and query of a saved filter."""
    changing = on_condition(request, asking, lambda seen: _one(seen, filter_id))
    return log_notes.save_filter(changing, replace(draft, id=filter_id))


@routes.route("DELETE", "/log-filters/{filter_id}", log_notes.remove_filter, HTTPStatus.NO_CONTENT, changes=True)
def remove_saved_filter(asking: Asking, filter_id: str, request: Request) -> None:
    """Remove a saved filter for everybody."""
    changing = on_condition(request, asking, lambda seen: _one(seen, filter_id))
    log_notes.remove_filter(changing, filter_id)


def _one(asking: Context, filter_id: str) -> SavedFilter:
    found = next((each for each in log_notes.saved_filters(asking) if each.id == filter_id), None)
    if found is None:
        raise NotFound(kind="saved filter", id=filter_id)
    return found
