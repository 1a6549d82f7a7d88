"""A real workspace behind a real gateway, with a Slack in miniature and a receiver, for tests and pictures."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from PySide6.QtWidgets import QMainWindow

from integration_console.connectors.slack import SlackConnectorType
from integration_console.domain.clock import SystemClock
from integration_console.domain.connectors import Connector, ConnectorDraft
from integration_console.domain.webhooks import CreatedWebhook, Scheme, WebhookDraft
from integration_console.domain.workspace import HolderKind, ReceiverState
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.opening import Opening, OpenWorkspace, open_workspace
from integration_console.operations.organisations import OneOrganisation
from integration_console.sandbox import SlackSandbox
from integration_console.service.server import Listening, ReceiverServer
from integration_console.ui.changes import ChangeRelay
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.widgets import ToastOverlay


class KeptUnlocking:
    """Unlocking by the test: remembers what waits for it."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def ask(self, then: Callable[[], None]) -> None:
        self.waiting.append(then)


@dataclass(frozen=True, slots=True)
class Place:
    """Everything a page is made from."""

    opened: OpenWorkspace
    gateway: InProcessGateway
    sandbox: SlackSandbox
    server: ReceiverServer
    tasks: TaskRunner
    relay: ChangeRelay
    window: QMainWindow
    toasts: ToastOverlay
    unlocking: KeptUnlocking

    def add_slack(self, name: str = "Team Slack", **values: str | int) -> Connector:
        """Adds a Slack connector that talks to the sandbox."""
        filled = {"token": self.sandbox.token, "channel": "#general", "base_url": self.sandbox.base_url, **values}
        return self.gateway.save_connector(ConnectorDraft("slack", name, filled))

    def add_webhook(self, name: str = "GitHub") -> CreatedWebhook:
        """Creates a webhook."""
        return self.gateway.save_webhook(WebhookDraft(name, Scheme.GITHUB))

    def deliver(self, webhook: CreatedWebhook, delivery: str, event: str = "push", *, secret: str = "") -> int:
        """Posts a signed GitHub delivery to the running receiver; returns the status of the answer."""
        body = json.dumps({"ref": "refs/heads/main", "delivery": delivery}).encode()
        digest = hmac.new((secret or webhook.secret).encode(), body, hashlib.sha256).hexdigest()
        headers = {
            "Content-Type": "application/json",
            "X-GitHub-Event": event,
            "X-GitHub-Delivery": delivery,
            "X-Hub-Signature-256": f"sha256={digest}",
        }
        return httpx.post(webhook.url, content=body, headers=headers, trust_env=False).status_code


@contextmanager
def made_place(folder: Path, *, receiving: bool = False) -> Iterator[Place]:
    """Opens a new workspace in a folder."""
    tasks, relay, window = TaskRunner(), ChangeRelay(), QMainWindow()
    with SlackSandbox() as sandbox:
        opening = Opening(
            path=folder / "northwind.db",
            program="tests",
            actor="laila",
            clock=SystemClock(),
            key_folder=folder / "keys",
            place=HolderKind.KEY_FILE,
            own_types={"slack": SlackConnectorType(base_url=sandbox.base_url)},
        )
        opened = open_workspace(opening)
        server = ReceiverServer(
            OneOrganisation(opened.context), Listening("127.0.0.1", 0, 10_000_000, 4096), opened.token
        )
        gateway = InProcessGateway(opened.context, lambda: _state(server))
        gateway.protect("laila")
        end_hearing = gateway.on_change(relay.hear)
        if receiving:
            server.start()
        try:
            yield Place(opened, gateway, sandbox, server, tasks, relay, window, ToastOverlay(window), KeptUnlocking())
        finally:
            end_hearing()
            assert tasks.close()
            server.stop()
            opened.close()
            window.close()


def _state(server: ReceiverServer) -> ReceiverState:
    return server.state
