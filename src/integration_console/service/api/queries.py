"""Filters, places and bounds as parameters of a query, made from the domain's own filters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from datetime import datetime
from enum import Enum
from inspect import Parameter, Signature
from typing import Annotated, Any, TypeVar, get_args, get_origin

from fastapi import Query
from pydantic import AwareDatetime, StringConstraints

from integration_console.domain.answers import read_place
from integration_console.domain.errors import FieldProblem, InvalidInput
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.domain.wire import Kind, NotThatShape, field_kinds

T = TypeVar("T")
LONGEST = 2_000
"""Characters of one parameter."""
MOST_NAMED = 50
"""Values of a parameter that may be given several times."""
_NO_PLACE = QT_TRANSLATE_NOOP("Forms", "This is no place in this list; use one that the service has given.")
Text = Annotated[str, Query(max_length=LONGEST)]
Limit = Annotated[int, Query(ge=1, le=500, description="How many at most.")]
Skip = Annotated[int, Query(ge=0, le=100_000_000)]
AtMost = Annotated[int, Query(ge=1, le=100_000_000, description="No further than this is counted.")]
At = Annotated[int, Query(ge=0, le=2**62, description="A position in the order of commits.")]
After = Annotated[str, Query(max_length=LONGEST, description="The `next` of the page before; empty: from the start.")]

NewerThan = Annotated[str, Query(max_length=LONGEST, description="Only what is above this place counts.")]
Newer = Annotated[bool, Query(description="The entries just above `after` (empty: the oldest); `next` leads upwards.")]


def from_query(wanted_kind: type[T]) -> Callable[..., T]:
    """Return a dependency whose parameters are the fields of a filter."""
    kind: Kind = wanted_kind
    hints = field_kinds(kind)

    def wanted(**given: Any) -> T:  # noqa: ANN401 - whatever the parameters below let through
        made = {name: _made(hints[name], value) for name, value in given.items()}
        filled: T = kind(**made)
        return filled

    parameters = [_parameter(each, hints[each.name]) for each in fields(kind)]
    wanted.__signature__ = Signature(parameters)  # type: ignore[attr-defined] # what FastAPI reads
    return wanted


def place(kind: type[T], after: str) -> T | None:
    """Return the place that `after` stands for (None: the start). Raises `InvalidInput`."""
    try:
        found: T | None = read_place(kind, after)
    except NotThatShape as error:
        raise InvalidInput(FieldProblem("after", _NO_PLACE)) from error
    return found


def _parameter(each: Field[Any], kind: Kind) -> Parameter:
    default: Any = each.default
    made: Any = each.default_factory
    if default is MISSING and made is not MISSING:
        default = made()
    if _is_several(kind):
        default = sorted(default)
    asked = _asked(kind)
    given = Parameter.empty if default is MISSING else default
    return Parameter(each.name, Parameter.KEYWORD_ONLY, default=given, annotation=asked)


def _asked(kind: Kind) -> Kind:
    if _is_several(kind):
        part = get_args(kind)[0]
        part = Annotated[str, StringConstraints(max_length=LONGEST)] if part is str else part
        return Annotated[list[part], Query(max_length=MOST_NAMED)]  # type: ignore[valid-type] # made at run time
    if datetime in get_args(kind):
        return Annotated[AwareDatetime | None, Query()]
    if kind is datetime:
        return Annotated[AwareDatetime, Query()]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Annotated[kind, Query()]
    return Annotated[kind, Query(max_length=LONGEST)]


def _made(kind: Kind, value: Any) -> Any:  # noqa: ANN401 - whatever the field holds
    origin: Kind = get_origin(kind)
    return origin(value) if _is_several(kind) else value


def _is_several(kind: Kind) -> bool:
    origin: Kind = get_origin(kind)
    return origin in (frozenset, tuple)
