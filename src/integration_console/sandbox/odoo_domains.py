"""Odoo's search language in miniature: domains in Polish notation, and orders."""

from __future__ import annotations

import operator as operators
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from integration_console.sandbox.odoo_people import FORMAT
from integration_console.sandbox.odoo_refusals import bad_value
from integration_console.sandbox.odoo_tables import FIELDS, PUBLIC, Row

Test = Callable[[Row], bool]
_ZONE = re.compile(r"(Z|[+-]\d\d:?\d\d)$")
_CONDITION = 3
_ORDER = re.compile(r"\s*(\w+)(?:\s+(asc|desc))?\s*", re.IGNORECASE)


def _is_in(found: Any, wanted: Any) -> bool:
    return found in (wanted if isinstance(wanted, list | tuple) else [wanted])


def _like(found: Any, wanted: Any) -> bool:
    return isinstance(found, str) and str(wanted).lower() in found.lower()


_OPERATORS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": lambda found, wanted: bool(found == wanted),
    "!=": lambda found, wanted: bool(found != wanted),
    ">": lambda found, wanted: found is not False and bool(found > wanted),
    ">=": lambda found, wanted: found is not False and bool(found >= wanted),
    "<": lambda found, wanted: found is not False and bool(found < wanted),
    "<=": lambda found, wanted: found is not False and bool(found <= wanted),
    "in": _is_in,
    "not in": lambda found, wanted: not _is_in(found, wanted),
    "like": _like,
    "ilike": _like,
}

_NEVER_EMPTY: Mapping[str, Callable[[Any, Any], Any]] = {
    "=": operators.eq,
    ">": operators.gt,
    ">=": operators.ge,
    "<": operators.lt,
    "<=": operators.le,
}
"""Quicker ways for columns that always hold something; most rows are looked at by these."""


def matching(model: str, domain: Any, *, archived_too: bool) -> Sequence[Test]:
    """Return the tests that a domain is, all of which a row must pass. Raises `Refused` as Odoo 19 does."""
    items = list(domain or [])
    names: list[str] = []
    tests = _tests(model, items, names)
    if not archived_too and "active" not in names and "active" in FIELDS[model]:
        tests.append(lambda row: bool(row["active"]))
    return tests


def ordering(model: str, order: str) -> Sequence[tuple[Callable[[Row], Any], bool]]:
    """Return sort keys with their direction (True: falling), the last one first. Raises `Refused`."""
    keys = []
    for part in reversed(order.split(",")):
        found = _ORDER.fullmatch(part)
        name = found.group(1) if found else part.strip()
        if found is None or name not in FIELDS[model]:
            raise bad_value(f"Invalid field {name!r} on model {model!r}")
        keys.append((_sort_key(model, name), (found.group(2) or "").lower() == "desc"))
    return keys


def _sort_key(model: str, name: str) -> Callable[[Row], Any]:
    column = _column(model, name)
    if column == "write_date":
        column = "instant"
    if name in ("id", "write_date"):
        return lambda row: row[column]
    return lambda row: (row[column] is False, row[column])


def _tests(model: str, items: list[Any], names: list[str]) -> list[Test]:
    stack: list[Test] = []
    for item in reversed(items):
        if item in ("&", "|") and len(stack) > 1:
            stack.append(_joined(item, stack.pop(), stack.pop()))
        elif item == "!" and stack:
            stack.append(_negated(stack.pop()))
        elif isinstance(item, list | tuple) and len(item) == _CONDITION:
            names.append(item[0])
            stack.append(_condition(model, tuple(item)))
        else:
            raise bad_value(f"Domain() invalid item in domain: {item!r}")
    return stack


def _joined(operator: str, one: Test, other: Test) -> Test:
    if operator == "|":
        return lambda row: one(row) or other(row)
    return lambda row: one(row) and other(row)


def _negated(test: Test) -> Test:
    return lambda row: not test(row)


def _condition(model: str, condition: tuple[Any, ...]) -> Test:
    name, operator, wanted = condition
    if name not in FIELDS[model]:
        raise bad_value(f"Invalid field {model}.{name} in condition {condition!r}")
    compare = _OPERATORS.get(operator)
    if compare is None:
        raise bad_value(f"Invalid operator in condition {condition!r}")
    wanted = False if wanted is None else wanted
    if FIELDS[model][name] == "datetime" and isinstance(wanted, str):
        wanted = _moment(wanted)
    column = _column(model, name)
    plain = _NEVER_EMPTY.get(operator) if name in ("id", "write_date") else None
    if plain is not None:
        return lambda row: bool(plain(row[column], wanted))
    return lambda row: compare(row[column], wanted)


def _column(model: str, name: str) -> str:
    """The public profile's date is that of the employee's version."""
    return "version_date" if name == "write_date" and model == PUBLIC else name


def _moment(text: str) -> str:
    if _ZONE.search(text):
        raise bad_value(f"expecting only datetimes with no timezone: {text!r}")
    try:
        return datetime.fromisoformat(text).strftime(FORMAT)
    except ValueError:
        raise bad_value(f"Invalid isoformat string: {text!r}") from None
