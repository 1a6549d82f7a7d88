"""What the window says of schedules: when they run, what they make up for, what they wait for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from integration_console.domain.schedules import Schedule, Timing
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.language import filled, formats, technical
from integration_console.ui.sync_words import mode_word

_CRON = QT_TRANSLATE_NOOP("ScheduleWords", "{cron} in {zone}")
_NEXT = QT_TRANSLATE_NOOP("ScheduleWords", "{mode}; next: {when}")
_HELD = QT_TRANSLATE_NOOP("ScheduleWords", "{mode}; switched off")
_NEVER = QT_TRANSLATE_NOOP("ScheduleWords", "{mode}; never comes true")
MINUTE, HOUR, DAY = 60, 3600, 86_400


def rhythm(seconds: int) -> tuple[int, int]:
    """How many of the largest unit that fits, and that unit in seconds."""
    unit = next((each for each in (DAY, HOUR, MINUTE) if seconds % each == 0), 1)
    return seconds // unit, unit


def timing_words(schedule: Schedule) -> str:
    """When a schedule runs."""
    if schedule.timing is Timing.CRON:
        holes = {"cron": technical(schedule.cron), "zone": technical(schedule.time_zone)}
        return filled("ScheduleWords", _CRON, holes)
    number, unit = rhythm(schedule.seconds)
    if unit == DAY:
        return QCoreApplication.translate("ScheduleWords", "Every %Ln day(s)", "", number)
    if unit == HOUR:
        return QCoreApplication.translate("ScheduleWords", "Every %Ln hour(s)", "", number)
    if unit == MINUTE:
        return QCoreApplication.translate("ScheduleWords", "Every %Ln minute(s)", "", number)
    return QCoreApplication.translate("ScheduleWords", "Every %Ln second(s)", "", number)


def next_words(schedule: Schedule) -> str:
    """What is read, and when it runs next."""
    mode = mode_word(schedule.mode)
    if not schedule.active:
        return filled("ScheduleWords", _HELD, {"mode": mode})
    if schedule.next_fire_at is None:
        return filled("ScheduleWords", _NEVER, {"mode": mode})
    when = formats.date_time(schedule.next_fire_at, seconds=False)
    return filled("ScheduleWords", _NEXT, {"mode": mode, "when": when})
