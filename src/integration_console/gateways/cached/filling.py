"""Fills the copy ahead of need, and shows in it what a draft will change."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import orjson

from integration_console.domain.connectors import Connector
from integration_console.domain.errors import PermissionDenied
from integration_console.domain.logs import LogFilter
from integration_console.domain.syncs import RunFilter
from integration_console.domain.webhooks import Webhook
from integration_console.domain.wire import to_wire
from integration_console.gateways.cached.questions import question_of, written

if TYPE_CHECKING:
    from integration_console.gateways.cached.things import Thing
    from integration_console.gateways.protocols import Gateway
    from integration_console.storage.cache_file import CacheFile

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


def show_in_copy(cache: CacheFile, thing: Thing) -> None:
    """Let the copy show a thing as it will be."""
    wire = to_wire(thing)
    lists = {Connector: [("connectors", ())], Webhook: [("webhooks", ())]}.get(
        type(thing), [("schedules", ()), ("schedules", (getattr(thing, "connector_id", ""),))]
    )
    for name, args in lists:
        question = question_of(name, args, {})
        body = cache.answer(question)
        if body is not None:
            cache.keep_answer(question, orjson.dumps([_newer(each, wire) for each in orjson.loads(body)]).decode())
    if isinstance(thing, Connector):
        cache.keep_answer(question_of("connector", (thing.id,), {}), written(thing))


def _newer(present: Any, wire: Any) -> Any:  # noqa: ANN401 - the JSON border
    return wire if present["id"] == wire["id"] else present
