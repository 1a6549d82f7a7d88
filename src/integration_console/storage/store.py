"""The store of a workspace, and the embedded one: a file, its holder's lock, its writer and its readers."""

from __future__ import annotations

import sqlite3
import threading
from abc import ABC, abstractmethod
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Protocol, TypeVar

from sqlalchemy import insert, select
from sqlalchemy.exc import DBAPIError

from integration_console.domain.case_files import ENDING
from integration_console.domain.errors import CaseFileReadOnly, WorkspaceDamaged
from integration_console.domain.ids import new_id
from integration_console.storage import tables
from integration_console.storage.engines import reading_engine, writing_engine
from integration_console.storage.faults import file_error, translated
from integration_console.storage.holder import FileHolder, held_error
from integration_console.storage.migrate import migrate
from integration_console.storage.reserve import DiskReserve
from integration_console.storage.transaction import Priority, Reading, transaction_closed, transaction_opened
from integration_console.storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Engine

    from integration_console.domain.errors import ConsoleError
    from integration_console.storage.transaction import Writing

T = TypeVar("T")
RESERVE_BYTES = 8 * 1024 * 1024


class WorkspaceWriter(Protocol):
    """Runs work in transactions, now or a little later; `position` is the newest place given out."""

    position: int
    trouble: ConsoleError | None
    on_trouble: Callable[[], None]

    def submit(self, priority: Priority, work: Callable[[Writing], T]) -> Future[T]:
        """Queue `work`; the future holds its result once it is durable, or the error after a roll-back."""

    def run(self, priority: Priority, work: Callable[[Writing], T]) -> T:
        """Do `work` and wait until it is durable."""


