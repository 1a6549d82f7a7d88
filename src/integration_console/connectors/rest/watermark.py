"""The moment, or number, up to which a source's changes have been read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TypeGuard

_EPOCH = re.compile(r"[0-9]{10,13}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d([Tt ].*)?")
_GREATEST = 10**18
_LONGEST = 200
_NUMBER = re.compile(r"-?\d{1,18}(\.\d{1,9})?")
Mark = str | int | float


def greatest(seen: Iterable[object], known: Mark | None) -> Mark | None:
    """Return the greatest of what was `seen` and `known`: by time, by number, or else as text."""
    for each in seen:
        if _usable(each) and (known is None or _later(each, known)):
            known = each
    return known


def no_later(mark: Mark | None, date: str) -> Mark | None:
    """Return a moment that is no later than the Date header (RFC 9110 6.6.1) of the run's first answer.

    While pages are read, a record of a page that was read already may change: it is older than what the last page
    brings, and would be missed by a run that starts at the greatest moment. Numbers and text stay as they are.
    """
    moment = _moment(mark) if isinstance(mark, str) else None
    if moment is None or not date:
        return mark
    try:
        began = parsedate_to_datetime(date)
    except ValueError:
        return mark
    began = began if began.tzinfo else began.replace(tzinfo=UTC)
    return _written(began, str(mark)) if began < moment else mark


def earlier(mark: Mark, seconds: int) -> str:
    """Return `mark` less an overlap, written as the source writes it; text that is no moment stays as it is."""
    if isinstance(mark, int | float):
        return str(mark - seconds)
    moment = _moment(mark)
    if moment is not None:
        return _written(moment - timedelta(seconds=seconds), mark) if seconds else mark
    return str(int(mark) - seconds) if _EPOCH.fullmatch(mark) else mark


def read_mark(value: object) -> Mark | None:
    """Return a kept mark; None for anything that is none."""
    return value if _usable(value) else None


def _usable(value: object) -> TypeGuard[Mark]:
    if isinstance(value, str):
        return 0 < len(value) <= _LONGEST
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _GREATEST


def _later(one: Mark, other: Mark) -> bool:
    for reading in (_number, _moment):
        left, right = reading(one), reading(other)
        if left is not None and right is not None:
            return left > right  # type: ignore[operator]
    return str(one) > str(other)


def _number(value: Mark) -> float | None:
    if isinstance(value, str):
        return float(value) if _NUMBER.fullmatch(value) else None
    return float(value)


def _moment(value: Mark) -> datetime | None:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _written(moment: datetime, like: str) -> str:
    """Return `moment` as `like` is written: its zone, its separator, its fractions, a date alone."""
    model = datetime.fromisoformat(like)
    shown = moment.astimezone(model.tzinfo or UTC)
    if len(like) == len("2026-01-01"):
        return shown.date().isoformat()
    precision = "microseconds" if "." in like else "seconds"
    if "." in like and len(like.partition(".")[2].rstrip("Z").partition("+")[0].partition("-")[0]) == len("123"):
        precision = "milliseconds"
    text = shown.replace(tzinfo=None).isoformat(sep=like[len("2026-01-01")], timespec=precision)
    if like.endswith("Z"):
        return f"{text}Z"
    return text if model.tzinfo is None else f"{text}{shown.isoformat()[-6:]}"
