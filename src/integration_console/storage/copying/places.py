"""What the two ends of a copy have to be able to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from integration_console.storage.copying.portable import Portable, Row


class Readable(Protocol):
    """A place whose rows of one organisation can be counted and read."""

    def count(self, table: Portable) -> int:
        """Return how many rows a table has."""

    def chunks(self, table: Portable) -> Iterator[Sequence[Row]]:
        """Yield the rows of a table in the order of their keys, some thousands at a time."""


class Source(Readable, Protocol):
    """Where an organisation is copied from: seen as it was at one moment, whatever happens meanwhile."""

    @property
    def organisation(self) -> Row:
        """The row of `tenants`."""


class Target(Readable, Protocol):
    """Where an organisation is copied to."""

    def begin(self, organisation: Row) -> None:
        """Make ready. Raises `OrganisationExists` where it is there already, whole."""

    def append(self, table: Portable, rows: Sequence[Row]) -> None:
        """Add rows behind those that are there, for good."""

    def clear(self, table: Portable) -> None:
        """Take all rows of the organisation out of a table that was copied in part."""

    def finish(self, organisation: Row) -> None:
        """Make the organisation visible: all is there, and proved equal."""
