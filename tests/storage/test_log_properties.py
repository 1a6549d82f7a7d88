"""Paging, following and counting the log are right for every sequence of entries."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import EVERYTHING
from integration_console.domain.logs import LogDraft, LogEntry, LogPlace, LogStatus
from integration_console.storage import logs, rollups
from integration_console.storage.log_rows import append_entries
from integration_console.storage.store import EmbeddedStore
from tests.builders import log_draft
from tests.fakes import NOON

OWNERS = ("", new_id(), new_id())
seconds = st.integers(-7200, 7200)
batches = st.lists(st.lists(seconds, max_size=6), max_size=8)
quick = settings(max_examples=40, deadline=None)
entries = st.lists(
    st.builds(
        lambda at, status, kind, owner: log_draft(
            created_at=NOON + timedelta(seconds=at), status=status, event_type=kind, connector_id=owner
        ),
        seconds,
        st.sampled_from(LogStatus),
        st.sampled_from(["webhook.received", "message.sent", "webhook.rejected"]),
        st.sampled_from(OWNERS),
    ),
    max_size=20,
)


def emptied(store: EmbeddedStore) -> EmbeddedStore:
    for table in ("integration_logs", "log_rollups", "log_counts"):
        store.write(lambda writing, table=table: writing.connection.exec_driver_sql(f"DELETE FROM {table}"))  # type: ignore[misc]  # noqa: S608
    return store


def write(store: EmbeddedStore, moments: list[int]) -> list[str]:
    drafts = [log_draft(created_at=NOON + timedelta(seconds=each)) for each in moments]
    store.write(lambda writing: append_entries(writing, drafts))
    return [each.id for each in drafts]


@quick
@given(st.lists(seconds, max_size=20), batches, st.integers(1, 5))
def test_paging_never_skips_or_repeats_while_entries_arrive(
    lasting_store: EmbeddedStore, first: list[int], later: list[list[int]], limit: int
) -> None:
    store = emptied(lasting_store)
    old, seen, place, arriving = write(store, first), list[tuple[object, str]](), None, iter(later)
    while True:
        page = store.read(lambda reading, place=place: logs.page(reading, EVERYTHING, place, limit))  # type: ignore[misc]
        seen += [(each.created_at, each.id) for each in page.entries]
        place = page.next
        if place is None:
            break
        write(store, next(arriving, []))
    assert seen == sorted(set(seen), reverse=True)
    assert set(old) <= {identifier for _, identifier in seen}


@quick
@given(st.lists(seconds, max_size=20), st.integers(1, 5))
def test_going_up_gives_what_going_down_gives_and_counts_what_is_above(
    lasting_store: EmbeddedStore, moments: list[int], limit: int
) -> None:
    store = emptied(lasting_store)
    write(store, moments)
    every = store.read(lambda reading: logs.page(reading, EVERYTHING, None, 99)).entries
    seen: tuple[LogEntry, ...] = ()
    place: LogPlace | None = None
    while True:
        page = store.read(lambda reading, place=place: logs.page_above(reading, EVERYTHING, place, limit))  # type: ignore[misc]
        seen, place = (*page.entries, *seen), page.next
        if place is None:
            break
    assert seen == every
    places = [LogPlace(each.created_at, each.id) for each in every]
    above = [store.read(lambda reading, at=at: logs.count(reading, EVERYTHING, 99, at)) for at in places]  # type: ignore[misc]
    assert above == list(range(len(every)))


@quick
@given(batches, st.integers(1, 4))
def test_following_gives_every_entry_once_in_the_order_of_commits(
    lasting_store: EmbeddedStore, arriving: list[list[int]], limit: int
) -> None:
    store = emptied(lasting_store)
    position, written, seen = store.writer.position, list[str](), list[str]()
    for moments in [*arriving, [], *([[]] * 60)]:
        written += write(store, moments) if moments else []
        found, position = store.read(lambda reading, at=position: logs.tail(reading, EVERYTHING, at, limit))  # type: ignore[misc]
        seen += [each.id for each in found]
        if not moments and seen == written:
            break
    assert seen == written


@quick
@given(st.lists(entries, max_size=4))
def test_roll_ups_equal_what_counting_gives(lasting_store: EmbeddedStore, written: list[list[LogDraft]]) -> None:
    store = emptied(lasting_store)
    for batch in written:
        store.write(lambda writing, batch=batch: append_entries(writing, batch))  # type: ignore[misc]
    drafts = [each for batch in written for each in batch]
    raw = Counter((each.created_at.replace(minute=0, second=0), each.event_type, each.status) for each in drafts)
    counts = store.read(lambda reading: rollups.counts_since(reading, NOON - timedelta(days=1)))
    assert counts == raw
    hours = rollups.hour_counts(counts, NOON + timedelta(hours=2), 6)
    assert sum(each.success + each.info + each.warning + each.error for each in hours) == len(drafts)


def test_a_place_is_where_its_entry_stands(lasting_store: EmbeddedStore) -> None:
    store = emptied(lasting_store)
    (identifier,) = write(store, [0])
    page = store.read(lambda reading: logs.page(reading, EVERYTHING, None, 1))
    assert page.next == LogPlace(NOON, identifier)
