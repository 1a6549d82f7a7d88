"""The rows of who can open the workspace's secrets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from integration_console.domain.errors import KeysReplaced, NotFound
from integration_console.domain.workspace import HolderKind, HolderRequest, KeyHolder, fingerprint_of
from integration_console.storage import tables

if TYPE_CHECKING:
    from datetime import datetime

    from integration_console.storage.transaction import Reading, Writing


@dataclass(frozen=True, slots=True)
class HolderRow:
    """A key holder with its wrapped data key."""

    holder: KeyHolder
    data_key_id: str
    salt: bytes
    public_key: bytes
    wrapped_key: bytes


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A program that asks, with the public key for which the data key is to be wrapped."""

    request: HolderRequest
    public_key: bytes


def add_data_key(writing: Writing, key_id: str, created_at: datetime) -> None:
    """Record that a data key exists (the key itself lies only in wrapped form)."""
    row = {"tenant_id": writing.tenant_id, "id": key_id, "created_at": created_at}
    writing.connection.execute(insert(tables.data_keys), row)


def add_holder(writing: Writing, row: HolderRow) -> None:
    """Add a key holder."""
    writing.connection.execute(
        insert(tables.key_holders),
        {
            "tenant_id": writing.tenant_id,
            "id": row.holder.id,
            "data_key_id": row.data_key_id,
            "kind": row.holder.kind,
            "name": row.holder.name,
            "salt": row.salt,
            "public_key": row.public_key,
            "wrapped_key": row.wrapped_key,
            "created_at": row.holder.created_at,
        },
    )


def data_key_id(reading: Reading | Writing) -> str:
    """Return the id of the data key that counts ("": there is none yet)."""
    table = tables.data_keys
    query = select(table.c.id).where(table.c.tenant_id == reading.tenant_id).order_by(table.c.created_at.desc())
    return reading.connection.execute(query).scalars().first() or ""


def require_data_key(writing: Writing, key_id: str) -> None:
    """Raise `KeysReplaced` unless a data key still counts."""
    if data_key_id(writing) != key_id:
        raise KeysReplaced


def replace_data_key(writing: Writing, key_id: str, moment: datetime) -> None:
    """Let one data key count, and no other."""
    writing.connection.execute(delete(tables.data_keys).where(tables.data_keys.c.tenant_id == writing.tenant_id))
    add_data_key(writing, key_id, moment)


def rewrap(writing: Writing, row: HolderRow) -> None:
    """Store another data key for a holder."""
    table = tables.key_holders
    here = update(table).where(table.c.tenant_id == writing.tenant_id, table.c.id == row.holder.id)
    writing.connection.execute(here.values(data_key_id=row.data_key_id, wrapped_key=row.wrapped_key))


def remove_holder(writing: Writing, holder_id: str) -> None:
    """Remove a key holder's row."""
    table = tables.key_holders
    writing.connection.execute(delete(table).where(table.c.tenant_id == writing.tenant_id, table.c.id == holder_id))


def requests(reading: Reading | Writing) -> tuple[RequestRow, ...]:
    """Return who asks to open the secrets, too, oldest first."""
    table = tables.holder_requests
    query = select(table).where(table.c.tenant_id == reading.tenant_id).order_by(table.c.created_at, table.c.id)
    return tuple(
        RequestRow(
            HolderRequest(
                row.id, HolderKind(row.kind), row.name, row.asked_by, fingerprint_of(row.public_key), row.created_at
            ),
            row.public_key,
        )
        for row in reading.connection.execute(query)
    )


def request(reading: Reading | Writing, request_id: str) -> RequestRow:
    """Return one of them. Raises `NotFound`."""
    found = next((row for row in requests(reading) if row.request.id == request_id), None)
    if found is None:
        raise NotFound(kind="request for a key", id=request_id)
    return found


def add_request(writing: Writing, row: RequestRow) -> None:
    """Note that a program asks."""
    asked = row.request
    values = {
        "tenant_id": writing.tenant_id,
        "id": asked.id,
        "kind": asked.kind,
        "name": asked.name,
        "public_key": row.public_key,
        "asked_by": asked.asked_by,
        "created_at": asked.created_at,
    }
    writing.connection.execute(insert(tables.holder_requests), values)


def remove_request(writing: Writing, request_id: str) -> None:
    """Forget that a program asked."""
    table = tables.holder_requests
    writing.connection.execute(delete(table).where(table.c.tenant_id == writing.tenant_id, table.c.id == request_id))


def holders(reading: Reading | Writing) -> tuple[HolderRow, ...]:
    """Return all key holders, oldest first."""
    table = tables.key_holders
    query = select(table).where(table.c.tenant_id == reading.tenant_id).order_by(table.c.created_at, table.c.id)
    return tuple(
        HolderRow(
            KeyHolder(row.id, HolderKind(row.kind), row.name, row.created_at),
            row.data_key_id,
            row.salt,
            row.public_key,
            row.wrapped_key,
        )
        for row in reading.connection.execute(query)
    )
