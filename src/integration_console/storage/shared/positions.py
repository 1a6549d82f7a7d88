"""Places in the order of commits, where many programs write at once.

Neither a clock nor a sequence is the order of commits. A place is the transaction's number, which the server gives out,
with room below it for the rows of that transaction. A reader goes no further than the oldest transaction that is
still under way: whatever lies below is committed, or never will be (pg_current_xact_id, pg_snapshot_xmin).

An organisation that comes from another server may bring higher places than this one gives out. All places of this
database are lifted above them then (`position_base`), which waits for the transactions that are under way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from integration_console.storage.transaction import Writing

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ROOM_BITS = 20
"""A million rows a transaction; 43 bits are left for the number of transactions, which is 8.8 trillion."""
_BEGIN = text(
    f"SELECT set_config('app.tenant_id', :tenant, true), "
    f"console.position_base() + (pg_current_xact_id()::text::bigint << {_ROOM_BITS})"
)
_LOOK = text("SELECT set_config('app.tenant_id', :tenant, true)")
_SETTLED = text(
    f"SELECT console.position_base() + (pg_snapshot_xmin(pg_current_snapshot())::text::bigint << {_ROOM_BITS}) - 1"
)


def begin_writing(connection: Connection, tenant_id: str) -> int:
    """Set the tenant for this transaction and return the place before its first row."""
    return int(connection.execute(_BEGIN, {"tenant": tenant_id}).one()[1])


def begin_reading(connection: Connection, tenant_id: str) -> None:
    """Set the tenant for this transaction."""
    connection.execute(_LOOK, {"tenant": tenant_id})


def acting_for(writing: Writing, tenant_id: str) -> Writing:
    """Return the same transaction, from now on as that of another organisation; places go on."""
    if writing.tenant_id == tenant_id:
        return writing
    begin_reading(writing.connection, tenant_id)
    return Writing(writing.connection, tenant_id, writing.position)


def settled_position(connection: Connection) -> int:
    """Return the place up to which nothing can appear any more."""
    return int(connection.execute(_SETTLED).scalar_one())
