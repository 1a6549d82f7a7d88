"""What conditions mean for figures: their time, whether figures answer them, and bars that people can read."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from integration_console.domain.errors import InvalidInput
from integration_console.domain.log_conditions import EVERYTHING, Condition, Within
from integration_console.domain.log_figures import Figures, LogBar, LogDimension, LogSpan
from integration_console.domain.log_query import parse_query
from integration_console.domain.log_spans import Simple, bar_starts, bars_of, bounds_of, required_span, simple_of
from integration_console.domain.log_terms import Names
from integration_console.domain.logs import LogStatus
from tests.fakes import BEGIN, END, NOON

RIYADH = ZoneInfo("Asia/Riyadh")


def condition(query: str) -> Condition:
    return parse_query(query, Names({"Odoo": "0" * 8 + "-0000-7000-8000-" + "0" * 12}, {}, NOON, UTC))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", Simple()),
        ("status:error", Simple(frozenset({LogStatus.ERROR}))),
        ("status:error status:info", Simple(frozenset())),
        ("type:a.b last 24h", Simple(dimension=LogDimension.TYPE, value="a.b")),
        ("connector:Odoo", Simple(dimension=LogDimension.CONNECTOR, value="00000000-0000-7000-8000-000000000000")),
        ("type:a type:b", None),
        ("type:a.*", None),
        ("words", None),
        ("status:error OR words", None),
    ],
)
def test_figures_answer_what_is_about_one_thing(query: str, expected: Simple | None) -> None:
    assert simple_of(condition(query)) == expected


def test_the_time_of_a_condition_is_what_all_its_parts_leave() -> None:
    assert bounds_of(EVERYTHING) == Within(None, None)
    found = bounds_of(condition("2026-11-01..2026-11-05 until:2026-11-03 words"))
    assert found == Within(datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 4, tzinfo=UTC))


@given(st.integers(1_600_000_000, 1_900_000_000), st.integers(0, 10**8), st.integers(1, 200))
def test_bars_cover_the_span_are_equally_long_and_no_more_than_wanted(at: int, seconds: int, most: int) -> None:
    since = datetime.fromtimestamp(at, UTC)
    starts = bar_starts(since, since + timedelta(seconds=seconds), RIYADH, most)
    steps = {later - earlier for earlier, later in itertools.pairwise(starts)}
    assert starts[0] <= since
    assert starts[-1] >= since + timedelta(seconds=seconds)
    assert len(steps) == 1
    (step,) = steps
    assert len(starts) - 1 <= most
    if step >= timedelta(hours=1):
        assert all((each.minute, each.second, each.microsecond) == (0, 0, 0) for each in starts)


@given(
    st.datetimes(timezones=st.just(UTC)),
    st.datetimes(timezones=st.just(UTC)),
    st.sampled_from(["UTC", "Asia/Riyadh", "Pacific/Kiritimati", "America/Los_Angeles"]),
    st.integers(1, 400),
)
@example(BEGIN, END, "Pacific/Kiritimati", 1)
@example(END, END, "America/Los_Angeles", 60)
@example(BEGIN, BEGIN, "Asia/Riyadh", 60)
def test_whatever_year_an_entry_says_there_are_bars(since: datetime, until: datetime, zone: str, most: int) -> None:
    starts = bar_starts(since, until, ZoneInfo(zone), most)
    assert 1 <= len(starts) - 1 <= most
    first, last = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
    assert starts[0] <= min(max(since, first), last)
    assert starts[-1] >= max(min(until, last), first)
    assert len({later - earlier for earlier, later in itertools.pairwise(starts)}) == 1


def test_bars_of_days_begin_with_a_day_of_the_zone() -> None:
    starts = bar_starts(NOON, NOON + timedelta(days=60), RIYADH, 90)
    assert {each.astimezone(RIYADH).hour for each in starts} == {0}


def test_a_bar_and_figures_know_their_sums() -> None:
    assert LogBar(NOON, 1, 2, 3, 4).entries == Figures(1, 2, 3, 4).entries == 10
    assert (Figures(1, 2, 3, 4).success_rate, Figures().success_rate) == (0.6, None)


def test_what_is_counted_under_no_bar_is_left_out() -> None:
    starts = [NOON, NOON + timedelta(hours=1), NOON + timedelta(hours=2)]
    counted = [(0, "error", 2), (1, "info", 1), (0, "error", 1), (-1, "error", 7), (2, "error", 7), (10**30, "info", 1)]
    assert bars_of(starts, counted) == (LogBar(starts[0], error=3), LogBar(starts[1], info=1))


def test_a_span_has_a_length() -> None:
    span = LogSpan(NOON, NOON + timedelta(seconds=1))
    assert required_span(span) is span
    with pytest.raises(InvalidInput):
        required_span(LogSpan(NOON, NOON))
