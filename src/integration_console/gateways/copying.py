"""The door to copies: a workspace taken from one place to another, each signed in to as its kind wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from integration_console.domain.errors import NotRemotely
from integration_console.gateways.places import DatabaseAddress, ServiceAddress
from integration_console.gateways.signing_in import with_password
from integration_console.storage.copying.workspaces import Place as End
from integration_console.storage.copying.workspaces import copy_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from integration_console.domain.copying import CopyReport
    from integration_console.domain.work import Work
    from integration_console.gateways.places import Place
    from integration_console.gateways.signing_in import Asking

T = TypeVar("T")


def copy_between(
    source: Place, target: Place, owner: tuple[str, datetime] | None, ask: Asking, work: Work
) -> CopyReport:
    """Copy the workspace at `source` to `target`; `ask` returns what a person types as a database's password.

    `owner` is the login that is to own it in a database, and since when. Raises what `copy_workspace` raises, and what
    stands in the way to the databases.
    """
    from integration_console.storage.shared.migrate import Owner  # noqa: PLC0415 - files need no driver

    owning = Owner(owner[0], "", owner[1]) if owner else None
    return _at(source, ask, lambda first: _at(target, ask, lambda second: copy_workspace(first, second, work, owning)))


def _at(place: Place, ask: Asking, work: Callable[[End], T]) -> T:
    """Do `work` with a place and the password to it."""
    if isinstance(place, DatabaseAddress):
        return with_password(place, lambda password: work(End(place, password)), ask)
    if isinstance(place, ServiceAddress):
        raise NotRemotely(command="copy")
    return work(End(place))
