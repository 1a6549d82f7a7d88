"""What SQLite says about the condition of a workspace file."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from integration_console.storage.transaction import Reading


@dataclass(frozen=True, slots=True)
class FileCondition:
    """`faults`: what a quick check found ("": the file is whole)."""

    faults: str
    version: tuple[int, ...]


def file_condition(reading: Reading) -> FileCondition:
    """Walk through the file once."""
    said = [str(row[0]) for row in reading.connection.exec_driver_sql("PRAGMA quick_check(5)")]
    return FileCondition("" if said == ["ok"] else "; ".join(said), sqlite3.sqlite_version_info)
