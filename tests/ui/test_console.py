"""The whole window over real workspaces: the first minute, and what it says when something is in the way."""

from __future__ import annotations

import socket
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from integration_console.desktop import make_console
from integration_console.domain.clock import SystemClock
from integration_console.domain.errors import ConsoleError
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.domain.workspace import HolderKind
from integration_console.gateways.opening import Opening, open_workspace
from integration_console.settings import Settings
from integration_console.ui.console import Console
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.language import error_advice, error_title, strip_isolates
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.unlocking import UnlockDialog

PASSPHRASE = "a passphrase of some length"
Opener = Callable[..., Console]


@pytest.fixture
def opened(tmp_path: Path, settings: Settings) -> Iterator[Opener]:
    """Opens the console over a workspace; all of them are closed with the test."""
    consoles: list[Console] = []

    def open_console(name: str = "acme.db", **changed: object) -> Console:
        console = make_console(replace(settings, **changed), None, TaskRunner())  # type: ignore[arg-type]
        consoles.append(console)
        console.open_when_painted(tmp_path / name)
        return console

    yield open_console
    for console in consoles:
        console.closing.receives = False
        console.window.close()
        console.close()


def protected(console: Console) -> Console:
    """Leads a new workspace through its first minute."""
    protecting = wait_for("the question", lambda: console.protecting)
    dialog = wait_for("the passphrase dialog", lambda: protecting.passphrase_dialog)
    dialog.passphrase.setText(PASSPHRASE)
    dialog.repeated.setText(PASSPHRASE)
    dialog.primary.click()
    recovery = wait_for("the recovery code", lambda: protecting.recovery_dialog)
    recovery.stored.click()
    recovery.primary.click()
    assert console.workplace is not None
    wait_for("the receiver", lambda: console.workplace.gateway.workspace().receiver.running)  # type: ignore[union-attr]
    return console


def trouble_of(console: Console) -> ConsoleError:
    """Waits until the workspace could not be opened, and returns why."""
    errors: list[ConsoleError] = []
    console.opening_failed.connect(errors.append)
    return wait_for("the trouble", lambda: errors[0] if errors else None)


def test_a_new_workspace_asks_for_a_passphrase_where_no_keyring_runs(opened: Opener) -> None:
    console = opened()
    protecting = wait_for("the question", lambda: console.protecting)
    dialog = wait_for("the passphrase dialog", lambda: protecting.passphrase_dialog)
    dialog.passphrase.setText("short")
    dialog.repeated.setText("other")
    dialog.primary.click()
    assert dialog.problem == "The two passphrases differ."
    dialog.repeated.setText("short")
    dialog.primary.click()
    wait_for("the sentence", lambda: strip_isolates(dialog.problem) == "Use at least 12 characters.")
    dialog.reject()


def test_who_chose_later_is_asked_when_a_secret_is_first_needed(opened: Opener) -> None:
    console = opened()
    protecting = wait_for("the question", lambda: console.protecting)
    wait_for("the passphrase dialog", lambda: protecting.passphrase_dialog).reject()
    assert console.unlocking is not None
    went_on: list[bool] = []
    protecting.passphrase_dialog = None
    console.unlocking.ask(lambda: went_on.append(True))
    dialog = wait_for("the passphrase dialog again", lambda: protecting.passphrase_dialog)
    dialog.passphrase.setText(PASSPHRASE)
    dialog.repeated.setText(PASSPHRASE)
    dialog.primary.click()
    recovery = wait_for("the recovery code", lambda: protecting.recovery_dialog)
    recovery.stored.click()
    recovery.primary.click()
    assert went_on == [True]


def test_a_page_is_made_when_it_is_first_looked_at(opened: Opener) -> None:
    console = opened()
    tabs = wait_for("the pages", lambda: console.tabs)
    console.window.show_page("logs")
    assert {"logs", "hub"} <= vars(tabs).keys()
    assert {"connectors", "syncs", "webhooks"}.isdisjoint(vars(tabs))


def test_nothing_of_a_page_is_made_before(opened: Opener) -> None:
    console = opened()
    tabs = wait_for("the pages", lambda: console.tabs)
    assert "logs" not in vars(tabs)
    assert console.pages["logs"].count() == 0