class Store(ABC):
    """An open workspace, wherever it is kept.

    `address` says to people where it is, `role` what we are in it, `login` as whom we are signed in ("": the file's
    holder, or the service, which acts for many), `shared` whether others change it meanwhile.
    """

    address: str
    name: str
    tenant_id: str
    role: str = "owner"
    login: str = ""
    shared: bool = False
    holder: FileHolder | None = None
    _writer: WorkspaceWriter | None

    @property
    def path(self) -> Path:
        """The file of an embedded workspace. Raises `TypeError` for any other."""
        message = f"{self.address} is no file"
        raise TypeError(message)

    @property
    def trouble(self) -> ConsoleError | None:
        """Why the last write failed, None when all is well."""
        return self._writer.trouble if self._writer else None

    @property
    def writer(self) -> WorkspaceWriter:
        """The writer. Raises `WorkspaceHeld`, naming the holder, where this program only looks."""
        self.require_holding()
        assert self._writer is not None  # noqa: S101 - just looked
        return self._writer

    @abstractmethod
    def require_holding(self) -> None:
        """Raise `WorkspaceHeld`, naming the holder, where this program only looks."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[Reading]:
        """Open a transaction that sees one moment."""

    def read(self, work: Callable[[Reading], T]) -> T:
        """Do `work` in one transaction that sees one moment and changes nothing."""
        with self.reading() as reading:
            return work(reading)

    def write(self, work: Callable[[Writing], T], priority: Priority = Priority.CHANGES) -> T:
        """Do `work` in one transaction and return once it is durable."""
        return self.writer.run(priority, work)

    @abstractmethod
    def close(self) -> None:
        """Finish what is queued and let others in."""


class EmbeddedStore(Store):
    """An open workspace file; it has no writer where another program holds the file and we only look."""

    _writer: Writer | None

    def __init__(self, path: Path, tenant_id: str, readers: Engine, writer: Writer | None, closing: ExitStack) -> None:
        """Take over what `open_store` or `look_into` opened."""
        self._path = path
        self.address = str(path)
        self.name = path.stem
        self.tenant_id = tenant_id
        self._readers = readers
        self._writer = writer
        self._closing = closing
        self.freeing = threading.Lock()
        """Held while room is given back: two that did it at once would take each other's tables away."""

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def writer(self) -> Writer:
        """The one writer of the file. Raises `WorkspaceHeld`, naming the holder, where this program only looks."""
        self.require_holding()
        assert self._writer is not None  # noqa: S101 - just looked
        return self._writer

    def require_holding(self) -> None:
        """Raise `WorkspaceHeld`, naming the holder, where this program only looks."""
        if self._writer is None:
            raise held_error(self.path)

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Open a transaction that sees one moment."""
        transaction_opened()
        try:
            with translated(str(self.path)), self._readers.begin() as connection:
                yield Reading(connection, self.tenant_id)
        finally:
            transaction_closed()

    def close(self) -> None:
        """Finish what is queued, close the file and let others hold it."""
        self._closing.close()


def open_store(path: Path, program: str, name: str, moment: datetime) -> EmbeddedStore:
    """Open (or create) the workspace file as its holder.

    `name` becomes the organisation's name in a new file. Raises `WorkspaceHeld`, `WorkspaceDamaged`,
    `WorkspaceTooNew`, `WorkspaceUnwritable`, `WorkspaceBusy`, `DiskFull`.
    """
    with ExitStack() as opening:
        path = _prepared(path)
        holder = FileHolder(path, program)
        holder.take()
        opening.callback(holder.release)
        with _nothing_half_made(path), translated(str(path)):
            engine = _healthy_engine(path)
            opening.callback(engine.dispose)
            migrate(engine, str(path))
            tenant_id = _tenant_of(engine) or _add_tenant(engine, name, moment)
        reserve = DiskReserve(path, RESERVE_BYTES)
        reserve.keep()
        writer = Writer(engine, tenant_id, str(path), reserve)
        opening.callback(writer.close)
        readers = reading_engine(path)
        opening.callback(readers.dispose)
        store = EmbeddedStore(path, tenant_id, readers, writer, opening.pop_all())
        store.holder = holder
        return store


def look_into(path: Path) -> EmbeddedStore:
    """Open a workspace file that another program holds, only to look. Raises `WorkspaceDamaged`."""
    with ExitStack() as opening:
        path = _prepared(path)
        readers = reading_engine(path, size=1)
        opening.callback(readers.dispose)
        with translated(str(path)):
            tenant_id = _tenant_of(readers)
        if tenant_id is None:
            raise WorkspaceDamaged(path=str(path))
        return EmbeddedStore(path, tenant_id, readers, None, opening.pop_all())


def _prepared(path: Path) -> Path:
    """Return the file behind `path`, its folder made: two names of one file have one holder."""
    if path.suffix.lower() == ENDING:
        raise CaseFileReadOnly  # holding it would write into it, and so break its seal
    try:
        real = path.resolve()
        real.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError) as error:
        raise file_error(error, str(path)) from error
    return real


@contextmanager
def _nothing_half_made(path: Path) -> Iterator[None]:
    """Make the file where there is none yet; when opening fails, leave none that was not there before."""
    try:
        new = not path.exists() or path.stat().st_size == 0
        path.touch(mode=0o600)
    except OSError as error:
        raise file_error(error, str(path)) from error
    with ExitStack() as undoing:
        if new:
            undoing.callback(_remove_file, path)
        yield
        undoing.pop_all()


def _remove_file(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink()


def _healthy_engine(path: Path) -> Engine:
    engine = writing_engine(path)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    except (DBAPIError, sqlite3.Error):
        engine.dispose()
        raise
    return engine


def _tenant_of(engine: Engine) -> str | None:
    with engine.begin() as connection:
        return connection.execute(select(tables.tenants.c.tenant_id)).scalar()


def _add_tenant(engine: Engine, name: str, moment: datetime) -> str:
    tenant_id = new_id()
    with engine.begin() as connection:
        row = {"tenant_id": tenant_id, "name": name, "created_at": moment}
        connection.execute(insert(tables.tenants), row)
    return tenant_id
