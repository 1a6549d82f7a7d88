"""Each trouble with Slack, met for real, is told in both languages: what happened, and what to do."""

from __future__ import annotations

import re
import socket
from typing import Any

import pytest

from integration_console.connectors.slack import SlackConnectorType
from integration_console.domain.connectors import Message
from integration_console.domain.errors import RemoteError
from integration_console.domain.forms import Value
from integration_console.domain.ids import new_id
from integration_console.sandbox import SlackSandbox, Weather
from integration_console.ui.language import LanguageCode, error_advice, error_title, language
from tests.fakes import access

_ARABIC = re.compile(r"[\u0621-\u064A]")
_LONG = {"type": "section", "text": {"type": "mrkdwn", "text": "a" * 3001}}


def _raised(weather: Weather | None = None, *, token: str = "", **message: Any) -> RemoteError:
    with SlackSandbox() as sandbox:
        if weather is not None:
            sandbox.weather(weather, retry_after=2)
        settings: dict[str, Value] = {"method": "bot_token", "token": token or sandbox.token, "channel": "general"}
        settings |= {"base_url": sandbox.base_url, "timeout_seconds": 1, "private_network": True}
        with pytest.raises(RemoteError) as raised:
            SlackConnectorType().notify(access(settings), Message("x", **message), new_id())
    return raised.value


def _refused() -> RemoteError:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        base_url = f"http://127.0.0.1:{nobody.getsockname()[1]}/api"
    settings: dict[str, Value] = {"method": "bot_token", "token": "xoxb-1", "channel": "general", "base_url": base_url}
    settings["private_network"] = True
    with pytest.raises(RemoteError) as raised:
        SlackConnectorType().notify(access(settings), Message("x"), new_id())
    return raised.value


def test_each_trouble_is_told_in_both_languages() -> None:
    troubles = {
        "slack.sign_in": _raised(token="xoxb-wrong"),
        "slack.channel_not_found": _raised(channel="nowhere"),
        "slack.channel_closed": _raised(channel="old-news"),
        "slack.blocks.too_many": _raised(blocks=({"type": "divider"},) * 51),
        "slack.blocks.too_long": _raised(blocks=(_LONG,)),
        "slack.rate_limited": _raised(Weather.RATE_LIMITED),
        "remote.timeout": _raised(Weather.HANG),
        "remote.unexpected_answer": _raised(Weather.HTML),
        "slack.unavailable": _raised(Weather.SERVER_ERROR),
        "remote.connection": _refused(),
    }
    assert {code: error.code for code, error in troubles.items()} == {code: code for code in troubles}
    english = {code: (error_title(error), error_advice(error)) for code, error in troubles.items()}
    language.choose(LanguageCode.ARABIC)
    arabic = {code: (error_title(error), error_advice(error)) for code, error in troubles.items()}
    for code, sentences in arabic.items():
        assert all(_ARABIC.search(each) and "{" not in each for each in sentences), code
        assert sentences != english[code]
    assert all(each and "{" not in each for sentences in english.values() for each in sentences)
