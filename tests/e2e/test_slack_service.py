"""Slack through the running service: messages arrive, each trouble has its class, and the token is seen nowhere."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from integration_console.domain.masking import written_forms
from integration_console.sandbox import SlackSandbox, Weather
from tests.e2e.emulate_server import EmulateSlack
from tests.e2e.service_process import ServiceProcess, client, service_in

BLOCKS = [
    {"type": "header", "text": {"type": "plain_text", "text": "Deployed"}},
    {"type": "section", "text": {"type": "mrkdwn", "text": "*shop-api* 2.4.1"}},
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ServiceProcess, SlackSandbox, str]]:
    """A service with one Slack connector that talks to a sandbox which knows its token."""
    token = "xoxb-7f31a9-nobody-sees-this-5ad0c2"
    with SlackSandbox(token=token) as sandbox, service_in(tmp_path_factory.mktemp("slack")) as service:
        (service.folder / "token").write_text(token)
        add_slack(service, "Ops", sandbox.base_url, service.folder / "token")
        (service.folder / "token").unlink()
        service.start()
        yield service, sandbox, token


def add_slack(service: ServiceProcess, name: str, base_url: str, token_file: Path, channel: str = "general") -> str:
    settings = (
        "method=bot_token",
        f"token=@{token_file}",
        f"channel={channel}",
        f"base_url={base_url}",
        "timeout_seconds=1",
        "private_network=true",
    )
    options = [part for setting in settings for part in ("--set", setting)]
    return str(service.run_json("connectors", "add", "slack", "--name", name, *options)["id"])


def connector_id(service: ServiceProcess, name: str = "Ops") -> str:
    return next(str(each["id"]) for each in service.run_json("connectors", "list") if each["name"] == name)


def notify(service: ServiceProcess, message: Any, name: str = "Ops") -> httpx.Response:
    note = json.loads(Path(f"{service.database}.holder").read_text())
    headers = {"Authorization": f"Bearer {note['token']}"}
    body = {"connector_id": connector_id(service, name), "message": message}
    with client() as http:
        return http.post(f"{service.base_url}/functions/v1/slack-notify", json=body, headers=headers)


def test_a_message_with_blocks_arrives(place: tuple[ServiceProcess, SlackSandbox, str]) -> None:
    service, sandbox, _ = place
    answer = notify(service, {"text": "Deployed", "blocks": BLOCKS})
    assert (answer.status_code, answer.json()["status"]) == (200, "sent")
    assert [dict(each) for each in sandbox.messages[-1].blocks] == BLOCKS


def test_a_message_through_the_holder_arrives(place: tuple[ServiceProcess, SlackSandbox, str]) -> None:
    service, sandbox, _ = place
    before = len(sandbox.messages)
    assert service.run_json("connectors", "act", "Ops", "notify", "--text", "from another program")["status"] == "sent"
    assert [each.text for each in sandbox.messages[before:]] == ["from another program"]


def test_a_change_while_the_file_is_held_is_made_by_the_holder(place: tuple[ServiceProcess, SlackSandbox, str]) -> None:
    service, _, _ = place
    for verb, state in (("deactivate", "inactive"), ("activate", "active")):
        done = service.run("connectors", verb, "Ops")
        assert (done.returncode, done.stderr) == (0, "")
        assert service.run_json("connectors", "list")[0]["status"] == state


@pytest.mark.parametrize(
    ("message", "weather", "status", "code"),
    [
        ({"text": "x", "channel": "nowhere"}, None, 502, "slack.channel_not_found"),
        ({"text": "x", "blocks": [{"type": "divider"}] * 51}, None, 422, "slack.blocks.too_many"),
        (
            {"text": "x", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "a" * 3001}}]},
            None,
            422,
            "slack.blocks.too_long",
        ),
        ({"text": "x"}, Weather.INVALID_AUTH, 502, "slack.sign_in"),
        ({"text": "x"}, Weather.RATE_LIMITED, 429, "slack.rate_limited"),
        ({"text": "x"}, Weather.HANG, 504, "remote.timeout"),
        ({"text": "x"}, Weather.HTML, 502, "remote.unexpected_answer"),
        ({"text": "x"}, Weather.SERVER_ERROR, 503, "slack.unavailable"),
    ],
)
def test_each_trouble_has_its_class_and_a_remedy(
    place: tuple[ServiceProcess, SlackSandbox, str], message: Any, weather: Weather | None, status: int, code: str
) -> None:
    service, sandbox, _ = place
    if weather is not None:
        sandbox.weather(weather, retry_after=2, times=1)
    answer = notify(service, message)
    sandbox.weather(Weather.CLEAR)
    if weather is Weather.RATE_LIMITED:
        time.sleep(2.1)  # the pause is kept: until then the next message would not be sent either
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (status, code)
    assert problem["detail"]
    assert answer.headers.get("retry-after") == (
        "2" if code == "slack.rate_limited" else answer.headers.get("retry-after")
    )
    logged = service.run_json_lines("logs", "search", "type:message.failed", "--limit", "1")
    assert logged[-1]["error_code"] == code


def test_a_message_with_blocks_arrives_at_an_independent_slack(tmp_path: Path, emulate_slack: EmulateSlack) -> None:
    with service_in(tmp_path) as service:
        (tmp_path / "token").write_text(emulate_slack.token)
        add_slack(service, "Emulate", emulate_slack.api_url.rstrip("/"), tmp_path / "token", emulate_slack.channel)
        service.start()
        answer = notify(service, {"text": "Deployed to an independent Slack", "blocks": BLOCKS}, "Emulate")
        assert answer.status_code == 200
    headers = {"Authorization": f"Bearer {emulate_slack.token}"}
    with client() as http:
        listed = http.post(f"{emulate_slack.api_url}conversations.list", headers=headers).json()
        channel = next(each["id"] for each in listed["channels"] if each["name"] == emulate_slack.channel)
        history = http.post(f"{emulate_slack.api_url}conversations.history", data={"channel": channel}, headers=headers)
    texts = {each["text"]: each.get("blocks") for each in history.json()["messages"]}
    assert texts["Deployed to an independent Slack"] == BLOCKS


def test_the_token_is_in_no_byte_that_was_written(place: tuple[ServiceProcess, SlackSandbox, str]) -> None:
    service, _, token = place
    notify(service, {"text": f"a message that quotes {token} itself"})
    forms = [form.encode() for form in written_forms(token)]
    assert len(forms) >= 3
    running = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.exists()]
    files = {str(path): path.read_bytes() for path in service.folder.rglob("*") if path.is_file()}
    assert any(name.endswith("-wal") for name in files)
    found = [name for name, content in files.items() if any(form in content for form in forms)]
    assert found == []
    assert not any(form in line for line in running for form in forms)
