"""The writer: most urgent first, one transaction each, and trouble that is named and ends."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from integration_console.domain.errors import DiskFull, WorkspaceBusy
from integration_console.storage import connectors, figure_rolls
from integration_console.storage.log_rows import append_entries
from integration_console.storage.store import EmbeddedStore
from integration_console.storage.transaction import Priority, Writing, refuse_open_transaction
from tests.builders import another_tool_writing, busy_writer, connector, impatient, log_draft, opened_store

BIG = {"note": "x" * 500_000}


def page_limit(store: EmbeddedStore, more: int) -> None:
    """Let the file grow by `more` pages and no further: a disk that is full."""

    def limit(writing: Writing) -> None:
        pages = int(writing.connection.exec_driver_sql("PRAGMA page_count").scalar_one())
        writing.connection.exec_driver_sql(f"PRAGMA max_page_count={pages + more}")

    store.write(limit)


def add(store: EmbeddedStore, name: str, **changed: object) -> None:
    store.write(lambda writing: connectors.add_connector(writing, connector(name=name, **changed)))


def names(store: EmbeddedStore) -> list[str]:
    return [each.name for each in store.read(connectors.connectors)]


def test_what_is_most_urgent_is_done_first(store: EmbeddedStore) -> None:
    done: list[str] = []
    with busy_writer(store):
        for priority in (Priority.RETENTION, Priority.LOGS, Priority.EVENTS, Priority.CHANGES):
            store.writer.submit(priority, lambda _, name=priority.name: done.append(name))  # type: ignore[misc]
    store.write(lambda _: None, Priority.RETENTION)
    assert done == ["EVENTS", "CHANGES", "LOGS", "RETENTION"]


def test_work_of_one_priority_keeps_its_order(store: EmbeddedStore) -> None:
    done: list[int] = []
    with busy_writer(store):
        for number in range(20):
            store.writer.submit(Priority.PAGES, lambda _, number=number: done.append(number))  # type: ignore[misc]
    store.write(lambda _: None, Priority.RETENTION)
    assert done == list(range(20))


def test_work_that_is_cancelled_in_time_is_never_done(store: EmbeddedStore) -> None:
    with busy_writer(store):
        waiting = store.writer.submit(Priority.LOGS, lambda writing: append_entries(writing, [log_draft()]))
        assert waiting.cancel()
    store.write(lambda _: None, Priority.RETENTION)
    assert store.writer.position == 0


def test_a_failure_takes_its_own_transaction_back_and_no_other(store: EmbeddedStore) -> None:
    def fail(writing: Writing) -> None:
        append_entries(writing, [log_draft()])
        raise KeyError("my own")

    with pytest.raises(KeyError, match="my own"):
        store.write(fail)
    assert (store.writer.position, store.trouble) == (0, None)
    add(store, "A")
    assert names(store) == ["A"]


def test_what_is_queued_at_closing_is_still_done(path: Path) -> None:
    with opened_store(path) as store, busy_writer(store):
        store.writer.submit(Priority.RETENTION, lambda writing: connectors.add_connector(writing, connector()))
    with opened_store(path) as store:
        assert names(store) == ["Ops"]


def test_work_after_closing_is_cancelled_rather_than_forgotten(path: Path) -> None:
    with opened_store(path) as store:
        store.writer.close()
    with pytest.raises(CancelledError):
        store.write(lambda _: None)


def test_a_file_that_another_tool_locks_is_busy_and_recovers(store: EmbeddedStore) -> None:
    heard: list[object] = []
    store.writer.on_trouble = lambda: heard.append(store.trouble and store.trouble.code)
    impatient(store)
    with another_tool_writing(store.path):
        with pytest.raises(WorkspaceBusy):
            add(store, "A")
        assert (names(store), store.trouble and store.trouble.code) == ([], "workspace.busy")
    add(store, "B")
    assert (names(store), heard) == (["B"], ["workspace.busy", None])


def test_trouble_ends_by_itself_once_its_cause_is_gone(store: EmbeddedStore) -> None:
    well = threading.Event()
    store.writer.on_trouble = lambda: None if store.trouble else well.set()
    impatient(store)
    with another_tool_writing(store.path), pytest.raises(WorkspaceBusy):
        add(store, "A")
    assert well.wait(5)


def test_trouble_that_stays_is_told_once(store: EmbeddedStore) -> None:
    heard: list[object] = []
    store.writer.on_trouble = lambda: heard.append(store.trouble)
    impatient(store)
    with another_tool_writing(store.path):
        for _ in range(3):
            with pytest.raises(WorkspaceBusy):
                add(store, "A")
        store.writer._probe()
    assert len(heard) == 1


def test_a_full_disk_gives_up_the_reserve_and_says_so(store: EmbeddedStore) -> None:
    reserve = store.path.with_name("console.db.reserve")
    page_limit(store, 10)
    assert reserve.exists()
    with pytest.raises(DiskFull):
        add(store, "A", config=BIG)
    assert (reserve.exists(), names(store), store.trouble and store.trouble.code) == (False, [], "workspace.disk_full")
    with pytest.raises(DiskFull):
        add(store, "B", config=BIG)


def test_a_nearly_full_disk_takes_events_but_no_more_log(store: EmbeddedStore) -> None:
    page_limit(store, 10)
    with pytest.raises(DiskFull):
        add(store, "A", config=BIG)
    with pytest.raises(DiskFull):
        store.write(lambda writing: append_entries(writing, [log_draft()]), Priority.LOGS)
    store.write(lambda writing: append_entries(writing, [log_draft()]), Priority.EVENTS)
    assert store.trouble is None


def test_room_on_the_disk_brings_the_reserve_back(store: EmbeddedStore) -> None:
    page_limit(store, 10)
    with pytest.raises(DiskFull):
        add(store, "A", config=BIG)
    page_limit(store, 10_000)
    store.writer._probe()
    add(store, "A", config=BIG)
    assert (store.path.with_name("console.db.reserve").exists(), names(store)) == (True, ["A"])


def test_no_network_call_may_happen_inside_a_transaction(store: EmbeddedStore) -> None:
    refuse_open_transaction()
    with pytest.raises(RuntimeError, match="network call"), store.reading():
        refuse_open_transaction()
    with pytest.raises(RuntimeError, match="network call"):
        store.write(lambda _: refuse_open_transaction())
    refuse_open_transaction()


def test_places_are_not_given_out_again_behind_what_is_added_up(path: Path) -> None:
    with opened_store(path) as store:
        store.write(lambda writing: append_entries(writing, [log_draft() for _ in range(20)]))
        figure_rolls.add_up(store)
        store.write(lambda writing: writing.connection.exec_driver_sql("DELETE FROM integration_logs"))
    with opened_store(path) as store:
        assert store.writer.position == 20
        store.write(lambda writing: append_entries(writing, [log_draft()]))
        assert len(store.read(figure_rolls.draft_next).rows) > 0
