"""The words of the audit in the language in force: actions, areas, what was changed, what a broken chain means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson
from PySide6.QtCore import QCoreApplication

from integration_console.domain.audit import BREAK_SENTENCES, AuditEntry, ChainReport
from integration_console.domain.log_messages import TYPE_TITLES
from integration_console.ui.language import filled, formats
from integration_console.ui.widgets import Tone

if TYPE_CHECKING:
    from datetime import datetime

    from integration_console.domain.forms import Value

AREAS = ("connector", "webhook", "schedule", "member", "api_key", "workspace")
_ICONS = {
    "connector": "plug",
    "webhook": "webhook",
    "schedule": "calendar-clock",
    "member": "users",
    "api_key": "key-round",
    "api_key_policy": "key-round",
    "workspace": "lock",
    "secret": "lock",
    "key_holder": "key-round",
    "data_key": "key-round",
}
_TONES = {
    "created": Tone.SUCCESS,
    "added": Tone.SUCCESS,
    "activated": Tone.SUCCESS,
    "removed": Tone.DANGER,
    "revoked": Tone.DANGER,
    "paused": Tone.WARNING,
    "deactivated": Tone.WARNING,
    "secret_shown": Tone.WARNING,
    "password_reset": Tone.WARNING,
}

_ACTION_ICONS = {
    "created": "plus",
    "added": "plus",
    "changed": "pencil",
    "removed": "trash-2",
    "revoked": "x",
    "activated": "play",
    "paused": "pause",
    "deactivated": "pause",
    "rotated": "rotate-cw",
    "rerolled": "rotate-cw",
    "secret_shown": "eye",
    "password_reset": "key-round",
    "password_changed": "key-round",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of what was changed; None: it was not there."""

    field: str
    before: str | None
    after: str | None

    @property
    def changed(self) -> bool:
        """Whether it is not what it was."""
        return self.before != self.after


def action_title(action: str) -> str:
    """What was done, as a title; an action that this version does not know is its own."""
    if title := TYPE_TITLES.get(action):
        return QCoreApplication.translate("LogTypes", title)
    titles = {
        "workspace.changed": QCoreApplication.translate("AuditWords", "Workspace changed"),
        "secret.set": QCoreApplication.translate("AuditWords", "Secret stored"),
        "secret.changed": QCoreApplication.translate("AuditWords", "Secret changed"),
        "secret.removed": QCoreApplication.translate("AuditWords", "Secret removed"),
        "key_holder.created": QCoreApplication.translate("AuditWords", "Key holder added"),
        "key_holder.changed": QCoreApplication.translate("AuditWords", "Key holder changed"),
        "key_holder.removed": QCoreApplication.translate("AuditWords", "Key holder removed"),
        "data_key.created": QCoreApplication.translate("AuditWords", "Data key made"),
    }
    return titles.get(action, action)


def action_tone(action: str) -> Tone:
    """How far-reaching an action is."""
    return _TONES.get(action.partition(".")[2], Tone.INFO)


def action_icon(action: str) -> str:
    """The icon of an action."""
    return _ACTION_ICONS.get(action.partition(".")[2], "check")


def area_name(kind: str) -> str:
    """What an entry is about."""
    names = {
        "connector": QCoreApplication.translate("AuditWords", "Connectors"),
        "webhook": QCoreApplication.translate("AuditWords", "Webhooks"),
        "schedule": QCoreApplication.translate("AuditWords", "Schedules"),
        "member": QCoreApplication.translate("AuditWords", "Members"),
        "api_key": QCoreApplication.translate("AuditWords", "API keys"),
        "api_key_policy": QCoreApplication.translate("AuditWords", "Rules for API keys"),
        "workspace": QCoreApplication.translate("AuditWords", "Workspace"),
        "secret": QCoreApplication.translate("AuditWords", "Secrets"),
        "key_holder": QCoreApplication.translate("AuditWords", "Key holders"),
        "data_key": QCoreApplication.translate("AuditWords", "Data keys"),
    }
    return names.get(kind, kind)


