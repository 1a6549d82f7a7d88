"""Notes on the log and saved filters of a remote workspace, through the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.log_notes import LogNote, LogNoteDraft
from integration_console.domain.saved_filters import SavedFilter, SavedFilterDraft
from integration_console.gateways.service_api.door import ServiceDoor, at

if TYPE_CHECKING:
    from collections.abc import Sequence


class ServiceLogNotes(ServiceDoor):
    """What people write beside the log of a remote workspace."""

    def log_notes(self, log_ids: Sequence[str]) -> tuple[LogNote, ...]:
        """Return what stands beside these entries."""
        wish = {"log_ids": list(log_ids)}
        found: tuple[LogNote, ...] = self._client.ask("POST", at("/log-notes/of"), tuple[LogNote, ...], wish)
        return found

    def save_log_note(self, draft: LogNoteDraft) -> LogNote | None:
        """Write a mark and a note beside an entry."""
        place = at("/log-notes/{}", draft.log_id)
        kept: tuple[LogNote, ...] = self._client.ask("PUT", place, tuple[LogNote, ...], draft)
        return kept[0] if kept else None

    def saved_filters(self) -> tuple[SavedFilter, ...]:
        """Return the filters of the organisation."""
        found: tuple[SavedFilter, ...] = self._client.ask("GET", at("/log-filters"), tuple[SavedFilter, ...])
        return found

    def save_filter(self, draft: SavedFilterDraft) -> SavedFilter:
        """Keep a query under a name."""
        method, place = ("PUT", at("/log-filters/{}", draft.id)) if draft.id else ("POST", at("/log-filters"))
        kept: SavedFilter = self._client.ask(method, place, SavedFilter, draft)
        return kept

    def remove_filter(self, filter_id: str) -> None:
        """Remove a filter for everybody."""
        self._client.ask("DELETE", at("/log-filters/{}", filter_id), None)
