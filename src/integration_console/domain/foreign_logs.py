"""Reads logs of other programs: JSON lines and plain text, whatever their fields and times are called.

Each entry is one line, or a line with those below it that begin with no time, such as a stack trace.
"""

from __future__ import annotations

import json
import re
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from integration_console.domain.controls import well_formed
from integration_console.domain.log_times import line_time, time_of
from integration_console.domain.logs import LogDetail, LogEntry, LogStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import tzinfo

LONGEST_LINE = 256 * 1024
"""Characters of an entry; what is longer is cut, and says so."""
_CUT = " […]"
_LONGEST_TAKEN = 1e12
"""Milliseconds: more than thirty years. What is said to have taken longer is no duration."""
_LATER = timedelta(days=2)
"""So far a clock may be ahead of the one that a file is dated by."""
_LONGEST_NAME = 120
_NAMESPACE = uuid.UUID("6f1d6a52-5f5d-4f0e-9a4e-6d1f3a7b9c10")
_TIMES = ("created_at", "@timestamp", "timestamp", "time", "ts", "datetime", "date", "t")
_MESSAGES = ("message", "msg", "text", "event", "log", "@message", "body")
_LEVELS = ("status", "level", "severity", "lvl", "@level", "loglevel", "levelname")
_TYPES = ("event_type", "type", "logger", "name", "source", "component")
_ERRORS = ("error_code", "error.code", "code", "error_type", "exc_type")
_STORIES = ("correlation_id", "trace_id", "traceid", "request_id", "requestid", "trace.id", "@correlationid")
_DURATIONS = {
    "duration_ms": 1.0, "took_ms": 1.0, "elapsed_ms": 1.0, "latency_ms": 1.0, "took": 1.0, "responsetime": 1.0,
    "duration": 1000.0, "elapsed": 1000.0, "latency": 1000.0, "duration_s": 1000.0, "request_time": 1000.0,
}  # fmt: skip
"""Fields that tell how long it took, and how many milliseconds one of their units has."""
_WORDS = {
    **dict.fromkeys(
        ("error", "err", "fatal", "critical", "crit", "severe", "alert", "emerg", "panic", "fail"), "error"
    ),
    **dict.fromkeys(("warning", "warn"), "warning"),
    **dict.fromkeys(("success", "ok"), "success"),
    **dict.fromkeys(("info", "notice", "debug", "trace", "verbose"), "info"),
}
_LEVEL = re.compile(rf"(?i)(?<![a-z])({'|'.join(sorted(_WORDS, key=len, reverse=True))})(?![a-z])")
_BUNYAN = ((50, "error"), (40, "warning"))
_SYSLOG_ERRORS, _SYSLOG_WARNING = 3, 4


@dataclass(slots=True)
class ForeignFile:
    """A file of another program: its name, the zone of times that name none, and the year of those without one.

    `until` is when the file was written to last: a line without a year that would be later is of the year before.
    `entries` and `unread` count what was read, and the lines of which nothing could be made.
    """

    name: str
    zone: tzinfo = UTC
    year: int = field(default_factory=lambda: datetime.now(UTC).year)
    until: datetime | None = None
    entries: int = 0
    unread: int = 0

    def __post_init__(self) -> None:
        """Take a name that is no text, too."""
        self.name = well_formed(self.name)

    def read(self, lines: Iterable[str]) -> Iterator[LogDetail]:
        """Yield the entries of the file's lines, in their order. What stands before the first time has no time."""
        waiting: _Waiting | None = None
        for number, line in enumerate(lines):
            text = line.rstrip("\r\n")
            if not text.strip():
                continue
            made = self._begun(text, number)
            if made is not None:
                if waiting is not None:
                    yield self._ended(waiting)
                waiting = made
            elif waiting is not None:
                waiting.add(text)
            else:
                self.unread += 1
        if waiting is not None:
            yield self._ended(waiting)

    def _begun(self, line: str, number: int) -> _Waiting | None:
        """Return what begins with a line; None: it belongs to what is above it."""
        if line.lstrip().startswith("{"):
            try:
                found = json.loads(line)
            except (ValueError, RecursionError):
                found = None
            moment = self._moment(found) if isinstance(found, dict) else None
            if moment is not None:
                return _Waiting(number, moment, line, found)
        stamped = line_time(line, self.zone, self.year)
        if stamped is not None and self._is_too_late(stamped[0], line):
            stamped = line_time(line, self.zone, self.year - 1) or stamped
        return None if stamped is None else _Waiting(number, stamped[0], line, None, stamped[1])

    def _is_too_late(self, moment: datetime, line: str) -> bool:
        return self.until is not None and moment - self.until > _LATER and str(self.year) not in line[:_LONGEST_NAME]

    def _moment(self, found: Mapping[str, Any]) -> datetime | None:
        names = {key.casefold(): key for key in found}
        values = (found[names[each]] for each in _TIMES if each in names)
        return next((moment for each in values if (moment := time_of(each, self.zone, self.year)) is not None), None)

    def _ended(self, waiting: _Waiting) -> LogDetail:
        self.entries += 1
        made = _from_object if waiting.found is not None else _from_text
        return made(self, waiting)


