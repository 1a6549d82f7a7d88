"""The log added up by hour and by day; what is there already is added up by the program, a step at a time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from integration_console.storage.columns import Id, Moment

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_FIGURES, _REACHED = "log_figures", "log_reached"


def upgrade() -> None:
    """Make the tables and their guards."""
    op.create_table(
        _FIGURES,
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("dimension", sa.String(length=120), nullable=False),
        sa.Column("grain", sa.String(length=120), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        *(sa.Column(each, sa.BigInteger(), nullable=False) for each in ("success", "info", "warning", "error")),
        sa.Column("durations", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "dimension", "grain", "since", "value", name=op.f("pk_log_figures")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        _REACHED,
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("work", sa.String(length=120), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "work", name=op.f("pk_log_reached")),
        sqlite_with_rowid=False,
    )
    if op.get_context().dialect.name != "sqlite":
        return
    for table in (_FIGURES, _REACHED):
        for verb in ("INSERT", "UPDATE OF tenant_id"):
            op.execute(
                f"CREATE TRIGGER {table}_{verb.split()[0].lower()}_tenant BEFORE {verb} ON {table} "
                "WHEN NEW.tenant_id IS NOT (SELECT tenant_id FROM tenants) "
                "BEGIN SELECT RAISE(ABORT, 'a row of another organisation'); END"
            )
