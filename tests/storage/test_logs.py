"""Reading the log: pages by time, places far down, tails by the order of commits, filters, details."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from integration_console.domain.errors import NotFound
from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import EVERYTHING, Condition, Contains, all_of, chosen
from integration_console.domain.logs import LogDraft, LogFilter, LogStatus
from integration_console.storage import logs
from integration_console.storage.events import store_events
from integration_console.storage.log_rows import append_entries
from integration_console.storage.store import EmbeddedStore
from tests.builders import event_draft, log_draft, opened_store
from tests.fakes import NOON

CONNECTOR, WEBHOOK, CAUSE = new_id(), new_id(), new_id()


def logged(store: EmbeddedStore, *drafts: LogDraft) -> None:
    store.write(lambda writing: append_entries(writing, drafts))


def found(store: EmbeddedStore, wanted: LogFilter | Condition) -> list[str]:
    condition = chosen(wanted) if isinstance(wanted, LogFilter) else wanted
    page = store.read(lambda reading: logs.page(reading, condition, None, 100))
    assert store.read(lambda reading: logs.count(reading, condition, 100)) == len(page.entries)
    return [each.message for each in page.entries]


def tail(store: EmbeddedStore, position: int, limit: int = 100) -> tuple[list[str], int]:
    entries, onwards = store.read(lambda reading: logs.tail(reading, EVERYTHING, position, limit))
    return [each.message for each in entries], onwards


def test_an_empty_log_has_no_entries_and_no_newest(store: EmbeddedStore) -> None:
    assert (found(store, LogFilter()), tail(store, 0), store.read(logs.newest_id)) == ([], ([], 0), "")
    assert store.read(logs.newest_position) == 0


def test_an_entry_comes_back_as_it_was_written(store: EmbeddedStore) -> None:
    draft = log_draft(
        status=LogStatus.ERROR, event_type="message.failed", message="رسالة", topic="t", params={"connector": "قناة"},
        connector_id=CONNECTOR, webhook_id=WEBHOOK, event_id=new_id(), correlation_id=CAUSE,
        error_code="slack.sign_in", duration_ms=1.5, payload='{"text":"x"}',
    )  # fmt: skip
    logged(store, draft)
    detail = store.read(lambda reading: logs.detail(reading, draft.id))
    names = [name for name in LogDraft.__slots__ if name != "payload"]
    assert {name: getattr(detail.entry, name) for name in names} == {name: getattr(draft, name) for name in names}
    assert (detail.payload, detail.entry.position, detail.body) == ('{"text":"x"}', 1, b"")


def test_the_detail_of_a_received_event_shows_its_headers_and_body(store: EmbeddedStore) -> None:
    sent = event_draft(body=b"\x00\xff")
    store.write(lambda writing: store_events(writing, [sent]))
    detail = store.read(lambda reading: logs.detail(reading, sent.received.id))
    assert (detail.headers, detail.content_type, detail.body) == (
        (("x-github-event", "push"),),
        "application/json",
        b"\x00\xff",
    )


@pytest.mark.parametrize("entry_id", [new_id(), "nonsense", ""])
def test_an_unknown_entry_is_not_found(store: EmbeddedStore, entry_id: str) -> None:
    with pytest.raises(NotFound):
        store.read(lambda reading: logs.detail(reading, entry_id))


FILTERS: dict[str, tuple[LogFilter | Condition, list[str]]] = {
    "nothing in particular": (LogFilter(), ["c", "b", "a"]),
    "a status": (LogFilter(statuses=frozenset({LogStatus.ERROR})), ["b"]),
    "two statuses": (LogFilter(statuses=frozenset({LogStatus.ERROR, LogStatus.INFO})), ["c", "b"]),
    "a type": (LogFilter(event_type="message.sent"), ["c"]),
    "a family of types": (LogFilter(event_type="message.*"), ["c", "b"]),
    "a family named like a pattern": (LogFilter(event_type="m_ssage.*"), []),
    "a connector": (LogFilter(connector_id=CONNECTOR), ["b"]),
    "a webhook": (LogFilter(webhook_id=WEBHOOK), ["a"]),
    "a cause": (LogFilter(correlation_id=CAUSE), ["c", "a"]),
    "a cause that cannot be one": (LogFilter(correlation_id="x"), []),
    "a time from": (LogFilter(since=NOON + timedelta(minutes=1)), ["c", "b"]),
    "a time until": (LogFilter(until=NOON + timedelta(minutes=1)), ["a"]),
    "a word of the topic": (Contains("push"), ["a"]),
    "a word of the error": (Contains("sign_in"), ["b"]),
    "a word that looks like a pattern": (Contains("sign%in"), []),
    "two words": (all_of(Contains("message"), Contains("b")), ["b"]),
    "all at once": (
        LogFilter(frozenset({LogStatus.SUCCESS}), "webhook.*", "", WEBHOOK, CAUSE, NOON, NOON + timedelta(1)),
        ["a"],
    ),
}


@pytest.mark.parametrize("name", FILTERS)
def test_entries_are_found_by(store: EmbeddedStore, name: str) -> None:
    minute = timedelta(minutes=1)
    logged(
        store,
        log_draft(message="a", webhook_id=WEBHOOK, correlation_id=CAUSE, topic="push"),
        log_draft(message="b", status=LogStatus.ERROR, event_type="message.failed", connector_id=CONNECTOR,
                  error_code="slack.sign_in", created_at=NOON + minute),
        log_draft(message="c", status=LogStatus.INFO, event_type="message.sent", correlation_id=CAUSE,
                  created_at=NOON + 2 * minute),
    )  # fmt: skip
    wanted, messages = FILTERS[name]
    assert found(store, wanted) == messages


def test_counting_stops_at_the_bound(store: EmbeddedStore) -> None:
    logged(store, *(log_draft() for _ in range(7)))
    assert store.read(lambda reading: logs.count(reading, EVERYTHING, 5)) == 5


def test_a_tail_goes_by_the_order_of_commits_while_the_clock_runs_backwards(store: EmbeddedStore) -> None:
    for hour, message in enumerate("abc"):
        logged(store, log_draft(message=message, created_at=NOON - timedelta(hours=hour)))
    assert tail(store, 1) == (["b", "c"], 3)
    assert found(store, LogFilter()) == ["a", "b", "c"]
    assert store.read(logs.newest_id) == store.read(lambda reading: logs.tail(reading, EVERYTHING, 2, 1))[0][0].id


def test_a_tail_goes_on_where_its_bound_cut_it(store: EmbeddedStore) -> None:
    logged(store, *(log_draft(message=each) for each in "abcde"))
    assert (tail(store, 0, 2), tail(store, 2, 2), tail(store, 4, 2)) == ((["a", "b"], 2), (["c", "d"], 4), (["e"], 5))


def test_a_filtered_tail_skips_what_does_not_fit(store: EmbeddedStore) -> None:
    logged(store, log_draft(), log_draft(status=LogStatus.ERROR), log_draft())
    wanted = chosen(LogFilter(statuses=frozenset({LogStatus.ERROR})))
    entries, onwards = store.read(lambda reading: logs.tail(reading, wanted, 0, 10))
    assert ([each.position for each in entries], onwards) == ([2], 3)


def test_a_tail_from_the_future_stays_there(store: EmbeddedStore) -> None:
    assert tail(store, 99) == ([], 99)


def test_positions_go_on_after_reopening(path: Path) -> None:
    for _ in range(2):
        with opened_store(path) as store:
            logged(store, log_draft(), log_draft())
    with opened_store(path) as store:
        assert store.writer.position == store.read(logs.newest_position) == 4


def test_a_place_far_down_is_the_place_where_the_page_goes_on(store: EmbeddedStore) -> None:
    logged(store, *(log_draft(created_at=NOON - timedelta(seconds=each), message=str(each)) for each in range(10)))
    place = store.read(lambda reading: logs.place(reading, EVERYTHING, None, 4))
    page = store.read(lambda reading: logs.page(reading, EVERYTHING, place, 2))
    assert [each.message for each in page.entries] == ["4", "5"]
    assert store.read(lambda reading: logs.place(reading, EVERYTHING, place, 99)) is None


def test_the_types_that_exist_are_sorted(store: EmbeddedStore) -> None:
    logged(store, *(log_draft(event_type=each) for each in ("webhook.held", "log.gap", "webhook.held")))
    assert store.read(logs.event_types) == ("log.gap", "webhook.held")


def test_a_family_of_types_with_one_or_no_member_is_found_as_it_is_written(store: EmbeddedStore) -> None:
    logged(store, *(log_draft(event_type=each, message=each) for each in ("sync.done", "sync.failed", "log.gap")))
    for family, messages in (("sync.*", {"sync.done", "sync.failed"}), ("log.*", {"log.gap"}), ("x.*", set[str]())):
        assert set(found(store, LogFilter(event_type=family))) == messages
        wanted = all_of(chosen(LogFilter(event_type=family)), Contains("sync"))
        assert set(found(store, wanted)) == {each for each in messages if "sync" in each}
