"""Answers of the service's API that are given again to a request that is repeated."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from integration_console.storage.columns import Id, Moment

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_TABLE = "kept_answers"


def upgrade() -> None:
    """Make the table and its guards."""
    op.create_table(
        _TABLE,
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("caller", sa.String(length=120), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("media_type", sa.String(length=120), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("sealed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "caller", "key", name=op.f("pk_kept_answers")),
    )
    op.create_index(op.f("ix_kept_answers_tenant_id_created_at"), _TABLE, ["tenant_id", "created_at"])
    if op.get_context().dialect.name == "sqlite":
        for verb in ("INSERT", "UPDATE OF tenant_id"):
            op.execute(
                f"CREATE TRIGGER {_TABLE}_{verb.split()[0].lower()}_tenant BEFORE {verb} ON {_TABLE} "
                "WHEN NEW.tenant_id IS NOT (SELECT tenant_id FROM tenants) "
                "BEGIN SELECT RAISE(ABORT, 'a row of another organisation'); END"
            )
