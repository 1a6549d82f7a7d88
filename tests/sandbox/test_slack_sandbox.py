"""The Slack in miniature speaks as Slack's own SDK expects, has weather, and stops cleanly."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.models.blocks import HeaderBlock, SectionBlock
from slack_sdk.webhook import WebhookClient

from integration_console.sandbox import SlackSandbox, Weather


@pytest.fixture
def sandbox() -> Iterator[SlackSandbox]:
    with SlackSandbox() as slack:
        yield slack


@pytest.fixture
def client(sandbox: SlackSandbox) -> WebClient:
    return WebClient(token=sandbox.token, base_url=f"{sandbox.base_url}/", timeout=5)


def refusal(client: WebClient, **message: Any) -> str:
    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(**message)
    return str(refused.value.response["error"])


def test_slacks_own_sdk_posts_blocks(sandbox: SlackSandbox, client: WebClient) -> None:
    sent = client.chat_postMessage(
        channel="#general", text="hello", blocks=[HeaderBlock(text="hi"), SectionBlock(text="*there*")]
    )
    message = sandbox.messages[0]
    assert (sent["ts"], sent["channel"], message.text) == (message.ts, message.channel, "hello")
    assert [block["type"] for block in message.blocks] == ["header", "section"]


def test_slacks_own_sdk_signs_in_and_looks_around(client: WebClient) -> None:
    signed_in = client.auth_test()
    assert signed_in["team"] == "Sandbox"
    assert "chat:write" in signed_in.headers["x-oauth-scopes"]
    assert [each["name"] for each in client.conversations_list()["channels"]] == ["general", "alerts", "old-news"]
    assert client.conversations_info(channel="C0000000002")["channel"]["name"] == "alerts"


def test_slacks_own_sdk_posts_to_the_hook(sandbox: SlackSandbox) -> None:
    answer = WebhookClient(sandbox.hook_url, timeout=5).send(text="by hook")
    assert (answer.status_code, answer.body) == (200, "ok")
    assert [(message.via, message.text) for message in sandbox.messages] == [("hook", "by hook")]


@pytest.mark.parametrize(
    ("message", "word"),
    [
        ({"channel": "nowhere", "text": "x"}, "channel_not_found"),
        ({"channel": "old-news", "text": "x"}, "is_archived"),
        ({"channel": "board", "text": "x"}, "not_in_channel"),
        ({"channel": "general", "text": "x", "blocks": 7}, "invalid_blocks_format"),
        ({"channel": "general", "text": "x" * 40_001}, "msg_too_long"),
        ({"channel": "general", "text": "x", "attachments": [{"text": "x"}] * 101}, "too_many_attachments"),
        ({"channel": "general", "text": "x", "blocks": [{"type": "divider"}] * 51}, "invalid_blocks"),
        ({"channel": "general", "text": "x", "blocks": [{"type": "nothing"}]}, "invalid_blocks"),
        ({"channel": "general", "text": "x", "blocks": {"type": "divider"}}, "invalid_blocks_format"),
        (
            {"channel": "general", "text": "x", "blocks": [{"type": "section", "text": {"text": "x" * 3001}}]},
            "invalid_blocks",
        ),
    ],
)
def test_it_refuses_with_slacks_own_words(
    sandbox: SlackSandbox, client: WebClient, message: dict[str, Any], word: str
) -> None:
    assert refusal(client, **message) == word
    assert sandbox.messages == ()


def test_it_refuses_other_tokens(sandbox: SlackSandbox) -> None:
    other = WebClient(token="xoxb-other", base_url=f"{sandbox.base_url}/")
    assert refusal(other, channel="general", text="x") == "invalid_auth"
    nobody = httpx.post(f"{sandbox.base_url}/auth.test", trust_env=False)
    assert nobody.json() == {"ok": False, "error": "not_authed"}


def test_it_refuses_a_message_without_content(sandbox: SlackSandbox) -> None:
    fields = {"token": sandbox.token, "channel": "general", "text": "", "blocks": ""}
    answer = httpx.post(f"{sandbox.base_url}/chat.postMessage", data=fields, trust_env=False)
    assert answer.json() == {"ok": False, "error": "no_text"}


def test_it_refuses_what_the_token_may_not_do() -> None:
    with SlackSandbox(scopes=("channels:read",)) as sandbox:
        reader = WebClient(token=sandbox.token, base_url=f"{sandbox.base_url}/")
        assert refusal(reader, channel="general", text="x") == "missing_scope"


@pytest.mark.parametrize(
    ("path", "body", "answer"),
    [
        ("", "{}", (400, "no_text")),
        ("", "{broken", (400, "invalid_payload")),
        ("", "[]", (400, "invalid_payload")),
        ("", '{"text": "x", "channel": "nowhere"}', (404, "channel_not_found")),
        ("", '{"text": "x", "channel": "old-news"}', (410, "channel_is_archived")),
        ("x", '{"text": "x"}', (404, "no_service")),
    ],
)
def test_the_hook_refuses_in_plain_text(sandbox: SlackSandbox, path: str, body: str, answer: tuple[int, str]) -> None:
    given = httpx.post(
        sandbox.hook_url + path, content=body, headers={"Content-Type": "application/json"}, trust_env=False
    )
    assert (given.status_code, given.text) == answer


def test_a_form_with_json_inside_is_understood(sandbox: SlackSandbox) -> None:
    fields = {"token": sandbox.token, "channel": "general", "text": "x", "blocks": '[{"type": "divider"}]'}
    assert httpx.post(f"{sandbox.base_url}/chat.postMessage", data=fields, trust_env=False).json()["ok"] is True
    assert sandbox.messages[0].blocks == [{"type": "divider"}]


def test_messages_have_times_of_their_own(sandbox: SlackSandbox, client: WebClient) -> None:
    for number in range(20):
        client.chat_postMessage(channel="general", text=str(number))
    times = [message.ts for message in sandbox.messages]
    assert times == sorted(set(times))


def test_the_weather_can_be_told_from_outside(sandbox: SlackSandbox, client: WebClient) -> None:
    control = sandbox.base_url.replace("/api", "/sandbox/weather")
    told = httpx.post(control, json={"kind": "429", "retry_after": 2, "times": 2}, trust_env=False)
    assert told.json() == {"ok": True}
    answers = [httpx.post(f"{sandbox.base_url}/auth.test", trust_env=False) for _ in range(3)]
    assert [(each.status_code, each.headers.get("retry-after")) for each in answers] == [
        (429, "2"),
        (429, "2"),
        (200, None),
    ]


@pytest.mark.parametrize("wanted", [{}, {"kind": "fog"}, {"kind": "429", "times": "often"}])
def test_weather_that_does_not_exist_is_refused(sandbox: SlackSandbox, wanted: dict[str, Any]) -> None:
    control = sandbox.base_url.replace("/api", "/sandbox/weather")
    assert httpx.post(control, json=wanted, trust_env=False).status_code == 400


def test_lasting_weather_ends_when_it_clears(sandbox: SlackSandbox, client: WebClient) -> None:
    sandbox.weather(Weather.INVALID_AUTH, times=None)
    assert [refusal(client, channel="general", text="x") for _ in range(3)] == ["invalid_auth"] * 3
    sandbox.weather(Weather.CLEAR)
    client.chat_postMessage(channel="general", text="x")
    assert len(sandbox.messages) == 1


def test_the_messages_can_be_looked_at_from_outside(sandbox: SlackSandbox, client: WebClient) -> None:
    client.chat_postMessage(channel="general", text="seen")
    seen = httpx.get(sandbox.base_url.replace("/api", "/sandbox/messages"), trust_env=False).json()
    assert [message["text"] for message in seen["messages"]] == ["seen"]


@pytest.mark.parametrize(("path", "status"), [("/elsewhere", 404), ("/sandbox/elsewhere", 404), ("/api/no.such", 200)])
def test_unknown_addresses_are_refused(sandbox: SlackSandbox, path: str, status: int) -> None:
    assert httpx.post(sandbox.base_url.replace("/api", path), trust_env=False).status_code == status


def test_a_body_over_the_limit_is_refused(sandbox: SlackSandbox) -> None:
    with socket.create_connection(("127.0.0.1", httpx.URL(sandbox.base_url).port or 0)) as connection:
        connection.sendall(b"POST /api/auth.test HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999\r\n\r\n")
        assert connection.recv(64).startswith(b"HTTP/1.1 413")


def test_it_stops_while_answers_hang_and_connections_stay_open(sandbox: SlackSandbox) -> None:
    before = threading.active_count()
    port = httpx.URL(sandbox.base_url).port or 0
    sandbox.weather("hang", times=None)
    with (
        socket.create_connection(("127.0.0.1", port)) as hanging,
        socket.create_connection(("127.0.0.1", port)) as idle,
    ):
        hanging.sendall(b"POST /api/auth.test HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
        idle.sendall(b"GET /sandbox/messages HTTP/1.1\r\nHost: x\r\n\r\n")
        assert idle.recv(64).startswith(b"HTTP/1.1 200")
        sandbox.stop()
        assert hanging.recv(64) == b""
    assert threading.active_count() < before


def test_it_starts_again_on_its_old_port() -> None:
    sandbox = SlackSandbox()
    sandbox.start()
    sandbox.start()
    first = sandbox.base_url
    sandbox.stop()
    sandbox.stop()
    with sandbox:
        assert sandbox.base_url == first


def test_it_says_nothing_when_a_caller_hangs_up(sandbox: SlackSandbox, capfd: pytest.CaptureFixture[str]) -> None:
    sandbox.weather("hang")
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(f"{sandbox.base_url}/auth.test", timeout=0.05, trust_env=False)
    sandbox.stop()
    assert capfd.readouterr() == ("", "")
