"""Statements written for the driver itself, where building them anew each time would cost more than running them.

They are written as SQLite reads them: `?` for a value, `IN (SELECT value FROM json_each(?))` for a list of texts that
comes as JSON. PostgreSQL is given the same statement in its own words.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from integration_console.storage.transaction import Writing

_WRITERS = 16
_LISTED = "(SELECT value FROM json_each(?))"
_LISTED_THERE = "(SELECT jsonb_array_elements_text(CAST(? AS jsonb)))"


def run_driver_sql(connection: Connection, statement: str, values: tuple[Any, ...] | Sequence[tuple[Any, ...]]) -> Any:  # noqa: ANN401 - rows as the driver gives them
    """Run a statement with its values: a tuple, or a list of tuples for as many runs."""
    if is_postgres(connection):
        statement = _for_postgres(statement)
    return connection.exec_driver_sql(statement, values if isinstance(values, tuple) else list(values))


def is_postgres(connection: Connection) -> bool:
    """Return whether the database is a PostgreSQL."""
    return connection.dialect.name == "postgresql"


def one_at_a_time(writing: Writing, what: str) -> None:
    """Let nobody else of this organisation do `what` until this transaction ends; a file has one writer anyway."""
    if is_postgres(writing.connection):
        key = f"{what} {writing.tenant_id}"
        writing.connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (key,))


def writer_number(connection: Connection) -> int:
    """Return a small number that few others who write at this moment have; a file has one writer, 0."""
    if not is_postgres(connection):
        return 0
    driver: Any = connection.connection.driver_connection
    return int(driver.info.backend_pid) % _WRITERS


@cache
def _for_postgres(statement: str) -> str:
    return statement.replace(_LISTED, _LISTED_THERE).replace("?", "%s")
