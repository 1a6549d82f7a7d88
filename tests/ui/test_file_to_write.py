"""Asking for the file to write: its ending, and that no other file than the one asked about is written over."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from integration_console.ui.widgets.file_to_write import file_to_write

TABLE, LINES = "Table (*.csv)", "JSON lines (*.jsonl)"
KINDS = {TABLE: ".csv", LINES: ".jsonl"}
CASE = {"*.icase": ".icase"}


class Person:
    """Gives these answers, one each time a dialog asks."""

    def __init__(self, *answers: tuple[str, str]) -> None:
        self._answers = list(answers)
        self.proposed: list[str] = []

    def __call__(self, _parent: QWidget, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        self.proposed.append(proposed)
        return self._answers.pop(0)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    found = QWidget()
    qtbot.addWidget(found)
    return found


@pytest.mark.parametrize(
    ("answer", "kinds", "wanted"),
    [
        (("", ""), KINDS, None),
        (("log", LINES), KINDS, ("log.jsonl", ".jsonl")),
        (("log", ""), KINDS, ("log.csv", ".csv")),
        (("log.JSONL", TABLE), KINDS, ("log.JSONL", ".jsonl")),
        (("log.txt", LINES), KINDS, ("log.txt", ".jsonl")),
        (("acme.v2", "*.icase"), CASE, ("acme.v2.icase", ".icase")),
        (("acme.ICASE", ""), CASE, ("acme.ICASE", ".icase")),
    ],
)
def test_a_name_gets_the_ending_of_its_kind(
    window: QWidget,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: tuple[str, str],
    kinds: dict[str, str],
    wanted: tuple[str, str] | None,
) -> None:
    chosen = str(tmp_path / answer[0]) if answer[0] else ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", Person((chosen, answer[1])))
    found = file_to_write(window, "Export", "log.csv", kinds)
    assert (found and (found[0].relative_to(tmp_path).as_posix(), found[1])) == wanted


def test_a_file_is_written_over_only_where_the_dialog_asked_about_it(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "acme.icase"
    there.write_text("of another week")
    person = Person((str(tmp_path / "acme"), ""), (str(there), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", person)
    assert file_to_write(window, "Make", "case.icase", CASE) == (there, ".icase")
    assert person.proposed == ["case.icase", str(there)]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", Person((str(tmp_path / "acme"), ""), ("", "")))
    assert file_to_write(window, "Make", "case.icase", CASE) is None
