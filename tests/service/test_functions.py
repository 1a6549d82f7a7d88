"""The functions behind the guard: who may call them, what they do, how they refuse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from integration_console.domain.connectors import Connector, ConnectorDraft
from integration_console.operations import connectors
from integration_console.operations.context import Context
from integration_console.sandbox import SlackSandbox
from integration_console.service.server import ReceiverServer
from tests.builders import last_logged
from tests.fakes import FakeKind
from tests.guards import ExpectedLog
from tests.service.conftest import TOKEN

NOTIFY = "/functions/v1/slack-notify"


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


def problem(answer: httpx.Response) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json"
    content = answer.json()
    assert set(content) - {"errors"} == {"type", "title", "status", "detail", "code", "params"}
    assert content["status"] == answer.status_code
    return answer.status_code, content["code"]


@pytest.mark.parametrize("path", [NOTIFY, "/livez", "/api/v1/openapi.json", "/", "/functions/v1/webhook-receiver2"])
def test_without_a_token_nothing_is_answered(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert (problem(answer), answer.headers["www-authenticate"]) == ((401, "service.not_authorised"), "Bearer")


@pytest.mark.parametrize("given", [f"Bearer {TOKEN}x", "Bearer", f"Basic {TOKEN}", TOKEN, "é"])
def test_a_wrong_token_opens_nothing(client: httpx.Client, given: str) -> None:
    assert problem(client.get("/livez", headers=[(b"authorization", given.encode())])) == (
        401,
        "service.not_authorised",
    )


def test_the_word_bearer_may_be_written_in_any_case(client: httpx.Client) -> None:
    assert client.get("/livez", headers={"authorization": f"bEARER  {TOKEN}"}).json() == {"status": "alive"}


@pytest.mark.parametrize("host", ["evil.test", "evil.test:80", "127.0.0.1.evil.test", "[", "10.0.0.1"])
def test_a_foreign_host_is_refused(bearer: httpx.Client, host: str) -> None:
    assert problem(bearer.get("/livez", headers={"host": host})) == (403, "service.foreign_host")


@pytest.mark.parametrize("host", ["localhost", "localhost:8477", "127.0.0.1", "[::1]:8477"])
def test_this_machine_s_names_are_known(bearer: httpx.Client, host: str) -> None:
    assert bearer.get("/livez", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.test", "null", "http://["])
def test_a_foreign_page_is_refused(bearer: httpx.Client, origin: str) -> None:
    assert problem(bearer.get("/livez", headers={"origin": origin})) == (403, "service.foreign_host")


def test_a_page_of_this_machine_is_let_in(bearer: httpx.Client) -> None:
    assert bearer.get("/livez", headers={"origin": "http://localhost:3000"}).status_code == 200


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
    assert sorted(bearer.get("/api/v1/openapi.json").json()["paths"]) == [NOTIFY, "/livez"]


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
