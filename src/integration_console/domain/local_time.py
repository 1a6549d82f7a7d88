"""The time zone of this machine, summer and winter time included."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


class LocalTime(tzinfo):
    """The offset that this machine's clock has, or had, at each moment."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """Return how far the clock is from UTC then.

        Raises `ValueError`, `OverflowError` or, on some systems, `OSError` for moments that no clock shows.
        """
        return None if moment is None else moment.replace(tzinfo=None).astimezone().utcoffset()

    def fromutc(self, moment: datetime) -> datetime:
        """Return what the clock shows at a moment of UTC."""
        return moment.replace(tzinfo=UTC).astimezone().replace(tzinfo=self)

    def dst(self, moment: datetime | None) -> None:
        """Return nothing: how much of the offset is summer time, nobody asks."""

    def tzname(self, moment: datetime | None) -> str:
        """Return the offset as people write it."""
        return "" if moment is None else f"{moment:%z}"


HERE = LocalTime()
