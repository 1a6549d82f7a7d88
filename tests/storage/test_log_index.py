"""The index of words finds what reading everything finds, whatever is in it, outside it, or gone from the log."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_console.domain.folding import folded
from integration_console.domain.log_conditions import (
    AllOf,
    AnyOf,
    Condition,
    Contains,
    FieldIs,
    LogField,
    Not,
    StatusIs,
    Within,
    holds,
)
from integration_console.domain.logs import LogDraft, LogEntry, LogPlace, LogStatus
from integration_console.storage import log_index, log_search, logs
from integration_console.storage.events import store_events
from integration_console.storage.log_payloads import payload_texts
from integration_console.storage.log_rows import append_entries
from integration_console.storage.store import EmbeddedStore
from tests.builders import event_draft, log_draft
from tests.fakes import NOON

WORDS = ("kestrel", "falcon", "انقطاع", "اِنْقِطَاعٌ", "0xB4DF00D", "ab", "é", "q%_\\'\"")


@pytest.fixture
def _short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a few entries make many stretches and several tables."""
    monkeypatch.setattr(log_index, "STRETCH", 4)
    monkeypatch.setattr(log_index, "PART", 20)
    monkeypatch.setattr(log_search, "_AT_ONCE", 3)
    monkeypatch.setattr(log_search, "_MANY", 2)
    monkeypatch.setattr(log_search, "_FEW", 1)
    monkeypatch.setattr(log_search, "_NARROW", 0)


