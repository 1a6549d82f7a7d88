"""Times as other programs write them: ISO 8601, web servers, syslog, and numbers since 1970."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import tzinfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_OFFSET = r"(?P<offset>Z|z|UTC|GMT|[+-]\d\d:?\d\d)?"
_CLOCK = r"(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)"
_ISO = re.compile(
    rf"[\[(<\"']?(?P<year>\d{{4}})[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)[T _]{_CLOCK}"
    rf"(?:[.,](?P<fraction>\d{{1,9}}))?\s?{_OFFSET}"
)
_WEB = re.compile(
    r"(?P<day>\d{1,2})/(?P<name>[A-Za-z]{3})/(?P<year>\d{4}):(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)\s?"
    + _OFFSET
)
"""As web servers write them: 10/Oct/2000:13:55:36 -0700."""
_SYSLOG = re.compile(
    r"(?:<\d{1,3}>)?(?P<name>[A-Za-z]{3})\s+(?P<day>\d{1,2})\s(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)"
)
"""RFC 3164, which has neither year nor zone."""
_NUMBER = re.compile(r"\[?(?P<number>1\d{9}(?:\.\d{1,9})?|1\d{12}|1\d{15}|1\d{18})\b\]?")
_UNITS = ((10**17, 10**9), (10**14, 10**6), (10**11, 10**3))
_WEB_WITHIN = 120
"""A web server writes its time behind the address and the name of who asks."""


def line_time(line: str, zone: tzinfo, year: int) -> tuple[datetime, int] | None:
    """Return the time that a line begins with, and where what follows it begins; None: it begins with none.

    `zone` is that of times that name none, `year` that of times without one.
    """
    for pattern in (_ISO, _SYSLOG, _NUMBER):
        found = pattern.match(line)
        if found is not None and (moment := _moment(found, zone, year)) is not None:
            return moment, found.end() + (line[found.end() : found.end() + 1] in ("]", ")", ">", '"', "'"))
    found = _WEB.search(line[:_WEB_WITHIN])
    if found is not None and (moment := _moment(found, zone, year)) is not None:
        return moment, 0
    return None


def time_of(value: Any, zone: tzinfo, year: int) -> datetime | None:  # noqa: ANN401 - the JSON border
    """Return the time that a value stands for; None: it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _since_epoch(value)
    if isinstance(value, str):
        found = line_time(value.strip(), zone, year)
        return None if found is None else found[0]
    return None


def _moment(found: re.Match[str], zone: tzinfo, year: int) -> datetime | None:
    parts = found.groupdict()
    if "number" in parts:
        return _since_epoch(float(parts["number"]))
    month = _MONTHS.get(parts["name"].casefold(), 0) if "name" in parts else int(parts["month"])
    try:
        there = _zone(parts.get("offset")) or zone
        day = datetime(int(parts.get("year") or year), month, int(parts["day"]), tzinfo=there)
        hour, minute, second = (int(parts[each]) for each in ("hour", "minute", "second"))
        fraction = int((parts.get("fraction") or "0")[:6].ljust(6, "0"))
        return day.replace(hour=hour, minute=minute, second=min(second, 59), microsecond=fraction).astimezone(UTC)
    except (ValueError, OverflowError, OSError):  # the last of some systems, for years that their clock cannot show
        return None


def _zone(written: str | None) -> tzinfo | None:
    if not written:
        return None
    if written[0] not in "+-":
        return UTC
    digits = written[1:].replace(":", "")
    span = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-span if written[0] == "-" else span)


def _since_epoch(value: float) -> datetime | None:
    """Seconds, or thousandths, millionths or billionths of them, by how many there are."""
    unit = next((unit for least, unit in _UNITS if abs(value) >= least), 1)
    try:
        return _EPOCH + timedelta(seconds=value / unit)
    except (OverflowError, ValueError):
        return None
