"""Counting and jumping by the counts of hours and days give what plain counting gives, whatever the span."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integration_console.domain.log_conditions import (
    AllOf,
    AnyOf,
    Condition,
    FieldIs,
    Has,
    LogField,
    Not,
    StatusIs,
    Within,
    holds,
)
from integration_console.domain.logs import LogEntry, LogPlace, LogStatus
from integration_console.storage import log_tallies, logs
from integration_console.storage.log_rows import append_entries
from integration_console.storage.store import Store
from tests.builders import log_draft, opened_store, opened_workspace
from tests.fakes import NOON

MIDNIGHT = NOON.replace(hour=0)
TYPES = ("sync.failed", "sync.done", "message.sent")
KEPT = 240


def written(store: Store) -> tuple[LogEntry, ...]:
    """Entries of four days, written by several at once, many at whole hours and in the same microsecond."""

    def write(seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(4):
            some = [
                log_draft(
                    created_at=MIDNIGHT
                    + timedelta(hours=chance.randrange(96), microseconds=chance.choice([0, 0, 1, 1_800_000_000])),
                    status=chance.choice(list(LogStatus)),
                    event_type=chance.choice(TYPES),
                )
                for _ in range(KEPT // 16)
            ]
            store.write(lambda writing, some=some: append_entries(writing, some))  # type: ignore[misc]

    writers = [threading.Thread(target=write, args=(seed,)) for seed in range(4)]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    return tuple(
        entry
        for entry in store.read(lambda reading: logs.page(reading, AllOf(), None, 1000)).entries
        if entry.event_type in TYPES
    )


@pytest.fixture(scope="module", params=["file", "database"])
def kept(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Store, tuple[LogEntry, ...]]]:
    folder = tmp_path_factory.mktemp(request.param)
    with ExitStack() as stack:
        if request.param == "file":
            store: Store = stack.enter_context(opened_store(folder / "console.db"))
        else:
            stack.enter_context(pytest.MonkeyPatch.context()).setenv("TEST_WORKSPACES", "shared")
            store = stack.enter_context(opened_workspace(folder)).store
        yield store, written(store)


moments = st.builds(
    lambda hours, rest: MIDNIGHT + timedelta(hours=hours, microseconds=rest),
    st.integers(-2, 98),
    st.sampled_from([0, 1, -1, 1_800_000_000]),
)
kinds = st.recursive(
    st.one_of(
        st.frozensets(st.sampled_from(LogStatus), min_size=1).map(StatusIs),
        st.sampled_from(["sync.failed", "sync.", "nothing"]).map(lambda each: FieldIs(LogField.TYPE, each, True)),
        st.sampled_from(TYPES).map(lambda each: FieldIs(LogField.TYPE, each)),
    ),
    lambda parts: st.one_of(
        st.lists(parts, max_size=2).map(tuple).map(AllOf), st.lists(parts, max_size=2).map(tuple).map(AnyOf),
        parts.map(Not),
    ),
    max_leaves=3,
)  # fmt: skip
spans = st.builds(Within, st.one_of(st.none(), moments), st.one_of(st.none(), moments))
OURS = AnyOf(tuple(FieldIs(LogField.TYPE, each) for each in TYPES))


def test_what_the_counts_say_is_what_plain_counting_says(
    kept: tuple[Store, tuple[LogEntry, ...]], rounds: Callable[[int, int], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_tallies, "_FEW", 0)
    store, entries = kept
    assert len(entries) == KEPT

    @settings(max_examples=rounds(120, 4000), deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.one_of(kinds, spans), max_size=3), st.integers(0, KEPT - 1), st.integers(1, KEPT))
    def the_same(parts: list[Condition], start: int, skip: int) -> None:
        condition = AllOf((OURS, *parts))
        assert log_tallies.tally_of(condition) is not None
        place = LogPlace(entries[start].created_at, entries[start].id)
        above = [each for each in entries[:start] if holds(condition, each)]
        below = [each for each in entries[start + 1 :] if holds(condition, each)]
        fitting = [each for each in entries if holds(condition, each)]
        with store.reading() as reading:
            assert logs.count(reading, condition, 1000) == len(fitting)
            assert logs.count(reading, condition, 1000, place) == len(above)
            assert logs.count(reading, condition, skip, place) == min(skip, len(above))
            for after, rest in ((place, below), (None, fitting)):
                wanted = rest[skip - 1] if skip <= len(rest) else None
                found = logs.place(reading, condition, after, skip)
                assert found == (wanted and LogPlace(wanted.created_at, wanted.id))

    the_same()


def test_a_condition_that_the_counts_know_nothing_of_has_no_tally() -> None:
    assert log_tallies.tally_of(AllOf((OURS, Has(LogField.ERROR)))) is None
    assert log_tallies.tally_of(Not(Within(NOON))) is None
    assert log_tallies.tally_of(FieldIs(LogField.CONNECTOR, "x")) is None


def test_what_the_counts_do_not_know_is_counted_and_found_all_the_same(
    kept: tuple[Store, tuple[LogEntry, ...]],
) -> None:
    store, entries = kept
    condition = AllOf((OURS, Not(Has(LogField.ERROR))))
    with store.reading() as reading:
        assert logs.count(reading, condition, 1000) == len(entries)
        assert logs.place(reading, condition, None, 7) == LogPlace(entries[6].created_at, entries[6].id)
