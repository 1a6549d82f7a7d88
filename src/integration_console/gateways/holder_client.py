"""The door to a workspace that another program of the same person holds: look at the file, ask the holder to act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.workspace import ReceiverState
from integration_console.gateways.held_retention import HeldRetention
from integration_console.gateways.holder_door import HolderDoor
from integration_console.gateways.in_process import InProcessGateway
from integration_console.storage.holder import current_holder

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta
    from pathlib import Path

    from integration_console.domain.access import Preview
    from integration_console.domain.api_key_policy import KeyPolicy
    from integration_console.domain.api_keys import ApiKey, ApiKeyDraft, CheckedApiKey, CreatedApiKey
    from integration_console.domain.case_files import CaseReport, CaseWish
    from integration_console.domain.connectors import (
        CheckReport,
        CheckStage,
        Connector,
        ConnectorDraft,
        Message,
        Receipt,
    )
    from integration_console.domain.log_notes import LogNote, LogNoteDraft
    from integration_console.domain.members import InvitedMember, Member, MemberDraft
    from integration_console.domain.saved_filters import SavedFilter, SavedFilterDraft
    from integration_console.domain.schedules import Schedule, ScheduleDraft
    from integration_console.domain.syncs import RunRequest, SyncRun
    from integration_console.domain.webhooks import CreatedWebhook, Webhook, WebhookDraft
    from integration_console.domain.work import Work
    from integration_console.domain.workspace import HolderRequest, KeyHolder, NewWorkspace
    from integration_console.operations.context import Context

_NOWHERE = ReceiverState(running=False)


class _HeldCaseFiles(HolderDoor):
    """Case files, made by the holder, who has the key and writes the log."""

    def make_case_file(self, wish: CaseWish, target: Path, work: Work) -> CaseReport:
        """Write a part of the log, redacted and signed, into one file."""
        with self._holder() as holder:
            return holder.make_case_file(wish, target, work)

    def case_signer(self) -> str:
        """Return what people compare of the key that signs this workspace's case files."""
        with self._holder() as holder:
            return holder.case_signer()


class _HeldConnectors(HolderDoor):
    """Changes of connectors and schedules, and what runs, by the holder."""

    def save_connector(self, draft: ConnectorDraft) -> Connector:
        """Add or change a connector."""
        with self._holder() as holder:
            return holder.save_connector(draft)

    def check_connector(self, connector_id: str, work: Work, stage_done: Callable[[CheckStage], None]) -> CheckReport:
        """Check a stored connector."""
        with self._holder() as holder:
            return holder.check_connector(connector_id, work, stage_done)

    def check_draft(self, draft: ConnectorDraft, work: Work, stage_done: Callable[[CheckStage], None]) -> CheckReport:
        """Check a connector as it is filled in."""
        with self._holder() as holder:
            return holder.check_draft(draft, work, stage_done)

    def preview(self, draft: ConnectorDraft, limit: int) -> Preview:
        """Return the first records that a connector would bring."""
        with self._holder() as holder:
            return holder.preview(draft, limit)

    def authorise(self, connector_id: str, open_browser: Callable[[str], None], work: Work) -> Connector:
        """Let a person grant access in the browser."""
        with self._holder() as holder:
            return holder.authorise(connector_id, open_browser, work)

    def switch_connector(self, connector_id: str, *, active: bool) -> Connector:
        """Activate or deactivate a connector."""
        with self._holder() as holder:
            return holder.switch_connector(connector_id, active=active)

    def notify(self, connector_id: str, message: Message) -> Receipt:
        """Send a message."""
        with self._holder() as holder:
            return holder.notify(connector_id, message)

    def remove_connector(self, connector_id: str) -> None:
        """Remove a connector."""
        with self._holder() as holder:
            holder.remove_connector(connector_id)

    def start_sync(self, request: RunRequest) -> SyncRun:
        """Queue a run."""
        with self._holder() as holder:
            return holder.start_sync(request)

    def cancel_sync(self, run_id: str) -> SyncRun:
        """Cancel a run."""
        with self._holder() as holder:
            return holder.cancel_sync(run_id)

    def save_schedule(self, draft: ScheduleDraft) -> Schedule:
        """Add or change a schedule."""
        with self._holder() as holder:
            return holder.save_schedule(draft)

    def switch_schedule(self, schedule_id: str, *, active: bool) -> Schedule:
        """Let a schedule run, or hold it."""
        with self._holder() as holder:
            return holder.switch_schedule(schedule_id, active=active)

    def remove_schedule(self, schedule_id: str) -> None:
        """Remove a schedule."""
        with self._holder() as holder:
            holder.remove_schedule(schedule_id)


