"""How long the log is kept: rules by class, legal holds, and what was removed when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from integration_console.storage.columns import Id, Moment

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the three tables, each guarded in a file."""
    op.create_table(
        "retention_rules",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "name", name=op.f("pk_retention_rules")),
    )
    op.create_table(
        "legal_holds",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("placed_at", Moment(), nullable=False),
        sa.Column("since", Moment(), nullable=True),
        sa.Column("until", Moment(), nullable=True),
        sa.Column("connector_id", Id(), nullable=True),
        sa.Column("correlation_id", Id(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_legal_holds")),
    )
    op.create_table(
        "retention_runs",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("started_at", Moment(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("finished_at", Moment(), nullable=True),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.Column("events", sa.BigInteger(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_retention_runs")),
    )
    if op.get_context().dialect.name == "sqlite":
        for table in ("retention_rules", "legal_holds", "retention_runs"):
            _guard(table)


def _guard(table: str) -> None:
    for verb in ("INSERT", "UPDATE OF tenant_id"):
        op.execute(
            f"CREATE TRIGGER {table}_{verb.split()[0].lower()}_tenant BEFORE {verb} ON {table} "
            "WHEN NEW.tenant_id IS NOT (SELECT tenant_id FROM tenants) "
            "BEGIN SELECT RAISE(ABORT, 'a row of another organisation'); END"
        )
