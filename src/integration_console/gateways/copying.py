"""The door to copies: a workspace taken from one place to another, each signed in to as its kind wants it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from integration_console.domain.errors import NotRemotely
from integration_console.gateways.places import DatabaseAddress, ServiceAddress
from integration_console.gateways.signing_in import with_password
from integration_console.storage.copying.workspaces import Place as End
from integration_console.storage.copying.workspaces import copy_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from integration_console.domain.copying import CopyReport
    from integration_console.domain.work import Work
    from integration_console.gateways.places import Place
    from integration_console.gateways.signing_in import Asking

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class IntoDatabase:
    """A database that an organisation is to come into, at an administrator's address, and the login that is to own it.

    Without a password the one counts that the keyring has, or libpq's own places.
    """

    address: DatabaseAddress
    owner: str
    password: str = field(default="", repr=False)


def copy_file(source: Path, target: Path | IntoDatabase, moment: datetime, work: Work) -> CopyReport:
    """Copy the workspace file at `source`, whoever works on it; in a database its owner is one since `moment`.

    Raises what `copy_between` raises.
    """
    if isinstance(target, IntoDatabase):
        owner = (target.owner, moment)
        return copy_between(source, target.address, owner, lambda _address: "", work, target.password)
    return copy_between(source, target, None, lambda _address: "", work)


def copy_between(
    source: Place,
    target: Place,
    owner: tuple[str, datetime] | None,
    ask: Asking,
    work: Work,
    given: str = "",
) -> CopyReport:
    """Copy the workspace at `source` to `target`; `ask` returns what a person types as a database's password.

    `owner` is the login that is to own it in a database, and since when; `given` the password to the database at
    `target`. Raises what `copy_workspace` raises, and what stands in the way to the databases.
    """
    from integration_console.storage.shared.migrate import Owner  # noqa: PLC0415 - files need no driver

    owning = Owner(owner[0], "", owner[1]) if owner else None
    return _at(
        source,
        lambda first: _at(target, lambda second: copy_workspace(first, second, work, owning), ask, given),
        ask,
    )


def _at(place: Place, work: Callable[[End], T], ask: Asking, given: str = "") -> T:
    """Do `work` with a place and the password to it."""
    if isinstance(place, DatabaseAddress):
        return with_password(place, lambda password: work(End(place, password)), ask, given)
    if isinstance(place, ServiceAddress):
        raise NotRemotely(command="copy")
    return work(End(place))
