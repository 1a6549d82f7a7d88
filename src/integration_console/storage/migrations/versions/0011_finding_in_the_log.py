"""What makes millions of entries quick: counts by hour and day, an index for status and type, one for words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from integration_console.storage.columns import Id, Moment

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_KINDS = ["tenant_id", "status", "event_type", "created_at"]
_FILL = """
INSERT INTO log_counts (tenant_id, span, begins, event_type, status, writer, entries)
SELECT tenant_id, {span}, hour / {whole} * {whole}, event_type, status, 0, sum(entries)
FROM log_rollups GROUP BY tenant_id, hour / {whole} * {whole}, event_type, status
"""
_STATISTICS = {
    "": "1000000 1000000 1",
    "tenant_id_position": "1000000 1000000 1",
    "tenant_id_created_at_status": "1000000 1000000 2 1",
    "tenant_id_status_created_at": "1000000 1000000 200000 1",
    "tenant_id_event_type_created_at": "1000000 1000000 50000 1",
    "tenant_id_status_event_type_created_at": "1000000 1000000 200000 10000 1",
    "tenant_id_connector_id_created_at": "1000000 1000000 20000 1",
    "tenant_id_webhook_id_created_at": "1000000 1000000 20000 1",
    "tenant_id_correlation_id": "1000000 1000000 4",
    "tenant_id_created_at_error_code": "40000 40000 2 1",
}
"""How many entries one value of each index stands for: without it SQLite takes the way by time for everything, since
all rows have one tenant. Written down, not measured: a plan must not change with what a file happens to hold."""


def upgrade() -> None:
    """Add the counts, filled from the hourly ones by owner, and the indexes."""
    op.create_table(
        "log_counts",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("span", sa.Integer(), nullable=False),
        sa.Column("begins", Moment(), nullable=False),
        sa.Column("event_type", sa.String(length=120), nullable=False),
        sa.Column("status", sa.String(length=120), nullable=False),
        sa.Column("writer", sa.Integer(), nullable=False),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(
            *("tenant_id", "span", "begins", "event_type", "status", "writer"), name=op.f("pk_log_counts")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_integration_logs_tenant_id_status_event_type_created_at"), "integration_logs", _KINDS)
    with_error = sa.text("error_code != ''")
    op.create_index(
        op.f("ix_integration_logs_tenant_id_created_at_error_code"),
        "integration_logs",
        ["tenant_id", "created_at", "error_code"],
        sqlite_where=with_error,
        postgresql_where=with_error,
    )
    in_file = op.get_context().dialect.name == "sqlite"
    if not in_file:
        op.execute("ALTER TABLE log_rollups NO FORCE ROW LEVEL SECURITY")  # what comes after this forces it again
    for span in (3_600, 86_400):
        op.execute(_FILL.format(span=span, whole=f"CAST({span * 1_000_000} AS bigint)"))
    if in_file:
        _only_in_a_file()


def _only_in_a_file() -> None:
    """Guard the tenant, and note which stretches of the log are in the index of words (see `log_index`)."""
    for verb in ("INSERT", "UPDATE OF tenant_id"):
        op.execute(
            f"CREATE TRIGGER log_counts_{verb.split()[0].lower()}_tenant BEFORE {verb} ON log_counts "
            "WHEN NEW.tenant_id IS NOT (SELECT tenant_id FROM tenants) "
            "BEGIN SELECT RAISE(ABORT, 'a row of another organisation'); END"
        )
    op.execute(
        "CREATE TABLE log_words_stretches (number INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL, "
        "part INTEGER NOT NULL, entries INTEGER NOT NULL, oldest INTEGER NOT NULL, newest INTEGER NOT NULL)"
    )
    op.execute("CREATE INDEX log_words_newest ON log_words_stretches (newest)")
    op.execute("CREATE INDEX log_words_oldest ON log_words_stretches (oldest)")
    op.execute("ANALYZE sqlite_schema")  # makes the table of statistics, and leaves it empty
    for index, numbers in _STATISTICS.items():
        name = f"ix_integration_logs_{index}" if index else "integration_logs"
        op.execute(f"INSERT INTO sqlite_stat1 VALUES ('integration_logs', '{name}', '{numbers}')")
