"""The tables of retention: rules, legal holds, removals."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, Table, Text

from integration_console.storage.columns import Id, Moment, Word
from integration_console.storage.table_parts import id_column, metadata, tenant_column

rules = Table(
    "retention_rules",
    metadata,
    tenant_column(),
    Column("name", Word, primary_key=True),
    Column("days", Integer),
    Column("changed_at", Moment, nullable=False),
)

holds = Table(
    "legal_holds",
    metadata,
    tenant_column(),
    id_column(),
    Column("reason", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("placed_at", Moment, nullable=False),
    Column("since", Moment),
    Column("until", Moment),
    Column("connector_id", Id),
    Column("correlation_id", Id),
)

runs = Table(
    "retention_runs",
    metadata,
    tenant_column(),
    id_column(),
    Column("started_at", Moment, nullable=False),
    Column("author", Text, nullable=False),
    Column("finished_at", Moment),
    Column("entries", BigInteger, nullable=False),
    Column("events", BigInteger, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
)
