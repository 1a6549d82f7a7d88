"""Notes of a case file are taken over on the page of the log, and what became of them is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from integration_console.domain.log_notes import LONGEST_NOTE
from integration_console.domain.logs import LogFilter
from integration_console.ui.language import strip_isolates
from integration_console.ui.tabs.logs.controller import make_logs_tab
from integration_console.ui.tabs.logs.view import LogsView
from tests.ui.workspace import Place

SOON = 5000


def note(log_id: str, text: str, mark: str = "") -> dict[str, Any]:
    return {"log_id": log_id, "mark": mark, "text": text, "author": "salem", "written_at": "2026-11-05T12:00:00+00:00"}


def told(place: Place) -> str:
    labels = [label.text() for card in place.toasts.cards for label in card.findChildren(QLabel)]
    return strip_isolates(" ".join(labels))


def taken(view: LogsView, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_named: (str(path), ""))
    next(each for each in view.more.choices.actions() if "Take notes" in each.text()).trigger()


def test_notes_are_taken_over_and_told(
    qtbot: QtBot, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.add_webhook("Repo")
    place.add_webhook("Other")
    view = make_logs_tab(place.gateway, place.tasks, place.relay, place.toasts, place.unlocking)
    place.window.setCentralWidget(view)
    with qtbot.waitExposed(place.window):
        place.window.show()
    first, second = (each.id for each in place.gateway.log_page(LogFilter()).entries[:2])
    gone = "0197c0de-0000-7000-8000-00000000dead"
    notes = [note(first, "look", "red"), note(gone, "x"), note(second, "x" * LONGEST_NOTE)]
    path = tmp_path / "a.icase.notes"
    path.write_text(json.dumps({"case": "x", "notes": notes, "filters": []}))
    taken(view, path, monkeypatch)
    qtbot.waitUntil(lambda: "1 note taken over" in told(place), timeout=SOON)
    assert "1 note of an entry that is not in this workspace" in told(place)
    assert "1 note too long" in told(place)
    (kept,) = place.gateway.log_notes([first, second])
    assert (kept.text, kept.mark.value) == ("salem: look", "red")
    taken(view, path, monkeypatch)
    qtbot.waitUntil(lambda: "No note was new" in told(place), timeout=SOON)
    path.write_text("odd")
    taken(view, path, monkeypatch)
    qtbot.waitUntil(lambda: "holds no notes" in told(place), timeout=SOON)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_named: ("", ""))
    next(each for each in view.more.choices.actions() if "Take notes" in each.text()).trigger()
