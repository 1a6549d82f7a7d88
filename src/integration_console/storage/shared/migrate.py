"""Prepares a shared database as an administrator: roles, tables, policies, and organisations with their owners."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from integration_console.domain.clock import microseconds
from integration_console.domain.errors import AdministratorNeeded, DatabaseTooNew
from integration_console.domain.ids import new_id
from integration_console.domain.permissions import Role
from integration_console.storage.columns import id_bytes
from integration_console.storage.migrate import NEWEST, alembic_configuration
from integration_console.storage.shared import isolation
from integration_console.storage.shared.engine import SCHEMA, shared_engine
from integration_console.storage.shared.faults import translated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import Connection, Engine

    from integration_console.storage.shared.address import DatabaseAddress


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
    """Add an organisation and its first owner, `(login, name)`; return its id. The login must exist."""
    engine = shared_engine(address, password, size=1)
    tenant_id = new_id()
    tenant = {"tenant_id": id_bytes(tenant_id), "name": name, "created_at": microseconds(moment)}
    try:
        with translated(address.database), engine.begin() as connection:
            connection.exec_driver_sql(f"SET LOCAL ROLE {isolation.DEFINER}")
            _insert(connection, "tenants", tenant)
            connection.exec_driver_sql("SET LOCAL ROLE NONE")
            add_owner(connection, tenant_id, Owner(*owner, moment))
    finally:
        engine.dispose()
    return tenant_id


def add_owner(connection: Connection, tenant_id: str, owner: Owner) -> None:
    """Let a login that exists own an organisation, unless it is a member there already."""
    quoted = connection.dialect.identifier_preparer.quote_identifier(owner.login)
    connection.exec_driver_sql(f"GRANT {isolation.PEOPLE} TO {quoted}")
    connection.exec_driver_sql(f"SET LOCAL ROLE {isolation.DEFINER}")
    tenant, moment = id_bytes(tenant_id), microseconds(owner.moment)
    known = f"SELECT 1 FROM {SCHEMA}.tenant_members WHERE tenant_id = %s AND login = %s AND status = 'active'"  # noqa: S608 - our own name
    if connection.exec_driver_sql(known, (tenant, owner.login)).first() is None:
        member = {
            "tenant_id": tenant,
            "id": id_bytes(new_id()),
            "name": owner.name or owner.login,
            "login": owner.login,
            "role": Role.OWNER.value,
            "status": "active",
            "generation": 1,
            "created_at": moment,
            "updated_at": moment,
        }
        _insert(connection, "tenant_members", member)
    connection.exec_driver_sql("SET LOCAL ROLE NONE")


def _insert(connection: Connection, table: str, row: dict[str, object]) -> None:
    places = ", ".join(f"%({name})s" for name in row)
    connection.exec_driver_sql(f"INSERT INTO {SCHEMA}.{table} ({', '.join(row)}) VALUES ({places})", row)  # noqa: S608 - our own names


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
