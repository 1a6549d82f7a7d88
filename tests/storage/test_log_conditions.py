"""Any condition, however it is put together, finds in both databases what a plain reading of it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integration_console.domain.folding import folded
from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Contains,
    FieldIs,
    Has,
    Lasted,
    LogField,
    Not,
    StatusIs,
    Within,
    holds,
)
from integration_console.domain.logs import LogEntry, LogStatus
from integration_console.storage import log_index, logs
from integration_console.storage.log_payloads import payload_texts
from integration_console.storage.log_rows import append_entries
from integration_console.storage.store import Store
from tests.builders import opened_store, opened_workspace
from tests.fakes import NOON
from tests.log_queries import CAUSE, entries

CONNECTOR, WEBHOOK = new_id(), new_id()
words = st.sampled_from(
    ["disk", "محمد", "رسالة", "%", "_", "\\", "42", "é", "a", "\n", "/", "none", "kestrel", "دفع", "q7"]
).map(folded)
values = st.sampled_from(
    [CONNECTOR, WEBHOOK, CAUSE, CAUSE[:9], CAUSE[:8], "0", "x", "sync.failed", "sync.", "slack.", "%"]
)
moments = st.integers(0, 120).map(lambda hours: NOON - timedelta(hours=hours))
leaves = st.one_of(
    st.builds(Contains, words, st.booleans()),
    st.frozensets(st.sampled_from(LogStatus), min_size=1).map(StatusIs),
    st.builds(FieldIs, st.sampled_from(LogField), values, st.booleans()),
    st.builds(Has, st.one_of(st.none(), st.sampled_from([LogField.ERROR, LogField.CONNECTOR, LogField.EVENT]))),
    st.builds(Lasted, st.sampled_from(Comparison), st.sampled_from([0.0, 12.5, 2000.0])),
    st.builds(Within, st.one_of(st.none(), moments), st.one_of(st.none(), moments)),
)


def joined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    few = st.lists(parts, max_size=3).map(tuple)
    return st.one_of(few.map(AllOf), few.map(AnyOf), parts.map(Not))


conditions = st.recursive(leaves, joined, max_leaves=8)


@pytest.fixture(scope="module", params=["file", "indexed file", "database"])
def kept(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Store, list[tuple[LogEntry, str]]]]:
    folder = tmp_path_factory.mktemp(request.param.replace(" ", "_"))
    with ExitStack() as stack:
        if request.param != "database":
            store: Store = stack.enter_context(opened_store(folder / "console.db"))
        else:
            stack.enter_context(pytest.MonkeyPatch.context()).setenv("TEST_WORKSPACES", "shared")
            store = stack.enter_context(opened_workspace(folder)).store
        store.write(lambda writing: append_entries(writing, entries(CONNECTOR, WEBHOOK)))
        if request.param == "indexed file":
            log_index.index_all(store)
        with store.reading() as reading:
            found = logs.page(reading, AllOf(), None, 1000).entries
            everything = list(zip(found, payload_texts(reading, found), strict=True))
        yield store, everything


def test_a_condition_finds_what_its_plain_reading_finds(
    kept: tuple[Store, list[tuple[LogEntry, str]]], rounds: Callable[[int, int], int]
) -> None:
    store, everything = kept

    @settings(max_examples=rounds(150, 5000), deadline=None, suppress_health_check=list(HealthCheck))
    @given(conditions)
    def found_alike(condition: Condition) -> None:
        page = store.read(lambda reading: logs.page(reading, condition, None, 1000))
        assert store.read(lambda reading: logs.count(reading, condition, 1000)) == len(page.entries)
        assert [each.id for each in page.entries] == [
            each.id for each, text in everything if holds(condition, each, text)
        ]

    found_alike()
