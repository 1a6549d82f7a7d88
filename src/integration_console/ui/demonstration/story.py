"""The main job, step by step, through the dialogs that a person would use."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from integration_console.domain.work import UnattendedWork
from integration_console.ui.demonstration.deliveries import post_deliveries
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.tabs.connectors.controller import ConnectorsController
from integration_console.ui.tabs.webhooks.dialogs import SecretDialog, WebhookDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from integration_console.domain.connectors import Connector
    from integration_console.gateways.protocols import Gateway
    from integration_console.ui.console import Console
    from integration_console.ui.demonstration.deliveries import Posted
    from integration_console.ui.tab_set import TabSet
    from integration_console.ui.tasks import TaskRunner

_BLOCKS = """[
  {"type": "header", "text": {"type": "plain_text", "text": "Deployed shop-api 2.4.1"}},
  {"type": "section", "text": {"type": "mrkdwn", "text": "*24 deliveries* arrived from GitHub, one of them forged."}},
  {"type": "context", "elements": [{"type": "mrkdwn", "text": "Sent by Integration Console"}]}
]"""


@dataclass(frozen=True, slots=True)
class Slack:
    """The Slack that stands in for the real one, and how many messages have reached it."""

    base_url: str
    token: str
    arrived: Callable[[], int]


class Story:
    """One admin's first quarter of an hour. Every step waits until the window shows its outcome."""

    def __init__(self, console: Console, tasks: TaskRunner, slack: Slack) -> None:
        """Use `console`, whose workspace is not open yet."""
        self._console, self._tasks, self._slack = console, tasks, slack
        self.happened: list[tuple[str, str]] = []

    @property
    def tabs(self) -> TabSet:
        """The tabs, once the workspace is open."""
        assert self._console.tabs is not None  # noqa: S101 - the story opens the workspace first
        return self._console.tabs

    def open_workspace(self, path: Path) -> None:
        """Open a new workspace and protect it with a passphrase; store the recovery code."""
        self._console.open_when_painted(path)
        protecting = wait_for("the question for a passphrase", lambda: self._console.protecting)
        dialog = wait_for("the passphrase dialog", lambda: protecting.passphrase_dialog)
        passphrase = secrets.token_urlsafe(16)
        dialog.passphrase.setText(passphrase)
        dialog.repeated.setText(passphrase)
        dialog.primary.click()
        recovery = wait_for("the recovery code", lambda: protecting.recovery_dialog)
        recovery.stored.click()
        recovery.primary.click()
        self._tell("Workspace", "created, its secrets sealed with a passphrase and a recovery code")

    def receive_deliveries(self) -> Posted:
        """Create a webhook and let GitHub's deliveries arrive; they appear in the log by themselves."""
        url, secret = self._create_webhook("GitHub, shop-api")
        self._console.window.show_page("logs")
        outcome: list[Posted] = []
        task = self._tasks.start("deliveries", lambda _work: post_deliveries(url, secret))
        task.succeeded.connect(outcome.append)
        posted = wait_for("the answers to the deliveries", lambda: outcome[0] if outcome else None)
        wait_for("the deliveries in the log", lambda: self.tabs.logs.model.total >= len(posted.answers))
        self._tell("Deliveries", f"{len(posted.answers)} signed by GitHub's scheme, {posted.accepted} answered 2xx")
        self._tell("Sent again", f"answered “{posted.repeated}”, stored once")
        self._tell("Forged", f"answered {posted.forged}, logged, not stored")
        return posted

    def send_message(self) -> None:
        """Add a Slack connector, test it, and send a message with blocks."""
        connector = self._add_connector("Slack, operations")
        gateway = self._gateway()
        report = gateway.check_connector(connector.id, UnattendedWork(), lambda _stage: None)
        self._tell("Slack test", ", ".join(f"{each.stage.value} {each.outcome.value}" for each in report.stages))
        before = self._slack.arrived()
        view, controller = self.tabs.connectors, self._connectors_controller()
        view.compose(connector.id)
        dialog = wait_for("the message dialog", lambda: controller.sending.dialog)
        dialog.form.show_values({"text": "Deployed shop-api 2.4.1", "format": "blocks", "blocks": _BLOCKS})
        dialog.primary.click()
        wait_for("the message in Slack", lambda: self._slack.arrived() > before)
        wait_for("the dialog's end", lambda: QApplication.activeModalWidget() is None)
        self._tell("Slack message", "with three blocks, arrived in #general")

    def _create_webhook(self, name: str) -> tuple[str, str]:
        self._console.window.show_page("webhooks")
        view = self.tabs.webhooks
        wait_for("the receiver", lambda: self._gateway().workspace().receiver.running)
        view.creation_requested.emit()
        dialog = wait_for("the webhook dialog", lambda: view.findChild(WebhookDialog))
        dialog.form.show_values({"name": name, "scheme": "github"})
        dialog.primary.click()
        made = wait_for("the webhook's secret", lambda: view.findChild(SecretDialog))
        url, secret = made.url.text(), made.secret.text()
        made.primary.click()
        self._tell("Webhook", f"“{name}” at {url}")
        return url, secret

    def _add_connector(self, name: str) -> Connector:
        self._console.window.show_page("connectors")
        view, controller = self.tabs.connectors, self._connectors_controller()
        view.add()
        chooser = wait_for("the types of connectors", lambda: controller.saving.chooser)
        chooser.card_of("slack").clicked.emit()
        dialog = wait_for("the connector dialog", lambda: controller.saving.dialog)
        values = {"name": name, "method": "bot_token", "channel": "#general", "base_url": self._slack.base_url}
        dialog.form.show_values({**values, "token": self._slack.token})
        dialog.primary.click()
        wait_for("the new connector", lambda: view.chosen)
        self._tell("Connector", f"“{name}” added")
        return self._gateway().connectors()[0]

    def _connectors_controller(self) -> ConnectorsController:
        return wait_for("the connectors page", lambda: self.tabs.connectors.findChild(ConnectorsController))

    def _gateway(self) -> Gateway:
        assert self._console.workplace is not None  # noqa: S101 - the story opens the workspace first
        return self._console.workplace.gateway

    def _tell(self, what: str, outcome: str) -> None:
        self.happened.append((what, outcome))
