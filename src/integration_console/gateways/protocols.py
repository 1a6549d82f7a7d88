"""What the window and the command line may ask, subject by subject; every gateway provides the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from integration_console.gateways.api_key_protocols import ApiKeysGateway
from integration_console.gateways.case_file_protocols import CaseFilesGateway
from integration_console.gateways.figure_protocols import FiguresGateway
from integration_console.gateways.key_holder_protocols import KeyHoldersGateway
from integration_console.gateways.log_note_protocols import LogNotesGateway
from integration_console.gateways.member_protocols import AuditGateway, MembersGateway
from integration_console.gateways.retention_protocols import RetentionGateway

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import BinaryIO

    from integration_console.domain.access import Preview
    from integration_console.domain.changes import Change
    from integration_console.domain.connectors import (
        BrokenType,
        CheckReport,
        CheckStage,
        Connector,
        ConnectorDraft,
        ConnectorType,
        Message,
        Receipt,
    )
    from integration_console.domain.logs import LogDetail, LogEntry, LogFilter, LogPage, LogPlace, Statistics
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
    from integration_console.domain.webhooks import CreatedWebhook, Event, Webhook, WebhookDraft
    from integration_console.domain.work import Work
    from integration_console.domain.workspace import NewWorkspace, WorkspaceState


class ConnectorsGateway(Protocol):
    """Connectors: list, add, edit, check, switch, use, remove."""

    def connector_types(self) -> tuple[ConnectorType, ...]:
        """Return the installed types, by title."""

    def broken_types(self) -> tuple[BrokenType, ...]:
        """Return the types that are installed but cannot be used, each with its reason."""

    def connectors(self) -> tuple[Connector, ...]:
        """Return all connectors, by name."""

    def connector(self, connector_id: str) -> Connector:
        """Return one connector. Raises `NotFound`."""

    def save_connector(self, draft: ConnectorDraft) -> Connector:
        """Add (empty id) or change a connector. Raises `InvalidInput`, `NameTaken`, `VaultLocked`."""

    def check_connector(self, connector_id: str, work: Work, stage_done: Callable[[CheckStage], None]) -> CheckReport:
        """Check a stored connector; `stage_done` hears each stage, on the calling thread."""

    def check_draft(self, draft: ConnectorDraft, work: Work, stage_done: Callable[[CheckStage], None]) -> CheckReport:
        """Check a connector as it is filled in, saving nothing; secrets left empty are those stored under its id."""

    def preview(self, draft: ConnectorDraft, limit: int) -> Preview:
        """Return the first records that a connector would bring as it is filled in. Raises `RemoteError`."""

    def authorise(self, connector_id: str, open_browser: Callable[[str], None], work: Work) -> Connector:
        """Let a person grant access in the browser and keep the tokens; a sync that waited for it goes on.

        `open_browser` is called with the address to open, on the calling thread, which then waits for the answer
        (5 minutes at most, or until the work is cancelled). Raises `AuthorisationDenied`, `AuthorisationForged`,
        `AuthorisationTimedOut`, `ActionUnavailable`, `RemoteError`.
        """

    def switch_connector(self, connector_id: str, *, active: bool) -> Connector:
        """Activate or deactivate a connector."""

    def notify(self, connector_id: str, message: Message) -> Receipt:
        """Send a message. Raises `ActionUnavailable`, `RemoteError`."""

    def remove_connector(self, connector_id: str) -> None:
        """Remove a connector and its secrets; its log entries stay."""


class SyncsGateway(Protocol):
    """Syncs: start, watch, cancel, look back."""

    def streams(self, connector_id: str) -> tuple[StreamState, ...]:
        """Return what a connector can bring, and how many records of each there are (empty: it brings none)."""

    def start_sync(self, request: RunRequest) -> SyncRun:
        """Queue a run; while one of this connector has not ended, return that one instead.

        Raises `NotFound`, `ActionUnavailable` (not active), `SyncUnavailable` (no such stream or mode), `VaultLocked`.
        """

    def sync_runs(self, wanted: RunFilter, limit: int = 50) -> tuple[SyncRun, ...]:
        """Return runs, newest first."""

    def sync_run(self, run_id: str) -> SyncRun:
        """Return one run. Raises `NotFound`."""

    def cancel_sync(self, run_id: str) -> SyncRun:
        """Cancel a run: one that waits ends now, one that is under way after its present page. Raises `RunEnded`."""


class RecordsGateway(Protocol):
    """Records that syncs brought: list, search, history, export."""

    def record_page(self, wanted: RecordFilter, after: RecordPlace | None = None, limit: int = 200) -> RecordPage:
        """Return records by title, starting behind `after`."""

    def record_place(self, wanted: RecordFilter, after: RecordPlace | None, skip: int) -> RecordPlace | None:
        """Return the place of the record `skip` records behind `after`, to jump there; None: the list ends before."""

    def record_count(self, wanted: RecordFilter, at_most: int = 100_000) -> int:
        """Return how many records fit, counting no further than `at_most`."""

    def record(self, connector_id: str, stream: str, external_id: str) -> Record:
        """Return one record. Raises `NotFound`."""

    def record_changes(self, connector_id: str, stream: str, external_id: str) -> tuple[RecordChange, ...]:
        """Return what happened to a record, newest first, each with the contents before and after."""

    def changes_of_run(self, run_id: str, limit: int = 200) -> tuple[RecordChange, ...]:
        """Return the first changes that a run made, in their order."""

    def export_records(self, wanted: RecordFilter, form: ExportFormat, target: BinaryIO, work: Work) -> int:
        """Write the records to `target` as UTF-8, one by one, and return how many. Raises `Cancelled`."""


class SchedulesGateway(Protocol):
    """Schedules: when syncs become due by themselves."""

    def schedules(self, connector_id: str = "") -> tuple[Schedule, ...]:
        """Return all schedules, or a connector's."""

    def save_schedule(self, draft: ScheduleDraft) -> Schedule:
        """Add (empty id) or change a schedule. Raises `InvalidInput`, `NotFound`, `SyncUnavailable`."""

    def switch_schedule(self, schedule_id: str, *, active: bool) -> Schedule:
        """Let a schedule run, or hold it; what it would have fired meanwhile is not made up for."""

    def remove_schedule(self, schedule_id: str) -> None:
        """Remove a schedule; its runs stay."""

    def upcoming_fire_times(self, draft: ScheduleDraft, count: int = 5) -> tuple[datetime, ...]:
        """Return the next fire times of a schedule as it is filled in. Raises `InvalidInput`."""


