"""The details of an entry: contents in every way, the chain as a list and in lanes, two entries compared."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from integration_console.domain.errors import NotFound
from integration_console.domain.ids import new_id
from integration_console.domain.log_chains import chain_of
from integration_console.domain.logs import LogDetail, LogDraft, LogEntry, LogFilter, LogStatus
from integration_console.storage.log_rows import append_entries
from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.tabs.logs.comparing import CompareDialog, compared
from integration_console.ui.tabs.logs.contents import Way, contents_of
from integration_console.ui.tabs.logs.contents_pane import ContentsPane
from integration_console.ui.tabs.logs.details import CHAIN, OVERVIEW
from integration_console.ui.tabs.logs.json_tree import JsonModel
from integration_console.ui.tabs.logs.lanes import SwimLanes
from integration_console.ui.tabs.logs.units import units, units_at
from integration_console.ui.tabs.logs.view import LogsView
from integration_console.ui.widgets.payload_parts import PAYLOAD
from tests.ui.log_scenes import START, settle, shown_page
from tests.ui.workspace import Place

CAUSE = "0197c0de-0000-7000-8000-00000000000a"
BODY = {"employee": {"id": 7, "name": "محمد", "tags": ["a", "b"]}, "note": "see \u202ethis", "😀": [1, {"deep": None}]}


def entry(number: int = 1, **more: object) -> LogEntry:
    made = {"id": str(number), "created_at": START, "status": LogStatus.INFO, "event_type": "x", "message": ""}
    return LogEntry(**{**made, "position": number, **more})  # type: ignore[arg-type]


@pytest.fixture
def pane(qtbot: QtBot) -> ContentsPane:
    pane = ContentsPane()
    qtbot.addWidget(pane)
    pane.resize(500, 400)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def content(body: bytes, **more: object) -> LogDetail:
    return LogDetail(entry(), body=body, **more)  # type: ignore[arg-type]


# ----------------------------------------------------------------------------------------------------------- contents
def test_json_can_be_read_in_three_ways(pane: ContentsPane) -> None:
    raw = json.dumps(BODY, ensure_ascii=False)
    (body,) = contents_of(content(raw.encode()))
    assert body.ways == (Way.PRETTY, Way.TREE, Way.RAW)
    pane.show_content(body)
    assert pane.view.text() == json.dumps(BODY, indent=2, ensure_ascii=False).replace("\u202e", "⟨U+202E⟩")
    pane.choose_way("raw")
    assert pane.view.text() == raw.replace("\u202e", "⟨U+202E⟩")
    pane.choose_way("tree")
    model = pane.tree.model()
    assert [model.index(row, 0, model.index(0, 0)).data() for row in range(3)] == ["employee", "note", "😀"]
    assert model.index(1, 1, model.index(0, 0)).data() == '"see ⟨U+202E⟩this"'


def test_bytes_headers_and_plain_text_have_their_own_way(pane: ContentsPane) -> None:
    found = contents_of(content(b"\x00\x01", headers=(("X-A", "1\u200b"),), payload="plain"))
    assert [(each.key, each.ways) for each in found] == [
        ("body", (Way.HEX,)),
        ("headers", (Way.PRETTY,)),
        ("payload", (Way.PRETTY,)),
    ]
    pane.choose_way("tree")
    pane.show_content(found[0])
    assert pane.view.text().startswith("00000000  00 01")
    pane.show_content(found[1])
    assert pane.view.text() == "X-A: 1⟨U+200B⟩"
    assert pane.path == ""


def test_the_path_of_the_value_under_the_cursor_is_shown_and_copied(qtbot: QtBot, pane: ContentsPane) -> None:
    (body,) = contents_of(content(json.dumps(BODY, ensure_ascii=False).encode()))
    pane.show_content(body)
    cursor = pane.view.textCursor()
    text = pane.view.text()
    place = text.index('"deep"')
    cursor.setPosition(place + sum(each > "\uffff" for each in text[:place]))
    pane.view.setTextCursor(cursor)
    assert pane.path == '$["😀"][1].deep'
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.view.setFocus()
    with qtbot.waitSignal(pane.path_copied):
        qtbot.keyClick(pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == '$["😀"][1].deep'
    pane.choose_way("tree")
    model = pane.tree.model()
    employee = model.index(0, 0, model.index(0, 0))
    pane.tree.setCurrentIndex(model.index(1, 0, model.index(2, 0, employee)))
    assert pane.path == "$.employee.tags[1]"
    pane.copy_path.click()
    assert QGuiApplication.clipboard().text() == "$.employee.tags[1]"
    qtbot.keyClick(pane.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "b"


def test_hits_are_marked_in_text_and_tree(qtbot: QtBot, pane: ContentsPane) -> None:
    (body,) = contents_of(content('{"😀": 1, "name": "مُحَمَّد"}'.encode()))
    pane.show_content(body)
    pane.mark(frozenset({"محمد"}))
    qtbot.waitUntil(lambda: len(pane.view.extraSelections()) == 1)
    assert pane.view.extraSelections()[0].cursor.selectedText() == "مُحَمَّد"
    pane.choose_way("tree")
    model = pane.tree.model()
    marked = [model.index(row, 1, model.index(0, 0)).data(Qt.ItemDataRole.BackgroundRole) for row in range(2)]
    assert [each is not None for each in marked] == [False, True]


def test_the_tree_is_a_sound_model(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = JsonModel({"a": [1, 2.5, True, None, "x"], "b": {}, "c": [[]]}, frozenset(), parent)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent)
    root = model.index(0, 0)
    values = [model.index(row, 1, root).data() for row in range(3)]
    assert (root.data(), values) == ("$", ["[5]", "{0}", "[1]"])
    assert model.path(model.index(4, 0, model.index(0, 0, root))) == "$.a[4]"


# -------------------------------------------------------------------------------------------------------------- chains
@pytest.fixture
def page(qtbot: QtBot, place: Place) -> LogsView:
    """Three entries of one cause, the second an error, and others."""
    slack = place.add_slack()
    times = ((0.0, None, ""), (2.0, 1500.0, slack.id), (3.0, 250.0, slack.id))
    chain = [
        LogDraft(
            *(new_id(), START + timedelta(seconds=at), LogStatus.ERROR if duration == 1500 else LogStatus.INFO),
            *("sync.step", f"step {number}"),
            duration_ms=duration,
            connector_id=owner,
            correlation_id=CAUSE,
            payload=json.dumps({"step": number, "same": True}),
        )
        for number, (at, duration, owner) in enumerate(times)
    ]
    others = [LogDraft(new_id(), START, LogStatus.INFO, "other.x", f"other {number}") for number in range(50)]
    place.opened.store.write(lambda writing: append_entries(writing, [*others, *chain]))
    return shown_page(qtbot, place)


def choose(qtbot: QtBot, page: LogsView, message: str) -> None:
    row = next(row for row in range(page.model.total) if (e := page.model.entry(row)) and e.message == message)
    page.table.choose_row(row)
    page.row_chosen.emit(row)


def test_a_chain_is_listed_with_its_times(qtbot: QtBot, page: LogsView) -> None:
    choose(qtbot, page, "step 1")
    details = page.details
    details.choose(CHAIN)
    qtbot.waitUntil(lambda: len(details.chain.model.rows) == 3)
    rows = [[strip_isolates(str(details.chain.model.index(row, c).data())) for c in range(4)] for row in range(3)]
    assert rows == [
        ["0 ms", "This program", "step 0", ""],
        ["500 ms", "Team Slack", "step 1", "1.5 s"],
        ["2.8 s", "Team Slack", "step 2", "250 ms"],
    ]
    words = "3 entries in 3.0 s. This one began after 500 ms and took 1.5 s."
    assert strip_isolates(details.chain.summary) == words
    assert details.chain.table.currentIndex().row() == 1
    qtbot.keyClick(details.chain.table, Qt.Key.Key_Down)
    qtbot.keyClick(details.chain.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: strip_isolates(details.title.text()) == "step 2")
    assert details.shown == CHAIN


def test_a_chain_in_lanes_is_gone_through_by_keys(qtbot: QtBot, page: LogsView) -> None:
    choose(qtbot, page, "step 0")
    details = page.details
    details.choose(CHAIN)
    qtbot.waitUntil(lambda: len(details.chain.model.rows) == 3)
    details.chain.kinds._segments["lanes"].click()
    lanes = details.chain.lanes
    assert lanes.isVisible()
    ids = [each.entry.id for each in details.chain.model.rows]
    assert lanes.current == ids[0]
    lanes.setFocus()
    qtbot.keyClick(lanes, Qt.Key.Key_Right)
    assert lanes.current == ids[1]
    assert strip_isolates(lanes.accessibleDescription()) == "step 1 (after 500 ms, took 1.5 s)"
    qtbot.keyClick(lanes, Qt.Key.Key_Left)
    qtbot.keyClick(lanes, Qt.Key.Key_Up)
    assert lanes.current == ids[0]
    with qtbot.waitSignal(lanes.opened) as opened:
        qtbot.keyClick(lanes, Qt.Key.Key_Return)
    assert opened.args == [ids[0]]


def lanes_of(qtbot: QtBot) -> SwimLanes:
    chain = chain_of(
        [entry(1), entry(2, created_at=START + timedelta(seconds=4), duration_ms=2000.0, connector_id="slack")]
    )
    lanes = SwimLanes(lambda owner: owner or "program", lambda link: link.entry.id)
    qtbot.addWidget(lanes)
    lanes.resize(416, 120)
    lanes.show_chain(chain, "1")
    lanes.show()
    return lanes


@pytest.mark.parametrize(("code", "start"), [(LanguageCode.ENGLISH, 208.0), (LanguageCode.ARABIC, 8.0)])
def test_bars_are_as_long_as_they_took_in_the_direction_of_the_language(
    qtbot: QtBot, code: LanguageCode, start: float
) -> None:
    language.choose(code)
    lanes = lanes_of(qtbot)
    first, second = lanes._chain.links
    assert (lanes.bar(second).x(), lanes.bar(second).width()) == (start, 200.0)
    assert lanes.bar(first).y() < lanes.bar(second).y()
    assert lanes.bar(first).width() == 6.0
    assert not lanes.grab().isNull()


def test_a_bar_is_chosen_and_opened_by_mouse(qtbot: QtBot) -> None:
    lanes = lanes_of(qtbot)
    place = lanes.bar(lanes._chain.links[1]).center()
    with qtbot.waitSignal(lanes.chosen) as chosen:
        qtbot.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=place.toPoint())
    with qtbot.waitSignal(lanes.opened) as opened:
        qtbot.mouseDClick(lanes, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert (chosen.args, opened.args) == (["2"], ["2"])
    nowhere = QMouseEvent(
        *(QEvent.Type.MouseMove, QPointF(2, 2), lanes.mapToGlobal(QPointF(2, 2))),
        *(Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
    )
    lanes.mouseMoveEvent(nowhere)
    assert lanes.current == "2"


# ---------------------------------------------------------------------------------------------------------- comparing
def test_two_chosen_entries_are_compared(qtbot: QtBot, place: Place, page: LogsView) -> None:
    page.search.setText("type:sync.step")
    qtbot.waitUntil(lambda: page.model.total == 3)
    page.table.setFocus()
    page.table.choose_row(0)
    qtbot.keyClick(page.table, Qt.Key.Key_D)
    assert "Choose two entries" in place.toasts.cards[-1].accessibleName()
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.table, Qt.Key.Key_D)
    settle(qtbot, place)
    qtbot.waitUntil(lambda: bool(page.findChildren(CompareDialog)))
    (dialog,) = page.findChildren(CompareDialog)
    found = {each.path: (each.old, each.new) for each in dialog.model.rows}
    assert found["logged step"] == (1, 2)
    assert found["message"] == ("step 1", "step 2")
    assert found["status"] == ("error", "info")
    assert "logged same" not in found
    dialog.primary.click()
    assert not dialog.isVisible()


def test_texts_and_bytes_are_compared_line_by_line() -> None:
    one = LogDetail(entry(1), payload="a\nb", headers=(("X-A", "1"),), body=b"\x00")
    other = LogDetail(entry(2), payload="a\nc", headers=(("x-a", "1"), ("x-b", "2")), body=b"{}")
    assert [each.path for each in compared(one, other)] == ['headers ["x-b"]', "logged 2", "body 1"]
    assert compared(one, LogDetail(entry(3), payload="a\nb", headers=(("x-A", "1"),), body=b"\x00")) == ()


def test_the_related_entries_are_shown_alone(qtbot: QtBot, page: LogsView, place: Place) -> None:
    choose(qtbot, page, "step 2")
    page.details.choose(CHAIN)
    page.details.chain.story.click()
    qtbot.waitUntil(lambda: page.model.total == 3)
    assert place.gateway.log_count(LogFilter(correlation_id=CAUSE)) == 3


def test_what_an_object_holds_is_made_when_it_is_looked_at(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = JsonModel([[1, 2, 3]], frozenset(), parent)
    inner = model.index(0, 0, model.index(0, 0))
    assert model.rowCount(inner) == 3
    assert model.node(inner)._children is None


@given(st.text(max_size=30))
def test_places_of_a_text_are_those_of_qt(text: str) -> None:
    place = units_at(text)
    assert [place(each) for each in range(len(text) + 1)] == [units(text[:each]) for each in range(len(text) + 1)]


def test_contents_that_cannot_be_fetched_leave_none_of_another_entry(
    qtbot: QtBot, page: LogsView, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(qtbot, page, "step 1")
    page.details.choose(PAYLOAD)
    qtbot.waitUntil(lambda: '"step": 1' in page.details.contents.view.toPlainText())

    def gone(_gateway: object, entry_id: str) -> None:
        raise NotFound(kind="log_entry", id=entry_id)

    monkeypatch.setattr(type(place.gateway), "log_detail", gone)
    choose(qtbot, page, "step 2")
    qtbot.waitUntil(lambda: bool(place.toasts.cards))
    assert page.details.shown == OVERVIEW
    assert not page.details.contents.isVisible()


def test_a_chain_that_comes_late_is_not_shown_with_another_entry(qtbot: QtBot, page: LogsView) -> None:
    choose(qtbot, page, "other 3")
    page.details.show_chain(CAUSE, chain_of([entry(1, correlation_id=CAUSE)]))
    assert page.details.chain.model.rows == ()
    choose(qtbot, page, "step 1")
    page.details.show_chain(CAUSE, chain_of([entry(1, correlation_id=CAUSE)]))
    assert len(page.details.chain.model.rows) == 1
