"""Changes that wait until the workspace is reached again; none is made over what somebody else changed meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import orjson

from integration_console.domain.connectors import Connector, ConnectorDraft
from integration_console.domain.drafts import Draft, DraftKind, DraftState, settled
from integration_console.domain.errors import ConsoleError, NotFound
from integration_console.domain.ids import new_id
from integration_console.domain.schedules import Schedule, ScheduleDraft
from integration_console.domain.webhooks import CreatedWebhook, Webhook, WebhookDraft
from integration_console.domain.wire import NotThatShape, from_wire, to_wire
from integration_console.gateways.cached.reach import is_away

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from integration_console.gateways.protocols import Gateway
    from integration_console.storage.cache_file import CacheFile

Wish = ConnectorDraft | WebhookDraft | ScheduleDraft
Thing = Connector | Webhook | Schedule


@dataclass(frozen=True, slots=True)
class _Manner:
    """How one kind of thing is found, changed and written down."""

    kind: DraftKind
    wish: type[Any]
    thing: type[Any]
    save: Callable[[Gateway, Any], object]
    find: Callable[[Gateway, str], Thing]


def _webhook(gateway: Gateway, webhook_id: str) -> Webhook:
    found: Webhook = _among(gateway.webhooks(), "webhook", webhook_id)
    return found


def _schedule(gateway: Gateway, schedule_id: str) -> Schedule:
    found: Schedule = _among(gateway.schedules(), "schedule", schedule_id)
    return found


_MANNERS: Mapping[DraftKind, _Manner] = {
    each.kind: each
    for each in (
        _Manner(
            DraftKind.CONNECTOR,
            ConnectorDraft,
            Connector,
            lambda gateway, wish: gateway.save_connector(wish),
            lambda gateway, subject: gateway.connector(subject),
        ),
        _Manner(DraftKind.WEBHOOK, WebhookDraft, Webhook, lambda gateway, wish: gateway.save_webhook(wish), _webhook),
        _Manner(
            DraftKind.SCHEDULE, ScheduleDraft, Schedule, lambda gateway, wish: gateway.save_schedule(wish), _schedule
        ),
    )
}
_KINDS = {each.wish: each.kind for each in _MANNERS.values()}


class Waiting:
    """The drafts of one workspace. `told` is called, on some thread, when they change."""

    def __init__(self, cache: CacheFile, known: Gateway, told: Callable[[], None]) -> None:
        """Keep drafts in `cache`; `known` answers from the copy."""
        self._cache, self._known, self._told = cache, known, told
        self._secrets: dict[str, Wish] = {}

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """All drafts, the oldest first; one that this version cannot read is left alone."""
        return tuple(found for body in self._cache.drafts() if (found := _read(body)) is not None)

    def keep(self, wish: Wish, secrets: frozenset[str] = frozenset()) -> Thing:
        """Keep a change of a thing that is there and return what would come of it. Raises `NotFound`.

        `secrets` are the names of the values that are secrets: they stay in memory until the program ends.
        """
        manner = _MANNERS[_KINDS[type(wish)]]
        present = manner.find(self._known, wish.id)
        mine = _changed(present, wish)
        earlier = next((each for each in self.drafts if each.subject_id == wish.id), None)
        base = earlier.base if earlier else settled(to_wire(present))
        plain, lacks = _without_secrets(wish, secrets)
        draft = Draft(
            earlier.id if earlier else new_id(),
            manner.kind,
            wish.id,
            getattr(mine, "name", ""),
            datetime.now(UTC),
            to_wire(plain),
            base,
            settled(to_wire(mine)),
            lacks_secret=lacks,
        )
        if lacks:
            self._secrets[draft.id] = wish
        self._put(draft)
        return mine

    def send_all(self, gateway: Gateway) -> None:
        """Make the changes that wait, but for those over which somebody else has changed something meanwhile."""
        for draft in self.drafts:
            if draft.state is DraftState.WAITING:
                self._send(gateway, draft)

    def insist(self, gateway: Gateway, draft_id: str) -> None:
        """Make a change all the same, over what is there now. Raises what the workspace refuses with."""
        draft = next(each for each in self.drafts if each.id == draft_id)
        _MANNERS[draft.kind].save(gateway, self._wish(draft))
        self.forget(draft_id)

    def forget(self, draft_id: str) -> None:
        """Let a change go: what is there stays."""
        self._secrets.pop(draft_id, None)
        self._cache.forget_draft(draft_id)
        self._told()

    def _send(self, gateway: Gateway, draft: Draft) -> None:
        manner = _MANNERS[draft.kind]
        try:
            theirs = settled(to_wire(manner.find(gateway, draft.subject_id)))
        except NotFound:
            self._put(replace(draft, state=DraftState.CONFLICT, theirs={}))
            return
        except ConsoleError as error:
            self._stumble(draft, error)
            return
        if theirs != dict(draft.base):
            self._put(replace(draft, state=DraftState.CONFLICT, theirs=theirs))
            return
        try:
            manner.save(gateway, self._wish(draft))
        except ConsoleError as error:
            self._stumble(draft, error)
        else:
            self.forget(draft.id)

    def _stumble(self, draft: Draft, error: ConsoleError) -> None:
        if not is_away(error):  # one that is away again is tried again when it is back
            self._put(replace(draft, state=DraftState.REFUSED, refusal=error.code))

    def _wish(self, draft: Draft) -> Wish:
        wish: Wish = self._secrets.get(draft.id) or from_wire(_MANNERS[draft.kind].wish, dict(draft.wish))
        return wish

    def _put(self, draft: Draft) -> None:
        self._cache.keep_draft(draft.id, orjson.dumps(to_wire(draft)).decode())
        self._told()


def _read(body: str) -> Draft | None:
    try:
        found: Draft = from_wire(Draft, orjson.loads(body))
    except (NotThatShape, ValueError):
        return None
    return found


def _without_secrets(wish: Wish, secrets: frozenset[str]) -> tuple[Wish, bool]:
    """Return a wish as it may be written down, and whether a secret was taken out of it."""
    if isinstance(wish, ConnectorDraft):
        kept = {name: value for name, value in wish.values.items() if name not in secrets}
        return replace(wish, values=kept), any(wish.values.get(name) for name in secrets)
    if isinstance(wish, WebhookDraft):
        return replace(wish, secret=""), bool(wish.secret)
    return wish, False


def _changed(present: Thing, wish: Wish) -> Thing:
    """Return what a thing would be like after a change."""
    if isinstance(present, Connector) and isinstance(wish, ConnectorDraft):
        config = {name: wish.values[name] for name in present.config if name in wish.values}
        return replace(present, name=wish.name, config={**present.config, **config})
    if isinstance(present, Webhook) and isinstance(wish, WebhookDraft):
        return replace(present, name=wish.name, rules=wish.rules, event_filter=wish.event_filter)
    assert isinstance(present, Schedule)  # noqa: S101 - there is no fourth kind
    assert isinstance(wish, ScheduleDraft)  # noqa: S101 - see above
    return replace(
        present,
        mode=wish.mode,
        timing=wish.timing,
        seconds=wish.seconds,
        cron=wish.cron,
        time_zone=wish.time_zone,
        misfire=wish.misfire,
        overlap=wish.overlap,
    )


def _among(things: tuple[Any, ...], kind: str, identifier: str) -> Any:  # noqa: ANN401 - one of them
    found = next((each for each in things if each.id == identifier), None)
    if found is None:
        raise NotFound(kind=kind, id=identifier)
    return found


def as_saved(thing: Thing) -> Thing | CreatedWebhook:
    """Return what saving a thing returns."""
    return CreatedWebhook(thing, "", "") if isinstance(thing, Webhook) else thing
