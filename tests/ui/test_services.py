"""The window on a real service: signing in, working, a sign-in that ends while the window is open, coming back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings

from integration_console.desktop import make_console
from integration_console.domain.changes import Change, Subject
from integration_console.domain.connectors import ConnectorDraft
from integration_console.domain.errors import WorkspaceReadOnly
from integration_console.domain.forms import Value
from integration_console.domain.permissions import Role
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.gateways.places import ServiceAddress, login_of, place_of
from integration_console.gateways.service_api.gateway import RemoteWorkspace
from integration_console.gateways.service_api.refresh_tokens import KeyringRefreshToken
from integration_console.sandbox.odoo import OdooSandbox
from integration_console.service.worker import Worker
from integration_console.settings import Settings
from integration_console.ui.console import Console
from integration_console.ui.consoles import Consoles
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.language import strip_isolates
from integration_console.ui.tabs.members.dialogs import MemberDialog
from integration_console.ui.tabs.members.view import MembersView
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.workspaces.known import KnownWorkspace, KnownWorkspaces
from integration_console.ui.workspaces.service_dialog import ServiceDialog
from tests.remote_service import PASSWORD, RemoteService, remote_service
from tests.storage.test_key_places import SafeKeyring, safe_keyring
from tests.ui.test_workspaces import Barrier

__all__ = ["safe_keyring"]


@pytest.fixture(scope="module")
def remote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RemoteService]:
    with remote_service(tmp_path_factory.mktemp("remote")) as running:
        yield running


def refused(dialog: ServiceDialog) -> str:
    """Presses the button, and waits for what the dialog says."""
    dialog.banner.hide()
    dialog.primary.click()
    wait_for("the refusal", lambda: not dialog.banner.isHidden())
    return strip_isolates(dialog.banner.accessibleName())


def banner(console: Console) -> str:
    return "" if console.window.banner.isHidden() else strip_isolates(console.window.banner.accessibleName())


def test_a_person_signs_in_works_and_stays_when_the_sign_in_ends(
    consoles: Consoles, settings: Settings, remote: RemoteService, safe_keyring: SafeKeyring
) -> None:
    """The whole way: a one-time password, a list, a sync whose entry the stream tells, an end, coming back, removal."""
    member, once = remote.invite()
    first = consoles.present
    first.open_when_painted(settings.data_folder / "own.db")
    wait_for("the file", lambda: first.workplace)
    first.entrance.choose()
    choosing = first.entrance.choosing
    assert choosing is not None
    choosing.sign_in_to_service()
    dialog = choosing.service
    assert dialog is not None
    for address in ("http://console.test", "https://huda@console.test", "https://a b"):
        dialog.form.show_values({"address": address, "login": member.login, "password": "wrong", "stays": True})
        dialog.primary.click()
        assert dialog.form.row("address").error
    dialog.form.show_values({"address": remote.address, "login": member.login, "password": "wrong", "stays": True})
    dialog.labels.show_values({"environment": "test"})
    assert "login or password is not right" in refused(dialog)
    assert dialog.form.values()["password"] == "wrong"
    dialog.form.row("password").editor.show_value(once)
    assert "one-time password" in refused(dialog)
    dialog.new_password.show_values({"password": PASSWORD, "again": "another"})
    dialog.primary.click()
    assert dialog.new_password.row("again").error
    dialog.new_password.show_values({"password": "short", "again": "short"})
    dialog.primary.click()
    wait_for("the rule", lambda: dialog.new_password.row("password").error)
    dialog.new_password.show_values({"password": PASSWORD, "again": PASSWORD})
    dialog.primary.click()
    console = wait_for("the other window", lambda: consoles.present if consoles.present is not first else None)
    wait_for("the receiver", lambda: "Service receives at" in console.window.top_bar.receiver.text)
    assert not console.closing.receives
    assert console.window.top_bar.environment.text == "Test"
    assert console.workplace is not None
    gateway = console.workplace.gateway
    heard: list[Change] = []
    console.relay.changed.connect(heard.append)
    worker = Worker(remote.opened.context)
    worker.start()
    with OdooSandbox(employees=2) as odoo:
        values: dict[str, Value] = {"secret": odoo.api_key, "base_url": odoo.base_url, "private_network": True}
        saved = gateway.save_connector(ConnectorDraft("odoo", "HR", values))
        console.window.show_page("connectors")
        wait_for("the news of the connector", lambda: any(each.subject is Subject.CONNECTORS for each in heard))
        console.window.show_page("syncs")
        assert console.tabs is not None
        console.tabs.syncs.sync_requested.emit(saved.id)
        wait_for("the entry of the sync", lambda: "sync.succeeded" in gateway.event_types())
    worker.stop()
    assert [each.name for each in gateway.connectors()] == ["HR"]
    assert any(each.subject is Subject.LOGS for each in heard)
    end_the_sign_in_and_come_back(console, remote, member.login)
    remote.gateway.remove_member(member.id)
    wait_for("the end", lambda: "ended" in banner(console) or "not known" in banner(console))
    assert console.window.isVisible()
    console.window.banner.action_requested.emit()
    asking = asked_again(console)
    assert asking.parent() is console.window
    asking.form.row("password").editor.show_value(PASSWORD)
    assert "login or password is not right" in refused(asking)
    asking.reject()


def dialog_of(console: Console) -> ServiceDialog | None:
    return console.entrance.asking_again.dialog if console.entrance.asking_again else None


def asked_again(console: Console) -> ServiceDialog:
    dialog = dialog_of(console)
    assert dialog is not None
    return dialog


def end_the_sign_in_and_come_back(console: Console, remote: RemoteService, login: str) -> None:
    assert console.workplace is not None
    member = next(each for each in remote.gateway.members().members if each.login == login)
    console.window.show_page("members")
    view = wait_for("the page", lambda: console.window.findChild(MembersView))
    wait_for("the right to add", view.add.isEnabled)
    view.add.click()
    draft = wait_for("the form", lambda: console.window.findChild(MemberDialog))
    draft.form.row("name").editor.show_value("Half typed")
    once = remote.gateway.reset_password(member.id).password
    wait_for("the end", lambda: "ended" in banner(console))
    dialog = asked_again(console)  # over the form, which keeps the banner's button from being pressed
    assert dialog.parent() is draft
    assert (dialog.form.values()["login"], dialog.form.values()["stays"]) == (login, True)
    dialog.form.row("password").editor.show_value(once)
    assert "one-time password" in refused(dialog)
    dialog.new_password.show_values({"password": PASSWORD + "!", "again": PASSWORD + "!"})
    dialog.primary.click()
    wait_for("nothing in the way", lambda: not banner(console) and dialog_of(console) is None)
    assert (draft.isVisible(), draft.form.values()["name"]) == (True, "Half typed")
    draft.reject()
    heard: list[Change] = []
    console.relay.changed.connect(heard.append)
    remote.gateway.save_webhook(WebhookDraft(f"Repo of {login}", Scheme.GITHUB))
    wait_for("the stream again", lambda: any(each.subject is Subject.WEBHOOKS for each in heard))


def test_who_stays_signed_in_comes_back_without_a_question_until_it_is_forgotten(
    consoles: Consoles, settings: Settings, remote: RemoteService, safe_keyring: SafeKeyring
) -> None:
    member = remote.settled(Role.OWNER)
    console = consoles.present
    console.open_when_painted(place_of(remote.address))
    dialog = wait_for("the question", lambda: console.entrance.choosing.service if console.entrance.choosing else None)
    assert dialog.banner.isHidden()  # that somebody has to sign in, the dialog itself says
    dialog.form.show_values({"address": remote.address, "login": member.login, "password": PASSWORD, "stays": True})
    dialog.labels.show_values({"read_only": True})
    dialog.primary.click()
    wait_for("the workspace", lambda: console.workplace)
    assert console.workplace is not None
    gateway = console.workplace.gateway
    assert (gateway.can("webhooks.read"), gateway.can("webhooks.write")) == (True, False)
    with pytest.raises(WorkspaceReadOnly):
        gateway.save_webhook(WebhookDraft("Repo", Scheme.GITHUB))
    kept = KnownWorkspaces(QSettings(str(settings.data_folder / "window.ini"), QSettings.Format.IniFormat))
    wait_for("its place among the known", kept.all)
    place = kept.all()[0].place
    assert login_of(place) == member.login
    again = make_console(settings, None, TaskRunner())
    again.open_when_painted(place)
    wait_for("the workspace, unasked", lambda: again.workplace)
    again.entrance.choose()
    choosing = again.entrance.choosing
    assert choosing is not None
    assert choosing.chooser is not None
    choosing._forget(KnownWorkspace(place))
    wait_for("the end of the sign-in", lambda: safe_keyring.kept == {remote.address: ""})
    choosing._close_all()
    again.window.close()
    again.close()


def test_a_service_that_is_away_is_said_and_tried_again(consoles: Consoles) -> None:
    console = consoles.present
    console.open_when_painted(ServiceAddress("http://127.0.0.1:9", "huda"))
    wait_for("the trouble", lambda: console.pages["hub"].trouble_words()[0])


def test_a_connection_that_is_lost_is_said_and_found_again(
    consoles: Consoles, remote: RemoteService, safe_keyring: SafeKeyring
) -> None:
    member = remote.settled()
    with Barrier(remote.server.port) as way:
        address = f"http://127.0.0.1:{way.port}"
        person = RemoteWorkspace(address, KeyringRefreshToken(address, member.login))
        person.sign_in(member.login, PASSWORD)
        person.close()
        console = consoles.present
        console.open_when_painted(place_of(address))
        wait_for("the workspace", lambda: console.workplace)
        wait_for("its state", lambda: "Service receives at" in console.window.top_bar.receiver.text)
        way.close()
        away = console.window.away
        wait_for("the age", lambda: "Shown as of" in strip_isolates(away.accessibleName()) and not away.isHidden())
        assert "connection" in away.accessibleName().lower()
        way.open()
        wait_for("the recovery", away.isHidden)
        wait_for("no trouble", lambda: not banner(console))
