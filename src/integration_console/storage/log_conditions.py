"""Conditions on the log as SQL, for both databases; a denied part is denied at its leaves, so that NULL is "no"."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, FromClause, and_, false, func, literal_column, not_, or_, true

from integration_console.domain.log_conditions import (
    ATTRIBUTES,
    AllOf,
    AnyOf,
    Comparison,
    Contains,
    FieldIs,
    Has,
    Lasted,
    LogField,
    Not,
    Noted,
    StatusIs,
    Within,
)
from integration_console.storage import tables
from integration_console.storage.log_note_tables import notes
from integration_console.storage.log_notes import has_written
from integration_console.storage.log_sieve import may_contain, surely_contains

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from integration_console.domain.log_conditions import Condition

_logs = tables.logs
_WORDS = frozenset({LogField.TYPE, LogField.ERROR})
_ID = "00000000-0000-0000-0000-000000000000"
_NO_ERROR: ColumnElement[str] = literal_column("''")
"""As the index of entries with errors has it: of a bound value SQLite would not know that it is the same."""
_HEX = re.compile(r"[0-9a-f]")


def sql_of(
    condition: Condition, *, table: FromClause = _logs, denied: bool = False, sure: bool = False
) -> ColumnElement[bool]:
    """Return what `condition` (`denied`: its contrary) is in a WHERE over `integration_logs`.

    SQL cannot tell of all payloads whether words are in them: what this lets through, `log_search` looks at; with
    `sure` it lets through what needs no look. `table` is another one that has the columns which the condition names.
    """
    if isinstance(condition, Not):
        return sql_of(condition.part, table=table, denied=not denied, sure=sure)
    if isinstance(condition, AllOf | AnyOf):
        parts = [sql_of(each, table=table, denied=denied, sure=sure) for each in condition.parts]
        every = isinstance(condition, AllOf) is not denied
        return and_(true(), *parts) if every else or_(false(), *parts)
    if isinstance(condition, StatusIs):
        return _status(condition, denied, table)
    if isinstance(condition, FieldIs):
        return _field(condition, denied, table)
    if isinstance(condition, Contains):
        return _contains(condition, denied, sure)
    return _LEAVES[type(condition)](condition, denied)


def _contains(condition: Contains, denied: bool, sure: bool) -> ColumnElement[bool]:
    if not condition.entry_only:
        open_to = surely_contains if sure is not denied else may_contain
        return not_(open_to(condition.words)) if denied else open_to(condition.words)
    found = _logs.c.folded.contains(condition.words, autoescape=True)
    return not_(found) if denied else found


def _status(condition: StatusIs, denied: bool, table: FromClause) -> ColumnElement[bool]:
    column, wanted = table.c.status, sorted(condition.statuses)
    if len(wanted) == 1:
        return column != wanted[0] if denied else column == wanted[0]
    walked = column.concat("")  # a file would gather all of several statuses by their index, and then sort them
    return walked.not_in(wanted) if denied else walked.in_(wanted)


def _field(condition: FieldIs, denied: bool, table: FromClause) -> ColumnElement[bool]:
    column: ColumnElement[Any] = table.c[ATTRIBUTES[condition.field]]
    found = _word(column, condition) if condition.field in _WORDS else _identifier(column, condition)
    if condition.field is LogField.ERROR and condition.value and not denied:
        found = and_(column != _NO_ERROR, found)
    return or_(column.is_(None), not_(found)) if denied else found


def _word(column: ColumnElement[Any], condition: FieldIs) -> ColumnElement[bool]:
    value = condition.value
    return func.substr(column, 1, len(value)) == value if condition.is_prefix else column == value


def _identifier(column: ColumnElement[Any], condition: FieldIs) -> ColumnElement[bool]:
    """Identifiers are stored as their 16 bytes: those that begin alike lie beside each other."""
    value = condition.value
    if len(value) > len(_ID) or not all(_fits(*each) for each in zip(value, _ID, strict=False)):
        return false()
    if not condition.is_prefix:
        return column == value if len(value) == len(_ID) else false()
    first, last_one = (str(uuid.UUID(value + rest[len(value) :])) for rest in (_ID, _ID.replace("0", "f")))
    return column.between(first, last_one)


def _fits(letter: str, place: str) -> bool:
    return letter == "-" if place == "-" else _HEX.fullmatch(letter) is not None


def _has(condition: Has, denied: bool) -> ColumnElement[bool]:
    column: ColumnElement[Any] = (
        _logs.c.duration_ms if condition.field is None else _logs.c[ATTRIBUTES[condition.field]]
    )
    if condition.field in _WORDS:
        return column == _NO_ERROR if denied else column != _NO_ERROR
    return column.is_(None) if denied else column.is_not(None)


def _noted(condition: Noted, denied: bool) -> ColumnElement[bool]:
    found = has_written(notes.c.mark if condition.marked else notes.c.text)
    return not_(found) if denied else found


def _lasted(condition: Lasted, denied: bool) -> ColumnElement[bool]:
    column, wanted = _logs.c.duration_ms, condition.milliseconds
    found = {
        Comparison.ABOVE: column > wanted,
        Comparison.AT_LEAST: column >= wanted,
        Comparison.BELOW: column < wanted,
        Comparison.AT_MOST: column <= wanted,
    }[condition.comparison]
    return or_(column.is_(None), not_(found)) if denied else found


def _within(condition: Within, denied: bool) -> ColumnElement[bool]:
    column = _logs.c.created_at
    bounds = [column >= condition.since] if condition.since is not None else []
    bounds += [column < condition.until] if condition.until is not None else []
    return or_(false(), *(not_(each) for each in bounds)) if denied else and_(true(), *bounds)


_LEAVES: Mapping[type[Condition], Callable[..., ColumnElement[bool]]] = {
    Has: _has,
    Noted: _noted,
    Lasted: _lasted,
    Within: _within,
}
