"""Connectors: types, list, add, change, check, preview, switch, use, remove."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Annotated

from fastapi import Query, Request, Response

from integration_console.domain.access import Preview
from integration_console.domain.connectors import (
    BrokenType,
    CheckReport,
    Connector,
    ConnectorDraft,
    ConnectorType,
    Message,
    Receipt,
)
from integration_console.operations import authorisation, checks, connectors, messages
from integration_console.service.api.changing import Switch, on_condition
from integration_console.service.api.kinds import Given
from integration_console.service.api.long_work import LINES, lines_answer, long_answer
from integration_console.service.api.routes import Asking, Routes

routes = Routes("connectors")


@routes.route("GET", "/connector-types", connectors.connector_types)
def list_connector_types(asking: Asking) -> tuple[ConnectorType, ...]:
    """List the installed types with their forms, by title."""
    return connectors.connector_types(asking)


@routes.route("GET", "/connector-types/broken", connectors.broken_types)
def list_broken_types(asking: Asking) -> tuple[BrokenType, ...]:
    """List the types that are installed but cannot be used, each with its reason."""
    return connectors.broken_types(asking)


@routes.route("GET", "/connectors", connectors.connectors)
def list_connectors(asking: Asking) -> tuple[Connector, ...]:
    """List all connectors, by name."""
    return connectors.connectors(asking)


@routes.route("POST", "/connectors", connectors.save_connector, HTTPStatus.CREATED, creates=True)
def add_connector(asking: Asking, draft: Given[ConnectorDraft]) -> Connector:
    """Add a connector; an `id` in the body does not count."""
    return connectors.save_connector(asking, replace(draft, id=""))


@routes.route("POST", "/connectors/check", checks.check_draft, long=CheckReport)
def check_draft(asking: Asking, draft: Given[ConnectorDraft], request: Request) -> Response:
    """Check a connector as it is filled in, saving nothing; secrets left empty are those stored under its id."""
    return long_answer(
        request, lambda work, tell: checks.check_draft(asking, draft, work, lambda stage: tell("stage", stage))
    )


@routes.route("POST", "/connectors/preview", checks.preview)
def preview(asking: Asking, draft: Given[ConnectorDraft], limit: Annotated[int, Query(ge=1, le=100)] = 20) -> Preview:
    """Show the first records that a connector would bring as it is filled in."""
    return checks.preview(asking, draft, limit)


@routes.route("GET", "/connectors/{connector_id}", connectors.connector, tagged=True)
def one_connector(asking: Asking, connector_id: str) -> Connector:
    """Show a connector; its ETag goes into `If-Match` of a change."""
    return connectors.connector(asking, connector_id)


@routes.route("PUT", "/connectors/{connector_id}", connectors.save_connector, changes=True)
def change_connector(asking: Asking, connector_id: str, draft: Given[ConnectorDraft], request: Request) -> Connector:
    """Change a connector; a secret that is empty or left out stays as it is."""
    changing = on_condition(request, asking, lambda seen: connectors.connector(seen, connector_id))
    return connectors.save_connector(changing, replace(draft, id=connector_id))


@routes.route("PUT", "/connectors/{connector_id}/active", connectors.switch_connector, changes=True)
def switch_connector(asking: Asking, connector_id: str, switch: Given[Switch], request: Request) -> Connector:
    """Activate or deactivate a connector."""
    changing = on_condition(request, asking, lambda seen: connectors.connector(seen, connector_id))
    return connectors.switch_connector(changing, connector_id, active=switch.active)


@routes.route("DELETE", "/connectors/{connector_id}", connectors.remove_connector, HTTPStatus.NO_CONTENT, changes=True)
def remove_connector(asking: Asking, connector_id: str, request: Request) -> None:
    """Remove a connector and its secrets; its log entries stay."""
    changing = on_condition(request, asking, lambda seen: connectors.connector(seen, connector_id))
    connectors.remove_connector(changing, connector_id)


@routes.route("POST", "/connectors/{connector_id}/check", checks.check_connector, long=CheckReport)
def check_connector(asking: Asking, connector_id: str, request: Request) -> Response:
    """Check a stored connector."""
    return long_answer(
        request,
        lambda work, tell: checks.check_connector(asking, connector_id, work, lambda stage: tell("stage", stage)),
    )


@routes.route("POST", "/connectors/{connector_id}/messages", messages.notify, creates=True)
def send_message(asking: Asking, connector_id: str, message: Given[Message]) -> Receipt:
    """Send a message through a connector."""
    return messages.notify(asking, connector_id, message)


@routes.route("POST", "/connectors/{connector_id}/authorise", authorisation.authorise, media=(LINES,))
def authorise_connector(asking: Asking, connector_id: str) -> Response:
    """Let a person grant access in a browser on this very machine; a line `open` names the address to open."""
    return lines_answer(
        lambda work, tell: authorisation.authorise(asking, connector_id, lambda url: tell("open", url), work)
    )
