"""How long the log is kept, through the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.retention import (
    HoldDraft,
    LegalHold,
    RetentionForecast,
    RetentionPolicy,
    RetentionRun,
    RetentionState,
)
from integration_console.domain.wire import from_wire
from integration_console.domain.work import Progress
from integration_console.gateways.service_api.door import ServiceDoor, at

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.wire import Json
    from integration_console.domain.work import Work


class ServiceRetention(ServiceDoor):
    """Retention of a remote workspace."""

    def retention(self) -> RetentionState:
        """Return what is in force."""
        found: RetentionState = self._client.ask("GET", at("/retention"), RetentionState)
        return found

    def set_retention(self, policy: RetentionPolicy) -> RetentionPolicy:
        """Say how long entries and events are kept."""
        kept: RetentionPolicy = self._client.ask("PUT", at("/retention/policy"), RetentionPolicy, policy)
        return kept

    def place_hold(self, draft: HoldDraft) -> LegalHold:
        """Keep what the draft names."""
        placed: LegalHold = self._client.ask("POST", at("/retention/holds"), LegalHold, draft)
        return placed

    def release_hold(self, hold_id: str) -> None:
        """End a hold."""
        self._client.ask("DELETE", at("/retention/holds/{}", hold_id), None)

    def retention_forecast(self, work: Work) -> RetentionForecast:
        """Return what a removal would take away now."""
        answer = self._worked("GET", at("/retention/forecast"), work, _told(work))
        forecast: RetentionForecast = from_wire(RetentionForecast, answer)
        return forecast

    def run_retention(self, work: Work) -> RetentionRun:
        """Remove now what is older than it is kept; the service does it."""
        run: RetentionRun = from_wire(RetentionRun, self._worked("POST", at("/retention/runs"), work, _told(work)))
        return run


def _told(work: Work) -> Callable[[str, Json], None]:
    """Return what passes the progress on."""

    def heard(name: str, value: Json) -> None:
        if name == "progress":
            work.report(from_wire(Progress, value))

    return heard
