"""How long the log is kept: days for each class of entries, and legal holds, which keep what they name in any case.

A class is a type of entries (`sync.failed`), a family of types (`sync.*`) or a status (`status:error`). Of several
classes that an entry is in, the one that keeps it longest counts; one that is in none is kept as long as all others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from integration_console.domain.errors import FieldProblem, InvalidInput
from integration_console.domain.ids import is_id
from integration_console.domain.log_conditions import (
    EVERYTHING,
    AnyOf,
    Condition,
    FieldIs,
    LogField,
    Not,
    StatusIs,
    Within,
    all_of,
    parts_of,
)
from integration_console.domain.log_spans import bounds_of
from integration_console.domain.logs import LogStatus
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

USUAL_DAYS = 90
MOST_DAYS = 3650
MOST_RULES = 50
LONGEST_REASON = 500
OTHERS = "*"
"""The class of what is in no other."""
EVENTS = "events"
"""What rules call received events with their bodies; no class of entries has this name."""
_STATUS = "status:"
_TYPE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*(\.?\*)?")
_OUT_OF_RANGE = QT_TRANSLATE_NOOP("Forms", "Enter a number between {minimum} and {maximum}.")
_NO_CLASS = QT_TRANSLATE_NOOP(
    "Forms", "“{name}” is no class of log entries; write sync.failed, sync.* or status:error."
)
_TWICE = QT_TRANSLATE_NOOP("Forms", "There are two rules for “{name}”; keep one of them.")
_TOO_MANY = QT_TRANSLATE_NOOP("Forms", "So many rules are possible at most: {maximum}.")
_NO_REASON = QT_TRANSLATE_NOOP("Forms", "Say why these entries must be kept.")
_TOO_LONG = QT_TRANSLATE_NOOP("Forms", "Use at most {maximum} characters.")
_NOT_ID = QT_TRANSLATE_NOOP("Forms", "“{text}” is not an ID; copy it from the details of an entry.")
_BACKWARDS = QT_TRANSLATE_NOOP("Forms", "The end must be after the beginning.")


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """Entries of the class `name` are kept for so many days (None: for ever)."""

    name: str
    days: int | None


@dataclass(frozen=True, slots=True)
class RetentionPolicy:
    """`days` for what no rule is about; `event_days` for received events with their bodies (None: for ever)."""

    days: int | None = USUAL_DAYS
    event_days: int | None = USUAL_DAYS
    rules: tuple[RetentionRule, ...] = ()


@dataclass(frozen=True, slots=True)
class HoldDraft:
    """A hold as somebody fills it in: what is set must all hold; with nothing set, everything is kept."""

    reason: str
    since: datetime | None = None
    until: datetime | None = None
    connector_id: str = ""
    correlation_id: str = ""


@dataclass(frozen=True, slots=True)
class LegalHold:
    """Entries that no rule removes, with the reason, and who said so when."""

    id: str
    reason: str
    author: str
    placed_at: datetime
    since: datetime | None = None
    until: datetime | None = None
    connector_id: str = ""
    correlation_id: str = ""


@dataclass(frozen=True, slots=True)
class RetentionRun:
    """One removal: who started it ("": its day had come), how much has gone, and when it ended (None: not yet)."""

    id: str
    started_at: datetime
    author: str = ""
    finished_at: datetime | None = None
    entries: int = 0
    events: int = 0
    size_bytes: int = 0


@dataclass(frozen=True, slots=True)
class RetentionState:
    """What is in force, and the last removal."""

    policy: RetentionPolicy
    holds: tuple[LegalHold, ...] = ()
    last_run: RetentionRun | None = None


@dataclass(frozen=True, slots=True)
class ClassForecast:
    """How many entries of a class would go."""

    name: str
    entries: int


@dataclass(frozen=True, slots=True)
class RetentionForecast:
    """What a removal would take away now, about how many bytes that is, and how many entries only holds keep."""

    entries: int
    size_bytes: int
    held: int
    events: int
    classes: tuple[ClassForecast, ...] = ()


@dataclass(frozen=True, slots=True)
class Expired:
    """Entries of a class that are older than they are kept; no hold is taken into account."""

    name: str
    before: datetime
    condition: Condition


def required_policy(policy: RetentionPolicy) -> RetentionPolicy:
    """Return a policy that can be, its rules in the order of their names. Raises `InvalidInput`."""
    problems = [*_days_problems("days", policy.days), *_days_problems("event_days", policy.event_days)]
    if len(policy.rules) > MOST_RULES:
        problems.append(FieldProblem("rules", _TOO_MANY, (("maximum", str(MOST_RULES)),)))
    names: set[str] = set()
    for rule in policy.rules:
        problems += _days_problems("rules", rule.days)
        if rule.name == EVENTS or class_condition(rule.name) is None:
            problems.append(FieldProblem("rules", _NO_CLASS, (("name", rule.name),)))
        if rule.name in names:
            problems.append(FieldProblem("rules", _TWICE, (("name", rule.name),)))
        names.add(rule.name)
    if problems:
        raise InvalidInput(*problems)
    return replace(policy, rules=tuple(sorted(policy.rules, key=lambda rule: rule.name)))


def required_hold(draft: HoldDraft) -> HoldDraft:
    """Return a hold that can be. Raises `InvalidInput`."""
    reason = draft.reason.strip()
    problems = [] if reason else [FieldProblem("reason", _NO_REASON)]
    if len(reason) > LONGEST_REASON:
        problems.append(FieldProblem("reason", _TOO_LONG, (("maximum", str(LONGEST_REASON)),)))
    if draft.since is not None and draft.until is not None and draft.since >= draft.until:
        problems.append(FieldProblem("until", _BACKWARDS))
    ids = {"connector_id": draft.connector_id, "correlation_id": draft.correlation_id}
    wrong = [(name, text) for name, text in ids.items() if text and not is_id(text)]
    problems += [FieldProblem(name, _NOT_ID, (("text", text),)) for name, text in wrong]
    if problems:
        raise InvalidInput(*problems)
    return replace(draft, reason=reason)


def _days_problems(field: str, days: int | None) -> list[FieldProblem]:
    if days is None or 1 <= days <= MOST_DAYS:
        return []
    return [FieldProblem(field, _OUT_OF_RANGE, (("minimum", "1"), ("maximum", str(MOST_DAYS))))]


def class_condition(name: str) -> Condition | None:
    """Return what is in a class, None where the name is none."""
    if name.startswith(_STATUS):
        status = name.removeprefix(_STATUS)
        return StatusIs(frozenset({LogStatus(status)})) if status in set(LogStatus) else None
    if _TYPE.fullmatch(name) is None:
        return None
    return FieldIs(LogField.TYPE, name.removesuffix("*"), is_prefix=name.endswith("*"))


def expired(policy: RetentionPolicy, now: datetime) -> tuple[Expired, ...]:
    """Return of each class what is older than it is kept; no entry is in two of them."""
    longest_first = sorted(policy.rules, key=lambda rule: -(rule.days or MOST_DAYS + 1))
    found, before = list[Expired](), list[Condition]()
    for rule in (*longest_first, RetentionRule(OTHERS, policy.days)):
        inside = EVERYTHING if rule.name == OTHERS else class_condition(rule.name)
        if inside is None:
            continue
        if rule.days is not None:
            cutoff = now - timedelta(days=rule.days)
            condition = all_of(inside, *(Not(each) for each in before), Within(until=cutoff))
            found.append(Expired(rule.name, cutoff, condition))
        before.append(inside)
    return tuple(found)


def held(holds: Sequence[LegalHold]) -> Condition:
    """Return what some hold keeps."""
    return AnyOf(tuple(map(_held_by, holds)))


def hold_of(condition: Condition, reason: str) -> HoldDraft:
    """Return the hold that keeps what a condition narrows to by time, connector and cause; no other part can be held.

    It keeps all the condition finds, and more where there are other parts.
    """
    parts, bounds = parts_of(condition), bounds_of(condition)
    named = {each.field: each.value for each in parts if isinstance(each, FieldIs) and not each.is_prefix}
    return HoldDraft(
        reason, bounds.since, bounds.until, named.get(LogField.CONNECTOR, ""), named.get(LogField.CORRELATION, "")
    )


def _held_by(hold: LegalHold) -> Condition:
    return all_of(
        Within(hold.since, hold.until) if hold.since or hold.until else EVERYTHING,
        FieldIs(LogField.CONNECTOR, hold.connector_id) if hold.connector_id else EVERYTHING,
        FieldIs(LogField.CORRELATION, hold.correlation_id) if hold.correlation_id else EVERYTHING,
    )
