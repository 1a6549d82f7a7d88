"""Field mapping by JMESPath: what cannot be one is said with its place, what can is applied to each record."""

from __future__ import annotations

import jmespath
import pytest

from integration_console.connectors import mapping
from integration_console.connectors.mapping import MappingProblem, compiled, mapped, mapping_problem

RECORD = {"name": "Nora", "job": {"name": "Adviser"}, "tags": ["a", "b"], "none": None}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Enter a JMESPath expression."),
        ("a..b", "This is not a JMESPath expression: look at character 3."),
        ("a[", "This is not a JMESPath expression: look at character 3."),
        ("'abc", "This is not a JMESPath expression: look at character 1."),
        ("name || ", "This is not a JMESPath expression: look at character 9."),
        ("name || upper(name)", "JMESPath has no function “upper”: look at character 9."),
        ("length(upper(name))", "JMESPath has no function “upper”: look at character 8."),
        ("a" * 2_001, "This expression is too long or nested too deeply."),
        ("(" * 1_999, "This expression is too long or nested too deeply."),
    ],
)
def test_what_is_no_expression_is_said_with_its_place(text: str, sentence: str) -> None:
    problem = mapping_problem("title", text)
    assert problem is not None
    assert (problem.field, problem.sentence) == ("title", sentence)
    with pytest.raises(MappingProblem) as caught:
        compiled(text, field="title")
    assert caught.value.problem == problem


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("name", "Nora"),
        ("job.name", "Adviser"),
        ("tags[1]", "b"),
        ("tags[0:1]", ["a"]),
        ("none || job.name", "Adviser"),
        ("missing", None),
        ("length(tags)", 2),
        ("length(missing)", None),
        ("join(`1`, tags)", None),
        ("length(tags, name)", None),
        ("{who: name, what: job.name}", {"who": "Nora", "what": "Adviser"}),
    ],
)
def test_an_expression_finds_what_it_names_or_nothing(text: str, found: object) -> None:
    assert compiled(text).apply(RECORD) == found


def test_a_mapping_makes_a_record_of_a_record() -> None:
    fields = {"who": compiled("name"), "what": compiled("job.name"), "where": compiled("office.name")}
    assert mapped(fields, RECORD) == {"who": "Nora", "what": "Adviser", "where": None}


@pytest.mark.parametrize(
    "text", ["name", "job.name", "job_title || job.name || ''", "a.b.c", "`0` || name", "gone || `false`"]
)
@pytest.mark.parametrize(
    "record",
    [
        {"name": "x", "job": {"name": "Cook"}, "job_title": ""},
        {"name": None, "job": None, "job_title": "Chef", "a": {"b": {"c": [1]}}},
        {"name": [], "job": "no object", "job_title": {}, "a": []},
        {"name": 0, "gone": False},
        [1, 2],
        None,
    ],
)
def test_plain_expressions_find_the_same_the_quick_way(text: str, record: object) -> None:
    assert mapping._quick(text) is not None
    assert compiled(text).apply(record) == jmespath.search(text, record)


@pytest.mark.parametrize("text", ["people[0].name", "length(name)", "[name, job]", "a && b", "!a"])
def test_other_expressions_go_the_usual_way(text: str) -> None:
    assert mapping._quick(text) is None
