"""How long an organisation lets its API keys count; and which permission each use of a key needed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from integration_console.storage.columns import Id, Moment

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_TABLE = "api_key_policies"


def upgrade() -> None:
    """Make the table and its guards, and the column."""
    op.create_table(
        _TABLE,
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "name", name=op.f("pk_api_key_policies")),
    )
    op.add_column("api_key_uses", sa.Column("permission", sa.String(length=120), server_default="", nullable=False))
    if op.get_context().dialect.name == "sqlite":
        for verb in ("INSERT", "UPDATE OF tenant_id"):
            op.execute(
                f"CREATE TRIGGER {_TABLE}_{verb.split()[0].lower()}_tenant BEFORE {verb} ON {_TABLE} "
                "WHEN NEW.tenant_id IS NOT (SELECT tenant_id FROM tenants) "
                "BEGIN SELECT RAISE(ABORT, 'a row of another organisation'); END"
            )
