"""Orders of further starts: what is sent is understood, and nothing else is."""

from __future__ import annotations

import json
import os
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_console.domain.opening_orders import LONGEST, OpeningOrder, understood_order

NAMED: Final[dict[str, object]] = {"version": 1, "place": "/home/a.icase", "tokens": {}}
CHANGES: Final[tuple[dict[str, object], ...]] = (
    {"version": 2},
    {"version": "1"},
    {"place": None},
    {"place": "/home/\0"},
    {"place": "\ud800"},
    {"tokens": []},
    {"tokens": {"PATH": "/bin"}},
    {"tokens": {"DESKTOP_STARTUP_ID": 7}},
    {"tokens": {"DESKTOP_STARTUP_ID": ""}},
    {"tokens": {"DESKTOP_STARTUP_ID": "a\nb"}},
    {"tokens": {"DESKTOP_STARTUP_ID": "x" * 1025}},
    {"more": 1},
)


@pytest.mark.parametrize(
    "order",
    [
        OpeningOrder(),
        OpeningOrder("/home/amina/قضية.icase"),
        OpeningOrder(os.fsdecode(b"/tmp/caf\xe9.icase")),
        OpeningOrder("https://example.com", (("XDG_ACTIVATION_TOKEN", "a-token"), ("DESKTOP_STARTUP_ID", "b_TIME7"))),
    ],
)
def test_what_is_sent_is_understood(order: OpeningOrder) -> None:
    assert order.line.count(b"\n") == 1
    assert understood_order(order.line) == order


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"\xff\xfe\n",
        b"[1]\n",
        b"[" * 60_000,
        b'"/home/a.icase"\n',
        b"9" * 60_000,
        OpeningOrder("x" * LONGEST).line,
        *(json.dumps(NAMED | changed).encode() for changed in CHANGES),
        json.dumps({"version": 1}).encode(),
    ],
)
def test_anything_else_is_not(line: bytes) -> None:
    assert understood_order(line) is None


@given(
    st.binary(max_size=400)
    | st.recursive(st.none() | st.text() | st.floats(), st.lists).map(json.dumps).map(str.encode)
)
def test_no_line_is_too_strange(line: bytes) -> None:
    assert understood_order(line) is None
