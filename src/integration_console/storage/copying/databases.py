"""A shared database as an end of a copy; only an administrator sees all of an organisation's rows.

Nobody sees an organisation before its row in `tenants` is there, and that comes last.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from psycopg import Error as DriverError

from integration_console.domain.errors import (
    CopyCutShort,
    CopyUnderWay,
    DatabaseNotPrepared,
    DatabaseTooNew,
    DatabaseUnreachable,
    LoginMissing,
    NotAMember,
    OrganisationExists,
    OrganisationUnclear,
)
from integration_console.storage.columns import id_text
from integration_console.storage.copying.portable import TENANTS, in_chunks
from integration_console.storage.migrate import NEWEST
from integration_console.storage.shared.engine import SCHEMA, shared_engine
from integration_console.storage.shared.faults import database_error, translated
from integration_console.storage.shared.migrate import Owner, add_owner, require_administrator, revision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from integration_console.storage.copying.portable import Portable, Row
    from integration_console.storage.shared.address import DatabaseAddress

_SNAPSHOT = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
_COPYING = "SELECT set_config('app.copying', 'on', true)"
_LOCK = "SELECT pg_try_advisory_lock(hashtextextended('copy ' || %s::text, 0))"
_LOGIN = "SELECT count(*) FROM pg_roles WHERE rolname = %s"
_MONTH = f"SELECT {SCHEMA}.make_log_month(%s)"
_LOG = "integration_logs"
_LIFT = f"""SELECT {SCHEMA}.lift_positions(max(position)) FROM (
    SELECT max(position) AS position FROM {SCHEMA}.integration_logs WHERE tenant_id = %(tenant)s::uuid
    UNION ALL SELECT max(position) FROM {SCHEMA}.webhook_events WHERE tenant_id = %(tenant)s::uuid
    UNION ALL SELECT max(position) FROM {SCHEMA}.record_changes WHERE tenant_id = %(tenant)s::uuid
    UNION ALL SELECT max(position) FROM {SCHEMA}.log_reached WHERE tenant_id = %(tenant)s::uuid
) AS places HAVING max(position) IS NOT NULL"""  # noqa: S608 - our own names
_SHORTEST_MONTH = 28 * 24 * 3600 * 1_000_000


class _Rows:
    """The rows of one organisation, in the order of their keys."""

    def __init__(self, connection: Connection, tenant_id: bytes | None = None) -> None:
        self._connection = connection
        self._tenant = id_text(tenant_id) if tenant_id else ""

    def count(self, table: Portable) -> int:
        """Return how many rows a table has."""
        query = f"SELECT count(*) FROM {SCHEMA}.{table.name} WHERE tenant_id = %s::uuid"  # noqa: S608 - our own name
        return int(self._connection.exec_driver_sql(query, (self._tenant,)).scalar_one())

    def chunks(self, table: Portable) -> Iterator[Sequence[Row]]:
        """Yield the rows of a table."""
        columns = ", ".join(_read(table, each) for each in table.columns)
        order = ", ".join(_ordered(table, each) for each in table.key)
        query = f"SELECT {columns} FROM {SCHEMA}.{table.name} WHERE tenant_id = %s::uuid ORDER BY {order}"  # noqa: S608 - our own names
        with _driver(self._connection).cursor("copying", binary=True) as found:
            found.execute(query, (self._tenant,))
            yield from in_chunks(found.fetchmany)


class DatabaseSource(_Rows):
    """An organisation of a database that is only read."""

    @property
    def organisation(self) -> Row:
        """The row of `tenants`."""
        (row,) = next(iter(self.chunks(TENANTS)))
        return row


class DatabaseTarget(_Rows):
    """A database that an organisation comes into; `owner` is a login that is to own it there."""

    def __init__(self, connection: Connection, owner: Owner) -> None:
        """Write as the administrator of `connection`."""
        super().__init__(connection)
        self._owner = owner

    def begin(self, organisation: Row) -> None:
        """Make sure that nobody else copies it, that it is not there, and that its owner can be.

        Raises `CopyUnderWay`, `OrganisationExists`, `LoginMissing`.
        """
        self._tenant = id_text(organisation[TENANTS.columns.index("tenant_id")])
        if not self._connection.exec_driver_sql(_LOCK, (self._tenant,)).scalar_one():
            raise CopyUnderWay
        if self.count(TENANTS):
            raise OrganisationExists(place=str(organisation[TENANTS.columns.index("name")]))
        if not self._connection.exec_driver_sql(_LOGIN, (self._owner.login,)).scalar_one():
            raise LoginMissing(login=self._owner.login)
        self._connection.rollback()

    def count(self, table: Portable) -> int:
        """Return how many rows a table has, and end the transaction that saw them."""
        found = super().count(table)
        self._connection.rollback()
        return found

    def chunks(self, table: Portable) -> Iterator[Sequence[Row]]:
        """Yield the rows of a table, and end the transaction that saw them."""
        yield from super().chunks(table)
        self._connection.rollback()

    def append(self, table: Portable, rows: Sequence[Row]) -> None:
        """Add rows and commit them."""
        if table.name == _LOG:
            self._make_months(table, rows)
        self._connection.exec_driver_sql(_COPYING)
        ids = [number for number, each in enumerate(table.columns) if each in table.ids]
        statement = f"COPY {SCHEMA}.{table.name} ({table.listed}) FROM STDIN"
        with _driver(self._connection).cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                values = list(row)
                for number in ids:
                    values[number] = values[number] and values[number].hex()
                copy.write_row(values)
        self._connection.commit()

    def _make_months(self, table: Portable, rows: Sequence[Row]) -> None:
        """Make the partitions in which entries of a log belong."""
        moments = sorted(row[table.columns.index("created_at")] for row in rows)
        for moment in {*range(moments[0], moments[-1], _SHORTEST_MONTH), moments[-1]} if moments else ():
            self._connection.exec_driver_sql(_MONTH, (moment,))

    def clear(self, table: Portable) -> None:
        """Take the organisation's rows out of a table."""
        self._connection.exec_driver_sql(_COPYING)
        query = f"DELETE FROM {SCHEMA}.{table.name} WHERE tenant_id = %s::uuid"  # noqa: S608 - our own name
        self._connection.exec_driver_sql(query, (self._tenant,))
        self._connection.commit()

    def finish(self, organisation: Row) -> None:
        """Make the organisation visible and give it its owner; what comes next comes behind all that was copied."""
        self._connection.exec_driver_sql(_LIFT, {"tenant": self._tenant})
        places = ", ".join("%s::uuid" if each in TENANTS.ids else "%s" for each in TENANTS.columns)
        values = tuple(each.hex() if isinstance(each, bytes) else each for each in organisation)
        self._connection.exec_driver_sql(
            f"INSERT INTO {SCHEMA}.tenants ({TENANTS.listed}) VALUES ({places})",  # noqa: S608 - our own names
            values,
        )
        add_owner(self._connection, self._tenant, self._owner)
        self._connection.commit()
        self._connection.exec_driver_sql("ANALYZE")
        self._connection.commit()


