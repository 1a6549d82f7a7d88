"""The door to a workspace that this very program has open: operations are called directly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.gateways.door import Door
from integration_console.gateways.in_process_api_keys import InProcessApiKeys
from integration_console.gateways.in_process_figures import InProcessFigures
from integration_console.gateways.in_process_key_holders import InProcessKeyHolders
from integration_console.gateways.in_process_log_notes import InProcessLogNotes
from integration_console.gateways.in_process_members import InProcessAudit, InProcessMembers
from integration_console.gateways.in_process_retention import InProcessRetention
from integration_console.gateways.in_process_syncs import InProcessRecords, InProcessSchedules, InProcessSyncs
from integration_console.operations import (
    authorisation,
    checks,
    connectors,
    logs,
    messages,
    webhooks,
    workspace,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from integration_console.domain.access import Preview
    from integration_console.domain.case_files import CaseReport, CaseWish
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
    from integration_console.domain.webhooks import CreatedWebhook, Event, Webhook, WebhookDraft
    from integration_console.domain.work import Work
    from integration_console.domain.workspace import NewWorkspace, WorkspaceState


class InProcessConnectors(Door):
    """Connectors of the open workspace."""

    def connector_types(self) -> tuple[ConnectorType, ...]:
        """Return the installed types, by title."""
        return connectors.connector_types(self._context)

    def broken_types(self) -> tuple[BrokenType, ...]:
        """Return the types that cannot be used."""
        return connectors.broken_types(self._context)

    def connectors(self) -> tuple[Connector, ...]:
        """Return all connectors, by name."""
        return connectors.connectors(self._context)

    def connector(self, connector_id: str) -> Connector:
        """Return one connector."""
        return connectors.connector(self._context, connector_id)

    def save_connector(self, draft: ConnectorDraft) -> Connector:
        """Add or change a connector."""
        return connectors.save_connector(self._context, draft)

    def check_connector(self, connector_id: str, work: Work, stage_done: Callable[[CheckStage], None]) -> CheckReport:
        """Check a stored connector."""
        return checks.check_connector(self._context, connector_id, work, stage_done)

    def check_draft(self, draft: ConnectorDraft, work: Work, stage_done: Callable[[CheckStage], None]) -> CheckReport:
        """Check a connector as it is filled in."""
        return checks.check_draft(self._context, draft, work, stage_done)

    def preview(self, draft: ConnectorDraft, limit: int) -> Preview:
        """Return the first records that a connector would bring."""
        return checks.preview(self._context, draft, limit)

    def authorise(self, connector_id: str, open_browser: Callable[[str], None], work: Work) -> Connector:
        """Let a person grant access in the browser."""
        return authorisation.authorise(self._context, connector_id, open_browser, work)

    def switch_connector(self, connector_id: str, *, active: bool) -> Connector:
        """Activate or deactivate a connector."""
        return connectors.switch_connector(self._context, connector_id, active=active)

    def notify(self, connector_id: str, message: Message) -> Receipt:
        """Send a message."""
        return messages.notify(self._context, connector_id, message)

    def remove_connector(self, connector_id: str) -> None:
        """Remove a connector."""
        connectors.remove_connector(self._context, connector_id)


class InProcessWebhooks(Door):
    """Webhooks of the open workspace."""

    def webhooks(self) -> tuple[Webhook, ...]:
        """Return all webhooks, by name."""
        return webhooks.webhooks(self._context)

    def webhook_url(self, webhook_id: str) -> str:
        """Return the address that senders must use."""
        return webhooks.webhook_url(self._context, webhook_id, self._receiver().base_url)

    def save_webhook(self, draft: WebhookDraft) -> CreatedWebhook:
        """Create or change a webhook."""
        return self._created(webhooks.save_webhook(self._context, draft))

    def webhook_secret(self, webhook_id: str) -> str:
        """Return the current secret in clear."""
        return webhooks.webhook_secret(self._context, webhook_id)

    def rotate_webhook(self, webhook_id: str) -> CreatedWebhook:
        """Make a new secret."""
        return self._created(webhooks.rotate_webhook(self._context, webhook_id))

    def switch_webhook(self, webhook_id: str, *, active: bool) -> Webhook:
        """Activate or pause a webhook."""
        return webhooks.switch_webhook(self._context, webhook_id, active=active)

    def remove_webhook(self, webhook_id: str) -> None:
        """Remove a webhook."""
        webhooks.remove_webhook(self._context, webhook_id)

    def last_events(self, webhook_id: str, limit: int = 20) -> tuple[Event, ...]:
        """Return the newest events of a webhook."""
        return webhooks.last_events(self._context, webhook_id, limit)

    def event_body(self, event_id: str) -> bytes:
        """Return a stored event's body."""
        return webhooks.event_body(self._context, event_id)

    def _created(self, saved: tuple[Webhook, str]) -> CreatedWebhook:
        return webhooks.created(saved, self.webhook_url(saved[0].id))


