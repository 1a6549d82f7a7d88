"""The rows of `integration_api_keys` and of `api_key_hashes`, and their entries in the directory."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, func, insert, select, update

from integration_console.domain.api_key_text import directory_id
from integration_console.domain.api_keys import ApiKey
from integration_console.domain.errors import NotFound
from integration_console.domain.permissions import Grant
from integration_console.storage import api_key_tables, tables
from integration_console.storage.faults import refusing_taken_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from integration_console.storage.transaction import Reading, Writing

_table = api_key_tables.api_keys
_hashes = api_key_tables.hashes
_MOST_TOLD = 120


@dataclass(frozen=True, slots=True)
class KeyHashes:
    """What proves a key: the keyed hash of its secret, and that of the secret before the last reroll."""

    current: bytes = field(repr=False)
    previous: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class LastUse:
    """Where a key was used last."""

    key_id: str
    moment: datetime
    address: str
    route: str


def add_key(writing: Writing, key: ApiKey, hashes: KeyHashes) -> None:
    """Insert a key, its hash, and its place in the directory. Raises `NameTaken`."""
    directory = {"public_id": directory_id(key.public_id), "kind": "api key", "tenant_id": writing.tenant_id}
    writing.connection.execute(insert(tables.directory), directory)
    fixed = {
        "tenant_id": writing.tenant_id,
        "id": key.id,
        "public_id": key.public_id,
        "created_by": key.created_by,
        "created_at": key.created_at,
        "last_used_address": "",
        "last_used_route": "",
    }
    with refusing_taken_name(key.name):
        writing.connection.execute(insert(_table).values(**fixed, **_values(key)))
    row = {"tenant_id": writing.tenant_id, "key_id": key.id, "hash": hashes.current}
    writing.connection.execute(insert(_hashes), row)


def change_key(writing: Writing, key: ApiKey) -> None:
    """Store the present values of a key; where it was used last is told by `keep_last_uses`. Raises `NameTaken`."""
    with refusing_taken_name(key.name):
        writing.connection.execute(update(_table).where(*_here(writing, key.id)).values(**_values(key)))


def replace_hash(writing: Writing, key_id: str, new: bytes) -> None:
    """Store the hash of a new secret; the one before it becomes the previous one."""
    here = (_hashes.c.tenant_id == writing.tenant_id, _hashes.c.key_id == key_id)
    writing.connection.execute(update(_hashes).where(*here).values(hash=new, previous_hash=_hashes.c.hash))


def mark_reminded(writing: Writing, key: ApiKey, days: int) -> bool:
    """Note that people were reminded of a key's end; return whether nobody else did so, or changed the end, before."""
    before = (_table.c.reminded_days == key.reminded_days) if key.reminded_days else _table.c.reminded_days.is_(None)
    unchanged = (before, _table.c.expires_at == key.expires_at, _table.c.revoked_at.is_(None))
    statement = update(_table).where(*_here(writing, key.id), *unchanged).values(reminded_days=days)
    return writing.connection.execute(statement).rowcount == 1


def keep_last_uses(writing: Writing, found: Sequence[LastUse]) -> None:
    """Store where keys were used last, unless somebody else knows of a later use."""
    for use in found:
        older = _table.c.last_used_at.is_(None) | (_table.c.last_used_at < use.moment)
        values = {
            "last_used_at": use.moment,
            "last_used_address": use.address[:_MOST_TOLD],
            "last_used_route": use.route[:_MOST_TOLD],
        }
        writing.connection.execute(update(_table).where(*_here(writing, use.key_id), older).values(**values))


def key(reading: Reading | Writing, key_id: str) -> ApiKey:
    """Return one key, revoked or not. Raises `NotFound`."""
    row = reading.connection.execute(select(_table).where(*_here(reading, key_id))).one_or_none()
    if row is None:
        raise NotFound(kind="API key", id=key_id)
    return _key(row)


def held_key(writing: Writing, key_id: str) -> ApiKey:
    """Return one key and let nobody else change it before this transaction has ended. Raises `NotFound`."""
    writing.connection.execute(select(_table.c.id).where(*_here(writing, key_id)).with_for_update()).all()
    return key(writing, key_id)


def keys(reading: Reading | Writing) -> tuple[ApiKey, ...]:
    """Return all keys: those that were not revoked first, each part by name."""
    query = select(_table).where(_table.c.tenant_id == reading.tenant_id)
    order = (_table.c.revoked_at.is_not(None), func.lower(_table.c.name), _table.c.id)
    return tuple(_key(row) for row in reading.connection.execute(query.order_by(*order)).all())


def keys_with_hashes(reading: Reading) -> tuple[tuple[ApiKey, KeyHashes], ...]:
    """Return all keys, each with what proves it."""
    joined = (_hashes.c.tenant_id == _table.c.tenant_id) & (_hashes.c.key_id == _table.c.id)
    source = _table.join(_hashes, joined)
    query = select(_table, _hashes.c.hash, _hashes.c.previous_hash).select_from(source)
    rows = reading.connection.execute(query.where(_table.c.tenant_id == reading.tenant_id)).all()
    return tuple((_key(row), KeyHashes(row.hash, row.previous_hash)) for row in rows)


def _here(reading: Reading | Writing, key_id: str) -> tuple[Any, ...]:
    return (_table.c.tenant_id == reading.tenant_id, _table.c.id == key_id)


def _values(key: ApiKey) -> dict[str, Any]:
    return {
        "name": key.name,
        "grants": [str(each) for each in key.grants],
        "addresses": list(key.addresses),
        "rate_limit": key.rate_limit,
        "updated_at": key.updated_at,
        "secret_set_at": key.secret_set_at,
        "expires_at": key.expires_at,
        "revoked_at": key.revoked_at,
        "previous_until": key.previous_until,
        "reminded_days": key.reminded_days,
    }


def _key(row: Row[Any]) -> ApiKey:
    return ApiKey(
        id=row.id,
        public_id=row.public_id,
        name=row.name,
        grants=tuple(_grant(each) for each in row.grants),
        created_by=row.created_by,
        created_at=row.created_at,
        updated_at=row.updated_at,
        secret_set_at=row.secret_set_at,
        addresses=tuple(row.addresses),
        rate_limit=row.rate_limit,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
        previous_until=row.previous_until,
        reminded_days=row.reminded_days,
        last_used_at=row.last_used_at,
        last_used_address=row.last_used_address,
        last_used_route=row.last_used_route,
    )


def _grant(text: str) -> Grant:
    """Return a stored grant; a permission that this version does not know allows nothing."""
    permission, _, scope = text.partition(":")
    return Grant(permission, scope)