def area_icon(kind: str) -> str:
    """The icon of what an entry is about."""
    return _ICONS.get(kind, "settings")


def subject_name(entry: AuditEntry, names: Mapping[str, str]) -> str:
    """The name of what was changed: the one it has, or had when it was changed."""
    change = entry.change
    if change.subject_kind == "api_key_policy":
        return QCoreApplication.translate("AuditWords", "Longest life")
    told = change.after.get("name") or change.before.get("name")
    return names.get(change.subject_id) or (str(told) if told else "")


def differences(before: Mapping[str, Value], after: Mapping[str, Value]) -> tuple[Difference, ...]:
    """Every field of both sides by its path, what was changed first."""
    old, new = _flat(before), _flat(after)
    fields = [*new, *(each for each in old if each not in new)]
    found = [Difference(each, old.get(each), new.get(each)) for each in fields]
    return tuple(sorted(found, key=lambda each: not each.changed))


def field_name(path: str) -> str:
    """What a field is called; one that has no word of its own is shown as it is stored."""
    names = {
        "name": QCoreApplication.translate("AuditWords", "Name"),
        "login": QCoreApplication.translate("AuditWords", "Login"),
        "role": QCoreApplication.translate("AuditWords", "Role"),
        "status": QCoreApplication.translate("AuditWords", "Status"),
        "type": QCoreApplication.translate("AuditWords", "Type"),
        "scheme": QCoreApplication.translate("AuditWords", "Verification"),
        "password": QCoreApplication.translate("AuditWords", "Password"),
        "event_filter": QCoreApplication.translate("AuditWords", "Events"),
        "prefix": QCoreApplication.translate("AuditWords", "Key"),
        "grants": QCoreApplication.translate("AuditWords", "Permissions"),
        "addresses": QCoreApplication.translate("AuditWords", "Addresses"),
        "rate_limit": QCoreApplication.translate("AuditWords", "Requests a minute"),
        "expires_at": QCoreApplication.translate("AuditWords", "Ends"),
        "days": QCoreApplication.translate("AuditWords", "Days at most"),
        "revoked_at": QCoreApplication.translate("AuditWords", "Revoked"),
        "secret_set_at": QCoreApplication.translate("AuditWords", "Secret since"),
        "previous_until": QCoreApplication.translate("AuditWords", "Old secret until"),
    }
    return names.get(path, "")


def short_moment(at: datetime) -> str:
    """Day and time; the table tells the newest first."""
    return formats.date_time(at, seconds=False)


def report_sentence(report: ChainReport) -> tuple[Tone, str, str]:
    """What verifying has found: tone, title, sentence."""
    if report.kind is None:
        title = QCoreApplication.translate("AuditWords", "The chain holds: every entry is as it was written")
        checked = QCoreApplication.translate("AuditWords", "%Ln entry(ies) verified.", "", report.end.number)
        keep = QCoreApplication.translate(
            "AuditWords", "Keep its end elsewhere: it shows later that nothing was cut off since."
        )
        return Tone.SUCCESS, title, f"{checked} {keep}"
    title = filled("Audit", BREAK_SENTENCES[report.kind], {"number": formats.number(report.broken_at or 0)})
    count = report.end.number
    detail = QCoreApplication.translate("AuditWords", "Up to there the chain holds: %Ln entry(ies).", "", count)
    advice = QCoreApplication.translate(
        "AuditWords", "Compare with a backup, and find out who can write to the workspace's file or database."
    )
    return Tone.DANGER, title, f"{detail} {advice}"


def _flat(values: Mapping[str, Value], prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in values.items():
        if isinstance(value, dict) and value:
            found.update(_flat(value, f"{prefix}{key}."))
        else:
            found[f"{prefix}{key}"] = _text(value)
    return found


def _text(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ", ".join(value)
    return orjson.dumps(value).decode()
