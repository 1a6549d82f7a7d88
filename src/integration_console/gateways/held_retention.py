"""How long the log of a file is kept that another program holds: that one changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.gateways.holder_door import HolderDoor

if TYPE_CHECKING:
    from integration_console.domain.retention import HoldDraft, LegalHold, RetentionPolicy, RetentionRun
    from integration_console.domain.work import Work


class HeldRetention(HolderDoor):
    """Changes of how long the log is kept, and removals, by the holder."""

    def set_retention(self, policy: RetentionPolicy) -> RetentionPolicy:
        """Say how long entries and events are kept."""
        with self._holder() as holder:
            return holder.set_retention(policy)

    def place_hold(self, draft: HoldDraft) -> LegalHold:
        """Keep what the draft names."""
        with self._holder() as holder:
            return holder.place_hold(draft)

    def release_hold(self, hold_id: str) -> None:
        """End a hold."""
        with self._holder() as holder:
            holder.release_hold(hold_id)

    def run_retention(self, work: Work) -> RetentionRun:
        """Remove now what is older than it is kept."""
        with self._holder() as holder:
            return holder.run_retention(work)
