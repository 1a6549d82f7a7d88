"""The rows of who can open the workspace's secrets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from integration_console.domain.workspace import HolderKind, KeyHolder
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


def holders(reading: Reading) -> tuple[HolderRow, ...]:
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
