"""Connector types are found by entry points; a broken one does not take the others along."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import EntryPoint
from typing import cast

import pytest

from integration_console.connectors.http import HttpClients
from integration_console.connectors.registry import GROUP, ConnectorTypes
from integration_console.connectors.slack import SlackConnectorType
from integration_console.domain.connectors import ConnectorKind, ConnectorType
from integration_console.domain.errors import NotFound
from integration_console.domain.forms import Condition, Field, FieldKind, Form

SLACK = "integration_console.connectors.slack:SlackConnectorType"


def types(**points: str) -> ConnectorTypes:
    found = [EntryPoint(name=name, value=value, group=GROUP) for name, value in points.items()]
    return ConnectorTypes(HttpClients(), found=lambda: found)


def test_our_own_types_are_installed() -> None:
    installed = ConnectorTypes(HttpClients())
    keys = [kind.description.key for kind in installed.kinds()]
    assert keys == ["api", "custom", "google_workspace", "odoo", "slack", "webhook"]
    assert installed.broken == ()


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("[Errno 2] No such file: '/home/amina/.keys/main.pem'", "[Errno 2] No such file: 'main.pem'"),
        ("C:\\Users\\amina\\keys\\main.pem is locked", "main.pem is locked"),
        ("refused: token=tok-4711-secret, sorry", "refused: token=••••••, sorry"),
        ("Authorization: Bearer abc.def", "Authorization: Bearer ••••••"),
        ("{'client_secret': 'tok-4711'}", "{'client_secret': '••••••'}"),
        ("one line\nTraceback: more", "one line"),
        ("", ""),
        ("x" * 400, "x" * 288),
    ],
)
def test_the_reason_of_a_broken_type_tells_no_folder_and_no_secret(said: str, shown: str) -> None:
    def fail(http: HttpClients) -> ConnectorKind:
        raise ValueError(said)

    class Point:
        name, value = "odd", "odd:Type"

        def load(self) -> Callable[[HttpClients], ConnectorKind]:
            return fail

    found = ConnectorTypes(HttpClients(), found=lambda: [cast("EntryPoint", Point())])
    assert found.broken == (("odd", f"ValueError: {shown}"),)


def test_a_broken_type_is_left_out_with_its_reason() -> None:
    found = types(slack=SLACK, gone="no_such_package:Type", odd="builtins:dict", wrong=SLACK)
    assert [kind.description.key for kind in found.kinds()] == ["slack"]
    assert found.broken == (
        ("gone", "ModuleNotFoundError: No module named 'no_such_package'"),
        ("odd", "AttributeError: 'dict' object has no attribute 'description'"),
        ("wrong", f"{SLACK} describes the type slack, not wrong"),
    )


class Circular:
    """A type whose form asks in a circle."""

    description = ConnectorType(
        "circular",
        "Circular",
        "For tests",
        "plug",
        Form((
            Field("a", FieldKind.TEXT, "A", default="x", visible_when=Condition("b", "x")),
            Field("b", FieldKind.TEXT, "B", default="x", visible_when=Condition("a", "x")),
        )),
    )  # fmt: skip

    def __init__(self, http: HttpClients) -> None:
        """It needs nothing."""


def test_a_form_that_asks_in_a_circle_is_a_broken_type() -> None:
    class Point:
        name, value = "circular", "odd:Circular"

        def load(self) -> type[Circular]:
            return Circular

    found = ConnectorTypes(HttpClients(), found=lambda: [cast("EntryPoint", Point())])
    assert [key for key, _ in found.broken] == ["circular"]


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
