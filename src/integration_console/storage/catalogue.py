"""All tables together: what migrations make, and which of them belong to one organisation."""

from __future__ import annotations

from integration_console.storage import sync_tables, table_parts, tables

METADATA = table_parts.metadata
_OF_NOBODY = (tables.tenants, tables.directory)
_SYNCS = frozenset({sync_tables.jobs, sync_tables.sync_runs})

TENANT_TABLES = tuple(table for table in METADATA.sorted_tables if table in _SYNCS or table not in _OF_NOBODY)
"""The tables whose rows belong to one organisation."""
