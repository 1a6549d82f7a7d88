"""Fire times in the zone of the schedule, over changes of the clock, sleep and clocks that are set."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from integration_console.domain.schedules import (
    MOST_COUNTED,
    MOST_MADE_UP,
    Due,
    Misfire,
    Overlap,
    Schedule,
    ScheduleDraft,
    Timing,
    due,
    problems,
    upcoming,
)
from integration_console.domain.streams import SyncMode

BEGIN = datetime(2026, 3, 1, tzinfo=UTC)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def schedule(**changed: object) -> Schedule:
    return Schedule(**{  # type: ignore[arg-type]
        "id": "s", "connector_id": "c", "mode": SyncMode.INCREMENTAL, "timing": Timing.INTERVAL, "seconds": 3600,
        "cron": "", "time_zone": "UTC", "misfire": Misfire.ONCE, "overlap": Overlap.SKIP, "active": True,
        "starts_at": BEGIN, "looked_at": BEGIN, "created_at": BEGIN, "updated_at": BEGIN, **changed,
    })  # fmt: skip


def daily(cron: str, zone: str = "Europe/Berlin", **changed: object) -> Schedule:
    return schedule(timing=Timing.CRON, cron=cron, time_zone=zone, **changed)


def times(wanted: Schedule, after: str, count: int) -> list[str]:
    return [each.strftime("%m-%d %H:%M") for each in upcoming(wanted, BEGIN, at(after), count)]


# -------------------------------------------------------------------------------------------------- both clock changes
def test_a_time_that_the_spring_leaves_out_is_made_up_for_right_after_the_gap() -> None:
    assert times(daily("30 2 * * *"), "2026-03-28T12:00", 2) == ["03-29 01:00", "03-30 00:30"]  # 03:00 CEST, 02:30 CEST


def test_a_time_that_comes_twice_in_autumn_counts_once() -> None:
    assert times(daily("30 2 * * *"), "2026-10-24T12:00", 2) == ["10-25 00:30", "10-26 01:30"]


def test_an_hourly_expression_follows_the_real_hours_through_both_changes() -> None:
    assert times(daily("0 * * * *"), "2026-03-29T00:00", 2) == ["03-29 01:00", "03-29 02:00"]
    assert times(daily("0 * * * *"), "2026-10-24T23:30", 3) == ["10-25 00:00", "10-25 01:00", "10-25 02:00"]


def test_an_interval_knows_no_clock_changes() -> None:
    assert times(schedule(seconds=7200), "2026-03-29T00:30", 2) == ["03-29 02:00", "03-29 04:00"]


def test_zones_without_clock_changes_stay_where_they_are() -> None:
    assert times(daily("0 6 * * 0-4", "Asia/Riyadh"), "2026-03-26T00:00", 3) == [
        "03-26 03:00",
        "03-29 03:00",
        "03-30 03:00",
    ]


def test_an_interval_begins_with_its_start() -> None:
    assert upcoming(schedule(), BEGIN, BEGIN - timedelta(days=1), 1) == [BEGIN]


# --------------------------------------------------------------------------------------------- sleep, and clocks set
@pytest.mark.parametrize(
    ("misfire", "fired"),
    [
        (Misfire.SKIP, []),
        (Misfire.ONCE, ["06:00"]),
        (Misfire.ALL, ["01:00", "02:00", "03:00", "04:00", "05:00", "06:00"]),
    ],
)
def test_after_six_hours_of_sleep_the_policy_decides(misfire: Misfire, fired: list[str]) -> None:
    found = due(schedule(misfire=misfire), BEGIN + timedelta(hours=6, minutes=30))
    assert [each.strftime("%H:%M") for each in found.fire] == fired
    assert (found.left_out, found.next_at) == (6 - len(fired), BEGIN + timedelta(hours=7))


def test_on_time_is_no_misfire_even_where_misfires_are_left_out() -> None:
    found = due(schedule(misfire=Misfire.SKIP), BEGIN + timedelta(hours=1, seconds=90))
    assert found == Due((BEGIN + timedelta(hours=1),), 0, BEGIN + timedelta(hours=2))


def test_nothing_is_due_between_fire_times() -> None:
    assert due(schedule(), BEGIN + timedelta(minutes=59)) == Due((), 0, BEGIN + timedelta(hours=1))


def test_a_clock_that_is_set_back_wants_nothing_again_and_goes_on_by_itself() -> None:
    later = schedule(looked_at=BEGIN + timedelta(hours=5))
    assert due(later, BEGIN + timedelta(hours=3, minutes=10)) == Due((), 0, BEGIN + timedelta(hours=4))


def test_no_more_than_a_hundred_missed_runs_are_made_up_for() -> None:
    found = due(schedule(seconds=60, misfire=Misfire.ALL), BEGIN + timedelta(days=1))
    assert (len(found.fire), found.left_out) == (MOST_MADE_UP, 1440 - MOST_MADE_UP)
    assert found.fire[-1] == BEGIN + timedelta(days=1)


@pytest.mark.parametrize("timing", [Timing.INTERVAL, Timing.CRON])
def test_years_of_missed_minutes_are_not_walked_through_one_by_one(timing: Timing) -> None:
    every_minute = schedule(timing=timing, seconds=60, cron="* * * * *")
    now = every_minute.looked_at + timedelta(days=3650, seconds=30)
    found = due(replace(every_minute, misfire=Misfire.ALL), now)
    assert (len(found.fire), found.fire[-1], found.next_at) == (
        MOST_MADE_UP, now - timedelta(seconds=30), now + timedelta(seconds=30),
    )  # fmt: skip
    assert MOST_COUNTED < len(found.fire) + found.left_out <= 3 * MOST_COUNTED


def test_an_expression_that_has_no_further_time_is_never_due() -> None:
    broken = replace(daily("0 0 1 1 *"), cron="0 0 30 2 *")
    assert due(broken, BEGIN + timedelta(days=1)) == Due((), 0, None)


# ------------------------------------------------------------------------------------------------------- what is typed
@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (ScheduleDraft("c"), []),
        (ScheduleDraft("c", seconds=59), ["seconds"]),
        (ScheduleDraft("c", seconds=40_000_000), ["seconds"]),
        (ScheduleDraft("c", timing=Timing.CRON), ["cron"]),
        (ScheduleDraft("c", timing=Timing.CRON, cron="30 6 * *"), ["cron"]),
        (ScheduleDraft("c", timing=Timing.CRON, cron="30 6 * * 1-5"), []),
        (ScheduleDraft("c", timing=Timing.CRON, cron="0 30 6 * * 1-5"), ["cron"]),
        (ScheduleDraft("c", timing=Timing.CRON, cron="61 6 * * *"), ["cron"]),
        (ScheduleDraft("c", timing=Timing.CRON, cron="0 0 30 2 *"), ["cron"]),
        (ScheduleDraft("c", time_zone="Mars/Olympus"), ["time_zone"]),
    ],
)
def test_each_faulty_field_is_named(draft: ScheduleDraft, fields: list[str]) -> None:
    assert [each.field for each in problems(draft)] == fields
