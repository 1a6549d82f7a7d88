"""Messages sent to a Slack in miniature over real loopback HTTP."""

from __future__ import annotations

import logging
import traceback
from typing import Any

import httpx
import pytest
from slack_sdk.models.blocks import Block

from integration_console.connectors.http import HttpClients
from integration_console.connectors.slack import SlackConnectorType
from integration_console.domain.connectors import Message, Receipt
from integration_console.domain.errors import (
    ConnectionRefused,
    ConsoleError,
    InvalidInput,
    RateLimited,
    SlackBlocksTooLong,
    SlackBlocksTooMany,
    SlackChannelClosed,
    SlackChannelNotFound,
    SlackMessageRefused,
    SlackRateLimited,
    SlackSignInFailed,
    SlackUnavailable,
    TimedOut,
    UnexpectedAnswer,
)
from integration_console.domain.forms import Value
from integration_console.sandbox import SandboxMessage, SlackSandbox
from tests.fakes import access

Values = dict[str, Value]
HEADER: dict[str, Any] = {"type": "header", "text": {"type": "plain_text", "text": "انقطاع"}}
SECTION: dict[str, Any] = {"type": "section", "text": {"type": "mrkdwn", "text": "*api* is down"}}


def test_a_message_with_blocks_arrives(slack: SlackConnectorType, by_token: Values, sandbox: SlackSandbox) -> None:
    look = {**by_token, "username": "Console", "icon": ":bell:"}
    message = Message("انقطاع", blocks=(HEADER, SECTION), attachments=({"color": "#f00", "text": "more"},))
    receipt = slack.notify(access(look), message, "ref-1")
    assert sandbox.messages == (
        SandboxMessage(
            channel="C0000000002",
            ts=receipt.reference,
            text="انقطاع",
            via="api",
            blocks=[HEADER, SECTION],
            attachments=[{"color": "#f00", "text": "more"}],
            username="Console",
            icon=":bell:",
            metadata={"event_type": "integration_console", "event_payload": {"reference": "ref-1"}},
        ),
    )
    assert receipt.channel == "C0000000002"
    assert len(Block.parse_all(sandbox.messages[0].blocks)) == 2


def test_a_message_may_choose_its_own_channel_and_look(
    slack: SlackConnectorType, by_token: Values, sandbox: SlackSandbox
) -> None:
    slack.notify(
        access(by_token), Message("x", channel="general", username="Me", icon="https://example.test/a.png"), ""
    )
    arrived = sandbox.messages[0]
    assert (arrived.channel, arrived.username, arrived.icon) == ("C0000000001", "Me", "https://example.test/a.png")
    assert arrived.metadata == {}


def test_an_emoji_may_come_without_its_colons(
    slack: SlackConnectorType, by_token: Values, sandbox: SlackSandbox
) -> None:
    slack.notify(access(by_token), Message("x", icon="bell"), "")
    assert sandbox.messages[0].icon == ":bell:"


def test_blocks_without_text_get_their_fallback(
    slack: SlackConnectorType, by_token: Values, sandbox: SlackSandbox
) -> None:
    slack.notify(access(by_token), Message("", blocks=(HEADER, SECTION)), "")
    assert sandbox.messages[0].text == "انقطاع\n*api* is down"


def test_attachments_alone_are_a_message(slack: SlackConnectorType, by_token: Values, sandbox: SlackSandbox) -> None:
    slack.notify(access(by_token), Message("", attachments=({"text": "only this"},)), "")
    assert (sandbox.messages[0].text, sandbox.messages[0].attachments) == ("", [{"text": "only this"}])


def test_a_hook_takes_the_message(slack: SlackConnectorType, by_hook: Values, sandbox: SlackSandbox) -> None:
    assert slack.notify(access(by_hook), Message("x", blocks=(SECTION,)), "ref") == Receipt()
    arrived = sandbox.messages[0]
    assert (arrived.via, arrived.text, arrived.blocks, arrived.metadata) == ("hook", "x", [SECTION], {})


def test_slacks_text_limit_is_kept_before_sending(
    slack: SlackConnectorType, by_token: Values, sandbox: SlackSandbox
) -> None:
    slack.notify(access(by_token), Message("x" * 40_000), "")
    with pytest.raises(SlackMessageRefused):
        slack.notify(access(by_token), Message("x" * 40_001), "")
    assert [len(message.text) for message in sandbox.messages] == [40_000]


