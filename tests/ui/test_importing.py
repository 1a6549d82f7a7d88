"""Logs of other programs in the window: chosen, given their zones, made into a case file, opened; what goes wrong."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot

from integration_console.domain.errors import NothingImported
from integration_console.domain.log_importing import ImportReport, ImportWish
from integration_console.domain.logs import LogFilter
from integration_console.domain.work import Progress, Work
from integration_console.settings import Settings
from integration_console.ui.consoles import Consoles
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.widgets.work_dialog import Stage
from integration_console.ui.workspaces.importing.dialog import ImportDialog
from integration_console.ui.workspaces.importing.importing import Importing
from integration_console.ui.workspaces.known import KnownWorkspaces

SOON = 10_000


def logs_in(folder: Path) -> list[Path]:
    paths = [folder / "app.log", folder / "web.log"]
    paths[0].write_text("lost\n2026-11-05 15:00:00 began for a@x.example\n")
    paths[1].write_text("2026-11-05 12:30:00 answered\n")
    return paths


def words(dialog: ImportDialog) -> str:
    return strip_isolates(f"{dialog.banner.accessibleName()} {dialog.outcome.text()} {dialog.redacted.text()}")


def test_logs_are_imported_from_the_list_of_workspaces_and_opened(
    consoles: Consoles, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = consoles.present
    first.open_when_painted(settings.data_folder / "acme.db")
    wait_for("the file", lambda: first.workplace)
    first.window.badge.click()
    choosing = wait_for("the list", lambda: first.entrance.choosing or None)
    assert choosing.chooser is not None
    paths, out = logs_in(tmp_path), tmp_path / "outage"
    answers = [[str(paths[0])], [str(each) for each in paths]]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args, **_named: (answers.pop(0), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(out), ""))
    next(button for way, button in choosing.chooser.ways if "Import logs" in way.words()).click()
    dialog = choosing.importing.dialog
    assert dialog is not None
    dialog.logs.rows[0].zone.setText("Asia/Nowhere")
    dialog.primary.click()
    assert dialog.stage is Stage.ASKING
    assert not dialog.logs.rows[0].problem.isHidden()
    dialog.logs.rows[0].zone.setText("Asia/Riyadh")
    assert dialog.logs.rows[0].problem.isHidden()
    dialog.add.click()
    assert [row.zone.text() for row in dialog.logs.rows] == ["Asia/Riyadh", "Asia/Riyadh"]
    dialog.logs.rows[1].zone.setText("UTC")
    dialog.form.show_values({"name": "Outage"})
    dialog.primary.click()
    wait_for("the report", lambda: dialog.report)
    assert "app.log: 1 entry and 1 line that is no entry" in words(dialog)
    assert "E-mail addresses: 1" in words(dialog)
    language.choose(LanguageCode.ARABIC)
    assert "app.log" in words(dialog)
    language.choose(LanguageCode.ENGLISH)
    dialog.primary.click()
    console = wait_for("the case", lambda: consoles.present if consoles.present.case is not None else None)
    assert console.workplace is not None
    found = console.workplace.gateway.log_page(LogFilter()).entries
    assert [each.message[:8] for each in found] == ["answered", "began fo"]
    wait_for("the verdict", lambda: console.window.top_bar.verdict.text() == "Verified")
    known = KnownWorkspaces(QSettings(str(settings.data_folder / "window.ini"), QSettings.Format.IniFormat))
    wait_for("the entry among the known", lambda: known.all()[0].name == "Outage")


class Importer:
    """Imports nothing until it is stopped, or says why it cannot."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error, self.begun = error, Event()
        self.wishes: list[ImportWish] = []

    def import_logs(self, wish: ImportWish, target: Path, work: Work) -> ImportReport:
        self.wishes.append(wish)
        if self.error is not None:
            raise self.error
        work.report(Progress(500, 2000, "app.log"))
        self.begun.set()
        while True:
            work.stop_if_cancelled()
            self.begun.wait(0.01)


def asked(
    qtbot: QtBot, tmp_path: Path, importer: Importer, monkeypatch: pytest.MonkeyPatch
) -> tuple[Importing, ImportDialog, TaskRunner]:
    window, tasks = QMainWindow(), TaskRunner()
    qtbot.addWidget(window)
    monkeypatch.setattr(tasks, "kept_window", window, raising=False)
    window.show()
    paths = [str(each) for each in logs_in(tmp_path)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args, **_named: (paths, ""))
    importing = Importing(importer, tasks, window)  # type: ignore[arg-type]
    importing.ask(window)
    assert importing.dialog is not None
    return importing, importing.dialog, tasks


def test_leaving_stops_it_and_it_can_be_asked_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    importer = Importer()
    importing, dialog, tasks = asked(qtbot, tmp_path, importer, monkeypatch)
    importing.make(dialog, tmp_path / "a.icase")
    qtbot.waitUntil(lambda: dialog.progress.share == 0.25, timeout=SOON)
    assert "Reading app.log" in strip_isolates(dialog.progress.words.text())
    dialog.show_progress(Progress(1500, 2000))
    assert strip_isolates(dialog.progress.words.text()) == "Writing the case file…"
    dialog.reject()
    qtbot.waitUntil(lambda: dialog.stage is Stage.ASKING, timeout=SOON)
    dialog.logs.rows[1].remove.click()
    assert [row.path.name for row in dialog.logs.rows] == ["app.log"]
    assert not dialog.logs.rows[0].remove.isEnabled()
    dialog.reject()
    assert not dialog.isVisible()
    tasks.close()


def test_what_goes_wrong_is_said_and_nothing_is_lost(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    importer = Importer(NothingImported(names="app.log, web.log"))
    importing, dialog, tasks = asked(qtbot, tmp_path, importer, monkeypatch)
    dialog.form.show_values({"name": "  ", "cap": "20"})
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: ("", ""))
    dialog.primary.click()
    assert importer.wishes == []
    importing.make(dialog, tmp_path / "a.icase")
    qtbot.waitUntil(lambda: not dialog.banner.isHidden(), timeout=SOON)
    assert "No entry was found in app.log, web.log" in words(dialog)
    assert (importer.wishes[0].name, importer.wishes[0].cap) == ("Imported logs", 20 << 20)
    assert dialog.form.values()["cap"] == "20"
    dialog.reject()
    (tmp_path / "web.log").unlink()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args, **_named: ([], ""))
    importing.ask(dialog)
    assert importing.dialog is dialog
    tasks.close()
