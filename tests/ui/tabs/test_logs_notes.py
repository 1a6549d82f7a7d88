"""Marks and notes beside entries: by key, in the details, found by queries, closed to who only looks."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from integration_console.domain.errors import NotFound, PermissionDenied
from integration_console.domain.log_notes import LogNoteDraft, Mark
from integration_console.domain.permissions import ROLE_RIGHTS, Role
from integration_console.gateways.in_process import InProcessGateway
from integration_console.ui.language import error_sentence
from integration_console.ui.tabs.logs.view import LogsView
from tests.ui.log_scenes import add_entries, settle, shown_page
from tests.ui.workspace import Place


@pytest.fixture
def page(qtbot: QtBot, place: Place) -> LogsView:
    add_entries(place, 40)
    return shown_page(qtbot, place)


def id_of(page: LogsView, row: int) -> str:
    entry = page.model.entry(row)
    assert entry is not None
    return entry.id


def marks(page: LogsView, *rows: int) -> list[Mark]:
    return [note.mark if (note := page.model.note_of(id_of(page, row))) else Mark.NONE for row in rows]


def test_a_key_marks_all_chosen_rows_and_takes_the_marks_away(qtbot: QtBot, place: Place, page: LogsView) -> None:
    place.gateway.save_log_note(LogNoteDraft(id_of(page, 2), Mark.RED, "keep me"))
    page.table.setFocus()
    page.table.choose_row(1)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.table, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: marks(page, 1, 2, 3) == [Mark.AMBER, Mark.RED, Mark.AMBER])
    qtbot.keyClick(page.table, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: marks(page, 1, 2, 3) == [Mark.NONE] * 3)
    assert [each.text for each in place.gateway.log_notes([id_of(page, row) for row in (1, 2, 3)])] == ["keep me"]


def test_what_others_write_is_seen(qtbot: QtBot, place: Place, page: LogsView) -> None:
    before = page.table._rows.identity(5)
    place.gateway.save_log_note(LogNoteDraft(id_of(page, 5), Mark.BLUE, "from another desk"))
    qtbot.waitUntil(lambda: marks(page, 5) == [Mark.BLUE])
    assert (before, page.table._rows.identity(5)) == (id_of(page, 5), (id_of(page, 5), Mark.BLUE, True))


def test_a_note_is_written_in_the_details(qtbot: QtBot, place: Place, page: LogsView) -> None:
    page.table.setFocus()
    page.table.choose_row(4)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    note = page.details.note
    assert note.save.isHidden()
    note.text.setPlainText("look at the \u202ebank")
    assert not note.save.isHidden()
    qtbot.keyClick(note.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(note.save.isHidden)
    (kept,) = place.gateway.log_notes([id_of(page, 4)])
    assert (kept.text, kept.author) == ("look at the \u202ebank", "laila")
    assert note.text.toPlainText() == "look at the ⟨U+202E⟩bank"
    assert "laila" in note._author.text()
    note.marks[Mark.GREEN].click()
    qtbot.waitUntil(lambda: marks(page, 4) == [Mark.GREEN])
    assert [mark for mark, button in note.marks.items() if button.isChecked()] == [Mark.GREEN]
    (kept,) = place.gateway.log_notes([id_of(page, 4)])
    assert kept.text == "look at the \u202ebank"


def test_what_is_being_written_stays_while_the_mark_changes(qtbot: QtBot, place: Place, page: LogsView) -> None:
    page.row_chosen.emit(0)
    note = page.details.note
    note.text.setPlainText("half a sen")
    note.marks[Mark.RED].click()
    qtbot.waitUntil(lambda: marks(page, 0) == [Mark.RED])
    assert note.text.toPlainText() == "half a sen"
    page.row_chosen.emit(1)
    assert note.text.toPlainText() == ""


def test_queries_find_notes_and_the_menu_marks_too(qtbot: QtBot, place: Place, page: LogsView) -> None:
    page.table.choose_row(7)
    wanted = id_of(page, 7)
    next(each for each in page.more.choices.actions() if each.text().startswith("Mark")).trigger()
    qtbot.waitUntil(lambda: marks(page, 7) == [Mark.AMBER])
    page.search.setText("has:mark")
    qtbot.waitUntil(lambda: page.model.total == 1)
    assert id_of(page, 0) == wanted


def test_who_only_looks_reads_notes_and_writes_none(qtbot: QtBot, place: Place) -> None:
    add_entries(place, 5)
    context = replace(place.opened.context, rights=ROLE_RIGHTS[Role.AUDITOR])
    page = shown_page(qtbot, place, InProcessGateway(context, lambda: place.server.state))
    place.gateway.save_log_note(LogNoteDraft(id_of(page, 0), Mark.BLUE, "read me"))
    qtbot.waitUntil(lambda: marks(page, 0) == [Mark.BLUE])
    page.row_chosen.emit(0)
    note, why = page.details.note, error_sentence(PermissionDenied(permission="logs.write"))
    assert (note.text.toPlainText(), note.text.isReadOnly()) == ("read me", True)
    assert (note.marks[Mark.RED].isEnabled(), note.marks[Mark.RED].toolTip()) == (False, why)
    page.table.setFocus()
    page.table.choose_row(0)
    qtbot.keyClick(page.table, Qt.Key.Key_M)
    settle(qtbot, place)
    assert marks(page, 0) == [Mark.BLUE]


def test_what_is_written_while_notes_are_on_their_way_is_seen(
    qtbot: QtBot, place: Place, page: LogsView, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch, asked = InProcessGateway.log_notes, list[int]()

    def slow(gateway: InProcessGateway, ids: Sequence[str]) -> object:
        found = fetch(gateway, ids)
        asked.append(len(found))
        if len(asked) == 1:
            place.gateway.save_log_note(LogNoteDraft(wanted, Mark.RED, "newest"))
            time.sleep(0.3)  # what was written is heard of while the answer is under way
        return found

    wanted = id_of(page, 5)
    monkeypatch.setattr(InProcessGateway, "log_notes", slow)
    page.model.forget_notes()
    page.table.viewport().update()
    qtbot.waitUntil(lambda: marks(page, 5) == [Mark.RED])


def test_marks_that_are_known_stay_when_others_cannot_be_fetched(
    qtbot: QtBot, place: Place, page: LogsView, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.gateway.save_log_note(LogNoteDraft(id_of(page, 5), Mark.BLUE))
    qtbot.waitUntil(lambda: marks(page, 5) == [Mark.BLUE])

    def broken(_gateway: object, _ids: object) -> None:
        raise NotFound(kind="log_entry", id="x")

    monkeypatch.setattr(InProcessGateway, "log_notes", broken)
    page.model.forget_notes()
    page.table.viewport().update()
    qtbot.waitUntil(lambda: bool(place.toasts.cards))
    settle(qtbot, place)
    assert (marks(page, 5), len(place.toasts.cards)) == ([Mark.BLUE], 1)


def test_a_note_that_did_not_change_is_not_saved_by_its_key(qtbot: QtBot, place: Place, page: LogsView) -> None:
    place.gateway.save_log_note(LogNoteDraft(id_of(page, 4), Mark.NONE, "as it is"))
    page.row_chosen.emit(4)
    note = page.details.note
    qtbot.waitUntil(lambda: note.text.toPlainText() == "as it is")
    wanted: list[object] = []
    note.wanted.connect(lambda *each: wanted.append(each))
    qtbot.keyClick(note.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted == []
    note.text.setPlainText("as it was")
    qtbot.keyClick(note.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(wanted) == 1
