"""Connector types are found by entry points; a broken one does not take the others along."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from integration_console.connectors.http import HttpClients
from integration_console.connectors.registry import GROUP, ConnectorTypes
from integration_console.connectors.slack import SlackConnectorType
from integration_console.domain.errors import NotFound

SLACK = "integration_console.connectors.slack:SlackConnectorType"


def types(**points: str) -> ConnectorTypes:
    found = [EntryPoint(name=name, value=value, group=GROUP) for name, value in points.items()]
    return ConnectorTypes(HttpClients(), found=lambda: found)


def test_slack_is_installed() -> None:
    installed = ConnectorTypes(HttpClients())
    assert [kind.description.key for kind in installed.kinds()] == ["slack"]
    assert installed.broken == ()


def test_a_broken_type_is_left_out_with_its_reason() -> None:
    found = types(slack=SLACK, gone="no_such_package:Type", odd="builtins:dict", wrong=SLACK)
    assert [kind.description.key for kind in found.kinds()] == ["slack"]
    assert found.broken == (
        ("gone", "ModuleNotFoundError: No module named 'no_such_package'"),
        ("odd", "AttributeError: 'dict' object has no attribute 'description'"),
        ("wrong", f"{SLACK} describes the type slack, not wrong"),
    )


def test_nothing_is_looked_for_before_somebody_asks() -> None:
    asked: list[str] = []

    def found() -> list[EntryPoint]:
        asked.append("asked")
        return []

    lazy = ConnectorTypes(HttpClients(), found=found)
    assert asked == []
    assert (lazy.kinds(), lazy.kinds(), asked) == ((), (), ["asked"])


def test_a_type_that_the_program_made_comes_first() -> None:
    mine = SlackConnectorType(base_url="http://127.0.0.1:1/api")
    assert ConnectorTypes(HttpClients(), ready={"slack": mine}).kind("slack") is mine


def test_an_unknown_type_is_not_found() -> None:
    with pytest.raises(NotFound):
        types().kind("fax")


def test_the_same_key_twice_is_one_type() -> None:
    points = [EntryPoint(name="slack", value=value, group=GROUP) for value in ("no_such_package:Type", SLACK)]
    found = ConnectorTypes(HttpClients(), found=lambda: sorted(points, key=str, reverse=True))
    assert (len(found.kinds()), found.broken) == (1, ())
