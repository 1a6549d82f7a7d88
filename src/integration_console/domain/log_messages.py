"""The sentences of the log: one translatable template for each type of entry."""

from __future__ import annotations

from functools import cache
from string import Formatter
from typing import TYPE_CHECKING

from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

LOG_MESSAGES: Mapping[str, str] = {
    "webhook.received": QT_TRANSLATE_NOOP("Log", "“{topic}” arrived at {webhook}"),
    "webhook.held": QT_TRANSLATE_NOOP("Log", "“{topic}” arrived at {webhook} and is held: the webhook is paused"),
    "webhook.duplicate": QT_TRANSLATE_NOOP("Log", "“{topic}” arrived at {webhook} again"),
    "webhook.filtered": QT_TRANSLATE_NOOP("Log", "“{topic}” arrived at {webhook} and was filtered out"),
    "webhook.rejected": QT_TRANSLATE_NOOP("Log", "A request to {webhook} was refused"),
    "webhook.created": QT_TRANSLATE_NOOP("Log", "The webhook {webhook} was created"),
    "webhook.changed": QT_TRANSLATE_NOOP("Log", "The webhook {webhook} was changed"),
    "webhook.removed": QT_TRANSLATE_NOOP("Log", "The webhook {webhook} was removed"),
    "webhook.rotated": QT_TRANSLATE_NOOP("Log", "The webhook {webhook} has a new secret"),
    "webhook.secret_shown": QT_TRANSLATE_NOOP("Log", "The secret of {webhook} was shown"),
    "webhook.activated": QT_TRANSLATE_NOOP("Log", "The webhook {webhook} was activated"),
    "webhook.paused": QT_TRANSLATE_NOOP("Log", "The webhook {webhook} was paused"),
    "connector.created": QT_TRANSLATE_NOOP("Log", "The connector {connector} was added"),
    "connector.changed": QT_TRANSLATE_NOOP("Log", "The connector {connector} was changed"),
    "connector.removed": QT_TRANSLATE_NOOP("Log", "The connector {connector} was removed"),
    "connector.activated": QT_TRANSLATE_NOOP("Log", "The connector {connector} was activated"),
    "connector.deactivated": QT_TRANSLATE_NOOP("Log", "The connector {connector} was deactivated"),
    "connector.checked": QT_TRANSLATE_NOOP("Log", "The test of {connector} passed"),
    "connector.check_failed": QT_TRANSLATE_NOOP("Log", "The test of {connector} failed"),
    "connector.authorised": QT_TRANSLATE_NOOP("Log", "Access was granted to {connector}"),
    "sync.started": QT_TRANSLATE_NOOP("Log", "{connector} began to sync"),
    "sync.succeeded": QT_TRANSLATE_NOOP(
        "Log", "{connector} was synced: {added} added, {updated} updated, {deleted} deleted"
    ),
    "sync.failed": QT_TRANSLATE_NOOP("Log", "The sync of {connector} failed"),
    "sync.waiting": QT_TRANSLATE_NOOP("Log", "The sync of {connector} waits"),
    "sync.cancelled": QT_TRANSLATE_NOOP("Log", "The sync of {connector} was cancelled"),
    "schedule.created": QT_TRANSLATE_NOOP("Log", "{connector} has a new schedule"),
    "schedule.changed": QT_TRANSLATE_NOOP("Log", "A schedule of {connector} was changed"),
    "schedule.removed": QT_TRANSLATE_NOOP("Log", "A schedule of {connector} was removed"),
    "schedule.missed": QT_TRANSLATE_NOOP("Log", "Scheduled syncs of {connector} that were missed: {count}"),
    "schedule.skipped": QT_TRANSLATE_NOOP(
        "Log", "A scheduled sync of {connector} was left out: the one before had not ended"
    ),
    "message.sent": QT_TRANSLATE_NOOP("Log", "{connector} sent a message to {channel}"),
    "message.failed": QT_TRANSLATE_NOOP("Log", "{connector} could not send a message"),
    "receiver.started": QT_TRANSLATE_NOOP("Log", "Receiving webhooks at {url}"),
    "receiver.stopped": QT_TRANSLATE_NOOP("Log", "Receiving webhooks has ended"),
    "workspace.created": QT_TRANSLATE_NOOP("Log", "The workspace {workspace} was created"),
    "workspace.unlocked": QT_TRANSLATE_NOOP("Log", "The secrets of the workspace were unlocked"),
    "workspace.passphrase_added": QT_TRANSLATE_NOOP("Log", "A passphrase can now unlock the workspace"),
    "workspace.recovery_code_made": QT_TRANSLATE_NOOP("Log", "There is a new recovery code; the old one opens nothing"),
    "workspace.key_replaced": QT_TRANSLATE_NOOP(
        "Log", "The key of the workspace was replaced, all secrets sealed anew"
    ),
    "workspace.signing_key_rotated": QT_TRANSLATE_NOOP("Log", "Sign-ins are signed with a new key"),
    "workspace.case_file_made": QT_TRANSLATE_NOOP("Log", "A case file was made; entries in it: {count}"),
    "holder.asked": QT_TRANSLATE_NOOP("Log", "{holder} asks to be able to open the secrets"),
    "holder.approved": QT_TRANSLATE_NOOP("Log", "{holder} can open the secrets now"),
    "holder.refused": QT_TRANSLATE_NOOP("Log", "{holder} was not allowed to open the secrets"),
    "holder.removed": QT_TRANSLATE_NOOP("Log", "{holder} can open the secrets no more"),
    "member.added": QT_TRANSLATE_NOOP("Log", "{member} was added as a member"),
    "member.changed": QT_TRANSLATE_NOOP("Log", "The member {member} was changed"),
    "member.password_reset": QT_TRANSLATE_NOOP("Log", "{member} was given a one-time password"),
    "member.password_changed": QT_TRANSLATE_NOOP("Log", "{member} chose a new password"),
    "member.removed": QT_TRANSLATE_NOOP("Log", "The member {member} was removed"),
    "member.signed_in": QT_TRANSLATE_NOOP("Log", "{member} signed in from {address}"),
    "member.signed_out": QT_TRANSLATE_NOOP("Log", "{member} signed out"),
    "member.sign_in_failed": QT_TRANSLATE_NOOP("Log", "An attempt to sign in as {member} from {address} failed"),
    "member.sign_in_ended": QT_TRANSLATE_NOOP("Log", "A sign-in of {member} was ended everywhere"),
    "api_key_policy.changed": QT_TRANSLATE_NOOP("Log", "The longest life of API keys was changed"),
    "api_key.created": QT_TRANSLATE_NOOP("Log", "The API key {key} was created"),
    "api_key.changed": QT_TRANSLATE_NOOP("Log", "The API key {key} was changed"),
    "api_key.rerolled": QT_TRANSLATE_NOOP("Log", "The API key {key} has a new secret"),
    "api_key.revoked": QT_TRANSLATE_NOOP("Log", "The API key {key} was revoked"),
    "api_key.ending": QT_TRANSLATE_NOOP("Log", "The API key {key} ends at {moment}; days left at most: {days}"),
    "api_key.refused": QT_TRANSLATE_NOOP("Log", "The API key {key} was refused from {address}"),
    "retention_rule.changed": QT_TRANSLATE_NOOP("Log", "How long log entries are kept was changed: {name}"),
    "retention_rule.removed": QT_TRANSLATE_NOOP("Log", "A rule of how long log entries are kept was removed: {name}"),
    "legal_hold.placed": QT_TRANSLATE_NOOP("Log", "Log entries must be kept: {reason}"),
    "legal_hold.removed": QT_TRANSLATE_NOOP("Log", "Log entries need no longer be kept: {reason}"),
    "retention.finished": QT_TRANSLATE_NOOP("Log", "Old log entries were removed: {count}; received events: {events}"),
    "log.gap": QT_TRANSLATE_NOOP("Log", "Log entries left out because they could not be written: {count}"),
}

