"""Where a value stands in JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_console.domain.json_paths import Step, path_at, written_path

TEXT = """{
  "employee": {
    "id": 7,
    "tags": ["a", "b\\"c"],
    "two words": null
  },
  "الاسم": [[1, 2], {"x": true}],
  "empty": {}
}"""


@pytest.mark.parametrize(
    ("at", "path"),
    [
        ("{", "$"),
        ('"employee"', "$.employee"),
        ("7", "$.employee.id"),
        ('"a"', "$.employee.tags[0]"),
        ('"b', "$.employee.tags[1]"),
        ('"b\\"c"]', "$.employee.tags[1]"),
        ("null", '$.employee["two words"]'),
        ("1, 2", '$["الاسم"][0][0]'),
        ("2]", '$["الاسم"][0][1]'),
        ("true", '$["الاسم"][1].x'),
        ('"empty"', "$.empty"),
    ],
)
def test_the_value_at_a_place_has_its_path(at: str, path: str) -> None:
    assert path_at(TEXT, TEXT.index(at)) == path


def test_a_closing_bracket_stands_for_what_it_closes() -> None:
    assert path_at(TEXT, TEXT.index('],\n    "two')) == "$.employee.tags"
    assert path_at(TEXT, len(TEXT) - 1) == "$"


def test_text_that_is_cut_short_or_no_json_has_a_path_all_the_same() -> None:
    assert path_at('{"a": [1, {"b', 12) == "$.a[1]"
    assert path_at("plain words", 3) == "$"
    assert path_at('{"\\x": 1}', 7) == '$["\\\\x"]'
    assert path_at("]}", 1) == "$"


_NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4)
_VALUES = st.recursive(
    st.none() | st.integers(-9, 9) | _NAMES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=3),
    max_leaves=8,
)


@given(_VALUES)
def test_each_value_of_a_text_is_found_by_its_place(value: object) -> None:
    marked: list[tuple[Step, ...]] = []

    def number(each: object, steps: tuple[Step, ...]) -> object:
        if isinstance(each, dict):
            return {name: number(inner, (*steps, name)) for name, inner in each.items()}
        if isinstance(each, list):
            return [number(inner, (*steps, at)) for at, inner in enumerate(each)]
        marked.append(steps)
        return 10_000 + len(marked)

    text = json.dumps(number(value, ()), indent=2, ensure_ascii=False)
    found = [path_at(text, text.index(str(10_001 + at))) for at in range(len(marked))]
    assert found == [written_path(steps) for steps in marked]
