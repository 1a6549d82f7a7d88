"""What an entry of the log must be like: conditions as values, and whether an entry meets one.

Every store answers a condition as `holds` does; the text that people write for one is in `log_query`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from integration_console.domain.folding import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from integration_console.domain.log_notes import LogNote
    from integration_console.domain.logs import LogDraft, LogEntry, LogFilter, LogStatus


class LogField(StrEnum):
    """What an entry has exactly, or not at all."""

    TYPE = "type"
    CONNECTOR = "connector"
    WEBHOOK = "webhook"
    ID = "id"
    EVENT = "event"
    CORRELATION = "correlation"
    ERROR = "error"


class Comparison(StrEnum):
    """How a duration is compared."""

    ABOVE = ">"
    AT_LEAST = ">="
    BELOW = "<"
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds; without parts, always."""

    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of the parts holds; without parts, never."""

    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Contains:
    """The words are in message, topic, type, error code or payload, however they are written (`words` is folded).

    `entry_only`: what is in the payload does not count.
    """

    words: str
    entry_only: bool = False


@dataclass(frozen=True, slots=True)
class StatusIs:
    """It went in one of these ways."""

    statuses: frozenset[LogStatus]


@dataclass(frozen=True, slots=True)
class FieldIs:
    """A field is this, or begins with it."""

    field: LogField
    value: str
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Has:
    """A field is there at all; `duration` (None as the field) counts as one."""

    field: LogField | None


@dataclass(frozen=True, slots=True)
class Noted:
    """Somebody wrote a note beside it; `marked`: gave it a mark."""

    marked: bool = False


@dataclass(frozen=True, slots=True)
class Lasted:
    """It took that long; what has no duration does not compare."""

    comparison: Comparison
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Within:
    """It happened in a span of time, its beginning included, its end not."""

    since: datetime | None = None
    until: datetime | None = None


Condition: TypeAlias = AllOf | AnyOf | Not | Contains | StatusIs | FieldIs | Has | Noted | Lasted | Within
EVERYTHING = AllOf()


def all_of(*parts: Condition) -> Condition:
    """Return the condition that every part holds, without needless levels."""
    flat = [inner for part in parts for inner in parts_of(part)]
    return flat[0] if len(flat) == 1 else AllOf(tuple(flat))


def any_of(*parts: Condition) -> Condition:
    """Return the condition that one of the parts holds, without needless levels."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, AnyOf) else (part,))]
    if flat and all(isinstance(each, StatusIs) for each in flat):
        return StatusIs(frozenset().union(*(each.statuses for each in flat if isinstance(each, StatusIs))))
    return flat[0] if len(flat) == 1 else AnyOf(tuple(flat))


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """Return what must hold, each part by itself."""
    return condition.parts if isinstance(condition, AllOf) else (condition,)


def any_part(condition: Condition, such: Callable[[Condition], bool]) -> bool:
    """Return whether a condition is made, however deep inside, of one that is like this."""
    if isinstance(condition, Not):
        return any_part(condition.part, such)
    if isinstance(condition, AllOf | AnyOf):
        return any(any_part(each, such) for each in condition.parts)
    return such(condition)


def replaced(condition: Condition, change: Callable[[Condition], Condition]) -> Condition:
    """Return a condition with another one in place of each that it is made of."""
    if isinstance(condition, Not):
        return Not(replaced(condition.part, change))
    if isinstance(condition, AllOf | AnyOf):
        return type(condition)(tuple(replaced(each, change) for each in condition.parts))
    return change(condition)


def chosen(wanted: LogFilter) -> Condition:
    """Return what the parts of a filter stand for, all but its query."""
    return all_of(
        StatusIs(wanted.statuses) if wanted.statuses else EVERYTHING,
        _exactly(LogField.TYPE, wanted.event_type.removesuffix("*"), is_prefix=wanted.event_type.endswith("*")),
        _exactly(LogField.CONNECTOR, wanted.connector_id),
        _exactly(LogField.WEBHOOK, wanted.webhook_id),
        _exactly(LogField.CORRELATION, wanted.correlation_id),
        Within(wanted.since, wanted.until) if wanted.since or wanted.until else EVERYTHING,
    )


