"""The words for permissions in the language in force: one short sentence for each, and the areas they belong to."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def permission_name(permission: str) -> str:
    """What a permission allows; one that this version does not know is shown as it is stored."""
    return {**_of_connections(), **_of_events(), **_of_administration()}.get(permission, permission)


def _of_connections() -> dict[str, str]:
    return {
        "connectors.read": QCoreApplication.translate("Permissions", "Look at connectors"),
        "connectors.check": QCoreApplication.translate("Permissions", "Test connectors"),
        "connectors.write": QCoreApplication.translate("Permissions", "Change connectors"),
        "messages.send": QCoreApplication.translate("Permissions", "Send messages"),
        "syncs.read": QCoreApplication.translate("Permissions", "Look at syncs"),
        "syncs.run": QCoreApplication.translate("Permissions", "Run syncs"),
        "records.read": QCoreApplication.translate("Permissions", "Read records"),
        "schedules.read": QCoreApplication.translate("Permissions", "Look at schedules"),
        "schedules.write": QCoreApplication.translate("Permissions", "Change schedules"),
    }


def _of_events() -> dict[str, str]:
    return {
        "webhooks.read": QCoreApplication.translate("Permissions", "Look at webhooks"),
        "webhooks.write": QCoreApplication.translate("Permissions", "Change webhooks"),
        "webhooks.reveal": QCoreApplication.translate("Permissions", "See secrets of webhooks"),
        "events.ingest": QCoreApplication.translate("Permissions", "Send events in"),
        "logs.read": QCoreApplication.translate("Permissions", "Read the log"),
        "logs.write": QCoreApplication.translate("Permissions", "Write notes and filters of the log"),
        "payloads.read": QCoreApplication.translate("Permissions", "Read contents of events"),
    }


def _of_administration() -> dict[str, str]:
    return {
        "api_keys.read": QCoreApplication.translate("Permissions", "Look at API keys"),
        "api_keys.write": QCoreApplication.translate("Permissions", "Change API keys"),
        "members.read": QCoreApplication.translate("Permissions", "Look at members"),
        "holders.read": QCoreApplication.translate("Permissions", "Look at key holders"),
        "audit.read": QCoreApplication.translate("Permissions", "Read the audit"),
        "workspace.read": QCoreApplication.translate("Permissions", "Look at the workspace"),
    }
