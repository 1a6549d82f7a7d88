"""What people write beside the log: notes on entries, and filters under a name."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from integration_console.storage.columns import Id, Moment

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and their guards."""
    op.create_table(
        "log_notes",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("log_id", Id(), nullable=False),
        sa.Column("mark", sa.String(length=120), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("written_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "log_id", name=op.f("pk_log_notes")),
    )
    op.create_table(
        "saved_log_filters",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("written_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_saved_log_filters")),
    )
    op.create_index(
        op.f("ix_saved_log_filters_tenant_id_name"), "saved_log_filters", ["tenant_id", "name"], unique=True
    )
    if op.get_context().dialect.name == "sqlite":
        for table in ("log_notes", "saved_log_filters"):
            _guard(table)


def _guard(table: str) -> None:
    for verb in ("INSERT", "UPDATE OF tenant_id"):
        op.execute(
            f"CREATE TRIGGER {table}_{verb.split()[0].lower()}_tenant BEFORE {verb} ON {table} "
            "WHEN NEW.tenant_id IS NOT (SELECT tenant_id FROM tenants) "
            "BEGIN SELECT RAISE(ABORT, 'a row of another organisation'); END"
        )
