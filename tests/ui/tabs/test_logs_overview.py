"""What the log adds up to, in the window: bars over time from which a stretch is chosen, and statistics."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from integration_console.domain.log_figures import LogBar, LogDimension, LogHistogram
from integration_console.domain.logs import LogStatus
from integration_console.storage.log_rows import append_entries
from integration_console.ui.language import LanguageCode, language
from integration_console.ui.tabs.logs.adding_up import LogOverview
from integration_console.ui.tabs.logs.controller import make_logs_tab
from integration_console.ui.tabs.logs.histogram import LogHistogramView
from integration_console.ui.tabs.logs.view import ENTRIES, FIGURES, LogsView
from integration_console.ui.theme import ThemeChoice, theme
from tests.builders import log_draft
from tests.fakes import NOON
from tests.ui.workspace import Place

HOUR = timedelta(hours=1)
WIDTH = 216
"""Ten bars of twenty pixels, and the margins."""


@pytest.fixture
def bars(qtbot: QtBot) -> LogHistogramView:
    found = LogHistogramView()
    qtbot.addWidget(found)
    found.resize(WIDTH, found.height())
    made = (LogBar(NOON + HOUR * number, success=10, error=number % 2) for number in range(10))
    found.show_histogram(LogHistogram(3600, tuple(made)))
    found.show()
    return found


def place_of(number: int) -> QPoint:
    x = 8 + 20 * number + 10
    return QPoint(WIDTH - x if language.is_right_to_left else x, 40)


def chosen(bars: LogHistogramView) -> tuple[int, int] | None:
    return bars.chosen


def told(bars: LogHistogramView) -> list[tuple[datetime, datetime]]:
    spans: list[tuple[datetime, datetime]] = []
    bars.span_chosen.connect(lambda since, until: spans.append((since, until)))
    return spans


@pytest.mark.parametrize("code", [LanguageCode.ENGLISH, LanguageCode.ARABIC])
def test_a_drag_chooses_a_stretch_in_the_direction_of_reading(
    bars: LogHistogramView, qtbot: QtBot, code: LanguageCode
) -> None:
    language.choose(code)
    spans = told(bars)
    qtbot.mousePress(bars, Qt.MouseButton.LeftButton, pos=place_of(6))
    qtbot.mouseMove(bars, place_of(3))
    assert chosen(bars) == (3, 6)
    qtbot.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=place_of(3))
    assert spans == [(NOON + 3 * HOUR, NOON + 7 * HOUR)]
    assert chosen(bars) is None


@pytest.mark.parametrize("code", [LanguageCode.ENGLISH, LanguageCode.ARABIC])
def test_a_stretch_is_chosen_by_keyboard(bars: LogHistogramView, qtbot: QtBot, code: LanguageCode) -> None:
    language.choose(code)
    spans, wider = told(bars), list[bool]()
    bars.wider_asked.connect(lambda: wider.append(True))
    later = Qt.Key.Key_Left if language.is_right_to_left else Qt.Key.Key_Right
    for key in (Qt.Key.Key_Return, later, later):
        qtbot.keyClick(bars, key)
    assert (chosen(bars), spans) == ((1, 1), [])
    assert "1" in bars.accessibleDescription()
    qtbot.keyClick(bars, later, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(bars, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(bars) == (1, 9)
    qtbot.keyClick(bars, Qt.Key.Key_Escape)
    assert chosen(bars) is None
    qtbot.keyClick(bars, Qt.Key.Key_Home)
    qtbot.keyClick(bars, Qt.Key.Key_Return)
    qtbot.keyClick(bars, Qt.Key.Key_Backspace)
    assert (spans, wider) == ([(NOON, NOON + HOUR)], [True])


def test_bars_that_stay_keep_what_is_chosen_and_others_let_it_go(bars: LogHistogramView, qtbot: QtBot) -> None:
    qtbot.keyClick(bars, Qt.Key.Key_Home)
    bars.show_histogram(LogHistogram(3600, tuple(LogBar(each.since, 1) for each in bars.found.bars)))
    assert chosen(bars) == (0, 0)
    bars.show_histogram(LogHistogram(60, (LogBar(NOON, 1),)))
    assert chosen(bars) is None
    bars.show_histogram(LogHistogram())
    assert bars.isHidden()


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST])
def test_one_error_among_many_entries_is_seen(qtbot: QtBot, choice: ThemeChoice) -> None:
    theme.choose(choice)
    bars = LogHistogramView()
    qtbot.addWidget(bars)
    bars.resize(WIDTH, bars.height())
    bars.show_histogram(LogHistogram(3600, (LogBar(NOON, success=100_000, error=1), LogBar(NOON + HOUR, success=9))))
    assert pixels(bars.grab().toImage(), theme.color("danger").rgb()) > 100
    bars.show_histogram(LogHistogram(3600, (LogBar(NOON, success=100_000), LogBar(NOON + HOUR, success=9))))
    assert pixels(bars.grab().toImage(), theme.color("danger").rgb()) == 0


def pixels(image: QImage, color: int) -> int:
    return sum(image.pixel(x, y) == color for x in range(image.width()) for y in range(image.height()))


@pytest.fixture
def view(place: Place, qtbot: QtBot) -> LogsView:
    slack, now = place.add_slack(), datetime.now(UTC)
    drafts = [
        log_draft(
            created_at=now - HOUR * number,
            event_type="message.sent",
            connector_id=slack.id,
            status=LogStatus.ERROR if number % 4 == 0 else LogStatus.SUCCESS,
            error_code="slack.channel_not_found" if number % 4 == 0 else "",
            duration_ms=100.0,
        )
        for number in range(40)
    ]
    place.opened.context.store.write(lambda writing: append_entries(writing, drafts))
    found = make_logs_tab(place.gateway, place.tasks, place.relay, place.toasts)
    qtbot.addWidget(found)
    found.resize(1200, 800)
    found.show()
    qtbot.waitUntil(lambda: bool(found.histogram.found.bars) and found.model.total > 40)
    return found


def test_the_bars_follow_the_filter_and_lead_back(view: LogsView, qtbot: QtBot) -> None:
    def sum_of_bars() -> int:
        return sum(each.entries for each in view.histogram.found.bars)

    view.filters.search.setText("status:error last 24h")
    view.filters.search.searched.emit("")
    qtbot.waitUntil(lambda: sum_of_bars() == 6)
    first = view.histogram.found.bars[0].since
    view.histogram.span_chosen.emit(first, first + 4 * HOUR)
    assert "since:" in view.filters.query
    assert "status:error" in view.filters.query
    qtbot.waitUntil(lambda: sum_of_bars() == 1)
    view.histogram.wider_asked.emit()
    assert view.filters.query == "status:error last 24h"
    view.histogram.wider_asked.emit()  # nothing was before that: any time
    assert view.filters.query == "status:error"


def test_statistics_tell_things_apart_and_lead_to_their_entries(view: LogsView, qtbot: QtBot, place: Place) -> None:
    figures = view.figures
    qtbot.mouseClick(view.perspective._segments[FIGURES], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(figures.parts_model.rows) == 1)
    assert figures.isVisible()
    (row,) = figures.parts_model.rows
    assert (row.name, row.figures.error, row.figures.entries) == ("Team Slack", 10, 41)
    assert [each.entries for each in figures.errors_model.rows] == [10]
    assert "{" not in figures.errors_model.rows[0].title
    qtbot.mouseClick(figures.by._segments[LogDimension.TYPE.value], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: {each.query for each in figures.parts_model.rows} >= {"type:message.sent"})
    qtbot.mouseClick(figures.by._segments[LogDimension.KEY.value], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not figures.states.shows_content)
    qtbot.mouseClick(figures.by._segments[LogDimension.WEBHOOK.value], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: figures.states.shows_content)
    figures.errors.row_opened.emit(0)
    assert view.perspective.key == ENTRIES
    assert view.filters.query == "error:slack.channel_not_found"
    view.show_perspective(FIGURES)
    figures.by.choose(LogDimension.CONNECTOR.value)
    figures.asked.emit()
    qtbot.waitUntil(lambda: len(figures.parts_model.rows) == 1)
    figures.parts.row_opened.emit(0)
    assert view.filters.query == 'error:slack.channel_not_found connector:"Team Slack"'


def test_figures_follow_what_happens(view: LogsView, qtbot: QtBot, place: Place) -> None:
    view.show_perspective(FIGURES)
    qtbot.waitUntil(lambda: len(view.figures.parts_model.rows) == 1)
    place.add_slack("Other Slack")
    qtbot.waitUntil(lambda: {each.name for each in view.figures.parts_model.rows} == {"Team Slack", "Other Slack"})


def test_figures_of_a_page_that_was_out_of_sight_follow_when_it_is_shown(
    view: LogsView, qtbot: QtBot, place: Place
) -> None:
    def sum_of_bars() -> int:
        return sum(each.entries for each in view.histogram.found.bars)

    (overview,) = view.findChildren(LogOverview)
    qtbot.waitUntil(lambda: not overview._pause.isActive() and not place.tasks.is_running("logs.overview"))
    overview._pause.setInterval(50)
    before = sum_of_bars()
    view.hide()
    with qtbot.waitSignal(overview._pause.timeout):
        place.add_slack("Other Slack")
    assert sum_of_bars() == before
    view.show()
    qtbot.waitUntil(lambda: sum_of_bars() == before + 1)


def test_a_drag_over_bars_that_move_is_let_go(bars: LogHistogramView, qtbot: QtBot) -> None:
    spans = told(bars)
    qtbot.mousePress(bars, Qt.MouseButton.LeftButton, pos=place_of(6))
    qtbot.mouseMove(bars, place_of(3))
    bars.show_histogram(LogHistogram(3600, tuple(LogBar(each.since + HOUR, 1) for each in bars.found.bars)))
    qtbot.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=place_of(3))
    assert (chosen(bars), spans) == (None, [])
