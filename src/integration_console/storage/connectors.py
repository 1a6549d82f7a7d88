"""The rows of `integration_connectors`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, delete, func, insert, select, update

from integration_console.domain.connectors import Connector, ConnectorStatus, Health
from integration_console.domain.errors import NotFound
from integration_console.storage import tables
from integration_console.storage.faults import refusing_taken_name
from integration_console.storage.secrets import secret_names

if TYPE_CHECKING:
    from integration_console.storage.transaction import Reading, Writing

TABLE = tables.connectors.name
_table = tables.connectors


def add_connector(writing: Writing, connector: Connector) -> None:
    """Insert a connector. Raises `NameTaken`."""
    with refusing_taken_name(connector.name):
        writing.connection.execute(
            insert(_table).values(tenant_id=writing.tenant_id, id=connector.id, **_values(connector))
        )


def change_connector(writing: Writing, connector: Connector) -> None:
    """Store the present values of a connector. Raises `NameTaken`."""
    statement = update(_table).where(_table.c.tenant_id == writing.tenant_id, _table.c.id == connector.id)
    with refusing_taken_name(connector.name):
        writing.connection.execute(statement.values(**_values(connector)))


def remove_connector(writing: Writing, connector_id: str) -> None:
    """Delete a connector's row."""
    writing.connection.execute(
        delete(_table).where(_table.c.tenant_id == writing.tenant_id, _table.c.id == connector_id)
    )


def connector(reading: Reading | Writing, connector_id: str) -> Connector:
    """Return one connector. Raises `NotFound`."""
    query = select(_table).where(_table.c.tenant_id == reading.tenant_id, _table.c.id == connector_id)
    row = reading.connection.execute(query).one_or_none()
    if row is None:
        raise NotFound(kind="connector", id=connector_id)
    return _connector(reading, row)


def connectors(reading: Reading) -> tuple[Connector, ...]:
    """Return all connectors, by name."""
    query = select(_table).where(_table.c.tenant_id == reading.tenant_id).order_by(func.lower(_table.c.name))
    return tuple(_connector(reading, row) for row in reading.connection.execute(query).all())


def _values(connector: Connector) -> dict[str, Any]:
    return {
        "type": connector.type,
        "name": connector.name,
        "config": dict(connector.config),
        "status": connector.status,
        "health": connector.health,
        "health_code": connector.health_code,
        "health_params": dict(connector.health_params),
        "checked_at": connector.checked_at,
        "created_at": connector.created_at,
        "updated_at": connector.updated_at,
    }


def _connector(reading: Reading | Writing, row: Row[Any]) -> Connector:
    return Connector(
        id=row.id,
        type=row.type,
        name=row.name,
        config=row.config,
        status=ConnectorStatus(row.status),
        created_at=row.created_at,
        updated_at=row.updated_at,
        secrets=secret_names(reading, TABLE, row.id),
        health=Health(row.health),
        health_code=row.health_code,
        health_params=row.health_params,
        checked_at=row.checked_at,
    )
