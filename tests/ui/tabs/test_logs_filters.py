"""The query and the controls beside it stay in step, whichever a person changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogFilter, LogStatus
from integration_console.ui.tabs.logs.filters import FilterBar
from integration_console.ui.tabs.logs.time_range import ALL, CUSTOM, DAY, HOUR, WEEK
from integration_console.ui.widgets import SearchField

SLACK, REPO, GONE = new_id(), new_id(), new_id()


@pytest.fixture
def bar(qtbot: QtBot) -> FilterBar:
    found = FilterBar(SearchField())
    qtbot.addWidget(found)
    qtbot.addWidget(found.search)
    found.show_types(("sync.done", "webhook.received"))
    found.show_names({SLACK: "Team Slack", new_id(): 'Odd "name"'}, {REPO: "Repo"})
    return found


def pick(choice: QComboBox, data: str) -> None:
    choice.setCurrentIndex(choice.findData(data))
    choice.activated.emit(choice.currentIndex())


def state(bar: FilterBar) -> tuple[object, ...]:
    return (
        {each.value for each in bar.statuses.statuses},
        bar.types.currentData(),
        bar.sources.currentData(),
        bar.times.choice.currentData(),
        not bar.story.isHidden(),
    )


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", (set(), "", "", ALL, False)),
        ("disk", (set(), "", "", ALL, False)),
        ("status:error,warning disk", ({"error", "warning"}, "", "", ALL, False)),
        ("-status:error", (set(), "", "", ALL, False)),
        ("status:error OR disk", (set(), "", "", ALL, False)),
        ("type:sync.done last 24h", (set(), "sync.done", "", DAY, False)),
        ("type:sync.* last:1h", (set(), "sync.*", "", HOUR, False)),
        ('connector:"team slack" last 7d', (set(), "", f"connector:{SLACK}", WEEK, False)),
        ("webhook:Repo", (set(), "", f"webhook:{REPO}", ALL, False)),
        (f"connector:{GONE}", (set(), "", f"connector:{GONE}", ALL, False)),
        ("2026-11-01..2026-11-05", (set(), "", "", CUSTOM, False)),
        ("last 3d correlation:abc", (set(), "", "", CUSTOM, True)),
    ],
)
def test_what_is_written_is_shown(bar: FilterBar, query: str, shown: tuple[object, ...]) -> None:
    bar.search.setText(query)
    bar.search.searched.emit(query)
    assert state(bar) == shown
    assert bar.fault.isHidden()


def test_what_is_chosen_is_written_and_the_rest_stays(bar: FilterBar) -> None:
    told: list[LogFilter] = []
    bar.filter_changed.connect(told.append)
    bar.search.setText('disk -"full"')
    steps: list[tuple[Callable[[], None], str]] = [
        (bar.statuses.chips[LogStatus.ERROR].click, 'disk -"full" status:error'),
        (bar.statuses.chips[LogStatus.WARNING].click, 'disk -"full" status:error,warning'),
        (lambda: pick(bar.types, "sync.done"), 'disk -"full" status:error,warning type:sync.done'),
        (lambda: pick(bar.times.choice, DAY), 'disk -"full" status:error,warning type:sync.done last 24h'),
        (lambda: pick(bar.types, ""), 'disk -"full" status:error,warning last 24h'),
        (bar.statuses.chips[LogStatus.WARNING].click, 'disk -"full" status:error last 24h'),
        (lambda: pick(bar.sources, f"connector:{SLACK}"), 'disk -"full" status:error last 24h connector:"Team Slack"'),
        (lambda: pick(bar.sources, f"webhook:{REPO}"), 'disk -"full" status:error last 24h webhook:Repo'),
        (lambda: pick(bar.sources, ""), 'disk -"full" status:error last 24h'),
        (lambda: pick(bar.times.choice, ALL), 'disk -"full" status:error'),
        (bar.reset.click, ""),
    ]
    for act, query in steps:
        act()
        assert (bar.query, told[-1].query) == (query, query)
    assert len(told) == len(steps)


def test_a_stretch_of_ones_own_is_written_as_it_is_shown(bar: FilterBar) -> None:
    pick(bar.times.choice, CUSTOM)
    moment = datetime(2026, 11, 5, 14, 30, tzinfo=UTC)
    bar.times.since.setDateTime(bar.times.since.dateTime().addDays(-3))
    assert bar.times.choice.currentData() == CUSTOM
    since = bar.times.since.moment
    assert bar.query.startswith(f"since:{since.astimezone():%Y-%m-%dT%H:%M} until:")
    bar.show_filter(LogFilter(since=moment - timedelta(hours=2), until=moment))
    assert (bar.times.since.moment, bar.times.until.moment) == (moment - timedelta(hours=2), moment)


def test_a_name_that_cannot_be_written_is_named_by_its_id(bar: FilterBar) -> None:
    odd = next(key for key in bar._names[0] if key != SLACK)
    pick(bar.sources, f"connector:{odd}")
    assert bar.query == f"connector:{odd}"
    assert bar.sources.currentData() == f"connector:{odd}"


def test_nothing_is_told_while_a_query_is_not_understood(bar: FilterBar) -> None:
    told: list[LogFilter] = []
    bar.filter_changed.connect(told.append)
    for query in ("status:", "status:e", "status:error"):
        bar.search.setText(query)
        bar.search.searched.emit(query)
    assert [each.query for each in told] == ["status:error"]


def test_a_name_that_is_not_known_yet_is_asked_for_once_it_is(bar: FilterBar) -> None:
    told: list[LogFilter] = []
    bar.filter_changed.connect(told.append)
    bar.search.setText("connector:Odoo")
    bar.search.searched.emit("connector:Odoo")
    assert (told, bar.fault.isHidden()) == ([], False)
    bar.show_names({SLACK: "Odoo"}, {})
    assert ([each.query for each in told], bar.fault.isHidden()) == (["connector:Odoo"], True)


def test_the_story_of_an_entry_is_left_by_its_button(bar: FilterBar) -> None:
    bar.show_filter(LogFilter(correlation_id="abc", query="disk"))
    assert (bar.query, bar.story.isHidden()) == ("correlation:abc disk", False)
    bar.story.click()
    assert (bar.query, bar.story.isHidden()) == ("disk", True)


@pytest.mark.parametrize("query", ["since:0001-01-01", "until:9999-12-30", "0001-01-01..9999-12-30"])
def test_times_of_any_year_can_be_shown_and_chosen(bar: FilterBar, query: str) -> None:
    bar.show_filter(LogFilter(query=query))
    bar.times.since.setDateTime(bar.times.since.minimumDateTime())
    bar.times.until.setDateTime(bar.times.until.maximumDateTime())
    assert bar.times.written
