"""What the Slack form accepts, and what it asks for."""

from __future__ import annotations

import pytest

from integration_console.connectors.slack import SlackConnectorType
from integration_console.domain.forms import Value

GOOD: dict[str, Value] = {"method": "bot_token", "token": "xoxb-1-a", "channel": "#alerts"}
HOOK: dict[str, Value] = {"method": "hook", "hook_url": "https://hooks.slack.test/services/T/B/x"}


def faulty(values: dict[str, Value], stored: frozenset[str] = frozenset()) -> list[str]:
    return [problem.field for problem in SlackConnectorType().problems(values, stored)]


def test_each_way_of_signing_in_asks_for_its_own() -> None:
    form = SlackConnectorType().description.form
    look, advanced = ["username", "icon"], ["timeout_seconds", "private_network"]
    assert [each.name for each in form.visible({})] == ["method", "token", "channel", *look, "base_url", *advanced]
    assert [each.name for each in form.visible({"method": "hook"})] == ["method", "hook_url", *look, *advanced]


def test_filled_forms_pass() -> None:
    assert faulty(GOOD) == []
    assert faulty({**GOOD, "icon": ":bell:", "username": "Console", "timeout_seconds": 60}) == []
    assert faulty({**GOOD, "icon": "https://example.test/a.png"}) == []
    assert faulty(HOOK) == []


def test_stored_secrets_may_stay_empty() -> None:
    assert faulty({**GOOD, "token": ""}, frozenset({"token"})) == []
    assert faulty({"method": "hook"}, frozenset({"hook_url"})) == []


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({}, ["token", "channel"]),
        ({"method": "hook"}, ["hook_url"]),
        ({"method": "pigeon"}, ["method"]),
        ({**GOOD, "token": "xoxb 1"}, ["token"]),
        ({**GOOD, "token": "xoxb-1\r\nX-Evil: 1"}, ["token"]),
        ({**GOOD, "token": "xoxb-пароль"}, ["token"]),
        ({**GOOD, "token": 7}, ["token"]),
        ({**HOOK, "hook_url": "hooks.slack.com/services/T/B/x"}, ["hook_url"]),
        ({**HOOK, "hook_url": "https://hooks.slack.com:port/"}, ["hook_url"]),
        ({**HOOK, "hook_url": "file:///etc/passwd"}, ["hook_url"]),
        ({**GOOD, "icon": "bell"}, ["icon"]),
        ({**GOOD, "icon": "ftp://example.test/a.png"}, ["icon"]),
        ({**GOOD, "base_url": "slack.com/api"}, ["base_url"]),
        ({**GOOD, "timeout_seconds": 0}, ["timeout_seconds"]),
        ({**GOOD, "timeout_seconds": 61}, ["timeout_seconds"]),
        ({**GOOD, "colour": "red"}, ["colour"]),
    ],
)
def test_a_fault_is_named_at_its_field(values: dict[str, Value], fields: list[str]) -> None:
    assert faulty(values) == fields


def test_a_hidden_field_is_not_judged() -> None:
    assert faulty({**GOOD, "hook_url": "nonsense"}) == []


def test_no_problem_repeats_a_secret() -> None:
    problems = SlackConnectorType().problems({**GOOD, "token": "xoxb secret 4711"})
    assert "4711" not in repr(problems)
