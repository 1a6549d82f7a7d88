"""A workspace that is open in the window is backed up, restored, and copied into a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog

from integration_console.domain.ids import new_id
from integration_console.domain.known_workspaces import COPY_FORM
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.gateways.places import DatabaseAddress, kind_of, place_of
from integration_console.settings import Settings
from integration_console.storage.copying.portable import TABLES
from integration_console.ui.consoles import Consoles
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.widgets.work_dialog import Stage
from integration_console.ui.workspaces.chooser import WorkspaceChooser
from integration_console.ui.workspaces.choosing import Choosing
from integration_console.ui.workspaces.copies.dialog import CopyingDialog
from integration_console.ui.workspaces.copies.files import BackupDialog, RestoreDialog
from integration_console.ui.workspaces.copies.into_database import IntoDatabaseDialog
from integration_console.ui.workspaces.copies.words import contents_name
from integration_console.ui.workspaces.known import KnownWorkspace, KnownWorkspaces
from tests.postgres import Server, server
from tests.storage.test_key_places import SafeKeyring, safe_keyring

__all__ = ["safe_keyring"]

PASSWORD = "a password of the database"
ADMINISTRATOR = "keeper"


@pytest.fixture(scope="module")
def running() -> Server:
    """A server with an administrator, and a login that may own an organisation."""
    found = server()
    for login in (ADMINISTRATOR, "laila"):
        found.new_login(login)
        found.run(f"ALTER ROLE {login} PASSWORD '{PASSWORD}'")
    found.run(f"ALTER ROLE {ADMINISTRATOR} SUPERUSER")
    return found


@pytest.fixture(scope="module")
def database(running: Server) -> str:
    return running.new_database()


@pytest.fixture
def empty(running: Server, database: str) -> Iterator[str]:
    """A prepared database in which no organisation is left afterwards."""
    yield database
    for table in (*(each.name for each in TABLES), "tenants"):
        running.run(f"SET app.copying = on; DELETE FROM console.{table}", database)  # noqa: S608 - our own names


@pytest.fixture
def choosing(consoles: Consoles, settings: Settings, safe_keyring: SafeKeyring) -> Choosing:
    """The list of workspaces over a file that is open in the window, with a webhook in it."""
    console = consoles.present
    console.open_when_painted(settings.data_folder / "acme.db")
    wait_for("the file", lambda: console.workplace)
    assert console.workplace is not None
    gateway = console.workplace.gateway
    wait_for("its keys", lambda: gateway.workspace().unlocked)
    gateway.save_webhook(WebhookDraft("Repository", Scheme.GITHUB))
    wait_for("the entry among the known", lambda: known_in(settings).all())
    console.window.badge.click()
    return wait_for("the list", lambda: console.entrance.choosing or None)


def known_in(settings: Settings) -> KnownWorkspaces:
    return KnownWorkspaces(QSettings(str(settings.data_folder / "window.ini"), QSettings.Format.IniFormat))


def chooser_of(choosing: Choosing) -> WorkspaceChooser:
    assert choosing.chooser is not None
    return choosing.chooser


def chosen_files(monkeypatch: pytest.MonkeyPatch, *targets: Path, opened: Path | None = None) -> None:
    """The person chooses these new files, one each time they are asked, and this one to be opened."""
    rest = list(targets)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words, **_options: (str(rest.pop(0)), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words, **_options: (str(opened or ""), ""))


def ended(dialog: CopyingDialog) -> str:
    """Waits for the end of a copy; returns what the dialog says of it."""
    wait_for("the end of the copy", lambda: not dialog.is_under_way)
    return strip_isolates(dialog.banner.accessibleName())


def backup_dialog(choosing: Choosing) -> BackupDialog:
    chooser_of(choosing).cards[0].back_up.trigger()
    dialog = choosing.copying.dialog
    assert isinstance(dialog, BackupDialog)
    return dialog


def copy_dialog(choosing: Choosing) -> IntoDatabaseDialog:
    chooser_of(choosing).cards[0].copy.trigger()
    dialog = choosing.copying.dialog
    assert isinstance(dialog, IntoDatabaseDialog)
    return dialog


def fill(dialog: IntoDatabaseDialog, running: Server, database: str, **changed: object) -> None:
    values = {
        "host": "127.0.0.1",
        "port": running.port,
        "database": database,
        "login": ADMINISTRATOR,
        "password": PASSWORD,
        "owner": "laila",
        "encryption": "disable",
        **changed,
    }
    dialog.form.show_values(values)  # type: ignore[arg-type]


def copied(dialog: IntoDatabaseDialog) -> str:
    """Presses the button; returns what comes of it."""
    dialog.primary.click()
    return ended(dialog)


@contextmanager
def held_up(running: Server, database: str, table: str) -> Iterator[Callable[[], None]]:
    """Nothing can be read or written in a table until what is given is called, or the end."""
    with closing(
        psycopg.connect(host=str(running.socket), port=running.port, dbname=database, user="postgres")
    ) as lock:
        lock.execute(f"LOCK TABLE console.{table}".encode())
        yield lock.rollback


def waits_for(running: Server, database: str) -> bool:
    """Whether a copy into the database waits for a lock."""
    query = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock' "
        "AND application_name = 'integration-console'"
    )
    with running.connect() as connection:
        return connection.execute(query.encode(), (database,)).fetchone() != (0,)


def test_the_open_workspace_is_backed_up_and_the_backup_restored_and_opened(
    choosing: Choosing, consoles: Consoles, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, kept, restored = consoles.present, settings.data_folder / "kept", settings.data_folder / "restored.db"
    chosen_files(monkeypatch, kept, restored, opened=kept.with_suffix(".db"))
    dialog = backup_dialog(choosing)
    assert dialog.isVisible()
    assert "found equal" in ended(dialog)
    assert (dialog.place.text(), kept.with_suffix(".db").exists()) == (str(kept.with_suffix(".db")), True)
    assert dialog.report is not None
    counted = {each.name: each.rows for each in dialog.report.tables if each.rows}
    assert {each.name: each.rows for each in dialog.contents.model.rows} == counted
    assert counted["integration_webhooks"] == 1
    assert dialog.contents.hash.text() == dialog.report.digest
    dialog.primary.click()
    assert not dialog.isVisible()
    way = next(button for way, button in chooser_of(choosing).ways if way.icon == "archive-restore")
    way.click()
    restoring = choosing.copying.dialog
    assert isinstance(restoring, RestoreDialog)
    assert "found equal" in ended(restoring)
    first.closing.receives = False
    restoring.primary.click()
    console = wait_for("the restored one", lambda: consoles.present if consoles.present is not first else None)
    assert console.workplace is not None
    assert [each.name for each in console.workplace.gateway.webhooks()] == ["Repository"]


def test_a_backup_never_writes_over_a_file_and_another_place_can_be_chosen(
    choosing: Choosing, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = settings.data_folder / "taken.db"
    taken.write_text("something else")
    chosen_files(monkeypatch, taken, settings.data_folder / "free.db")
    dialog = backup_dialog(choosing)
    assert "There is an organisation already" in ended(dialog)
    assert taken.read_text() == "something else"
    dialog.primary.click()
    assert "found equal" in ended(dialog)
    assert dialog.target == settings.data_folder / "free.db"


def test_a_backup_can_be_stopped_and_leaves_nothing(
    choosing: Choosing, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen_files(monkeypatch, settings.data_folder / "kept.db")
    dialog = backup_dialog(choosing)
    dialog.secondary.click()
    assert dialog.isVisible()
    assert (dialog.stage, dialog.secondary.isEnabled()) == (Stage.STOPPING, False)
    assert "It was stopped" in ended(dialog)
    assert [each.name for each in settings.data_folder.glob("kept.db*") if "lock" not in each.name] == []


def test_a_folder_that_cannot_be_written_is_said(
    choosing: Choosing, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    (settings.data_folder / "no folder").write_text("")
    chosen_files(monkeypatch, settings.data_folder / "no folder" / "kept.db")
    assert "no folder" in ended(backup_dialog(choosing))


def test_the_open_workspace_is_copied_into_a_database_and_opened_there(
    choosing: Choosing, consoles: Consoles, settings: Settings, running: Server, empty: str
) -> None:
    first = consoles.present
    dialog = copy_dialog(choosing)
    fill(dialog, running, empty)
    assert "found equal" in copied(dialog)
    assert dialog.report is not None
    assert {each.name: each.rows for each in dialog.contents.model.rows}["integration_webhooks"] == 1
    assert known_in(settings).begun_copy(settings.data_folder / "acme.db") == {}
    dialog.primary.click()
    asking = wait_for("the sign-in", lambda: choosing.database)
    assert asking.address == DatabaseAddress(
        "127.0.0.1", running.port, empty, "laila", dialog.report.organisation, {"sslmode": "disable"}
    )
    asking.form.row("password").editor.show_value(PASSWORD)
    first.closing.receives = False
    asking.primary.click()
    console = wait_for("the shared workspace", lambda: consoles.present if consoles.present is not first else None)
    assert console.workplace is not None
    gateway = console.workplace.gateway
    assert [each.name for each in gateway.webhooks()] == ["Repository"]
    assert "laila" in [each.login for each in gateway.members().members]


def test_a_copy_is_stopped_and_goes_on_another_day(
    choosing: Choosing, settings: Settings, running: Server, empty: str
) -> None:
    dialog = copy_dialog(choosing)
    fill(dialog, running, empty)
    with held_up(running, empty, "integration_logs") as release:
        dialog.primary.click()
        wait_for("the copy at the table", lambda: waits_for(running, empty))
        wait_for("its progress", lambda: dialog.contents.model.rows)
        dialog.reject()
        assert dialog.isVisible()
        release()
    assert "The copy was stopped" in ended(dialog)
    assert dialog.primary.text() == "Go on with the copy"
    dialog.reject()
    kept = known_in(settings).begun_copy(settings.data_folder / "acme.db")
    assert set(kept) <= {each.name for each in COPY_FORM.fields} - {"password"}
    again = copy_dialog(choosing)
    assert (again.target.address, again.target.owner, again.target.password) == (dialog.target.address, "laila", "")
    again.form.row("password").editor.show_value(PASSWORD)
    assert "were there already" in copied(again)


def test_a_connection_that_breaks_is_said_and_the_copy_goes_on(choosing: Choosing, running: Server, empty: str) -> None:
    dialog = copy_dialog(choosing)
    fill(dialog, running, empty)
    with held_up(running, empty, "integration_logs"):
        dialog.primary.click()
        wait_for("the copy at the table", lambda: waits_for(running, empty))
        running.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "  # noqa: S608 - our own name
            f"WHERE datname = '{empty}' AND wait_event_type = 'Lock'"
        )
        assert "broke during the copy" in ended(dialog)
    assert dialog.primary.text() == "Go on with the copy"
    assert "were there already" in copied(dialog)


def test_what_is_refused_is_said_in_the_dialog_and_nothing_typed_is_lost(
    choosing: Choosing, settings: Settings, running: Server, empty: str
) -> None:
    dialog = copy_dialog(choosing)
    fill(dialog, running, empty, owner="")
    dialog.primary.click()
    assert (dialog.is_under_way, dialog.banner.isHidden()) == (False, True)  # the field itself says what is missing
    fill(dialog, running, empty, password="wrong")
    assert "refuses the login" in copied(dialog)
    fill(dialog, running, empty, login="laila")
    assert "may not prepare the database" in copied(dialog)
    fill(dialog, running, empty, owner="nobody-here")
    assert "has no login “nobody-here”" in copied(dialog)
    fill(dialog, running, "nowhere")
    assert "has no database nowhere" in copied(dialog)
    assert dialog.target.password == PASSWORD
    assert dialog.primary.text() == "Copy"
    assert known_in(settings).begun_copy(settings.data_folder / "acme.db") == {}
    fill(dialog, running, empty)
    assert "found equal" in copied(dialog)
    again = copy_dialog(choosing)
    fill(again, running, empty)
    assert "There is an organisation already" in copied(again)


def test_a_database_that_is_not_prepared_is_said_with_the_command_that_does(
    choosing: Choosing, running: Server
) -> None:
    bare = f"bare_{new_id()[-6:]}"
    running.run(f"CREATE DATABASE {bare}")
    dialog = copy_dialog(choosing)
    assert dialog.command.isHidden()
    fill(dialog, running, bare)
    assert "is not prepared" in copied(dialog)
    assert dialog.command.isVisible()
    place = f"postgresql://{ADMINISTRATOR}@127.0.0.1:{running.port}/{bare}?sslmode=disable"
    assert dialog.command.text() == f"integration-service --workspace '{place}' migrate"
    dialog.form.row("database").editor.show_value("other")
    dialog.form.changed.emit()
    assert dialog.command.isHidden()


@pytest.mark.parametrize("remembers", [True, False])
def test_a_password_is_kept_only_where_a_person_wants_it(
    choosing: Choosing, running: Server, empty: str, safe_keyring: SafeKeyring, remembers: bool
) -> None:
    before = dict(safe_keyring.kept)
    dialog = copy_dialog(choosing)
    fill(dialog, running, empty, remember=remembers)
    assert "found equal" in copied(dialog)
    new = [each for key, each in safe_keyring.kept.items() if key not in before]
    assert new == ([PASSWORD] if remembers else [])


def test_only_files_are_offered_for_it(choosing: Choosing, consoles: Consoles, settings: Settings) -> None:
    known = known_in(settings)
    for place in ("https://console.acme.example", "postgresql://amina@db.acme.example/console"):
        known.remember(KnownWorkspace(place_of(place)))
    consoles.present.entrance.choose()
    cards = {kind_of(card.known.place): card for card in chooser_of(choosing).cards}
    assert {kind: card.more.isHidden() for kind, card in cards.items()} == {
        "file": False,
        "service": True,
        "database": True,
    }


def test_every_table_has_words_in_both_languages() -> None:
    english = {each.name: contents_name(each.name) for each in TABLES}
    assert [name for name, words in english.items() if words == name] == []
    language.choose(LanguageCode.ARABIC)
    assert [name for name, words in english.items() if contents_name(name) == words] == []
