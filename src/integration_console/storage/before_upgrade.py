"""A workspace file as it was before an upgrade: kept beside it, checked, so that the upgrade can be taken back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from integration_console.domain.errors import WorkspaceDamaged
from integration_console.storage.faults import file_error

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_PAGES = 4_000


def kept_path(path: Path, revision: str) -> Path:
    """Return where the file of `revision` is kept while the one at `path` is upgraded, and afterwards."""
    return path.with_name(f"{path.stem}.before-upgrade-from-{revision}{path.suffix}")


def keep_as_it_was(engine: Engine, path: str, revision: str) -> Path:
    """Copy the file of `engine`, which nobody else writes, whole or not at all; return where the copy lies.

    Raises `WorkspaceDamaged` where the copy does not pass SQLite's own check, `DiskFull`, `WorkspaceUnwritable`.
    """
    target = kept_path(Path(path), revision)
    try:
        copy_file(engine, target, path)
    except OSError as error:
        raise file_error(error, path) from error
    return target


def copy_file(engine: Engine, target: Path, path: str) -> None:
    """Copy the file at `path`, to which `engine` is connected, whole or not at all.

    Raises `WorkspaceDamaged` where the copy does not pass SQLite's own check, `OSError`.
    """
    draft = target.with_name(target.name + ".new")
    try:
        draft.touch(mode=0o600)
        with closing(sqlite3.connect(draft)) as kept, engine.connect() as connection:
            driver_connection(connection).backup(kept, pages=_PAGES)
            if kept.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise WorkspaceDamaged(path=path)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def driver_connection(connection: Connection) -> sqlite3.Connection:
    """Return SQLite's own connection."""
    found = connection.connection.driver_connection
    assert isinstance(found, sqlite3.Connection)  # noqa: S101 - our own engine
    return found
