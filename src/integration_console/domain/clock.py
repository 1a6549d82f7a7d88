"""The time of day, given to whoever needs it, so that tests can turn it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_FIRST, _LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)


def microseconds(moment: datetime) -> int:
    """Return whole microseconds from 1970-01-01T00:00:00Z to `moment`: how times are stored."""
    return (moment - _EPOCH) // _MICROSECOND


def from_microseconds(value: int) -> datetime:
    """Return the moment that `microseconds` turned into `value`: the first or the last there is, where that is none."""
    try:
        return _EPOCH + timedelta(microseconds=value)
    except OverflowError:
        return _FIRST if value < 0 else _LAST
