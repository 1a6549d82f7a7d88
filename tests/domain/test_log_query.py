"""The query language of the log: what is written, and the condition that it stands for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_console.domain.errors import QueryNotUnderstood
from integration_console.domain.log_conditions import (
    EVERYTHING,
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Contains,
    FieldIs,
    Has,
    Lasted,
    LogField,
    Not,
    StatusIs,
    Within,
)
from integration_console.domain.log_query import LONGEST, parse_query
from integration_console.domain.log_terms import Names, zone_of
from integration_console.domain.logs import LogStatus
from tests.fakes import NOON

NAMES = Names({"Ops Team": "c-1", "الموارد البشرية": "c-2"}, {"Repo": "w-1"}, NOON, ZoneInfo("Asia/Riyadh"))
DAY = datetime(2026, 11, 4, 21, tzinfo=UTC)
"""When the fifth of November begins in Riyadh."""
ERROR, WARNING = StatusIs(frozenset({LogStatus.ERROR})), StatusIs(frozenset({LogStatus.WARNING}))


def last(**span: int) -> Condition:
    return Within(since=NOON - timedelta(**span))


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", EVERYTHING),
        (" \t", EVERYTHING),
        ("Disk", Contains("disk")),
        ("disk full", AllOf((Contains("disk"), Contains("full")))),
        ('"disk  full" مرحبًا', AllOf((Contains("disk full"), Contains("مرحبا")))),
        ('""', EVERYTHING),
        ("status:error", ERROR),
        ("STATUS:Error", ERROR),
        ("status:error,warning", StatusIs(frozenset({LogStatus.ERROR, LogStatus.WARNING}))),
        ("type:webhook.*", FieldIs(LogField.TYPE, "webhook.", is_prefix=True)),
        ("type:a,b", AnyOf((FieldIs(LogField.TYPE, "a"), FieldIs(LogField.TYPE, "b")))),
        ('connector:"ops team"', FieldIs(LogField.CONNECTOR, "c-1")),
        ("connector:c-1", FieldIs(LogField.CONNECTOR, "c-1")),
        ('connector:"الموارد البشريه"', FieldIs(LogField.CONNECTOR, "c-2")),
        ("webhook:REPO", FieldIs(LogField.WEBHOOK, "w-1")),
        ("correlation:abc", FieldIs(LogField.CORRELATION, "abc")),
        ("id:01*", FieldIs(LogField.ID, "01", is_prefix=True)),
        ("has:error", Has(LogField.ERROR)),
        ("has:duration", Has(None)),
        ("duration:>2s", Lasted(Comparison.ABOVE, 2000)),
        ("duration:<=1.5m", Lasted(Comparison.AT_MOST, 90_000)),
        ("duration:>=5", Lasted(Comparison.AT_LEAST, 5)),
        ("duration:2s..5s", AllOf((Lasted(Comparison.AT_LEAST, 2000), Lasted(Comparison.AT_MOST, 5000)))),
        ("last:90s", last(seconds=90)),
        ("last 24h", last(hours=24)),
        ("last 2w", last(weeks=2)),
        ("last 99999w", last(weeks=99_999)),
        ("..9999-12-30", Within(until=datetime(9999, 12, 30, 21, tzinfo=UTC))),
        ("last", Contains("last")),
        ("last words", AllOf((Contains("last"), Contains("words")))),
        ('"last" 24h', AllOf((Contains("last"), Contains("24h")))),
        ("2026-11-05", Within(DAY, DAY + timedelta(days=1))),
        ("2026-11-01..2026-11-05", Within(DAY - timedelta(days=4), DAY + timedelta(days=1))),
        ("2026-11-05..", Within(since=DAY)),
        ("..2026-11-05", Within(until=DAY + timedelta(days=1))),
        ("since:2026-11-05", Within(since=DAY)),
        ("until:2026-11-05T00:00", Within(until=DAY)),
        ("since:2026-11-04T21:00Z", Within(since=DAY)),
        ("2026-11-05T00:00..2026-11-05T01:00", Within(DAY, DAY + timedelta(hours=1))),
        ("2026-11-05T00:00", Contains("2026-11-05t00:00")),
        ('"2026-11-05"', Contains("2026-11-05")),
        ("https://x.test/a", Contains("https://x.test/a")),
        ("-disk", Not(Contains("disk"))),
        ("--disk", Not(Not(Contains("disk")))),
        ("NOT disk", Not(Contains("disk"))),
        ("-", Contains("-")),
        ("well-known", Contains("well-known")),
        ("a OR b c", AnyOf((Contains("a"), AllOf((Contains("b"), Contains("c")))))),
        ("a AND b", AllOf((Contains("a"), Contains("b")))),
        ("(a OR b) c", AllOf((AnyOf((Contains("a"), Contains("b"))), Contains("c")))),
        ("-(a OR status:error)", Not(AnyOf((Contains("a"), ERROR)))),
        ("or", Contains("or")),
        ('"OR"', Contains("or")),
        ("status:error OR status:warning", StatusIs(ERROR.statuses | WARNING.statuses)),
    ],
)
def test_a_query_stands_for_a_condition(query: str, wanted: Condition) -> None:
    assert parse_query(query, NAMES) == wanted


@pytest.mark.parametrize(
    "part",
    [
        "status:bad",
        "connector:nobody",
        "webhook:nobody",
        "last:soon",
        "last:5y",
        "last 5y",
        'status:""',
        "status:",
        "colour:red",
        "has:everything",
        "duration:2s",
        "duration:>2y",
        "duration:..",
        "2026-13-01",
        "since:soon",
        "until:2026-02-30",
        "2026-02-30..",
        '"not closed',
        ")",
        "since:9999-12-31T24:00",
    ],
)
def test_a_part_that_means_nothing_is_named_with_its_place(part: str) -> None:
    with pytest.raises(QueryNotUnderstood) as caught:
        parse_query(f"word {part}", NAMES)
    assert caught.value.params == {"part": part, "position": "5"}


@pytest.mark.parametrize(
    ("query", "position"),
    [("a OR", 4), ("OR a", 0), ("a OR OR b", 5), ("()", 1), ("word (", 6), ("(a", 0), ("a (b OR", 7), ("NOT", 3)],
)
def test_what_is_missing_is_missed_at_its_place(query: str, position: int) -> None:
    with pytest.raises(QueryNotUnderstood) as caught:
        parse_query(query, NAMES)
    assert caught.value.params["position"] == str(position)


@pytest.mark.parametrize("query", ["(" * 500 + "a" + ")" * 500, "-" * 500 + "a", "a " * LONGEST])
def test_a_query_beyond_all_bounds_is_refused(query: str) -> None:
    with pytest.raises(QueryNotUnderstood):
        parse_query(query, NAMES)


@given(st.text(st.sampled_from('ab:()"-.*0 1>:statuslastOR٣'), max_size=40))
def test_whatever_is_written_is_understood_or_refused(query: str) -> None:
    position = 0
    try:
        parse_query(query, NAMES)
    except QueryNotUnderstood as error:
        position = int(error.params["position"])
    assert 0 <= position <= len(query)


@pytest.mark.parametrize(
    ("name", "hours"),
    [
        ("UTC", 0),
        ("Asia/Riyadh", 3),
        ("+05:30", 5.5),
        ("-03:00", -3),
        ("+99:00", None),
        ("../x", None),
        ("", None),
        ("No/where", None),
    ],
)
def test_time_zones_are_known_by_name_or_offset(name: str, hours: float | None) -> None:
    zone = zone_of(name)
    assert (zone and NOON.astimezone(zone).utcoffset()) == (None if hours is None else timedelta(hours=hours))