REFUSED: list[tuple[Values, Message, type[ConsoleError]]] = [
    ({"token": "xoxb-wrong"}, Message("x"), SlackSignInFailed),
    ({}, Message("x", channel="#nowhere"), SlackChannelNotFound),
    ({}, Message("x", channel="old-news"), SlackChannelClosed),
    ({}, Message("x", channel="board"), SlackChannelClosed),
    ({}, Message(""), SlackMessageRefused),
    ({}, Message("x", blocks=(SECTION,) * 51), SlackBlocksTooMany),
    (
        {},
        Message("x", blocks=({"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}},)),
        SlackBlocksTooLong,
    ),
    ({"channel": ""}, Message("x"), InvalidInput),
    ({"base_url": "http://127.0.0.1:1/api"}, Message("x"), ConnectionRefused),
]


@pytest.mark.parametrize(("change", "message", "error"), REFUSED)
def test_a_refusal_has_its_class_and_says_what_to_do(
    slack: SlackConnectorType,
    by_token: Values,
    sandbox: SlackSandbox,
    change: Values,
    message: Message,
    error: type[ConsoleError],
) -> None:
    with pytest.raises(ConsoleError) as refused:
        slack.notify(access({**by_token, **change}), message, "ref")
    assert type(refused.value) is error
    assert refused.value.advice != ""
    assert "{" not in str(refused.value)
    assert sandbox.messages == ()


WEATHERS: list[tuple[str, type[ConsoleError], str]] = [
    ("429", SlackRateLimited, "Slack asks for a pause of 2 s."),
    ("invalid_auth", SlackSignInFailed, "Slack does not accept the token or hook URL (invalid_auth)."),
    ("500", SlackUnavailable, "Slack is having problems (HTTP 500)."),
    ("html", UnexpectedAnswer, "127.0.0.1 gave an unexpected answer (HTTP 200, text/html)."),
    ("hang", TimedOut, "127.0.0.1 did not answer within 1 s."),
]


@pytest.mark.parametrize(("weather", "error", "sentence"), WEATHERS)
def test_bad_weather_ends_in_the_right_class(
    slack: SlackConnectorType,
    by_token: Values,
    sandbox: SlackSandbox,
    weather: str,
    error: type[ConsoleError],
    sentence: str,
) -> None:
    sandbox.weather(weather, retry_after=2)
    with pytest.raises(ConsoleError) as refused:
        slack.notify(access({**by_token, "timeout_seconds": 1}), Message("x"), "ref")
    assert (type(refused.value), refused.value.title) == (error, sentence)
    assert sandbox.messages == ()


@pytest.mark.parametrize(("weather", "error", "sentence"), WEATHERS)
def test_a_hook_meets_the_same_weather(
    slack: SlackConnectorType,
    by_hook: Values,
    sandbox: SlackSandbox,
    weather: str,
    error: type[ConsoleError],
    sentence: str,
) -> None:
    sandbox.weather(weather, retry_after=2)
    with pytest.raises(error):
        slack.notify(access({**by_hook, "timeout_seconds": 1}), Message("x"), "ref")


def test_after_bad_weather_the_next_message_arrives(
    slack: SlackConnectorType, by_token: Values, sandbox: SlackSandbox
) -> None:
    sandbox.weather("429")
    with pytest.raises(SlackRateLimited):
        slack.notify(access(by_token), Message("first"), "")
    with pytest.raises(RateLimited):  # the pause counts for all: nothing is sent before it is over
        slack.notify(access(by_token), Message("too early"), "")
    slack.notify(access({**by_token, "channel": "#general"}), Message("elsewhere"), "")
    fresh = SlackConnectorType(base_url=sandbox.base_url)
    fresh.notify(access(by_token), Message("second"), "")
    assert [message.text for message in sandbox.messages] == ["elsewhere", "second"]


def test_a_post_is_never_tried_twice(by_token: Values) -> None:
    asked: list[str] = []

    def broken(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        raise httpx.ReadError("gone")

    slack = SlackConnectorType(HttpClients(transport=httpx.MockTransport(broken)))
    with pytest.raises(ConsoleError):
        slack.notify(access(by_token), Message("x"), "")
    assert asked == ["/api/chat.postMessage"]


@pytest.mark.parametrize("weather", ["429", "invalid_auth", "500", "html", "clear"])
@pytest.mark.parametrize("way", ["by_token", "by_hook"])
def test_no_secret_reaches_an_error_or_a_log(
    request: pytest.FixtureRequest,
    slack: SlackConnectorType,
    sandbox: SlackSandbox,
    caplog: pytest.LogCaptureFixture,
    way: str,
    weather: str,
) -> None:
    values: Values = request.getfixturevalue(way)
    sandbox.weather(weather)
    channel = "#nowhere" if weather == "clear" else ""
    with caplog.at_level(logging.DEBUG), pytest.raises(ConsoleError) as refused:
        slack.notify(access(values), Message("x", channel=channel), "ref")
    told = [*traceback.format_exception(refused.value), str(refused.value), repr(refused.value), caplog.text]
    for secret in (sandbox.token, "SandboxHookSecret"):
        assert secret not in "".join(told)
