"""The time zone of this machine, in which days of a query begin."""

from __future__ import annotations

from datetime import UTC, datetime


def zone_here() -> str:
    """Return how far this machine's clock is from UTC: a day in a query begins as it does here."""
    offset = datetime.now(UTC).astimezone().strftime("%z")
    return f"{offset[:3]}:{offset[3:5]}"
