"""Passwords of shared databases in the system keyring, one for each login of each database; nowhere else."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from integration_console.domain.errors import KeyringUnavailable
from integration_console.storage.key_places import require_safe_backend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from integration_console.storage.shared.address import DatabaseAddress

_SERVICE = "integration-console database"


def kept_password(address: DatabaseAddress) -> str:
    """Return the password that is kept for an address ("": none is, or there is no keyring)."""
    try:
        with _safely():
            import keyring  # noqa: PLC0415 - costs 60 ms and is not needed for a file

            return keyring.get_password(_SERVICE, _entry(address)) or ""
    except KeyringUnavailable:  # one can always be asked for the password
        return ""


def keep_password(address: DatabaseAddress, password: str) -> None:
    """Keep a password, or with an empty one forget it. Raises `KeyringUnavailable`."""
    with _safely():
        import keyring  # noqa: PLC0415 - see above

        if password:
            keyring.set_password(_SERVICE, _entry(address), password)
        elif keyring.get_password(_SERVICE, _entry(address)) is not None:
            keyring.delete_password(_SERVICE, _entry(address))


@contextmanager
def _safely() -> Iterator[None]:
    require_safe_backend()
    try:
        yield
    except Exception as error:  # backends raise classes of their own
        raise KeyringUnavailable(reason=type(error).__name__) from error


def _entry(address: DatabaseAddress) -> str:
    host = address.host or address.options.get("host", "")
    return f"{address.login}@{host}:{address.port}/{address.database}"