class WebhooksGateway(Protocol):
    """Webhooks: create, look at, rotate, pause, remove."""

    def webhooks(self) -> tuple[Webhook, ...]:
        """Return all webhooks, by name."""

    def webhook_url(self, webhook_id: str) -> str:
        """Return the address that senders must use."""

    def save_webhook(self, draft: WebhookDraft) -> CreatedWebhook:
        """Create (empty id) or change a webhook. Raises `InvalidInput`, `NameTaken`, `VaultLocked`."""

    def webhook_secret(self, webhook_id: str) -> str:
        """Return the current secret in clear; this is audited. Raises `VaultLocked`."""

    def rotate_webhook(self, webhook_id: str) -> CreatedWebhook:
        """Make a new secret; the old one stays valid for 24 hours."""

    def switch_webhook(self, webhook_id: str, *, active: bool) -> Webhook:
        """Activate or pause a webhook; while paused its events are held."""

    def remove_webhook(self, webhook_id: str) -> None:
        """Remove a webhook and its secrets; its events and log entries stay."""

    def last_events(self, webhook_id: str, limit: int = 20) -> tuple[Event, ...]:
        """Return the newest events of a webhook, newest first."""

    def event_body(self, event_id: str) -> bytes:
        """Return a stored event's body, byte for byte. Raises `NotFound`."""


class LogsGateway(Protocol):
    """The log: pages by time, tails by commit order, details, statistics."""

    def log_page(
        self, wanted: LogFilter, after: LogPlace | None = None, limit: int = 200, *, newer: bool = False
    ) -> LogPage:
        """Return entries newest first, starting behind `after`.

        `newer`: those just above it instead (None: the oldest of all), still newest first; `next` then leads upwards,
        and is None at the top.
        """

    def log_place(self, wanted: LogFilter, after: LogPlace | None, skip: int) -> LogPlace | None:
        """Return the place of the entry `skip` entries behind `after`, to jump there; None: the log ends before it."""

    def log_count(self, wanted: LogFilter, at_most: int = 100_000, *, newer_than: LogPlace | None = None) -> int:
        """Return how many entries fit, counting no further than `at_most`.

        `newer_than`: how many are above that place, which is the row number of the entry there.
        """

    def log_tail(self, wanted: LogFilter, position: int, limit: int = 500) -> tuple[tuple[LogEntry, ...], int]:
        """Return entries committed after `position`, oldest first, and the position to go on from."""

    def newest_position(self) -> int:
        """Return the position of the newest entry (0: none)."""

    def log_detail(self, entry_id: str) -> LogDetail:
        """Return an entry with its payload. Raises `NotFound`."""

    def event_types(self) -> tuple[str, ...]:
        """Return the types of entries that exist, sorted."""

    def statistics(self) -> Statistics:
        """Return the numbers of the hub."""


class WorkspaceGateway(Protocol):
    """The workspace itself: its state, its keys, what changes in it."""

    def workspace(self) -> WorkspaceState:
        """Return the present state."""

    def protect(self, owner: str, passphrase: str = "") -> NewWorkspace:
        """Make the keys of a new workspace; the recovery code is shown at no other time.

        Raises `KeyringUnavailable` where a passphrase is needed, `InvalidInput` for one that is too short.
        """

    def unlock(self, passphrase: str) -> None:
        """Open the secrets with the passphrase or the recovery code. Raises `WrongPassphrase`."""

    def on_change(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` on some thread after each committed change; the result ends that."""


class Gateway(
    ConnectorsGateway,
    SyncsGateway,
    RecordsGateway,
    SchedulesGateway,
    WebhooksGateway,
    LogsGateway,
    FiguresGateway,
    LogNotesGateway,
    CaseFilesGateway,
    MembersGateway,
    AuditGateway,
    ApiKeysGateway,
    KeyHoldersGateway,
    RetentionGateway,
    WorkspaceGateway,
    Protocol,
):
    """Everything behind the door; only the composition roots name it, all others name the part they need."""
