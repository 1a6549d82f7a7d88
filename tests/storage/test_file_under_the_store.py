"""What other people do to the file while it is open: links, removal, interrupted beginnings."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from integration_console.domain.errors import DiskFull, WorkspaceHeld, WorkspaceUnwritable
from integration_console.domain.logs import LogStatus
from integration_console.storage import faults
from integration_console.storage import store as store_module
from integration_console.storage.holder import FileHolder, current_holder, note_path
from integration_console.storage.log_rows import append_entries
from integration_console.storage.store import EmbeddedStore, look_into, open_store
from integration_console.storage.transaction import Priority
from tests.builders import log_draft, opened_store
from tests.fakes import NOON

CREATION = """
import datetime, sys
from pathlib import Path
from integration_console.storage.store import open_store
print("begins", flush=True)
open_store(Path(sys.argv[1]), "tests", "x", datetime.datetime.now(datetime.UTC)).close()
"""


def test_two_names_of_one_file_have_one_holder(tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    with opened_store(tmp_path / "real.db") as store:
        link.symlink_to(store.path)
        with pytest.raises(WorkspaceHeld):
            open_store(link, "second", "x", NOON)
        looking = look_into(link)
        looking.close()
        assert looking.path == store.path


def test_a_link_that_leads_to_itself_cannot_be_written(tmp_path: Path) -> None:
    loop = tmp_path / "loop.db"
    loop.symlink_to(loop)
    with pytest.raises(WorkspaceUnwritable):
        open_store(loop, "tests", "x", NOON)


def test_nothing_is_acknowledged_that_went_into_a_deleted_file(store: EmbeddedStore) -> None:
    aside = store.path.with_name("aside.db")
    store.path.rename(aside)
    with pytest.raises(WorkspaceUnwritable):
        store.write(lambda writing: append_entries(writing, [log_draft()]))
    assert "workspace.unwritable" in repr(store.trouble and store.trouble.code)
    aside.rename(store.path)
    store.write(lambda writing: append_entries(writing, [log_draft()]))
    assert store.trouble is None
    assert store.writer.position == 1


def test_trouble_is_looked_after_however_much_there_is_to_write(
    store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A queue that is never empty must not keep the log shed for ever."""
    monkeypatch.setattr("integration_console.storage.writer._PROBE_SECONDS", 0.05)
    store.writer._reserve.give_up()
    with pytest.raises(DiskFull):
        store.write(lambda _: None, Priority.LOGS)
    for _ in range(200):
        store.write(lambda _: threading.Event().wait(0.002))
        if not store.writer._reserve.released:
            break
    store.write(lambda writing: append_entries(writing, [log_draft(status=LogStatus.INFO)]), Priority.LOGS)


@pytest.mark.timeout(240)
def test_a_creation_that_was_killed_anywhere_can_be_begun_again(
    tmp_path: Path, rounds: Callable[[int, int], int]
) -> None:
    for number in range(rounds(6, 60)):
        path = tmp_path / f"{number}.db"
        command = [sys.executable, "-c", CREATION, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as creation:
            assert creation.stdout is not None
            assert creation.stdout.readline() == "begins\n"
            threading.Event().wait(0.02 + 0.04 * (number % 6) + 0.003 * (number // 6))
            creation.kill()
        with opened_store(path) as store, store.reading() as reading:
            found = [reading.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                     for name in ("integrity_check", "page_size", "auto_vacuum", "journal_mode")]  # fmt: skip
        assert found == ["ok", 8192, 2, "wal"]


def test_a_creation_without_room_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(store_module, "migrate", full)
    with pytest.raises(DiskFull):
        open_store(tmp_path / "new.db", "tests", "x", NOON)
    assert [each.name for each in tmp_path.iterdir()] == ["new.db.lock"]


def test_a_failed_opening_leaves_a_file_that_was_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened_store(path) as store:
        tenant_id = store.tenant_id

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(store_module, "migrate", full)
    with pytest.raises(DiskFull):
        open_store(path, "tests", "x", NOON)
    monkeypatch.undo()
    with opened_store(path) as store:
        assert store.tenant_id == tenant_id


@pytest.mark.parametrize(("number", "kind"), [(28, DiskFull), (122, DiskFull), (13, WorkspaceUnwritable)])
def test_a_file_that_cannot_be_made_says_why(number: int, kind: type[Exception]) -> None:
    assert type(faults.file_error(OSError(number, "x"), "p")) is kind


def test_whoever_only_looks_for_a_holder_is_waited_for(path: Path) -> None:
    ended = threading.Event()

    def look_on() -> None:
        while not ended.is_set():
            current_holder(path)

    looking = threading.Thread(target=look_on)
    looking.start()
    try:
        for _ in range(20):
            holder = FileHolder(path, "tests")
            holder.take()
            holder.release()
    finally:
        ended.set()
        looking.join()


def test_a_note_says_where_its_holder_is_reached(path: Path) -> None:
    holder = FileHolder(path, "tests")
    holder.take()
    holder.announce(4711, "::1")
    other, local = current_holder(path), note_path(path).read_text()
    holder.announce(4712)
    here = current_holder(path)
    holder.release()
    assert other is not None
    assert here is not None
    assert (other.base_url, here.base_url) == ("http://[::1]:4711", "http://127.0.0.1:4712")
    assert '"host": "::1"' in local
