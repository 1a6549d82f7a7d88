"""Syncs: what a connector brings; runs to start, watch and cancel."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends

from integration_console.domain.records import RecordChange
from integration_console.domain.streams import StreamState, SyncMode
from integration_console.domain.syncs import RunFilter, RunRequest, SyncRun, Trigger
from integration_console.operations import records, syncs
from integration_console.service.api.kinds import Given
from integration_console.service.api.queries import Limit, from_query
from integration_console.service.api.routes import Asking, Routes

routes = Routes("syncs")


@dataclass(frozen=True, slots=True)
class StartSync:
    """A wish for a run; no `streams` means all of the connector's that the mode can read."""

    connector_id: str
    mode: SyncMode = SyncMode.INCREMENTAL
    streams: tuple[str, ...] = ()
    trigger: Trigger = Trigger.FUNCTION


@routes.route("GET", "/connectors/{connector_id}/streams", syncs.streams)
def list_streams(asking: Asking, connector_id: str) -> tuple[StreamState, ...]:
    """List what a connector can bring, and how many records of each there are."""
    return syncs.streams(asking, connector_id)


@routes.route("POST", "/syncs", syncs.start_sync, HTTPStatus.ACCEPTED, creates=True)
def start_sync(asking: Asking, wish: Given[StartSync]) -> SyncRun:
    """Queue a run; while one of the connector has not ended, return that one."""
    return syncs.start_sync(asking, RunRequest(wish.connector_id, wish.mode, wish.streams, wish.trigger))


@routes.route("GET", "/syncs", syncs.sync_runs)
def list_syncs(
    asking: Asking, wanted: Annotated[RunFilter, Depends(from_query(RunFilter))], limit: Limit = 50
) -> tuple[SyncRun, ...]:
    """List runs, newest first; `before` is the id of the last run already seen."""
    return syncs.sync_runs(asking, wanted, limit)


@routes.route("GET", "/syncs/{run_id}", syncs.sync_run)
def one_sync(asking: Asking, run_id: str) -> SyncRun:
    """Show a run."""
    return syncs.sync_run(asking, run_id)


@routes.route("POST", "/syncs/{run_id}/cancel", syncs.cancel_sync)
def cancel_sync(asking: Asking, run_id: str) -> SyncRun:
    """Cancel a run that waits, or ask one under way to stop after its present page."""
    return syncs.cancel_sync(asking, run_id)


@routes.route("GET", "/syncs/{run_id}/changes", records.changes_of_run)
def list_changes_of_run(asking: Asking, run_id: str, limit: Limit = 200) -> tuple[RecordChange, ...]:
    """List the first changes that a run made, in their order."""
    return records.changes_of_run(asking, run_id, limit)
