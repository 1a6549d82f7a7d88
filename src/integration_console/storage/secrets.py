"""The rows of sealed secrets, and the names under which they lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, text, update

from integration_console.domain.clock import microseconds
from integration_console.domain.ids import new_id
from integration_console.storage import sync_tables, tables
from integration_console.storage.columns import id_bytes
from integration_console.storage.driver import is_postgres
from integration_console.storage.key_holders import require_data_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import ColumnElement

    from integration_console.storage.transaction import Reading, Writing

_table = tables.secrets
_RENEW = text("SELECT console.renew_secret(:about, :name, :id, :key, :sealed, :moment)")


@dataclass(frozen=True, slots=True)
class SealedSecret:
    """A secret as it lies in the file; `expires_at` is set for one that was replaced but still counts."""

    table: str
    row_id: str
    name: str
    key_id: str
    sealed: bytes
    created_at: datetime
    expires_at: datetime | None = None


def keep_secret(writing: Writing, secret: SealedSecret) -> None:
    """Store a secret in place of all of that name; one that a rotation left for a while ends, too."""
    require_data_key(writing, secret.key_id)
    if secret.table == sync_tables.access_tokens.name and is_postgres(writing.connection):
        _renew(writing, secret)
        return
    here = _here(writing, secret.table, secret.row_id, secret.name)
    writing.connection.execute(delete(_table).where(*here))
    _insert(writing, secret)


def seal_anew(writing: Writing, key_id: str, sealed_again: Callable[[SealedSecret], bytes | None]) -> int:
    """Replace what every secret is sealed with; return how many. One for which there is None stays as it is."""
    query = select(_table).where(_table.c.tenant_id == writing.tenant_id).with_for_update()
    found = [
        (row.id, SealedSecret(row.table_name, row.row_id, row.name, row.key_id, row.sealed, row.created_at))
        for row in writing.connection.execute(query)
    ]
    count = 0
    for identifier, secret in found:
        again = sealed_again(secret)
        if again is not None:
            here = update(_table).where(_table.c.tenant_id == writing.tenant_id, _table.c.id == identifier)
            writing.connection.execute(here.values(key_id=key_id, sealed=again))
            count += 1
    return count


def _renew(writing: Writing, secret: SealedSecret) -> None:
    """An operator's sync may renew a token, and write no other secret: a function of the database sees to that."""
    values = {
        "about": id_bytes(secret.row_id),
        "name": secret.name,
        "id": id_bytes(new_id()),
        "key": id_bytes(secret.key_id),
        "sealed": secret.sealed,
        "moment": microseconds(secret.created_at),
    }
    writing.connection.execute(_RENEW, values)


def rotate_secret(
    writing: Writing, secret: SealedSecret, old_until: datetime, over_since: datetime | None = None
) -> None:
    """Store a new current secret; the one before it counts until `old_until`.

    Older ones count no more; with `over_since`, only those are deleted whose time was over by then.
    """
    require_data_key(writing, secret.key_id)
    here = _here(writing, secret.table, secret.row_id, secret.name)
    over = _table.c.expires_at.is_not(None) if over_since is None else _table.c.expires_at <= over_since
    writing.connection.execute(delete(_table).where(*here, over))
    writing.connection.execute(update(_table).where(*here, _table.c.expires_at.is_(None)).values(expires_at=old_until))
    _insert(writing, secret)


def forget_secrets(writing: Writing, table: str, row_id: str) -> None:
    """Delete all secrets of a row."""
    writing.connection.execute(
        delete(_table).where(
            _table.c.tenant_id == writing.tenant_id, _table.c.table_name == table, _table.c.row_id == row_id
        )
    )


def secret_names(reading: Reading | Writing, table: str, row_id: str) -> frozenset[str]:
    """Return the names of the secrets that a row has."""
    query = select(_table.c.name).where(
        _table.c.tenant_id == reading.tenant_id, _table.c.table_name == table, _table.c.row_id == row_id
    )
    return frozenset(reading.connection.execute(query).scalars())


def names_of_all_secrets(reading: Reading | Writing, table: str) -> dict[str, frozenset[str]]:
    """Return the names of the secrets that each row of a table has, in one question for all of them."""
    query = select(_table.c.row_id, _table.c.name).where(
        _table.c.tenant_id == reading.tenant_id, _table.c.table_name == table
    )
    names: dict[str, set[str]] = {}
    for row in reading.connection.execute(query):
        names.setdefault(row.row_id, set()).add(row.name)
    return {row_id: frozenset(found) for row_id, found in names.items()}


def secrets_of_all(reading: Reading, table: str) -> dict[str, list[SealedSecret]]:
    """Return the secrets of every row of a table, the current ones of each first, in one question for all of them."""
    query = (
        select(_table)
        .where(_table.c.tenant_id == reading.tenant_id, _table.c.table_name == table)
        .order_by(_table.c.expires_at.is_not(None), _table.c.created_at.desc())
    )
    found: dict[str, list[SealedSecret]] = {}
    for row in reading.connection.execute(query):
        secret = SealedSecret(table, row.row_id, row.name, row.key_id, row.sealed, row.created_at, row.expires_at)
        found.setdefault(row.row_id, []).append(secret)
    return found


def secrets_of(reading: Reading | Writing, table: str, row_id: str) -> tuple[SealedSecret, ...]:
    """Return all secrets of a row, the current ones first."""
    query = (
        select(_table)
        .where(_table.c.tenant_id == reading.tenant_id, _table.c.table_name == table, _table.c.row_id == row_id)
        .order_by(_table.c.expires_at.is_not(None), _table.c.created_at.desc())
    )
    return tuple(
        SealedSecret(table, row_id, row.name, row.key_id, row.sealed, row.created_at, row.expires_at)
        for row in reading.connection.execute(query)
    )


def _here(writing: Writing, table: str, row_id: str, name: str) -> tuple[ColumnElement[bool], ...]:
    return (
        _table.c.tenant_id == writing.tenant_id,
        _table.c.table_name == table,
        _table.c.row_id == row_id,
        _table.c.name == name,
    )


def _insert(writing: Writing, secret: SealedSecret) -> None:
    writing.connection.execute(
        insert(_table),
        {
            "tenant_id": writing.tenant_id,
            "id": new_id(),
            "table_name": secret.table,
            "row_id": secret.row_id,
            "name": secret.name,
            "key_id": secret.key_id,
            "sealed": secret.sealed,
            "created_at": secret.created_at,
            "expires_at": secret.expires_at,
        },
    )
