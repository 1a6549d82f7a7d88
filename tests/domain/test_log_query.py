"""The small query language of the log."""

from __future__ import annotations

from datetime import timedelta

import pytest

from integration_console.domain.errors import QueryNotUnderstood
from integration_console.domain.log_query import Names, parse_query
from integration_console.domain.logs import LogFilter, LogStatus
from tests.fakes import NOON

NAMES = Names({"Ops Team": "c-1"}, {"Repo": "w-1"}, NOON)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", LogFilter()),
        ("disk full", LogFilter(text=("disk", "full"))),
        ('"disk full" مرحبا', LogFilter(text=("disk full", "مرحبا"))),
        ("status:error,warning", LogFilter(statuses=frozenset({LogStatus.ERROR, LogStatus.WARNING}))),
        ("type:webhook.*", LogFilter(event_type="webhook.*")),
        ('connector:"ops team"', LogFilter(connector_id="c-1")),
        ("connector:c-1", LogFilter(connector_id="c-1")),
        ("webhook:REPO", LogFilter(webhook_id="w-1")),
        ("correlation:abc", LogFilter(correlation_id="abc")),
        ("last:90s", LogFilter(since=NOON - timedelta(seconds=90))),
        ("last:5m", LogFilter(since=NOON - timedelta(minutes=5))),
        ("last:24h", LogFilter(since=NOON - timedelta(hours=24))),
        ("last:7d", LogFilter(since=NOON - timedelta(days=7))),
        ("status:", LogFilter(text=("status:",))),
        ("webhook:Repo push last:1h", LogFilter(webhook_id="w-1", since=NOON - timedelta(hours=1), text=("push",))),
    ],
)
def test_a_query_stands_for_a_filter(query: str, wanted: LogFilter) -> None:
    assert parse_query(query, NAMES) == wanted


@pytest.mark.parametrize(
    "part", ["status:bad", "connector:nobody", "webhook:nobody", "last:soon", "last:5y", 'status:""', "colour:red"]
)
def test_a_part_that_means_nothing_is_named(part: str) -> None:
    with pytest.raises(QueryNotUnderstood) as caught:
        parse_query(f"word {part}", NAMES)
    assert caught.value.params == {"part": part}
