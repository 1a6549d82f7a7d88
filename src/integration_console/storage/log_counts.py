"""How many entries of each type and status every hour and every day has: what counting and jumping need.

Few rows, unlike the hourly counts by owner (`rollups`): they can be added up at every look. Each program that writes
has rows of its own, in the same transaction as the entries.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from integration_console.domain.log_conditions import AnyOf, FieldIs, LogField, all_of, parts_of
from integration_console.storage import tables
from integration_console.storage.columns import id_bytes
from integration_console.storage.driver import run_driver_sql, writer_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from integration_console.domain.log_conditions import Condition
    from integration_console.storage.transaction import Reading, Writing

HOUR, DAY = 3_600, 86_400
"""The spans that are counted, in seconds."""
_MICROSECONDS = 1_000_000
_UPSERT = """
INSERT INTO log_counts (tenant_id, span, begins, event_type, status, writer, entries) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (tenant_id, span, begins, event_type, status, writer)
DO UPDATE SET entries = log_counts.entries + excluded.entries
"""


def count_kinds(writing: Writing, entries: Mapping[tuple[int, str, str], int]) -> None:
    """Add numbers of entries, given by (microseconds, event type, status), to their hours and days."""
    counts: Counter[tuple[int, int, str, str]] = Counter()
    for (moment, kind, status), number in entries.items():
        for span in (HOUR, DAY):
            counts[span, moment - moment % (span * _MICROSECONDS), kind, status] += number
    tenant, writer = id_bytes(writing.tenant_id), writer_number(writing.connection)
    rows = [(tenant, *key, writer, number) for key, number in sorted(counts.items())]
    if rows:
        run_driver_sql(writing.connection, _UPSERT, rows)


def with_types_that_exist(reading: Reading, condition: Condition) -> Condition:
    """Return the same condition with each family of types that has but one type, or none, as what it comes to.

    One type has an index; for a family that nobody is in the log would be read to its end.
    """
    parts = parts_of(condition)
    if not any(map(_is_family, parts)):
        return condition
    types = types_that_exist(reading)
    return all_of(*(_narrowed(each, types) if _is_family(each) else each for each in parts))


def _is_family(condition: Condition) -> bool:
    return isinstance(condition, FieldIs) and condition.field is LogField.TYPE and condition.is_prefix


def _narrowed(family: Condition, types: tuple[str, ...]) -> Condition:
    inside = [each for each in types if isinstance(family, FieldIs) and each.startswith(family.value)]
    if len(inside) > 1:
        return family
    return FieldIs(LogField.TYPE, inside[0]) if inside else AnyOf()


def types_that_exist(reading: Reading) -> tuple[str, ...]:
    """Return the types of entries that exist, sorted."""
    table = tables.log_counts
    query = (
        select(table.c.event_type)
        .where(table.c.tenant_id == reading.tenant_id, table.c.span == DAY)
        .group_by(table.c.event_type)
        .having(func.sum(table.c.entries) > 0)
    )
    return tuple(sorted(reading.connection.execute(query).scalars()))