@contextmanager
def reading_database(address: DatabaseAddress, password: str = "") -> Iterator[DatabaseSource]:
    """See an organisation of a database as it is now, as an administrator.

    Raises `AdministratorNeeded`, `DatabaseNotPrepared`, `NotAMember`, `OrganisationUnclear`, and the errors of the way.
    """
    with _connected(address, password, **_SNAPSHOT) as connection:
        yield DatabaseSource(connection, _organisation(connection, address))


@contextmanager
def filling_database(address: DatabaseAddress, password: str, owner: Owner) -> Iterator[DatabaseTarget]:
    """Let an organisation come into a database, as an administrator.

    Raises `AdministratorNeeded`, `DatabaseNotPrepared`, `CopyCutShort`, and the errors of the way to the database.
    """
    arrived = False
    try:
        with _connected(address, password) as connection:
            arrived = True
            yield DatabaseTarget(connection, owner)
    except DatabaseUnreachable as error:
        if not arrived:
            raise
        raise CopyCutShort(database=address.database) from error


@contextmanager
def _connected(address: DatabaseAddress, password: str, **options: Any) -> Iterator[Connection]:  # noqa: ANN401 - as SQLAlchemy takes them
    engine = shared_engine(address, password, size=1)
    try:
        with translated(address.database), engine.execution_options(**options).connect() as connection:
            require_administrator(connection)
            found = revision(connection)
            if found != NEWEST:
                raise (DatabaseTooNew if found > NEWEST else DatabaseNotPrepared)(database=address.database)
            connection.rollback()
            with _told(connection, address.database):
                yield connection
            connection.rollback()
    finally:
        engine.dispose()


@contextmanager
def _told(connection: Connection, database: str) -> Iterator[None]:
    """Raise the workspace's error in place of the driver's own, which its cursors raise past SQLAlchemy."""
    try:
        yield
    except DriverError as error:
        if _driver(connection).closed:
            connection.invalidate(error)
        known = database_error(error, database)
        if known is None:
            raise
        raise known from error


def _organisation(connection: Connection, address: DatabaseAddress) -> bytes:
    found = connection.exec_driver_sql(f"SELECT uuid_send(tenant_id), name FROM {SCHEMA}.tenants ORDER BY name").all()  # noqa: S608 - our own name
    named = [(bytes(tenant), name) for tenant, name in found if address.tenant in ("", name, id_text(bytes(tenant)))]
    if not named:
        raise NotAMember(login=address.tenant or address.login)
    if len(named) > 1:
        raise OrganisationUnclear(names=", ".join(name for _, name in named))
    return named[0][0]


def _read(table: Portable, column: str) -> str:
    """Return the SQL of a column as it travels."""
    if column in table.ids:
        return f'uuid_send("{column}")'
    return f'"{column}"::int' if column in table.flags else f'"{column}"'


def _ordered(table: Portable, column: str) -> str:
    """Return the SQL by which rows are ordered as a file orders them: byte by byte."""
    numbers = table.ids | table.flags | table.numbers
    return f'"{column}"' if column in numbers else f'"{column}" COLLATE "C"'


def _driver(connection: Connection) -> Any:  # noqa: ANN401 - psycopg's own connection
    return connection.connection.driver_connection
