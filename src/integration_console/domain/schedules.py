"""Schedules: when a connector's sync becomes due by itself, whatever clocks and workstations do.

A fire time is a moment of the schedule's own calendar, and each happens once. Cron expressions follow Debian's cron
(crontab(5)) in the schedule's time zone: an hour that a clock change leaves out is made up for right after it, an hour
that comes twice counts once; expressions that run every hour (`*` or a step) follow the real hours. Intervals count
real time from their start, and know no clock changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import islice, takewhile
from zoneinfo import ZoneInfo, available_timezones

from cronsim import CronSim, CronSimError

from integration_console.domain.errors import FieldProblem
from integration_console.domain.streams import SyncMode
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

SHORTEST_SECONDS = 60
LONGEST_SECONDS = 366 * 86_400
MOST_MADE_UP = 100
"""How many missed runs `Misfire.ALL` makes up for at most; older ones are left out."""
MOST_COUNTED = 5_000
"""How many missed fire times are looked at one by one; of more, only the first and the last ones count."""
GRACE = timedelta(minutes=2)
"""A fire time that is noticed within this long is on time, not missed."""

_REQUIRED = QT_TRANSLATE_NOOP("Forms", "This field is required.")
_OUT_OF_RANGE = QT_TRANSLATE_NOOP("Forms", "Enter a number between {minimum} and {maximum}.")
_NOT_CRON = QT_TRANSLATE_NOOP("Forms", "This is not a cron expression: five parts, such as 30 6 * * 1-5.")
NOT_ZONE = QT_TRANSLATE_NOOP("Forms", "There is no such time zone; use a name such as Asia/Riyadh.")


class Timing(StrEnum):
    """How a schedule tells its fire times."""

    INTERVAL = "interval"
    CRON = "cron"


class Misfire(StrEnum):
    """What becomes of fire times that passed while nobody could run them."""

    SKIP = "skip"
    ONCE = "once"
    ALL = "all"


class Overlap(StrEnum):
    """What becomes of a fire time while the connector's last run still goes on."""

    SKIP = "skip"
    QUEUE = "queue"


@dataclass(frozen=True, slots=True)
class ScheduleDraft:
    """A schedule as a person filled it in; `id` is empty for a new one. `seconds` count for intervals only."""

    connector_id: str
    mode: SyncMode = SyncMode.INCREMENTAL
    timing: Timing = Timing.INTERVAL
    seconds: int = 3600
    cron: str = ""
    time_zone: str = "UTC"
    misfire: Misfire = Misfire.ONCE
    overlap: Overlap = Overlap.SKIP
    id: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a connector's sync becomes due. `looked_at` is the last moment up to which fire times were dealt with."""

    id: str
    connector_id: str
    mode: SyncMode
    timing: Timing
    seconds: int
    cron: str
    time_zone: str
    misfire: Misfire
    overlap: Overlap
    active: bool
    starts_at: datetime
    looked_at: datetime
    created_at: datetime
    updated_at: datetime
    last_fire_at: datetime | None = None
    next_fire_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """What a look at a schedule found: fire times to run now, how many were left out, and when to look again."""

    fire: tuple[datetime, ...]
    left_out: int
    next_at: datetime | None


def problems(draft: ScheduleDraft) -> tuple[FieldProblem, ...]:
    """Return what is wrong with a filled schedule, field by field."""
    found: list[FieldProblem] = []
    if draft.timing is Timing.INTERVAL and not SHORTEST_SECONDS <= draft.seconds <= LONGEST_SECONDS:
        limits = (("minimum", str(SHORTEST_SECONDS)), ("maximum", str(LONGEST_SECONDS)))
        found.append(FieldProblem("seconds", _OUT_OF_RANGE, limits))
    if draft.timing is Timing.CRON and not draft.cron.strip():
        found.append(FieldProblem("cron", _REQUIRED))
    elif draft.timing is Timing.CRON and not _is_cron(draft.cron):
        found.append(FieldProblem("cron", _NOT_CRON))
    if draft.time_zone not in available_timezones():
        found.append(FieldProblem("time_zone", NOT_ZONE))
    return tuple(found)


def fire_times(schedule: Schedule | ScheduleDraft, starts_at: datetime, after: datetime) -> Iterator[datetime]:
    """Yield the fire times later than `after`, in UTC, earliest first; a cron expression may have none."""
    if schedule.timing is Timing.INTERVAL:
        step = timedelta(seconds=schedule.seconds)
        number = max(0, (after - starts_at) // step + 1) if after >= starts_at else 0
        while True:
            yield starts_at + number * step
            number += 1
    try:
        times = CronSim(schedule.cron.strip(), after.astimezone(ZoneInfo(schedule.time_zone)))
        yield from (each.astimezone(UTC) for each in times)
    except CronSimError:  # an expression such as 0 0 30 2 * that never comes true
        return


def upcoming(schedule: Schedule | ScheduleDraft, starts_at: datetime, after: datetime, count: int) -> list[datetime]:
    """Return the next `count` fire times."""
    return list(islice(fire_times(schedule, starts_at, after), count))


def due(schedule: Schedule, now: datetime) -> Due:
    """Return what a schedule wants at `now`, counted from the moment up to which it was dealt with.

    When the clock was set back behind that moment nothing is wanted now, and it goes on with the next fire time of the
    clock as it is; one that has fired before does not fire again (its run is there already).
    """
    since = schedule.looked_at
    if now <= since:
        return Due((), 0, next(fire_times(schedule, schedule.starts_at, now), None))
    passed = _passed(schedule, since, now)
    fire = _wanted(schedule.misfire, passed[-MOST_MADE_UP:], now)
    return Due(fire, len(passed) - len(fire), next(fire_times(schedule, schedule.starts_at, now), None))


def _passed(schedule: Schedule, since: datetime, now: datetime) -> list[datetime]:
    """Return the fire times after `since` up to `now`, oldest first; of very many, the middle is left out."""

    def after(moment: datetime, at_most: int) -> list[datetime]:
        times = fire_times(schedule, schedule.starts_at, moment)
        return list(islice(takewhile(lambda each: each <= now, times), at_most))

    first = after(since, MOST_COUNTED)
    if len(first) < MOST_COUNTED:
        return first
    newest = first[-1]
    return first + after(max(newest, now - (newest - since)), 2 * MOST_COUNTED)


def _wanted(misfire: Misfire, passed: list[datetime], now: datetime) -> tuple[datetime, ...]:
    if misfire is Misfire.ALL or not passed:
        return tuple(passed)
    newest = passed[-1]
    if misfire is Misfire.ONCE or now - newest <= GRACE:
        return (newest,)
    return ()


def _is_cron(text: str) -> bool:
    try:
        CronSim(text.strip(), datetime(2026, 1, 1, tzinfo=UTC))
    except CronSimError:
        return False
    return len(text.split()) == len(("minute", "hour", "day", "month", "weekday"))
