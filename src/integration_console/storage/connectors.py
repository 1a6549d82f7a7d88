"""The rows of `integration_connectors`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, delete, func, insert, select, update

from integration_console.domain.connectors import Connector, ConnectorStatus, Health
from integration_console.domain.errors import NotFound
from integration_console.storage import tables
from integration_console.storage.faults import refusing_taken_name
from integration_console.storage.secrets import names_of_all_secrets, secret_names

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
    return _connector(row, secret_names(reading, TABLE, row.id))


def connectors(reading: Reading) -> tuple[Connector, ...]:
    """Return all connectors, by name."""
    query = select(_table).where(_table.c.tenant_id == reading.tenant_id).order_by(func.lower(_table.c.name))
    secrets = names_of_all_secrets(reading, TABLE)
    return tuple(_connector(row, secrets.get(row.id, frozenset())) for row in reading.connection.execute(query))


def connector_name(reading: Reading, connector_id: str) -> str:
    """Return what a connector is called ("": there is none any more)."""
    query = select(_table.c.name).where(_table.c.tenant_id == reading.tenant_id, _table.c.id == connector_id)
    return reading.connection.execute(query).scalar() or ""


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


def _connector(row: Row[Any], secrets: frozenset[str]) -> Connector:
    return Connector(
        id=row.id,
        type=row.type,
        name=row.name,
        config=row.config,
        status=ConnectorStatus(row.status),
        created_at=row.created_at,
        updated_at=row.updated_at,
        secrets=secrets,
        health=Health(row.health),
        health_code=row.health_code,
        health_params=row.health_params,
        checked_at=row.checked_at,
    )
