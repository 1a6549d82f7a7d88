"""The tables of the service's API: answers that are given again to a request that is repeated."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, String, Table

from integration_console.storage.columns import Moment, Word
from integration_console.storage.table_parts import metadata, tenant_column

kept_answers = Table(
    "kept_answers",
    metadata,
    tenant_column(),
    Column("caller", Word, primary_key=True),
    Column("key", String(200), primary_key=True),
    Column("fingerprint", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("status", Integer),
    Column("media_type", Word),
    Column("body", LargeBinary),
    Column("sealed", Boolean, nullable=False),
    Index(None, "tenant_id", "created_at"),
)
