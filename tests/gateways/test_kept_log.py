"""The entries of the log that are kept on this machine: read while others are kept, and without broken ones."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC

import pytest

from integration_console.domain.ids import new_id
from integration_console.domain.log_notes import LogNote, Mark
from integration_console.domain.logs import LogEntry, LogFilter, LogStatus
from integration_console.gateways.cached.log import KeptLog
from integration_console.storage.cache_file import CacheFile
from tests.fakes import NOON
from tests.gateways.test_cached import copy

__all__ = ["copy"]


def entry(position: int = 1) -> LogEntry:
    return LogEntry(new_id(), NOON.astimezone(UTC), LogStatus.SUCCESS, "webhook.received", "arrived", position)


@pytest.fixture
def log(copy: CacheFile) -> Iterator[KeptLog]:
    yield KeptLog(copy, lambda: ({}, {}, {}))
    copy.close()


def test_an_entry_that_cannot_be_read_is_left_out(log: KeptLog, copy: CacheFile) -> None:
    good = entry()
    log.keep([good])
    copy.keep_entries([("1", "2026-01-01", "{}"), ("2", "2026-01-02", "no JSON")])
    log._entries = None
    assert log.log_page(LogFilter()).entries == (good,)
    copy.keep_answer(f"note {good.id}", '{"of": "another version"}')
    assert log.log_notes([good.id]) == ()
    assert log.log_page(LogFilter()).entries == (good,)


def test_entries_are_read_while_others_are_kept(log: KeptLog) -> None:
    ends = threading.Event()
    found: list[object] = []

    def read() -> None:
        while not ends.is_set():
            try:
                found.append(len(log.entries))
            except TypeError as error:
                found.append(error)
                return

    readers = [threading.Thread(target=read) for _ in range(2)]
    for each in readers:
        each.start()
    for number in range(60):
        log.keep([entry(number)])
    ends.set()
    for each in readers:
        each.join()
    assert [each for each in found if not isinstance(each, int)] == []
    assert len(log.entries) == 60


def test_what_is_kept_while_entries_are_read_is_seen_afterwards(
    log: KeptLog, copy: CacheFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = entry(1), entry(2)
    log.keep([first])
    reading, go = threading.Event(), threading.Event()
    read_now = copy.entries

    def read_slowly() -> list[str]:
        found = read_now()
        reading.set()
        go.wait(0.3)
        return found

    monkeypatch.setattr(copy, "entries", read_slowly)
    reader = threading.Thread(target=lambda: log.entries)
    reader.start()
    reading.wait(5)
    log.keep([second])
    go.set()
    reader.join()
    assert {each.id for each in log.entries} == {first.id, second.id}


def test_notes_are_kept_in_one_turn(log: KeptLog, copy: CacheFile) -> None:
    entries = [entry(number) for number in range(50)]
    log.keep(entries)
    statements: list[str] = []
    copy._connection.set_trace_callback(statements.append)
    log.keep_notes([each.id for each in entries], [LogNote(entries[0].id, Mark.RED, "why?", "me", NOON)])
    assert sum(each.startswith("COMMIT") for each in statements) == 1
    assert [each.text for each in log.log_notes([each.id for each in entries])] == ["why?"]
