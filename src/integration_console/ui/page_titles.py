"""What the pages of the window are called, in the language in force."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication


def page_title(key: str) -> Callable[[], str]:
    """What says the title of a page, again whenever the language changes."""
    titles = {
        "hub": lambda: QCoreApplication.translate("Console", "Hub"),
        "connectors": lambda: QCoreApplication.translate("Console", "Connectors"),
        "syncs": lambda: QCoreApplication.translate("Console", "Syncs"),
        "records": lambda: QCoreApplication.translate("Console", "Records"),
        "webhooks": lambda: QCoreApplication.translate("Console", "Webhooks"),
        "logs": lambda: QCoreApplication.translate("Console", "Logs"),
        "members": lambda: QCoreApplication.translate("Console", "Members"),
        "key_holders": lambda: QCoreApplication.translate("Console", "Key holders"),
        "api_keys": lambda: QCoreApplication.translate("Console", "API keys"),
        "audit": lambda: QCoreApplication.translate("Console", "Audit"),
    }
    return titles[key]
