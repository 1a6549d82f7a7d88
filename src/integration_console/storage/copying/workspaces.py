"""Copies a workspace by its addresses: a file or a shared database on either side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from integration_console.domain.errors import CopySourceMissing, CopyTargetNeedsOwner
from integration_console.storage.copying.copying import copy_organisation
from integration_console.storage.copying.files import making_file, reading_file
from integration_console.storage.shared.address import DatabaseAddress

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from integration_console.domain.copying import CopyReport
    from integration_console.domain.work import Work
    from integration_console.storage.copying.places import Source, Target
    from integration_console.storage.shared.migrate import Owner


@dataclass(frozen=True, slots=True)
class Place:
    """A file, or a shared database with the password to it ("": libpq's own places)."""

    path: Path | DatabaseAddress
    password: str = field(default="", repr=False)


def copy_workspace(source: Place, target: Place, work: Work, owner: Owner | None = None) -> CopyReport:
    """Copy the organisation at `source` to `target`, where `owner` is to own it (needed for a database).

    The source is only read. A file is made whole or not at all; a copy into a database that was cut short goes on, and
    nobody sees the organisation there before all of it is proved equal.

    Raises `CopySourceMissing`, `CopyTargetNeedsOwner`, `OrganisationExists`, `CopyDiffers`, `CopyUnderWay`, `Cancelled`
    and the errors of the places.
    """
    with _source(source) as read, _target(target, owner) as written:
        return copy_organisation(read, written, work)


def _source(place: Place) -> AbstractContextManager[Source]:
    if isinstance(place.path, DatabaseAddress):
        from integration_console.storage.copying.databases import reading_database  # noqa: PLC0415 - the driver

        return reading_database(place.path, place.password)
    if not place.path.is_file():
        raise CopySourceMissing(path=str(place.path))
    return reading_file(place.path)


def _target(place: Place, owner: Owner | None) -> AbstractContextManager[Target]:
    if isinstance(place.path, DatabaseAddress):
        from integration_console.storage.copying.databases import filling_database  # noqa: PLC0415 - the driver

        if owner is None:
            raise CopyTargetNeedsOwner
        return filling_database(place.path, place.password, owner)
    return making_file(place.path)
