"""The tables of syncs: jobs and their runs, cursors, records and what changed in them, schedules, tokens."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, Table, Text, text

from integration_console.storage.columns import Id, Json, Moment, Word
from integration_console.storage.table_parts import id_column, metadata, tenant_column

_LIVING, _SCHEDULED = text("finished_at IS NULL"), text("schedule_id IS NOT NULL")

jobs = Table(
    "jobs",
    metadata,
    tenant_column(),
    id_column(),
    Column("kind", Word, nullable=False),
    Column("connector_id", Id, nullable=False),
    Column("state", Word, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("dedupe_key", Word),
    Column("requested_by", Text, nullable=False),
    Column("schedule_id", Id),
    Column("fire_at", Moment),
    Column("cancel_requested", Boolean, nullable=False),
    Column("lease_owner", Id),
    Column("lease_until", Moment),
    Column("lease_token", BigInteger, nullable=False),
    Column("error_code", Word, nullable=False),
    Column("error_params", Json, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("started_at", Moment),
    Column("finished_at", Moment),
    Index(None, "tenant_id", "state", "due_at"),
    Index(None, "tenant_id", "connector_id", "created_at"),
    Index("ux_jobs_live", "tenant_id", "dedupe_key", unique=True, sqlite_where=_LIVING, postgresql_where=_LIVING),
    Index(
        "ux_jobs_fire",
        "tenant_id",
        "schedule_id",
        "fire_at",
        unique=True,
        sqlite_where=_SCHEDULED,
        postgresql_where=_SCHEDULED,
    ),
)

sync_runs = Table(
    "sync_runs",
    metadata,
    tenant_column(),
    id_column(),
    Column("mode", Word, nullable=False),
    Column("streams", Json, nullable=False),
    Column("trigger", Word, nullable=False),
    Column("finished_streams", Json, nullable=False),
    Column("checkpoint", Json),
    Column("added", Integer, nullable=False),
    Column("updated", Integer, nullable=False),
    Column("deleted", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("stream", Word, nullable=False),
    Column("stream_done", Integer, nullable=False),
    Column("stream_total", Integer),
    Column("first_change", BigInteger),
    Column("last_change", BigInteger),
)

sync_cursors = Table(
    "sync_cursors",
    metadata,
    tenant_column(),
    id_column("connector_id"),
    Column("stream", Word, primary_key=True),
    Column("cursor", Json, nullable=False),
    Column("run_id", Id, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

records = Table(
    "connector_records",
    metadata,
    tenant_column(),
    id_column("connector_id"),
    Column("stream", Word, primary_key=True),
    Column("external_id", Text, primary_key=True),
    Column("scope", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("state", Word, nullable=False),
    Column("content", Text, nullable=False),
    Column("content_hash", LargeBinary, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("seen_run", Id, nullable=False),
    Column("removal_reason", Word, nullable=False),
    Index(None, "tenant_id", "connector_id", "stream", "title", "external_id"),
    sqlite_with_rowid=False,
)

record_changes = Table(
    "record_changes",
    metadata,
    tenant_column(),
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("connector_id", Id, nullable=False),
    Column("stream", Word, nullable=False),
    Column("external_id", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("kind", Word, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("run_id", Id, nullable=False),
    Column("reason", Word, nullable=False),
    Column("before", Text),
    Index(None, "tenant_id", "connector_id", "stream", "external_id", "position"),
    sqlite_with_rowid=False,
)

schedules = Table(
    "schedules",
    metadata,
    tenant_column(),
    id_column(),
    Column("connector_id", Id, nullable=False),
    Column("mode", Word, nullable=False),
    Column("timing", Word, nullable=False),
    Column("seconds", Integer, nullable=False),
    Column("cron", Text, nullable=False),
    Column("time_zone", Word, nullable=False),
    Column("misfire", Word, nullable=False),
    Column("overlap", Word, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("starts_at", Moment, nullable=False),
    Column("looked_at", Moment, nullable=False),
    Column("last_fire_at", Moment),
    Column("next_fire_at", Moment),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index(None, "tenant_id", "connector_id"),
)

access_tokens = Table(
    "access_tokens",
    metadata,
    tenant_column(),
    id_column("connector_id"),
    Column("version", BigInteger, nullable=False),
    Column("expires_at", Moment),
    Column("refresh_expires_at", Moment),
    Column("scopes", Json, nullable=False),
    Column("account", Text, nullable=False),
    Column("lease_owner", Id),
    Column("lease_until", Moment),
    Column("lost_code", Word, nullable=False),
    Column("lost_params", Json, nullable=False),
)
