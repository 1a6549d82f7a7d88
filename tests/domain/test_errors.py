"""Every error says what happened and what to do, and survives the way through its code."""

from __future__ import annotations

import string

import pytest

from integration_console.domain import errors
from integration_console.domain.errors import (
    ConsoleError,
    FieldProblem,
    InvalidInput,
    NotFound,
    TimedOut,
    error_class,
    error_from_code,
)

CLASSES = sorted(
    (each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, ConsoleError)),
    key=lambda each: each.code,
)
every_class = pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.code)


def test_codes_are_unique() -> None:
    codes = [each.code for each in CLASSES]
    assert sorted(set(codes)) == codes


@every_class
def test_every_error_is_found_by_its_code(kind: type[ConsoleError]) -> None:
    assert error_class(kind.code) is kind


@every_class
def test_every_error_s_sentences_are_whole(kind: type[ConsoleError]) -> None:
    holes = [name for _, name, _, _ in string.Formatter().parse(kind.template + kind.remedy) if name is not None]
    assert all(name.isidentifier() for name in holes)
    assert (kind.template[-1], kind.remedy[-1], 400 <= kind.http_status < 600) == (".", ".", True)


def test_the_holes_of_both_sentences_are_filled() -> None:
    error = TimedOut(host="slack.com", seconds=10)
    assert error.title == "slack.com did not answer within 10 s."
    assert str(error) == f"{error.title} {error.advice}"


def test_a_hole_that_nobody_filled_stays_visible() -> None:
    assert NotFound(kind="webhook").title == "There is no webhook “{id}”."


def test_an_error_comes_back_from_its_code() -> None:
    error = error_from_code("input.not_found", {"kind": "webhook", "id": "7"})
    assert (type(error), error.title) == (NotFound, "There is no webhook “7”.")


def test_an_unknown_code_becomes_the_plain_error() -> None:
    assert type(error_from_code("from.the.future", {})) is ConsoleError


def test_invalid_input_names_each_field() -> None:
    error = InvalidInput(FieldProblem("name", "Too long: {count}.", (("count", "9"),)), FieldProblem("url", "Wrong."))
    assert error.title == "Some fields need another look: name: Too long: 9., url: Wrong."


def test_invalid_input_from_its_code_keeps_its_sentence_and_knows_no_fields() -> None:
    error = error_from_code("input.invalid", {"fields": "name: Wrong"})
    assert isinstance(error, InvalidInput)
    assert (error.title, error.problems) == ("Some fields need another look: name: Wrong.", ())


def test_a_class_without_a_code_of_its_own_does_not_take_over_its_parent_s() -> None:
    class Special(NotFound):
        """Refines how it is raised, not what it is."""

    assert (Special.code, error_class("input.not_found")) == ("input.not_found", NotFound)
