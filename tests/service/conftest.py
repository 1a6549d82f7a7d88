"""A running receiver on a loopback port, over a workspace of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from integration_console.domain.webhooks import Scheme, Webhook, WebhookDraft
from integration_console.gateways.opening import OpenWorkspace
from integration_console.operations import webhooks
from integration_console.operations.context import Context
from integration_console.operations.organisations import OneOrganisation
from integration_console.service.server import Listening, ReceiverServer
from tests.builders import SECRET, opened_workspace
from tests.fakes import TurnableClock

BODY_CAP, QUEUE = 10_000, 3
TOKEN = "the-bearer-token"


@pytest.fixture
def clock() -> TurnableClock:
    return TurnableClock()


@pytest.fixture
def types() -> dict[str, Any]:
    """The connector types that the program brings itself; a module may have its own."""
    return {}


@pytest.fixture
def workspace(tmp_path: Path, clock: TurnableClock, types: dict[str, Any]) -> Iterator[OpenWorkspace]:
    with opened_workspace(tmp_path, clock, own_types=types) as opened:
        yield opened


@pytest.fixture
def context(workspace: OpenWorkspace) -> Context:
    return workspace.context


@pytest.fixture
def server(context: Context) -> Iterator[ReceiverServer]:
    running = ReceiverServer(OneOrganisation(context), Listening("127.0.0.1", 0, BODY_CAP, QUEUE), TOKEN)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def client(server: ReceiverServer) -> Iterator[httpx.Client]:
    """A client that proves nothing: what senders of webhooks use."""
    with httpx.Client(base_url=server.state.base_url, trust_env=False) as made:
        yield made


@pytest.fixture
def repo(context: Context) -> Webhook:
    return webhooks.save_webhook(context, WebhookDraft("Repo", Scheme.GITHUB, secret=SECRET))[0]
