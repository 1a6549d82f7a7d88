"""What the tables promise: the tenant first in every key, no foreign rows, and the migrations make exactly them."""

from __future__ import annotations

from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, Table, UniqueConstraint, insert, inspect, update
from sqlalchemy.exc import IntegrityError

from integration_console.domain.ids import new_id
from integration_console.storage.catalogue import METADATA, TENANT_TABLES
from integration_console.storage.columns import Id, Json, Moment
from integration_console.storage.log_index import PREFIX
from integration_console.storage.store import EmbeddedStore
from integration_console.storage.tables import tenants
from tests.fakes import NOON

every_tenant_table = pytest.mark.parametrize("table", TENANT_TABLES, ids=lambda table: table.name)


def filled_row(table: Table, tenant_id: str) -> dict[str, Any]:
    """A row with something in every column."""
    return {**{column.name: something(column) for column in table.c}, "tenant_id": tenant_id}


def something(column: Column[Any]) -> Any:
    if isinstance(column.type, Id):
        return new_id()
    if isinstance(column.type, Moment):
        return NOON
    if isinstance(column.type, Json):
        return {}
    return {int: 1, float: 1.0, bytes: b"x", str: "x", bool: True}[column.type.python_type]


def derived(name: str) -> bool:
    """Whether a table belongs to the index of words, which can be made anew."""
    return name.startswith(PREFIX)


def test_every_table_that_has_a_tenant_is_a_tenant_table() -> None:
    with_tenant = {table.name for table in METADATA.tables.values() if "tenant_id" in table.c}
    assert with_tenant - {table.name for table in TENANT_TABLES} == {"tenants", "directory"}


@every_tenant_table
def test_every_key_starts_with_the_tenant(table: Table) -> None:
    keys = [table.primary_key.columns.keys()]
    keys += [each.columns.keys() for each in table.constraints if isinstance(each, UniqueConstraint)]
    keys += [each.columns.keys() for each in table.indexes]
    assert {key[0] for key in keys} == {"tenant_id"}


@every_tenant_table
def test_a_row_of_another_organisation_is_refused(store: EmbeddedStore, table: Table) -> None:
    with pytest.raises(IntegrityError, match="a row of another organisation"):
        store.write(lambda writing: writing.connection.execute(insert(table), filled_row(table, new_id())))


@every_tenant_table
def test_a_row_cannot_be_given_to_another_organisation(store: EmbeddedStore, table: Table) -> None:
    store.write(lambda writing: writing.connection.execute(insert(table), filled_row(table, store.tenant_id)))
    with pytest.raises(IntegrityError, match="a row of another organisation"):
        store.write(lambda writing: writing.connection.execute(update(table).values(tenant_id=new_id())))


@every_tenant_table
def test_both_guards_stand_in_the_file(store: EmbeddedStore, table: Table) -> None:
    query = f"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table.name}'"  # noqa: S608
    found = store.read(lambda reading: set(reading.connection.exec_driver_sql(query).scalars()))
    assert found == {f"{table.name}_insert_tenant", f"{table.name}_update_tenant"}


def test_the_migrations_make_exactly_these_tables(store: EmbeddedStore) -> None:
    with store.reading() as reading:
        options = {"compare_type": True, "include_name": lambda name, kind, _: kind != "table" or not derived(name)}
        context = MigrationContext.configure(reading.connection, opts=options)
        assert compare_metadata(context, METADATA) == []


def test_the_file_has_no_table_that_is_not_written_down(store: EmbeddedStore) -> None:
    found = store.read(lambda reading: set(inspect(reading.connection).get_table_names()))
    assert {each for each in found if not derived(each)} == {*METADATA.tables, "alembic_version"}
    assert {each for each in found if derived(each)} == {f"{PREFIX}stretches"}


def test_the_organisation_has_the_name_of_its_file(store: EmbeddedStore) -> None:
    row = store.read(lambda reading: reading.connection.execute(tenants.select()).one())
    assert tuple(row) == (store.tenant_id, "console", NOON)
