"""The words about members in the language in force: roles, what they may do, how somebody signs in."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from integration_console.domain.members import Member, PasswordState
from integration_console.domain.permissions import Role
from integration_console.ui.language import formats
from integration_console.ui.widgets import Tone

ROLE_TONES = {
    Role.OWNER: (Tone.SUCCESS, "crown"),
    Role.ADMIN: (Tone.INFO, "shield-check"),
    Role.OPERATOR: (Tone.NEUTRAL, "refresh-cw"),
    Role.SUPPORT: (Tone.NEUTRAL, "life-buoy"),
    Role.AUDITOR: (Tone.NEUTRAL, "clipboard-check"),
}


def role_name(role: Role) -> str:
    """What a member is."""
    names = {
        Role.OWNER: QCoreApplication.translate("Forms", "Owner"),
        Role.ADMIN: QCoreApplication.translate("Forms", "Admin"),
        Role.OPERATOR: QCoreApplication.translate("Forms", "Operator"),
        Role.SUPPORT: QCoreApplication.translate("Forms", "Support"),
        Role.AUDITOR: QCoreApplication.translate("Forms", "Auditor"),
    }
    return names[role]


def role_sentence(role: Role) -> str:
    """What a role may do, and what not."""
    sentences = {
        Role.OWNER: QCoreApplication.translate(
            "MemberWords", "May do everything, and alone makes others owners. An organisation always has an owner."
        ),
        Role.ADMIN: QCoreApplication.translate(
            "MemberWords",
            "May do everything but make or change owners: connectors, webhooks, keys, members, audit.",
        ),
        Role.OPERATOR: QCoreApplication.translate(
            "MemberWords",
            "Runs syncs and tests, sends messages, reads records and events. Changes no settings.",
        ),
        Role.SUPPORT: QCoreApplication.translate(
            "MemberWords", "Looks at the log, connectors, webhooks and syncs. The contents of events stay closed."
        ),
        Role.AUDITOR: QCoreApplication.translate(
            "MemberWords", "Looks as support does, and also at the audit, the members and the keys. Changes nothing."
        ),
    }
    return sentences[role]


def sign_in_of(member: Member) -> str:
    """How a member signs in, or why not."""
    if member.locked_until is not None and member.locked_until > datetime.now(UTC):
        waits = QCoreApplication.translate("MemberWords", "Waits until {moment}: too many attempts failed")
        return waits.format(moment=formats.date_time(member.locked_until))
    words = {
        PasswordState.NONE: QCoreApplication.translate("MemberWords", "No password yet"),
        PasswordState.ONE_TIME: QCoreApplication.translate("MemberWords", "One-time password"),
        PasswordState.OWN: QCoreApplication.translate("MemberWords", "Own password"),
    }
    return words[member.password]


def last_sign_in(member: Member) -> str:
    """When a member signed in last."""
    if member.signed_in_at is None:
        return QCoreApplication.translate("MemberWords", "Never")
    return formats.relative(member.signed_in_at)
