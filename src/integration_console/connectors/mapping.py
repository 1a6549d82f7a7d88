"""Field mapping by JMESPath (jmespath.org): checked when it is typed, applied to each record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from typing import Any

import jmespath
from jmespath.exceptions import EmptyExpressionError, JMESPathError, ParseError
from jmespath.functions import Functions
from jmespath.parser import ParsedResult

from integration_console.domain.errors import FieldProblem
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

EXPRESSION_LIMIT = 2_000
_PLAIN = frozenset({"subexpression", "or_expression"})
_Function = Callable[[Any], Any]
_NOT_EXPRESSION = QT_TRANSLATE_NOOP("Forms", "This is not a JMESPath expression: look at character {position}.")
_EMPTY = QT_TRANSLATE_NOOP("Forms", "Enter a JMESPath expression.")
_TOO_LONG = QT_TRANSLATE_NOOP("Forms", "This expression is too long or nested too deeply.")
_UNKNOWN_FUNCTION = QT_TRANSLATE_NOOP("Forms", "JMESPath has no function “{function}”: look at character {position}.")


@dataclass(frozen=True, slots=True)
class Expression:
    """A JMESPath expression that can be applied."""

    text: str

    def apply(self, record: object) -> Any:  # noqa: ANN401 - the JSON border
        """Return what the expression finds in `record` (JSON); None where it finds nothing or a wrong type."""
        quick = _quick(self.text)
        if quick is not None:
            return quick(record)
        try:
            return _parsed(self.text).search(record)
        except (JMESPathError, TypeError, RecursionError):
            return None


class MappingProblem(ValueError):
    """An expression that cannot be used; `problem` says where, for the form's field."""

    def __init__(self, problem: FieldProblem) -> None:
        super().__init__(problem.sentence)
        self.problem = problem


def compiled(text: str, *, field: str = "") -> Expression:
    """Return the expression that `text` is. Raises `MappingProblem` for `field`, with the position from 1."""
    problem = mapping_problem(field, text)
    if problem is not None:
        raise MappingProblem(problem)
    return Expression(text)


def mapping_problem(field: str, text: str) -> FieldProblem | None:
    """Return what is wrong with `text` as the expression of a form's field; None when it is good."""
    if len(text) > EXPRESSION_LIMIT:
        return FieldProblem(field, _TOO_LONG)
    try:
        tree = _parsed(text).parsed
        unknown = next((name for name in _functions(tree) if name not in Functions.FUNCTION_TABLE), None)
    except EmptyExpressionError:
        return FieldProblem(field, _EMPTY)
    except RecursionError:
        return FieldProblem(field, _TOO_LONG)
    except JMESPathError as error:
        return FieldProblem(field, _NOT_EXPRESSION, (("position", str(_position(error))),))
    if unknown is None:
        return None
    place = text.find(f"{unknown}(") + 1 or 1
    return FieldProblem(field, _UNKNOWN_FUNCTION, (("function", unknown), ("position", str(place))))


def mapped(mapping: Mapping[str, Expression], record: object) -> dict[str, Any]:
    """Return the fields that `mapping` makes of `record`."""
    return {name: expression.apply(record) for name, expression in mapping.items()}


@lru_cache(maxsize=256)
def _parsed(text: str) -> ParsedResult:
    return jmespath.compile(text)


@lru_cache(maxsize=256)
def _quick(text: str) -> _Function | None:
    """Return a function that does the same as a plain expression (names, alternatives, texts), ten times as fast."""
    return _function_of(_parsed(text).parsed)


def _function_of(tree: Mapping[str, Any]) -> _Function | None:
    kind, value = tree["type"], tree.get("value")
    if kind == "field":
        return lambda record: record.get(value) if isinstance(record, dict) else None
    if kind == "literal":
        return lambda _record: value
    parts = [_function_of(child) for child in tree["children"]] if kind in _PLAIN else []
    functions = [part for part in parts if part is not None]
    if not parts or len(functions) < len(parts):
        return None
    return (_one_after_another if kind == "subexpression" else _first_that_is_something)(functions)


def _one_after_another(functions: Sequence[_Function]) -> _Function:
    return lambda record: reduce(lambda found, function: function(found), functions, record)


def _first_that_is_something(functions: Sequence[_Function]) -> _Function:
    *first, last = functions

    def find(record: Any) -> Any:  # noqa: ANN401 - the JSON border
        for function in first:
            found = function(record)
            if not _is_nothing(found):
                return found
        return last(record)

    return find


def _is_nothing(value: object) -> bool:
    """Return whether JMESPath counts a value as false: null, false, and what is empty."""
    return value is None or value is False or (isinstance(value, str | list | dict) and not value)


def _position(error: JMESPathError) -> int:
    return (error.lex_position if isinstance(error, ParseError) else 0) + 1


def _functions(tree: Any) -> Iterator[str]:  # noqa: ANN401 - the parser's own tree
    if isinstance(tree, dict):
        if tree.get("type") == "function_expression":
            yield tree["value"]
        for child in tree.get("children", ()):
            yield from _functions(child)
