"""What the log adds up to: kept up to date in steps, asked for by those who may, by API key too."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from integration_console.domain.api_keys import KeyUse
from integration_console.domain.errors import InvalidInput, PermissionDenied
from integration_console.domain.ids import new_id
from integration_console.domain.log_figures import ErrorFigures, LogDimension, LogHistogram, LogSpan
from integration_console.domain.logs import LogFilter, LogPlace, LogStatus
from integration_console.domain.permissions import ROLE_RIGHTS, Role
from integration_console.operations import figures, logs
from integration_console.operations.context import Context
from integration_console.storage import figure_rolls
from integration_console.storage.api_key_uses import add_uses
from integration_console.storage.log_rows import append_entries
from tests.builders import log_draft
from tests.fakes import BEGIN, END, NOON

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
AROUND = LogSpan(NOON - DAY, NOON + DAY)


def log(context: Context, number: int, **changed: object) -> None:
    drafts = [log_draft(**changed) for _ in range(number)]
    context.store.write(lambda writing: append_entries(writing, drafts))


def use(outcome: str, uses: int, at: datetime = NOON) -> KeyUse:
    return KeyUse("10.0.0.1", "/logs", outcome, uses, at, "logs.read")


def test_the_log_is_added_up_a_bounded_number_of_steps_at_a_time(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figure_rolls, "STEP", 3)
    monkeypatch.setattr(figures, "_STEPS_OF_A_TURN", 2)
    log(context, 10)
    before = figures.log_figures(context, AROUND).total.success
    assert figures.add_up_log(context)
    while figures.add_up_log(context):
        pass
    assert figures.log_figures(context, AROUND).total.success == before


def test_a_histogram_has_only_what_fits(context: Context) -> None:
    log(context, 2, created_at=NOON - 30 * DAY, status=LogStatus.ERROR)
    log(context, 3, created_at=NOON - HOUR)
    wanted = LogFilter(query="status:error")
    found = figures.log_histogram(context, wanted, 60)
    assert (found.seconds, sum(each.error for each in found.bars), sum(each.entries for each in found.bars)) == (
        *(43200, 2),
        2,
    )
    assert found.bars[0].error == 2
    assert figures.log_histogram(context, replace(wanted, since=NOON, until=NOON - HOUR), 60) == LogHistogram()


@pytest.mark.parametrize("moment", [BEGIN, END])
def test_an_entry_of_any_year_is_counted_shown_and_leaves_the_bars_usable(context: Context, moment: datetime) -> None:
    log(context, 1, created_at=moment, status=LogStatus.ERROR)
    log(context, 3, created_at=NOON - HOUR)
    for query in ("", "words", "status:error"):
        for zone in ("UTC", "Pacific/Kiritimati", "America/Los_Angeles"):
            wanted = LogFilter(query=query, time_zone=zone)
            for each in (wanted, replace(wanted, since=BEGIN, until=END)):
                assert len(figures.log_histogram(context, each, 60).bars) <= 60
    while figures.add_up_log(context):
        pass
    assert sum(each.success for each in figures.log_histogram(context, LogFilter(), 60).bars) == 3
    assert figures.log_figures(context, LogSpan(BEGIN, END)).total.success == 3
    page = logs.log_page(context, LogFilter(), None, 200)
    assert moment in [each.created_at for each in page.entries]
    assert logs.log_count(context, LogFilter(), 1 << 40) == 4
    place = LogPlace(moment, page.entries[0].id)
    assert logs.log_count(context, LogFilter(), 1 << 40, newer_than=place) in (0, 3, 4)
    assert logs.log_count(context, LogFilter(since=BEGIN, until=END), 1 << 40) in (3, 4)


def test_a_duration_that_no_clock_measures_is_added_up(context: Context) -> None:
    for took in (math.inf, 1e308, -1.0, 5.0):
        log(context, 1, created_at=NOON, duration_ms=took)
    assert figures.log_figures(context, AROUND).total.p50 is not None
    while figures.add_up_log(context):
        pass
    assert figures.log_figures(context, AROUND).total.p50 is not None


def test_a_histogram_of_nothing_has_no_bars(context: Context) -> None:
    assert figures.log_histogram(context, LogFilter(), 60) == LogHistogram()


@pytest.mark.as_service
def test_figures_by_api_key_are_for_those_who_may_see_keys(context: Context) -> None:
    key, other = new_id(), new_id()
    uses = [
        *((key, use("allowed", 5)), (key, use("allowed_old", 1)), (key, use("api_key.refused", 2))),
        *((other, use("allowed", 3)), (other, use("allowed", 100, at=NOON - 3 * DAY))),
    ]
    context.store.write(lambda writing: add_uses(writing, uses))
    span = replace(AROUND, by=LogDimension.KEY)
    found = figures.log_figures(context, span)
    assert [(each.value, each.figures.success, each.figures.error) for each in found.parts] == [
        (key, 6, 2),
        (other, 3, 0),
    ]
    assert (found.total.success, found.total.error, found.total.p50) == (9, 2, None)
    assert found.errors == (ErrorFigures("api_key.refused", 2),)
    with pytest.raises(PermissionDenied):
        figures.log_figures(replace(context, rights=ROLE_RIGHTS[Role.SUPPORT]), span)
    with pytest.raises(InvalidInput):
        figures.log_figures(context, LogSpan(NOON, NOON))
