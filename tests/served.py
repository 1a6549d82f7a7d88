"""A running service over an open workspace, and the door to it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from integration_console.gateways.holder_client import HeldWorkspaceGateway
from integration_console.gateways.opening import OpenWorkspace, look_at_workspace
from integration_console.gateways.service_api.gateway import ServiceApiGateway, opened_by_token
from integration_console.operations import logs
from integration_console.operations.context import Context
from integration_console.operations.organisations import OneOrganisation
from integration_console.service.server import Listening, ReceiverServer
from tests.builders import opening

HOLDER = "the-token-of-the-holder"


@contextmanager
def serving(context: Context, token: str = HOLDER, **listening: Any) -> Iterator[ReceiverServer]:
    """A server on a loopback port, once its start stands in the log."""
    server = ReceiverServer(OneOrganisation(context), Listening("127.0.0.1", 0, 1_000_000, 100, **listening), token)
    written = threading.Event()
    end = context.announcements.listen(lambda _: written.set())
    server.start()
    while "receiver.started" not in logs.event_types(context) and written.wait(5):
        written.clear()
    end()
    httpx.get(f"{server.local_url}/livez", trust_env=False, timeout=60)  # the API is made, and its threads start
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def served(opened: OpenWorkspace) -> Iterator[ServiceApiGateway]:
    """The door to a workspace through its service, as its holder."""
    with serving(opened.context) as server, opened_by_token(server.local_url, HOLDER) as gateway:
        yield gateway


@contextmanager
def through_holder(opened: OpenWorkspace, folder: Path) -> Iterator[HeldWorkspaceGateway]:
    """The door of a second program on the same file, while the first one can be spoken to."""
    with serving(opened.context, opened.token) as server:
        opened.announce_port(server.port, server.host)
        looking = look_at_workspace(opening(folder))
        yield HeldWorkspaceGateway(looking.context)
        looking.close()
