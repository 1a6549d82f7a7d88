"""Prepares a shared database as an administrator: roles, tables, policies, and organisations with their owners."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text
from sqlalchemy.exc import ProgrammingError

from integration_console.domain.clock import microseconds
from integration_console.domain.errors import AdministratorNeeded, DatabaseTooNew, LoginMissing
from integration_console.domain.ids import new_id
from integration_console.storage.migrate import NEWEST, alembic_configuration
from integration_console.storage.shared import isolation
from integration_console.storage.shared.engine import SCHEMA, shared_engine
from integration_console.storage.shared.faults import state_of, translated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import Connection, Engine

    from integration_console.storage.shared.address import DatabaseAddress

_UNDEFINED = "42704"


def migrate_shared(address: DatabaseAddress, password: str = "") -> tuple[str, str]:
    """Bring a database to the newest shape, all or nothing; return the revisions before ("": new) and after.

    Raises `AdministratorNeeded`, `DatabaseTooNew` and the errors of the way to the database.
    """
    engine = shared_engine(address, password, size=1)
    try:
        with translated(address.database):
            return _migrated(engine, address)
    finally:
        engine.dispose()


def script(organisation: tuple[str, tuple[str, str], datetime] | None = None) -> str:
    """Return all SQL as one script, with an organisation `(name, (login, name of the owner), moment)` if one is given.

    It is for a database that has none of our tables yet, and is done whole or not at all.
    """
    parts = [
        each.rstrip().rstrip(";") for each in (*statements(), *(_organisation(*organisation) if organisation else ()))
    ]
    return "".join(f"{each};\n" for each in ("BEGIN", *parts, "COMMIT"))


def statements() -> Iterator[str]:
    """Yield the SQL of everything that `migrate_shared` does to a new database, for an administrator to run."""
    yield from isolation.role_statements()
    yield from isolation.schema_statements()
    yield f"SET search_path = {SCHEMA}"
    yield f"SET ROLE {isolation.SCHEMA_ROLE}"
    yield _tables_as_sql()
    yield "RESET ROLE"
    yield from isolation.function_statements()
    yield f"SET ROLE {isolation.SCHEMA_ROLE}"
    yield from isolation.table_statements()
    yield "RESET ROLE"
    yield from isolation.partition_statements()


@dataclass(frozen=True, slots=True)
class Owner:
    """The login that is to own an organisation, the person's name ("": as the login), and when it was made one."""

    login: str
    name: str
    moment: datetime


def add_organisation(
    address: DatabaseAddress, password: str, name: str, owner: tuple[str, str], moment: datetime
) -> str:
    """Add an organisation and its first owner, `(login, name)`, unless one of this name is there; return its id.

    Raises `LoginMissing` and the errors of the way to the database.
    """
    engine = shared_engine(address, password, size=1)
    known = text(f"SELECT tenant_id::text FROM {SCHEMA}.tenants WHERE name = :name")  # noqa: S608 - our own name
    try:
        with translated(address.database), engine.begin() as connection:
            _run(connection, _organisation(name, owner, moment))
            connection.exec_driver_sql(f"SET LOCAL ROLE {isolation.DEFINER}")
            return str(connection.execute(known, {"name": name}).scalar_one())
    except ProgrammingError as error:
        if state_of(error) == _UNDEFINED:
            raise LoginMissing(login=owner[0]) from error
        raise
    finally:
        engine.dispose()


_ADD_OWNER = f"""
INSERT INTO {SCHEMA}.tenant_members (tenant_id, id, name, login, role, status, generation, created_at, updated_at)
SELECT %(tenant)s::uuid, %(id)s::uuid, %(name)s, %(login)s::varchar, 'owner', 'active', 1, %(moment)s, %(moment)s
WHERE NOT EXISTS (SELECT 1 FROM {SCHEMA}.tenant_members
    WHERE tenant_id = %(tenant)s::uuid AND login = %(login)s::varchar AND status = 'active')
"""  # noqa: S608 - our own names


