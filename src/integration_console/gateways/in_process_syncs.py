"""The door to syncs, records and schedules of a workspace that this very program has open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.gateways.door import Door
from integration_console.operations import records, schedules, syncs

if TYPE_CHECKING:
    from datetime import datetime
    from typing import BinaryIO

    from integration_console.domain.records import (
        ExportFormat,
        Record,
        RecordChange,
        RecordFilter,
        RecordPage,
        RecordPlace,
    )
    from integration_console.domain.schedules import Schedule, ScheduleDraft
    from integration_console.domain.streams import StreamState
    from integration_console.domain.syncs import RunFilter, RunRequest, SyncRun
    from integration_console.domain.work import Work


class InProcessSyncs(Door):
    """Syncs of the open workspace."""

    def streams(self, connector_id: str) -> tuple[StreamState, ...]:
        """Return how a connector's streams stand."""
        return syncs.streams(self._context, connector_id)

    def start_sync(self, request: RunRequest) -> SyncRun:
        """Queue a run."""
        return syncs.start_sync(self._context, request)

    def sync_runs(self, wanted: RunFilter, limit: int = 50) -> tuple[SyncRun, ...]:
        """Return runs, newest first."""
        return syncs.sync_runs(self._context, wanted, limit)

    def sync_run(self, run_id: str) -> SyncRun:
        """Return one run."""
        return syncs.sync_run(self._context, run_id)

    def cancel_sync(self, run_id: str) -> SyncRun:
        """Cancel a run."""
        return syncs.cancel_sync(self._context, run_id)


class InProcessRecords(Door):
    """Records of the open workspace."""

    def record_page(self, wanted: RecordFilter, after: RecordPlace | None = None, limit: int = 200) -> RecordPage:
        """Return records by title."""
        return records.record_page(self._context, wanted, after, limit)

    def record_place(self, wanted: RecordFilter, after: RecordPlace | None, skip: int) -> RecordPlace | None:
        """Return the place of the record `skip` records behind `after`."""
        return records.record_place(self._context, wanted, after, skip)

    def record_count(self, wanted: RecordFilter, at_most: int = 100_000) -> int:
        """Return how many records fit."""
        return records.record_count(self._context, wanted, at_most)

    def record(self, connector_id: str, stream: str, external_id: str) -> Record:
        """Return one record."""
        return records.record(self._context, connector_id, stream, external_id)

    def record_changes(self, connector_id: str, stream: str, external_id: str) -> tuple[RecordChange, ...]:
        """Return what happened to a record."""
        return records.record_changes(self._context, connector_id, stream, external_id)

    def changes_of_run(self, run_id: str, limit: int = 200) -> tuple[RecordChange, ...]:
        """Return the first changes that a run made."""
        return records.changes_of_run(self._context, run_id, limit)

    def export_records(self, wanted: RecordFilter, form: ExportFormat, target: BinaryIO, work: Work) -> int:
        """Write the records to a file."""
        return records.export_records(self._context, wanted, form, target, work)


class InProcessSchedules(Door):
    """Schedules of the open workspace."""

    def schedules(self, connector_id: str = "") -> tuple[Schedule, ...]:
        """Return all schedules, or a connector's."""
        return schedules.schedules(self._context, connector_id)

    def save_schedule(self, draft: ScheduleDraft) -> Schedule:
        """Add or change a schedule."""
        return schedules.save_schedule(self._context, draft)

    def switch_schedule(self, schedule_id: str, *, active: bool) -> Schedule:
        """Let a schedule run, or hold it."""
        return schedules.switch_schedule(self._context, schedule_id, active=active)

    def remove_schedule(self, schedule_id: str) -> None:
        """Remove a schedule."""
        schedules.remove_schedule(self._context, schedule_id)

    def upcoming_fire_times(self, draft: ScheduleDraft, count: int = 5) -> tuple[datetime, ...]:
        """Return the next fire times of a schedule as it is filled in."""
        return schedules.upcoming_fire_times(self._context, draft, count)
