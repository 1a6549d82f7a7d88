"""The things that can be changed while the workspace is away: how each kind is found, changed and written down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from integration_console.domain.connectors import Connector, ConnectorDraft
from integration_console.domain.drafts import DraftKind
from integration_console.domain.errors import NotFound
from integration_console.domain.schedules import Schedule, ScheduleDraft
from integration_console.domain.webhooks import CreatedWebhook, Webhook, WebhookDraft

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from integration_console.gateways.protocols import Gateway

Wish = ConnectorDraft | WebhookDraft | ScheduleDraft
Thing = Connector | Webhook | Schedule


@dataclass(frozen=True, slots=True)
class Manner:
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


MANNERS: Mapping[DraftKind, Manner] = {
    each.kind: each
    for each in (
        Manner(
            DraftKind.CONNECTOR,
            ConnectorDraft,
            Connector,
            lambda gateway, wish: gateway.save_connector(wish),
            lambda gateway, subject: gateway.connector(subject),
        ),
        Manner(DraftKind.WEBHOOK, WebhookDraft, Webhook, lambda gateway, wish: gateway.save_webhook(wish), _webhook),
        Manner(
            DraftKind.SCHEDULE, ScheduleDraft, Schedule, lambda gateway, wish: gateway.save_schedule(wish), _schedule
        ),
    )
}
KINDS = {each.wish: each.kind for each in MANNERS.values()}


def without_secrets(wish: Wish, secrets: frozenset[str]) -> tuple[Wish, bool]:
    """Return a wish as it may be written down, and whether a secret was taken out of it."""
    if isinstance(wish, ConnectorDraft):
        kept = {name: value for name, value in wish.values.items() if name not in secrets}
        return replace(wish, values=kept), any(wish.values.get(name) for name in secrets)
    if isinstance(wish, WebhookDraft):
        return replace(wish, secret=""), bool(wish.secret)
    return wish, False


def with_secrets_of(earlier: Wish | None, wish: Wish, secrets: frozenset[str]) -> Wish:
    """Return a wish with the secrets that were typed for an earlier one and are left as they are in this one."""
    if isinstance(wish, ConnectorDraft) and isinstance(earlier, ConnectorDraft):
        typed = {name: value for name, value in earlier.values.items() if name in secrets and not wish.values.get(name)}
        return replace(wish, values={**wish.values, **typed})
    if isinstance(wish, WebhookDraft) and isinstance(earlier, WebhookDraft):
        return replace(wish, secret=wish.secret or earlier.secret)
    return wish


def changed(present: Thing, wish: Wish) -> Thing:
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
