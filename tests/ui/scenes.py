"""Every page and dialog of the real window, in turn: `python -m tests.ui.scenes ar light FOLDER` draws them."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from integration_console.desktop import make_console
from integration_console.domain.connectors import ConnectorStatus
from integration_console.domain.errors import AddressInUse, DiskFull, WorkspaceHeld
from integration_console.domain.logs import LogFilter, LogStatus
from integration_console.sandbox import SlackSandbox
from integration_console.sandbox.weather import Weather
from integration_console.settings import Settings
from integration_console.trying_out import TryingOut
from integration_console.ui.application import make_application
from integration_console.ui.console import Console
from integration_console.ui.demonstration.deliveries import post_deliveries
from integration_console.ui.demonstration.waiting import let_events_pass, wait_for
from integration_console.ui.language import LanguageCode, language
from integration_console.ui.tab_set import TabSet
from integration_console.ui.tabs.connectors.connector_dialog import ConnectorDialog
from integration_console.ui.tabs.connectors.message_dialog import MessageDialog
from integration_console.ui.tabs.connectors.type_chooser import TypeChooser
from integration_console.ui.tabs.webhooks.dialogs import EventDialog, RotationDialog, SecretDialog, WebhookDialog
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.theme import ThemeChoice, theme
from integration_console.ui.unlocking import UnlockDialog
from integration_console.ui.widgets import ConfirmDialog, Dialog
from tests.ui.api_key_scenes import api_key_scenes
from tests.ui.key_holder_scenes import key_holder_scenes
from tests.ui.member_scenes import member_scenes
from tests.ui.sync_scenes import sync_scenes

Scene = tuple[str, QWidget]
D = TypeVar("D", bound=Dialog)
PERSON = "laila"
WORKSPACE = "northwind"
GITHUB_WEBHOOK, HMAC_WEBHOOK = "shop-api", "billing"
GOOD_CONNECTOR, LOST_CONNECTOR = "operations", "فريق العمليات"
_LAYOUTS = 4  # what wraps gets its height in a second turn, what stands around it in a third
PASSPHRASE = "correct horse battery staple"
_HMAC = {"header": "X-Billing-Signature", "timestamp_header": "X-Billing-Time", "event_type_source": "header:X-Event"}
_BLOCKS = json.dumps([{"type": "header", "text": {"type": "plain_text", "text": "2.4.1"}}, {"type": "divider"}])
_LONG_BLOCKS = json.dumps([{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}])


@dataclass(frozen=True, slots=True)
class RealWindow:
    """The console as `integration-console` makes it, and the systems in miniature that it talks to."""

    console: Console
    systems: TryingOut
    path: Path

    @property
    def sandbox(self) -> SlackSandbox:
        """The Slack in miniature."""
        return self.systems.slack

    @property
    def tabs(self) -> TabSet:
        """The tabs, once the workspace is open."""
        assert self.console.tabs is not None
        return self.console.tabs

    def page(self, key: str) -> QWidget:
        """Goes to a page; returns the window."""
        self.console.window.show_page(key)
        let_events_pass(60)
        return self.console.window


@contextmanager
def real_window(folder: Path) -> Iterator[RealWindow]:
    """Makes the console over a workspace of its own in `folder`; nothing is opened yet."""
    settings = Settings(data_folder=folder, key_folder=folder / "keys", log_folder=folder / "logs", port=0)
    with TryingOut(employees=240, files=40, events=10) as systems:
        console = make_console(settings, systems, TaskRunner())
        console.window.resize(1280, 832)
        try:
            yield RealWindow(console, systems, folder / f"{WORKSPACE}.db")
        finally:
            console.close()
            console.window.deleteLater()


def scenes(real: RealWindow) -> Iterator[Scene]:
    """Yields what is seen, by name; each is open, and laid out to its end, while it is looked at."""
    for scene in _in_turn(real):
        for _ in range(_LAYOUTS):
            let_events_pass()
        yield scene


def _in_turn(real: RealWindow) -> Iterator[Scene]:
    yield from _beginning(real)
    yield from _empty_pages(real)
    yield from _new_webhooks(real)
    yield from _log(real)
    yield from _webhooks(real)
    yield from _new_connectors(real)
    yield from _messages(real)
    yield from _connectors(real)
    yield from sync_scenes(real)
    yield from api_key_scenes(real)
    yield from member_scenes(real)
    yield from key_holder_scenes(real)
    yield from _trouble(real)


def _beginning(real: RealWindow) -> Iterator[Scene]:
    console = real.console
    console.open_when_painted(real.path)
    protecting = wait_for("the first minute", lambda: console.protecting)
    dialog = wait_for("the passphrase dialog", lambda: protecting.passphrase_dialog)
    yield "passphrase", dialog
    dialog.passphrase.setText("short")
    dialog.primary.click()
    yield "passphrase-differs", dialog
    dialog.repeated.setText("short")
    dialog.primary.click()
    wait_for("the refusal", dialog.primary.isEnabled)
    yield "passphrase-short", dialog
    dialog.passphrase.setText(PASSPHRASE)
    dialog.repeated.setText(PASSPHRASE)
    dialog.primary.click()
    recovery = wait_for("the recovery code", lambda: protecting.recovery_dialog)
    yield "recovery", recovery
    recovery.stored.click()
    recovery.primary.click()
    wait_for("the receiver", lambda: _is_receiving(real))


def _empty_pages(real: RealWindow) -> Iterator[Scene]:
    for key in ("hub", "connectors", "syncs", "records", "webhooks", "logs"):
        window = real.page(key)
        let_events_pass(200)
        yield f"{key}-empty", window


def _new_webhooks(real: RealWindow) -> Iterator[Scene]:
    real.page("webhooks")
    dialog = _webhook_dialog(real)
    yield "webhook-new", dialog
    dialog.form.show_values({"scheme": "hmac", "secret": "short", "event_type_source": "somewhere", "header": "x y"})
    dialog.primary.click()
    let_events_pass()
    dialog.grow()
    yield "webhook-new-errors", dialog
    dialog.form.show_values({"name": HMAC_WEBHOOK, "scheme": "hmac", "secret": "", **_HMAC})
    dialog.primary.click()
    secret = _opened(real, SecretDialog)
    yield "webhook-secret-hmac", secret
    secret.primary.click()
    dialog = _webhook_dialog(real)
    dialog.form.show_values({"name": GITHUB_WEBHOOK, "scheme": "github"})
    dialog.primary.click()
    secret = _opened(real, SecretDialog)
    yield "webhook-secret-github", secret
    posted = post_deliveries(secret.url.text(), secret.secret.text())
    assert posted.accepted == len(posted.answers)
    secret.primary.click()


def _log(real: RealWindow) -> Iterator[Scene]:
    window, logs = real.page("logs"), real.tabs.logs
    wait_for("the deliveries in the log", lambda: logs.model.total > 25)
    let_events_pass(300)
    yield "logs", window
    for name, wanted in (("received", "webhook.received"), ("refused", "webhook.rejected")):
        logs.show_filtered(LogFilter(event_type=wanted))
        wait_for("the filtered log", partial(_shows, real, wanted))
        logs.row_chosen.emit(0)
        wait_for("the details", lambda: not logs.details.isHidden())
        let_events_pass(300)
        yield f"logs-{name}", window
    logs.details.chain.story.click()
    let_events_pass(300)
    yield "logs-related", window
    logs.close_details()
    logs.show_filtered(LogFilter(statuses=frozenset({LogStatus.WARNING}), query='"nothing like it"'))
    let_events_pass(400)
    logs.filters.times.choice.setCurrentIndex(4)
    logs.filters.times.choice.activated.emit(4)
    logs.live.button.click()
    let_events_pass(400)
    yield "logs-no-match", window
    logs.live.button.click()
    logs.show_filtered(LogFilter())


def _webhooks(real: RealWindow) -> Iterator[Scene]:
    window, view = real.page("webhooks"), real.tabs.webhooks
    github = next(row.webhook.id for row in view.model.rows if row.webhook.name == GITHUB_WEBHOOK)
    view.choose(github)
    wait_for("its events", lambda: view.panel.events.rows)
    view.panel.secret.button.click()
    wait_for("its secret", lambda: view.panel.secret.is_shown)
    let_events_pass(100)
    yield "webhooks", window
    view.panel.secret.button.click()
    view.panel.table.row_opened.emit(0)
    event = _opened(real, EventDialog)
    wait_for("the body", event.parts.view.toPlainText)
    let_events_pass(100)
    yield "webhook-event", event
    event.accept()
    view.panel.edit.click()
    edit = _opened(real, WebhookDialog)
    yield "webhook-edit", edit
    edit.reject()
    view.panel.rotate.click()
    rotation = _opened(real, RotationDialog)
    yield "webhook-rotation", rotation
    rotation.primary.click()
    secret = _opened(real, SecretDialog)
    yield "webhook-rotated", secret
    secret.primary.click()
    view.panel.remove.click()
    removal = _opened(real, ConfirmDialog)
    yield "webhook-delete", removal
    removal.reject()
    view.panel.switch.click()
    wait_for("the pause", lambda: real.console.window.toasts.cards)
    let_events_pass(200)
    yield "webhooks-paused", window
    _close_toasts(real)


def _new_connectors(real: RealWindow) -> Iterator[Scene]:
    real.page("connectors")
    real.tabs.connectors.add()
    chooser = _opened(real, TypeChooser)
    yield "connector-chooser", chooser
    chooser.card_of("slack").clicked.emit()
    dialog = _opened(real, ConnectorDialog)
    yield "connector-new", dialog
    dialog.form.show_values({"method": "hook", "icon": "bell", "timeout_seconds": 5, "hook_url": "hooks"})
    dialog.primary.click()
    let_events_pass(100)
    yield "connector-new-errors", dialog
    for name, channel in ((GOOD_CONNECTOR, "#general"), (LOST_CONNECTOR, "#nowhere")):
        if not _dialogs(real):
            real.tabs.connectors.add()
            _opened(real, TypeChooser).card_of("slack").clicked.emit()
        dialog = _opened(real, ConnectorDialog)
        values = {"name": name, "method": "bot_token", "token": real.sandbox.token, "channel": channel, "icon": ""}
        dialog.form.show_values({**values, "base_url": real.sandbox.base_url})
        dialog.primary.click()
        wait_for(name, partial(_connector, real, name))
        wait_for("the end of the form", lambda: not _dialogs(real))
    let_events_pass(200)
    yield "connectors-toast", real.console.window
    _close_toasts(real)


def _messages(real: RealWindow) -> Iterator[Scene]:
    real.tabs.connectors.compose(_connector(real, GOOD_CONNECTOR))
    dialog = _opened(real, MessageDialog)
    yield "message", dialog
    dialog.form.show_values({"text": "2.4.1", "format": "blocks", "blocks": "[{"})
    let_events_pass(400)
    dialog.grow()
    yield "message-not-json", dialog
    for name, blocks in (("blocks", _LONG_BLOCKS), ("paused", _BLOCKS)):
        real.sandbox.weather(Weather.RATE_LIMITED, retry_after=2)
        dialog.form.show_values({"text": "2.4.1", "format": "blocks", "blocks": blocks})
        dialog.primary.click()
        let_events_pass(200)
        wait_for("the refusal", dialog.primary.isEnabled)
        yield f"message-{name}", dialog
    let_events_pass(2200)
    dialog.primary.click()
    wait_for("the end of the message", lambda: not _dialogs(real))
    let_events_pass(200)
    yield "message-sent", real.console.window
    _close_toasts(real)


def _connectors(real: RealWindow) -> Iterator[Scene]:
    window, view = real.page("connectors"), real.tabs.connectors
    for name in (GOOD_CONNECTOR, LOST_CONNECTOR):
        view.check(_connector(real, name))
        wait_for("the end of the test", lambda: view.pane.stages.isVisible() and view.pane.stages.verdict.text())
        let_events_pass(200)
        yield f"connectors-{'passed' if name == GOOD_CONNECTOR else 'failed'}", window
        _close_toasts(real)
    view.edit_requested.emit(_connector(real, GOOD_CONNECTOR))
    edit = _opened(real, ConnectorDialog)
    yield "connector-edit", edit
    edit.reject()
    view.removal_requested.emit(_connector(real, LOST_CONNECTOR))
    removal = _opened(real, ConfirmDialog)
    yield "connector-delete", removal
    removal.reject()
    view.choose(_connector(real, LOST_CONNECTOR))
    view.pane.active.click()
    wait_for("the connector's end", lambda: view.chosen and view.chosen.status is ConnectorStatus.INACTIVE)
    let_events_pass(200)
    yield "connectors-inactive", window
    _close_toasts(real)


def _trouble(real: RealWindow) -> Iterator[Scene]:
    window = real.page("hub")
    let_events_pass(400)
    yield "hub", window
    window.resize(760, 640)
    let_events_pass(200)
    yield "hub-narrow", window
    window.resize(1280, 832)
    console = real.console
    console.window.close()
    closing = wait_for("the question", lambda: console.closing.dialog)
    yield "closing", closing
    closing.reject()
    assert console.unlocking is not None
    console.unlocking.ask(lambda: None)
    unlock = _opened(real, UnlockDialog)
    yield "unlock", unlock
    unlock.reject()
    console.window.banner.show_error(DiskFull())
    console.window.toasts.show_error(AddressInUse(host="127.0.0.1", port=8477, reason="Address already in use"))
    let_events_pass(200)
    yield "trouble", window
    _close_toasts(real)
    console.window.banner.hide()
    page = console.pages["hub"]
    page.show_trouble(WorkspaceHeld(program="integration-service", pid=4711, path="/home/laila/northwind.db"))
    let_events_pass()
    yield "not-opened", window
    page.setCurrentIndex(2)


def _webhook_dialog(real: RealWindow) -> WebhookDialog:
    real.tabs.webhooks.creation_requested.emit()
    return _opened(real, WebhookDialog)


def _opened(real: RealWindow, kind: type[D]) -> D:
    """The dialog of this kind that is open now."""
    found = wait_for(
        kind.__name__, lambda: next((each for each in real.console.window.findChildren(kind) if each.isVisible()), None)
    )
    let_events_pass()
    return found


def _dialogs(real: RealWindow) -> list[Dialog]:
    return [each for each in real.console.window.findChildren(Dialog) if each.isVisible()]


def _connector(real: RealWindow, name: str) -> str:
    return next((each.id for each in real.tabs.connectors.model.rows if each.name == name), "")


def _shows(real: RealWindow, event_type: str) -> bool:
    first = real.tabs.logs.model.entry(0)
    return first is not None and first.event_type == event_type


def _is_receiving(real: RealWindow) -> bool:
    workplace = real.console.workplace
    return workplace is not None and workplace.gateway.workspace().receiver.running


def _close_toasts(real: RealWindow) -> None:
    while real.console.window.toasts.cards:
        real.console.window.toasts.close_newest()


def _draw(arguments: list[str]) -> None:
    code, choice, folder = LanguageCode(arguments[0]), ThemeChoice(arguments[1]), Path(arguments[2])
    folder.mkdir(parents=True, exist_ok=True)
    make_application(sys.argv[:1])
    theme.choose(choice)
    language.choose(code)
    with tempfile.TemporaryDirectory() as place, real_window(Path(place)) as real:
        for number, (name, widget) in enumerate(scenes(real)):
            let_events_pass(100)
            ratio = 1 if widget is real.console.window else 2
            picture = QPixmap(widget.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            widget.render(picture)
            picture.save(str(folder / f"{number:02}-{name}.png"))


if __name__ == "__main__":
    _draw(sys.argv[1:])
