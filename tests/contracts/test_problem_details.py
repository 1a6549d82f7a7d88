"""What the service says of an error is enough for a client to raise the same one."""

from __future__ import annotations

import orjson
import pytest

from integration_console.domain.errors import ConsoleError, FieldProblem, InvalidInput, NotFound, QueueFull
from integration_console.gateways.problems import error_from_problem
from integration_console.service.problems import problem_body


@pytest.mark.parametrize("error", [NotFound(kind="connector", id="c1"), QueueFull(), ConsoleError()])
def test_an_error_comes_back_as_the_same_class(error: ConsoleError) -> None:
    back = error_from_problem(orjson.loads(problem_body(error)))
    assert type(back) is type(error)
    assert str(back) == str(error)


def test_fields_come_back_with_what_their_sentences_are_translated_from() -> None:
    problem = FieldProblem("limit", "At most {most}.", (("most", "5"),))
    back = error_from_problem(orjson.loads(problem_body(InvalidInput(problem))))
    assert isinstance(back, InvalidInput)
    assert back.problems == (problem,)


def test_fields_of_an_older_program_do_not_hide_its_error() -> None:
    older = {"code": "input.invalid", "params": {"fields": "limit: 5"}, "errors": [{"field": "limit", "detail": "5"}]}
    back = error_from_problem(older)
    assert isinstance(back, InvalidInput)
    assert (back.problems, back.params) == ((), {"fields": "limit: 5"})


@pytest.mark.parametrize("answer", [{}, {"code": 5, "params": {}}, {"code": "input.invalid", "params": []}])
def test_what_another_program_answers_is_no_error_of_ours(answer: dict[str, object]) -> None:
    assert error_from_problem(answer) is None