def test_the_recovery_code_stays_until_it_is_stored(opened: Opener) -> None:
    console = opened()
    protecting = wait_for("the question", lambda: console.protecting)
    dialog = wait_for("the passphrase dialog", lambda: protecting.passphrase_dialog)
    dialog.passphrase.setText(PASSPHRASE)
    dialog.repeated.setText(PASSPHRASE)
    dialog.primary.click()
    recovery = wait_for("the recovery code", lambda: protecting.recovery_dialog)
    recovery.reject()
    assert recovery.isVisible()
    assert len(recovery.code.text()) == 39
    recovery.stored.click()
    recovery.primary.click()
    assert not recovery.isVisible()


def test_a_second_console_on_the_same_file_names_the_first(opened: Opener) -> None:
    first = protected(opened())
    second = opened()
    error = trouble_of(second)
    assert error.code == "workspace.held"
    assert "integration-console" in error_title(error)
    assert second.pages["hub"].trouble_words() == (error_title(error), error_advice(error))
    assert first.window.isVisible()


def test_a_damaged_file_is_told_and_left_alone(opened: Opener, tmp_path: Path) -> None:
    (tmp_path / "acme.db").write_bytes(b"no workspace" * 1000)
    error = trouble_of(opened())
    assert error.code == "workspace.damaged"
    assert (tmp_path / "acme.db").read_bytes() == b"no workspace" * 1000


def test_a_locked_workspace_is_looked_at_without_a_question_and_unlocked_when_needed(opened: Opener) -> None:
    console = protected(opened())
    assert console.workplace is not None
    console.workplace.gateway.save_webhook(WebhookDraft("GitHub", Scheme.GITHUB))
    console.closing.receives = False
    console.window.close()
    console.close()
    again = opened()
    wait_for("the banner", lambda: not again.window.banner.isHidden())
    assert QApplication.activeModalWidget() is None
    assert again.workplace is not None
    assert len(again.workplace.gateway.webhooks()) == 1
    again.window.banner.action_requested.emit()
    dialog = wait_for("the question", lambda: again.window.findChild(UnlockDialog))
    dialog.typed.setText("wrong passphrase")
    dialog.primary.click()
    wait_for("the answer", lambda: not dialog.banner.isHidden())
    dialog.typed.setText(PASSPHRASE)
    dialog.primary.click()
    wait_for("the open vault", again.window.banner.isHidden)


def test_a_port_in_use_is_told_and_tried_again(opened: Opener, settings: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        console = opened(port=port)
        wait_for("the banner", lambda: not console.window.banner.isHidden())
        protecting = wait_for("the question", lambda: console.protecting)
        wait_for("the passphrase dialog", lambda: protecting.passphrase_dialog).reject()
    console.window.banner.action_requested.emit()
    wait_for("the receiver", console.window.banner.isHidden)


def test_a_file_locked_by_a_tool_is_told_until_it_is_free(opened: Opener, tmp_path: Path) -> None:
    console = protected(opened())
    assert console.workplace is not None
    gateway = console.workplace.gateway
    other = sqlite3.connect(tmp_path / "acme.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ConsoleError) as raised:
        gateway.save_webhook(WebhookDraft("GitHub", Scheme.GITHUB))
    assert raised.value.code == "workspace.busy"
    wait_for("the banner", lambda: not console.window.banner.isHidden())
    other.execute("ROLLBACK")
    other.close()
    wait_for("the end of the trouble", console.window.banner.isHidden)


def test_closing_asks_while_senders_count_on_the_receiver(opened: Opener) -> None:
    console = protected(opened())
    assert console.workplace is not None
    console.workplace.gateway.save_webhook(WebhookDraft("GitHub", Scheme.GITHUB))
    wait_for("the webhook", lambda: console.closing.receives)
    assert not console.window.close()
    dialog = console.closing.dialog
    assert dialog is not None
    dialog.reject()
    assert console.window.isVisible()
    agreed: list[bool] = []
    console.closing.quit_agreed.connect(lambda: agreed.append(True))
    console.window.close()
    assert console.closing.dialog is not None
    console.closing.dialog.primary.click()
    assert agreed
    assert not console.window.isVisible()


def test_a_workspace_of_the_service_opens_with_its_key_file(opened: Opener, tmp_path: Path, settings: Settings) -> None:
    made = open_workspace(
        Opening(tmp_path / "acme.db", "test", "tester", SystemClock(), settings.key_folder, HolderKind.KEY_FILE)
    )
    made.context.vault.create("tester", SystemClock().now())
    made.close()
    console = opened()
    wait_for("the workspace", lambda: console.workplace)
    assert console.workplace is not None
    assert console.workplace.gateway.workspace().unlocked
    assert console.protecting is not None
    assert console.protecting.passphrase_dialog is None
