"""Inserts many rows with few statements, so that the writer's thread seldom has to wait for the interpreter.

Between two statements the writer gives other threads the interpreter and must get it back: with a busy event loop
that costs more than the insert itself, and it is why rows go in by the dozen.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from integration_console.storage.driver import run_driver_sql

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

_CHUNKS = (64, 16, 4, 1)


@dataclass(frozen=True, slots=True)
class BulkInsert:
    """One kind of insert: `INSERT INTO table (columns)`, and what follows the values."""

    table: str
    columns: tuple[str, ...]
    tail: str = ""


def insert_rows(connection: Connection, into: BulkInsert, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert `rows` in their order; values must be as the driver takes them."""
    at = 0
    for size in _CHUNKS:
        while len(rows) - at >= size:
            values = tuple(chain.from_iterable(rows[at : at + size]))
            run_driver_sql(connection, _statement(into, size), values)
            at += size


@cache
def _statement(into: BulkInsert, size: int) -> str:
    places = f"({', '.join('?' * len(into.columns))})"
    values = ", ".join([places] * size)
    return f"INSERT INTO {into.table} ({', '.join(into.columns)}) VALUES {values} {into.tail}"  # noqa: S608 - our own names
