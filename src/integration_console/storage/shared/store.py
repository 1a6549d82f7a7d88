"""The store of an organisation in a shared PostgreSQL: signed in as a person, or as the service."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

from integration_console.domain.errors import (
    DatabaseNotPrepared,
    DatabaseTooNew,
    DatabaseUnreachable,
    NotAMember,
    OrganisationUnclear,
)
from integration_console.storage.migrate import NEWEST
from integration_console.storage.shared.access import SERVICE
from integration_console.storage.shared.engine import shared_engine
from integration_console.storage.shared.faults import translated
from integration_console.storage.shared.positions import begin_reading
from integration_console.storage.shared.writer import SharedWriter
from integration_console.storage.store import Store
from integration_console.storage.transaction import Reading, transaction_closed, transaction_opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

    from integration_console.storage.shared.address import DatabaseAddress

_REVISION = text("SELECT console.revision()")
_ORGANISATIONS = text("SELECT tenant_id::text, name, role FROM console.my_organisations() ORDER BY name")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation that one who has signed in may work in, and as what."""

    tenant_id: str
    name: str
    role: str


class SharedStore(Store):
    """The rows of one organisation, as far as the one who is signed in may see them."""

    shared = True

    def __init__(
        self, address: DatabaseAddress, engine: Engine, mine: Organisation, login: str, *, owns_engine: bool = True
    ) -> None:
        """Work as `login` over the connections of `engine`; at the end they are closed where they are nobody else's."""
        self.tenant_id, self.name, self.role = mine.tenant_id, mine.name, mine.role
        self.login = "" if self.role == SERVICE else login
        self.address = str(address)
        self._looking = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        self._engine = engine
        self._owns_engine = owns_engine
        self._threads = SharedWriter(engine, self.tenant_id, address.database)
        self._writer = self._threads
        self._database = address.database

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Open a transaction that sees one moment."""
        transaction_opened()
        try:
            with translated(self._database), self._looking.begin() as connection:
                begin_reading(connection, self.tenant_id)
                if isinstance(self._threads.trouble, DatabaseUnreachable):
                    self._threads.note_trouble(None)
                yield Reading(connection, self.tenant_id)
        except DatabaseUnreachable as error:
            self._threads.note_trouble(error)
            raise
        finally:
            transaction_closed()

    def require_holding(self) -> None:
        """Do nothing: whoever is signed in may try; the database decides."""

    def close(self) -> None:
        """Finish what is queued and close the connections."""
        self._threads.close()
        if self._owns_engine:
            self._engine.dispose()


def open_shared(address: DatabaseAddress, password: str = "") -> SharedStore:
    """Sign in to a shared database and find the organisation.

    Raises `DatabaseUnreachable`, `DatabaseSignInRefused`, `DatabaseCertificateRefused`, `DatabaseAuthorityUnreadable`,
    `DatabaseNotEncrypted`, `DatabaseEncryptionNeeded`, `DatabaseMissing`, `DatabaseNotPrepared`, `DatabaseTooNew`,
    `NotAMember`, `OrganisationUnclear`.
    """
    engine = shared_engine(address, password)
    with ExitStack() as closing:
        closing.callback(engine.dispose)
        with translated(address.database), engine.begin() as connection:
            require_revision(connection, address.database)
            login = str(connection.exec_driver_sql("SELECT session_user").scalar_one())
            mine = _named(organisations_of(connection), address, login)
        closing.pop_all()
    return SharedStore(address, engine, mine, login)


def require_revision(connection: Connection, database: str) -> None:
    """Raise `DatabaseTooNew` or `DatabaseNotPrepared` unless the tables are those of this version."""
    found = str(connection.execute(_REVISION).scalar() or "")
    if found > NEWEST:
        raise DatabaseTooNew(database=database)
    if found < NEWEST:
        raise DatabaseNotPrepared(database=database)


def organisations_of(connection: Connection) -> tuple[Organisation, ...]:
    """Return where the one who is signed in may work, by name."""
    return tuple(Organisation(row.tenant_id, row.name, row.role) for row in connection.execute(_ORGANISATIONS))


def _named(found: tuple[Organisation, ...], address: DatabaseAddress, login: str) -> Organisation:
    named = [each for each in found if address.tenant in ("", each.tenant_id, each.name)]
    if not named:
        raise NotAMember(login=login)
    if len(named) > 1:
        raise OrganisationUnclear(names=", ".join(each.name for each in named))
    return named[0]
