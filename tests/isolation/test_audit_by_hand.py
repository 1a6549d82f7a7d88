"""What a person changes by SQL in an administrative table leaves one true entry, and nobody takes it back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import psycopg
import pytest
from psycopg import sql

from integration_console.domain.audit import FIRST_HASH, AuditDraft, chained_hash
from integration_console.domain.clock import from_microseconds
from integration_console.domain.permissions import Role
from integration_console.storage.shared.access import TABLES as ACCESS
from tests.isolation.two_organisations import (
    ACME_OWNER,
    MARK,
    PEOPLE,
    Connection,
    Row,
    TwoOrganisations,
    insert,
    two_organisations,
)
from tests.postgres import server

AUDITED = {name: access for name, access in ACCESS.items() if access.audited}
TOLD = {name: access.audited for name, access in AUDITED.items()} | {"secrets": "secret"}
SEALED = {"secrets": ("sealed",), "key_holders": ("salt", "public_key", "wrapped_key")}
"""What is changed without being told itself."""
KEYS = {"api_key_policies": ("name",), "retention_rules": ("name",)}
"""What rows without an identifier are known by."""


@pytest.fixture(scope="module")
def database() -> Iterator[TwoOrganisations]:
    with closing(two_organisations(server())) as made:
        yield made


@pytest.fixture
def person(database: TwoOrganisations) -> Connection:
    connection = database.again(ACME_OWNER, database.acme)
    connection.execute("SELECT set_config('app.actor', 'somebody else', false), set_config('app.copying', 'on', false)")
    return connection


def entries(database: TwoOrganisations) -> list[Row]:
    return sorted(database.rows("audit_log", database.acme), key=lambda row: int(row["number"]))


def new_entry(database: TwoOrganisations, before: list[Row]) -> Row:
    (entry,) = entries(database)[len(before) :]
    return entry | {"before": json.loads(entry["before"]), "after": json.loads(entry["after"])}


def changed(connection: Connection, table: str, row: Row, column: str, value: Any) -> None:
    keys = [name for name in ("id", "key_id", "tenant_id", *KEYS.get(table, ())) if name in row]
    where = sql.SQL(" AND ").join(sql.SQL("{} = %s").format(sql.Identifier(name)) for name in keys)
    statement = sql.SQL("UPDATE {} SET {} = %s WHERE ").format(sql.Identifier(table), sql.Identifier(column)) + where
    assert connection.execute(statement, [value, *(row[name] for name in keys)]).rowcount == 1


@pytest.mark.parametrize("table", TOLD)
def test_each_change_by_hand_leaves_one_true_entry(database: TwoOrganisations, person: Connection, table: str) -> None:
    kind, row = TOLD[table], database.new_row(table, database.acme, MARK)
    before = entries(database)
    person.execute(*insert(table, row))
    made = new_entry(database, before)
    assert (made["actor"], made["subject_kind"], made["before"]) == (ACME_OWNER, kind, {})
    rules = {"api_key_policy", "retention_rule"}  # of which each is always there
    first = {"changed"} if kind in rules else {"created", "added", "set", "placed"}
    assert made["action"].partition(".")[2] in first
    if "name" in row:
        assert made["after"]["name"] == row["name"]
    for column in updatable(database, table):
        before = entries(database)
        value = database.new_row(table, database.acme, "changed")[column]
        changed(person, table, row, column, value)
        told = new_entry(database, before)
        assert (told["actor"], told["action"]) == (ACME_OWNER, f"{kind}.changed")
        differing = {each for each in told["after"] if told["before"].get(each) != told["after"][each]}
        name = "table" if column == "table_name" else column
        assert differing == {name}
        assert MARK not in str(told["after"][name])
        row[column] = value
    before = entries(database)
    (key,) = KEYS.get(table, ("id",))
    removal = sql.SQL("DELETE FROM {} WHERE {} = %s").format(sql.Identifier(table), sql.Identifier(key))
    assert person.execute(removal, (row[key],)).rowcount == 1
    gone = new_entry(database, before)
    assert (gone["actor"], gone["action"], gone["after"]) == (ACME_OWNER, f"{kind}.removed", {})
    if "name" in row:
        assert gone["before"]["name"] == row["name"]


def updatable(database: TwoOrganisations, table: str) -> list[str]:
    """The columns whose change is a person's."""
    if not ACCESS[table].update - {"service"}:
        return []
    quiet = {"id", "tenant_id", "status", "role", *KEYS.get(table, ())} | (
        set(ACCESS[table].unaudited) - set(SEALED.get(table, ()))
    )
    return [name for name, kind in database.types[table].items() if name not in quiet and kind != "bool"]


def test_an_organisation_that_is_renamed_by_hand_is_told(database: TwoOrganisations, person: Connection) -> None:
    (row,), before = database.rows("tenants", database.acme), entries(database)
    changed(person, "tenants", row, "name", "Another name")
    told = new_entry(database, before)
    assert (told["actor"], told["action"], told["subject_id"]) == (ACME_OWNER, "workspace.changed", database.acme)
    assert (told["before"]["name"], told["after"]["name"]) == (row["name"], "Another name")


def test_the_chain_holds_after_all_of_it(database: TwoOrganisations) -> None:
    previous = FIRST_HASH
    for number, row in enumerate(entries(database), 1):
        draft = AuditDraft(
            str(row["id"]), from_microseconds(row["created_at"]), row["actor"], row["action"], row["subject_kind"],
            row["subject_id"], json.loads(row["before"]), json.loads(row["after"]),
        )  # fmt: skip
        assert (row["number"], row["previous_hash"]) == (number, previous)
        previous = chained_hash(previous, number, draft)
        assert row["hash"] == previous


def test_nothing_of_a_change_that_is_taken_back_is_told(database: TwoOrganisations, person: Connection) -> None:
    before = entries(database)
    with person.transaction(force_rollback=True):
        person.execute("DELETE FROM schedules")
        person.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert entries(database) == before


def test_there_and_back_again_are_two_changes(database: TwoOrganisations, person: Connection) -> None:
    before, row = entries(database), database.rows("integration_webhooks", database.acme)[0]
    with person.transaction():
        changed(person, "integration_webhooks", row, "name", "elsewhere")
        changed(person, "integration_webhooks", row, "name", row["name"])
    assert [each["action"] for each in entries(database)[len(before) :]] == ["webhook.changed"] * 2


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    "attempt",
    [
        "INSERT INTO audit_log SELECT * FROM audit_log",
        "UPDATE audit_log SET actor = 'somebody else'",
        "UPDATE audit_log SET number = number + 1000",
        "DELETE FROM audit_log",
        "TRUNCATE audit_log",
        "ALTER TABLE integration_connectors DISABLE TRIGGER audit",
        "DROP TRIGGER audit ON integration_connectors",
        "SET session_replication_role = replica",
        "SELECT append_audit(active_tenant(), 'x', 'x', 'x', 'x', '{}', '{}')",
        "SELECT audit()",
        "SELECT note_audit('member.removed', 'member', 'x')",
        "SELECT note_audit('member.password_changed', 'member', 'x')",
    ],
)
def test_nobody_writes_or_silences_the_audit(database: TwoOrganisations, role: Role, attempt: str) -> None:
    before = entries(database)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        database.again(PEOPLE[role], database.acme).execute(attempt.encode())
    assert entries(database) == before
