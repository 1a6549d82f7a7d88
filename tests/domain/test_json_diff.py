"""What is different between two values, and between two texts."""

from __future__ import annotations

from integration_console.domain.json_diff import MISSING, Difference, differences, line_differences


def test_values_are_compared_place_by_place() -> None:
    old = {"a": 1, "b": [1, 2], "c": {"d": None}, "gone": True}
    new = {"a": 1, "b": [1, 3, 4], "c": {"d": 0}, "new": "x"}
    assert differences(old, new) == (
        Difference("$.b[1]", 2, 3),
        Difference("$.b[2]", MISSING, 4),
        Difference("$.c.d", None, 0),
        Difference("$.gone", True, MISSING),
        Difference("$.new", MISSING, "x"),
    )
    assert repr(differences({}, {"a": 1})[0].old) == "MISSING"


def test_kinds_are_different_though_equal() -> None:
    assert differences(1, True) == (Difference("$", 1, True),)
    assert differences([1], {"0": 1}) == (Difference("$", [1], {"0": 1}),)
    assert differences({"a": [1, {}]}, {"a": [1, {}]}) == ()


def test_texts_are_compared_line_by_line() -> None:
    assert line_differences("one\ntwo\nthree", "one\n2\n2b\nthree\nfour") == (
        Difference("2", "two", "2"),
        Difference("3", MISSING, "2b"),
        Difference("5", MISSING, "four"),
    )
    assert line_differences("a\nb\nc", "b\nx") == (Difference("1", "a", MISSING), Difference("3 / 2", "c", "x"))
    assert line_differences("same", "same") == ()
