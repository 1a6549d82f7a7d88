"""Connections to the embedded file: one that writes, and readers that cannot."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

PAGE_SIZE = 8192
_WRITER = (
    f"PRAGMA page_size={PAGE_SIZE}",
    "PRAGMA auto_vacuum=INCREMENTAL",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA wal_autocheckpoint=2000",
    "PRAGMA journal_size_limit=67108864",
    "PRAGMA cache_size=-16384",
    "PRAGMA temp_store=MEMORY",  # statement journals: a batch of rows under a trigger needs one each
    "PRAGMA busy_timeout=5000",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
)
_READER = ("PRAGMA query_only=ON", "PRAGMA busy_timeout=5000", "PRAGMA cache_size=-8192", "PRAGMA trusted_schema=OFF")


def writing_engine(path: Path) -> Engine:
    """Return an engine with exactly one connection, for the writer thread alone."""
    engine = create_engine(
        "sqlite://", creator=lambda: _connect(f"file:{_escaped(path)}?mode=rwc", _WRITER), poolclass=StaticPool
    )
    event.listen(engine, "begin", _begin_immediately)
    return engine


def reading_engine(path: Path, *, size: int = 6) -> Engine:
    """Return an engine whose connections cannot change anything; each transaction sees one moment."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connect(f"file:{_escaped(path)}?mode=ro", _READER),
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=size,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _escaped(path: Path) -> str:
    return str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _connect(uri: str, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        for pragma in pragmas:
            connection.execute(pragma)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_immediately(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
