"""Faults as SQLite tells them."""

from __future__ import annotations

import sqlite3


def fault(code: int) -> sqlite3.Error:
    """What SQLite raises with a code of its own."""
    error = sqlite3.OperationalError("said SQLite")
    error.sqlite_errorcode = code
    return error
