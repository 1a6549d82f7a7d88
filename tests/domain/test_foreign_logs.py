"""Logs of other programs: their times, levels and fields, lines that belong together, and what is no log at all."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_console.domain import foreign_logs
from integration_console.domain.foreign_logs import ForeignFile
from integration_console.domain.log_chains import chain_of
from integration_console.domain.log_times import line_time, time_of
from integration_console.domain.logs import LogDetail, LogStatus
from tests.fakes import BEGIN, END

RIYADH, CAIRO = ZoneInfo("Asia/Riyadh"), ZoneInfo("Africa/Cairo")
NOON = datetime(2026, 11, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "line",
    [
        "2026-11-05T12:00:00Z started",
        "2026-11-05 15:00:00 started",
        "[2026-11-05 15:00:00,000] started",
        "2026/11/05 15:00:00 [error] started",
        "2026-11-05T07:00:00.000-05:00 started",
        "2026-11-05T07:00:00-0500 started",
        "2026-11-05 12:00:00 UTC started",
        "Nov  5 15:00:00 host app[7]: started",
        "<34>Nov  5 15:00:00 host app: started",
        "1793880000 started",
        "1793880000.000 started",
        "1793880000000 started",
        "[1793880000000000] started",
        '10.0.0.7 - - [05/Nov/2026:15:00:00 +0300] "GET / HTTP/1.1" 200',
    ],
)
def test_a_line_begins_with_its_time_however_it_is_written(line: str) -> None:
    found = line_time(line, RIYADH, 2026)
    assert found is not None
    assert found[0] == NOON


@pytest.mark.parametrize(
    "line",
    [
        "",
        "started",
        "    at main.py:3",
        "2026-13-05 12:00:00",
        "2026-11-31T12:00:00",
        "Foo  5 15:00:00",
        "12:00:00 x",
        "7",
    ],
)
def test_other_lines_begin_with_none(line: str) -> None:
    assert line_time(line, UTC, 2026) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1793880000, NOON), (1793880000.0, NOON), (1793880000000, NOON), (1793880000000000000, NOON),
        ("2026-11-05T12:00:00.000Z", NOON), (True, None), (None, None), ({}, None), ("soon", None), (1e300, None),
        (float("nan"), None),
    ],
)  # fmt: skip
def test_values_are_times_or_not(value: object, expected: datetime | None) -> None:
    assert time_of(value, UTC, 2026) == expected


def read(name: str, *lines: str, **more: object) -> list[LogDetail]:
    return list(ForeignFile(name, **more).read(f"{line}\n" for line in lines))  # type: ignore[arg-type]


def test_lines_without_a_time_belong_to_the_one_above() -> None:
    file = ForeignFile("app.log", RIYADH, 2026)
    found = list(
        file.read(
            [
                "nothing before the first time\n",
                "2026-11-05 15:00:00 ERROR it broke\n",
                "Traceback (most recent call last):\n",
                "\n",
                "  ValueError\n",
                "2026-11-05 15:00:01 it goes on\n",
            ]
        )
    )
    assert [(each.entry.message, each.entry.status) for each in found] == [
        ("ERROR it broke", LogStatus.ERROR),
        ("it goes on", LogStatus.INFO),
    ]
    assert found[0].payload.splitlines()[1:] == ["Traceback (most recent call last):", "  ValueError"]
    assert (found[0].entry.event_type, found[0].entry.topic, found[1].payload) == ("imported.app", "app.log", "")
    assert (file.entries, file.unread) == (2, 1)


def test_json_lines_bring_their_fields() -> None:
    line = json.dumps({
        "@timestamp": "2026-11-05T12:00:00Z", "level": "warn", "msg": "رسالة", "logger": "orders", "trace_id": "abc",
        "duration": 0.25, "code": 42, "extra": {"a": [1]},
    })  # fmt: skip
    (first, second) = read("a/orders-7.jsonl", line, line.replace("0.25", '"long"'))
    entry = first.entry
    assert (entry.created_at, entry.status, entry.message, entry.event_type) == (
        NOON, LogStatus.WARNING, "رسالة", "orders",
    )  # fmt: skip
    assert (entry.duration_ms, entry.error_code, first.payload) == (250.0, "42", line)
    assert second.entry.duration_ms is None
    assert entry.correlation_id == second.entry.correlation_id != ""
    assert entry.id != second.entry.id
    assert [each.entry.id for each in read("a/orders-7.jsonl", line)] == [entry.id]  # whenever it is read


@pytest.mark.parametrize(
    ("fields", "took"),
    [
        ('"duration": 999999999', 999999999000.0), ('"duration": 999999999999', None),
        ('"took": 999999999999', 999999999999.0),
        ('"took": 1e12', None), ('"duration": 1e999', None), ('"duration": NaN', None), ('"duration": -1', None),
        ('"duration": 1e308', None), ('"duration": Infinity, "took_ms": 4', 4.0),
    ],
)  # fmt: skip
def test_a_duration_is_no_longer_than_any_could_be_whatever_its_unit(fields: str, took: float | None) -> None:
    (found,) = read("x", f'{{"time": "2026-11-05T12:00:00Z", {fields}}}')
    assert found.entry.duration_ms == took
    assert chain_of([found.entry]).seconds == (took or 0.0) / 1000


_ODD = st.text(st.sampled_from("a1-\ud800\udfff\udc80\u0645 \0"), max_size=12)
_HALVES = re.compile("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")
"""Halves of letters; two that belong together are a letter."""
_FIELDS = ("message", "msg", "logger", "type", "error_code", "code", "trace_id", "correlation_id", "id", "level")


@given(st.dictionaries(st.sampled_from(_FIELDS), _ODD), st.text(st.sampled_from("a.\udcff\ud800"), min_size=1))
def test_halves_of_letters_become_replacement_characters(fields: dict[str, str], name: str) -> None:
    line = json.dumps({"time": "2026-11-05T12:00:00Z", **fields})
    (found,) = read(name, line)
    entry = found.entry
    texts = (entry.id, entry.event_type, entry.message, entry.topic, entry.correlation_id, entry.error_code)
    for text in (*texts, found.payload):
        text.encode()
    if _HALVES.search(name):
        assert "\ufffd" in entry.topic
    (plain,) = read(name, "2026-11-05 12:00:00 plain")
    plain.entry.topic.encode()


@pytest.mark.parametrize("written", [BEGIN, END])
def test_a_file_may_be_dated_by_any_clock(written: datetime) -> None:
    lines = ("Nov  5 12:00:00 host x", "0001-01-01 00:00:00 first", "9999-12-31 23:59:59 last")
    assert len(read("x", *lines, year=written.year, until=written)) == 3


def test_what_we_export_is_read_as_it_was() -> None:
    story = "01a2b3c4-0000-7000-8000-000000000001"
    line = json.dumps({
        "id": "01A2B3C4-0000-7000-8000-000000000000", "created_at": "2026-11-05T12:00:00+00:00", "status": "error",
        "event_type": "sync.failed", "message": "m", "correlation_id": story, "error_code": "x.y", "duration_ms": 3,
    })  # fmt: skip
    (found,) = read("log.jsonl", line)
    assert (found.entry.id, found.entry.status, found.entry.event_type) == (
        "01a2b3c4-0000-7000-8000-000000000000", LogStatus.ERROR, "sync.failed",
    )  # fmt: skip
    assert (found.entry.correlation_id, found.entry.error_code, found.entry.duration_ms) == (story, "x.y", 3.0)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"level": 50}, LogStatus.ERROR), ({"level": 40}, LogStatus.WARNING), ({"level": 30}, LogStatus.INFO),
        ({"severity": 3}, LogStatus.ERROR), ({"severity": 4}, LogStatus.WARNING), ({"severity": 6}, LogStatus.INFO),
        ({"level": "FATAL"}, LogStatus.ERROR), ({"status": "ok"}, LogStatus.SUCCESS), ({"status": 200}, LogStatus.INFO),
        ({"message": "request failed: ERROR"}, LogStatus.ERROR), ({"message": "terror"}, LogStatus.INFO),
        ({"level": True}, LogStatus.INFO),
    ],
)  # fmt: skip
def test_levels_of_many_loggers_are_known(fields: dict[str, object], status: LogStatus) -> None:
    (found,) = read("x", json.dumps({"time": "2026-11-05T12:00:00Z", **fields}))
    assert found.entry.status is status


def test_json_without_a_time_and_broken_json_belong_to_the_line_above() -> None:
    found = read("x", '{"msg": "no time"}', "2026-11-05T12:00:00Z a", '{"msg": "b"}', "{broken", '{"a":' * 2000)
    assert len(found) == 1
    assert found[0].payload.splitlines()[1] == '{"msg": "b"}'


def test_what_is_too_long_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign_logs, "LONGEST_LINE", 50)
    (found,) = read("x", "2026-11-05T12:00:00Z " + "m" * 100, *["more " * 4] * 9)
    assert len(found.entry.message) == 50
    assert found.entry.message.endswith("[…]")
    assert len(found.payload) <= 50


def test_files_of_three_zones_are_in_one_order() -> None:
    files = [
        ("a.log", RIYADH, "2026-11-05 15:00:02 second"),
        ("b.log", CAIRO, "2026-11-05 14:00:01 first"),
        ("c.log", UTC, "2026-11-05T07:00:03-05:00 third"),
    ]
    found = [each for name, zone, line in files for each in read(name, line, zone=zone)]
    assert [each.entry.message for each in sorted(found, key=lambda each: each.entry.created_at)] == [
        "first", "second", "third",
    ]  # fmt: skip


@given(st.lists(st.text(max_size=80), max_size=8))
def test_nothing_that_is_no_log_breaks_it(lines: list[str]) -> None:
    file = ForeignFile("x", UTC, 2026)
    assert len(list(file.read(lines))) == file.entries
