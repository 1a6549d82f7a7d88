"""Sends a message through a connector, and logs what came of it."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, cast

from integration_console.domain.changes import Subject
from integration_console.domain.connectors import ConnectorStatus
from integration_console.domain.errors import (
    ActionUnavailable,
    ConsoleError,
    RemoteError,
    SlackBlocksInvalid,
    SlackMessageRefused,
)
from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogStatus
from integration_console.domain.masking import masked
from integration_console.operations import connectors
from integration_console.operations.access import access_of
from integration_console.operations.journal import Happening, announce, entry
from integration_console.operations.permission import needs
from integration_console.storage.log_rows import append_entries
from integration_console.storage.transaction import Priority

if TYPE_CHECKING:
    from collections.abc import Mapping

    from integration_console.domain.connectors import Connector, Message, Notifier, Receipt
    from integration_console.domain.forms import Value
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing

_ABOUT_THE_MESSAGE = (SlackBlocksInvalid, SlackMessageRefused)


@needs("messages.send", scope=lambda connector_id, _: connector_id)
def notify(context: Context, connector_id: str, message: Message) -> Receipt:
    """Send a message now. Raises `NotFound`, `ActionUnavailable`, `VaultLocked`, `RemoteError`.

    The entry of the log carries the correlation id that went along as the message's reference.
    """
    used = connectors.connector(context, connector_id)
    kind = connectors.kind_of(context, used.type)
    if used.status is not ConnectorStatus.ACTIVE or "notify" not in kind.description.actions:
        raise ActionUnavailable(name=used.name)
    access = access_of(context, used)
    values = access.settings
    correlation_id, started = new_id(), time.monotonic()
    # What people call the channel; the receipt may hold an id.
    named = _masked(message.channel or str(values.get("channel") or ""), used, values)
    happening = Happening(
        "message.sent",
        {"connector": used.name, "channel": named or "—"},
        connector_id=used.id,
        correlation_id=correlation_id,
        payload=_payload(message, used, values),
    )
    try:
        receipt = cast("Notifier", kind).notify(access, message, correlation_id)
    except RemoteError as error:
        failed = replace(happening, event_type="message.failed", status=LogStatus.ERROR)
        _conclude(context, used, replace(failed, duration_ms=_since(started)), error)
        raise
    params = {**happening.params, "channel": named or receipt.channel or "—"}
    _conclude(context, used, replace(happening, params=params, duration_ms=_since(started)), None)
    return receipt


def _conclude(context: Context, used: Connector, happening: Happening, error: ConsoleError | None) -> None:
    def conclude(writing: Writing) -> None:
        if isinstance(error, _ABOUT_THE_MESSAGE):
            append_entries(writing, [entry(happening, context.clock.now(), error)])
        else:
            connectors.keep_health(context, writing, connectors.with_health(context, used, error), happening, error)

    context.store.write(conclude, Priority.JOBS)
    announce(context, Subject.CONNECTORS)


def _payload(message: Message, used: Connector, values: Mapping[str, Value]) -> str:
    parts = {name: value for name, value in asdict(message).items() if value}
    text = json.dumps(parts, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode()  # whatever Slack takes
    return _masked(text, used, values)


def _masked(text: str, used: Connector, values: Mapping[str, Value]) -> str:
    return masked(text, [str(values[name]) for name in used.secrets if values.get(name)])


def _since(started: float) -> float:
    return (time.monotonic() - started) * 1000
