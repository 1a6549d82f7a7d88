"""A Slack in miniature, and a connector type that speaks to it over real loopback HTTP."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from integration_console.connectors.slack import SlackConnectorType
from integration_console.domain.forms import Value
from integration_console.sandbox import SlackSandbox

SECRET_TOKEN = "xoxb-4711-verysecret-Tokenvalue"


@pytest.fixture
def sandbox() -> Iterator[SlackSandbox]:
    with SlackSandbox(token=SECRET_TOKEN) as slack:
        yield slack


@pytest.fixture
def slack(sandbox: SlackSandbox) -> SlackConnectorType:
    return SlackConnectorType(base_url=sandbox.base_url)


@pytest.fixture
def by_token(sandbox: SlackSandbox) -> dict[str, Value]:
    return {"method": "bot_token", "token": sandbox.token, "channel": "#alerts", "private_network": True}


@pytest.fixture
def by_hook(sandbox: SlackSandbox) -> dict[str, Value]:
    return {"method": "hook", "hook_url": sandbox.hook_url, "private_network": True}
