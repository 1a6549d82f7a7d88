"""What can be done with the log: page through it, follow it, look at one entry, count."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from integration_console.domain.connectors import ConnectorStatus, Health
from integration_console.domain.errors import FieldProblem, InvalidInput
from integration_console.domain.log_conditions import EVERYTHING, all_of, chosen
from integration_console.domain.log_payloads import entries_only
from integration_console.domain.log_query import parse_query
from integration_console.domain.log_terms import Names, zone_of
from integration_console.domain.logs import LogDetail, LogFilter, LogStatus, Statistics
from integration_console.domain.schedules import NOT_ZONE
from integration_console.domain.webhooks import WebhookStatus
from integration_console.operations.permission import needs
from integration_console.storage import connectors as connector_rows
from integration_console.storage import log_notes, rollups
from integration_console.storage import logs as rows
from integration_console.storage import webhooks as webhook_rows

if TYPE_CHECKING:
    from integration_console.domain.log_conditions import Condition
    from integration_console.domain.logs import LogEntry, LogPage, LogPlace
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Reading

HOURS = 24


@needs("logs.read", keeps_rights=True)
def log_page(
    context: Context, wanted: LogFilter, after: LogPlace | None, limit: int, *, newer: bool = False
) -> LogPage:
    """Return entries newest first, starting behind `after`; `newer`: those just above it, up to it."""
    page = rows.page_above if newer else rows.page
    return context.store.read(lambda reading: page(reading, _condition(context, reading, wanted), after, limit))


@needs("logs.read", keeps_rights=True)
def log_place(context: Context, wanted: LogFilter, after: LogPlace | None, skip: int) -> LogPlace | None:
    """Return the place of the entry `skip` entries behind `after`, None where the log ends before it."""
    return context.store.read(lambda reading: rows.place(reading, _condition(context, reading, wanted), after, skip))


@needs("logs.read", keeps_rights=True)
def log_count(context: Context, wanted: LogFilter, at_most: int, *, newer_than: LogPlace | None = None) -> int:
    """Return how many entries fit (above the place `newer_than`, where given), counting no further than `at_most`."""
    return context.store.read(
        lambda reading: rows.count(reading, _condition(context, reading, wanted), at_most, newer_than)
    )


@needs("logs.read", keeps_rights=True)
def log_tail(context: Context, wanted: LogFilter, position: int, limit: int) -> tuple[tuple[LogEntry, ...], int]:
    """Return entries committed after `position`, oldest first, and the position to go on from."""
    return context.store.read(lambda reading: rows.tail(reading, _condition(context, reading, wanted), position, limit))


@needs("logs.read")
def newest_position(context: Context) -> int:
    """Return the position of the newest entry."""
    return context.store.read(rows.newest_position)


@needs("logs.read", keeps_rights=True)
def log_detail(context: Context, entry_id: str) -> LogDetail:
    """Return an entry with its payload, which is closed to those who may read the log only. Raises `NotFound`."""
    detail = context.store.read(lambda reading: rows.detail(reading, entry_id))
    return detail if context.rights.allows("payloads.read") else LogDetail(detail.entry, closed=True)


@needs("logs.read")
def event_types(context: Context) -> tuple[str, ...]:
    """Return the types of entries that exist, sorted."""
    return context.store.read(rows.event_types)


@needs("logs.read")
def statistics(context: Context) -> Statistics:
    """Return the numbers of the last 24 hours, from the roll-ups."""
    return context.store.read(lambda reading: _statistics(context, reading))


def _condition(context: Context, reading: Reading, wanted: LogFilter) -> Condition:
    """Return what an entry must be like to fit a filter. Raises `QueryNotUnderstood`, `InvalidInput`."""
    condition = all_of(chosen(wanted), _asked(context, reading, wanted))
    return condition if context.rights.allows("payloads.read") else entries_only(condition)


def _asked(context: Context, reading: Reading, wanted: LogFilter) -> Condition:
    return _understood(context, reading, wanted) if wanted.query.strip() else EVERYTHING


def _understood(context: Context, reading: Reading, wanted: LogFilter, *, with_filters: bool = True) -> Condition:
    connectors = {each.name: each.id for each in connector_rows.connectors(reading)}
    webhooks = {each.name: each.id for each in webhook_rows.webhooks(reading)}
    zone = zone_of(wanted.time_zone)
    if zone is None:
        raise InvalidInput(FieldProblem("time_zone", NOT_ZONE))
    saved = log_notes.saved_filters(reading) if with_filters else ()
    filters = {each.name: each.query for each in saved}
    return parse_query(wanted.query, Names(connectors, webhooks, context.clock.now(), zone, filters))


def require_understood(context: Context, query: str) -> None:
    """Raise `QueryNotUnderstood` for a query that means nothing, or that uses a saved filter."""
    context.store.read(lambda reading: _understood(context, reading, LogFilter(query=query), with_filters=False))


def _statistics(context: Context, reading: Reading) -> Statistics:
    now = context.clock.now()
    counts = rollups.counts_since(reading, now - timedelta(hours=HOURS - 1))
    connectors, webhooks = connector_rows.connectors(reading), webhook_rows.webhooks(reading)

    def entries(*types: str) -> int:
        return sum(number for (_, kind, _), number in counts.items() if kind in types)

    return Statistics(
        connectors=len(connectors),
        active_connectors=sum(each.status is ConnectorStatus.ACTIVE for each in connectors),
        failing_connectors=sum(
            each.health is Health.FAILING and each.status is ConnectorStatus.ACTIVE for each in connectors
        ),
        webhooks=len(webhooks),
        active_webhooks=sum(each.status is WebhookStatus.ACTIVE for each in webhooks),
        events=entries(*rollups.EVENT_TYPES),
        duplicates=entries("webhook.duplicate"),
        rejected=entries("webhook.rejected"),
        entries=sum(counts.values()),
        errors=sum(number for (_, _, status), number in counts.items() if status == LogStatus.ERROR),
        hours=rollups.hour_counts(counts, now, HOURS),
        newest_entry_id=rows.newest_id(reading),
    )
