"""The functions that other systems may call by their well-known names; their answers stay as they always were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from integration_console.domain.connectors import Message
from integration_console.domain.errors import FieldProblem, InvalidInput, SyncUnavailable
from integration_console.domain.forms import Value
from integration_console.domain.permissions import ALL_RIGHTS
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunRequest, RunState, SyncRun, Trigger
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.operations import connectors, messages, syncs
from integration_console.operations.context import Context
from integration_console.service.api.routes import Asking, Routes

routes = Routes("functions", prefix="/functions/v1")
_OTHER_FOLDER = QT_TRANSLATE_NOOP("Forms", "This connector syncs another folder; add a connector for this one.")


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")

    connector_id: str


class RichMessage(BaseModel):
    """A message with more than text; the names are Slack's."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=40_000)
    channel: Annotated[str, Field(max_length=200)] = ""
    username: Annotated[str, Field(max_length=200)] = ""
    icon: Annotated[str, Field(max_length=2_000)] = ""
    blocks: list[dict[str, Any]] = []
    attachments: list[dict[str, Any]] = []


class SlackNotify(_Body):
    """What `slack-notify` takes: a connector and a message, plain or rich."""

    message: Annotated[str, Field(min_length=1, max_length=40_000)] | RichMessage


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of a message: where it went, and its reference there."""

    status: str
    channel: str
    reference: str


class SyncType(StrEnum):
    """What `odoo-sync` brings."""

    EMPLOYEES = "employees"
    DEPARTMENTS = "departments"
    JOBS = "jobs"
    ALL = "all"


class OdooSync(_Body):
    """What `odoo-sync` takes."""

    sync_type: SyncType = SyncType.ALL
    sync_mode: SyncMode = SyncMode.INCREMENTAL


class GoogleDriveSync(_Body):
    """What `google-drive-sync` takes; a `folder_id` must be the one that the connector is set to."""

    folder_id: str = ""
    sync_mode: SyncMode = SyncMode.INCREMENTAL


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run changed, in records."""

    added: int
    updated: int
    deleted: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class Run:
    """A run as the functions show it; times are ISO 8601 in UTC."""

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


@routes.route("POST", "/slack-notify", messages.notify, creates=True)
def slack_notify(asking: Asking, body: SlackNotify) -> Sent:
    """Send a message through a Slack connector."""
    receipt = messages.notify(asking, body.connector_id, _message(body.message))
    return Sent(status="sent", channel=receipt.channel, reference=receipt.reference)


@routes.route("POST", "/odoo-sync", syncs.start_sync, HTTPStatus.ACCEPTED, creates=True)
def odoo_sync(asking: Asking, body: OdooSync) -> Run:
    """Queue a sync of an Odoo connector."""
    _config_of(asking, body.connector_id, "odoo")
    wanted = () if body.sync_type is SyncType.ALL else (body.sync_type.value,)
    return _shown(syncs.start_sync(asking, RunRequest(body.connector_id, body.sync_mode, wanted, Trigger.FUNCTION)))


@routes.route("POST", "/google-drive-sync", syncs.start_sync, HTTPStatus.ACCEPTED, creates=True)
def google_drive_sync(asking: Asking, body: GoogleDriveSync) -> Run:
    """Queue a sync of a Google connector's files."""
    config = _config_of(asking, body.connector_id, "google_workspace")
    if body.folder_id and body.folder_id != config.get("folder_id"):
        raise InvalidInput(FieldProblem("folder_id", _OTHER_FOLDER))
    request = RunRequest(body.connector_id, body.sync_mode, ("files",), Trigger.FUNCTION)
    return _shown(syncs.start_sync(asking, request))


def _message(given: str | RichMessage) -> Message:
    if isinstance(given, str):
        return Message(given)
    parts = {"blocks": tuple(given.blocks), "attachments": tuple(given.attachments)}
    return Message(given.text, given.channel, given.username, given.icon, **parts)


def _config_of(asking: Context, connector_id: str, kind: str) -> Mapping[str, Value]:
    """Return a connector's settings, for one who may run its syncs but perhaps not look at connectors."""
    asking.rights.require("syncs.run", connector_id)
    used = connectors.connector(replace(asking, rights=ALL_RIGHTS), connector_id)
    if used.type != kind:
        raise SyncUnavailable(name=used.name, what=kind)
    return used.config


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
