"""What the window and the command line may ask about how long the log is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

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


class RetentionGateway(Protocol):
    """Retention: rules and legal holds; foresee what goes, and let it go."""

    def retention(self) -> RetentionState:
        """Return what is in force, and the last removal."""

    def set_retention(self, policy: RetentionPolicy) -> RetentionPolicy:
        """Say how long entries and events are kept. Raises `InvalidInput`."""

    def place_hold(self, draft: HoldDraft) -> LegalHold:
        """Keep what the draft names until the hold is released. Raises `InvalidInput`."""

    def release_hold(self, hold_id: str) -> None:
        """End a hold. Raises `NotFound`."""

    def retention_forecast(self, work: Work) -> RetentionForecast:
        """Return what a removal would take away now. Raises `Cancelled`."""

    def run_retention(self, work: Work) -> RetentionRun:
        """Remove now what is older than it is kept. Raises `Cancelled`, `RemovedByService`."""
