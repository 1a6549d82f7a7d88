"""The terms of the query language of the log: what each key and each way to write a time stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from integration_console.domain.folding import folded
from integration_console.domain.log_conditions import (
    Comparison,
    Condition,
    FieldIs,
    Has,
    Lasted,
    LogField,
    Noted,
    StatusIs,
    Within,
    all_of,
)
from integration_console.domain.logs import LogStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SPAN = re.compile(r"(?P<number>[0-9]{1,5})(?P<unit>[smhdw])")
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>[0-9]{2}):(?P<minutes>[0-9]{2})")
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_DURATION = re.compile(r"(?P<comparison>>=|<=|>|<)(?P<number>[0-9]{1,9}(?:\.[0-9]{1,6})?)(?P<unit>ms|s|m|h)?")
_MILLISECONDS = {None: 1.0, "ms": 1.0, "s": 1000.0, "m": 60_000.0, "h": 3_600_000.0}
_CLOCK = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?"
_MOMENT = rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:T{_CLOCK})?"
_TIME = re.compile(rf"(?P<since>{_MOMENT})?(?P<dots>\.\.)?(?P<until>{_MOMENT})?")


class Meaningless(ValueError):
    """A value means nothing under its key."""


@dataclass(frozen=True, slots=True)
class Names:
    """How names in a query become ids; the moment from which `last` counts back, and where days begin."""

    connectors: Mapping[str, str]
    webhooks: Mapping[str, str]
    now: datetime
    zone: tzinfo = field(default=UTC)
    filters: Mapping[str, str] = field(default_factory=dict)
    """Saved filters: queries by their names."""


def zone_of(name: str) -> tzinfo | None:
    """Return the time zone of an IANA name or of an offset such as `+03:00`; None where there is none."""
    try:
        if offset := _OFFSET.fullmatch(name):
            away = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"]))
            return timezone(-away if offset["sign"] == "-" else away)
        return ZoneInfo(name)
    except (ValueError, KeyError, OSError):
        return None


def last(value: str, names: Names) -> Condition:
    """Return the span of time that ends now. Raises `Meaningless`."""
    span = _SPAN.fullmatch(value)
    if span is None:
        raise Meaningless
    return Within(since=names.now - timedelta(**{_UNITS[span["unit"]]: int(span["number"])}))


def is_written_as_time(value: str) -> bool:
    """Return whether a word without a key is written as a time; whether there is such a time, `time_of` knows."""
    match = _TIME.fullmatch(value)
    if match is None or not (match["since"] or match["until"]):
        return False
    return bool(match["dots"]) or "T" not in match["since"]  # a moment alone is no span


def time_of(value: str, names: Names) -> Condition | None:
    """Return the time that a word without a key stands for; None for any other word. Raises `Meaningless`."""
    match = _TIME.fullmatch(value) if is_written_as_time(value) else None
    if match is None:
        return None
    since = match["since"]
    until = match["until"] if match["dots"] else since
    return Within(_begin(since, names) if since else None, _end(until, names) if until else None)


def _begin(text: str, names: Names) -> datetime:
    """Return the moment, of a day its beginning."""
    return _moment(text, names, timedelta())


def _end(text: str, names: Names) -> datetime:
    """Return the moment, of a day its end."""
    return _moment(text, names, timedelta(days=1))


def _moment(text: str, names: Names, of_a_day: timedelta) -> datetime:
    try:
        if "T" not in text:
            return datetime.combine(date.fromisoformat(text) + of_a_day, time(), names.zone).astimezone(UTC)
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=names.zone)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Meaningless from error


def _status(value: str, _names: Names) -> Condition:
    try:
        return StatusIs(frozenset({LogStatus(value.lower())}))
    except ValueError as error:
        raise Meaningless from error


def _since(value: str, names: Names) -> Condition:
    return Within(since=_begin(value, names))


def _until(value: str, names: Names) -> Condition:
    return Within(until=_end(value, names))


def _duration(value: str, _names: Names) -> Condition:
    parts = [_DURATION.fullmatch(each) for each in _bounds(value)]
    if not all(parts):
        raise Meaningless
    return all_of(
        *(
            Lasted(Comparison(part["comparison"]), float(part["number"]) * _MILLISECONDS[part["unit"]])
            for part in parts
            if part is not None
        )
    )


def _bounds(value: str) -> tuple[str, ...]:
    """Return a span of durations as its two comparisons."""
    shortest, dots, longest = value.partition("..")
    return (f">={shortest}", f"<={longest}") if dots else (value,)


def _has(value: str, _names: Names) -> Condition:
    if value in _WRITTEN:
        return _WRITTEN[value]
    if value not in _HAD:
        raise Meaningless
    return Has(_HAD[value])


def _exactly(name: LogField) -> Callable[[str, Names], Condition]:
    def read(value: str, _names: Names) -> Condition:
        begin = value.removesuffix("*")
        return FieldIs(name, begin, is_prefix=begin != value)

    return read


def _named(name: LogField, known: Callable[[Names], Mapping[str, str]]) -> Callable[[str, Names], Condition]:
    def read(value: str, names: Names) -> Condition:
        wanted = folded(value)
        found = next((each for each_name, each in known(names).items() if wanted in (folded(each_name), each)), None)
        if found is None and not _ID.fullmatch(value):  # what was removed is known by its ID alone
            raise Meaningless
        return FieldIs(name, found or value)

    return read


_HAD: Mapping[str, LogField | None] = {
    "error": LogField.ERROR,
    "connector": LogField.CONNECTOR,
    "webhook": LogField.WEBHOOK,
    "event": LogField.EVENT,
    "correlation": LogField.CORRELATION,
    "duration": None,
}
_WRITTEN: Mapping[str, Condition] = {"note": Noted(), "mark": Noted(marked=True)}
HAD = (*_HAD, *_WRITTEN)
"""What `has:` knows."""
KEYS: Mapping[str, Callable[[str, Names], Condition]] = {
    "status": _status,
    "type": _exactly(LogField.TYPE),
    "connector": _named(LogField.CONNECTOR, lambda names: names.connectors),
    "webhook": _named(LogField.WEBHOOK, lambda names: names.webhooks),
    "correlation": _exactly(LogField.CORRELATION),
    "id": _exactly(LogField.ID),
    "event": _exactly(LogField.EVENT),
    "error": _exactly(LogField.ERROR),
    "has": _has,
    "duration": _duration,
    "last": last,
    "since": _since,
    "until": _until,
}
"""What stands before a colon, and how what follows it is read."""
