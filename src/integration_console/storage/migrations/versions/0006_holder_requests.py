"""Programs that ask to be able to open the secrets, too."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from integration_console.storage.columns import Id, Moment

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table and its guards."""
    op.create_table(
        "holder_requests",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("kind", sa.String(length=120), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_holder_requests")),
    )
    columns = ["tenant_id", "public_key"]
    op.create_index(op.f("ix_holder_requests_tenant_id_public_key"), "holder_requests", columns, unique=True)
    if op.get_context().dialect.name == "sqlite":
        for verb in ("INSERT", "UPDATE OF tenant_id"):
            op.execute(
                f"CREATE TRIGGER holder_requests_{verb.split()[0].lower()}_tenant BEFORE {verb} ON holder_requests "
                "WHEN NEW.tenant_id IS NOT (SELECT tenant_id FROM tenants) "
                "BEGIN SELECT RAISE(ABORT, 'a row of another organisation'); END"
            )
