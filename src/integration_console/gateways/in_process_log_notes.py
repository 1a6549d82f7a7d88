"""Notes on the log and saved filters of the workspace that this very program has open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.gateways.door import Door
from integration_console.operations import log_notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from integration_console.domain.log_notes import LogNote, LogNoteDraft
    from integration_console.domain.saved_filters import SavedFilter, SavedFilterDraft


class InProcessLogNotes(Door):
    """What people write beside the log of the open workspace."""

    def log_notes(self, log_ids: Sequence[str]) -> tuple[LogNote, ...]:
        """Return what stands beside these entries."""
        return log_notes.log_notes(self._context, log_ids)

    def save_log_note(self, draft: LogNoteDraft) -> LogNote | None:
        """Write a mark and a note beside an entry."""
        return log_notes.save_log_note(self._context, draft)

    def saved_filters(self) -> tuple[SavedFilter, ...]:
        """Return the filters of the organisation."""
        return log_notes.saved_filters(self._context)

    def save_filter(self, draft: SavedFilterDraft) -> SavedFilter:
        """Keep a query under a name."""
        return log_notes.save_filter(self._context, draft)

    def remove_filter(self, filter_id: str) -> None:
        """Remove a filter for everybody."""
        log_notes.remove_filter(self._context, filter_id)
