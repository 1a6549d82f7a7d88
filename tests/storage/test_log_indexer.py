"""The indexer brings the index up to the log, waits where the file cannot be written, and ends with the workspace."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from integration_console.domain.errors import DiskFull
from integration_console.domain.log_conditions import Contains
from integration_console.storage import log_index, log_indexer, logs
from integration_console.storage.log_indexer import LogIndexer
from integration_console.storage.log_rows import append_entries
from integration_console.storage.store import EmbeddedStore
from integration_console.storage.transaction import Writing
from tests.builders import log_draft, opened_store
from tests.guards import ExpectedLog


def indexed(store: EmbeddedStore) -> int:
    return store.read(lambda reading: log_index.indexed_to(reading.connection))


def wait_for(what: Callable[[], bool]) -> None:
    ends = time.monotonic() + 60
    while not what():
        assert time.monotonic() < ends
        time.sleep(0.01)


@pytest.fixture(autouse=True)
def _short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_index, "STRETCH", 10)


def write(store: EmbeddedStore, number: int) -> None:
    store.write(lambda writing: append_entries(writing, [log_draft() for _ in range(number)]))


def test_whole_stretches_are_indexed_as_they_come_and_the_rest_waits(store: EmbeddedStore) -> None:
    write(store, 34)
    indexer = LogIndexer(store, 0.01)
    indexer.start()
    wait_for(lambda: indexed(store) == 30)
    write(store, 6)
    wait_for(lambda: indexed(store) == 40)
    indexer.close()
    write(store, 10)
    assert indexed(store) == 40


def test_it_goes_on_where_it_stopped_when_the_file_is_opened_again(path: Path) -> None:
    with opened_store(path) as store:
        write(store, 25)
        log_index.index_stretches(store, iter([True, False]).__next__)
        assert indexed(store) == 10
    with opened_store(path) as store:
        log_index.index_all(store)
        assert indexed(store) == 25


def test_without_trigrams_there_is_no_index_and_searches_do_without(
    store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 33, 0))
    write(store, 30)
    indexer = LogIndexer(store, 0.01)
    indexer.start()
    indexer.close()
    assert indexed(store) == 0
    assert store.read(lambda reading: logs.count(reading, Contains("arrived"), 99)) == 30


def test_a_stretch_is_indexed_whole_or_not_at_all(store: EmbeddedStore) -> None:
    write(store, 10)

    def cut_short(writing: Writing) -> None:
        log_index.add(writing, draft)
        raise KeyError

    draft = store.read(log_index.draft_next)
    with pytest.raises(KeyError):
        store.write(cut_short)
    assert indexed(store) == 0
    log_index.index_all(store)
    assert store.read(lambda reading: logs.count(reading, Contains("arrived"), 99)) == 10


def test_places_are_not_given_out_again_once_the_log_is_empty(path: Path) -> None:
    with opened_store(path) as store:
        write(store, 20)
        log_index.index_all(store)
        store.write(lambda writing: writing.connection.exec_driver_sql("DELETE FROM integration_logs"))
    with opened_store(path) as store:
        write(store, 1)
        assert store.read(lambda reading: logs.count(reading, Contains("arrived"), 99)) == 1


@pytest.mark.parametrize("error", [DiskFull(), OSError("broken")])
def test_trouble_is_waited_out(
    store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch, expected_log: ExpectedLog, error: Exception
) -> None:
    monkeypatch.setattr(log_indexer, "_TROUBLED_SECONDS", 0.01)
    failed, whole = threading.Event(), log_index.add

    def failing_once(*given: object) -> None:
        if failed.is_set():
            whole(*given)  # type: ignore[arg-type]
        failed.set()
        raise error

    if not isinstance(error, DiskFull):
        expected_log("a stretch of the log could not be indexed")
    monkeypatch.setattr(log_index, "add", lambda *given: whole(*given) if failed.is_set() else failing_once(*given))
    write(store, 10)
    indexer = LogIndexer(store, 0.01)
    indexer.start()
    wait_for(lambda: indexed(store) == 10)
    indexer.close()
    assert failed.is_set()
