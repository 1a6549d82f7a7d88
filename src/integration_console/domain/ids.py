"""Identifiers: UUID version 7 (RFC 9562, section 5.7), made by whoever creates the thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import uuid_utils

if TYPE_CHECKING:
    from datetime import datetime


def new_id() -> str:
    """Return a new identifier: 36 characters, ordered by the time it was made."""
    return str(uuid_utils.uuid7())


def lowest_id(moment: datetime) -> str:
    """Return the smallest identifier of the millisecond of `moment` (for ranges by time)."""
    milliseconds = int(moment.timestamp() * 1000)
    digits = f"{milliseconds:012x}"
    return f"{digits[:8]}-{digits[8:]}-7000-8000-000000000000"
