"""What SQLite says, in words a person understands."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from integration_console.domain.errors import (
    ConsoleError,
    DiskFull,
    WorkspaceBusy,
    WorkspaceDamaged,
    WorkspaceUnwritable,
)
from integration_console.storage.faults import translated, workspace_error
from tests.faulty import fault

MEANINGS = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_IOERR_WRITE: DiskFull,
    sqlite3.SQLITE_IOERR_FSYNC: DiskFull,
    sqlite3.SQLITE_IOERR_SHMSIZE: DiskFull,
    sqlite3.SQLITE_BUSY: WorkspaceBusy,
    sqlite3.SQLITE_BUSY_SNAPSHOT: WorkspaceBusy,
    sqlite3.SQLITE_LOCKED: WorkspaceBusy,
    sqlite3.SQLITE_CORRUPT: WorkspaceDamaged,
    sqlite3.SQLITE_NOTADB: WorkspaceDamaged,
    sqlite3.SQLITE_READONLY_DBMOVED: WorkspaceUnwritable,
    sqlite3.SQLITE_CANTOPEN: WorkspaceUnwritable,
    sqlite3.SQLITE_IOERR_READ: WorkspaceUnwritable,
}


@pytest.mark.parametrize("code", MEANINGS)
def test_a_fault_of_the_file_is_an_error_of_the_workspace(code: int) -> None:
    wrapped = OperationalError("SELECT 1", None, fault(code))
    assert [type(workspace_error(each, "p")) for each in (fault(code), wrapped)] == [MEANINGS[code]] * 2


@pytest.mark.parametrize(
    "error", [fault(sqlite3.SQLITE_CONSTRAINT_UNIQUE), fault(sqlite3.SQLITE_ERROR), ValueError("x")]
)
def test_a_fault_of_the_content_is_none(error: Exception) -> None:
    assert workspace_error(error, "p") is None


def test_a_known_fault_is_raised_in_words() -> None:
    with pytest.raises(ConsoleError) as caught, translated("p"):
        raise fault(sqlite3.SQLITE_NOTADB)
    assert caught.value.title == "The workspace file cannot be read: p."


def test_an_unknown_fault_stays_as_it_is() -> None:
    with pytest.raises(sqlite3.Error, match="said SQLite"), translated("p"):
        raise fault(sqlite3.SQLITE_ERROR)
