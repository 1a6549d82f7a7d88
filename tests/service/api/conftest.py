"""A running service with a member of each role, and a client for each."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from integration_console.domain.callers import RequestFacts
from integration_console.domain.logs import LogEntry, LogFilter
from integration_console.domain.members import MemberDraft
from integration_console.domain.permissions import Role
from integration_console.gateways.opening import OpenWorkspace
from integration_console.operations import logs, members, sign_in
from integration_console.service.server import ReceiverServer
from tests.builders import connector_draft, opened_workspace
from tests.fakes import FakeKind, TurnableClock
from tests.served import HOLDER, serving

NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Never used, and made once: these services speak plainly."""
PASSWORD = "correct horse battery"


@dataclass
class House:
    """A workspace with its service, and what its people hold."""

    opened: OpenWorkspace
    clock: TurnableClock
    server: ReceiverServer
    tokens: dict[Role, str] = field(default_factory=dict)
    ids: dict[Role, str] = field(default_factory=dict)

    def client(self, token: str = HOLDER, **more: Any) -> httpx.Client:
        headers = {"authorization": f"Bearer {token}"} if token else {}
        return httpx.Client(base_url=self.server.local_url, headers=headers, trust_env=False, verify=NO_TLS, **more)

    def entries(self, event_type: str) -> tuple[LogEntry, ...]:
        """What the log has of a type, once there is something."""
        context, written = self.opened.context, threading.Event()
        end = context.announcements.listen(lambda _: written.set())
        wanted = LogFilter(event_type=event_type)
        while not (found := logs.log_tail(context, wanted, 0, 500)[0]) and written.wait(5):
            written.clear()
        end()
        return found

    def add(self, role: Role, login: str) -> None:
        """Let somebody of a role sign in."""
        context = self.opened.context
        invited = members.add_member(context, MemberDraft(login, login, role))
        pair = sign_in.change_password(context, login, invited.password, PASSWORD, RequestFacts())
        self.tokens[role], self.ids[role] = pair.access_token, invited.member.id


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One for all tests of a module: each leaves it as it found it, or makes what it needs."""
    clock = TurnableClock()
    with (
        opened_workspace(tmp_path_factory.mktemp("house"), clock, own_types={"fake": FakeKind()}) as opened,
        serving(opened.context) as server,
    ):
        made = House(opened, clock, server)
        for role in Role:
            made.add(role, f"the.{role}")
        with made.client() as client:
            client.post("/api/v1/connectors", json=draft("Standing")).raise_for_status()  # its threads start now
        yield made


@pytest.fixture
def holder(house: House) -> Iterator[httpx.Client]:
    with house.client() as client:
        yield client


def draft(name: str) -> dict[str, Any]:
    """A connector as a client sends it."""
    made = connector_draft(name=name)
    return {"type": made.type, "name": made.name, "values": dict(made.values)}
