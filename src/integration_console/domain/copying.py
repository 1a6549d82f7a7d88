"""What a copy of an organisation has brought: table by table, counted and hashed on both sides."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from integration_console.domain.work import Progress


@dataclass(frozen=True, slots=True)
class TableProgress:
    """How far a table has come: its rows at the source, how many were read, how many proved equal at the target."""

    name: str
    rows: int
    copied: int = 0
    proved: int = 0


@dataclass(frozen=True, slots=True)
class CopyProgress(Progress):
    """How far a copy has come: a step for each row that is read, one for each that is proved; `note` is the table."""

    tables: tuple[TableProgress, ...] = ()

    @classmethod
    def at(cls, table: str, tables: tuple[TableProgress, ...]) -> CopyProgress:
        """Return the progress of a copy that is at `table`."""
        done = sum(each.copied + each.proved for each in tables)
        return cls(done, 2 * sum(each.rows for each in tables), table, tables)


@dataclass(frozen=True, slots=True)
class CopiedTable:
    """A table of the copy: its rows, and the SHA-256 over all of them in the order of their keys, in hexadecimal."""

    name: str
    rows: int
    digest: str


@dataclass(frozen=True, slots=True)
class CopyReport:
    """What was copied and found equal on both sides.

    `resumed` rows were there already, from a copy that was cut short. `replaced` texts held the character U+0000, which
    PostgreSQL cannot keep; U+2400 stands in its place.
    """

    organisation: str
    tables: tuple[CopiedTable, ...]
    resumed: int = 0
    replaced: int = 0

    @property
    def rows(self) -> int:
        """How many rows all tables have."""
        return sum(each.rows for each in self.tables)

    @property
    def digest(self) -> str:
        """One hash for all tables: two places with the same one hold the same."""
        lines = "".join(f"{each.name} {each.rows} {each.digest}\n" for each in self.tables)
        return hashlib.sha256(lines.encode()).hexdigest()
