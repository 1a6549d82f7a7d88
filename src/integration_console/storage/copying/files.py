"""A workspace file as an end of a copy: seen as it is now, or made anew and put in its place when it is whole."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from integration_console.domain.errors import OrganisationExists, WorkspaceDamaged, WorkspaceTooNew
from integration_console.storage.before_upgrade import copy_file, driver_connection
from integration_console.storage.copying.portable import TENANTS, in_chunks
from integration_console.storage.engines import reading_engine, writing_engine
from integration_console.storage.faults import file_error, translated
from integration_console.storage.holder import FileHolder
from integration_console.storage.migrate import NEWEST, migrate, revision_of, upgrade

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from integration_console.storage.copying.portable import Portable, Row

_BULK = ("PRAGMA synchronous=OFF", "PRAGMA cache_size=-65536")
_ENDINGS = ("", "-wal", "-shm")


class _Rows:
    """The rows of a file, in the order of their keys."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def count(self, table: Portable) -> int:
        """Return how many rows a table has."""
        return int(self._connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0])  # noqa: S608 - our own name

    def chunks(self, table: Portable) -> Iterator[Sequence[Row]]:
        """Yield the rows of a table."""
        order = ", ".join(f'"{each}"' for each in table.key)
        found = self._connection.execute(f"SELECT {table.listed} FROM {table.name} ORDER BY {order}")  # noqa: S608 - our own names
        yield from in_chunks(found.fetchmany)


class FileSource(_Rows):
    """A workspace file that is only read."""

    @property
    def organisation(self) -> Row:
        """The row of `tenants`."""
        (row,) = next(iter(self.chunks(TENANTS)))
        return row


class FileTarget(_Rows):
    """A new workspace file; nobody sees it before it is whole."""

    def begin(self, organisation: Row) -> None:
        """Name the organisation: the file takes no other one's rows."""
        self.append(TENANTS, [organisation])

    def append(self, table: Portable, rows: Sequence[Row]) -> None:
        """Add rows."""
        places = ", ".join("?" * len(table.columns))
        with self._transaction():
            self._connection.executemany(f"INSERT INTO {table.name} ({table.listed}) VALUES ({places})", rows)  # noqa: S608 - our own names

    def clear(self, table: Portable) -> None:
        """Empty a table: what making the file has put there itself."""
        with self._transaction():
            self._connection.execute(f"DELETE FROM {table.name}")  # noqa: S608 - our own name

    def _transaction(self) -> sqlite3.Connection:
        """Begin a transaction; as a context manager the connection ends it, for good or back."""
        self._connection.execute("BEGIN IMMEDIATE")
        return self._connection

    def finish(self, organisation: Row) -> None:
        """Write everything into the file itself."""
        del organisation
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def reading_file(path: Path) -> Iterator[FileSource]:
    """Open a workspace file as it is now, whoever works on it; of an older one, a copy that is brought up to date.

    Raises `WorkspaceDamaged`, `WorkspaceTooNew`, `DiskFull`.
    """
    found = revision_of(path)
    if not found:
        raise WorkspaceDamaged(path=str(path))
    if found > NEWEST:
        raise WorkspaceTooNew(path=str(path))
    with ExitStack() as opening, translated(str(path)):
        newest = path if found == NEWEST else opening.enter_context(_brought_up_to_date(path))
        engine = reading_engine(newest, size=1)
        opening.callback(engine.dispose)
        connection = opening.enter_context(engine.begin())
        yield FileSource(driver_connection(connection))


@contextmanager
def _brought_up_to_date(path: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="integration-console-") as folder:
        copy = Path(folder, path.name)
        looking = reading_engine(path, size=1)
        try:
            copy_file(looking, copy, str(path))
        finally:
            looking.dispose()
        engine = writing_engine(copy)
        try:
            upgrade(engine)
        finally:
            engine.dispose()
        yield copy


@contextmanager
def making_file(path: Path) -> Iterator[FileTarget]:
    """Make a workspace file at `path`, whole or not at all.

    Raises `OrganisationExists`, `WorkspaceHeld`, `WorkspaceUnwritable`, `DiskFull`.
    """
    draft = path.with_name(path.name + ".copying")
    with ExitStack() as making:
        _make_folder(path)
        if path.exists() and path.stat().st_size:
            raise OrganisationExists(place=str(path))
        holder = FileHolder(path, "copy")
        holder.take()
        making.callback(holder.release)
        _forget(draft)
        making.callback(_forget, draft)
        with translated(str(draft)):
            engine = writing_engine(draft)
            making.callback(engine.dispose)
            migrate(engine, str(draft))
            with engine.connect() as connection:
                for each in _BULK:  # what is half made is thrown away; whole, it is flushed before it is put in place
                    driver_connection(connection).execute(each)
                yield FileTarget(driver_connection(connection))
            engine.dispose()
        _put_in_place(draft, path)


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise file_error(error, str(path)) from error


def _forget(draft: Path) -> None:
    for ending in _ENDINGS:
        draft.with_name(draft.name + ending).unlink(missing_ok=True)


def _put_in_place(draft: Path, path: Path) -> None:
    try:
        draft.chmod(0o600)
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise file_error(error, str(path)) from error
