"""Gives back the room that removed entries took: tables of the index that name few entries any more, free pages.

All in small steps, each a transaction of its own; a program that is killed in between leaves nothing wrong behind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from integration_console.storage.log_index import PREFIX, STRETCH, IndexRow, new_part, parts, put, rows_between

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from integration_console.storage.transaction import Reading, Writing

_BLOCKS = 100
"""Blocks of an index table that are removed at a time; one has about 4 KB."""
_PAGES = 400
"""Pages that are given back to the disk at a time: 3 MB."""
_SPARSE = 0.8
"""A table of the index of which less is left is made anew."""


@dataclass(frozen=True, slots=True)
class MoveDraft:
    """A stretch of the index, and what is left of its entries."""

    number: int
    rows: tuple[IndexRow, ...]


def unnamed_parts(reading: Reading) -> tuple[int, ...]:
    """Return the tables of the index that no stretch is in any more."""
    used = reading.connection.exec_driver_sql(f"SELECT DISTINCT part FROM {PREFIX}stretches").scalars()  # noqa: S608 - our own name
    return tuple(sorted(parts(reading.connection) - set(used)))


def sparse_parts(reading: Reading) -> tuple[int, ...]:
    """Return the tables of the index of which many entries are gone."""
    connection = reading.connection
    spans = connection.exec_driver_sql(
        f"SELECT part, min(first), max(last), sum(entries) FROM {PREFIX}stretches GROUP BY part"  # noqa: S608 - our own name
    ).all()
    return tuple(part for part, first, last, number in spans if _left(connection, first, last) < number * _SPARSE)


def _left(connection: Connection, first: int, last: int) -> int:
    query = (
        "SELECT count(*) FROM integration_logs WHERE tenant_id = (SELECT tenant_id FROM tenants) "
        "AND position BETWEEN ? AND ?"
    )
    return int(connection.exec_driver_sql(query, (first, last)).scalar() or 0)


def make_part(writing: Writing) -> int:
    """Make a table of the index that others are moved into."""
    return new_part(writing.connection)


def draft_move(reading: Reading, part: int) -> MoveDraft | None:
    """Return the next stretch of a table that is made anew, None where there is none left."""
    query = f"SELECT number, first, last FROM {PREFIX}stretches WHERE part = ? ORDER BY number LIMIT 1"  # noqa: S608 - our own name
    found = reading.connection.exec_driver_sql(query, (part,)).one_or_none()
    if found is None:
        return None
    number, first, last = found
    return MoveDraft(number, tuple(rows_between(reading, first, last, max(STRETCH, last - first + 1))))


def move(writing: Writing, draft: MoveDraft, into: int) -> None:
    """Put what is left of a stretch into another table; from then on it is looked for there."""
    connection, rows = writing.connection, draft.rows
    if not rows:
        connection.exec_driver_sql(f"DELETE FROM {PREFIX}stretches WHERE number = ?", (draft.number,))  # noqa: S608 - our own name
        return
    put(connection, into, rows)
    times = [moment for _, moment, _ in rows]
    connection.exec_driver_sql(
        f"UPDATE {PREFIX}stretches SET part = ?, entries = ?, oldest = ?, newest = ? WHERE number = ?",  # noqa: S608 - our own name
        (into, len(rows), min(times), max(times), draft.number),
    )


def shrink_part(writing: Writing, part: int) -> bool:
    """Remove some blocks of a table that no stretch is in, and at last the table; return whether it is gone."""
    connection, name = writing.connection, f"{PREFIX}{part}"
    blocks = f"DELETE FROM {name}_data WHERE id IN (SELECT id FROM {name}_data WHERE id > 10 LIMIT ?)"  # noqa: S608 - our own names
    if connection.exec_driver_sql(blocks, (_BLOCKS,)).rowcount == _BLOCKS:
        return False
    connection.exec_driver_sql(f"DROP TABLE {name}")
    return True


def give_back(writing: Writing) -> bool:
    """Give some free pages back to the disk; return whether that is worth doing again."""
    before = _free_pages(writing)
    driver: Any = writing.connection.connection.driver_connection
    driver.execute(f"PRAGMA incremental_vacuum({_PAGES})").fetchall()  # a row for each page that moves
    return 0 < _free_pages(writing) < before


def _free_pages(writing: Writing) -> int:
    return int(writing.connection.exec_driver_sql("PRAGMA freelist_count").scalar() or 0)
