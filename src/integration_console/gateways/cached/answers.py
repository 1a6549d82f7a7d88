"""What the copy answers: what the workspace last said to the same question, with the changes that wait."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from integration_console.domain.connectors import ConnectorDraft
from integration_console.domain.errors import WorkspaceReadOnly
from integration_console.domain.logs import LogPage
from integration_console.domain.permissions import PERMISSIONS
from integration_console.domain.webhooks import WebhookDraft
from integration_console.domain.wire import NotThatShape
from integration_console.gateways.cached.asking import MISSING
from integration_console.gateways.cached.log import KeptLog
from integration_console.gateways.cached.questions import LOG, RIGHTS, question_of, read, written
from integration_console.gateways.protocols import Gateway

if TYPE_CHECKING:
    from collections.abc import Mapping

    from integration_console.gateways.cached.things import Thing, Wish
    from integration_console.gateways.cached.waiting import Waiting
    from integration_console.storage.cache_file import CacheFile


_OF_THINGS = frozenset({"connectors", "connector", "webhooks", "schedules"})
"""Whose answers show the changes that wait."""


class Answers:
    """What is kept of the workspace's answers, as it gave them; changes that wait are shown in them, not written."""

    def __init__(self, cache: CacheFile, waiting: Waiting) -> None:
        """Keep answers in `cache`, and show the changes of `waiting` in them."""
        self._cache, self._waiting = cache, waiting
        self._log = KeptLog(cache, self._names)

    def keep(self, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any], answer: Any) -> None:  # noqa: ANN401 - of any kind
        """Keep what the workspace has just said."""
        if isinstance(answer, LogPage):
            self._log.keep(answer.entries)
        elif name == "log_tail":
            self._log.keep(answer[0])
        elif name == "log_notes":
            self._log.keep_notes(args[0], answer)
        elif name not in LOG:
            self._cache.keep_answer(question_of(name, args, kwargs), written(answer))

    def find(self, name: str, args: tuple[Any, ...] = (), kwargs: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401 - see above
        """Return what it said last (`MISSING`: nothing)."""
        if name in LOG:
            return getattr(self._log, name)(*args, **(kwargs or {})) if self._log.entries else MISSING
        body = self._cache.answer(question_of(name, args, kwargs or {}))
        try:
            found = MISSING if body is None else read(getattr(Gateway, name), body)
        except NotThatShape:  # of another version of the program
            return MISSING
        return self._waiting.shown_in(found) if name in _OF_THINGS and found is not MISSING else found

    def keep_rights(self, gateway: Gateway) -> None:
        """Keep what may be done and what not."""
        for name, permission in itertools.product(RIGHTS, PERMISSIONS):
            self.keep(name, (permission, ""), {}, getattr(gateway, name)(permission))

    def right(self, name: str, permission: str, scope: str, *, locked: bool) -> Any:  # noqa: ANN401 - of either question
        """Return what `can` or `refusal` last said of a permission, less what a lock takes away."""
        if locked and not permission.endswith(".read"):
            return WorkspaceReadOnly() if name == "refusal" else False
        asked = (self.find(name, (permission, each)) for each in (scope, ""))
        nothing = None if name == "refusal" else False
        return next((each for each in asked if each is not MISSING), nothing)

    def thing(self, wish: Wish) -> Thing | None:
        """Return what a wish would change (None: it was never seen)."""
        if isinstance(wish, ConnectorDraft):
            found = self.find("connector", (wish.id,))
            return None if found is MISSING else found
        listed = self.find("webhooks" if isinstance(wish, WebhookDraft) else "schedules")
        return None if listed is MISSING else next((each for each in listed if each.id == wish.id), None)

    def secret_names(self, wish: Wish) -> frozenset[str]:
        """Return which values of a wish are secrets: what a connector's type says, or all where it is not known."""
        if not isinstance(wish, ConnectorDraft):
            return frozenset()
        kinds = self.find("connector_types")
        kind = next((each for each in kinds if each.key == wish.type), None) if kinds is not MISSING else None
        return frozenset(wish.values) if kind is None else kind.form.secret_names()

    def _names(self) -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
        """The ids of connectors and webhooks, and the queries of saved filters, by name."""
        answers = (self.find(name) for name in ("connectors", "webhooks", "saved_filters"))
        connectors, webhooks, filters = (() if each is MISSING else each for each in answers)
        ids = ({each.name: each.id for each in found} for found in (connectors, webhooks))
        return (*ids, {each.name: each.query for each in filters})  # type: ignore[return-value] # two of them
