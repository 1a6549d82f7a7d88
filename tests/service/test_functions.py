"""The functions behind the guard: what they do, and how they refuse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from integration_console.connectors.slack import SlackConnectorType
from integration_console.domain.connectors import Connector, ConnectorDraft
from integration_console.operations import connectors
from integration_console.operations.context import Context
from integration_console.sandbox import SlackSandbox
from integration_console.service.server import ReceiverServer
from tests.builders import last_logged
from tests.fakes import FakeKind
from tests.guards import ExpectedLog
from tests.service.conftest import TOKEN
from tests.service.senders import problem

NOTIFY = "/functions/v1/slack-notify"


@pytest.fixture
def slack() -> Iterator[SlackSandbox]:
    with SlackSandbox() as running:
        yield running


@pytest.fixture
def types(slack: SlackSandbox) -> dict[str, Any]:
    return {"slack": SlackConnectorType(base_url=slack.base_url), "fake": FakeKind()}


@pytest.fixture
def bearer(server: ReceiverServer) -> Iterator[httpx.Client]:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with httpx.Client(base_url=server.state.base_url, headers=headers, trust_env=False) as made:
        yield made


@pytest.fixture
def ops(context: Context, slack: SlackSandbox) -> Connector:
    values = {"token": slack.token, "channel": "#general"}
    return connectors.save_connector(context, ConnectorDraft("slack", "Ops", values))


def notify(client: httpx.Client, connector_id: str, message: Any) -> httpx.Response:
    return client.post(NOTIFY, json={"connector_id": connector_id, "message": message})


def test_text_is_sent_to_slack(bearer: httpx.Client, ops: Connector, slack: SlackSandbox) -> None:
    answer = notify(bearer, ops.id, "مرحبا")
    (message,) = slack.messages
    assert (answer.status_code, answer.json()) == (
        200,
        {"status": "sent", "channel": message.channel, "reference": message.ts},
    )
    assert message.text == "مرحبا"


def test_a_rich_message_is_sent_to_slack(bearer: httpx.Client, ops: Connector, slack: SlackSandbox) -> None:
    rich = {"text": "x", "channel": "alerts", "username": "Me", "icon": ":bell:", "blocks": [{"type": "divider"}],
            "attachments": [{"text": "more"}]}  # fmt: skip
    assert notify(bearer, ops.id, rich).status_code == 200
    (message,) = slack.messages
    assert (message.username, message.icon, message.blocks, message.attachments) == (
        "Me",
        ":bell:",
        [{"type": "divider"}],
        [{"text": "more"}],
    )


def test_an_error_of_slack_comes_through_and_is_logged(
    bearer: httpx.Client, ops: Connector, slack: SlackSandbox, context: Context
) -> None:
    slack.weather("invalid_auth")
    assert problem(notify(bearer, ops.id, "x")) == (502, "slack.sign_in")
    assert last_logged(context).error_code == "slack.sign_in"


def test_slack_s_own_pause_is_passed_on(bearer: httpx.Client, ops: Connector, slack: SlackSandbox) -> None:
    slack.weather("429", retry_after=2)
    answer = notify(bearer, ops.id, "x")
    assert (problem(answer), answer.headers["retry-after"]) == ((429, "slack.rate_limited"), "2")


def test_an_unknown_connector_is_not_found(bearer: httpx.Client) -> None:
    assert problem(notify(bearer, "nobody", "x")) == (404, "input.not_found")


def test_an_inactive_connector_refuses(bearer: httpx.Client, ops: Connector, context: Context) -> None:
    connectors.switch_connector(context, ops.id, active=False)
    assert problem(notify(bearer, ops.id, "x")) == (409, "input.action_unavailable")


@pytest.mark.parametrize(
    "message", ["", None, 5, {"text": ""}, {"text": "x", "colour": "red"}, {"blocks": []}, "x" * 40_001]
)
def test_a_message_of_the_wrong_form_names_its_field(bearer: httpx.Client, message: Any) -> None:
    answer = notify(bearer, "id", message)
    assert problem(answer) == (422, "input.invalid")
    assert {each["field"].split(".")[0] for each in answer.json()["errors"]} == {"message"}


def test_a_body_that_is_no_json_is_named(bearer: httpx.Client) -> None:
    answer = bearer.post(NOTIFY, content=b"{broken", headers={"content-type": "application/json"})
    assert problem(answer) == (422, "input.invalid")


def test_a_value_beyond_sixty_four_bits_is_no_fault_of_ours(bearer: httpx.Client, ops: Connector) -> None:
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "x"}, "block_id": "b", "expand": 2**70}]
    assert notify(bearer, ops.id, {"text": "x", "blocks": blocks}).status_code == 200


def test_an_unknown_path_is_not_found(bearer: httpx.Client) -> None:
    assert problem(bearer.get("/nothing/here")) == (404, "input.not_found")


def test_the_description_of_the_functions_can_be_read(bearer: httpx.Client) -> None:
    found = [each for each in bearer.get("/api/v1/openapi.json").json()["paths"] if each.startswith("/functions")]
    assert sorted(found) == ["/functions/v1/google-drive-sync", "/functions/v1/odoo-sync", NOTIFY]


def test_a_fault_of_the_program_is_answered_with_a_reference(
    bearer: httpx.Client, context: Context, expected_log: ExpectedLog
) -> None:
    kind = context.types.kind("fake")
    assert isinstance(kind, FakeKind)
    kind.stages = ()
    values = {"address": "https://fake.test", "token": "tok-4711-secret"}
    broken = connectors.save_connector(context, ConnectorDraft("fake", "Broken", values))
    kind.outcome = None  # type: ignore[assignment]
    expected_log("a request to /functions/v1/slack-notify failed")
    expected_log("Exception in ASGI application")
    assert problem(notify(bearer, broken.id, "x")) == (500, "console.unexpected")
