"""A Google connector's filled form, read once; its text form shows no secret."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from integration_console.connectors.google.form import SERVICE_ACCOUNT
from integration_console.connectors.google.surface import CALENDAR_SCOPE, DRIVE_SCOPE, SHARED_DRIVES_SCOPE
from integration_console.domain.forms import Value

_FOLDER_ADDRESS = re.compile(r"https?://\S*/folders/([^/?#\s]+)\S*")


@dataclass(frozen=True, slots=True)
class GoogleSettings:
    """What a conversation with Google needs to know."""

    is_service_account: bool
    client_id: str
    client_secret: str = field(repr=False)
    service_key: str = field(repr=False)
    delegated_user: str
    drive_files: bool
    shared_drives: bool
    calendar_events: bool
    folder_id: str
    calendar_ids: tuple[str, ...]
    api_address: str
    authorisation_address: str
    token_address: str
    page_size: int
    timeout_seconds: float
    private_network: bool

    @classmethod
    def read(cls, filled: Mapping[str, Value]) -> Self:
        """Read a filled form that has no problems."""
        texts = {name: str(value or "").strip() for name, value in filled.items()}
        calendars = (each.strip() for each in texts["calendar_ids"].split(","))
        return cls(
            is_service_account=texts["method"] == SERVICE_ACCOUNT,
            client_id=texts.get("client_id", ""),
            client_secret=texts.get("client_secret", ""),
            service_key=texts.get("service_key", ""),
            delegated_user=texts.get("delegated_user", ""),
            drive_files=filled["drive_files"] is True,
            shared_drives=filled["shared_drives"] is True,
            calendar_events=filled["calendar_events"] is True,
            folder_id=_FOLDER_ADDRESS.sub(r"\1", texts.get("folder_id", "")),
            calendar_ids=tuple(dict.fromkeys(each for each in calendars if each)) or ("primary",),
            api_address=texts["api_address"].rstrip("/"),
            authorisation_address=texts["authorisation_address"],
            token_address=texts["token_address"],
            page_size=int(texts["page_size"]),
            timeout_seconds=float(texts["timeout_seconds"]),
            private_network=filled.get("private_network") is True,
        )

    @property
    def follows_drives(self) -> bool:
        """Whether the account's shared drives are followed, all of them."""
        return self.shared_drives and not self.folder_id

    @property
    def all_drives(self) -> str:
        """Whether lists show what lies in shared drives, as Google writes it."""
        return "true" if self.shared_drives or self.folder_id else "false"

    @property
    def scopes(self) -> tuple[str, ...]:
        """The permissions that are needed, and no more."""
        files = SHARED_DRIVES_SCOPE if self.follows_drives else DRIVE_SCOPE
        wanted = ((self.drive_files, files), (self.calendar_events, CALENDAR_SCOPE))
        return tuple(scope for needed, scope in wanted if needed)

    @property
    def account_key(self) -> str:
        """What tells this account from others where calls are counted; never a secret in clear."""
        known = f"{self.client_id} {self.service_key} {self.delegated_user}"
        return hashlib.sha256(known.encode()).hexdigest()[:16]
