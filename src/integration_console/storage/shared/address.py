"""The address of a shared database: `postgresql://login@host:port/database?sslmode=verify-full&tenant=NAME`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from integration_console.domain.errors import AddressNotUnderstood, PasswordInAddress

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import URL

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
        """Return the address as the driver takes it; libpq looks for a password in PGPASSWORD and PGPASSFILE itself.

        A certificate that is to be verified is held against the system's authorities where no others are named.
        """
        from sqlalchemy import URL  # noqa: PLC0415 - an address is read before the first paint

        options = dict(self.options)
        if options.get("sslmode") == "verify-full":
            options.setdefault("sslrootcert", "system")
        return URL.create(
            "postgresql+psycopg",
            self.login or None,
            password or None,
            self.host or None,
            self.port or None,
            self.database,
            options,
        )

    @property
    def whole(self) -> str:
        """The address with all that was said in it; read again, it is the same."""
        said = {**({_TENANT: self.tenant} if self.tenant else {}), **self.options}
        login = f"{quote(self.login, safe='')}@" if self.login else ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        place = f"{login}{host}{f':{self.port}' if self.port else ''}/{quote(self.database, safe='')}"
        return f"postgresql://{place}{f'?{urlencode(said)}' if said else ''}"

    def __str__(self) -> str:
        """The address as people write it, which never holds a password."""
        login = f"{self.login}@" if self.login else ""
        port = f":{self.port}" if self.port else ""
        tenant = f"?{_TENANT}={self.tenant}" if self.tenant else ""
        return f"postgresql://{login}{self.host or self.options.get('host', '')}{port}/{self.database}{tenant}"


def parsed_address(text: str) -> DatabaseAddress:
    """Return what an address says. Raises `AddressNotUnderstood`, `PasswordInAddress`."""
    from sqlalchemy import make_url  # noqa: PLC0415 - see above
    from sqlalchemy.exc import ArgumentError  # noqa: PLC0415 - see above

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
