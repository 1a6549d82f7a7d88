"""Passwords of shared databases in the system keyring, one for each login of each database; nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.errors import KeyringUnavailable
from integration_console.storage.key_places import system_keyring

if TYPE_CHECKING:
    from integration_console.storage.shared.address import DatabaseAddress

_SERVICE = "integration-console database"


def kept_password(address: DatabaseAddress) -> str:
    """Return the password that is kept for an address ("": none is, or there is no keyring)."""
    try:
        with system_keyring() as keyring:
            return str(keyring.get_password(_SERVICE, _entry(address)) or "")
    except KeyringUnavailable:  # one can always be asked for the password
        return ""


def keep_password(address: DatabaseAddress, password: str) -> None:
    """Keep a password, or with an empty one forget it. Raises `KeyringUnavailable`."""
    with system_keyring() as keyring:
        if password:
            keyring.set_password(_SERVICE, _entry(address), password)
        elif keyring.get_password(_SERVICE, _entry(address)) is not None:
            keyring.delete_password(_SERVICE, _entry(address))


def _entry(address: DatabaseAddress) -> str:
    host = address.host or address.options.get("host", "")
    return f"{address.login}@{host}:{address.port}/{address.database}"
