"""What the log of a case adds up to is what counting by hand finds, also for spans that begin inside the file."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from integration_console.domain.errors import CaseFileReadOnly, InvalidInput
from integration_console.domain.log_figures import LogDimension, LogSpan
from integration_console.domain.logs import LogDetail, LogEntry, LogFilter, LogStatus
from integration_console.gateways.case_file import CaseFileGateway, opened_case
from integration_console.storage.case_files import figures, layout
from tests.case_builders import made_up, written_case
from tests.fakes import BEGIN, END, NOON

MINUTES = 7
"""Between two entries."""


def spread(count: int) -> list[LogDetail]:
    moments = (NOON - timedelta(minutes=MINUTES * number, seconds=number % 60) for number in range(count))
    return [
        LogDetail(replace(each.entry, created_at=moment), each.payload)
        for each, moment in zip(made_up(count), moments, strict=True)
    ]


DETAILS = spread(2500)
ENTRIES = [each.entry for each in DETAILS]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFileGateway]:
    folder = tmp_path_factory.mktemp("case")
    patched = pytest.MonkeyPatch()
    patched.setattr(layout, "BLOCK_ROWS", 200)
    written_case(folder / "a.icase", DETAILS)
    patched.undo()
    with opened_case(folder / "a.icase", folder) as gateway:
        yield gateway


def within(since: datetime, until: datetime) -> list[LogEntry]:
    return [each for each in ENTRIES if since <= each.created_at < until]


SPANS = [
    (NOON - timedelta(days=30), NOON + timedelta(days=1)),
    (NOON - timedelta(days=3), NOON - timedelta(days=1)),
    (NOON - timedelta(days=5, minutes=17), NOON - timedelta(days=2, hours=3, seconds=11)),
    (NOON - timedelta(minutes=20), NOON - timedelta(minutes=5)),
]


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("by", [LogDimension.TYPE, LogDimension.CONNECTOR, LogDimension.WEBHOOK])
def test_figures_are_those_of_counting(
    case: CaseFileGateway, span: tuple[datetime, datetime], by: LogDimension
) -> None:
    found = case.log_figures(LogSpan(*span, by))
    inside = within(*span)
    field = {
        LogDimension.TYPE: "event_type",
        LogDimension.CONNECTOR: "connector_id",
        LogDimension.WEBHOOK: "webhook_id",
    }
    counted = Counter(getattr(each, field[by]) for each in inside)
    counted.pop("", None)
    assert found.total.entries == len(inside)
    assert found.total.error == sum(each.status is LogStatus.ERROR for each in inside)
    parts = {each.value: each.figures.entries for each in found.parts}
    assert parts == {value: counted[value] for value in parts}
    assert [each.figures.entries for each in found.parts] == sorted(parts.values(), reverse=True)
    assert len(parts) >= min(len(counted), 4)
    codes = Counter(each.error_code for each in inside if each.error_code and each.status is LogStatus.ERROR)
    assert {each.code: each.entries for each in found.errors} == codes


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("query", ["", "status:error", "disk", "status:error disk"])
@pytest.mark.parametrize("most", [7, 60, 400])
def test_bars_are_those_of_counting(
    case: CaseFileGateway, span: tuple[datetime, datetime], query: str, most: int
) -> None:
    wanted = LogFilter(query=query, since=span[0], until=span[1])
    found = case.log_histogram(wanted, most)
    assert found.counted_since is None
    entries = {each.id: each for each in ENTRIES}
    page, place, inside = None, None, []
    while page is None or place is not None:
        page = case.log_page(wanted, place, 500)
        inside += [entries[each.id] for each in page.entries]
        place = page.next
    assert all(span[0] <= each.created_at < span[1] for each in inside)
    if not query:
        assert len(inside) == len(within(*span))
    length = timedelta(seconds=found.seconds)
    for bar in found.bars:
        here = Counter(each.status for each in inside if bar.since <= each.created_at < bar.since + length)
        assert [getattr(bar, each.value) for each in LogStatus] == [here[each] for each in LogStatus]
    assert sum(getattr(bar, each.value) for bar in found.bars for each in LogStatus) == len(inside)


@pytest.mark.parametrize("most", [12, 100])
def test_bars_of_everything_are_those_of_counting(case: CaseFileGateway, most: int) -> None:
    for wanted in (LogFilter(), LogFilter(statuses=frozenset({LogStatus.ERROR}))):
        found = case.log_histogram(wanted, most)
        length = timedelta(seconds=found.seconds)
        chosen = [each for each in ENTRIES if not wanted.statuses or each.status in wanted.statuses]
        for bar in found.bars:
            here = Counter(each.status for each in chosen if bar.since <= each.created_at < bar.since + length)
            assert [getattr(bar, each.value) for each in LogStatus] == [here[each] for each in LogStatus]
        assert sum(getattr(bar, each.value) for bar in found.bars for each in LogStatus) == len(chosen)


def test_what_a_case_has_no_figures_of_is_refused(case: CaseFileGateway) -> None:
    with pytest.raises(CaseFileReadOnly):
        case.log_figures(LogSpan(*SPANS[0], LogDimension.KEY))
    with pytest.raises(InvalidInput):
        case.log_figures(LogSpan(NOON, NOON, LogDimension.TYPE))
    empty = case.log_histogram(LogFilter(since=NOON, until=NOON - timedelta(days=1)))
    assert empty.bars == ()


def test_hostile_durations_and_hours_break_no_figure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = [math.inf, -math.inf, math.nan, 1e308, -1.0, 5.0]
    details = [
        replace(each, entry=replace(each.entry, duration_ms=took)) for each, took in zip(made_up(6), odd, strict=True)
    ]
    written_case(tmp_path / "a.icase", details)
    with opened_case(tmp_path / "a.icase", tmp_path) as case:
        told = [each.duration_ms for each in case.log_page(LogFilter()).entries]
        assert told == [None, None, None, 1e308, -1.0, 5.0]
        assert case.log_figures(LogSpan(NOON - timedelta(days=1), NOON + timedelta(days=1))).total.p50 is not None
        assert case.log_count(LogFilter(query="duration:>1s")) == 1
        hours = case._file.counts[figures.HOURS]
        monkeypatch.setitem(hours, str(-(10**9)), [3] * 5)
        monkeypatch.setitem(hours, str(10**9), [3] * 5)
        assert sum(each.entries for each in case.log_histogram(LogFilter(), 60).bars) == 6


@pytest.mark.parametrize("moments", [(NOON, BEGIN), (END, NOON), (END, BEGIN), (BEGIN, BEGIN), (END, END)])
def test_entries_of_any_year_leave_the_bars_usable(tmp_path: Path, moments: tuple[datetime, datetime]) -> None:
    details = [
        replace(each, entry=replace(each.entry, created_at=moment))
        for each, moment in zip(made_up(2), moments, strict=True)
    ]
    written_case(tmp_path / "a.icase", details)
    with opened_case(tmp_path / "a.icase", tmp_path) as case:
        for query in ("", "entry", "status:error"):
            for zone in ("UTC", "Pacific/Kiritimati", "America/Los_Angeles"):
                bars = case.log_histogram(LogFilter(query=query, time_zone=zone), 60).bars
                assert len(bars) <= 60
        counted = case.log_histogram(LogFilter(), 60).bars
        assert sum(each.entries for each in counted) == moments.count(NOON)
        assert tuple(each.created_at for each in case.log_page(LogFilter()).entries) == moments
        assert case.log_figures(LogSpan(BEGIN, END)).total.entries == 2 - moments.count(END)
        case.statistics()
