"""Keeps webhooks and their opened secrets at hand, so that most requests can be verified without reading anything."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

from integration_console.domain.errors import NotFound, UnknownWebhook, WebhookRemoved
from integration_console.operations import webhooks
from integration_console.operations.short_memory import OLDEST

if TYPE_CHECKING:
    from integration_console.domain.webhooks import Webhook
    from integration_console.operations.context import Context
    from integration_console.operations.organisations import Organisations


@dataclass(frozen=True, slots=True)
class Armed:
    """A webhook of the workspace of `context`, with its opened secrets; each counts until its time.

    Times are seconds since 1970, None: always.
    """

    context: Context = field(repr=False, compare=False)
    webhook: Webhook
    secrets: tuple[tuple[str, float | None], ...] = field(repr=False)

    def valid_secrets(self, now: float) -> list[str]:
        """Return the secrets that count at `now`, the current one first."""
        return [secret for secret, until in self.secrets if until is None or now < until]


class Armoury:
    """Webhooks at hand until `forget` says that something changed.

    Of a shared database nobody hears what other programs change: there nothing is kept for longer than a second.
    """

    def __init__(self, organisations: Organisations) -> None:
        """Read from the workspaces of `organisations` when a webhook is first needed."""
        self._organisations = organisations
        self._known: dict[str, tuple[Armed, float]] = {}
        self._generation = 0
        self._lock = threading.Lock()

    def at_hand(self, webhook_id: str) -> Armed | None:
        """Return a webhook without reading anything, or None when it is not at hand."""
        armed, until = self._known.get(webhook_id, (None, 0.0))
        return armed if armed is not None and monotonic() < until else None

    def find(self, webhook_id: str) -> Armed:
        """Return a webhook. Raises `UnknownWebhook`, `WebhookRemoved`, `VaultLocked`, or an error of the workspace."""
        generation = self._generation
        armed = _read(self._organisations.context_of(webhook_id), webhook_id)
        alone = armed.context.store.holder is not None
        until = float("inf") if alone else monotonic() + OLDEST.total_seconds()
        with self._lock:
            if generation == self._generation:
                self._known[armed.webhook.id] = (armed, until)  # other ways to write the id would fill the memory
        return armed

    def forget(self) -> None:
        """Read everything again when it is next needed."""
        with self._lock:
            self._generation += 1
            self._known = {}


def _read(context: Context | None, webhook_id: str) -> Armed:
    if context is None:
        raise UnknownWebhook
    try:
        found = webhooks.webhook(context, webhook_id)
        return Armed(context, found, tuple(webhooks.signing_secrets(context, found.id)))
    except NotFound as error:
        removed = webhooks.was_removed(context, webhook_id)
        raise (WebhookRemoved if removed else UnknownWebhook) from error