def _exactly(field: LogField, value: str, *, is_prefix: bool = False) -> Condition:
    return FieldIs(field, value, is_prefix) if value else EVERYTHING


def looked_for(condition: Condition) -> frozenset[str]:
    """Return the words that an entry has, or may have, because it was looked for by them."""
    if isinstance(condition, AllOf | AnyOf):
        return frozenset().union(*(looked_for(each) for each in condition.parts))
    return frozenset({condition.words}) if isinstance(condition, Contains) else frozenset()


def searched_text(entry: LogEntry | LogDraft) -> str:
    """Return what words are looked for in, folded: a line for each of message, topic, type and error code."""
    return folded(f"{entry.message}\n{entry.topic}\n{entry.event_type}\n{entry.error_code}")


def holds(condition: Condition, entry: LogEntry, payload: str = "", note: LogNote | None = None) -> bool:
    """Return whether an entry meets a condition: what every store must answer.

    `payload` is what of its contents is searched (`log_payloads.searched_payload`), `note` what stands beside it.
    """
    if isinstance(condition, Not):
        return not holds(condition.part, entry, payload, note)
    if isinstance(condition, AllOf | AnyOf):
        every = all if isinstance(condition, AllOf) else any
        return every(holds(each, entry, payload, note) for each in condition.parts)
    if isinstance(condition, Noted):
        return note is not None and bool(note.mark if condition.marked else note.text)
    return _EACH[type(condition)](condition, entry, payload)


def asks_for_notes(condition: Condition) -> bool:
    """Return whether what people wrote beside entries decides whether the condition holds."""
    return any_part(condition, lambda part: isinstance(part, Noted))


def value_of(entry: LogEntry, name: LogField) -> str:
    """Return what an entry has in a field ("": nothing)."""
    return str(getattr(entry, ATTRIBUTES[name]))


ATTRIBUTES: Mapping[LogField, str] = {
    LogField.TYPE: "event_type",
    LogField.CONNECTOR: "connector_id",
    LogField.WEBHOOK: "webhook_id",
    LogField.ID: "id",
    LogField.EVENT: "event_id",
    LogField.CORRELATION: "correlation_id",
    LogField.ERROR: "error_code",
}
"""What each field is called in an entry, and in its row."""


def _contains(condition: Contains, entry: LogEntry, payload: str) -> bool:
    return (not condition.entry_only and condition.words in payload) or condition.words in searched_text(entry)


def _status(condition: StatusIs, entry: LogEntry, _payload: str) -> bool:
    return entry.status in condition.statuses


def _field(condition: FieldIs, entry: LogEntry, _payload: str) -> bool:
    value = value_of(entry, condition.field)
    return value.startswith(condition.value) if condition.is_prefix else value == condition.value


def _has(condition: Has, entry: LogEntry, _payload: str) -> bool:
    return entry.duration_ms is not None if condition.field is None else bool(value_of(entry, condition.field))


def _lasted(condition: Lasted, entry: LogEntry, _payload: str) -> bool:
    taken, wanted = entry.duration_ms, condition.milliseconds
    if taken is None:
        return False
    return {
        Comparison.ABOVE: taken > wanted,
        Comparison.AT_LEAST: taken >= wanted,
        Comparison.BELOW: taken < wanted,
        Comparison.AT_MOST: taken <= wanted,
    }[condition.comparison]


def _within(condition: Within, entry: LogEntry, _payload: str) -> bool:
    begun = condition.since is None or entry.created_at >= condition.since
    return begun and (condition.until is None or entry.created_at < condition.until)


_EACH: Mapping[type[Condition], Callable[..., bool]] = {
    Contains: _contains,
    StatusIs: _status,
    FieldIs: _field,
    Has: _has,
    Lasted: _lasted,
    Within: _within,
}
