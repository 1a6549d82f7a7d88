"""All tables together: what migrations make, and which of them belong to one organisation."""

from __future__ import annotations

from integration_console.storage import (
    api_key_tables,
    figure_tables,
    log_note_tables,
    member_tables,
    retention_tables,
    service_tables,
    sync_tables,
    table_parts,
    tables,
)

METADATA = table_parts.metadata
_OF_NOBODY = (tables.tenants, tables.directory)
_NAMED = frozenset({
    sync_tables.jobs, sync_tables.sync_runs, member_tables.members, api_key_tables.api_keys,
    service_tables.kept_answers, figure_tables.figures, figure_tables.log_reached, retention_tables.holds,
    log_note_tables.notes, log_note_tables.filters,
})  # fmt: skip

TENANT_TABLES = tuple(table for table in METADATA.sorted_tables if table in _NAMED or table not in _OF_NOBODY)
"""The tables whose rows belong to one organisation."""
