"""Pictures of backups and copies, with a real PostgreSQL: `python -m tests.ui.copy_pictures`."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from PySide6.QtCore import QSettings

from integration_console.desktop import make_console
from integration_console.domain.errors import DatabaseNotPrepared, DatabaseSignInRefused, OrganisationExists
from integration_console.gateways.places import DatabaseAddress, values_of
from integration_console.settings import Settings
from integration_console.storage.log_rows import append_entries
from integration_console.storage.transaction import Priority
from integration_console.ui.application import make_application
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.language import LanguageCode, language
from integration_console.ui.preferences import Preferences
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.theme import ThemeChoice, theme
from integration_console.ui.workspaces.chooser import WorkspaceChooser
from integration_console.ui.workspaces.choosing import Choosing
from integration_console.ui.workspaces.copies.into_database import IntoDatabaseDialog
from integration_console.ui.workspaces.known import KnownWorkspaces
from tests.builders import log_draft, opened_workspace
from tests.postgres import Server, server
from tests.ui.tab_pictures import PICTURES
from tests.ui.workspace_pictures import known, picture

PASSWORD = "a password of the database"
ENTRIES = 60_000


def made(folder: Path) -> Path:
    """A workspace with a long log."""
    path = folder / "شركة النور.db"
    with opened_workspace(folder, path=path) as opened:
        drafts = [log_draft(message=f"entry {number}") for number in range(ENTRIES)]
        opened.store.write(lambda writing: append_entries(writing, drafts), Priority.LOGS)
    return path


def copied(choosing: Choosing, chooser: WorkspaceChooser, running: Server, suffix: str) -> None:
    """The way into a database: asked, under way, stopped, refused, done."""
    chooser.cards[0].copy.trigger()
    dialog = choosing.copying.dialog
    assert isinstance(dialog, IntoDatabaseDialog)
    picture(dialog, f"copy-{suffix}")
    address = DatabaseAddress("127.0.0.1", running.port, running.new_database(), "keeper", "", {"sslmode": "disable"})
    dialog.form.show_values({**values_of(address), "password": PASSWORD, "owner": "laila"})
    dialog.show_error(DatabaseSignInRefused(database="console"))
    picture(dialog, f"copy-refused-{suffix}")
    dialog.show_error(DatabaseNotPrepared(database="console"))
    picture(dialog, f"copy-unprepared-{suffix}")
    dialog.primary.click()
    wait_for("some progress", lambda: dialog.contents.progress.share > 0.1)
    picture(dialog, f"copy-under-way-{suffix}")
    dialog.secondary.click()
    picture(dialog, f"copy-stopping-{suffix}")
    wait_for("the end", lambda: not dialog.is_under_way)
    picture(dialog, f"copy-stopped-{suffix}")
    dialog.primary.click()
    wait_for("the end", lambda: dialog.report)
    picture(dialog, f"copy-done-{suffix}")
    dialog.reject()


def backed_up(choosing: Choosing, chooser: WorkspaceChooser, target: Path, suffix: str) -> None:
    """A backup, and one that is refused."""
    choosing.copying.back_up(chooser.cards[0].known, chooser, target)
    dialog = choosing.copying.dialog
    assert dialog is not None
    wait_for("some progress", lambda: dialog.contents.progress.share > 0.1)
    picture(dialog, f"backup-under-way-{suffix}")
    wait_for("the end", lambda: dialog.report)
    picture(dialog, f"backup-done-{suffix}")
    dialog.show_error(OrganisationExists(place=str(target)))
    picture(dialog, f"backup-refused-{suffix}")
    dialog.reject()


def main() -> None:
    running = server()
    for login in ("keeper", "laila"):
        running.new_login(login)
        running.run(f"ALTER ROLE {login} PASSWORD '{PASSWORD}'")
    running.run("ALTER ROLE keeper SUPERUSER")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        known(file, folder)
        path = made(folder)
        make_application(["pictures"], Preferences(file))
        console = make_console(
            Settings(data_folder=folder, key_folder=folder / "keys", log_folder=folder, port=0), None, TaskRunner()
        )
        console.open_when_painted(path)
        wait_for("the workspace", lambda: console.workplace)
        for code in (LanguageCode.ENGLISH, LanguageCode.ARABIC):
            for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
                language.choose(code)
                theme.choose(choice)
                suffix = f"{code.value}-{choice.value}"
                console.entrance.choose()
                choosing = console.entrance.choosing
                assert choosing is not None
                assert choosing.chooser is not None
                picture(choosing.chooser, f"copies-chooser-{suffix}")
                copied(choosing, choosing.chooser, running, suffix)
                backed_up(choosing, choosing.chooser, folder / f"شركة النور-2026-11-26-{suffix}.db", suffix)
                KnownWorkspaces(file).keep_begun_copy(path, {})
                choosing._close_all()
        console.closing.receives = False
        console.window.close()
        console.close()


if __name__ == "__main__":
    main()
