"""The rows of `refresh_tokens`: only a hash of each, its family, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from integration_console.storage import member_tables

if TYPE_CHECKING:
    from datetime import datetime

    from integration_console.storage.transaction import Reading, Writing

_table = member_tables.refresh_tokens


@dataclass(frozen=True, slots=True)
class RefreshRow:
    """A refresh token; those that follow each other from one sign-in are a family."""

    id: str
    member_id: str
    family_id: str
    hash: bytes
    issued_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None


def add_refresh_token(writing: Writing, row: RefreshRow) -> None:
    """Insert a token."""
    values = {
        "tenant_id": writing.tenant_id,
        "id": row.id,
        "member_id": row.member_id,
        "family_id": row.family_id,
        "hash": row.hash,
        "issued_at": row.issued_at,
        "expires_at": row.expires_at,
        "used_at": row.used_at,
        "revoked_at": row.revoked_at,
    }
    writing.connection.execute(insert(_table), values)


def refresh_token(reading: Reading | Writing, token_hash: bytes) -> RefreshRow | None:
    """Return the token with this hash, None where there is none."""
    query = select(_table).where(_table.c.tenant_id == reading.tenant_id, _table.c.hash == token_hash)
    row = reading.connection.execute(query).one_or_none()
    if row is None:
        return None
    return RefreshRow(
        row.id, row.member_id, row.family_id, row.hash, row.issued_at, row.expires_at, row.used_at, row.revoked_at
    )


def spend(writing: Writing, token_id: str, moment: datetime) -> bool:
    """Note that a token was used; return whether it was the first time, of all who may try at once."""
    unused = (_table.c.tenant_id == writing.tenant_id, _table.c.id == token_id, _table.c.used_at.is_(None))
    return writing.connection.execute(update(_table).where(*unused).values(used_at=moment)).rowcount == 1


def revoke_family(writing: Writing, family_id: str, moment: datetime) -> None:
    """Revoke every token that came from one sign-in."""
    here = (_table.c.tenant_id == writing.tenant_id, _table.c.family_id == family_id, _table.c.revoked_at.is_(None))
    writing.connection.execute(update(_table).where(*here).values(revoked_at=moment))


def revoke_all(writing: Writing, member_id: str, moment: datetime) -> None:
    """Revoke every token of a member."""
    here = (_table.c.tenant_id == writing.tenant_id, _table.c.member_id == member_id, _table.c.revoked_at.is_(None))
    writing.connection.execute(update(_table).where(*here).values(revoked_at=moment))


def forget_expired(writing: Writing, member_id: str, moment: datetime) -> None:
    """Delete a member's tokens whose time is over."""
    here = (_table.c.tenant_id == writing.tenant_id, _table.c.member_id == member_id, _table.c.expires_at < moment)
    writing.connection.execute(delete(_table).where(*here))
