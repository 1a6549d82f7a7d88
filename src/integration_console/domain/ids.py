"""Identifiers: UUID version 7 (RFC 9562, section 5.7), made by whoever creates the thing."""

from __future__ import annotations

import uuid_utils


def new_id() -> str:
    """Return a new identifier: 36 characters, ordered by the time it was made."""
    return str(uuid_utils.uuid7())