def add_owner(connection: Connection, tenant_id: str, owner: Owner) -> None:
    """Let a login that exists own an organisation, unless it is a member there already."""
    quoted = connection.dialect.identifier_preparer.quote_identifier(owner.login)
    connection.exec_driver_sql(f"GRANT {isolation.PEOPLE} TO {quoted}")
    connection.exec_driver_sql(f"SET LOCAL ROLE {isolation.DEFINER}")
    names = {"tenant": tenant_id, "id": new_id(), "login": owner.login, "name": owner.name or owner.login}
    connection.exec_driver_sql(_ADD_OWNER, {**names, "moment": microseconds(owner.moment)})
    connection.exec_driver_sql("SET LOCAL ROLE NONE")


def _organisation(name: str, owner: tuple[str, str], moment: datetime) -> Iterator[str]:
    """Yield what adds an organisation, unless there is one of this name."""
    login, person = (_quoted(each) for each in (owner[0], owner[1] or owner[0]))
    at = microseconds(moment)
    yield f'GRANT {isolation.PEOPLE} TO "{owner[0].replace(chr(34), chr(34) * 2)}"'
    yield f"SET LOCAL ROLE {isolation.DEFINER}"
    yield (
        f"WITH added AS (INSERT INTO {SCHEMA}.tenants (tenant_id, name, created_at) "  # noqa: S608 - quoted
        f"SELECT '{new_id()}', {_quoted(name)}, {at} "
        f"WHERE NOT EXISTS (SELECT 1 FROM {SCHEMA}.tenants WHERE name = {_quoted(name)}) RETURNING tenant_id) "
        f"INSERT INTO {SCHEMA}.tenant_members "
        "(tenant_id, id, name, login, role, status, generation, created_at, updated_at) "
        f"SELECT tenant_id, '{new_id()}', {person}, {login}, 'owner', 'active', 1, {at}, {at} FROM added"
    )
    yield "RESET ROLE"


def _quoted(words: str) -> str:
    return f"'{words.replace(chr(39), chr(39) * 2)}'"


def _migrated(engine: Engine, address: DatabaseAddress) -> tuple[str, str]:
    with engine.begin() as connection:
        before = revision(connection)
        if before > NEWEST:
            raise DatabaseTooNew(database=address.database)
        require_administrator(connection)
        _run(connection, isolation.role_statements())
        _run(connection, isolation.schema_statements())
        _as(connection, isolation.SCHEMA_ROLE)
        _upgrade(connection)
        _as(connection, "NONE")
        _run(connection, isolation.function_statements())
        _as(connection, isolation.SCHEMA_ROLE)
        _run(connection, isolation.table_statements())
        _as(connection, "NONE")
        _run(connection, isolation.partition_statements())
    return before, NEWEST


def _as(connection: Connection, role: str) -> None:
    connection.exec_driver_sql(f"SET LOCAL ROLE {role}")


def _run(connection: Connection, found: Iterator[str]) -> None:
    for statement in found:
        connection.exec_driver_sql(statement.replace("%", "%%"))


def revision(connection: Connection) -> str:
    """Return the revision of a database as its administrator sees it ("": it is not prepared)."""
    if not inspect(connection).has_table("alembic_version", SCHEMA):
        return ""
    return str(connection.execute(text(f"SELECT version_num FROM {SCHEMA}.alembic_version")).scalar() or "")  # noqa: S608 - our own name


def require_administrator(connection: Connection) -> None:
    """Raise `AdministratorNeeded` where the one who is signed in may not prepare a database."""
    may = text("SELECT rolsuper OR (rolcreaterole AND rolbypassrls) FROM pg_roles WHERE rolname = current_user")
    if not connection.execute(may).scalar():
        raise AdministratorNeeded(login=str(connection.exec_driver_sql("SELECT current_user").scalar()))


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - 80 ms that an up-to-date database need not pay

    configuration = alembic_configuration()
    configuration.attributes["connection"] = connection
    command.upgrade(configuration, "head")


def _tables_as_sql() -> str:
    from alembic import command  # noqa: PLC0415 - see above

    written = io.StringIO()
    configuration = alembic_configuration()
    configuration.output_buffer = written
    command.upgrade(configuration, "head", sql=True)
    return "\n".join(line for line in written.getvalue().splitlines() if line not in ("BEGIN;", "COMMIT;"))
