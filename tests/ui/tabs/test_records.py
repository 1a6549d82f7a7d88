"""The page of records: choose, search, look into one, see its history, export."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from integration_console.domain.changes import Subject
from integration_console.domain.connectors import Connector
from integration_console.domain.errors import FileUnwritable
from integration_console.domain.records import ChangeKind, Record
from integration_console.domain.streams import RecordState, RemovalReason
from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.tabs.records.controller import RecordsController, make_records_tab
from integration_console.ui.tabs.records.exporting import Exporting
from integration_console.ui.tabs.records.view import RecordsView
from tests.ui.fake_syncs import CHAT, FILES, Desk


@pytest.fixture
def shop(desk: Desk) -> Connector:
    return desk.fake.add("Odoo, Riyadh")


def fill(desk: Desk, connector: Connector, count: int) -> None:
    for number in range(count):
        content = {"email": f"p{number}@mail.example", "city": "Riyadh", "tags": ["a", "b"]}
        desk.fake.add_record(connector, "contacts", f"Person {number:05}", content)


def shown(qtbot: QtBot, desk: Desk, width: int = 1200) -> RecordsView:
    view = make_records_tab(desk.fake, desk.tasks, desk.relay, desk.toasts)
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Warning, view)
    desk.show(view, width)
    settle(qtbot, desk)
    return view


def settle(qtbot: QtBot, desk: Desk, pause: int = 150) -> None:
    """Until what changed has been told and fetched."""
    keys = ("records", "records: blocks", "records: detail", "records: open", "records: export")
    qtbot.wait(pause)
    qtbot.waitUntil(lambda: not any(desk.tasks.is_running(key) for key in keys))
    qtbot.wait(30)
    qtbot.waitUntil(lambda: not any(desk.tasks.is_running(key) for key in keys))


def press(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def titles(view: RecordsView) -> list[str]:
    return [record.title if (record := view.model.record(row)) else "" for row in range(view.model.total)]


def headings(view: RecordsView) -> list[str]:
    return [column.title() for column in view.model.columns]


def empty_words(view: RecordsView) -> list[str]:
    return [view.empty._title.text(), view.empty._action.text()]


def streams(view: RecordsView) -> list[str]:
    combo = view.choices.streams
    return [strip_isolates(combo.itemText(number)) for number in range(combo.count())]


def choose_row(qtbot: QtBot, view: RecordsView, row: int) -> None:
    place = view.table.visualRect(view.model.index(row, 0)).center()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_workspace_without_sources_leads_to_adding_one(qtbot: QtBot, desk: Desk) -> None:
    desk.fake.add("Team chat", CHAT)
    view = shown(qtbot, desk)
    asked: list[bool] = []
    view.connector_requested.connect(lambda: asked.append(True))
    assert empty_words(view) == ["No records yet", "Add connector"]
    press(qtbot, view.empty._action)
    assert asked == [True]


def test_a_source_without_records_leads_to_its_sync(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    view = shown(qtbot, desk)
    asked: list[str] = []
    view.sync_requested.connect(asked.append)
    assert empty_words(view) == ["No records yet", "Sync now"]
    press(qtbot, view.empty._action)
    assert asked == [shop.id]


def test_records_stand_by_title_with_the_parts_that_their_kind_names(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    fill(desk, shop, 3)
    view = shown(qtbot, desk)
    assert headings(view) == ["Title", "ID", "State", "Email", "City", "Changed", "First seen"]
    cells = [str(view.model.index(1, column).data()) for column in range(5)]
    assert cells == ["Person 00001", view.model.record(1).external_id, "Live", "p1@mail.example", "Riyadh"]  # type: ignore[union-attr]
    assert view.count.text() == "3 records"
    assert streams(view) == ["Contacts (3)", "Products (0)"]


def test_another_kind_and_another_connector_are_chosen(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    files = desk.fake.add("Shared drive", FILES)
    desk.fake.add_record(files, "files", "Plan.pdf", {})
    desk.fake.add_record(shop, "products", "Lamp", {"price": 4})
    fill(desk, shop, 1)
    view = shown(qtbot, desk)
    view.choices.streams.setCurrentIndex(1)
    view.choices.streams.activated.emit(1)
    settle(qtbot, desk)
    assert (titles(view), headings(view)[3]) == (["Lamp"], "Price")
    view.choices.connectors.setCurrentIndex(1)
    view.choices.connectors.activated.emit(1)
    settle(qtbot, desk)
    assert (titles(view), streams(view)) == (["Plan.pdf"], ["Files (1)"])
    view.show_records(shop.id, "products")
    settle(qtbot, desk)
    assert titles(view) == ["Lamp"]


def test_another_page_leads_to_one_record(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    fill(desk, shop, 2)
    lamp = desk.fake.add_record(shop, "products", "Lamp", {"price": 4})
    view = shown(qtbot, desk)
    view.show_records(shop.id, "products", lamp.external_id)
    settle(qtbot, desk)
    assert titles(view) == ["Lamp"]
    assert view.details.record == lamp
    assert view.details.isVisible()
    view.show_records(shop.id, "products", "nobody")
    settle(qtbot, desk)
    assert len(desk.said()) == 1


def test_long_lists_are_fetched_as_they_are_looked_at(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    fill(desk, shop, 1050)
    view = shown(qtbot, desk)
    assert view.model.total == 1050
    assert view.model.record(1049) is None
    view.table.scrollToBottom()
    settle(qtbot, desk)
    last, middle = view.model.record(1049), view.model.record(500)
    assert last is not None
    assert last.title == "Person 01049"
    assert middle is None


def test_typing_searches_and_escape_shows_all_again(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    fill(desk, shop, 30)
    view = shown(qtbot, desk)
    qtbot.keyClicks(view.search, "p17@")
    settle(qtbot, desk, 350)
    assert titles(view) == ["Person 00017"]
    view.search.setText("nobody")
    settle(qtbot, desk, 350)
    assert empty_words(view) == ["No matches", "Clear filters"]
    press(qtbot, view.empty._action)
    settle(qtbot, desk)
    assert view.model.total == 30


def test_states_are_chosen_by_chips(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    fill(desk, shop, 1)
    desk.fake.add_record(shop, "contacts", "Gone", {}, state=RecordState.DELETED)
    desk.fake.add_record(shop, "contacts", "Old", {}, state=RecordState.ARCHIVED)
    view = shown(qtbot, desk)
    assert titles(view) == ["Old", "Person 00000"]
    press(qtbot, view.choices.chips[RecordState.DELETED])
    settle(qtbot, desk)
    assert titles(view) == ["Gone", "Old", "Person 00000"]
    for state in (RecordState.LIVE, RecordState.ARCHIVED, RecordState.TRASHED):
        press(qtbot, view.choices.chips[state])
    settle(qtbot, desk)
    assert titles(view) == ["Gone"]
    press(qtbot, view.choices.chips[RecordState.DELETED])
    settle(qtbot, desk)
    assert titles(view) == ["Gone", "Old", "Person 00000"]


def test_a_record_is_looked_into(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    fill(desk, shop, 3)
    view = shown(qtbot, desk)
    choose_row(qtbot, view, 1)
    settle(qtbot, desk)
    assert json.loads(view.details.content.text())["email"] == "p1@mail.example"
    assert view.details.properties.value("id") == view.model.record(1).external_id  # type: ignore[union-attr]
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    settle(qtbot, desk)
    assert json.loads(view.details.content.text())["email"] == "p2@mail.example"
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    assert view.details.isHidden()


def changed_record(desk: Desk, shop: Connector) -> Record:
    record = desk.fake.add_record(shop, "contacts", "Amal", {"city": "Riyadh", "address": {"zip": "1"}})
    middle = {"city": "Jeddah", "address": {"zip": "1"}}
    desk.fake.note(record, ChangeKind.UPDATED, record.content, middle)
    desk.fake.note(record, ChangeKind.UPDATED, middle, {"city": "Jeddah", "address": {"zip": "2"}, "vip": True})
    return record


def test_history_shows_what_two_versions_have_differently(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    record = changed_record(desk, shop)
    view = shown(qtbot, desk)
    view.open_details(record)
    view.details.choose("history")
    settle(qtbot, desk)
    history = view.details.history
    assert [change.kind for change in history.model.rows] == ["updated", "updated", "added"]
    parts = [(each.path, each.before, each.after) for each in history.differences.rows]
    assert parts == [("address.zip", "1", "2"), ("vip", None, True)]
    history.table.setCurrentIndex(history.model.index(1, 0))
    assert [(each.path, each.before, each.after) for each in history.differences.rows] == [("city", "Riyadh", "Jeddah")]
    history.table.setCurrentIndex(history.model.index(2, 0))
    assert history.heading.text() == "What the record had when it was first seen"


def test_a_tombstone_says_when_and_why(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    gone = desk.fake.add_record(
        shop, "contacts", "Gone", {"a": 1}, state=RecordState.DELETED, removal_reason=RemovalReason.LOST_ACCESS.value
    )
    desk.fake.note(gone, ChangeKind.DELETED, {"a": 1}, None, reason=RemovalReason.LOST_ACCESS.value)
    fill(desk, shop, 1)
    view = shown(qtbot, desk)
    view.open_details(gone)
    settle(qtbot, desk)
    said = strip_isolates(view.details.tombstone.accessibleName())
    assert said.startswith("Gone since ")
    assert said.endswith("The part of the source that it lives in can no longer be read.")
    assert view.details.history.heading.text().startswith("The part of the source")
    view.open_details(view.model.record(0))  # type: ignore[arg-type]
    assert view.details.tombstone.isHidden()


def test_what_a_sync_stores_appears_and_the_reader_stays_where_they_are(
    qtbot: QtBot, desk: Desk, shop: Connector
) -> None:
    fill(desk, shop, 500)
    view = shown(qtbot, desk)
    qtbot.wait(700)
    view.table.scrollTo(view.model.index(300, 0), view.table.ScrollHint.PositionAtTop)
    settle(qtbot, desk)
    before = view.table.verticalScrollBar().value()
    choose_row(qtbot, view, 305)
    settle(qtbot, desk)
    desk.fake.add_record(shop, "contacts", "Aaron", {})
    desk.fake.announce(Subject.RECORDS)
    settle(qtbot, desk, 900)
    assert (view.model.total, view.table.verticalScrollBar().value()) == (501, before)
    chosen = view.model.record(view.table.currentIndex().row())
    assert chosen is not None
    assert chosen.title == "Person 00305"


def test_records_are_exported_as_a_table_and_as_lines(
    qtbot: QtBot, desk: Desk, shop: Connector, tmp_path: Path
) -> None:
    fill(desk, shop, 3)
    view = shown(qtbot, desk)
    exporting = exporting_of(view)
    wanted = view.wanted
    assert wanted is not None
    exporting.export(wanted, tmp_path / "people.csv")
    settle(qtbot, desk)
    exporting.export(wanted, tmp_path / "people.jsonl")
    settle(qtbot, desk)
    assert len((tmp_path / "people.csv").read_text().splitlines()) == 3
    lines = (tmp_path / "people.jsonl").read_text().splitlines()
    assert [json.loads(line)["title"] for line in lines] == ["Person 00000", "Person 00001", "Person 00002"]
    assert desk.said()[0].startswith("3 records exported ")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["people.csv", "people.jsonl"]


def test_the_file_is_asked_for(
    qtbot: QtBot, desk: Desk, shop: Connector, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(desk, shop, 3)
    view = shown(qtbot, desk)
    proposed: list[str] = []

    def choose(_window: QWidget, _title: str, name: str, kinds: str) -> tuple[str, str]:
        proposed.append(name)
        return str(tmp_path / "people"), kinds.split(";;")[1]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    press(qtbot, view.export)
    settle(qtbot, desk)
    assert proposed == ["contacts.csv"]
    assert [path.name for path in tmp_path.iterdir()] == ["people.jsonl"]


def test_a_cancelled_export_leaves_no_file(qtbot: QtBot, desk: Desk, shop: Connector, tmp_path: Path) -> None:
    fill(desk, shop, 3)
    view = shown(qtbot, desk)
    desk.fake.pause_export.clear()
    wanted = view.wanted
    assert wanted is not None
    exporting_of(view).export(wanted, tmp_path / "people.csv")
    assert view.export_bar.isVisible()
    press(qtbot, view.export_bar.cancel)
    settle(qtbot, desk)
    assert desk.said() == ["The export was cancelled"]
    assert list(tmp_path.iterdir()) == []
    assert view.export_bar.isHidden()


def test_a_file_that_cannot_be_written_is_said(qtbot: QtBot, desk: Desk, shop: Connector, tmp_path: Path) -> None:
    fill(desk, shop, 1)
    view = shown(qtbot, desk)
    wanted = view.wanted
    assert wanted is not None
    path = tmp_path / "nowhere" / "people.csv"
    exporting_of(view).export(wanted, path)
    settle(qtbot, desk)
    assert desk.said() == [f"The file {path} cannot be written: No such file or directory. {FileUnwritable().advice}"]


def test_another_language_is_spoken_at_once(qtbot: QtBot, desk: Desk, shop: Connector) -> None:
    fill(desk, shop, 1)
    view = shown(qtbot, desk)
    choose_row(qtbot, view, 0)
    settle(qtbot, desk)
    language.choose(LanguageCode.PSEUDO)
    assert headings(view)[0] == "[Tîtlé~~]"
    assert view.choices.chips[RecordState.LIVE].text() == "[Lîvé~~]"
    assert view.details.pill.text == "[Lîvé~~]"
    assert streams(view)[0].startswith("[[Çöñtàçtš~~~] (1)")


def exporting_of(view: RecordsView) -> Exporting:
    controller = view.findChild(RecordsController)
    assert controller is not None
    return controller.exporting
