"""Prepares a shared database as an administrator: roles, tables, policies, and organisations with their owners."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

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


def add_organisation(
    address: DatabaseAddress, password: str, name: str, owner: tuple[str, str], moment: datetime
) -> str:
    """Add an organisation and its first owner, `(login, name)`; return its id. The login must exist."""
    engine = shared_engine(address, password, size=1)
    tenant_id = new_id()
    tenant = {"tenant_id": id_bytes(tenant_id), "name": name, "created_at": int(moment.timestamp() * 1_000_000)}
    login, person = owner
    member = {
        "tenant_id": tenant["tenant_id"],
        "id": id_bytes(new_id()),
        "name": person or login,
        "login": login,
        "role": Role.OWNER.value,
        "status": "active",
        "generation": 1,
        "created_at": tenant["created_at"],
        "updated_at": tenant["created_at"],
    }
    try:
        with translated(address.database), engine.begin() as connection:
            _allow_people(connection, login)
            connection.exec_driver_sql(f"SET LOCAL ROLE {isolation.DEFINER}")
            _insert(connection, "tenants", tenant)
            _insert(connection, "tenant_members", member)
    finally:
        engine.dispose()
    return tenant_id


def _allow_people(connection: Connection, login: str) -> None:
    quoted = connection.dialect.identifier_preparer.quote_identifier(login)
    connection.exec_driver_sql(f"GRANT {isolation.PEOPLE} TO {quoted}")


def _insert(connection: Connection, table: str, row: dict[str, object]) -> None:
    places = ", ".join(f"%({name})s" for name in row)
    connection.exec_driver_sql(f"INSERT INTO {SCHEMA}.{table} ({', '.join(row)}) VALUES ({places})", row)  # noqa: S608 - our own names


def _migrated(engine: Engine, address: DatabaseAddress) -> tuple[str, str]:
    with engine.begin() as connection:
        before = _revision(connection)
        if before > NEWEST:
            raise DatabaseTooNew(database=address.database)
        _require_administrator(connection)
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


def _revision(connection: Connection) -> str:
    if not inspect(connection).has_table("alembic_version", SCHEMA):
        return ""
    return str(connection.execute(text(f"SELECT version_num FROM {SCHEMA}.alembic_version")).scalar() or "")  # noqa: S608 - our own name


def _require_administrator(connection: Connection) -> None:
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
