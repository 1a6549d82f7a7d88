"""Turns what SQLite says into errors that a person understands."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, IntegrityError

from integration_console.domain.errors import (
    ConsoleError,
    DiskFull,
    NameTaken,
    WorkspaceBusy,
    WorkspaceDamaged,
    WorkspaceUnwritable,
)
from integration_console.storage.full_disk import is_full

if TYPE_CHECKING:
    from collections.abc import Iterator

_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_UNWRITABLE = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR})


def workspace_error(error: BaseException, path: str) -> ConsoleError | None:
    """Return what the store's fault means for the whole workspace, or None when it is about the data."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None)
    if code is None:
        return None
    if is_full(original):
        return DiskFull()
    return _by_primary_code(code & 0xFF, path)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether a file is broken, or none of SQLite's; one that is only busy is neither."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED


def file_error(error: Exception, path: str) -> ConsoleError:
    """Return what it means that a file beside the workspace, or its folder, cannot be made."""
    return DiskFull() if is_full(error) else WorkspaceUnwritable(path=path)


def _by_primary_code(code: int, path: str) -> ConsoleError | None:
    if code in _BUSY:
        return WorkspaceBusy()
    if code in _DAMAGED:
        return WorkspaceDamaged(path=path)
    return WorkspaceUnwritable(path=path) if code in _UNWRITABLE else None


@contextmanager
def translated(path: str) -> Iterator[None]:
    """Raise the workspace's error in place of SQLite's, wherever one is known."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        known = workspace_error(error, path)
        if known is None:
            raise
        raise known from error


@contextmanager
def refusing_taken_name(name: str) -> Iterator[None]:
    """Raise `NameTaken` when another row bears `name` already."""
    try:
        yield
    except IntegrityError as error:
        raise NameTaken(name=name) from error