TYPE_TITLES: Mapping[str, str] = {
    "webhook.received": QT_TRANSLATE_NOOP("LogTypes", "Event received"),
    "webhook.held": QT_TRANSLATE_NOOP("LogTypes", "Event held"),
    "webhook.duplicate": QT_TRANSLATE_NOOP("LogTypes", "Duplicate event"),
    "webhook.filtered": QT_TRANSLATE_NOOP("LogTypes", "Event filtered out"),
    "webhook.rejected": QT_TRANSLATE_NOOP("LogTypes", "Request refused"),
    "webhook.created": QT_TRANSLATE_NOOP("LogTypes", "Webhook created"),
    "webhook.changed": QT_TRANSLATE_NOOP("LogTypes", "Webhook changed"),
    "webhook.removed": QT_TRANSLATE_NOOP("LogTypes", "Webhook removed"),
    "webhook.rotated": QT_TRANSLATE_NOOP("LogTypes", "Secret rotated"),
    "webhook.secret_shown": QT_TRANSLATE_NOOP("LogTypes", "Secret shown"),
    "webhook.activated": QT_TRANSLATE_NOOP("LogTypes", "Webhook activated"),
    "webhook.paused": QT_TRANSLATE_NOOP("LogTypes", "Webhook paused"),
    "connector.created": QT_TRANSLATE_NOOP("LogTypes", "Connector added"),
    "connector.changed": QT_TRANSLATE_NOOP("LogTypes", "Connector changed"),
    "connector.removed": QT_TRANSLATE_NOOP("LogTypes", "Connector removed"),
    "connector.activated": QT_TRANSLATE_NOOP("LogTypes", "Connector activated"),
    "connector.deactivated": QT_TRANSLATE_NOOP("LogTypes", "Connector deactivated"),
    "connector.checked": QT_TRANSLATE_NOOP("LogTypes", "Test passed"),
    "connector.check_failed": QT_TRANSLATE_NOOP("LogTypes", "Test failed"),
    "connector.authorised": QT_TRANSLATE_NOOP("LogTypes", "Access granted"),
    "sync.started": QT_TRANSLATE_NOOP("LogTypes", "Sync started"),
    "sync.succeeded": QT_TRANSLATE_NOOP("LogTypes", "Sync succeeded"),
    "sync.failed": QT_TRANSLATE_NOOP("LogTypes", "Sync failed"),
    "sync.waiting": QT_TRANSLATE_NOOP("LogTypes", "Sync waits"),
    "sync.cancelled": QT_TRANSLATE_NOOP("LogTypes", "Sync cancelled"),
    "schedule.created": QT_TRANSLATE_NOOP("LogTypes", "Schedule added"),
    "schedule.changed": QT_TRANSLATE_NOOP("LogTypes", "Schedule changed"),
    "schedule.removed": QT_TRANSLATE_NOOP("LogTypes", "Schedule removed"),
    "schedule.missed": QT_TRANSLATE_NOOP("LogTypes", "Schedule missed"),
    "schedule.skipped": QT_TRANSLATE_NOOP("LogTypes", "Schedule left out"),
    "message.sent": QT_TRANSLATE_NOOP("LogTypes", "Message sent"),
    "message.failed": QT_TRANSLATE_NOOP("LogTypes", "Message failed"),
    "receiver.started": QT_TRANSLATE_NOOP("LogTypes", "Receiver started"),
    "receiver.stopped": QT_TRANSLATE_NOOP("LogTypes", "Receiver stopped"),
    "workspace.created": QT_TRANSLATE_NOOP("LogTypes", "Workspace created"),
    "workspace.unlocked": QT_TRANSLATE_NOOP("LogTypes", "Secrets unlocked"),
    "workspace.passphrase_added": QT_TRANSLATE_NOOP("LogTypes", "Passphrase added"),
    "workspace.recovery_code_made": QT_TRANSLATE_NOOP("LogTypes", "New recovery code"),
    "workspace.key_replaced": QT_TRANSLATE_NOOP("LogTypes", "Key replaced"),
    "workspace.signing_key_rotated": QT_TRANSLATE_NOOP("LogTypes", "Signing key rotated"),
    "workspace.case_file_made": QT_TRANSLATE_NOOP("LogTypes", "Case file made"),
    "holder.asked": QT_TRANSLATE_NOOP("LogTypes", "Key asked for"),
    "holder.approved": QT_TRANSLATE_NOOP("LogTypes", "Key holder approved"),
    "holder.refused": QT_TRANSLATE_NOOP("LogTypes", "Key holder refused"),
    "holder.removed": QT_TRANSLATE_NOOP("LogTypes", "Key holder removed"),
    "member.added": QT_TRANSLATE_NOOP("LogTypes", "Member added"),
    "member.changed": QT_TRANSLATE_NOOP("LogTypes", "Member changed"),
    "member.password_reset": QT_TRANSLATE_NOOP("LogTypes", "Password reset"),
    "member.password_changed": QT_TRANSLATE_NOOP("LogTypes", "Password changed"),
    "member.removed": QT_TRANSLATE_NOOP("LogTypes", "Member removed"),
    "member.signed_in": QT_TRANSLATE_NOOP("LogTypes", "Signed in"),
    "member.signed_out": QT_TRANSLATE_NOOP("LogTypes", "Signed out"),
    "member.sign_in_failed": QT_TRANSLATE_NOOP("LogTypes", "Sign-in failed"),
    "member.sign_in_ended": QT_TRANSLATE_NOOP("LogTypes", "Sign-in ended"),
    "api_key_policy.changed": QT_TRANSLATE_NOOP("LogTypes", "Policy for API keys changed"),
    "api_key.created": QT_TRANSLATE_NOOP("LogTypes", "API key created"),
    "api_key.changed": QT_TRANSLATE_NOOP("LogTypes", "API key changed"),
    "api_key.rerolled": QT_TRANSLATE_NOOP("LogTypes", "API key rerolled"),
    "api_key.revoked": QT_TRANSLATE_NOOP("LogTypes", "API key revoked"),
    "api_key.ending": QT_TRANSLATE_NOOP("LogTypes", "API key ends soon"),
    "api_key.refused": QT_TRANSLATE_NOOP("LogTypes", "API key refused"),
    "retention_rule.changed": QT_TRANSLATE_NOOP("LogTypes", "Rule for keeping entries changed"),
    "retention_rule.removed": QT_TRANSLATE_NOOP("LogTypes", "Rule for keeping entries removed"),
    "legal_hold.placed": QT_TRANSLATE_NOOP("LogTypes", "Legal hold placed"),
    "legal_hold.removed": QT_TRANSLATE_NOOP("LogTypes", "Legal hold released"),
    "retention.finished": QT_TRANSLATE_NOOP("LogTypes", "Old entries removed"),
    "log.gap": QT_TRANSLATE_NOOP("LogTypes", "Entries left out"),
}


def template_of(event_type: str, params: Mapping[str, str]) -> str | None:
    """Return the sentence that an entry of this type fills; None where there is none, or it lacks a parameter.

    Entries of other programs may have a type of ours, and their own message.
    """
    template = LOG_MESSAGES.get(event_type)
    return template if template is not None and params.keys() >= _holes(template) else None


@cache
def _holes(template: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


def english_message(event_type: str, params: Mapping[str, str]) -> str:
    """Return the English sentence of an entry; a type without one is its own sentence."""
    template = LOG_MESSAGES.get(event_type)
    return template.format_map(_Shown(params)) if template else event_type


class _Shown(dict[str, str]):
    """A hole that nobody filled shows as an ellipsis."""

    def __missing__(self, key: str) -> str:
        return "…"
