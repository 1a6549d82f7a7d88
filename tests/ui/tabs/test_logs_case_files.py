"""Making a case file on the page of the log: asked, watched, stopped, refused, told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from integration_console.domain.case_files import CaseReport, CaseWish
from integration_console.domain.case_forms import wish_of
from integration_console.domain.errors import FileUnwritable, VaultLocked
from integration_console.domain.logs import LogFilter
from integration_console.domain.work import Progress, Work
from integration_console.storage.case_files.reading import CaseFile
from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.tabs.logs.case_making import CaseMaking, MakeCaseDialog
from integration_console.ui.tabs.logs.controller import make_logs_tab
from integration_console.ui.tabs.logs.view import LogsView
from tests.ui.workspace import Place

SOON = 5000
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


def words(dialog: MakeCaseDialog) -> str:
    return strip_isolates(f"{dialog.banner.accessibleName()} {dialog.outcome.text()}")


def shown(qtbot: QtBot, place: Place) -> LogsView:
    view = make_logs_tab(place.gateway, place.tasks, place.relay, place.toasts, place.unlocking)
    place.window.setCentralWidget(view)
    place.window.resize(1200, 700)
    with qtbot.waitExposed(place.window):
        place.window.show()
    return view


def test_the_page_makes_a_file_of_what_it_shows_and_tells_what_was_taken_out(
    qtbot: QtBot, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.add_slack("for amina@example.com")
    place.add_webhook("Repo")
    view = shown(qtbot, place)
    target = tmp_path / "made"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(target), ""))
    view.search.setText("amina")
    qtbot.waitUntil(lambda: view.filters.filter.query == "amina", timeout=SOON)
    reports: list[CaseReport] = []
    view.case_made.connect(reports.append)
    next(each for each in view.more.choices.actions() if "Case file" in each.text()).trigger()
    dialog = next(each for each in view.window().findChildren(MakeCaseDialog) if each.isVisible())
    assert "amina" in strip_isolates(dialog.subtitle.text())
    dialog.form.show_values({"span": "7d", "cap": "20", "note": "see"})
    dialog.primary.click()
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=SOON)
    report = dialog.report
    assert report is not None
    assert reports == [report]
    case = CaseFile(target.with_suffix(".icase"))
    assert case.manifest.entries == report.manifest.entries == 1
    assert (case.manifest.wish.note, case.manifest.wish.cap) == ("see", 20 << 20)
    assert "E-mail addresses: " in words(dialog)
    assert report.manifest.fingerprint in words(dialog)
    language.choose(LanguageCode.ARABIC)
    assert "عناوين بريد إلكتروني" in words(dialog)
    language.choose(LanguageCode.ENGLISH)
    dialog.secondary.click()
    assert not dialog.isVisible()


class Maker:
    """Makes nothing until it is told to, or what a test says."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.begun, self.go_on = Event(), Event()
        self.wishes: list[CaseWish] = []

    def make_case_file(self, wish: CaseWish, target: Path, work: Work) -> CaseReport:
        self.wishes.append(wish)
        if self.error is not None:
            raise self.error
        work.report(Progress(10, 40))
        self.begun.set()
        while not self.go_on.wait(0.01):
            work.stop_if_cancelled()
        raise FileUnwritable(path=str(target), reason="tests")


def asked(
    qtbot: QtBot, place: Place, maker: Maker, wanted: LogFilter | None = None
) -> tuple[CaseMaking, MakeCaseDialog]:
    view = shown(qtbot, place)
    making = CaseMaking(maker, place.tasks, place.unlocking, view)
    making.ask(wanted or LogFilter())
    assert making.dialog is not None
    return making, making.dialog


def test_leaving_while_it_is_under_way_stops_it_and_it_can_be_asked_again(
    qtbot: QtBot, place: Place, tmp_path: Path
) -> None:
    maker = Maker()
    making, dialog = asked(qtbot, place, maker)
    assert "All entries" in dialog.subtitle.text()
    making.make(dialog, tmp_path / "a.icase")
    qtbot.waitUntil(lambda: dialog.progress.share == 0.25, timeout=SOON)
    assert "10 of 40" in strip_isolates(dialog.progress.words.text())
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.form.isHidden(), timeout=SOON)
    assert dialog.isVisible()
    assert not dialog.primary.isHidden()
    dialog.reject()
    assert not dialog.isVisible()


def test_what_goes_wrong_is_said_and_nothing_that_was_typed_is_lost(qtbot: QtBot, place: Place, tmp_path: Path) -> None:
    maker = Maker(FileUnwritable(path="x", reason="full"))
    making, dialog = asked(qtbot, place, maker, LogFilter(event_type="sync.*"))
    assert "filters of the page" in dialog.subtitle.text()
    dialog.form.show_values({"note": "kept"})
    making.make(dialog, tmp_path / "a.icase")
    qtbot.waitUntil(lambda: not dialog.banner.isHidden(), timeout=SOON)
    assert "cannot be written" in words(dialog)
    assert dialog.form.values()["note"] == "kept"
    dialog.accept()


def test_locked_secrets_are_asked_for_and_it_goes_on(qtbot: QtBot, place: Place, tmp_path: Path) -> None:
    maker = Maker(VaultLocked())
    making, dialog = asked(qtbot, place, maker)
    making.make(dialog, tmp_path / "a.icase")
    qtbot.waitUntil(lambda: len(place.unlocking.waiting) == 1, timeout=SOON)
    place.unlocking.waiting.pop()()
    qtbot.waitUntil(lambda: len(maker.wishes) == 2 and len(place.unlocking.waiting) == 1, timeout=SOON)
    dialog.accept()


def test_a_choice_of_no_file_makes_nothing(qtbot: QtBot, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    maker = Maker()
    _, dialog = asked(qtbot, place, maker)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: ("", ""))
    dialog.primary.click()
    assert maker.wishes == []
    dialog.accept()


def test_a_time_range_narrows_what_the_page_shows_and_never_widens_it() -> None:
    day = timedelta(days=1)
    wide, narrow = LogFilter(since=NOW - 90 * day), LogFilter(since=NOW - day / 2)
    assert wish_of({"span": "7d"}, wide, NOW).wanted.since == NOW - 7 * day
    assert wish_of({"span": "7d"}, narrow, NOW).wanted == narrow
    assert wish_of({"span": "30d"}, LogFilter(), NOW).wanted.since == NOW - 30 * day
    assert wish_of({"cap": "20"}, LogFilter(query="x"), NOW) == CaseWish(LogFilter(query="x"), 20 << 20)
    assert wish_of({}, LogFilter(), NOW) == CaseWish()
