"""The tables of what people write beside the log: notes on entries, and filters under a name."""

from __future__ import annotations

from sqlalchemy import Column, Index, Table, Text

from integration_console.storage.columns import Moment, Word
from integration_console.storage.table_parts import id_column, metadata, tenant_column

notes = Table(
    "log_notes",
    metadata,
    tenant_column(),
    id_column("log_id"),
    Column("mark", Word, nullable=False),
    Column("text", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("written_at", Moment, nullable=False),
)

filters = Table(
    "saved_log_filters",
    metadata,
    tenant_column(),
    id_column(),
    Column("name", Text, nullable=False),
    Column("query", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("written_at", Moment, nullable=False),
    Index(None, "tenant_id", "name", unique=True),
)
