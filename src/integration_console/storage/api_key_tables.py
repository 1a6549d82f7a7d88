"""The tables of API keys: what each may do, the hashes that prove it, and where it was used; how long all may count."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text, text

from integration_console.storage.columns import Json, Moment, Word
from integration_console.storage.table_parts import id_column, metadata, tenant_column

_COUNTS = text("revoked_at IS NULL")

api_keys = Table(
    "integration_api_keys",
    metadata,
    tenant_column(),
    id_column(),
    Column("public_id", Word, nullable=False),
    Column("name", Text, nullable=False),
    Column("grants", Json, nullable=False),
    Column("addresses", Json, nullable=False),
    Column("rate_limit", Integer, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Column("secret_set_at", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("revoked_at", Moment),
    Column("previous_until", Moment),
    Column("reminded_days", Integer),
    Column("last_used_at", Moment),
    Column("last_used_address", Text, nullable=False),
    Column("last_used_route", Text, nullable=False),
    Index(None, "tenant_id", "public_id", unique=True),
    Index(
        "ux_integration_api_keys_name",
        "tenant_id",
        "name",
        unique=True,
        sqlite_where=_COUNTS,
        postgresql_where=_COUNTS,
    ),
)

hashes = Table(
    "api_key_hashes",
    metadata,
    tenant_column(),
    id_column("key_id"),
    Column("hash", LargeBinary, nullable=False),
    Column("previous_hash", LargeBinary),
)

uses = Table(
    "api_key_uses",
    metadata,
    tenant_column(),
    id_column("key_id"),
    Column("hour", Moment, primary_key=True),
    Column("address", Word, primary_key=True),
    Column("route", Word, primary_key=True),
    Column("outcome", Word, primary_key=True),
    Column("uses", BigInteger, nullable=False),
    Column("last_at", Moment, nullable=False),
    Column("permission", Word, nullable=False, server_default=""),
    sqlite_with_rowid=False,
)

policies = Table(
    "api_key_policies",
    metadata,
    tenant_column(),
    Column("name", Word, primary_key=True),
    Column("days", Integer),
    Column("changed_at", Moment, nullable=False),
)
