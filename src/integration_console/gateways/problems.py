"""Errors that came over HTTP as problem details: the same class again, with what is wrong field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.errors import ConsoleError
from integration_console.domain.wire import Json, NotThatShape, from_wire

if TYPE_CHECKING:
    from collections.abc import Mapping


def error_from_problem(problem: Mapping[str, Json]) -> ConsoleError | None:
    """Return the error that a problem's `code`, `params` and `errors` stand for; None where it is none of ours.

    An older program says of fields only what English calls them: its error comes back without them.
    """
    none: Json = []
    for fields in (problem.get("errors", none), none):
        try:
            error: ConsoleError = from_wire(ConsoleError, {**problem, "problems": fields})
        except NotThatShape:
            continue
        return error
    return None
