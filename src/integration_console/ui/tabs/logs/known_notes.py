"""What is known to stand beside entries: of those that were seen lately."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from integration_console.domain.log_notes import LogNote

_MOST: Final = 5_000


class KnownNotes:
    """Knows of an entry that a note stands beside it, or that none does."""

    def __init__(self) -> None:
        self._notes: dict[str, LogNote | None] = {}
        self._old: set[str] = set()

    def knows(self, entry_id: str) -> bool:
        """Whether it is known what stands beside an entry."""
        return entry_id in self._notes and entry_id not in self._old

    def note(self, entry_id: str) -> LogNote | None:
        """What stands beside an entry, as far as is known."""
        return self._notes.get(entry_id)

    def learn(self, found: Iterable[tuple[str, LogNote | None]]) -> None:
        """Remember what stands beside entries."""
        if len(self._notes) > _MOST:
            self._notes.clear()
        for entry_id, note in found:
            self._notes[entry_id] = note
            self._old.discard(entry_id)

    def forget(self) -> None:
        """All may have changed; it is shown as it was until it is known anew."""
        self._old = set(self._notes)