class _HeldRest(HolderDoor):
    """Changes of webhooks, members and the workspace itself, by the holder."""

    def save_webhook(self, draft: WebhookDraft) -> CreatedWebhook:
        """Create or change a webhook."""
        with self._holder() as holder:
            return holder.save_webhook(draft)

    def webhook_secret(self, webhook_id: str) -> str:
        """Return the current secret in clear."""
        with self._holder() as holder:
            return holder.webhook_secret(webhook_id)

    def rotate_webhook(self, webhook_id: str) -> CreatedWebhook:
        """Make a new secret."""
        with self._holder() as holder:
            return holder.rotate_webhook(webhook_id)

    def switch_webhook(self, webhook_id: str, *, active: bool) -> Webhook:
        """Activate or pause a webhook."""
        with self._holder() as holder:
            return holder.switch_webhook(webhook_id, active=active)

    def remove_webhook(self, webhook_id: str) -> None:
        """Remove a webhook."""
        with self._holder() as holder:
            holder.remove_webhook(webhook_id)

    def add_member(self, draft: MemberDraft) -> InvitedMember:
        """Add a member."""
        with self._holder() as holder:
            return holder.add_member(draft)

    def change_member(self, draft: MemberDraft) -> Member:
        """Change name and role of a member."""
        with self._holder() as holder:
            return holder.change_member(draft)

    def reset_password(self, member_id: str) -> InvitedMember:
        """Give a member a one-time password."""
        with self._holder() as holder:
            return holder.reset_password(member_id)

    def remove_member(self, member_id: str) -> None:
        """Remove a member."""
        with self._holder() as holder:
            holder.remove_member(member_id)

    def protect(self, owner: str, passphrase: str = "") -> NewWorkspace:
        """Make the keys of a new workspace, which lie where the holder keeps its own."""
        with self._holder() as holder:
            return holder.protect(owner, passphrase)

    def unlock(self, passphrase: str) -> None:
        """Leave the secrets locked: the holder alone opens them."""
        del passphrase


class _HeldLogNotes(HolderDoor):
    """Changes of notes and saved filters, by the holder."""

    def save_log_note(self, draft: LogNoteDraft) -> LogNote | None:
        """Write a mark and a note beside an entry."""
        with self._holder() as holder:
            return holder.save_log_note(draft)

    def save_filter(self, draft: SavedFilterDraft) -> SavedFilter:
        """Keep a query under a name."""
        with self._holder() as holder:
            return holder.save_filter(draft)

    def remove_filter(self, filter_id: str) -> None:
        """Remove a filter for everybody."""
        with self._holder() as holder:
            holder.remove_filter(filter_id)


class _HeldKeys(HolderDoor):
    """Changes of API keys and of key holders, by the holder, whose own key is the one that is asked for."""

    def create_api_key(self, draft: ApiKeyDraft) -> CreatedApiKey:
        """Create a key."""
        with self._holder() as holder:
            return holder.create_api_key(draft)

    def change_api_key(self, draft: ApiKeyDraft) -> ApiKey:
        """Change a key."""
        with self._holder() as holder:
            return holder.change_api_key(draft)

    def reroll_api_key(self, key_id: str, overlap: timedelta) -> CreatedApiKey:
        """Give a key a new secret."""
        with self._holder() as holder:
            return holder.reroll_api_key(key_id, overlap)

    def revoke_api_key(self, key_id: str) -> ApiKey:
        """Take a key back."""
        with self._holder() as holder:
            return holder.revoke_api_key(key_id)

    def check_api_key(self, text: str) -> CheckedApiKey:
        """Return which key this is; only the holder opens what it is held against."""
        with self._holder() as holder:
            return holder.check_api_key(text)

    def set_api_key_policy(self, policy: KeyPolicy) -> KeyPolicy:
        """Say how long API keys may count."""
        with self._holder() as holder:
            return holder.set_api_key_policy(policy)

    def ask_for_key(self, name: str) -> HolderRequest:
        """Ask that the holder may open the secrets."""
        with self._holder() as holder:
            return holder.ask_for_key(name)

    def approve_holder(self, request_id: str) -> KeyHolder:
        """Let a program that asks open the secrets."""
        with self._holder() as holder:
            return holder.approve_holder(request_id)

    def refuse_holder(self, request_id: str) -> None:
        """Forget that a program asks."""
        with self._holder() as holder:
            holder.refuse_holder(request_id)

    def remove_holder(self, holder_id: str) -> None:
        """Take the secrets from a holder."""
        with self._holder() as holder:
            holder.remove_holder(holder_id)

    def replace_key(self) -> None:
        """Replace the data key."""
        with self._holder() as holder:
            holder.replace_key()

    def new_recovery_code(self) -> NewWorkspace:
        """Return a new recovery code."""
        with self._holder() as holder:
            return holder.new_recovery_code()

    def add_passphrase(self, passphrase: str) -> None:
        """Add a passphrase as a key holder."""
        with self._holder() as holder:
            holder.add_passphrase(passphrase)

    def rotate_signing_key(self, *, at_once: bool = False) -> None:
        """Sign people's tokens with a new key."""
        with self._holder() as holder:
            holder.rotate_signing_key(at_once=at_once)


class HeldWorkspaceGateway(
    _HeldCaseFiles, _HeldConnectors, _HeldRest, _HeldLogNotes, _HeldKeys, HeldRetention, InProcessGateway
):
    """Reads the file itself; changes go through its holder: `WorkspaceHeld` where that one cannot be reached."""

    def __init__(self, context: Context, idle: ReceiverState = _NOWHERE) -> None:
        """Look at the workspace of `context`, opened by `look_at_workspace`; `idle` tells where a receiver would be."""
        path = context.store.path
        InProcessGateway.__init__(self, context, lambda: holders_receiver(path, idle))
        HolderDoor.__init__(self, path)


def holders_receiver(path: Path, idle: ReceiverState = _NOWHERE) -> ReceiverState:
    """Return where the holder of `path` receives, `idle` where nobody does."""
    note = current_holder(path)
    return ReceiverState(running=True, base_url=note.base_url) if note and note.port else idle
