"""The tables of people: who belongs to an organisation, how they prove it, and where they are signed in."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, Table, Text, text

from integration_console.storage.columns import Id, Moment, Word
from integration_console.storage.table_parts import id_column, metadata, tenant_column

_ACTIVE = text("status = 'active'")

members = Table(
    "tenant_members",
    metadata,
    tenant_column(),
    id_column(),
    Column("name", Text, nullable=False),
    Column("login", Word, nullable=False),
    Column("role", Word, nullable=False),
    Column("status", Word, nullable=False),
    Column("generation", BigInteger, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index("ux_tenant_members_login", "tenant_id", "login", unique=True, sqlite_where=_ACTIVE, postgresql_where=_ACTIVE),
)

passwords = Table(
    "member_passwords",
    metadata,
    tenant_column(),
    id_column("member_id"),
    Column("verifier", Text, nullable=False),
    Column("one_time", Boolean, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("locked_until", Moment),
    Column("changed_at", Moment, nullable=False),
    Column("signed_in_at", Moment),
)

refresh_tokens = Table(
    "refresh_tokens",
    metadata,
    tenant_column(),
    id_column(),
    Column("member_id", Id, nullable=False),
    Column("family_id", Id, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("issued_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("revoked_at", Moment),
    Index(None, "tenant_id", "hash", unique=True),
    Index(None, "tenant_id", "member_id"),
    Index(None, "tenant_id", "family_id"),
)
