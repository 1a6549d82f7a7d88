"""What is fetched of a long log: the screen that is looked at, not those passed by; the number of all, step by step."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from integration_console.domain.errors import DatabaseUnreachable
from integration_console.domain.logs import LogFilter, LogPage, LogPlace
from integration_console.gateways.in_process import InProcessGateway
from integration_console.ui.language import strip_isolates
from integration_console.ui.tabs.logs.controller import make_logs_tab
from integration_console.ui.tabs.logs.view import LogsView
from integration_console.ui.theme import RowHeight
from tests.ui.log_scenes import START, add_entries, settle, shown_page
from tests.ui.workspace import Place

MANY = 4000


class SlowGateway(InProcessGateway):
    """Pages behind the first wait until the test lets them go; some fail."""

    def __init__(self, place: Place) -> None:
        super().__init__(place.opened.context, lambda: place.server.state)
        self.gate = threading.Event()
        self.asked: list[LogPlace] = []
        self.fails = False

    def log_page(
        self, wanted: LogFilter, after: LogPlace | None = None, limit: int = 200, *, newer: bool = False
    ) -> LogPage:
        if after is not None and limit == 200:
            self.asked.append(after)
            assert self.gate.wait(30)
            if self.fails:
                raise DatabaseUnreachable(database="the file", reason="it is slow")
        return super().log_page(wanted, after, limit, newer=newer)


@pytest.fixture
def slow(place: Place) -> Iterator[SlowGateway]:
    add_entries(place, MANY)
    gateway = SlowGateway(place)
    yield gateway
    gateway.gate.set()


def scroll_to(page: LogsView, row: int) -> None:
    page.table.verticalScrollBar().setValue(row * RowHeight.COMPACT)
    page.table.viewport().repaint()


def is_whole(page: LogsView) -> bool:
    first, last = page.table.seen_rows
    return page.model.entry(first) is not None and page.model.entry(last) is not None


def test_screens_that_were_passed_by_are_not_fetched(qtbot: QtBot, place: Place, slow: SlowGateway) -> None:
    page = shown_page(qtbot, place, slow)
    for row in range(400, 3600, 200):
        scroll_to(page, row)
        qtbot.wait(10)
    assert len(slow.asked) <= 2  # the first one, and one more while it is on its way
    slow.gate.set()
    qtbot.waitUntil(lambda: is_whole(page))
    settle(qtbot, place)
    assert len(slow.asked) <= 4
    first = page.table.seen_rows[0]
    entry = page.model.entry(first)
    assert entry is not None
    assert entry.message == f"number {MANY - first}"  # the workspace's own entry is the newest


def test_what_fails_is_said_and_not_asked_for_again_before_somebody_looks(
    qtbot: QtBot, place: Place, slow: SlowGateway
) -> None:
    slow.fails = True
    slow.gate.set()
    page = shown_page(qtbot, place, slow)
    scroll_to(page, 2000)
    qtbot.waitUntil(lambda: not page.states.shows_content)
    settle(qtbot, place)
    asked = len(slow.asked)
    qtbot.wait(200)
    assert len(slow.asked) == asked
    slow.fails = False
    page.states.retry_requested.emit()
    qtbot.waitUntil(lambda: page.states.shows_content)


def test_the_number_of_entries_is_learnt_step_by_step(
    qtbot: QtBot, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("integration_console.ui.tabs.logs.fetching._STEPS", (600, 2000, 50_000_000))
    add_entries(place, MANY)
    page = shown_page(qtbot, place)
    page.filters.show_filter(LogFilter(since=START))
    qtbot.waitUntil(lambda: page.model.total == place.gateway.log_count(LogFilter()))
    assert strip_isolates(page.live.total_words) == f"{page.model.total:,} entries"


class SlowToCount(InProcessGateway):
    """Counts only once the test lets it."""

    def __init__(self, place: Place) -> None:
        super().__init__(place.opened.context, lambda: place.server.state)
        self.gate = threading.Event()
        self.counted: list[LogFilter] = []

    def log_count(self, wanted: LogFilter, at_most: int = 100_000, *, newer_than: LogPlace | None = None) -> int:
        self.counted.append(wanted)
        assert self.gate.wait(30)
        return super().log_count(wanted, at_most, newer_than=newer_than)


@pytest.fixture
def uncounted(place: Place) -> Iterator[SlowToCount]:
    add_entries(place, MANY)
    gateway = SlowToCount(place)
    yield gateway
    gateway.gate.set()


def begun_page(qtbot: QtBot, place: Place, gateway: InProcessGateway) -> LogsView:
    """The page as it is before anything was counted."""
    view = make_logs_tab(gateway, place.tasks, place.relay, place.toasts)
    place.window.setCentralWidget(view)
    place.window.resize(1200, 700)
    place.window.show()
    qtbot.waitUntil(lambda: view.model.total > 0)
    return view


def test_the_first_rows_are_there_before_they_are_counted(qtbot: QtBot, place: Place, uncounted: SlowToCount) -> None:
    page = begun_page(qtbot, place, uncounted)
    assert page.states.shows_content
    assert is_whole(page)
    qtbot.waitUntil(lambda: bool(uncounted.counted))
    assert page.model.total == 201  # those of the first page, and one that follows for certain
    qtbot.waitUntil(lambda: strip_isolates(page.live.total_words) == "201 entries or more")
    uncounted.gate.set()
    qtbot.waitUntil(lambda: page.model.total == place.gateway.log_count(LogFilter()))
    settle(qtbot, place)
    assert strip_isolates(page.live.total_words) == f"{page.model.total:,} entries"


def reads_on(page: LogsView, known: int) -> bool:
    return page.model.total > known and is_whole(page)


def test_one_may_read_on_while_it_is_counted(qtbot: QtBot, place: Place, uncounted: SlowToCount) -> None:
    page = begun_page(qtbot, place, uncounted)
    for _ in range(3):
        known = page.model.total
        scroll_to(page, known - 1)
        qtbot.waitUntil(partial(reads_on, page, known))
    row = page.table.seen_rows[0]
    entry = page.model.entry(row)
    assert entry is not None
    assert entry.message == f"number {MANY - row}"
    uncounted.gate.set()
    qtbot.waitUntil(lambda: page.model.total == place.gateway.log_count(LogFilter()))
    assert page.table.seen_rows[0] == row  # the table stays where it was


def test_another_filter_shows_its_rows_while_the_first_is_still_counted(
    qtbot: QtBot, place: Place, uncounted: SlowToCount
) -> None:
    page = begun_page(qtbot, place, uncounted)
    qtbot.waitUntil(lambda: bool(uncounted.counted))
    page.filters.show_filter(LogFilter(query='"number 1234"'))
    qtbot.waitUntil(lambda: page.model.total == 1)
    assert strip_isolates(page.live.total_words) == "1 entry"
    uncounted.gate.set()
    settle(qtbot, place)
    assert page.model.total == 1  # what the count before found is no longer told
    assert strip_isolates(page.live.total_words) == "1 entry"


def test_arrivals_while_it_is_counted_are_counted_once(
    qtbot: QtBot, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("integration_console.ui.tabs.logs.fetching._STEPS", (300, 50_000_000))
    add_entries(place, 1000)
    page = shown_page(qtbot, place)
    place.add_webhook()
    place.add_slack()
    qtbot.waitUntil(lambda: page.model.total == place.gateway.log_count(LogFilter()))
    settle(qtbot, place)
    assert page.model.total == place.gateway.log_count(LogFilter())


def test_page_keys_go_a_screen_at_a_time_and_shift_chooses(qtbot: QtBot, place: Place) -> None:
    add_entries(place, MANY)
    page = shown_page(qtbot, place)
    table = page.table
    table.setFocus()
    table.choose_row(0)
    qtbot.keyClick(table, Qt.Key.Key_PageDown)
    one = table.currentIndex().row()
    assert one > 10
    qtbot.keyClick(table, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    two = table.currentIndex().row()
    assert table.chosen_ranges == (range(one, two + 1),)
    qtbot.keyClick(table, Qt.Key.Key_PageUp)
    assert table.currentIndex().row() < two
    qtbot.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert table.chosen_ranges[0].start == 0
