"""What the window and the command line need for notes on the log and for saved filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from integration_console.domain.log_notes import LogNote, LogNoteDraft
    from integration_console.domain.saved_filters import SavedFilter, SavedFilterDraft


class LogNotesGateway(Protocol):
    """Marks and notes beside entries of the log, and queries under a name."""

    def log_notes(self, log_ids: Sequence[str]) -> tuple[LogNote, ...]:
        """Return what stands beside these entries, of the first thousand of them."""

    def save_log_note(self, draft: LogNoteDraft) -> LogNote | None:
        """Write a mark and a note beside an entry; None: now nothing stands there.

        Raises `NotFound`, `InvalidInput`.
        """

    def saved_filters(self) -> tuple[SavedFilter, ...]:
        """Return the filters of the organisation, by name."""

    def save_filter(self, draft: SavedFilterDraft) -> SavedFilter:
        """Keep a query under a name, or change one. Raises `InvalidInput`, `NameTaken`, `QueryNotUnderstood`."""

    def remove_filter(self, filter_id: str) -> None:
        """Remove a filter for everybody. Raises `NotFound`."""
