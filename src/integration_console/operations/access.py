"""Gives a connector type what it may use while it works: settings with secrets opened, tokens, received events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.access import Access, StoredEvent
from integration_console.operations.tokens import PassingTokens, StoredTokens
from integration_console.storage import connectors as rows
from integration_console.storage import events as event_rows
from integration_console.storage import secrets as secret_rows
from integration_console.storage import webhooks as webhook_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from integration_console.domain.connectors import Connector, ConnectorDraft
    from integration_console.domain.forms import Value
    from integration_console.operations.context import Context
    from integration_console.storage.secrets import SealedSecret


def access_of(context: Context, used: Connector) -> Access:
    """Return what a stored connector works with. Raises `NotFound`, `VaultLocked`, `SecretUnreadable`."""
    return Access(settings(context, used), StoredTokens(context, used.id), ReceivedEvents(context))


def access_of_draft(context: Context, draft: ConnectorDraft) -> Access:
    """Return what a connector would work with as it is filled in: secrets left empty are those stored under its id."""
    form = context.types.kind(draft.type).description.form
    stored = _opened_secrets(context, draft.id) if draft.id else {}
    filled = {name: value.strip() if isinstance(value, str) else value for name, value in draft.values.items()}
    given = {name: value for name, value in filled.items() if value not in ("", None) or name not in stored}
    tokens = StoredTokens(context, draft.id) if draft.id else PassingTokens()
    return Access(form.with_defaults({**stored, **given}), tokens, ReceivedEvents(context))


def settings(context: Context, used: Connector) -> dict[str, Value]:
    """Return all values of a connector's form, secrets opened. Raises `VaultLocked`, `SecretUnreadable`."""
    form = context.types.kind(used.type).description.form
    return {**form.with_defaults(used.config), **_opened_secrets(context, used.id)}


class ReceivedEvents:
    """The events of the workspace's webhooks."""

    def __init__(self, context: Context) -> None:
        """Read the workspace of `context`."""
        self._context = context

    def after(self, webhook_id: str, position: int, limit: int) -> tuple[StoredEvent, ...]:
        """Return the events of a webhook committed after `position`, oldest first. Raises `NotFound`."""
        self._context.store.read(lambda reading: webhook_rows.webhook(reading, webhook_id))
        return self._context.store.read(lambda reading: event_rows.events_after(reading, webhook_id, position, limit))

    def webhook_names(self) -> Mapping[str, str]:
        """Return the names of all webhooks by id."""
        return {each.id: each.name for each in self._context.store.read(webhook_rows.webhooks)}


def _opened_secrets(context: Context, connector_id: str) -> dict[str, Value]:
    found = context.store.read(lambda reading: secret_rows.secrets_of(reading, rows.TABLE, connector_id))
    return {each.name: _opened(context, each) for each in found}


def _opened(context: Context, secret: SealedSecret) -> str:
    return context.vault.open(secret.sealed, secret.table, secret.row_id, secret.name)
