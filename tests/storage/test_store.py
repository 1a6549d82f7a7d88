"""Opening a workspace file: new, known, damaged, foreign, too new, out of reach."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from integration_console.domain.errors import (
    ConsoleError,
    WorkspaceDamaged,
    WorkspaceHeld,
    WorkspaceTooNew,
    WorkspaceUnwritable,
)
from integration_console.storage import connectors
from integration_console.storage.migrate import NEWEST, revision_of
from integration_console.storage.store import EmbeddedStore, look_into, open_store
from tests.builders import connector, opened_store
from tests.fakes import NOON


def refused(path: Path, error: type[ConsoleError]) -> None:
    with pytest.raises(error) as caught:
        open_store(path, "tests", "x", NOON)
    assert caught.value.params["path"] == str(path)


def test_a_new_file_is_made_for_its_owner_alone(path: Path) -> None:
    with opened_store(path):
        assert (path.stat().st_mode & 0o777, revision_of(path)) == (0o600, NEWEST)


def test_a_folder_that_is_missing_is_made(tmp_path: Path) -> None:
    with opened_store(tmp_path / "a" / "b" / "console.db") as store:
        assert store.path.exists()


@pytest.mark.parametrize("name", ["مساحة العمل.db", "50% off?.db", "a#b.db"])
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    with opened_store(tmp_path / name) as store:
        assert store.read(connectors.connectors) == ()
    assert (tmp_path / name).stat().st_size > 0


def test_what_was_written_is_there_after_reopening(path: Path) -> None:
    about = connector()
    with opened_store(path) as store:
        store.write(lambda writing: connectors.add_connector(writing, about))
        tenant = store.tenant_id
    with opened_store(path) as store:
        assert (store.read(connectors.connectors), store.tenant_id) == ((about,), tenant)


def test_readers_cannot_change_anything(store: EmbeddedStore) -> None:
    with pytest.raises(WorkspaceUnwritable), store.reading() as reading:
        reading.connection.execute(text("DELETE FROM tenants"))


def test_a_reader_sees_one_moment(store: EmbeddedStore) -> None:
    with store.reading() as reading:
        before = connectors.connectors(reading)
        store.write(lambda writing: connectors.add_connector(writing, connector()))
        assert connectors.connectors(reading) == before == ()


def test_the_writer_waits_for_the_disk(store: EmbeddedStore) -> None:
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "page_size")
    found = store.write(
        lambda writing: [writing.connection.exec_driver_sql(f"PRAGMA {each}").scalar() for each in pragmas]
    )
    assert found == ["wal", 2, 1, 8192]


@pytest.mark.parametrize("content", [b"not a database" * 1000, b"SQLite format 3\x00" + os.urandom(8000), b"x" * 16])
def test_garbage_is_called_damaged_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    refused(path, WorkspaceDamaged)
    assert path.read_bytes() == content


def test_a_wrong_magic_is_called_damaged(path: Path) -> None:
    with opened_store(path):
        pass
    path.write_bytes(b"X" + path.read_bytes()[1:])
    refused(path, WorkspaceDamaged)


@pytest.mark.parametrize("pages", [1, 5])
def test_a_truncated_file_is_called_damaged(path: Path, pages: int) -> None:
    with opened_store(path):
        pass
    os.truncate(path, pages * 8192 + 100)
    refused(path, WorkspaceDamaged)


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as foreign:
        foreign.execute("CREATE TABLE bookmarks (url TEXT)")
    foreign.close()
    refused(path, WorkspaceDamaged)
    foreign = sqlite3.connect(path)
    assert foreign.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]
    foreign.close()


def test_a_file_of_a_newer_version_is_left_alone(path: Path) -> None:
    with opened_store(path) as store:
        store.write(
            lambda writing: writing.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        )
    refused(path, WorkspaceTooNew)
    assert revision_of(path) == "9999"


def test_an_empty_file_becomes_a_workspace(path: Path) -> None:
    path.touch()
    assert revision_of(path) == ""
    with opened_store(path):
        assert revision_of(path) == NEWEST


def test_a_file_that_is_not_there_has_no_revision(path: Path) -> None:
    assert revision_of(path) == ""


def test_the_revision_of_garbage_is_refused(path: Path) -> None:
    path.write_bytes(b"garbage" * 1000)
    with pytest.raises(WorkspaceDamaged):
        revision_of(path)


def test_a_place_below_a_regular_file_is_unwritable(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refused(tmp_path / "file" / "console.db", WorkspaceUnwritable)


def test_a_folder_is_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "console.db").mkdir()
    refused(tmp_path / "console.db", WorkspaceUnwritable)


def test_after_a_failed_opening_nobody_holds_the_file(path: Path) -> None:
    path.write_bytes(b"garbage" * 1000)
    refused(path, WorkspaceDamaged)
    path.unlink()
    with opened_store(path) as store:
        assert store.holder is not None


def test_one_who_looks_sees_what_the_holder_writes(store: EmbeddedStore) -> None:
    looking = look_into(store.path)
    store.write(lambda writing: connectors.add_connector(writing, connector(name="New")))
    assert [each.name for each in looking.read(connectors.connectors)] == ["New"]
    looking.close()


def test_one_who_looks_is_told_who_holds_the_file(store: EmbeddedStore) -> None:
    looking = look_into(store.path)
    with pytest.raises(WorkspaceHeld) as caught:
        looking.write(lambda writing: None)
    assert (caught.value.params["program"], caught.value.params["pid"]) == ("tests", str(os.getpid()))
    assert (looking.trouble, looking.holder) == (None, None)
    looking.close()


def test_a_file_without_an_organisation_is_not_looked_into(path: Path) -> None:
    with opened_store(path) as store:
        store.write(lambda writing: writing.connection.exec_driver_sql("DELETE FROM tenants"))
        with pytest.raises(WorkspaceDamaged):
            look_into(path)


def test_damage_that_shows_later_is_translated(path: Path) -> None:
    with opened_store(path) as store:
        for number in range(50):
            about = connector(name=f"{number:03}", config={"note": "x" * 4000})
            store.write(lambda writing, about=about: connectors.add_connector(writing, about))  # type: ignore[misc]
        root = store.read(lambda reading: reading.connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_master WHERE name = 'integration_connectors'").scalar_one())  # fmt: skip
    with path.open("r+b") as file:
        file.seek((root - 1) * 8192)
        file.write(b"\xff" * 8192)
    with opened_store(path) as store, pytest.raises(WorkspaceDamaged):
        store.read(connectors.connectors)


def test_closing_twice_is_fine(path: Path) -> None:
    store = open_store(path, "tests", "x", NOON)
    store.close()
    store.close()
