"""Hourly counts by writer: programs that write to a shared database at once need not wait for each other."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_COLUMNS = "tenant_id, hour, event_type, status, owner_id"


def upgrade() -> None:
    """Add the number of the writer to the key; what was counted so far is that of writer 0."""
    if op.get_context().dialect.name == "sqlite":
        _made_anew()
        return
    op.add_column("log_rollups", sa.Column("writer", sa.Integer(), nullable=False, server_default="0"))
    op.alter_column("log_rollups", "writer", server_default=None)
    op.drop_constraint("pk_log_rollups", "log_rollups", type_="primary")
    op.create_primary_key("pk_log_rollups", "log_rollups", [*_COLUMNS.split(", "), "writer"])


def _made_anew() -> None:
    """SQLite changes no key: the table is made anew, with its guards."""
    op.execute("ALTER TABLE log_rollups RENAME TO log_rollups_before")
    op.execute(
        "CREATE TABLE log_rollups (tenant_id BLOB NOT NULL, hour BIGINT NOT NULL, event_type VARCHAR(120) NOT NULL, "
        "status VARCHAR(120) NOT NULL, owner_id BLOB NOT NULL, writer INTEGER NOT NULL, entries BIGINT NOT NULL, "
        f"CONSTRAINT pk_log_rollups PRIMARY KEY ({_COLUMNS}, writer)) WITHOUT ROWID"
    )
    op.execute(f"INSERT INTO log_rollups SELECT {_COLUMNS}, 0, entries FROM log_rollups_before")
    op.execute("DROP TABLE log_rollups_before")
    for verb in ("INSERT", "UPDATE OF tenant_id"):
        op.execute(
            f"CREATE TRIGGER log_rollups_{verb.split()[0].lower()}_tenant BEFORE {verb} ON log_rollups "
            "WHEN NEW.tenant_id IS NOT (SELECT tenant_id FROM tenants) "
            "BEGIN SELECT RAISE(ABORT, 'a row of another organisation'); END"
        )
