"""API keys, the hashes that prove them, and where they were used."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from integration_console.storage.columns import Id, Json, Moment

revision = "0007"
down_revision = "0006"

_TENANT_TABLES = ("integration_api_keys", "api_key_hashes", "api_key_uses")


def upgrade() -> None:
    """Make the tables and their guards."""
    _keys()
    _hashes()
    _uses()
    if op.get_context().dialect.name == "sqlite":
        for table in _TENANT_TABLES:
            _refuse_foreign_rows(table)


def _refuse_foreign_rows(table: str) -> None:
    for verb in ("INSERT", "UPDATE OF tenant_id"):
        op.execute(
            f"CREATE TRIGGER {table}_{verb.split()[0].lower()}_tenant BEFORE {verb} ON {table} "
            "WHEN NEW.tenant_id IS NOT (SELECT tenant_id FROM tenants) "
            "BEGIN SELECT RAISE(ABORT, 'a row of another organisation'); END"
        )


def _keys() -> None:
    op.create_table(
        "integration_api_keys",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("public_id", sa.String(length=120), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("grants", Json(), nullable=False),
        sa.Column("addresses", Json(), nullable=False),
        sa.Column("rate_limit", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("updated_at", Moment(), nullable=False),
        sa.Column("secret_set_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=True),
        sa.Column("revoked_at", Moment(), nullable=True),
        sa.Column("previous_until", Moment(), nullable=True),
        sa.Column("reminded_days", sa.Integer(), nullable=True),
        sa.Column("last_used_at", Moment(), nullable=True),
        sa.Column("last_used_address", sa.Text(), nullable=False),
        sa.Column("last_used_route", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_integration_api_keys")),
    )
    op.create_index(
        op.f("ix_integration_api_keys_tenant_id_public_id"),
        "integration_api_keys",
        ["tenant_id", "public_id"],
        unique=True,
    )
    counts = sa.text("revoked_at IS NULL")
    op.create_index(
        "ux_integration_api_keys_name",
        "integration_api_keys",
        ["tenant_id", "name"],
        unique=True,
        sqlite_where=counts,
        postgresql_where=counts,
    )


def _hashes() -> None:
    op.create_table(
        "api_key_hashes",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("key_id", Id(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("previous_hash", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "key_id", name=op.f("pk_api_key_hashes")),
    )


def _uses() -> None:
    op.create_table(
        "api_key_uses",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("key_id", Id(), nullable=False),
        sa.Column("hour", Moment(), nullable=False),
        sa.Column("address", sa.String(length=120), nullable=False),
        sa.Column("route", sa.String(length=120), nullable=False),
        sa.Column("outcome", sa.String(length=120), nullable=False),
        sa.Column("uses", sa.BigInteger(), nullable=False),
        sa.Column("last_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint(
            "tenant_id", "key_id", "hour", "address", "route", "outcome", name=op.f("pk_api_key_uses")
        ),
        sqlite_with_rowid=False,
    )
