"""The key file of a service account, as Google gives it; its text form shows no secret."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Self

from integration_console.domain.errors import GoogleKeyUnusable


@dataclass(frozen=True, slots=True)
class ServiceKey:
    """Who signs, and with what."""

    email: str
    private_key: str = field(repr=False)
    key_id: str = ""

    @classmethod
    def read(cls, text: str) -> Self:
        """Read the JSON that was pasted. Raises `GoogleKeyUnusable`."""
        try:
            content = json.loads(text)
        except (ValueError, RecursionError):
            content = None
        if isinstance(content, dict) and content.get("type") == "service_account":
            email, key, key_id = (content.get(name) for name in ("client_email", "private_key", "private_key_id"))
            if isinstance(email, str) and email and isinstance(key, str) and "PRIVATE KEY" in key:
                return cls(email, key, key_id if isinstance(key_id, str) else "")
        raise GoogleKeyUnusable
