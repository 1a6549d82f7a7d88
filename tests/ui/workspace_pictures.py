"""Pictures of choosing a workspace and signing in to a database: `python -m tests.ui.workspace_pictures`."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from integration_console.desktop import make_console
from integration_console.domain.errors import (
    DatabaseSignInRefused,
    OrganisationUnclear,
    PasswordChangeNeeded,
    SignInEnded,
    SignInFailed,
)
from integration_console.domain.known_workspaces import Environment
from integration_console.gateways.places import as_login, place_of
from integration_console.settings import Settings
from integration_console.ui.application import make_application
from integration_console.ui.console import Console
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.language import LanguageCode, language
from integration_console.ui.preferences import Preferences
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.theme import ThemeChoice, theme
from integration_console.ui.workspaces.choosing import Choosing
from integration_console.ui.workspaces.known import KnownWorkspace, KnownWorkspaces
from integration_console.ui.workspaces.service_dialog import ServiceDialog
from tests.ui.tab_pictures import PICTURES, settle


def known(settings: QSettings, folder: Path) -> None:
    """What somebody has opened before."""
    found = KnownWorkspaces(settings)
    database = place_of("postgresql://amina@db.acme.example:5432/console?sslmode=verify-full&tenant=Acme")
    found.remember(KnownWorkspace(folder / "try.db", "try", Environment.DEVELOPMENT))
    found.remember(
        KnownWorkspace(place_of("postgresql://amina@staging.acme.example/console"), "Acme", Environment.STAGING)
    )
    found.remember(KnownWorkspace(as_login(place_of("https://console.acme.example"), "huda@acme.example"), "Acme"))
    found.remember(KnownWorkspace(database, "Acme", Environment.PRODUCTION, read_only=True))
    found.remember(KnownWorkspace(folder / "شركة النور.db", "شركة النور", Environment.TEST, read_only=True))


def picture(widget: QWidget, name: str) -> None:
    settle()
    widget.grab().save(str(PICTURES / f"workspaces-{name}.png"))


def pictures_of_a_service(choosing: Choosing, console: Console, suffix: str) -> None:
    """Signing in, choosing a password of one's own, and signing in again over the page."""
    service = KnownWorkspace(as_login(place_of("https://console.acme.example"), "huda@acme.example"), "Acme")
    choosing.sign_in_to_service(service, SignInFailed())
    assert choosing.service is not None
    picture(choosing.service, f"service-{suffix}")
    choosing.service.form.row("password").editor.show_value("a one-time password")
    choosing.service.show_error(PasswordChangeNeeded())
    settle(0.1)
    picture(choosing.service, f"service-new-password-{suffix}")
    choosing._close_all()
    dialog = ServiceDialog(console.window, service, again=True)
    dialog.open()
    picture(dialog, f"service-again-{suffix}")
    dialog.close()
    console._show_trouble(SignInEnded())
    picture(console.window, f"service-ended-{suffix}")
    console._show_trouble(None)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        known(file, folder)
        make_application(["pictures"], Preferences(file))
        console = make_console(
            Settings(data_folder=folder, key_folder=folder / "keys", log_folder=folder, port=0), None, TaskRunner()
        )
        console.open_when_painted(folder / "شركة النور.db")
        wait_for("the workspace", lambda: console.workplace)
        settle(1.0)
        for dialog in console.window.findChildren(QWidget):
            if dialog.isWindow() and dialog is not console.window:
                dialog.close()
        PICTURES.mkdir(parents=True, exist_ok=True)
        for code in (LanguageCode.ENGLISH, LanguageCode.ARABIC):
            for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
                language.choose(code)
                theme.choose(choice)
                suffix = f"{code.value}-{choice.value}"
                picture(console.window, f"badge-{suffix}")
                console.entrance.choose()
                choosing = console.entrance.choosing
                assert choosing is not None
                assert choosing.chooser is not None
                picture(choosing.chooser, f"chooser-{suffix}")
                choosing.sign_in(KnownWorkspaces(file).all()[1], DatabaseSignInRefused(database="console"))
                assert choosing.database is not None
                picture(choosing.database, f"sign-in-{suffix}")
                choosing.database.show_error(OrganisationUnclear(names="Acme, شركة النور"))
                picture(choosing.database, f"organisations-{suffix}")
                choosing._close_all()
                pictures_of_a_service(choosing, console, suffix)
        console.closing.receives = False
        console.window.close()
        console.close()


if __name__ == "__main__":
    main()
