"""What words are looked for in, as it is compared: folded once when an entry is written, not at every search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from alembic import op

from integration_console.domain.folding import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_TABLE = "integration_logs"
_AT_ONCE = 5_000
_NEXT = sa.text(
    "SELECT tenant_id, created_at, id, message, topic, event_type, error_code FROM integration_logs "
    "WHERE (tenant_id, created_at, id) > (:tenant, :moment, :id) ORDER BY tenant_id, created_at, id LIMIT :number"
)
_KEEP = (
    "UPDATE integration_logs AS log SET folded = found.folded "
    "FROM unnest(%s::uuid[], %s::bigint[], %s::uuid[], %s::text[]) AS found (tenant_id, created_at, id, folded) "
    "WHERE log.tenant_id = found.tenant_id AND log.created_at = found.created_at AND log.id = found.id"
)


def upgrade() -> None:
    """Add the column and fill it for the entries that are there."""
    op.add_column(_TABLE, sa.Column("folded", sa.Text(), nullable=False, server_default=""))
    if op.get_context().as_sql:  # a script for a new database: it has no entries
        return
    if op.get_context().dialect.name == "sqlite":
        _fold_in_file(op.get_bind())
    else:
        _fold_in_database(op.get_bind())


def _fold_in_file(connection: sa.Connection) -> None:
    driver: Any = connection.connection.dbapi_connection
    driver.create_function("folded_lines", 4, lambda *lines: folded("\n".join(lines)), deterministic=True)
    op.execute("UPDATE integration_logs SET folded = folded_lines(message, topic, event_type, error_code)")
    driver.create_function("folded_lines", 4, None)


def _fold_in_database(connection: sa.Connection) -> None:
    """The owner of the tables is held to their policies like everybody; what comes after this holds it again."""
    op.execute(f"ALTER TABLE {_TABLE} NO FORCE ROW LEVEL SECURITY")
    nothing = "00000000-0000-0000-0000-000000000000"
    place = {"tenant": nothing, "moment": -(2**62), "id": nothing}
    while rows := connection.execute(_NEXT, {**place, "number": _AT_ONCE}).all():
        connection.exec_driver_sql(_KEEP, _columns(rows))
        place = {"tenant": rows[-1].tenant_id, "moment": rows[-1].created_at, "id": rows[-1].id}


def _columns(rows: Sequence[sa.Row[Any]]) -> tuple[list[Any], ...]:
    lines = [folded(f"{row.message}\n{row.topic}\n{row.event_type}\n{row.error_code}") for row in rows]
    return [row.tenant_id for row in rows], [row.created_at for row in rows], [row.id for row in rows], lines
