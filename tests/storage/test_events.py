"""Received events: stored once, byte for byte, whatever repeats and whatever is refused beside them."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from integration_console.domain.errors import NotFound
from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import EVERYTHING
from integration_console.domain.webhooks import EventState
from integration_console.storage import events, logs
from integration_console.storage.events import EventDraft, Stored, store_events
from integration_console.storage.store import EmbeddedStore
from tests.builders import DAY, event_draft
from tests.fakes import NOON

WEBHOOK = new_id()
POISON = (
    "CREATE TRIGGER poison BEFORE INSERT ON webhook_events WHEN NEW.event_type = 'poison' "
    "BEGIN SELECT RAISE(ABORT, 'no'); END"
)


def stored(store: EmbeddedStore, *drafts: EventDraft) -> list[Stored]:
    return store.write(lambda writing: store_events(writing, drafts))


def draft(key: str, at: int = 0, body: bytes = b"{}", webhook_id: str = WEBHOOK) -> EventDraft:
    """An event of a key, `at` microseconds after the first."""
    plain = event_draft(webhook_id=webhook_id, event_key=key, body=body)
    return event_draft(
        id=plain.id, webhook_id=webhook_id, event_key=key, body=body,
        received_at=plain.received_at + at, expires_at=plain.expires_at + at,
    )  # fmt: skip


def logged(store: EmbeddedStore) -> list[str]:
    return [each.event_type for each in store.read(lambda reading: logs.tail(reading, EVERYTHING, 0, 100))[0]]


def test_an_event_is_kept_byte_for_byte(store: EmbeddedStore) -> None:
    body = bytes(range(256)) + "مرحبا".encode()
    sent = draft("a", body=body)
    assert stored(store, sent) == [Stored(sent.id, duplicate=False)]
    assert store.read(lambda reading: events.event_body(reading, sent.id)) == body


def test_an_event_is_listed_with_all_that_is_known_of_it(store: EmbeddedStore) -> None:
    sent = draft("a")
    stored(store, sent)
    (found,) = store.read(lambda reading: events.last_events(reading, WEBHOOK, 10))
    assert (found.id, found.event_type, found.event_key, found.state) == (sent.id, "push", "a", EventState.ACCEPTED)
    assert (found.received_at, found.size, found.headers) == (NOON, 2, (("x-github-event", "push"),))


def test_a_duplicate_within_a_batch_is_stored_once(store: EmbeddedStore) -> None:
    first, second = draft("a"), draft("a")
    assert stored(store, first, second) == [Stored(first.id, duplicate=False), Stored(first.id, duplicate=True)]
    assert logged(store) == ["webhook.received", "webhook.duplicate"]


def test_a_duplicate_in_a_later_batch_is_stored_once(store: EmbeddedStore) -> None:
    first = draft("a")
    stored(store, first)
    assert stored(store, draft("a", at=DAY)) == [Stored(first.id, duplicate=True)]
    assert len(store.read(lambda reading: events.last_events(reading, WEBHOOK, 10))) == 1


def test_the_same_key_at_another_webhook_is_another_event(store: EmbeddedStore) -> None:
    outcomes = stored(store, draft("a"), draft("a", webhook_id=new_id()))
    assert [each.duplicate for each in outcomes] == [False, False]


def test_a_key_counts_until_its_horizon_and_no_longer(store: EmbeddedStore) -> None:
    stored(store, draft("a"))
    assert [each.duplicate for each in stored(store, draft("a", at=35 * DAY - 1))] == [True]
    late = draft("a", at=35 * DAY)
    assert stored(store, late) == [Stored(late.id, duplicate=False)]
    assert stored(store, draft("a", at=36 * DAY)) == [Stored(late.id, duplicate=True)]


def test_a_repeat_does_not_prolong_the_horizon(store: EmbeddedStore) -> None:
    stored(store, draft("a"))
    stored(store, draft("a", at=34 * DAY))
    assert [each.duplicate for each in stored(store, draft("a", at=35 * DAY))] == [False]


def test_a_repeat_is_known_while_the_clock_runs_backwards(store: EmbeddedStore) -> None:
    stored(store, draft("a"))
    assert [each.duplicate for each in stored(store, draft("a", at=-DAY))] == [True]


def test_each_event_has_the_place_of_its_log_entry(store: EmbeddedStore) -> None:
    batch = [draft("a"), draft("a"), draft("b")]
    stored(store, *batch)
    places = {
        each.event_key: each.position for each in store.read(lambda reading: events.last_events(reading, WEBHOOK, 9))
    }
    assert places == {"a": 1, "b": 3}


def test_the_newest_events_come_first(store: EmbeddedStore) -> None:
    stored(store, *(draft(key) for key in "abc"))
    found = store.read(lambda reading: events.last_events(reading, WEBHOOK, 2))
    assert [each.event_key for each in found] == ["c", "b"]


def test_a_batch_of_nothing_is_nothing(store: EmbeddedStore) -> None:
    assert stored(store) == []


def test_a_poisoned_event_takes_its_whole_transaction_back(store: EmbeddedStore) -> None:
    store.write(lambda writing: writing.connection.exec_driver_sql(POISON))
    with pytest.raises(IntegrityError):
        stored(store, draft("a"), event_draft(event_type="poison"))
    assert (logged(store), store.trouble) == ([], None)
    assert [each.duplicate for each in stored(store, draft("a"))] == [False]
    assert store.read(logs.newest_position) == 1


@pytest.mark.parametrize("event_id", [new_id(), "nonsense", ""])
def test_the_body_of_an_unknown_event_is_not_found(store: EmbeddedStore, event_id: str) -> None:
    with pytest.raises(NotFound):
        store.read(lambda reading: events.event_body(reading, event_id))


def test_many_events_go_in_at_once(store: EmbeddedStore) -> None:
    batch = [draft(f"{number:03}") for number in range(150)]
    assert [each.event_id for each in stored(store, *batch)] == [each.id for each in batch]
    found = store.read(lambda reading: events.last_events(reading, WEBHOOK, 200))
    assert [(each.id, each.position) for each in found[::-1]] == [(each.id, at) for at, each in enumerate(batch, 1)]
