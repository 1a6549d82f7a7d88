"""Chosen entries on the clipboard, in each of the ways."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from integration_console.domain.errors import PermissionDenied
from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogDraft, LogStatus
from integration_console.domain.masking import MASK
from integration_console.domain.permissions import ROLE_RIGHTS, Role
from integration_console.gateways.in_process import InProcessGateway
from integration_console.storage.log_rows import append_entries
from integration_console.ui.language import LanguageCode, error_sentence, language
from integration_console.ui.tabs.logs import copying
from integration_console.ui.tabs.logs.view import LogsView
from tests.ui.log_scenes import START, add_entries, settle, shown_page
from tests.ui.workspace import Place


def copied() -> str:
    return QGuiApplication.clipboard().text()


def choose(qtbot: QtBot, page: LogsView, first: int, last: int) -> None:
    """By keyboard: from one row down to another."""
    page.table.setFocus()
    page.table.choose_row(first)
    for _row in range(last - first):
        qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def act(page: LogsView, words: str) -> None:
    next(each for each in page.more.choices.actions() if each.text().split("\t")[0] == words).trigger()


def add_strange(place: Place) -> None:
    strange = LogDraft(
        new_id(), START, LogStatus.WARNING, "custom.note", "تمت مزامنة Odoo\u202e HR\u200b", "=1+1", duration_ms=3.0
    )
    place.opened.store.write(lambda writing: append_entries(writing, [strange]))


def test_rows_are_copied_as_they_are_shown(qtbot: QtBot, place: Place) -> None:
    add_entries(place, 30)
    page = shown_page(qtbot, place)
    choose(qtbot, page, 3, 5)
    assert page.table.chosen_ranges == (range(3, 6),)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: copied().count("\n") == 2)
    first = copied().split("\n")[0].split("\t")
    assert first[1:] == ["Info", "sync.noted", "", "number 27", ""]
    assert "3 entries copied" in place.toasts.cards[-1].accessibleName()


def test_what_cannot_be_seen_is_shown_in_the_table_and_in_copies(qtbot: QtBot, place: Place) -> None:
    add_strange(place)
    language.choose(LanguageCode.ARABIC)
    page = shown_page(qtbot, place)
    page.table.choose_row(1 if page.model.total > 1 else 0)
    row = next(row for row in range(page.model.total) if (e := page.model.entry(row)) and e.topic == "=1+1")
    page.table.choose_row(row)
    cells = page.model.cells(row)
    assert cells is not None
    assert cells[4].text == "تمت مزامنة Odoo⟨U+202E⟩ HR⟨U+200B⟩"
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "⟨U+202E⟩ HR⟨U+200B⟩" in copied())
    assert not set(copied()) & set("\u202e\u200b\u2066\u2067\u2068\u2069\u200e\u200f")


def test_json_and_csv_hold_all_of_an_entry(qtbot: QtBot, place: Place) -> None:
    add_strange(place)
    page = shown_page(qtbot, place)
    row = next(row for row in range(page.model.total) if (e := page.model.entry(row)) and e.topic == "=1+1")
    page.table.choose_row(row)
    act(page, "Copy as JSON")
    qtbot.waitUntil(lambda: copied().startswith("["))
    (entry,) = json.loads(copied())
    assert (entry["event_type"], entry["message"]) == ("custom.note", "تمت مزامنة Odoo\u202e HR\u200b")
    act(page, "Copy as CSV")
    qtbot.waitUntil(lambda: copied().startswith("id,created_at"))
    assert ",'=1+1," in copied()


def test_rows_that_are_not_at_hand_are_fetched_and_not_more_than_enough(qtbot: QtBot, place: Place) -> None:
    add_entries(place, 3000)
    page = shown_page(qtbot, place)
    page.table.setFocus()
    page.table.choose_row(0)
    qtbot.keyClick(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert page.table.chosen_ranges == (range(3001),)
    act(page, "Copy as JSON")
    qtbot.waitUntil(lambda: copied().startswith("[") and len(json.loads(copied())) == 2000)
    messages = [each["message"] for each in json.loads(copied())]
    assert messages[1:3] + messages[-1:] == ["number 2999", "number 2998", "number 1001"]
    assert "No more than 2,000" in place.toasts.cards[-1].accessibleName()


@pytest.fixture
def received(qtbot: QtBot, receiving_place: Place) -> LogsView:
    webhook = receiving_place.add_webhook()
    assert receiving_place.deliver(webhook, "delivery-7") == 202
    page = shown_page(qtbot, receiving_place)
    qtbot.waitUntil(lambda: (e := page.model.entry(0)) is not None and bool(e.event_id))
    return page


def test_a_received_request_is_copied_as_a_command(qtbot: QtBot, receiving_place: Place, received: LogsView) -> None:
    received.table.choose_row(0)
    act(received, "Copy as a curl command")
    qtbot.waitUntil(lambda: copied().startswith("curl --request POST http"))
    assert "x-github-event: push" in copied().lower()
    assert f"x-hub-signature-256: {MASK}" in copied().lower()
    assert '--data-raw \'{"ref": "refs/heads/main", "delivery": "delivery-7"}\'' in copied()
    received.table.choose_row(received.model.total - 1)
    before = copied()
    act(received, "Copy as a curl command")
    qtbot.waitUntil(lambda: "stored request" in receiving_place.toasts.cards[-1].accessibleName())
    assert copied() == before


def test_requests_are_closed_to_who_may_not_read_contents(qtbot: QtBot, place: Place) -> None:
    context = replace(place.opened.context, rights=ROLE_RIGHTS[Role.SUPPORT])
    page = shown_page(qtbot, place, InProcessGateway(context, lambda: place.server.state))
    action = next(each for each in page.more.choices.actions() if "curl" in each.text())
    assert not action.isEnabled()
    assert action.toolTip() == error_sentence(PermissionDenied(permission="payloads.read"))


def test_nothing_chosen_copies_nothing(qtbot: QtBot, place: Place) -> None:
    page = shown_page(qtbot, place)
    page.table.clearSelection()
    QGuiApplication.clipboard().setText("before")
    act(page, "Copy as JSON")
    settle(qtbot, place)
    assert copied() == "before"


def test_of_many_requests_it_is_said_that_not_all_were_copied(
    qtbot: QtBot, receiving_place: Place, received: LogsView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "_MOST_REQUESTS", 1)
    received.table.choose_row(0)
    act(received, "Copy as a curl command")
    qtbot.waitUntil(lambda: bool(receiving_place.toasts.cards))
    assert "No more than" not in receiving_place.toasts.cards[-1].accessibleName()
    assert receiving_place.deliver(receiving_place.add_webhook("Another"), "delivery-8") == 202
    qtbot.waitUntil(lambda: with_requests(received) > 1)
    choose(qtbot, received, 0, received.model.total - 1)
    act(received, "Copy as a curl command")
    qtbot.waitUntil(lambda: "No more than 1" in receiving_place.toasts.cards[-1].accessibleName())


def with_requests(page: LogsView) -> int:
    return sum(bool((e := page.model.entry(row)) and e.event_id) for row in range(page.model.total))
