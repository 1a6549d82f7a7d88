"""The door to how long the log of a workspace is kept that this very program has open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.gateways.door import Door
from integration_console.operations import retention

if TYPE_CHECKING:
    from integration_console.domain.retention import (
        HoldDraft,
        LegalHold,
        RetentionForecast,
        RetentionPolicy,
        RetentionRun,
        RetentionState,
    )
    from integration_console.domain.work import Work


class InProcessRetention(Door):
    """Retention of the open workspace."""

    def retention(self) -> RetentionState:
        """Return what is in force."""
        return retention.retention(self._context)

    def set_retention(self, policy: RetentionPolicy) -> RetentionPolicy:
        """Say how long entries and events are kept."""
        return retention.set_retention(self._context, policy)

    def place_hold(self, draft: HoldDraft) -> LegalHold:
        """Keep what the draft names."""
        return retention.place_hold(self._context, draft)

    def release_hold(self, hold_id: str) -> None:
        """End a hold."""
        retention.release_hold(self._context, hold_id)

    def retention_forecast(self, work: Work) -> RetentionForecast:
        """Return what a removal would take away now."""
        return retention.retention_forecast(self._context, work)

    def run_retention(self, work: Work) -> RetentionRun:
        """Remove now what is older than it is kept."""
        return retention.run_retention(self._context, work)
