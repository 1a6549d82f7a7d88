"""The tables of figures: the log added up by hour and by day, and how far that has come."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, LargeBinary, Table, Text

from integration_console.storage.columns import Moment, Word
from integration_console.storage.table_parts import metadata, tenant_column

HOUR, DAY = "hour", "day"
"""The grains."""
ALL, TYPE, CONNECTOR, WEBHOOK, ERROR = "all", "type", "connector", "webhook", "error"
"""The dimensions: what the figures of a row are about; `value` says which one."""
STATUSES = ("success", "info", "warning", "error")

figures = Table(
    "log_figures",
    metadata,
    tenant_column(),
    Column("dimension", Word, primary_key=True),
    Column("grain", Word, primary_key=True),
    Column("since", Moment, primary_key=True),
    Column("value", Text, primary_key=True),
    *(Column(each, BigInteger, nullable=False) for each in STATUSES),
    Column("durations", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

log_reached = Table(
    "log_reached",
    metadata,
    tenant_column(),
    Column("work", Word, primary_key=True),
    Column("position", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""How far work that follows the log in the order of its commits has come."""
