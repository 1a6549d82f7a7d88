"""Connections to a shared PostgreSQL: our schema alone in sight, identifiers sent as UUIDs, nothing left open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event

from integration_console.storage.columns import IdBytes

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from integration_console.storage.shared.address import DatabaseAddress

SCHEMA = "console"
_OPTIONS = f"-c search_path={SCHEMA} -c idle_in_transaction_session_timeout=60000 -c lock_timeout=30000"
_CONNECT_SECONDS = 10


def shared_engine(address: DatabaseAddress, password: str = "", *, size: int = 8) -> Engine:
    """Return an engine with at most twice `size` connections."""
    engine = create_engine(
        address.url(password),
        pool_size=size,
        max_overflow=size,
        pool_pre_ping=True,
        pool_recycle=1800,
        connect_args={
            "options": _OPTIONS,
            "connect_timeout": _CONNECT_SECONDS,
            "application_name": "integration-console",
            "keepalives_idle": 30,
        },
    )
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's own connection
    connection.adapters.register_dumper(IdBytes, _id_dumper())


def _id_dumper() -> type[Any]:
    from psycopg.adapt import Dumper  # noqa: PLC0415 - an embedded workspace needs no driver
    from psycopg.postgres import types  # noqa: PLC0415 - as above
    from psycopg.pq import Format  # noqa: PLC0415 - as above

    class IdDumper(Dumper):
        """Sends 16 bytes as the UUID that they are."""

        format = Format.BINARY
        oid = types["uuid"].oid

        def dump(self, obj: IdBytes) -> bytes:
            return bytes(obj)

    return IdDumper