def drafts(number: int, seed: int) -> list[LogDraft]:
    """Entries whose clocks now and then go astray, some with the same moment."""
    chance = random.Random(seed)
    return [
        log_draft(
            created_at=NOON + timedelta(seconds=at // 3 + chance.choice([0, 0, 0, 0, -500, 500])),
            message=f"{chance.choice(WORDS)} {at}" if chance.random() < 0.4 else str(at),
            payload=f'{{"note":"{chance.choice(WORDS)}"}}' if chance.random() < 0.4 else "",
            status=chance.choice(list(LogStatus)),
        )
        for at in range(number)
    ]


def everything(store: EmbeddedStore) -> list[tuple[LogEntry, str]]:
    with store.reading() as reading:
        entries = logs.page(reading, AllOf(), None, 10_000).entries
        return list(zip(entries, payload_texts(reading, entries), strict=True))


leaves: st.SearchStrategy[Condition] = st.one_of(
    st.sampled_from([*WORDS, "kes", "note", "1", "nowhere"]).map(folded).map(Contains),
    st.sampled_from(LogStatus).map(lambda each: StatusIs(frozenset({each}))),
    st.integers(-600, 600).map(lambda at: Within(NOON + timedelta(seconds=at))),
    st.integers(-600, 600).map(lambda at: Within(None, NOON + timedelta(seconds=at))),
    st.just(Contains("note", entry_only=True)),
)
conditions = st.recursive(
    leaves,
    lambda parts: st.one_of(
        st.lists(parts, max_size=3).map(tuple).map(AllOf), st.lists(parts, max_size=3).map(tuple).map(AnyOf),
        parts.map(Not),
    ),
    max_leaves=5,
)  # fmt: skip


@pytest.mark.usefixtures("_short_stretches")
@pytest.mark.parametrize("indexed", [0, 37, 90, 120])
def test_the_index_finds_what_a_plain_reading_finds_in_both_directions(
    store: EmbeddedStore, indexed: int, rounds: Callable[[int, int], int]
) -> None:
    written = drafts(120, seed=indexed)
    store.write(lambda writing: append_entries(writing, written[:indexed]))
    log_index.index_all(store)
    store.write(lambda writing: append_entries(writing, written[indexed:]))
    all_of_them = everything(store)

    @settings(max_examples=rounds(60, 1500), deadline=None)
    @given(conditions, st.integers(1, 30), st.integers(0, 119))
    def found_alike(condition: Condition, limit: int, start: int) -> None:
        begin = all_of_them[start][0]
        place = LogPlace(begin.created_at, begin.id)
        older = [each for each, text in all_of_them[start + 1 :] if holds(condition, each, text)]
        newer = [each for each, text in all_of_them[:start] if holds(condition, each, text)]
        with store.reading() as reading:
            assert list(logs.page(reading, condition, place, limit).entries) == older[:limit]
            assert list(logs.page_above(reading, condition, place, limit).entries) == newer[-limit:]
            assert logs.count(reading, condition, limit, place) == min(limit, len(newer))
            assert logs.count(reading, condition, 1000) == sum(holds(condition, *each) for each in all_of_them)
            wanted = older[limit - 1] if limit <= len(older) else None
            place_there = logs.place(reading, condition, place, limit)
            assert place_there == (wanted and LogPlace(wanted.created_at, wanted.id))

    found_alike()


@pytest.mark.usefixtures("_short_stretches")
def test_all_is_indexed_in_stretches_and_a_full_table_is_followed_by_another(store: EmbeddedStore) -> None:
    store.write(lambda writing: append_entries(writing, drafts(50, seed=1)))
    log_index.index_all(store)
    with store.reading() as reading:
        found = list(log_index.stretches(reading, None, None, upwards=False))
        assert log_index.indexed_to(reading.connection) == logs.newest_position(reading) == 50
    assert sorted((each.part, each.first, each.last) for each in found)[:6] == [
        (0, 1, 4), (0, 5, 8), (0, 9, 12), (0, 13, 16), (0, 17, 20), (1, 21, 24),
    ]  # fmt: skip
    assert {each.part for each in found} == {0, 1, 2}


def test_what_is_indexed_already_is_not_indexed_again(store: EmbeddedStore) -> None:
    store.write(lambda writing: append_entries(writing, drafts(3, seed=1)))
    draft = store.read(log_index.draft_next)
    for _ in range(2):
        store.write(lambda writing: log_index.add(writing, draft))
    with store.reading() as reading:
        assert [each.first for each in log_index.stretches(reading, None, None, upwards=False)] == [1]
    assert store.read(log_index.draft_next).rows == ()


def test_long_texts_make_short_stretches(store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_index, "_STRETCH_LETTERS", 1_000)
    store.write(lambda writing: append_entries(writing, [log_draft(payload="x" * 600) for _ in range(5)]))
    assert [position for position, *_ in store.read(log_index.draft_next).rows] == [1, 2]


def test_indexing_stops_when_it_is_no_longer_wanted(store: EmbeddedStore) -> None:
    store.write(lambda writing: append_entries(writing, drafts(3, seed=1)))
    log_index.index_all(store, lambda: False)
    assert store.read(lambda reading: log_index.indexed_to(reading.connection)) == 0


def test_words_are_found_in_headers_and_body_of_the_event_that_an_entry_stands_for(store: EmbeddedStore) -> None:
    sent = event_draft(body=b'{"text":"\\u0645\\u064f\\u062d\\u0645\\u062f"}' + b" " * 600)
    store.write(lambda writing: store_events(writing, [sent]))
    for indexed in (False, True):
        if indexed:
            log_index.index_all(store)
        for words, number in (("محمد", 1), ("x-github-event: push", 1), ("nowhere", 0)):
            condition = Contains(folded(words))
            assert store.read(lambda reading, wanted=condition: logs.count(reading, wanted, 9)) == number  # type: ignore[misc]
            wanted = Contains(folded(words), entry_only=True)
            assert store.read(lambda reading, wanted=wanted: logs.count(reading, wanted, 9)) == 0  # type: ignore[misc]


def test_an_entry_that_is_narrowed_down_is_read_rather_than_looked_up(store: EmbeddedStore) -> None:
    written = drafts(20, seed=3)
    store.write(lambda writing: append_entries(writing, written))
    log_index.index_all(store)
    store.write(lambda writing: writing.connection.exec_driver_sql("DELETE FROM log_words_stretches"))
    wanted = AllOf((FieldIs(LogField.ID, written[4].id), Contains("4")))
    assert store.read(lambda reading: logs.count(reading, wanted, 9)) == 1


def test_without_much_of_an_index_everything_is_read(store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_search, "_NOT_INDEXED", 5)
    store.write(lambda writing: append_entries(writing, [log_draft(payload="kestrel") for _ in range(20)]))
    assert store.read(lambda reading: logs.count(reading, Contains("kestrel"), 99)) == 20


def test_a_tail_tells_what_has_the_words_in_its_payload(store: EmbeddedStore) -> None:
    store.write(
        lambda writing: append_entries(writing, [log_draft(payload=each) for each in ("falcon", "é", "falcon")])
    )
    entries, onwards = store.read(lambda reading: logs.tail(reading, Contains("falcon"), 0, 2))
    assert ([each.position for each in entries], onwards) == ([1], 2)
