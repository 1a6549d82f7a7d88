"""Fills the copy ahead of need."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from integration_console.domain.errors import PermissionDenied
from integration_console.domain.logs import LogFilter
from integration_console.domain.syncs import RunFilter

if TYPE_CHECKING:
    from integration_console.gateways.protocols import Gateway

_PAGE = 500


def fill(gateway: Gateway) -> None:
    """Ask what the pages of the window ask when they are first seen, and for the newest entries of the log."""
    gateway.connector_types()
    gateway.broken_types()
    gateway.workspace()
    gateway.statistics()
    gateway.sync_runs(RunFilter(), 50)
    gateway.schedules()
    gateway.saved_filters()
    for connector in gateway.connectors():
        gateway.connector(connector.id)
        gateway.streams(connector.id)
        gateway.schedules(connector.id)
    for webhook in gateway.webhooks():
        gateway.webhook_url(webhook.id)
        gateway.last_events(webhook.id)
    for question in (gateway.members, gateway.api_keys, gateway.api_key_policy, gateway.key_holders):
        with suppress(PermissionDenied):
            question()
    newest = gateway.log_page(LogFilter(), None, _PAGE)
    gateway.log_notes([each.id for each in newest.entries])
    gateway.event_types()
