"""Rows as they travel between places: the same Python values whatever database they lie in, and so the same digest.

Identifiers are 16 bytes, flags 0 or 1, moments whole microseconds, texts hold no U+0000 (PostgreSQL has none).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Boolean, Float, Integer

from integration_console.storage.catalogue import METADATA
from integration_console.storage.columns import Id, Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy import Table

Row = tuple[Any, ...]
CHUNK = 5_000
"""Rows that are read, written and committed at a time."""
_NUL, _SHOWN_NUL = "\0", "␀"


@dataclass(frozen=True, slots=True)
class Portable:
    """A table as it is copied: its columns and, among them, those that order its rows."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    ids: frozenset[str]
    flags: frozenset[str]
    numbers: frozenset[str]

    @property
    def listed(self) -> str:
        """The columns as SQL lists them; some are named like words of SQL."""
        return ", ".join(f'"{each}"' for each in self.columns)


def portable(table: Table) -> Portable:
    """Return how a table is copied."""

    def named(*kinds: type[Any]) -> frozenset[str]:
        return frozenset(column.name for column in table.c if isinstance(column.type, kinds))

    return Portable(
        table.name,
        tuple(column.name for column in table.c),
        tuple(column.name for column in table.primary_key),
        named(Id),
        named(Boolean),
        named(BigInteger, Integer, Float, Moment),
    )


TENANTS, *_OTHERS = (
    portable(table)
    for table in sorted(METADATA.sorted_tables, key=lambda table: (table.name != "tenants", table.name))
    if "tenant_id" in table.c
)
TABLES: tuple[Portable, ...] = tuple(_OTHERS)
"""All tables but `tenants`, whose one row makes an organisation visible: it comes last into a database."""


class Digest:
    """The SHA-256 over rows in their order, their number, and how many texts had to be changed to travel."""

    def __init__(self) -> None:
        """Begin with no rows."""
        self._hash = hashlib.sha256()
        self.rows = 0

    def add(self, rows: Iterable[Row]) -> None:
        """Go on with more rows."""
        update = self._hash.update
        for row in rows:
            update(repr(row).encode())
            self.rows += 1

    @property
    def text(self) -> str:
        """The digest so far, in hexadecimal."""
        return self._hash.hexdigest()


class Travelling:
    """Makes rows of a file fit to travel, and counts the texts that had to be changed for it."""

    def __init__(self) -> None:
        """Begin with none changed."""
        self.replaced = 0

    def fit(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return rows whose texts PostgreSQL can keep."""
        return [self._shown(row) if any(map(_has_nul, row)) else row for row in rows]

    def _shown(self, row: Row) -> Row:
        self.replaced += sum(map(_has_nul, row))
        return tuple(each.replace(_NUL, _SHOWN_NUL) if _has_nul(each) else each for each in row)


def _has_nul(value: object) -> bool:
    return type(value) is str and _NUL in value


def in_chunks(fetch: Callable[[int], Sequence[Row]]) -> Iterable[Sequence[Row]]:
    """Yield what `fetch` gives until it gives nothing more."""
    while rows := fetch(CHUNK):
        yield rows
