"""What can be asked of a shared database about its own condition, as the login that is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row

    from integration_console.storage.transaction import Reading

_ASK = text("""
    SELECT session_user::text AS login,
        clock_timestamp() AS moment,
        current_setting('server_version') AS version,
        (SELECT rolsuper OR rolbypassrls FROM pg_catalog.pg_roles WHERE rolname = session_user) AS sees_all,
        (SELECT count(*) FROM pg_catalog.pg_class WHERE relnamespace = 'console'::regnamespace
            AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> 'alembic_version'
            AND NOT (relrowsecurity AND relforcerowsecurity)) AS open_tables,
        (SELECT coalesce(bool_or(ssl), false) FROM pg_catalog.pg_stat_ssl WHERE pid = pg_backend_pid()) AS encrypted,
        inet_server_addr() IS NULL OR inet_server_addr() <<= '127.0.0.0/8' OR inet_server_addr() = '::1' AS is_local,
        EXISTS (SELECT 1 FROM pg_catalog.pg_class WHERE relnamespace = 'console'::regnamespace
            AND relname = 'integration_logs_' || to_char((now() AT TIME ZONE 'UTC') + interval '1 month', 'YYYY_MM'))
            AS has_next_month
""")


@dataclass(frozen=True, slots=True)
class SharedCondition:
    """`sees_all`: no policy holds for this login; `open_tables`: how many have no row security in force."""

    login: str
    moment: datetime
    version: str
    sees_all: bool
    open_tables: int
    encrypted: bool
    is_local: bool
    has_next_month: bool


def shared_condition(reading: Reading) -> SharedCondition:
    """Ask the server."""
    row: Row[tuple[object, ...]] = reading.connection.execute(_ASK).one()
    return SharedCondition(**row._mapping)  # noqa: SLF001 - SQLAlchemy's own public name
