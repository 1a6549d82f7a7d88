"""The independent Slack really runs, speaks as Slack's own SDK expects, and refuses as its description says."""

from __future__ import annotations

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from tests.e2e.emulate_server import EmulateSlack


def client(slack: EmulateSlack, token: str) -> WebClient:
    return WebClient(token=token, base_url=slack.api_url, timeout=10)


def refusal(slack: EmulateSlack, token: str, method: str, **arguments: str) -> str:
    with pytest.raises(SlackApiError) as refused:
        client(slack, token).api_call(method, json=arguments)
    return str(refused.value.response["error"])


def test_a_message_with_blocks_arrives_as_it_was_sent(emulate_slack: EmulateSlack) -> None:
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "*مرحبا*"}}]
    sent = client(emulate_slack, emulate_slack.token).chat_postMessage(
        channel=emulate_slack.channel, text="Hello", blocks=blocks, username="Console", icon_emoji=":bell:"
    )
    newest = emulate_slack.messages()[0]
    assert {key: newest[key] for key in ("ts", "text", "blocks", "username", "icon_emoji")} == {
        "ts": sent["ts"],
        "text": "Hello",
        "blocks": blocks,
        "username": "Console",
        "icon_emoji": ":bell:",
    }


def test_each_refusal_carries_slacks_own_word(emulate_slack: EmulateSlack) -> None:
    slack = emulate_slack
    post = "chat.postMessage"
    assert {
        "no token": refusal(slack, "", "auth.test"),
        "removed bot": refusal(slack, slack.dead_token, "auth.test"),
        "weak token": refusal(slack, slack.weak_token, post, channel=slack.channel, text="x"),
        "unknown channel": refusal(slack, slack.token, post, channel="nowhere", text="x"),
        "nothing to say": refusal(slack, slack.token, post, channel=slack.channel),
        "archived": refusal(slack, slack.token, post, channel=slack.archived_channel, text="x"),
        "not invited": refusal(slack, slack.dead_token, post, channel=slack.private_channel, text="x"),
    } == {
        "no token": "not_authed",
        "removed bot": "invalid_auth",
        "weak token": "missing_scope",
        "unknown channel": "channel_not_found",
        "nothing to say": "no_text",
        "archived": "is_archived",
        "not invited": "not_in_channel",
    }


def test_the_hook_url_answers_ok_and_refuses_in_plain_text(emulate_slack: EmulateSlack) -> None:
    with httpx.Client(trust_env=False) as browser:
        accepted = browser.post(emulate_slack.hook_url, json={"text": "by hook", "channel": emulate_slack.channel})
        refused = browser.post(emulate_slack.hook_url, json={})
        broken = browser.post(emulate_slack.hook_url, content=b"{", headers={"Content-Type": "application/json"})
    assert [(answer.status_code, answer.text) for answer in (accepted, refused, broken)] == [
        (200, "ok"),
        (400, "no_text"),
        (400, "invalid_payload"),
    ]
    assert emulate_slack.messages()[0]["text"] == "by hook"
