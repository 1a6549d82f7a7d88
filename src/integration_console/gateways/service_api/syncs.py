"""Syncs and schedules, through the service."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from integration_console.domain.schedules import Schedule
from integration_console.domain.streams import StreamState
from integration_console.domain.syncs import SyncRun
from integration_console.gateways.service_api.client import in_query
from integration_console.gateways.service_api.door import ServiceDoor, at

if TYPE_CHECKING:
    from integration_console.domain.schedules import ScheduleDraft
    from integration_console.domain.syncs import RunFilter, RunRequest


class ServiceSyncs(ServiceDoor):
    """Syncs of a remote workspace."""

    def streams(self, connector_id: str) -> tuple[StreamState, ...]:
        """Return how a connector's streams stand."""
        path = at("/connectors/{}/streams", connector_id)
        found: tuple[StreamState, ...] = self._client.ask("GET", path, tuple[StreamState, ...])
        return found

    def start_sync(self, request: RunRequest) -> SyncRun:
        """Queue a run."""
        run: SyncRun = self._client.ask("POST", at("/syncs"), SyncRun, request)
        return run

    def sync_runs(self, wanted: RunFilter, limit: int = 50) -> tuple[SyncRun, ...]:
        """Return runs, newest first."""
        query = in_query(wanted, limit=limit)
        found: tuple[SyncRun, ...] = self._client.ask("GET", at("/syncs"), tuple[SyncRun, ...], query=query)
        return found

    def sync_run(self, run_id: str) -> SyncRun:
        """Return one run."""
        run: SyncRun = self._client.ask("GET", at("/syncs/{}", run_id), SyncRun)
        return run

    def cancel_sync(self, run_id: str) -> SyncRun:
        """Cancel a run."""
        run: SyncRun = self._client.ask("POST", at("/syncs/{}/cancel", run_id), SyncRun)
        return run


class ServiceSchedules(ServiceDoor):
    """Schedules of a remote workspace."""

    def schedules(self, connector_id: str = "") -> tuple[Schedule, ...]:
        """Return all schedules, or a connector's."""
        query = {"connector_id": connector_id} if connector_id else None
        found: tuple[Schedule, ...] = self._client.ask("GET", at("/schedules"), tuple[Schedule, ...], query=query)
        return found

    def save_schedule(self, draft: ScheduleDraft) -> Schedule:
        """Add or change a schedule."""
        method, path = ("PUT", at("/schedules/{}", draft.id)) if draft.id else ("POST", at("/schedules"))
        saved: Schedule = self._client.ask(method, path, Schedule, draft)
        return saved

    def switch_schedule(self, schedule_id: str, *, active: bool) -> Schedule:
        """Let a schedule run, or hold it."""
        path = at("/schedules/{}/active", schedule_id)
        switched: Schedule = self._client.ask("PUT", path, Schedule, {"active": active})
        return switched

    def remove_schedule(self, schedule_id: str) -> None:
        """Remove a schedule."""
        self._client.ask("DELETE", at("/schedules/{}", schedule_id), None)

    def upcoming_fire_times(self, draft: ScheduleDraft, count: int = 5) -> tuple[datetime, ...]:
        """Return the next fire times of a schedule as it is filled in."""
        path, query = at("/schedules/upcoming"), {"count": count}
        found: tuple[datetime, ...] = self._client.ask("POST", path, tuple[datetime, ...], draft, query)
        return found
