"""Identifiers: UUID version 7 (RFC 9562, section 5.7), made by whoever creates the thing."""

from __future__ import annotations

import uuid

import uuid_utils


def new_id() -> str:
    """Return a new identifier: 36 characters, ordered by the time it was made."""
    return str(uuid_utils.uuid7())


def is_id(text: str) -> bool:
    """Whether a text is an identifier, as it is written here."""
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
