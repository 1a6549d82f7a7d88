"""Forms that travel as JSON: what a connector type asks for, and the check of what was filled in."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from integration_console.domain.errors import FieldProblem
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Value = str | int | bool | list[Any] | dict[str, Any] | None
"""What a filled field holds: as JSON has it."""


class FieldKind(StrEnum):
    """How a field is shown and checked."""

    TEXT = "text"
    MULTILINE = "multiline"
    URL = "url"
    SECRET = "secret"  # noqa: S105 - a kind of field, not a secret
    CHOICE = "choice"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values of a choice field, with its translatable label (context "Forms")."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Condition:
    """A field counts, and is shown, only while another field counts and holds a certain value, or one of `others`."""

    field: str
    equals: str
    others: tuple[str, ...] = ()

    def holds(self, value: Value) -> bool:
        """Return whether the other field's `value` is one of those that are meant."""
        return str(value) in (self.equals, *self.others)


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form; `label`, `help` and `group` are translatable (context "Forms")."""

    name: str
    kind: FieldKind
    label: str
    help: str = ""
    required: bool = False
    choices: tuple[Choice, ...] = ()
    placeholder: str = ""
    default: Value = None
    group: str = ""
    visible_when: Condition | None = None
    minimum: int | None = None
    maximum: int | None = None

    @property
    def secret(self) -> bool:
        """Whether the value is sealed in the store and never shown again."""
        return self.kind is FieldKind.SECRET


@dataclass(frozen=True, slots=True)
class Form:
    """The questions of one connector type or webhook scheme, in order."""

    fields: tuple[Field, ...] = field(default=())

    def visible(self, values: Mapping[str, Value]) -> tuple[Field, ...]:
        """Return the fields that count while the form holds `values` (defaults filled in)."""
        filled = self.with_defaults(values)
        named = {each.name: each for each in self.fields}
        return tuple(each for each in self.fields if _applies(each, filled, named))

    def with_defaults(self, values: Mapping[str, Value]) -> dict[str, Value]:
        """Return `values` with each missing field's default."""
        defaults = {each.name: each.default for each in self.fields if each.default is not None}
        return {**defaults, **values}

    def secret_names(self) -> frozenset[str]:
        """Return the names of the fields that hold secrets."""
        return frozenset(each.name for each in self.fields if each.secret)

    def problems(
        self, values: Mapping[str, Value], stored_secrets: frozenset[str] = frozenset()
    ) -> tuple[FieldProblem, ...]:
        """Return what is wrong with `values`; a secret named in `stored_secrets` may stay empty."""
        known = {each.name for each in self.fields}
        unknown = [FieldProblem(name, _UNKNOWN) for name in values if name not in known]
        visible = self.visible(values)
        filled = self.with_defaults(values)
        found = (_problem(each, filled.get(each.name), stored_secrets) for each in visible)
        return (*unknown, *(problem for problem in found if problem is not None))


_UNKNOWN = QT_TRANSLATE_NOOP("Forms", "There is no such field.")
_REQUIRED = QT_TRANSLATE_NOOP("Forms", "This field is required.")
_NOT_TEXT = QT_TRANSLATE_NOOP("Forms", "Enter text.")
_NOT_URL = QT_TRANSLATE_NOOP("Forms", "Enter a whole address that starts with https:// or http://.")
_NOT_CHOICE = QT_TRANSLATE_NOOP("Forms", "Choose one of: {choices}.")
_NOT_BOOLEAN = QT_TRANSLATE_NOOP("Forms", "Enter true or false.")
_NOT_INTEGER = QT_TRANSLATE_NOOP("Forms", "Enter a whole number.")
_OUT_OF_RANGE = QT_TRANSLATE_NOOP("Forms", "Enter a number between {minimum} and {maximum}.")
_NOT_JSON = QT_TRANSLATE_NOOP("Forms", "This is not JSON: line {line}, column {column}.")


def _applies(each: Field, values: Mapping[str, Value], fields: Mapping[str, Field]) -> bool:
    condition = each.visible_when
    if condition is None:
        return True
    asked = fields.get(condition.field)
    return condition.holds(values.get(condition.field)) and (asked is None or _applies(asked, values, fields))


def _problem(each: Field, value: Value, stored_secrets: frozenset[str]) -> FieldProblem | None:
    if value is None or value in ("", [], {}):
        missing = each.required and each.name not in stored_secrets
        return FieldProblem(each.name, _REQUIRED) if missing else None
    return _CHECKS[each.kind](each, value)


def is_one_line(text: str) -> bool:
    """Return whether `text` holds no control characters: line ends, tabs, what steers a terminal."""
    return all(unicodedata.category(letter) != "Cc" for letter in text)


def _check_text(each: Field, value: Value) -> FieldProblem | None:
    usable = isinstance(value, str) and value.strip() and (each.kind is not FieldKind.TEXT or is_one_line(value))
    return None if usable else FieldProblem(each.name, _NOT_TEXT)


def _check_url(each: Field, value: Value) -> FieldProblem | None:
    try:
        parts = urlsplit(str(value))
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        usable = False
    return None if usable and " " not in str(value).strip() else FieldProblem(each.name, _NOT_URL)


def _check_choice(each: Field, value: Value) -> FieldProblem | None:
    values = [choice.value for choice in each.choices]
    if value in values:
        return None
    return FieldProblem(each.name, _NOT_CHOICE, (("choices", ", ".join(values)),))


def _check_boolean(each: Field, value: Value) -> FieldProblem | None:
    return None if isinstance(value, bool) else FieldProblem(each.name, _NOT_BOOLEAN)


def _check_integer(each: Field, value: Value) -> FieldProblem | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return FieldProblem(each.name, _NOT_INTEGER)
    low, high = each.minimum, each.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        return FieldProblem(each.name, _OUT_OF_RANGE, (("minimum", str(low)), ("maximum", str(high))))
    return None


def _check_json(each: Field, value: Value) -> FieldProblem | None:
    if not isinstance(value, str):
        return None
    try:
        json.loads(value)
    except json.JSONDecodeError as error:
        return FieldProblem(each.name, _NOT_JSON, (("line", str(error.lineno)), ("column", str(error.colno))))
    return None


_CHECKS: Mapping[FieldKind, Callable[[Field, Value], FieldProblem | None]] = {
    FieldKind.TEXT: _check_text,
    FieldKind.MULTILINE: _check_text,
    FieldKind.SECRET: _check_text,
    FieldKind.URL: _check_url,
    FieldKind.CHOICE: _check_choice,
    FieldKind.BOOLEAN: _check_boolean,
    FieldKind.INTEGER: _check_integer,
    FieldKind.JSON: _check_json,
}


def value_from_text(each: Field, text: str) -> Value:
    """Return what `text` means for a field: booleans and whole numbers are read, the rest stays text.

    Text that cannot be read comes back as it is, so that `Form.problems` names the field.
    """
    if each.kind is FieldKind.BOOLEAN:
        return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(text.lower(), text)
    if each.kind is FieldKind.INTEGER:
        try:
            return int(text)
        except ValueError:
            return text
    return text
