"""The first tables: connectors, webhooks, events, log, audit, sealed secrets."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from integration_console.storage.columns import Id, Json, Moment

revision = "0001"
down_revision = None

_TENANT_TABLES = (
    "audit_log",
    "data_keys",
    "integration_connectors",
    "integration_log_payloads",
    "integration_logs",
    "integration_webhooks",
    "key_holders",
    "log_rollups",
    "secrets",
    "webhook_event_bodies",
    "webhook_event_keys",
    "webhook_events",
)


def upgrade() -> None:
    """Make all tables, and the guards that refuse another organisation's rows."""
    _catalogue()
    _events()
    _log()
    _keys_and_audit()
    for table in _TENANT_TABLES:
        _refuse_foreign_rows(table)


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


def _catalogue() -> None:
    """Who we are and what is configured."""
    op.create_table(
        "directory",
        sa.Column("public_id", Id(), nullable=False),
        sa.Column("kind", sa.String(length=120), nullable=False),
        sa.Column("tenant_id", Id(), nullable=False),
        sa.PrimaryKeyConstraint("public_id", name=op.f("pk_directory")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "integration_connectors",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("type", sa.String(length=120), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("config", Json(), nullable=False),
        sa.Column("status", sa.String(length=120), nullable=False),
        sa.Column("health", sa.String(length=120), nullable=False),
        sa.Column("health_code", sa.String(length=120), nullable=False),
        sa.Column("health_params", Json(), nullable=False),
        sa.Column("checked_at", Moment(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("updated_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_integration_connectors")),
        sa.UniqueConstraint("tenant_id", "name", name=op.f("uq_integration_connectors_tenant_id_name")),
    )
    op.create_table(
        "integration_webhooks",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("scheme", sa.String(length=120), nullable=False),
        sa.Column("rules", Json(), nullable=False),
        sa.Column("event_filter", Json(), nullable=False),
        sa.Column("status", sa.String(length=120), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("updated_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_integration_webhooks")),
        sa.UniqueConstraint("tenant_id", "name", name=op.f("uq_integration_webhooks_tenant_id_name")),
    )
    op.create_table(
        "tenants",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", name=op.f("pk_tenants")),
    )


def _events() -> None:
    """What arrives."""
    op.create_table(
        "webhook_event_bodies",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("event_id", Id(), nullable=False),
        sa.Column("codec", sa.String(length=120), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "event_id", name=op.f("pk_webhook_event_bodies")),
    )
    op.create_table(
        "webhook_event_keys",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("webhook_id", Id(), nullable=False),
        sa.Column("event_key", sa.Text(), nullable=False),
        sa.Column("event_id", Id(), nullable=False),
        sa.Column("first_seen", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "webhook_id", "event_key", name=op.f("pk_webhook_event_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_webhook_event_keys_tenant_id_expires_at"),
        "webhook_event_keys",
        ["tenant_id", "expires_at"],
        unique=False,
    )
    op.create_table(
        "webhook_events",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("webhook_id", Id(), nullable=False),
        sa.Column("event_type", sa.Text(), nullable=False),
        sa.Column("event_key", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=120), nullable=False),
        sa.Column("received_at", Moment(), nullable=False),
        sa.Column("correlation_id", Id(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content_type", sa.Text(), nullable=False),
        sa.Column("headers", Json(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_webhook_events")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_webhook_events_tenant_id_webhook_id_position"),
        "webhook_events",
        ["tenant_id", "webhook_id", "position"],
        unique=False,
    )


def _log_key() -> tuple[str, ...]:
    """A partitioned table's keys hold what it is parted by."""
    return ("tenant_id", "id") if op.get_context().dialect.name == "sqlite" else ("tenant_id", "id", "created_at")


def _log() -> None:
    """What happened."""
    op.create_table(
        "integration_log_payloads",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("log_id", Id(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "log_id", name=op.f("pk_integration_log_payloads")),
    )
    op.create_table(
        "integration_logs",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(length=120), nullable=False),
        sa.Column("event_type", sa.String(length=120), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("params", Json(), nullable=False),
        sa.Column("connector_id", Id(), nullable=True),
        sa.Column("webhook_id", Id(), nullable=True),
        sa.Column("event_id", Id(), nullable=True),
        sa.Column("correlation_id", Id(), nullable=True),
        sa.Column("error_code", sa.String(length=120), nullable=False),
        sa.Column("duration_ms", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint(*_log_key(), name=op.f("pk_integration_logs")),
        sqlite_with_rowid=False,
        postgresql_partition_by="RANGE (created_at)",
    )
    op.create_index(
        op.f("ix_integration_logs_tenant_id_connector_id_created_at"),
        "integration_logs",
        ["tenant_id", "connector_id", "created_at"],
        unique=False,
        sqlite_where=sa.text("connector_id IS NOT NULL"),
        postgresql_where=sa.text("connector_id IS NOT NULL"),
    )
    correlation = ["tenant_id", "correlation_id"]
    op.create_index(op.f("ix_integration_logs_tenant_id_correlation_id"), "integration_logs", correlation)
    op.create_index(
        op.f("ix_integration_logs_tenant_id_created_at_status"),
        "integration_logs",
        ["tenant_id", "created_at", "status"],
        unique=False,
    )
    op.create_index(
        op.f("ix_integration_logs_tenant_id_event_type_created_at"),
        "integration_logs",
        ["tenant_id", "event_type", "created_at"],
        unique=False,
    )
    position, one_file = ["tenant_id", "position"], op.get_context().dialect.name == "sqlite"
    op.create_index(op.f("ix_integration_logs_tenant_id_position"), "integration_logs", position, unique=one_file)
    op.create_index(
        op.f("ix_integration_logs_tenant_id_status_created_at"),
        "integration_logs",
        ["tenant_id", "status", "created_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_integration_logs_tenant_id_webhook_id_created_at"),
        "integration_logs",
        ["tenant_id", "webhook_id", "created_at"],
        unique=False,
        sqlite_where=sa.text("webhook_id IS NOT NULL"),
        postgresql_where=sa.text("webhook_id IS NOT NULL"),
    )
    op.create_table(
        "log_rollups",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("hour", Moment(), nullable=False),
        sa.Column("event_type", sa.String(length=120), nullable=False),
        sa.Column("status", sa.String(length=120), nullable=False),
        sa.Column("owner_id", Id(), nullable=False),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "hour", "event_type", "status", "owner_id", name=op.f("pk_log_rollups")),
        sqlite_with_rowid=False,
    )


def _keys_and_audit() -> None:
    """What is sealed, and who changed what."""
    op.create_table(
        "audit_log",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=120), nullable=False),
        sa.Column("subject_kind", sa.String(length=120), nullable=False),
        sa.Column("subject_id", sa.String(length=120), nullable=False),
        sa.Column("before", Json(), nullable=False),
        sa.Column("after", Json(), nullable=False),
        sa.Column("previous_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_audit_log")),
        sa.UniqueConstraint("tenant_id", "number", name=op.f("uq_audit_log_tenant_id_number")),
    )
    op.create_table(
        "data_keys",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_data_keys")),
    )
    op.create_table(
        "key_holders",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("data_key_id", Id(), nullable=False),
        sa.Column("kind", sa.String(length=120), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_key_holders")),
    )
    op.create_table(
        "secrets",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("table_name", sa.String(length=120), nullable=False),
        sa.Column("row_id", Id(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("key_id", Id(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_secrets")),
    )
    op.create_index(
        op.f("ix_secrets_tenant_id_table_name_row_id_name"),
        "secrets",
        ["tenant_id", "table_name", "row_id", "name"],
        unique=False,
    )