@dataclass(slots=True)
class _Waiting:
    """An entry to which more lines may belong."""

    number: int
    moment: datetime
    text: str
    found: Mapping[str, Any] | None
    begins: int = 0
    more: list[str] = field(default_factory=list)
    size: int = 0

    def add(self, line: str) -> None:
        self.size += len(line) + 1
        if self.size <= LONGEST_LINE:
            self.more.append(line)
        elif self.more and not self.more[-1].endswith(_CUT):
            self.more.append(_CUT)


def _from_object(file: ForeignFile, waiting: _Waiting) -> LogDetail:
    found = waiting.found or {}
    flat = {key.casefold(): value for key, value in found.items()}
    message = _first(flat, _MESSAGES, _text)
    payload = waiting.text + "".join(f"\n{each}" for each in waiting.more)
    entry = LogEntry(
        id=_own_id(flat) or _made_id(file.name, waiting.number, waiting.text),
        created_at=waiting.moment,
        status=_status(flat) or _level_in(message),
        event_type=_first(flat, _TYPES, _word)[:_LONGEST_NAME] or _type_of(file),
        message=_cut(message or waiting.text),
        position=waiting.number + 1,
        topic=file.name,
        correlation_id=_story(_first(flat, _STORIES, _word)),
        error_code=_first(flat, _ERRORS, _word)[:_LONGEST_NAME],
        duration_ms=_duration(flat),
    )
    return LogDetail(entry, _cut(payload))


def _from_text(file: ForeignFile, waiting: _Waiting) -> LogDetail:
    message = waiting.text[waiting.begins :].strip(" \t-|:") or waiting.text
    payload = "\n".join([waiting.text, *waiting.more]) if waiting.more else ""
    entry = LogEntry(
        id=_made_id(file.name, waiting.number, waiting.text),
        created_at=waiting.moment,
        status=_level_in(message),
        event_type=_type_of(file),
        message=_cut(message),
        position=waiting.number + 1,
        topic=file.name,
    )
    return LogDetail(entry, _cut(payload))


def _first(flat: Mapping[str, Any], names: Iterable[str], read: Callable[[Any], str]) -> str:
    return next((text for each in names if each in flat and (text := read(flat[each]))), "")


def _text(value: Any) -> str:  # noqa: ANN401 - the JSON border
    return well_formed(value) if isinstance(value, str) else ""


def _word(value: Any) -> str:  # noqa: ANN401 - the JSON border
    return well_formed(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _status(flat: Mapping[str, Any]) -> LogStatus | None:
    for name in _LEVELS:
        value = flat.get(name)
        if isinstance(value, str) and value.casefold() in _WORDS:
            return LogStatus(_WORDS[value.casefold()])
        if isinstance(value, int) and not isinstance(value, bool) and name != "status":
            return _numbered(value)
    return None


def _numbered(level: int) -> LogStatus:
    """The levels of bunyan and pino (10 to 60), or those of syslog (0 to 7, RFC 5424)."""
    if level <= _SYSLOG_WARNING + 3:
        if level <= _SYSLOG_ERRORS:
            return LogStatus.ERROR
        return LogStatus.WARNING if level == _SYSLOG_WARNING else LogStatus.INFO
    return next((LogStatus(word) for least, word in _BUNYAN if level >= least), LogStatus.INFO)


def _level_in(message: str) -> LogStatus:
    """The first word of a line that says how it went; without one, it is told for information."""
    found = _LEVEL.search(message[:200])
    return LogStatus(_WORDS[found.group(1).casefold()]) if found else LogStatus.INFO


def _duration(flat: Mapping[str, Any]) -> float | None:
    for name, unit in _DURATIONS.items():
        value = flat.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < _LONGEST_TAKEN / unit:
            return float(value) * unit
    return None


def _own_id(flat: Mapping[str, Any]) -> str:
    try:
        return str(uuid.UUID(_text(flat.get("id"))))
    except ValueError:
        return ""


def _made_id(name: str, number: int, text: str) -> str:
    """An identifier that is the same whenever this line of this file is read."""
    return str(uuid.uuid5(_NAMESPACE, f"{name}\n{number}\n{text}"))


def _story(written: str) -> str:
    """The identifier of what belongs together, the same wherever it is written so."""
    try:
        return str(uuid.UUID(written)) if written else ""
    except ValueError:
        return str(uuid.uuid5(_NAMESPACE, written))


def _type_of(file: ForeignFile) -> str:
    stem = re.sub(r"[^a-z0-9]+", "_", file.name.rpartition("/")[2].partition(".")[0].casefold()).strip("_")
    return f"imported.{stem or 'log'}"[:_LONGEST_NAME]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_LINE else text[: LONGEST_LINE - len(_CUT)] + _CUT
