"""Every error of the product comes through the service as the class that it was."""

from __future__ import annotations

import string

import orjson
import pytest

from integration_console.domain import errors
from integration_console.domain.errors import ConsoleError, FieldProblem, InvalidInput
from integration_console.gateways.problems import error_from_problem
from integration_console.service.problems import problem_body

CLASSES = sorted(
    {each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, ConsoleError)},
    key=lambda each: each.code,
)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.code)
def test_an_error_survives_the_journey(kind: type[ConsoleError]) -> None:
    holes = {name for _, name, _, _ in string.Formatter().parse(kind.template + kind.remedy) if name}
    error = errors.error_from_code(kind.code, {name: f"the {name}" for name in holes})
    if isinstance(error, InvalidInput):
        error.problems = (FieldProblem("name", "Too long: {count}.", (("count", "9"),)),)
    problem = orjson.loads(problem_body(error))
    back = error_from_problem(problem)
    assert (type(back), problem["status"]) == (kind, kind.http_status)
    assert back is not None
    assert (back.params, back.title, back.advice) == (error.params, error.title, error.advice)
    assert getattr(back, "problems", ()) == getattr(error, "problems", ())
