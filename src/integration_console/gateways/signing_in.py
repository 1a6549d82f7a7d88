"""Signing in to a shared database: with the password that was given, that the keyring keeps, or that a person types.

Beside these, libpq itself looks into PGPASSWORD and PGPASSFILE; what stands there counts before the keyring.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from integration_console.domain.errors import DatabaseSignInRefused
from integration_console.gateways.opening import open_workspace
from integration_console.storage.shared.address import DatabaseAddress
from integration_console.storage.shared.kept_passwords import keep_password, kept_password

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.gateways.opening import Opening, OpenWorkspace

    Asking = Callable[[DatabaseAddress], str]

__all__ = ["keep_password", "open_signed_in", "with_password"]

T = TypeVar("T")
_OF_LIBPQ: Final = ("PGPASSWORD", "PGPASSFILE")


def open_signed_in(opening: Opening, ask: Asking) -> OpenWorkspace:
    """Open a workspace, wherever it is; `ask` returns what a person types ("": nobody can be asked)."""
    if not isinstance(opening.path, DatabaseAddress):
        return open_workspace(opening)
    address, given = opening.path, opening.password
    return with_password(address, lambda found: open_workspace(replace(opening, password=found)), ask, given)


def with_password(address: DatabaseAddress, work: Callable[[str], T], ask: Asking, given: str = "") -> T:
    """Do `work` with the password that was `given`, or else with the one that is known and, refused, a typed one."""
    if given:
        return work(given)
    known = "" if any(os.environ.get(each) for each in _OF_LIBPQ) else kept_password(address)
    try:
        return work(known)
    except DatabaseSignInRefused:
        typed = ask(address)
        if not typed:
            raise
        return work(typed)
