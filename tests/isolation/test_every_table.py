"""Whoever signs in to a shared database reads and changes the rows of their own organisation that their role may."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
from psycopg import sql

from integration_console.domain.permissions import Role
from integration_console.storage.shared.access import SERVICE, TableAccess, access_of
from integration_console.storage.shared.isolation import SERVICE_LOGIN
from tests.isolation.two_organisations import (
    GLOBEX_OWNER,
    MARK,
    NAMES,
    ROWS_EACH,
    THEIRS,
    Connection,
    Row,
    TwoOrganisations,
    insert,
    people_of,
)

pytestmark = pytest.mark.usefixtures("unharmed")

REFUSED = "refused"
COMMANDS = ("read", "insert", "update", "delete")
WHO = (*(role.value for role in Role), SERVICE)
INSERTED = tuple(name for name in NAMES if access_of(name).insert and name != "directory")
"""The directory tells by its nature that an id, of 122 random bits, is taken."""


def outcome(connection: Connection, statement: sql.Composed, values: list[Any]) -> int | str:
    """How many rows a statement reached, or that the database refused it; nothing of it stays."""
    try:
        with connection.transaction(force_rollback=True):
            return connection.execute(statement, values).rowcount
    except psycopg.errors.InsufficientPrivilege:
        return REFUSED


def where(table: str, row: Row) -> tuple[sql.Composed, list[Any]]:
    """The condition that names exactly this row."""
    parts = [sql.SQL("{} = %s").format(sql.Identifier(name)) for name, value in row.items() if value is not None]
    return sql.SQL(" WHERE ") + sql.SQL(" AND ").join(parts), [each for each in row.values() if each is not None]


def reached(connection: Connection, database: TwoOrganisations, table: str, tenant: str) -> dict[str, int | str]:
    """What each command reaches of the newest row of an organisation, and whether there can be a new one."""
    row = database.rows(table, tenant)[-1]
    named = sql.Identifier(table)
    clause, values = where(table, {"tenant_id": tenant} if table == "tenants" else row)
    other = next(name for name in row if name != "tenant_id")
    column = sql.Identifier(other)
    statements = {
        "read": (sql.SQL("SELECT 1 FROM {}").format(named) + clause, values),
        "insert": insert(table, database.new_row(table, tenant, "new")),
        "update": (sql.SQL("UPDATE {} SET {} = {}").format(named, column, column) + clause, values),
        "delete": (sql.SQL("DELETE FROM {}").format(named) + clause, values),
    }
    return {command: outcome(connection, *statements[command]) for command in COMMANDS}


def allowed(access: TableAccess, command: str, who: str) -> bool:
    return who in getattr(access, command)


@pytest.mark.parametrize("table", NAMES)
def test_nothing_reaches_the_rows_of_another_organisation(closed: TwoOrganisations, table: str) -> None:
    for login in (GLOBEX_OWNER, SERVICE_LOGIN):
        for said in (closed.globex, closed.acme, "", "nonsense"):
            if login == SERVICE_LOGIN and said == closed.acme:
                continue  # the service works for whom it says
            attacker = closed.again(login, said)
            found = reached(attacker, closed, table, closed.acme)
            assert set(found.values()) <= {0, REFUSED}, (login, said, found)
            assert found["insert"] == REFUSED
            moving = sql.SQL("UPDATE {} SET tenant_id = %s").format(sql.Identifier(table))
            assert outcome(attacker, moving, [closed.acme]) == REFUSED


@pytest.mark.parametrize("table", NAMES)
def test_each_role_reaches_of_its_own_organisation_what_is_its_own(closed: TwoOrganisations, table: str) -> None:
    """The rightful ones succeed with the very same statements; who may less is refused, or finds nothing."""
    for who in WHO:
        found = reached(closed.again(people_of(role=who), closed.acme), closed, table, closed.acme)
        expected = {command: allowed(access_of(table), command, who) for command in COMMANDS}
        assert {command: result == 1 for command, result in found.items()} == expected, (who, found)
        assert set(found.values()) <= {0, 1, REFUSED}


@pytest.mark.parametrize("table", NAMES)
def test_the_same_statements_leak_where_no_policy_holds(unprotected: TwoOrganisations, table: str) -> None:
    access = access_of(table)
    for login, who in ((GLOBEX_OWNER, "owner"), (SERVICE_LOGIN, SERVICE)):
        attacker = unprotected.again(login, unprotected.globex)
        found = reached(attacker, unprotected, table, unprotected.acme)
        expected = {command: allowed(access, command, who) for command in COMMANDS}
        leaks = {command: result == 1 for command, result in found.items()}
        assert all(leaks[command] for command, is_allowed in expected.items() if is_allowed), (who, found)


@pytest.mark.parametrize("table", INSERTED)
def test_the_key_of_another_organisations_row_is_free(closed: TwoOrganisations, table: str) -> None:
    """A probe with their ids and names finds out nothing: it succeeds as if they did not exist."""
    who = GLOBEX_OWNER if "owner" in access_of(table).insert else SERVICE_LOGIN
    row = closed.rows(table, closed.acme)[-1] | {"tenant_id": closed.globex}
    assert outcome(closed.again(who, closed.globex), *insert(table, row)) == 1


@pytest.mark.parametrize("table", NAMES)
def test_the_tables_owner_is_held_to_the_policies(
    closed: TwoOrganisations, unprotected: TwoOrganisations, table: str
) -> None:
    """FORCE: even the role that owns the tables finds nothing, and does where it is missing."""
    query = sql.SQL("SELECT t::text FROM {} AS t").format(sql.Identifier(table))
    found = []
    for database in (closed, unprotected):
        with database.superuser.transaction():
            database.superuser.execute("SET LOCAL ROLE console_schema")
            found.append(len(database.superuser.execute(query).fetchall()))
    assert found[0] == 0
    assert found[1] >= (2 if table in {"tenants", "audit_log"} else 2 * ROWS_EACH)


def test_the_marks_are_there_to_be_found(closed: TwoOrganisations) -> None:
    texts = {name: " ".join(rows) for name, rows in closed.everything_of(closed.acme).items()}
    hidden = {name for name, found in texts.items() if MARK not in found and MARK.encode().hex() not in found}
    assert hidden == {"data_keys", "audit_log"} - {name for name, found in texts.items() if MARK in found}
    assert not any(THEIRS in found for found in texts.values())
