"""An export from the page: what the filter finds, with its progress, its end, and its refusals."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from integration_console.domain.work import UnattendedWork
from integration_console.gateways.log_exporting import verify_export
from integration_console.storage.log_rows import append_entries
from integration_console.ui.language import strip_isolates
from integration_console.ui.tabs.logs.controller import make_logs_tab
from integration_console.ui.tabs.logs.view import LogsView
from tests.builders import log_draft
from tests.ui.workspace import Place


@pytest.fixture
def view(place: Place, qtbot: QtBot) -> LogsView:
    drafts = [log_draft(message=f"kestrel {number}") for number in range(700)]
    place.opened.context.store.write(lambda writing: append_entries(writing, drafts))
    found = make_logs_tab(place.gateway, place.tasks, place.relay, place.toasts)
    place.window.setCentralWidget(found)
    place.window.resize(1200, 800)
    place.window.show()
    qtbot.waitUntil(lambda: found.model.total >= 700)
    return found


def export(view: LogsView, monkeypatch: pytest.MonkeyPatch, chosen: str, kind: str = "") -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (chosen, kind))
    action = next(each for each in view.more.choices.actions() if each.text().startswith("Export"))
    action.trigger()


def said(place: Place) -> str:
    return " ".join(strip_isolates(each.accessibleName()) for each in place.toasts.cards)


@pytest.mark.parametrize(
    "asked",
    [("log.jsonl", "", "log.jsonl"), ("log", "JSON lines (*.jsonl)", "log.jsonl"), ("log", "", "log.csv")],
)
def test_what_the_filter_finds_is_exported(
    view: LogsView, place: Place, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...]
) -> None:
    name, kind, written = asked
    view.filters.search.setText('"kestrel 69"')
    view.filters.search.searched.emit("")
    export(view, monkeypatch, str(tmp_path / name), kind)
    qtbot.waitUntil(lambda: "11 entries exported" in said(place))
    assert verify_export(tmp_path / written, UnattendedWork()).sha256[:12] in said(place)
    assert view.export_bar.isHidden()


def test_an_export_can_be_cancelled_and_nothing_is_left(
    view: LogsView, place: Place, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr("integration_console.gateways.log_exporting._PAGE", 1)
    export(view, monkeypatch, str(folder / "log.csv"))
    qtbot.waitUntil(lambda: "of" in strip_isolates(view.export_bar.progress.accessibleDescription() or "of"))
    view.export_bar.cancel.click()
    qtbot.waitUntil(lambda: "cancelled" in said(place))
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(
    view: LogsView, place: Place, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(view, monkeypatch, "")  # left without choosing
    export(view, monkeypatch, str(tmp_path / "nowhere" / "log.csv"))
    qtbot.waitUntil(lambda: "cannot be written" in said(place))
