"""What all tables share: one catalogue, one way to name keys, the tenant in front."""

from __future__ import annotations

from sqlalchemy import Column, MetaData

from integration_console.storage.columns import Id

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def tenant_column() -> Column[str]:
    """Return the column that every row of an organisation starts with."""
    return Column("tenant_id", Id, primary_key=True)


def id_column(name: str = "id") -> Column[str]:
    """Return an identifier that is part of the primary key."""
    return Column(name, Id, primary_key=True)
