"""The log flusher: entries from any thread, in order; what must be left out is counted."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from integration_console.domain.log_conditions import EVERYTHING
from integration_console.domain.logs import LogDraft
from integration_console.operations.journal import gap_entry
from integration_console.storage import log_flusher, logs
from integration_console.storage.log_flusher import LogFlusher
from integration_console.storage.store import EmbeddedStore
from tests.builders import another_tool_writing, busy_writer, impatient, log_draft
from tests.fakes import NOON


@pytest.fixture
def flusher(store: EmbeddedStore) -> Iterator[LogFlusher]:
    made = LogFlusher(store.writer, lambda count: gap_entry(NOON, count), lambda: None)
    yield made
    made.close()


def messages(store: EmbeddedStore) -> list[str]:
    return [each.message for each in store.read(lambda reading: logs.tail(reading, EVERYTHING, 0, 20_000))[0]]


def numbered(*numbers: int) -> list[LogDraft]:
    return [log_draft(message=str(each)) for each in numbers]


def test_entries_are_written_in_the_order_they_came(flusher: LogFlusher, store: EmbeddedStore) -> None:
    for draft in numbered(*range(1200)):
        flusher.append(draft)
    flusher.close()
    assert messages(store) == [str(each) for each in range(1200)]


def test_entries_of_many_threads_all_arrive(flusher: LogFlusher, store: EmbeddedStore) -> None:
    def tell() -> None:
        for draft in numbered(*range(50)):
            flusher.append(draft)

    threads = [threading.Thread(target=tell) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    flusher.close()
    assert sorted(messages(store), key=int) == [str(each) for each in range(50) for _ in range(8)]


def test_what_does_not_fit_is_left_out_and_counted(
    flusher: LogFlusher, store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_flusher, "CAPACITY", 3)
    with busy_writer(store):
        for draft in numbered(*range(10)):
            flusher.append(draft)
    flusher.close()
    gap = "Log entries left out because they could not be written: 6"
    assert messages(store) == ["0", gap, "1", "2", "3"]


def test_a_gap_is_told_once(flusher: LogFlusher, store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_flusher, "CAPACITY", 1)
    with busy_writer(store):
        for draft in numbered(*range(4)):
            flusher.append(draft)
    flusher.close()
    again = LogFlusher(store.writer, lambda count: gap_entry(NOON, count), lambda: None)
    again.append(numbered(9)[0])
    again.close()
    assert len([each for each in messages(store) if each.startswith("Log entries left out")]) == 1


def test_entries_wait_while_the_file_is_locked(flusher: LogFlusher, store: EmbeddedStore) -> None:
    failed = threading.Event()
    store.writer.on_trouble = failed.set
    impatient(store)
    with another_tool_writing(store.path):
        flusher.append(numbered(0)[0])
        failed.wait(5)
        flusher.append(numbered(1)[0])
    flusher.close()
    assert messages(store) == ["0", "1"]


def test_an_entry_that_cannot_be_written_takes_no_others_with_it(flusher: LogFlusher, store: EmbeddedStore) -> None:
    poisoned = log_draft(message="\ud800")
    with busy_writer(store):
        for draft in [*numbered(0, 1, 2), poisoned, *numbered(3, 4)]:
            flusher.append(draft)
    flusher.close()
    assert messages(store) == ["0", "1", "2", "Log entries left out because they could not be written: 1", "3", "4"]


def test_an_ended_flusher_takes_nothing_more(flusher: LogFlusher, store: EmbeddedStore) -> None:
    flusher.close()
    flusher.append(numbered(0)[0])
    assert messages(store) == []


def test_closing_does_not_wait_for_ever(flusher: LogFlusher, store: EmbeddedStore) -> None:
    impatient(store)
    failed = threading.Event()
    store.writer.on_trouble = failed.set
    with another_tool_writing(store.path):
        flusher.append(numbered(0)[0])
        failed.wait(5)
        flusher.close(seconds=0.01)
    assert messages(store) == []
