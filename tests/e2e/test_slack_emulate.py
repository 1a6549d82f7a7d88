"""The Slack connector against a Slack that others wrote (the npm package `emulate`)."""

from __future__ import annotations

from typing import Any

import pytest

from integration_console.connectors.slack import SlackConnectorType
from integration_console.domain.connectors import CheckReport, Message, Receipt, Stage, StageOutcome
from integration_console.domain.errors import (
    ConsoleError,
    SlackChannelClosed,
    SlackChannelNotFound,
    SlackScopeMissing,
    SlackSignInFailed,
)
from integration_console.domain.forms import Value
from integration_console.domain.work import UnattendedWork
from tests.e2e.emulate_server import EmulateSlack
from tests.fakes import access

Values = dict[str, Value]
BLOCKS: tuple[dict[str, Any], ...] = (
    {"type": "header", "text": {"type": "plain_text", "text": "تنبيه"}},
    {"type": "section", "text": {"type": "mrkdwn", "text": "*api* is down"}},
    {"type": "context", "elements": [{"type": "mrkdwn", "text": "since 12:00"}]},
)


@pytest.fixture
def slack(emulate_slack: EmulateSlack) -> SlackConnectorType:
    return SlackConnectorType(base_url=emulate_slack.api_url)


@pytest.fixture
def values(emulate_slack: EmulateSlack) -> Values:
    return {"method": "bot_token", "token": emulate_slack.token, "channel": emulate_slack.channel}


def test_a_message_with_blocks_arrives(emulate_slack: EmulateSlack, slack: SlackConnectorType, values: Values) -> None:
    look: Values = {**values, "username": "Console", "icon": ":bell:"}
    message = Message("تنبيه", blocks=BLOCKS, attachments=({"color": "#f00", "text": "more"},))
    receipt = slack.notify(access(look), message, "ref-1")
    arrived = emulate_slack.messages()[0]
    wanted = {
        "ts": receipt.reference,
        "text": "تنبيه",
        "blocks": list(BLOCKS),
        "attachments": [{"color": "#f00", "text": "more"}],
        "username": "Console",
        "icon_emoji": ":bell:",
        "metadata": {"event_type": "integration_console", "event_payload": {"reference": "ref-1"}},
    }
    assert {name: arrived.get(name) for name in wanted} == wanted
    assert receipt.channel == emulate_slack.channel_id(emulate_slack.channel)


def test_a_hook_takes_a_message_with_blocks(emulate_slack: EmulateSlack, slack: SlackConnectorType) -> None:
    by_hook: Values = {"method": "hook", "hook_url": emulate_slack.hook_url}
    assert slack.notify(access(by_hook), Message("by hook", blocks=BLOCKS), "ref") == Receipt()
    arrived = emulate_slack.messages("general")[0]
    assert (arrived["text"], arrived["blocks"]) == ("by hook", list(BLOCKS))


def test_each_refusal_has_its_class(emulate_slack: EmulateSlack, slack: SlackConnectorType, values: Values) -> None:
    def refused(message: Message, **change: Value) -> type[ConsoleError]:
        with pytest.raises(ConsoleError) as raised:
            slack.notify(access({**values, **change}), message, "ref")
        return type(raised.value)

    assert refused(Message("x", channel="nowhere")) is SlackChannelNotFound
    assert refused(Message("x", channel=emulate_slack.archived_channel)) is SlackChannelClosed
    assert refused(Message("x", channel=emulate_slack.private_channel), token=emulate_slack.dead_token) is (
        SlackChannelClosed
    )
    assert refused(Message("x"), token=emulate_slack.weak_token) is SlackScopeMissing


def check(slack: SlackConnectorType, values: Values) -> CheckReport:
    return CheckReport(tuple(slack.check(access(values), UnattendedWork())))


def test_a_good_token_passes_the_check(slack: SlackConnectorType, values: Values) -> None:
    checked = check(slack, values)
    assert checked.passed
    assert [each.stage for each in checked.stages if each.outcome is StageOutcome.PASSED] == [
        Stage.NAME,
        Stage.CONNECTION,
        Stage.SIGN_IN,
        Stage.SAMPLE,
    ]  # plain HTTP has no certificate, and emulate names no scopes in its headers


def test_a_dead_token_fails_the_check_at_sign_in(
    emulate_slack: EmulateSlack, slack: SlackConnectorType, values: Values
) -> None:
    failed = check(slack, {**values, "token": emulate_slack.dead_token}).failure
    assert failed is not None
    assert (failed.stage, type(failed.error)) == (Stage.SIGN_IN, SlackSignInFailed)


def test_an_unknown_channel_fails_the_check_at_the_sample(slack: SlackConnectorType, values: Values) -> None:
    failed = check(slack, {**values, "channel": "nowhere"}).failure
    assert failed is not None
    assert (failed.stage, type(failed.error)) == (Stage.SAMPLE, SlackChannelNotFound)


def test_a_living_hook_passes_the_check_and_gets_no_message(
    emulate_slack: EmulateSlack, slack: SlackConnectorType
) -> None:
    before = emulate_slack.messages("general")
    assert check(slack, {"method": "hook", "hook_url": emulate_slack.hook_url}).passed
    assert emulate_slack.messages("general") == before
