"""An Odoo connector's filled form, read once; its text form shows no secret."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

from integration_console.connectors.mapping import Expression
from integration_console.connectors.odoo.form import API_KEY
from integration_console.domain.forms import Value

_PAGE_IN_ODOO = re.compile(r"/(web|odoo)(/.*)?$")


@dataclass(frozen=True, slots=True)
class OdooSettings:
    """What a conversation with Odoo needs to know; times are in seconds."""

    base_url: str
    database: str
    by_key: bool
    login: str
    secret: str = field(repr=False)
    records: str
    language: str
    job_title: Expression
    overlap_seconds: int
    page_size: int
    timeout_seconds: float
    private_network: bool = False

    @classmethod
    def read(cls, filled: Mapping[str, Value]) -> Self:
        """Read a filled form that has no problems."""
        texts = {name: str(value or "").strip() for name, value in filled.items()}
        return cls(
            base_url=_base(texts["base_url"]),
            database=texts.get("database", ""),
            by_key=texts["method"] == API_KEY,
            login=texts.get("login", ""),
            secret=texts["secret"],
            records=texts["records"],
            language=texts.get("language", ""),
            job_title=Expression(texts["job_title_mapping"]),
            overlap_seconds=int(texts["overlap_seconds"]),
            page_size=int(texts["page_size"]),
            timeout_seconds=float(texts["timeout_seconds"]),
            private_network=filled.get("private_network") is True,
        )

    @property
    def host(self) -> str:
        """The server's name, for sentences."""
        return urlsplit(self.base_url).hostname or ""

    @property
    def account(self) -> str:
        """A name for the account that tells nothing: pauses count for it."""
        return hashlib.sha256(f"{self.database}\n{self.login}\n{self.secret}".encode()).hexdigest()[:16]


def _base(address: str) -> str:
    """Return the address of the server: what people copy from the browser ends in /odoo/… or /web#…."""
    parts = urlsplit(address)
    path = _PAGE_IN_ODOO.sub("", parts.path).rstrip("/")
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{path}"
