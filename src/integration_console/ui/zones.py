"""The time zones that this machine knows, and its own."""

from __future__ import annotations

from PySide6.QtCore import QTimeZone


def local_zone() -> str:
    """The IANA name of the zone of this machine: a day in a query begins as it does here."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"


def known_zones() -> list[str]:
    """The IANA names of all zones."""
    return [bytes(each.data()).decode() for each in QTimeZone.availableTimeZoneIds()]
