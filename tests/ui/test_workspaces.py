"""Choosing a workspace: the list, signing in to a real PostgreSQL, and going over from one to another."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Self

import pytest
from PySide6.QtCore import QSettings

from integration_console.domain.connectors import ConnectorDraft
from integration_console.domain.errors import WorkspaceHeld, WorkspaceReadOnly
from integration_console.domain.ids import new_id
from integration_console.domain.known_workspaces import Environment
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.gateways.opening import open_workspace
from integration_console.gateways.places import DatabaseAddress, Place
from integration_console.sandbox.odoo import OdooSandbox
from integration_console.settings import Settings
from integration_console.ui.console import Console
from integration_console.ui.consoles import Consoles
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.language import strip_isolates
from integration_console.ui.workspaces.choosing import Choosing
from integration_console.ui.workspaces.dialogs import DatabaseDialog
from integration_console.ui.workspaces.known import KnownWorkspace, KnownWorkspaces
from tests.builders import opening, shared_database
from tests.postgres import Server, server
from tests.postgres_tls import PASSWORD as TLS_PASSWORD
from tests.postgres_tls import tls_server

PASSWORD = "a password of the database"


@pytest.fixture(scope="module")
def running() -> Server:
    return server()


@pytest.fixture
def amina(running: Server, settings: Settings) -> DatabaseAddress:
    """The address of an organisation over the network as its owner, who has made its keys."""
    name = f"Acme {new_id()[-6:]}"
    running.new_organisation(shared_database(), name, "amina")
    running.run(f"ALTER ROLE amina PASSWORD '{PASSWORD}'")
    inside = open_workspace(
        opening(settings.data_folder, path=running.address(shared_database(), "amina", name), own_types={})
    )
    inside.context.vault.create("tests", inside.context.clock.now())
    inside.close()
    return DatabaseAddress("127.0.0.1", running.port, shared_database(), "amina", name, {"sslmode": "disable"})


def fill(dialog: DatabaseDialog, address: DatabaseAddress, **changed: object) -> None:
    values = {
        "host": address.host,
        "port": address.port,
        "database": address.database,
        "login": address.login,
        "password": PASSWORD,
        "organisation": address.tenant,
        "encryption": "disable",
        **changed,
    }
    dialog.form.show_values(values)  # type: ignore[arg-type]


def refused(dialog: DatabaseDialog) -> str:
    """Presses the button, and waits for what the dialog says."""
    dialog.banner.hide()
    dialog.primary.click()
    wait_for("the refusal", lambda: not dialog.banner.isHidden())
    return strip_isolates(dialog.banner.accessibleName())


def database_dialog(console: Console) -> DatabaseDialog | None:
    return console.entrance.choosing.database if console.entrance.choosing else None


def chooser_of(console: Console) -> Choosing:
    console.window.badge.click()
    return wait_for("the list", lambda: console.entrance.choosing or None)


def test_from_a_file_to_a_shared_database_and_its_log(
    consoles: Consoles, settings: Settings, amina: DatabaseAddress
) -> None:
    """The whole way: open a file, sign in to a database, add a connector, sync it in this window, read the log."""
    first = consoles.present
    first.open_when_painted(settings.data_folder / "acme.db")
    wait_for("the file", lambda: first.workplace)
    choosing = chooser_of(first)
    choosing.sign_in()
    dialog = choosing.database
    assert dialog is not None
    fill(dialog, amina, environment="production")
    dialog.primary.click()
    console = wait_for("the other window", lambda: consoles.present if consoles.present is not first else None)
    assert console.workplace is not None
    gateway = console.workplace.gateway
    wait_for("the state", lambda: console.window.top_bar.environment.text == "Production")
    assert [each.login for each in gateway.members().members] == ["amina"]
    with OdooSandbox(employees=2) as odoo:
        console.window.show_page("syncs")
        saved = gateway.save_connector(connector(odoo))
        assert console.tabs is not None
        console.tabs.syncs.sync_requested.emit(saved.id)
        wait_for("the entry of the sync", lambda: "sync.succeeded" in gateway.event_types())
    known = KnownWorkspaces(QSettings(str(settings.data_folder / "window.ini"), QSettings.Format.IniFormat))
    assert [(each.place, each.environment) for each in known.all()][:1] == [(amina, Environment.PRODUCTION)]


def connector(odoo: OdooSandbox) -> ConnectorDraft:
    return ConnectorDraft("odoo", "HR", {"secret": odoo.api_key, "base_url": odoo.base_url, "private_network": True})


def test_what_is_refused_is_said_in_the_dialog_and_nothing_typed_is_lost(
    consoles: Consoles, settings: Settings, amina: DatabaseAddress, running: Server
) -> None:
    console = consoles.present
    console.open_when_painted(settings.data_folder / "acme.db")
    wait_for("the file", lambda: console.workplace)
    choosing = chooser_of(console)
    choosing.sign_in()
    dialog = choosing.database
    assert dialog is not None
    fill(dialog, amina, login="")
    dialog.primary.click()
    assert dialog.banner.isHidden()  # the field itself says what is missing
    running.new_organisation(shared_database(), f"{amina.tenant} 2", "amina")
    fill(dialog, amina, password="wrong")
    assert "refuses the login" in refused(dialog)
    fill(dialog, amina, database="nowhere")
    assert "has no database nowhere" in refused(dialog)
    fill(dialog, amina, organisation="Nobody Ltd")
    assert "is no member" in refused(dialog)
    fill(dialog, amina, encryption="verify-full")
    assert "offers no encryption that is safe enough" in refused(dialog)
    fill(dialog, amina, port=9)
    assert "cannot be reached" in refused(dialog)
    assert dialog.values["password"] == PASSWORD
    fill(dialog, amina, organisation="")
    assert "Say which organisation" in refused(dialog)
    wanted = next(each for each in dialog.choices if strip_isolates(each.text()) == f"{amina.tenant} 2")
    wanted.click()
    other = wait_for("the other window", lambda: consoles.present if consoles.present is not console else None)
    assert other.workplace is not None
    assert other.workplace.gateway.workspace().name == f"{amina.tenant} 2"


def test_a_database_is_opened_whose_certificate_a_private_authority_vouches_for(
    consoles: Consoles, settings: Settings
) -> None:
    house = tls_server()
    database = house.server.new_database()
    house.server.new_organisation(database, "Acme", "basma")
    house.let_in("basma")
    address = DatabaseAddress("localhost", house.server.port, database, "basma")
    console = consoles.present
    console.open_when_painted(settings.data_folder / "acme.db")
    wait_for("the file", lambda: console.workplace)
    choosing = chooser_of(console)
    choosing.sign_in()
    dialog = choosing.database
    assert dialog is not None
    wanted = {"password": TLS_PASSWORD, "encryption": "verify-full"}
    fill(dialog, address, **wanted)
    assert "The certificate of the database" in refused(dialog)
    fill(dialog, address, **wanted, authority=str(settings.data_folder / "none.pem"))
    assert "The file of the certificate authority cannot be used" in refused(dialog)
    fill(dialog, address, **{**wanted, "encryption": "disable"})
    assert "does not let this login in without encryption" in refused(dialog)
    fill(dialog, address, **wanted, authority=str(house.authority_file))
    dialog.primary.click()
    other = wait_for("the other window", lambda: consoles.present if consoles.present is not console else None)
    assert other.workplace is not None
    assert other.workplace.gateway.workspace().name == "Acme"
    assert {session[:2] for session in house.sessions(database)} == {("basma", True)}


def test_labels_are_kept_and_a_lock_refuses_every_change(consoles: Consoles, settings: Settings) -> None:
    console = consoles.present
    place = settings.data_folder / "acme.db"
    console.open_when_painted(place)
    wait_for("the file", lambda: console.workplace)
    assert console.workplace is not None
    wait_for("the first entry", lambda: known_places(settings) == [place])
    choosing = chooser_of(console)
    assert choosing.chooser is not None
    choosing.chooser.cards[0].edit.click()
    labels = choosing.labels
    assert labels is not None
    labels.form.show_values({"environment": "staging", "read_only": True})
    labels.primary.click()
    assert (console.window.top_bar.environment.text, choosing.chooser.cards[0].known.environment) == (
        "Staging, locked",
        Environment.STAGING,
    )
    gateway = console.workplace.gateway
    with pytest.raises(WorkspaceReadOnly):
        gateway.save_webhook(WebhookDraft("Repo", Scheme.GITHUB))
    choosing.chooser.cards[0].clicked.emit()  # it is open already
    assert consoles.present is console


def known_places(settings: Settings) -> list[Place]:
    kept = KnownWorkspaces(QSettings(str(settings.data_folder / "window.ini"), QSettings.Format.IniFormat))
    return [each.place for each in kept.all()]


def test_a_workspace_is_taken_off_the_list_and_another_file_opened(consoles: Consoles, settings: Settings) -> None:
    console = consoles.present
    known = KnownWorkspaces(QSettings(str(settings.data_folder / "window.ini"), QSettings.Format.IniFormat))
    other = settings.data_folder / "other.db"
    known.remember(KnownWorkspace(other, "Other"))
    known.remember(KnownWorkspace(settings.data_folder / "gone.db"))
    console.open_when_painted(settings.data_folder / "acme.db")
    wait_for("the file", lambda: console.workplace)
    choosing = chooser_of(console)
    chooser = choosing.chooser
    assert chooser is not None
    next(each for each in chooser.cards if each.known.place.name == "gone.db").forget.click()  # type: ignore[union-attr]
    assert [each.known.name for each in chooser.cards if each.known.place == other] == ["Other"]
    next(each for each in chooser.cards if each.known.place == other).clicked.emit()
    present = wait_for("the other file", lambda: consoles.present if consoles.present is not console else None)
    wait_for("its name", lambda: "other" in present.window.windowTitle())
    wait_for("the release of the first", lambda: not held(settings.data_folder / "acme.db"))


def held(path: Path) -> bool:
    try:
        open_workspace(opening(path.parent, path=path)).close()
    except WorkspaceHeld:
        return True
    return False


@pytest.mark.expected_log("the dispatcher waits: database.unreachable")
def test_a_database_that_is_down_is_said_and_the_window_recovers(
    consoles: Consoles, amina: DatabaseAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    with Barrier(amina.port) as way:
        console = consoles.present
        console.entrance._again.setInterval(100)
        way.close()
        console.open_when_painted(replace(amina, port=way.port))
        wait_for("the trouble", lambda: console.pages["hub"].trouble_words()[0])
        way.open()
        wait_for("the workspace", lambda: console.workplace)
        wait_for("no trouble", console.window.banner.isHidden)
        way.close()
        away = console.window.away
        wait_for("the age", lambda: not away.isHidden())
        assert "cannot be reached" in strip_isolates(away.accessibleName())
        way.open()
        wait_for("the recovery", away.isHidden)
        wait_for("no trouble", console.window.banner.isHidden)


def test_a_wrong_password_at_the_start_asks_for_the_right_one(
    consoles: Consoles, amina: DatabaseAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", "wrong")
    console = consoles.present
    console.open_when_painted(amina)
    dialog = wait_for("the question", lambda: database_dialog(console))
    assert "refuses the login" in strip_isolates(dialog.banner.accessibleName())
    fill(dialog, amina)
    dialog.primary.click()
    wait_for("the workspace", lambda: console.workplace)
    assert consoles.present is console


def test_who_leaves_the_dialog_meanwhile_stays_where_they_are(
    consoles: Consoles, settings: Settings, amina: DatabaseAddress
) -> None:
    console = consoles.present
    console.open_when_painted(settings.data_folder / "acme.db")
    wait_for("the file", lambda: console.workplace)
    choosing = chooser_of(console)
    choosing.sign_in()
    dialog = choosing.database
    assert dialog is not None
    fill(dialog, amina)
    dialog.primary.click()
    dialog.reject()
    wait_for("the end of the opening", lambda: not console._tasks.is_running("open another"))
    wait_for("the closing", lambda: not console._tasks.is_running("close what was opened"))
    assert consoles.present is console


def test_a_machine_without_a_key_says_who_holds_one_and_support_is_left_alone(
    consoles: Consoles, settings: Settings, amina: DatabaseAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    for key in (settings.data_folder / "keys").iterdir():
        key.unlink()
    console = consoles.present
    console.open_when_painted(amina)
    wait_for("the banner", lambda: not console.window.banner.isHidden())
    said = strip_isolates(console.window.banner.accessibleName())
    assert "holds no key" in said
    assert "tests" in said
    assert console.workplace is not None
    assert console.workplace.gateway.members().members


class Barrier:
    """A way to a port that can be closed: what goes through it breaks off, and nothing new gets in."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._listener: socket.socket | None = None
        self._ends: list[socket.socket] = []
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def open(self) -> None:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        listener.listen()
        self._listener = listener
        threading.Thread(target=self._take, args=(listener,), daemon=True).start()

    def close(self) -> None:
        if self._listener is not None:
            self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            self._listener = None
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._ends.clear()

    def _take(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
                self._ends += [near, far]
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=_carry, args=(one, other), daemon=True).start()


def _carry(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while piece := one.recv(65536):
            other.sendall(piece)
    for end in (one, other):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
