"""The parts of a query that controls show and change, while the rest of it stays as it was written."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from integration_console.domain.errors import QueryNotUnderstood
from integration_console.domain.log_query import parse_query
from integration_console.domain.log_terms import Names
from integration_console.domain.query_parts import TIME, plain_parts, quoted, values_of, with_part
from tests.fakes import NOON

NAMES = Names({"Ops (new), Team": "c-1", "Repo": "c-2"}, {}, NOON)


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("", []),
        ("disk status:error", [("", "disk"), ("status", "error")]),
        ('connector:"Ops Team"', [("connector", "Ops Team")]),
        ("-status:error disk", [("", "disk")]),
        ("NOT status:error", []),
        ("(status:error) type:sync.*", [("type", "sync.*")]),
        ("status:error OR disk", []),
        ("(a OR b) status:error", [("status", "error")]),
        ("a AND status:error", [("", "a"), ("status", "error")]),
        ("last 24h", [(TIME, "last 24h")]),
        ("last:24h x", [(TIME, "last:24h"), ("", "x")]),
        ("since:2026-11-01 until:2026-11-02", [(TIME, "since:2026-11-01"), (TIME, "until:2026-11-02")]),
        ("2026-11-01..2026-11-05", [(TIME, "2026-11-01..2026-11-05")]),
        ('"2026-11-01"', [("", "2026-11-01")]),
        ('"not closed', []),
    ],
)
def test_plain_parts_are_those_that_must_hold_by_themselves(query: str, parts: list[tuple[str, str]]) -> None:
    assert [(each.key, each.value) for each in plain_parts(query)] == parts


@pytest.mark.parametrize(
    ("query", "key", "text", "wanted"),
    [
        ("", "status", "status:error", "status:error"),
        ("disk", "status", "status:error", "disk status:error"),
        ("status:info  disk", "status", "status:error", "status:error disk"),
        ("a status:info b status:error c", "status", "", "a  b  c"),
        ("a status:info b", "status", "status:error", "a status:error b"),
        ("a OR b", "status", "status:error", "(a OR b) status:error"),
        ("a OR b", "status", "", "a OR b"),
        ("since:2026-11-01 x until:2026-11-02", TIME, "last 1h", "last 1h x"),
        ("last 24h x", TIME, "", "x"),
        ('"not closed', "status", "status:error", '"not closed status:error'),
        ("a AND status:info AND b", "status", "", "a AND b"),
        ("status:info AND b", "status", "", "b"),
        ("status:info AND b", "status", "status:error", "status:error b"),
        ("-status:info", "status", "status:error", "-status:info status:error"),
    ],
)
def test_a_part_is_put_in_its_place(query: str, key: str, text: str, wanted: str) -> None:
    assert with_part(query, key, text).split() == wanted.split()


def test_the_and_between_two_parts_takes_nothing_else_with_it() -> None:
    assert with_part('status:info AND status:info "b c"', "status", "status:error") == 'status:error "b c"'
    assert with_part("status:info AND status:warning disk", "status", "") == "disk"


@pytest.mark.parametrize("text", ["last 24h", ""])
def test_a_part_between_two_others_is_replaced_the_same_way_again(text: str) -> None:
    for query in ("a AND last 1h AND b", "last 1h AND last 1h AND b", "a b AND last 1h AND c"):
        once = with_part(query, TIME, text)
        assert is_understood(once)
        assert with_part(once, TIME, text) == once


@pytest.mark.parametrize("name", ["Repo", "Ops (new), Team"])
def test_a_name_can_be_written_whatever_is_in_it(name: str) -> None:
    assert parse_query(f"connector:{quoted(name)}", NAMES) == parse_query(f"connector:{NAMES.connectors[name]}", NAMES)


pieces = st.sampled_from([
    "a", '"b c"', "-", "OR", "AND", "NOT", "(", ")", "status:info", "-status:info", "last 1h", "-last 1h",
])  # fmt: skip


@given(st.lists(pieces, max_size=8).map(" ".join), st.sampled_from(["status:error", "last 24h", ""]))
def test_what_was_put_in_is_what_is_read_and_the_rest_stays(query: str, text: str) -> None:
    assume(is_understood(query))
    key = TIME if text.startswith("last") else "status"
    changed = with_part(query, key, text)
    assert is_understood(changed)
    wanted = text if key == TIME else text.removeprefix("status:")
    assert values_of(changed, key) == ((wanted,) if text else ())
    assert with_part(changed, key, text).split() == changed.split()
    if values_of(query, key):
        others = [each.value for each in plain_parts(query) if each.key != key]
        assert [each.value for each in plain_parts(changed) if each.key != key] == others


def is_understood(query: str) -> bool:
    try:
        parse_query(query, NAMES)
    except QueryNotUnderstood:
        return False
    return True
