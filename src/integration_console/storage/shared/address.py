"""The address of a shared database: `postgresql://login@host:port/database?sslmode=verify-full&tenant=NAME`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from integration_console.domain.errors import AddressNotUnderstood, PasswordInAddress

if TYPE_CHECKING:
    from collections.abc import Mapping

_SCHEMES = ("postgresql", "postgres")
_TENANT = "tenant"
_ALLOWED = frozenset({"sslmode", "sslrootcert", "sslcert", "sslkey", "host", "connect_timeout", "application_name"})


@dataclass(frozen=True, slots=True)
class DatabaseAddress:
    """Where a shared database is, and as whom to sign in ("": the account of the operating system)."""

    host: str
    port: int
    database: str
    login: str = ""
    tenant: str = ""
    options: Mapping[str, str] = field(default_factory=dict)

    def url(self, password: str = "") -> URL:
        """Return the address as the driver takes it; libpq looks for a password in PGPASSWORD and PGPASSFILE itself."""
        return URL.create(
            "postgresql+psycopg",
            self.login or None,
            password or None,
            self.host or None,
            self.port or None,
            self.database,
            dict(self.options),
        )

    def __str__(self) -> str:
        """The address as people write it, which never holds a password."""
        login = f"{self.login}@" if self.login else ""
        port = f":{self.port}" if self.port else ""
        tenant = f"?{_TENANT}={self.tenant}" if self.tenant else ""
        return f"postgresql://{login}{self.host or self.options.get('host', '')}{port}/{self.database}{tenant}"


def is_database_address(text: str) -> bool:
    """Return whether a text is meant as the address of a database, not as the name of a file."""
    return text.partition("://")[0] in _SCHEMES and "://" in text


def parsed_address(text: str) -> DatabaseAddress:
    """Return what an address says. Raises `AddressNotUnderstood`, `PasswordInAddress`."""
    try:
        url = make_url(text)
        port = url.port or 0
    except (ArgumentError, ValueError) as error:
        raise AddressNotUnderstood(reason="it is no URL") from error
    if url.drivername not in _SCHEMES or not url.database:
        raise AddressNotUnderstood(reason="it must read postgresql://login@host/database")
    if url.password is not None or "password" in url.query:
        raise PasswordInAddress
    given = {name: value if isinstance(value, str) else value[-1] for name, value in url.query.items()}
    tenant = given.pop(_TENANT, "")
    if unknown := sorted(given.keys() - _ALLOWED):
        raise AddressNotUnderstood(reason=f"“{unknown[0]}” is not known")
    return DatabaseAddress(url.host or "", port, url.database, url.username or "", tenant, given)
