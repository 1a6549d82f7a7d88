"""`webhooks add | list | rotate | pause | activate | remove`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from integration_console.commands.secret_values import secret_from_file
from integration_console.commands.session import Session, json_option
from integration_console.domain.errors import FieldProblem, InvalidInput, NotFound
from integration_console.domain.forms import value_from_text
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.domain.webhook_forms import WEBHOOK_FORM, webhook_draft
from integration_console.domain.webhooks import Scheme

if TYPE_CHECKING:
    from integration_console.domain.forms import Value
    from integration_console.domain.webhooks import CreatedWebhook, Webhook
    from integration_console.gateways.protocols import WebhooksGateway

_UNKNOWN = QT_TRANSLATE_NOOP("Forms", "There is no such field.")
_RULES = {each.name: each for each in WEBHOOK_FORM.fields if each.visible_when is not None}


@click.group()
def webhooks() -> None:
    """Addresses at which events arrive."""


@webhooks.command("add")
@click.option("--name", required=True, help="What it is called in the window.")
@click.option(
    "--scheme", required=True, type=click.Choice([each.value for each in Scheme]), help="How requests are signed."
)
@click.option("--secret-file", type=click.Path(path_type=Path), help="A file with the secret; without it one is made.")
@click.option("--events", default="", help="Only these, separated by commas; * stands for anything.")
@click.option(
    "--set", "settings", multiple=True, metavar="KEY=VALUE", help="A rule of the scheme hmac, such as header=X-Sig."
)
@json_option
@click.pass_obj
def add(
    session: Session, name: str, scheme: str, secret_file: Path | None, events: str, settings: tuple[str, ...]
) -> None:
    """Create a webhook and print its URL, and its secret if one was made."""
    values: dict[str, Value] = {"name": name, "scheme": scheme, "events": events, **_rules(settings)}
    if secret_file is not None:
        values["secret"] = secret_from_file("secret", secret_file)
    draft = webhook_draft(values)
    with session.gateway() as gateway:
        created = session.with_secrets(gateway, lambda: gateway.save_webhook(draft))
    _show_created(session, created, show_secret=secret_file is None)


@webhooks.command("list")
@json_option
@click.pass_obj
def list_webhooks(session: Session) -> None:
    """List all webhooks."""
    with session.looking() as gateway:
        rows = [{**_json(each), "url": gateway.webhook_url(each.id)} for each in gateway.webhooks()]
    session.show_rows(rows, ("id", "name", "scheme", "status", "url"))


@webhooks.command("rotate")
@click.argument("webhook_id", metavar="ID")
@json_option
@click.pass_obj
def rotate(session: Session, webhook_id: str) -> None:
    """Make a new secret; the old one counts for another 24 hours."""
    with session.gateway() as gateway:
        found = named(gateway, webhook_id)
        created = session.with_secrets(gateway, lambda: gateway.rotate_webhook(found.id))
    _show_created(session, created, show_secret=True)


@webhooks.command("pause")
@click.argument("webhook_id", metavar="ID")
@json_option
@click.pass_obj
def pause(session: Session, webhook_id: str) -> None:
    """Hold events until the webhook is activated again."""
    with session.gateway() as gateway:
        switched = gateway.switch_webhook(named(gateway, webhook_id).id, active=False)
    session.show(_json(switched), f"Paused {switched.name}; its events are held.")


@webhooks.command("activate")
@click.argument("webhook_id", metavar="ID")
@json_option
@click.pass_obj
def activate(session: Session, webhook_id: str) -> None:
    """Accept events again."""
    with session.gateway() as gateway:
        switched = gateway.switch_webhook(named(gateway, webhook_id).id, active=True)
    session.show(_json(switched), f"Activated {switched.name}.")


@webhooks.command("remove")
@click.argument("webhook_id", metavar="ID")
@json_option
@click.pass_obj
def remove(session: Session, webhook_id: str) -> None:
    """Remove a webhook; its events stay."""
    with session.gateway() as gateway:
        found = named(gateway, webhook_id)
        gateway.remove_webhook(found.id)
    session.show({"removed": found.id}, f"Removed {found.name}.")


def named(gateway: WebhooksGateway, text: str) -> Webhook:
    """Return the webhook with this id or name. Raises `NotFound`."""
    found = next((each for each in gateway.webhooks() if text in (each.id, each.name)), None)
    if found is None:
        raise NotFound(kind="webhook", id=text)
    return found


def _rules(settings: tuple[str, ...]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for setting in settings:
        name, _, text = setting.partition("=")
        if name not in _RULES:
            raise InvalidInput(FieldProblem(name, _UNKNOWN))
        values[name] = value_from_text(_RULES[name], text)
    return values


def _show_created(session: Session, created: CreatedWebhook, *, show_secret: bool) -> None:
    shown = {**_json(created.webhook), "url": created.url}
    lines = [f"{created.webhook.name} ({created.webhook.id})", f"URL     {created.url}"]
    if show_secret:
        shown["secret"] = created.secret
        lines.append(f"Secret  {created.secret}")
    session.show(shown, "\n".join(lines))


def _json(webhook: Webhook) -> dict[str, Any]:
    return {
        "id": webhook.id,
        "name": webhook.name,
        "scheme": webhook.scheme.value,
        "status": webhook.status.value,
        "events": list(webhook.event_filter),
    }
