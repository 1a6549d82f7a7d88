"""The tables: every one that belongs to an organisation starts with its tenant, and so does every key."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from integration_console.storage.columns import Id, Json, Moment, Word
from integration_console.storage.table_parts import id_column, metadata, tenant_column

tenants = Table(
    "tenants", metadata, tenant_column(), Column("name", Text, nullable=False), Column("created_at", Moment)
)

directory = Table(
    "directory",
    metadata,
    Column("public_id", Id, primary_key=True),
    Column("kind", Word, nullable=False),
    Column("tenant_id", Id, nullable=False),
    sqlite_with_rowid=False,
)

connectors = Table(
    "integration_connectors",
    metadata,
    tenant_column(),
    id_column(),
    Column("type", Word, nullable=False),
    Column("name", Text, nullable=False),
    Column("config", Json, nullable=False),
    Column("status", Word, nullable=False),
    Column("health", Word, nullable=False),
    Column("health_code", Word, nullable=False),
    Column("health_params", Json, nullable=False),
    Column("checked_at", Moment),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    UniqueConstraint("tenant_id", "name"),
)

webhooks = Table(
    "integration_webhooks",
    metadata,
    tenant_column(),
    id_column(),
    Column("name", Text, nullable=False),
    Column("scheme", Word, nullable=False),
    Column("rules", Json, nullable=False),
    Column("event_filter", Json, nullable=False),
    Column("status", Word, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    UniqueConstraint("tenant_id", "name"),
)

events = Table(
    "webhook_events",
    metadata,
    tenant_column(),
    id_column(),
    Column("webhook_id", Id, nullable=False),
    Column("event_type", Text, nullable=False),
    Column("event_key", Text, nullable=False),
    Column("state", Word, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("correlation_id", Id, nullable=False),
    Column("size", Integer, nullable=False),
    Column("content_type", Text, nullable=False),
    Column("headers", Json, nullable=False),
    Column("position", BigInteger, nullable=False),
    Index(None, "tenant_id", "webhook_id", "position"),
    sqlite_with_rowid=False,
)

event_bodies = Table(
    "webhook_event_bodies",
    metadata,
    tenant_column(),
    id_column("event_id"),
    Column("codec", Word, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

event_keys = Table(
    "webhook_event_keys",
    metadata,
    tenant_column(),
    id_column("webhook_id"),
    Column("event_key", Text, primary_key=True),
    Column("event_id", Id, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Index(None, "tenant_id", "expires_at"),
    sqlite_with_rowid=False,
)

logs = Table(
    "integration_logs",
    metadata,
    tenant_column(),
    id_column(),
    Column("created_at", Moment, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("status", Word, nullable=False),
    Column("event_type", Word, nullable=False),
    Column("topic", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("params", Json, nullable=False),
    Column("connector_id", Id),
    Column("webhook_id", Id),
    Column("event_id", Id),
    Column("correlation_id", Id),
    Column("error_code", Word, nullable=False),
    Column("duration_ms", Float),
    Column("folded", Text, nullable=False, server_default=""),
    Index(None, "tenant_id", "position", unique=True),
    Index(None, "tenant_id", "created_at", "status"),
    Index(None, "tenant_id", "status", "created_at"),
    Index(None, "tenant_id", "status", "event_type", "created_at"),
    Index(None, "tenant_id", "event_type", "created_at"),
    Index(None, "tenant_id", "correlation_id"),
    sqlite_with_rowid=False,
)
for _owner in (logs.c.connector_id, logs.c.webhook_id):
    Index(
        None,
        logs.c.tenant_id,
        _owner,
        logs.c.created_at,
        sqlite_where=_owner.is_not(None),
        postgresql_where=_owner.is_not(None),
    )

Index(
    None,
    logs.c.tenant_id,
    logs.c.created_at,
    logs.c.error_code,
    sqlite_where=logs.c.error_code != "",
    postgresql_where=logs.c.error_code != "",
)

log_payloads = Table(
    "integration_log_payloads", metadata, tenant_column(), id_column("log_id"), Column("payload", Text)
)

rollups = Table(
    "log_rollups",
    metadata,
    tenant_column(),
    Column("hour", Moment, primary_key=True),
    Column("event_type", Word, primary_key=True),
    Column("status", Word, primary_key=True),
    Column("owner_id", Id, primary_key=True),
    Column("writer", Integer, primary_key=True, autoincrement=False),
    Column("entries", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

log_counts = Table(
    "log_counts",
    metadata,
    tenant_column(),
    Column("span", Integer, primary_key=True, autoincrement=False),
    Column("begins", Moment, primary_key=True),
    Column("event_type", Word, primary_key=True),
    Column("status", Word, primary_key=True),
    Column("writer", Integer, primary_key=True, autoincrement=False),
    Column("entries", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

audit_log = Table(
    "audit_log",
    metadata,
    tenant_column(),
    id_column(),
    Column("number", BigInteger, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Word, nullable=False),
    Column("subject_kind", Word, nullable=False),
    Column("subject_id", Word, nullable=False),
    Column("before", Json, nullable=False),
    Column("after", Json, nullable=False),
    Column("previous_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
    UniqueConstraint("tenant_id", "number"),
)

data_keys = Table("data_keys", metadata, tenant_column(), id_column(), Column("created_at", Moment, nullable=False))

key_holders = Table(
    "key_holders",
    metadata,
    tenant_column(),
    id_column(),
    Column("data_key_id", Id, nullable=False),
    Column("kind", Word, nullable=False),
    Column("name", Text, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("wrapped_key", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False),
)

holder_requests = Table(
    "holder_requests",
    metadata,
    tenant_column(),
    id_column(),
    Column("kind", Word, nullable=False),
    Column("name", Text, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("asked_by", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Index(None, "tenant_id", "public_key", unique=True),
)

secrets = Table(
    "secrets",
    metadata,
    tenant_column(),
    id_column(),
    Column("table_name", Word, nullable=False),
    Column("row_id", Id, nullable=False),
    Column("name", Word, nullable=False),
    Column("key_id", Id, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment),
    Index(None, "tenant_id", "table_name", "row_id", "name"),
)
