"""The rows of `access_tokens`, and the lease under which one of many asks for a new token."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, delete, insert, select, update

from integration_console.storage import sync_tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from integration_console.storage.transaction import Reading, Writing

TABLE = sync_tables.access_tokens.name
_table = sync_tables.access_tokens


@dataclass(frozen=True, slots=True)
class TokenRow:
    """What is known of a connector's token beside its sealed parts; `version` grows with each new one (0: none yet)."""

    connector_id: str
    version: int = 0
    expires_at: datetime | None = None
    refresh_expires_at: datetime | None = None
    scopes: tuple[str, ...] = ()
    account: str = ""
    lease_owner: str = ""
    lease_until: datetime | None = None
    lost_code: str = ""
    lost_params: Mapping[str, str] = field(default_factory=dict)


def token_row(reading: Reading | Writing, connector_id: str) -> TokenRow:
    """Return what is known of a connector's token."""
    row = reading.connection.execute(select(_table).where(*_here(reading, connector_id))).one_or_none()
    return TokenRow(connector_id) if row is None else _row(row)


def keep_token_row(writing: Writing, row: TokenRow) -> None:
    """Store what is known of a token; who held the lease lets go of it."""
    values = {
        "version": row.version,
        "expires_at": row.expires_at,
        "refresh_expires_at": row.refresh_expires_at,
        "scopes": list(row.scopes),
        "account": row.account,
        "lease_owner": row.lease_owner or None,
        "lease_until": row.lease_until,
        "lost_code": row.lost_code,
        "lost_params": dict(row.lost_params),
    }
    changed = writing.connection.execute(update(_table).where(*_here(writing, row.connector_id)).values(values))
    if changed.rowcount == 0:
        key = {"tenant_id": writing.tenant_id, "connector_id": row.connector_id}
        writing.connection.execute(insert(_table), {**key, **values})


def forget_token(writing: Writing, connector_id: str) -> None:
    """Delete what is known of a connector's token."""
    writing.connection.execute(delete(_table).where(*_here(writing, connector_id)))


def _here(reading: Reading | Writing, connector_id: str) -> tuple[Any, ...]:
    return (_table.c.tenant_id == reading.tenant_id, _table.c.connector_id == connector_id)


def _row(row: Row[Any]) -> TokenRow:
    return TokenRow(
        connector_id=row.connector_id,
        version=row.version,
        expires_at=row.expires_at,
        refresh_expires_at=row.refresh_expires_at,
        scopes=tuple(row.scopes),
        account=row.account,
        lease_owner=row.lease_owner or "",
        lease_until=row.lease_until,
        lost_code=row.lost_code,
        lost_params=row.lost_params,
    )
