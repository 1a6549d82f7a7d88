"""A running service over an open workspace, and the door to it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from integration_console.gateways.opening import OpenWorkspace
from integration_console.gateways.service_api.gateway import ServiceApiGateway, opened_by_token
from integration_console.operations import logs
from integration_console.operations.context import Context
from integration_console.operations.organisations import OneOrganisation
from integration_console.service.server import Listening, ReceiverServer

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
    httpx.get(f"{server.local_url}/livez", trust_env=False)  # the API is made, and its threads start
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def served(opened: OpenWorkspace) -> Iterator[ServiceApiGateway]:
    """The door to a workspace through its service, as its holder."""
    with serving(opened.context) as server, opened_by_token(server.local_url, HOLDER) as gateway:
        yield gateway
