"""Brings a workspace to the newest shape: a file by its holder, a shared database by an administrator of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from integration_console.domain.errors import AddressNotUnderstood
from integration_console.gateways.opening import migrate_workspace
from integration_console.gateways.signing_in import with_password
from integration_console.storage.shared.address import DatabaseAddress

if TYPE_CHECKING:
    from datetime import datetime

    from integration_console.gateways.opening import Opening
    from integration_console.gateways.signing_in import Asking


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """An organisation that begins in a shared database, and the login of its first owner, which must exist."""

    name: str
    owner: str
    owner_name: str = ""


def migrate(opening: Opening, ask: Asking, organisation: NewOrganisation | None = None) -> tuple[str, str]:
    """Bring a workspace to the newest shape; return the revisions before ("": new) and after.

    `organisation` is added to a shared database, unless one of its name is there. Raises `AddressNotUnderstood` where
    the workspace is a file and an organisation is given, `AdministratorNeeded`, `DatabaseTooNew`, `LoginMissing`.
    """
    if not isinstance(opening.path, DatabaseAddress):
        if organisation:
            raise AddressNotUnderstood(reason="an organisation is added to a shared database")
        return migrate_workspace(opening)
    from integration_console.storage.shared.migrate import (  # noqa: PLC0415 - a file needs no driver
        add_organisation,
        migrate_shared,
    )

    address, moment = opening.path, opening.clock.now()

    def work(password: str) -> tuple[str, str]:
        revisions = migrate_shared(address, password)
        if organisation:
            owner = (organisation.owner, organisation.owner_name)
            add_organisation(address, password, organisation.name, owner, moment)
        return revisions

    return with_password(address, work, ask)


def migration_script(organisation: NewOrganisation | None, moment: datetime) -> str:
    """Return the SQL that does the same to a database, for its administrator to run."""
    from integration_console.storage.shared.migrate import script  # noqa: PLC0415 - as above

    if organisation is None:
        return script()
    return script((organisation.name, (organisation.owner, organisation.owner_name), moment))
