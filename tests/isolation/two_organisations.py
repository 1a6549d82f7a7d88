"""A real database in which two organisations have rows in every table, and a copy in which nothing keeps them apart."""

from __future__ import annotations

import json
import secrets
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import psycopg
from psycopg import sql

from integration_console.domain.permissions import Role
from integration_console.storage.shared.access import access_of
from integration_console.storage.shared.isolation import SERVICE_LOGIN, TABLES
from tests.postgres import Server

Connection = psycopg.Connection[tuple[Any, ...]]
Row = dict[str, Any]

MARK: Final = "of-acme-alone"
"""What stands in every text of Acme's rows, and nowhere else."""
THEIRS: Final = "of-globex-alone"
ACME_OWNER, GLOBEX_OWNER = "acme_owner", "globex_owner"
PEOPLE: Final = {Role.OWNER: ACME_OWNER} | {each: f"acme_{each.value}" for each in Role if each is not Role.OWNER}
ROWS_EACH: Final = 3
NAMES: Final = tuple(table.name for table in TABLES)
_NOTHING_BY_NATURE: Final = (
    "SELECT NOT rolsuper AND NOT rolbypassrls AND NOT rolcreaterole AND NOT EXISTS (SELECT 1 FROM pg_roles AS other "
    "WHERE other.rolname IN ('console_schema', 'console_definer', 'console_registrar') "
    "AND pg_has_role(mine.oid, other.oid, 'MEMBER')) FROM pg_roles AS mine WHERE rolname = session_user"
)
_COLUMNS: Final = (
    "SELECT column_name, udt_name FROM information_schema.columns "
    "WHERE table_schema = 'console' AND table_name = %s ORDER BY ordinal_position"
)
_FIXED: Final = {"status": "active", "role": "support"}
"""What a column holds that cannot hold any text."""


@dataclass(frozen=True)
class TwoOrganisations:
    """Acme, whose rows are attacked, and Globex, whose owner attacks."""

    running: Server
    name: str
    acme: str
    globex: str

    held: dict[str, Connection] = field(default_factory=dict)

    @contextmanager
    def signed_in(self, login: str, tenant: str = "") -> Iterator[Connection]:
        """A new connection of one who (asserted) may do nothing by nature; `tenant`: whom they say to work for."""
        with self.running.connect(self.name, login) as connection:
            assert connection.execute(_NOTHING_BY_NATURE).fetchone() == (True,)
            say(connection, tenant)
            yield connection

    def again(self, login: str, tenant: str = "") -> Connection:
        """The connection of somebody, the same one each time, who now says to work for `tenant`."""
        if login not in self.held:
            connection = self.held[login] = self.running.connect(self.name, login)
            assert connection.execute(_NOTHING_BY_NATURE).fetchone() == (True,)
        say(self.held[login], tenant)
        return self.held[login]

    @property
    def superuser(self) -> Connection:
        """One who sees everything, to look at what became of it."""
        if "" not in self.held:
            self.held[""] = self.running.connect(self.name)
        return self.held[""]

    def close(self) -> None:
        """Close all connections that were held."""
        for each in self.held.values():
            each.close()
        self.held.clear()

    def rows(self, table: str, tenant: str) -> list[Row]:
        """The rows of one organisation in a table, oldest first."""
        query = sql.SQL("SELECT * FROM {} WHERE tenant_id = %s ORDER BY ctid").format(sql.Identifier(table))
        cursor = self.superuser.execute(query, (tenant,))
        names = [each.name for each in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def everything_of(self, tenant: str) -> dict[str, list[str]]:
        """All rows of one organisation as texts."""
        return {name: sorted(map(str, self.rows(name, tenant))) for name in NAMES}

    @cached_property
    def types(self) -> dict[str, dict[str, str]]:
        """The type of each column of each table."""
        return {name: dict(self.superuser.execute(_COLUMNS, (name,)).fetchall()) for name in NAMES}

    def new_row(self, table: str, tenant: str, mark: str) -> Row:
        """A row that was not there before: each text is marked, each number and id is new."""
        row = {name: self._value(table, name, kind, mark) for name, kind in self.types[table].items()}
        return {**row, "tenant_id": tenant}

    def _value(self, table: str, name: str, kind: str, mark: str) -> Any:
        text = f"{mark} {secrets.token_hex(4)}"
        if kind in {"text", "varchar"}:
            return _FIXED.get(name) or (json.dumps(text) if name in access_of(table).json else text)
        if kind == "uuid":
            return str(uuid.uuid4())
        if kind == "bytea":
            return text.encode()
        return False if kind == "bool" else secrets.randbelow(1_000_000_000)


def say(connection: Connection, tenant: str) -> None:
    """Name the organisation that somebody claims to work for."""
    connection.execute("SELECT set_config('app.tenant_id', %s, false)", (tenant,))


def insert(table: str, row: Row) -> tuple[sql.Composed, list[Any]]:
    """The statement that puts a row into a table."""
    names = sql.SQL(", ").join(map(sql.Identifier, row))
    places = sql.SQL(", ").join(sql.Placeholder() * len(row))
    statement = sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(sql.Identifier(table), names, places)
    return statement, list(row.values())


def two_organisations(running: Server) -> TwoOrganisations:
    """A database with two organisations, members of every role in Acme, and rows of both in every table."""
    name = running.new_database()
    acme = running.new_organisation(name, f"Acme {MARK}", ACME_OWNER)
    globex = running.new_organisation(name, f"Globex {THEIRS}", GLOBEX_OWNER)
    made = TwoOrganisations(running, name, acme, globex)
    for login in PEOPLE.values():
        running.new_login(login)
        running.run(f"GRANT console_people TO {login}")
    for role, login in PEOPLE.items():
        if role is not Role.OWNER:
            row = made.new_row("tenant_members", acme, MARK) | {"login": login, "role": role.value}
            made.superuser.execute(*insert("tenant_members", row))
    made.superuser.execute("SET session_replication_role = replica")  # the audit of what follows would tell nothing
    for table, tenant, mark in _wanted(made):
        made.superuser.execute(*insert(table, made.new_row(table, tenant, mark)))
    made.superuser.execute("RESET session_replication_role; ANALYZE")
    return made


def without_protection(closed: TwoOrganisations) -> TwoOrganisations:
    """A copy in which no policy holds and a partition can be read: there every attack has to succeed."""
    name = f"t_{secrets.token_hex(6)}"
    closed.close()
    closed.running.run(f"CREATE DATABASE {name} TEMPLATE {closed.name}")
    opening = "; ".join(f"ALTER TABLE console.{table} DISABLE ROW LEVEL SECURITY" for table in NAMES)
    closed.running.run(f"{opening}; GRANT SELECT ON console.integration_logs_other TO console_people; ANALYZE", name)
    return TwoOrganisations(closed.running, name, closed.acme, closed.globex)


def _wanted(made: TwoOrganisations) -> Iterable[tuple[str, str, str]]:
    for table in NAMES:
        if table in {"tenants", "audit_log"}:
            continue
        for tenant, mark in ((made.acme, MARK), (made.globex, THEIRS)):
            yield from [(table, tenant, mark)] * ROWS_EACH


def people_of(*, role: str) -> str:
    """The login of Acme's person of a role, or of the service."""
    return SERVICE_LOGIN if role == "service" else PEOPLE[Role(role)]
