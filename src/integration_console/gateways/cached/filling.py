"""Fills the copy ahead of need."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from integration_console.domain.errors import ConsoleError
from integration_console.domain.logs import LogFilter
from integration_console.domain.syncs import RunFilter
from integration_console.gateways.cached.reach import is_away

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.gateways.protocols import Gateway

T = TypeVar("T")

_PAGE = 500
_TO_ALL = (401, 429)
"""What refuses whoever asks, not what is asked."""


def fill(gateway: Gateway) -> None:
    """Ask what the pages of the window ask when they are first seen, and for the newest entries of the log.

    What is gone meanwhile or refused is left out. Raises what says that nothing can be asked now.
    """
    for question in (
        gateway.connector_types,
        gateway.broken_types,
        gateway.workspace,
        gateway.statistics,
        lambda: gateway.sync_runs(RunFilter(), 50),
        gateway.schedules,
        gateway.saved_filters,
    ):
        _asked(question)
    for connector in _asked(gateway.connectors) or ():
        for about in (gateway.connector, gateway.streams, gateway.schedules):
            _asked(partial(about, connector.id))
    for webhook in _asked(gateway.webhooks) or ():
        _asked(partial(gateway.webhook_url, webhook.id))
        _asked(partial(gateway.last_events, webhook.id))
    for administrative in (gateway.members, gateway.api_keys, gateway.api_key_policy, gateway.key_holders):
        _asked(administrative)
    newest = _asked(lambda: gateway.log_page(LogFilter(), None, _PAGE))
    if newest is not None:
        _asked(lambda: gateway.log_notes([each.id for each in newest.entries]))
    _asked(gateway.event_types)


def _asked(question: Callable[[], T]) -> T | None:
    """Return an answer (None: just this is refused). Raises what would be the answer to every question."""
    try:
        return question()
    except ConsoleError as error:
        if is_away(error) or error.http_status in _TO_ALL:
            raise
    return None