class InProcessLogs(Door):
    """The log of the open workspace."""

    def log_page(
        self, wanted: LogFilter, after: LogPlace | None = None, limit: int = 200, *, newer: bool = False
    ) -> LogPage:
        """Return entries newest first."""
        return logs.log_page(self._context, wanted, after, limit, newer=newer)

    def log_place(self, wanted: LogFilter, after: LogPlace | None, skip: int) -> LogPlace | None:
        """Return the place of the entry `skip` entries behind `after`."""
        return logs.log_place(self._context, wanted, after, skip)

    def log_count(self, wanted: LogFilter, at_most: int = 100_000, *, newer_than: LogPlace | None = None) -> int:
        """Return how many entries fit."""
        return logs.log_count(self._context, wanted, at_most, newer_than=newer_than)

    def log_tail(self, wanted: LogFilter, position: int, limit: int = 500) -> tuple[tuple[LogEntry, ...], int]:
        """Return entries committed after `position`."""
        return logs.log_tail(self._context, wanted, position, limit)

    def newest_position(self) -> int:
        """Return the position of the newest entry."""
        return logs.newest_position(self._context)

    def log_detail(self, entry_id: str) -> LogDetail:
        """Return an entry with its payload."""
        return logs.log_detail(self._context, entry_id)

    def event_types(self) -> tuple[str, ...]:
        """Return the types of entries that exist."""
        return logs.event_types(self._context)

    def statistics(self) -> Statistics:
        """Return the numbers of the hub."""
        return logs.statistics(self._context)


class InProcessCaseFiles(Door):
    """Case files of the open workspace."""

    def make_case_file(self, wish: CaseWish, target: Path, work: Work) -> CaseReport:
        """Write a part of the log, redacted and signed, into one file."""
        from integration_console.operations import case_files  # noqa: PLC0415 - few sessions make one

        return case_files.make_case_file(self._context, wish, target, work)

    def case_signer(self) -> str:
        """Return what people compare of the key that signs this workspace's case files."""
        from integration_console.operations import case_files  # noqa: PLC0415 - see above

        return case_files.case_signer(self._context)


class InProcessWorkspace(Door):
    """The open workspace itself."""

    def workspace(self) -> WorkspaceState:
        """Return the present state."""
        return workspace.state(self._context, self._receiver())

    def protect(self, owner: str, passphrase: str = "") -> NewWorkspace:
        """Make the keys of a new workspace."""
        return workspace.protect(self._context, owner, passphrase)

    def unlock(self, passphrase: str) -> None:
        """Open the secrets."""
        workspace.unlock(self._context, passphrase)

    def on_change(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` after each committed change."""
        return self._context.announcements.listen(listener)


class InProcessGateway(
    InProcessConnectors,
    InProcessSyncs,
    InProcessRecords,
    InProcessSchedules,
    InProcessWebhooks,
    InProcessLogs,
    InProcessFigures,
    InProcessLogNotes,
    InProcessCaseFiles,
    InProcessMembers,
    InProcessAudit,
    InProcessApiKeys,
    InProcessKeyHolders,
    InProcessRetention,
    InProcessWorkspace,
):
    """Everything behind the door of the open workspace."""
