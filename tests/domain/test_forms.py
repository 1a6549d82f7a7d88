"""The check of a filled form, field kind by field kind."""

from __future__ import annotations

import pytest

from integration_console.domain.errors import FieldProblem
from integration_console.domain.forms import Choice, Condition, Field, FieldKind, Form, Value, value_from_text

FORM = Form((
    Field("way", FieldKind.CHOICE, "Way", default="token", choices=(Choice("token", "T"), Choice("hook", "H"))),
    Field("token", FieldKind.SECRET, "Token", required=True, visible_when=Condition("way", "token")),
    Field("hook", FieldKind.URL, "Hook", required=True, visible_when=Condition("way", "hook")),
    Field("limit", FieldKind.INTEGER, "Limit", default=10, minimum=1, maximum=60),
))  # fmt: skip
REQUIRED = "This field is required."
WHOLE = "Enter a whole address that starts with https:// or http://."


def sentences(kind: FieldKind, value: Value, **more: int) -> list[str]:
    form = Form((Field("f", kind, "F", choices=(Choice("a", "A"), Choice("b", "B")), **more),))  # type: ignore[arg-type]
    return [each.sentence for each in form.problems({"f": value})]


def test_only_fields_whose_condition_holds_count() -> None:
    assert [each.name for each in FORM.visible({})] == ["way", "token", "limit"]
    assert [each.name for each in FORM.visible({"way": "hook"})] == ["way", "hook", "limit"]


def test_a_condition_may_name_several_values() -> None:
    wide = Form((
        FORM.fields[0],
        Field("both", FieldKind.TEXT, "Both", visible_when=Condition("way", "token", ("hook",))),
        Field("deep", FieldKind.TEXT, "Deep", visible_when=Condition("hook", "x")),
        Field("hook", FieldKind.TEXT, "Hook", default="x", visible_when=Condition("way", "hook")),
        Field("odd", FieldKind.TEXT, "Odd", visible_when=Condition("unknown", "x")),
    ))  # fmt: skip
    assert [each.name for each in wide.visible({})] == ["way", "both"]
    assert [each.name for each in wide.visible({"way": "hook"})] == ["way", "both", "deep", "hook"]
    assert [each.name for each in wide.visible({"way": "else"})] == ["way"]


def test_defaults_fill_what_is_missing_and_nothing_else() -> None:
    assert FORM.with_defaults({"way": "hook"}) == {"way": "hook", "limit": 10}


def test_the_secret_fields_are_named() -> None:
    assert FORM.secret_names() == {"token"}


def test_a_needed_field_that_is_empty_is_named() -> None:
    assert FORM.problems({"token": ""}) == (FieldProblem("token", REQUIRED),)


def test_a_stored_secret_may_stay_empty() -> None:
    assert FORM.problems({}, frozenset({"token"})) == ()


def test_an_unknown_field_is_named() -> None:
    assert FORM.problems({"token": "t", "x": 1}) == (FieldProblem("x", "There is no such field."),)


def test_a_form_without_fields_is_always_content() -> None:
    assert Form().problems({}) == ()


@pytest.mark.parametrize("value", [None, "", [], {}])
def test_an_empty_field_that_is_not_needed_is_fine(value: Value) -> None:
    assert sentences(FieldKind.INTEGER, value) == []


@pytest.mark.parametrize("kind", [FieldKind.TEXT, FieldKind.MULTILINE, FieldKind.SECRET])
def test_text_must_be_text(kind: FieldKind) -> None:
    assert (sentences(kind, "x"), sentences(kind, 1), sentences(kind, " ")) == ([], ["Enter text."], ["Enter text."])


@pytest.mark.parametrize("value", ["https://a.test", "http://127.0.0.1:8080/x?y=z", "https://[::1]/"])
def test_a_whole_address_is_fine(value: str) -> None:
    assert sentences(FieldKind.URL, value) == []


@pytest.mark.parametrize(
    "value", ["a.test", "ftp://a.test", "https://", "https://a b", "https://a:0", "https://a:x", "https://[", 5]
)
def test_anything_else_is_no_address(value: Value) -> None:
    assert sentences(FieldKind.URL, value) == [WHOLE]


def test_a_choice_must_be_one_of_the_choices() -> None:
    assert (sentences(FieldKind.CHOICE, "a"), sentences(FieldKind.CHOICE, "c")) == ([], ["Choose one of: a, b."])


def test_a_boolean_must_be_one() -> None:
    assert (sentences(FieldKind.BOOLEAN, False), sentences(FieldKind.BOOLEAN, "no")) == ([], ["Enter true or false."])


@pytest.mark.parametrize("value", ["5", True, 5.5])
def test_an_integer_must_be_a_whole_number(value: Value) -> None:
    assert sentences(FieldKind.INTEGER, value) == ["Enter a whole number."]


@pytest.mark.parametrize("value", [0, 61])
def test_an_integer_must_lie_within_its_bounds(value: int) -> None:
    assert FORM.problems({"token": "t", "limit": value})[0].sentence == "Enter a number between 1 and 60."


@pytest.mark.parametrize("value", [-5, 10**9])
def test_an_integer_without_bounds_may_be_any(value: int) -> None:
    assert sentences(FieldKind.INTEGER, value) == []


def test_json_text_must_be_json() -> None:
    assert sentences(FieldKind.JSON, '{"a":\n1,}') == ["This is not JSON: line 2, column 3."]
    assert (sentences(FieldKind.JSON, "[1]"), sentences(FieldKind.JSON, {"a": 1})) == ([], [])


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (FieldKind.BOOLEAN, "Yes", True),
        (FieldKind.BOOLEAN, "0", False),
        (FieldKind.BOOLEAN, "maybe", "maybe"),
        (FieldKind.INTEGER, "12", 12),
        (FieldKind.INTEGER, "twelve", "twelve"),
        (FieldKind.TEXT, "12", "12"),
    ],
)
def test_text_becomes_the_value_that_its_field_wants(kind: FieldKind, text: str, value: Value) -> None:
    assert value_from_text(Field("f", kind, "F"), text) == value
