"""`connectors add | list | check | act | activate | deactivate | remove`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import orjson

from integration_console.commands.secret_values import secret_from_file, values_of
from integration_console.commands.session import FAILED, Session, error_json, json_option
from integration_console.domain.connectors import CheckStage, ConnectorDraft, Message, StageOutcome
from integration_console.domain.errors import FieldProblem, InvalidInput, NotFound
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.domain.work import UnattendedWork

if TYPE_CHECKING:
    from integration_console.domain.connectors import Connector, ConnectorType
    from integration_console.domain.forms import Field
    from integration_console.gateways.protocols import ConnectorsGateway

_NOT_BLOCKS = QT_TRANSLATE_NOOP("Forms", "This is not a JSON list of blocks.")
_MARKS = {StageOutcome.PASSED: "ok", StageOutcome.FAILED: "FAILED", StageOutcome.SKIPPED: "skipped"}


@click.group()
def connectors() -> None:
    """Connectors to outside systems."""


@connectors.command("add")
@click.argument("type_key", metavar="TYPE")
@click.option("--name", required=True, help="What it is called in the window.")
@click.option("--set", "settings", multiple=True, metavar="KEY=VALUE", help="A field; secrets as key=@FILE or key=-.")
@json_option
@click.pass_obj
def add(session: Session, type_key: str, name: str, settings: tuple[str, ...]) -> None:
    """Add a connector of TYPE."""
    with session.gateway() as gateway:
        kinds = {each.key: each for each in gateway.connector_types()}
        if type_key not in kinds:
            raise NotFound(kind="connector type", id=type_key)
        draft = ConnectorDraft(type_key, name, values_of(kinds[type_key].form, settings))
        saved = session.with_secrets(gateway, lambda: gateway.save_connector(draft))
        session.show(_json(saved), f"Added {saved.name} ({saved.id}).")


@connectors.command("types")
@json_option
@click.pass_obj
def types(session: Session) -> None:
    """List the installed connector types, and those that cannot be used with their reason."""
    with session.looking() as gateway:
        rows = [_type_json(each) for each in gateway.connector_types()]
        rows += [{"type": each.key, "title": "—", "reason": each.reason} for each in gateway.broken_types()]
    session.show_rows(rows, ("type", "title", "syncs", "actions", "reason"))


@connectors.command("list")
@json_option
@click.pass_obj
def list_connectors(session: Session) -> None:
    """List all connectors."""
    with session.looking() as gateway:
        rows = [_json(each) for each in gateway.connectors()]
    session.show_rows(rows, ("id", "type", "name", "status", "health"))


@connectors.command("check")
@click.argument("connector_id", metavar="ID")
@json_option
@click.pass_obj
def check(session: Session, connector_id: str) -> None:
    """Test a connector stage by stage; leaves with 1 when a stage fails."""

    def show(stage: CheckStage) -> None:
        if not session.as_json:
            click.echo(f"{_MARKS[stage.outcome]:8}{stage.stage.value:12}{stage.duration_ms:8.1f} ms  {stage.detail}")

    with session.gateway() as gateway:
        found = named(gateway, connector_id)
        report = session.with_secrets(gateway, lambda: gateway.check_connector(found.id, UnattendedWork(), show))
    if session.as_json:
        session.show({"passed": report.passed, "stages": [_stage_json(each) for each in report.stages]}, "")
    elif report.failure and report.failure.error:
        click.echo(str(report.failure.error), err=True)
    if not report.passed:
        raise SystemExit(FAILED)


@connectors.command("act")
@click.argument("connector_id", metavar="ID")
@click.argument("action", type=click.Choice(["notify"]))
@click.option("--text", required=True, help="The message; it also stands in where blocks cannot be shown.")
@click.option("--channel", default="", help="Another channel than the connector's.")
@click.option("--blocks", "blocks_file", type=click.Path(path_type=Path), help="A file with a JSON list of blocks.")
@json_option
@click.pass_obj
def act(session: Session, connector_id: str, action: str, text: str, channel: str, blocks_file: Path | None) -> None:
    """Do something with a connector: notify sends a message."""
    del action
    message = Message(text, channel)
    if blocks_file is not None:
        message = replace(message, blocks=_blocks(blocks_file))
    with session.gateway() as gateway:
        found = named(gateway, connector_id)
        receipt = session.with_secrets(gateway, lambda: gateway.notify(found.id, message))
    sent = {"status": "sent", "channel": receipt.channel, "reference": receipt.reference}
    session.show(sent, f"Sent to {receipt.channel or found.name}.")


@connectors.command("activate")
@click.argument("connector_id", metavar="ID")
@json_option
@click.pass_obj
def activate(session: Session, connector_id: str) -> None:
    """Use a connector again."""
    with session.gateway() as gateway:
        switched = gateway.switch_connector(named(gateway, connector_id).id, active=True)
    session.show(_json(switched), f"Activated {switched.name}.")


@connectors.command("deactivate")
@click.argument("connector_id", metavar="ID")
@json_option
@click.pass_obj
def deactivate(session: Session, connector_id: str) -> None:
    """Stop using a connector."""
    with session.gateway() as gateway:
        switched = gateway.switch_connector(named(gateway, connector_id).id, active=False)
    session.show(_json(switched), f"Deactivated {switched.name}.")


@connectors.command("remove")
@click.argument("connector_id", metavar="ID")
@json_option
@click.pass_obj
def remove(session: Session, connector_id: str) -> None:
    """Remove a connector and its secrets; its log stays."""
    with session.gateway() as gateway:
        found = named(gateway, connector_id)
        gateway.remove_connector(found.id)
    session.show({"removed": found.id}, f"Removed {found.name}.")


def named(gateway: ConnectorsGateway, text: str) -> Connector:
    """Return the connector with this id or name. Raises `NotFound`."""
    found = next((each for each in gateway.connectors() if text in (each.id, each.name)), None)
    if found is None:
        raise NotFound(kind="connector", id=text)
    return found


def _blocks(path: Path) -> tuple[dict[str, Any], ...]:
    try:
        parsed = orjson.loads(secret_from_file("blocks", path))
    except orjson.JSONDecodeError as error:
        raise InvalidInput(FieldProblem("blocks", _NOT_BLOCKS)) from error
    if not isinstance(parsed, list) or not all(isinstance(each, dict) for each in parsed):
        raise InvalidInput(FieldProblem("blocks", _NOT_BLOCKS))
    return tuple(parsed)


def _type_json(kind: ConnectorType) -> dict[str, Any]:
    return {
        "type": kind.key,
        "title": kind.title,
        "syncs": kind.syncs,
        "actions": ", ".join(kind.actions),
        "reason": "",
        "fields": [_field_json(each) for each in kind.form.fields],
    }


def _field_json(field: Field) -> dict[str, Any]:
    choices = [each.value for each in field.choices]
    return {"name": field.name, "kind": field.kind.value, "required": field.required, "choices": choices}


def _json(connector: Connector) -> dict[str, Any]:
    return {
        "id": connector.id,
        "type": connector.type,
        "name": connector.name,
        "status": connector.status.value,
        "health": connector.health.value,
        "config": dict(connector.config),
        "secrets": sorted(connector.secrets),
    }


def _stage_json(stage: CheckStage) -> dict[str, Any]:
    return {
        "stage": stage.stage.value,
        "outcome": stage.outcome.value,
        "duration_ms": round(stage.duration_ms, 1),
        "detail": stage.detail,
        "error": error_json(stage.error) if stage.error else None,
    }
