"""Syncs: jobs and runs, cursors, records and their change log, schedules, tokens; private networks are asked for."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import sqlalchemy as sa
from alembic import op

from integration_console.storage.columns import Id, Json, Moment

revision = "0002"
down_revision = "0001"

_TENANT_TABLES = (
    "access_tokens",
    "connector_records",
    "jobs",
    "record_changes",
    "schedules",
    "sync_cursors",
    "sync_runs",
)


def upgrade() -> None:
    """Make the tables, their guards, and let connectors that stand inside go on working."""
    _jobs()
    _records()
    _schedules_and_tokens()
    for table in _TENANT_TABLES:
        _refuse_foreign_rows(table)
    _allow_private_networks_in_use()


def _refuse_foreign_rows(table: str) -> None:
    """A file belongs to one organisation; in a shared database policies keep them apart (storage/shared)."""
    if op.get_context().dialect.name != "sqlite":
        return
    for verb in ("INSERT", "UPDATE OF tenant_id"):
        op.execute(
            f"CREATE TRIGGER {table}_{verb.split()[0].lower()}_tenant BEFORE {verb} ON {table} "
            "WHEN NEW.tenant_id IS NOT (SELECT tenant_id FROM tenants) "
            "BEGIN SELECT RAISE(ABORT, 'a row of another organisation'); END"
        )


def _allow_private_networks_in_use() -> None:
    """Addresses that are not public need a permission from now on; a Slack address of one's own keeps working.

    Only files were ever of the first release.
    """
    if op.get_context().dialect.name != "sqlite":
        return
    connection = op.get_bind()
    rows = connection.exec_driver_sql("SELECT rowid, config FROM integration_connectors WHERE type = 'slack'").all()
    for rowid, text in rows:
        config = json.loads(text)
        host = urlsplit(str(config.get("base_url") or "")).hostname or "slack.com"
        if host != "slack.com" and not host.endswith(".slack.com"):
            changed = json.dumps({**config, "private_network": True}, ensure_ascii=False, separators=(",", ":"))
            connection.exec_driver_sql("UPDATE integration_connectors SET config = ? WHERE rowid = ?", (changed, rowid))


def _jobs() -> None:
    """What waits for a worker, and how far each sync came."""
    op.create_table(
        "jobs",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("kind", sa.String(length=120), nullable=False),
        sa.Column("connector_id", Id(), nullable=False),
        sa.Column("state", sa.String(length=120), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("dedupe_key", sa.String(length=120), nullable=True),
        sa.Column("requested_by", sa.Text(), nullable=False),
        sa.Column("schedule_id", Id(), nullable=True),
        sa.Column("fire_at", Moment(), nullable=True),
        sa.Column("cancel_requested", sa.Boolean(), nullable=False),
        sa.Column("lease_owner", Id(), nullable=True),
        sa.Column("lease_until", Moment(), nullable=True),
        sa.Column("lease_token", sa.BigInteger(), nullable=False),
        sa.Column("error_code", sa.String(length=120), nullable=False),
        sa.Column("error_params", Json(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("started_at", Moment(), nullable=True),
        sa.Column("finished_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_jobs")),
    )
    op.create_index(op.f("ix_jobs_tenant_id_state_due_at"), "jobs", ["tenant_id", "state", "due_at"])
    op.create_index(
        op.f("ix_jobs_tenant_id_connector_id_created_at"), "jobs", ["tenant_id", "connector_id", "created_at"]
    )
    live = sa.text("finished_at IS NULL")
    op.create_index(
        "ux_jobs_live", "jobs", ["tenant_id", "dedupe_key"], unique=True, sqlite_where=live, postgresql_where=live
    )
    fired = sa.text("schedule_id IS NOT NULL")
    fire = ["tenant_id", "schedule_id", "fire_at"]
    op.create_index("ux_jobs_fire", "jobs", fire, unique=True, sqlite_where=fired, postgresql_where=fired)
    op.create_table(
        "sync_runs",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("mode", sa.String(length=120), nullable=False),
        sa.Column("streams", Json(), nullable=False),
        sa.Column("trigger", sa.String(length=120), nullable=False),
        sa.Column("finished_streams", Json(), nullable=False),
        sa.Column("checkpoint", Json(), nullable=True),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("updated", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("stream", sa.String(length=120), nullable=False),
        sa.Column("stream_done", sa.Integer(), nullable=False),
        sa.Column("stream_total", sa.Integer(), nullable=True),
        sa.Column("first_change", sa.BigInteger(), nullable=True),
        sa.Column("last_change", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_sync_runs")),
    )
    op.create_table(
        "sync_cursors",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("connector_id", Id(), nullable=False),
        sa.Column("stream", sa.String(length=120), nullable=False),
        sa.Column("cursor", Json(), nullable=False),
        sa.Column("run_id", Id(), nullable=False),
        sa.Column("updated_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "connector_id", "stream", name=op.f("pk_sync_cursors")),
    )


def _records() -> None:
    """What syncs brought, and what changed in it."""
    op.create_table(
        "connector_records",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("connector_id", Id(), nullable=False),
        sa.Column("stream", sa.String(length=120), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=120), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.LargeBinary(), nullable=False),
        sa.Column("first_seen", Moment(), nullable=False),
        sa.Column("last_seen", Moment(), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.Column("seen_run", Id(), nullable=False),
        sa.Column("removal_reason", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint(
            "tenant_id", "connector_id", "stream", "external_id", name=op.f("pk_connector_records")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_connector_records_tenant_id_connector_id_stream_title_external_id"),
        "connector_records",
        ["tenant_id", "connector_id", "stream", "title", "external_id"],
    )
    op.create_table(
        "record_changes",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("connector_id", Id(), nullable=False),
        sa.Column("stream", sa.String(length=120), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=120), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.Column("run_id", Id(), nullable=False),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "position", name=op.f("pk_record_changes")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_record_changes_tenant_id_connector_id_stream_external_id_position"),
        "record_changes",
        ["tenant_id", "connector_id", "stream", "external_id", "position"],
    )


def _schedules_and_tokens() -> None:
    """When syncs become due, and the access they have."""
    op.create_table(
        "schedules",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("connector_id", Id(), nullable=False),
        sa.Column("mode", sa.String(length=120), nullable=False),
        sa.Column("timing", sa.String(length=120), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("cron", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.String(length=120), nullable=False),
        sa.Column("misfire", sa.String(length=120), nullable=False),
        sa.Column("overlap", sa.String(length=120), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("starts_at", Moment(), nullable=False),
        sa.Column("looked_at", Moment(), nullable=False),
        sa.Column("last_fire_at", Moment(), nullable=True),
        sa.Column("next_fire_at", Moment(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("updated_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_schedules")),
    )
    op.create_index(op.f("ix_schedules_tenant_id_connector_id"), "schedules", ["tenant_id", "connector_id"])
    op.create_table(
        "access_tokens",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("connector_id", Id(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=True),
        sa.Column("refresh_expires_at", Moment(), nullable=True),
        sa.Column("scopes", Json(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("lease_owner", Id(), nullable=True),
        sa.Column("lease_until", Moment(), nullable=True),
        sa.Column("lost_code", sa.String(length=120), nullable=False),
        sa.Column("lost_params", Json(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "connector_id", name=op.f("pk_access_tokens")),
    )
