"""The codec between domain values and JSON."""

from __future__ import annotations

import ast
import importlib
import inspect
import json
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from integration_console.domain.connectors import (
    CheckReport,
    CheckStage,
    Connector,
    ConnectorStatus,
    ConnectorType,
    Stage,
    StageOutcome,
)
from integration_console.domain.errors import ConsoleError, FieldProblem, InvalidInput, NotFound
from integration_console.domain.forms import Choice, Condition, Field, FieldKind, Form
from integration_console.domain.logs import HourCount, LogDetail, LogEntry, LogFilter, LogStatus
from integration_console.domain.syncs import RunRequest
from integration_console.domain.wire import NotThatShape, from_wire, to_wire
from integration_console.gateways import protocols

_NOW = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
_CONNECTOR = Connector(
    "c1", "slack", "Team", {"a": "b", "n": 3, "on": True, "none": None}, next(iter(ConnectorStatus)), _NOW, _NOW,
    secrets=frozenset({"token", "key"}),
)  # fmt: skip
_ENTRY = LogEntry("e1", _NOW, LogStatus.ERROR, "x.y", "m", 7, params={"a": "b"}, duration_ms=1.5)
_FORM = Form((
    Field(
        "f", next(iter(FieldKind)), "Label", choices=(Choice("v", "l"),), default=5,
        visible_when=Condition("g", "1", ("2",)), minimum=1,
    ),
))  # fmt: skip


def _carried() -> list[type]:
    """Return the dataclasses that the gateways' methods take and give."""
    tree = ast.parse(inspect.getsource(protocols))
    imported = [each for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)]
    found = [
        getattr(importlib.import_module(each.module), name.name)
        for each in imported
        if each.module and each.module.startswith("integration_console.domain.")
        for name in each.names
    ]
    return [each for each in found if is_dataclass(each) and isinstance(each, type)]


@pytest.mark.parametrize(
    "value",
    [
        _CONNECTOR,
        replace(_CONNECTOR, checked_at=_NOW),
        ConnectorType("k", "T", "D", "i", _FORM, ("notify",), syncs=True),
        LogDetail(_ENTRY, headers=(("a", "b"),), body=b"\x00\xff"),
        LogFilter(frozenset({LogStatus.ERROR, LogStatus.INFO}), since=_NOW, query="a"),
        RunRequest("c1", streams=("files",)),
        FieldProblem("f", "Fill this in."),
    ],
)
def test_a_value_is_the_same_after_the_journey(value: object) -> None:
    assert from_wire(type(value), json.loads(json.dumps(to_wire(value)))) == value


@pytest.mark.parametrize("kind", _carried(), ids=lambda kind: kind.__name__)
def test_the_fields_of_everything_a_gateway_carries_are_known(kind: type) -> None:
    """A name that only the type checker imports would raise `NameError` here."""
    needed = [each for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING]
    if needed:
        with pytest.raises(NotThatShape, match=rf"^{kind.__name__}\.{needed[0].name}$"):
            from_wire(kind, {})
    else:
        assert from_wire(kind, {}) == kind()


def test_an_error_inside_a_state_stays_its_class() -> None:
    stage = CheckStage(next(iter(Stage)), next(iter(StageOutcome)), error=NotFound(kind="connector", id="c1"))
    back = from_wire(CheckReport, json.loads(json.dumps(to_wire(CheckReport((stage,))))))
    assert type(back.stages[0].error) is NotFound
    assert str(back.stages[0].error) == str(stage.error)


def test_fields_that_need_another_look_keep_their_problems() -> None:
    problem = FieldProblem("name", "Fill this in.")
    back = from_wire(ConsoleError, json.loads(json.dumps(to_wire(InvalidInput(problem)))))
    assert isinstance(back, InvalidInput)
    assert back.problems == (problem,)
    assert back.title == InvalidInput(problem).title


def test_what_an_older_side_does_not_know_is_left_out() -> None:
    assert from_wire(RunRequest, {"connector_id": "c1", "new": 1}) == RunRequest("c1")


def test_any_and_whole_numbers_for_fractions() -> None:
    assert from_wire(Any, [1]) == [1]
    assert from_wire(float, 2) == 2.0
    assert from_wire(list[int], to_wire([1])) == [1]


@pytest.mark.parametrize(
    ("kind", "wire"),
    [
        (RunRequest, []),
        (RunRequest, {}),
        (RunRequest, {"connector_id": 5}),
        (RunRequest, {"connector_id": "c", "mode": "sideways"}),
        (RunRequest, {"connector_id": "c", "streams": "files"}),
        (HourCount, {"hour": "yesterday"}),
        (HourCount, {"hour": 5}),
        (int, True),
        (bytes, "no base64!"),
        (tuple[str, str], ["a"]),
        (dict[str, int], []),
        (int | None, "a"),
        (ConsoleError, {"code": "x"}),
        (ConsoleError, []),
    ],
)
def test_json_of_another_shape_is_refused(kind: object, wire: object) -> None:
    with pytest.raises(NotThatShape):
        from_wire(kind, wire)
