"""Writes numbers, times, lengths of time, sizes and lists the way the language in force does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from math import ceil
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime, QTimeZone

from integration_console.ui.language.language import Language

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR
_WEEK = 7 * _DAY
_KILO = 1000


class Formats:
    """Formatting in the language that `language` has at the moment of the call."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with its grouping marks."""
        return self._locale.toString(float(value), "f", decimals)

    def percent(self, share: float, decimals: int = 0) -> str:
        """A share of one, in per cent."""
        template = QCoreApplication.translate("Formats", "{number}%")
        return template.format(number=self.number(share * 100, decimals))

    def date_time(self, moment: datetime, *, seconds: bool = True) -> str:
        """Day and time of day on this machine's clock."""
        pattern = "d MMM yyyy HH:mm:ss" if seconds else "d MMM yyyy HH:mm"
        return self._locale.toString(_local(moment), pattern)

    def in_zone(self, moment: datetime, zone: str) -> str:
        """Weekday, day and time of day on the clocks of a time zone such as Asia/Riyadh."""
        there = _in_zone(moment, zone)
        day, time = QDate(there.year, there.month, there.day), QTime(there.hour, there.minute)
        return self._locale.toString(QDateTime(day, time, QTimeZone.utc()), "ddd d MMM yyyy HH:mm")

    def time(self, moment: datetime) -> str:
        """Time of day with milliseconds."""
        return self._locale.toString(_local(moment), "HH:mm:ss.zzz")

    def day(self, moment: datetime) -> str:
        """The day alone."""
        return self._locale.toString(_local(moment), "d MMM yyyy")

    def short_day(self, moment: datetime) -> str:
        """Day and month, where the year is known."""
        return self._locale.toString(_local(moment), "d MMM")

    def clock(self, moment: datetime) -> str:
        """Time of day in hours and minutes."""
        return self._locale.toString(_local(moment), "HH:mm")

    def relative(self, moment: datetime, now: datetime | None = None) -> str:
        """How long ago; after a week, the day."""
        seconds = int(((now or datetime.now(UTC)) - moment).total_seconds())
        if seconds < _MINUTE:
            return QCoreApplication.translate("Formats", "just now")
        if seconds < _HOUR:
            return QCoreApplication.translate("Formats", "%Ln minute(s) ago", "", seconds // _MINUTE)
        if seconds < _DAY:
            return QCoreApplication.translate("Formats", "%Ln hour(s) ago", "", seconds // _HOUR)
        if seconds < _WEEK:
            return QCoreApplication.translate("Formats", "%Ln day(s) ago", "", seconds // _DAY)
        return self.day(moment)

    def duration(self, milliseconds: float) -> str:
        """A length of time, in the unit that fits."""
        if milliseconds < 1000:
            return QCoreApplication.translate("Formats", "{number} ms").format(number=self.number(milliseconds))
        seconds = milliseconds / 1000
        if seconds < _MINUTE:
            decimals = 1 if seconds < 10 else 0
            return QCoreApplication.translate("Formats", "{number} s").format(number=self.number(seconds, decimals))
        minutes = self.number(seconds / _MINUTE)
        return QCoreApplication.translate("Formats", "{number} min").format(number=minutes)

    def countdown(self, seconds: float) -> str:
        """A length of time that is left, in whole seconds, minutes or hours."""
        if seconds < 2 * _MINUTE:
            return QCoreApplication.translate("Formats", "{number} s").format(number=self.number(ceil(seconds)))
        if seconds < _HOUR:
            minutes = self.number(ceil(seconds / _MINUTE))
            return QCoreApplication.translate("Formats", "{number} min").format(number=minutes)
        return QCoreApplication.translate("Formats", "{number} h").format(number=self.number(seconds / _HOUR, 1))

    def size(self, count: int) -> str:
        """A number of bytes in B, kB, MB or GB (Qt's own names of them are long words in Arabic)."""
        if count < _KILO:
            return QCoreApplication.translate("Formats", "{number} B").format(number=self.number(count))
        if count < _KILO**2:
            return QCoreApplication.translate("Formats", "{number} kB").format(number=self.number(count / _KILO, 1))
        if count < _KILO**3:
            return QCoreApplication.translate("Formats", "{number} MB").format(number=self.number(count / _KILO**2, 1))
        return QCoreApplication.translate("Formats", "{number} GB").format(number=self.number(count / _KILO**3, 1))

    def listing(self, items: Sequence[str]) -> str:
        """Items in a sentence: a, b and c."""
        return self._locale.createSeparatedList(list(items))

    @property
    def _locale(self) -> QLocale:
        return self._language.locale


def _in_zone(moment: datetime, zone: str) -> datetime:
    try:
        return moment.astimezone(ZoneInfo(zone))
    except OverflowError:  # its clocks would show a year before the first, or after the last
        return moment


def _local(moment: datetime) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000), QTimeZone.systemTimeZone())
