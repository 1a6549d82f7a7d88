"""Tells a disk that has no more room from one that refuses for another reason."""

from __future__ import annotations

import errno
import sqlite3

_IN_SQLITE = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_SHMSIZE,
        sqlite3.SQLITE_IOERR_SHMMAP,
        sqlite3.SQLITE_IOERR_SHMOPEN,
    }
)
_IN_SYSTEM = (errno.ENOSPC, errno.EDQUOT)


def is_full(error: BaseException | None) -> bool:
    """Whether an error of SQLite or of the system says that there is no room."""
    return getattr(error, "sqlite_errorcode", None) in _IN_SQLITE or getattr(error, "errno", None) in _IN_SYSTEM
