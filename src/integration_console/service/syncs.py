"""Syncs for other systems: the mission's functions, and runs to start, watch and cancel."""

from __future__ import annotations

from enum import StrEnum
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict

from integration_console.domain.errors import FieldProblem, InvalidInput, SyncUnavailable
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunFilter, RunRequest, RunState, SyncRun, Trigger
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.operations import connectors, syncs

if TYPE_CHECKING:
    from integration_console.operations.context import Context

_OTHER_FOLDER = QT_TRANSLATE_NOOP("Forms", "This connector syncs another folder; add a connector for this one.")


class SyncType(StrEnum):
    """What `odoo-sync` brings."""

    EMPLOYEES = "employees"
    DEPARTMENTS = "departments"
    JOBS = "jobs"
    ALL = "all"


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")

    connector_id: str


class OdooSync(_Body):
    """What `odoo-sync` takes."""

    sync_type: SyncType = SyncType.ALL
    sync_mode: SyncMode = SyncMode.INCREMENTAL


class GoogleDriveSync(_Body):
    """What `google-drive-sync` takes; a `folder_id` must be the one that the connector is set to."""

    folder_id: str = ""
    sync_mode: SyncMode = SyncMode.INCREMENTAL


class StartSync(_Body):
    """A wish for a run; no `streams` means all of the connector's that the mode can read."""

    mode: SyncMode = SyncMode.INCREMENTAL
    streams: tuple[str, ...] = ()
    trigger: Trigger = Trigger.FUNCTION


class Counts(BaseModel):
    """What a run changed, in records."""

    added: int
    updated: int
    deleted: int
    unchanged: int


class Run(BaseModel):
    """A run as other systems see it; times are ISO 8601 in UTC."""

    id: str
    connector_id: str
    mode: SyncMode
    streams: tuple[str, ...]
    trigger: Trigger
    state: RunState
    created_at: str
    due_at: str
    started_at: str | None
    finished_at: str | None
    attempts: int
    counts: Counts
    done: int
    total: int | None
    error_code: str


def syncs_router(context: Context) -> APIRouter:
    """Return the routes over the workspace of `context`."""
    router = APIRouter()

    @router.post("/functions/v1/odoo-sync", tags=["functions"], status_code=HTTPStatus.ACCEPTED)
    def odoo_sync(body: OdooSync) -> Run:
        """Queue a sync of an Odoo connector."""
        _require_type(context, body.connector_id, "odoo")
        wanted = () if body.sync_type is SyncType.ALL else (body.sync_type.value,)
        request = RunRequest(body.connector_id, body.sync_mode, wanted, Trigger.FUNCTION)
        return _shown(syncs.start_sync(context, request))

    @router.post("/functions/v1/google-drive-sync", tags=["functions"], status_code=HTTPStatus.ACCEPTED)
    def google_drive_sync(body: GoogleDriveSync) -> Run:
        """Queue a sync of a Google connector's files."""
        config = _require_type(context, body.connector_id, "google_workspace")
        if body.folder_id and body.folder_id != config.get("folder_id"):
            raise InvalidInput(FieldProblem("folder_id", _OTHER_FOLDER))
        request = RunRequest(body.connector_id, body.sync_mode, ("files",), Trigger.FUNCTION)
        return _shown(syncs.start_sync(context, request))

    @router.post("/api/v1/syncs", tags=["syncs"], status_code=HTTPStatus.ACCEPTED)
    def start_sync(body: StartSync) -> Run:
        """Queue a run; while one of the connector has not ended, return that one."""
        request = RunRequest(body.connector_id, body.mode, body.streams, body.trigger)
        return _shown(syncs.start_sync(context, request))

    @router.get("/api/v1/syncs", tags=["syncs"])
    def list_syncs(
        connector_id: str = "", before: str = "", limit: Annotated[int, Query(ge=1, le=500)] = 50
    ) -> list[Run]:
        """List runs, newest first; `before` is the id of the last run already seen."""
        return [_shown(each) for each in syncs.sync_runs(context, RunFilter(connector_id, before=before), limit)]

    @router.get("/api/v1/syncs/{run_id}", tags=["syncs"])
    def one_sync(run_id: str) -> Run:
        """Show a run."""
        return _shown(syncs.sync_run(context, run_id))

    @router.post("/api/v1/syncs/{run_id}/cancel", tags=["syncs"])
    def cancel_sync(run_id: str) -> Run:
        """Cancel a run that waits, or ask one under way to stop after its present page."""
        return _shown(syncs.cancel_sync(context, run_id))

    return router


def _require_type(context: Context, connector_id: str, kind: str) -> dict[str, object]:
    used = connectors.connector(context, connector_id)
    if used.type != kind:
        raise SyncUnavailable(name=used.name, what=kind)
    return dict(used.config)


def _shown(run: SyncRun) -> Run:
    counts = Counts(
        added=run.counts.added, updated=run.counts.updated, deleted=run.counts.deleted, unchanged=run.counts.unchanged
    )
    return Run(
        id=run.id,
        connector_id=run.connector_id,
        mode=run.mode,
        streams=run.streams,
        trigger=run.trigger,
        state=run.state,
        created_at=run.created_at.isoformat(),
        due_at=run.due_at.isoformat(),
        started_at=run.started_at.isoformat() if run.started_at else None,
        finished_at=run.finished_at.isoformat() if run.finished_at else None,
        attempts=run.attempts,
        counts=counts,
        done=run.progress.done,
        total=run.progress.total,
        error_code=run.error_code,
    )
