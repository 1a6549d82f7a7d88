"""What we call exists: compared with Google's own discovery documents."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from integration_console.connectors.google import GoogleAddresses
from integration_console.connectors.google.surface import METHODS, WIDER_SCOPES, Method


def document(method: Method) -> dict[str, Any]:
    """Google's own description of the API that a method belongs to."""
    spec = find_spec("googleapiclient")
    assert spec is not None
    assert spec.origin is not None
    name = f"{method.id.partition('.')[0]}.v3.json"
    folder = Path(spec.origin).parent / "discovery_cache" / "documents"
    content: dict[str, Any] = json.loads((folder / name).read_text("utf-8"))
    return content


def described(method: Method) -> dict[str, Any]:
    _, resource, name = method.id.split(".")
    found: dict[str, Any] = document(method)["resources"][resource]["methods"][name]
    return found


def wanted_fields(fields: str) -> Iterator[tuple[str, ...]]:
    """Every field of an expression such as `a,b(c,d(e))`, as the way to it."""
    way: list[str] = []
    last = ""
    for part in re.findall(r"\w+|[(),]", fields):
        if part == "(":
            way.append(last)
        elif part == ")":
            way.pop()
        elif part != ",":
            last = part
            yield (*way, part)


def exists(schemas: dict[str, Any], schema: dict[str, Any], way: tuple[str, ...]) -> bool:
    for name in way:
        while "items" in schema or "$ref" in schema:
            schema = schema["items"] if "items" in schema else schemas[schema["$ref"]]
        if name not in schema.get("properties", {}):
            return False
        schema = schema["properties"][name]
    return True


@pytest.fixture(params=METHODS, ids=[method.id for method in METHODS])
def method(request: pytest.FixtureRequest) -> Method:
    found: Method = request.param
    return found


def test_the_method_is_read_only_and_has_its_path(method: Method) -> None:
    google, api = described(method), document(method)
    assert google["httpMethod"] == "GET"
    assert f"{GoogleAddresses().api}/{method.path}" == f"{api['baseUrl']}{google['path']}"


def test_every_parameter_is_known(method: Method) -> None:
    own, common = described(method).get("parameters", {}), document(method)["parameters"]
    in_query = {name for name, each in own.items() if each["location"] == "query"} | common.keys()
    assert method.parameters - in_query == set()
    deprecated = {name for name, each in own.items() if each.get("deprecated")}
    assert method.parameters & deprecated == set()


def test_every_place_in_the_path_is_a_parameter(method: Method) -> None:
    own = described(method).get("parameters", {})
    in_path = {name for name, each in own.items() if each["location"] == "path"}
    assert set(re.findall(r"\{(\w+)\}", method.path)) == in_path


def test_every_wanted_field_is_in_the_answer(method: Method) -> None:
    schemas, answer = document(method)["schemas"], described(method)["response"]
    assert [way for way in wanted_fields(method.fields) if not exists(schemas, answer, way)] == []


def test_the_scope_is_enough_for_the_method(method: Method) -> None:
    assert method.scope in described(method)["scopes"]
    assert WIDER_SCOPES[method.scope] - set(described(method)["scopes"]) == set()


def test_a_made_up_field_would_be_noticed() -> None:
    method = METHODS[0]
    assert not exists(document(method)["schemas"], described(method)["response"], ("user", "shoeSize"))
