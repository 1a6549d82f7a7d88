"""Gives back the room that removed entries took: tables of the index that name nothing any more, free pages.

All in small steps, each a transaction of its own; a program that is killed in between leaves nothing wrong behind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from integration_console.storage.log_index import PREFIX

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from integration_console.storage.transaction import Reading, Writing

_NAMED = re.compile(rf"{PREFIX}(\d+)")
_BLOCKS = 100
"""Blocks of an index table that are removed at a time; one has about 4 KB."""
_PAGES = 400
"""Pages that are given back to the disk at a time: 3 MB."""


def empty_parts(reading: Reading) -> tuple[int, ...]:
    """Return the tables of the index that name no entry any more; that of the newest entries is none of them."""
    connection = reading.connection
    spans = {
        int(part): (first, last)
        for part, first, last in connection.exec_driver_sql(
            f"SELECT part, min(first), max(last) FROM {PREFIX}stretches GROUP BY part"  # noqa: S608 - our own name
        )
    }
    newest = max(spans, default=-1)
    return tuple(
        part
        for part in sorted(_parts(connection))
        if part != newest and not (part in spans and _has_entries(connection, *spans[part]))
    )


def _parts(connection: Connection) -> set[int]:
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
    return {int(found[1]) for name in names if (found := _NAMED.fullmatch(name))}


def _has_entries(connection: Connection, first: int, last: int) -> bool:
    query = (
        "SELECT 1 FROM integration_logs WHERE tenant_id = (SELECT tenant_id FROM tenants) "
        "AND position BETWEEN ? AND ? LIMIT 1"
    )
    return connection.exec_driver_sql(query, (first, last)).scalar() is not None


def shrink_part(writing: Writing, part: int) -> bool:
    """Remove some blocks of a table of the index, and at last the table; return whether it is gone."""
    connection, name = writing.connection, f"{PREFIX}{part}"
    connection.exec_driver_sql(f"DELETE FROM {PREFIX}stretches WHERE part = ?", (part,))  # noqa: S608 - our own name
    blocks = f"DELETE FROM {name}_data WHERE id IN (SELECT id FROM {name}_data WHERE id > 10 LIMIT ?)"  # noqa: S608 - as above
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
