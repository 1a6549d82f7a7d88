"""One program holds a workspace file, and says so to the others."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from integration_console.domain.errors import WorkspaceHeld, WorkspaceUnwritable
from integration_console.storage.holder import FileHolder, HolderNote, current_holder, note_path
from integration_console.storage.store import open_store
from tests.builders import opened_store
from tests.fakes import NOON

OTHER_PROGRAM = """
import sys
from pathlib import Path
from integration_console.storage.holder import FileHolder
holder = FileHolder(Path(sys.argv[1]), "the other program")
holder.take()
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_opening_names_the_holder(path: Path) -> None:
    with opened_store(path), pytest.raises(WorkspaceHeld) as caught:
        open_store(path, "second", "x", NOON)
    assert caught.value.params == {"program": "tests", "pid": str(os.getpid()), "path": str(path)}


def test_another_process_holds_the_file_until_it_dies(path: Path) -> None:
    command = [sys.executable, "-c", OTHER_PROGRAM, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(WorkspaceHeld) as caught:
            open_store(path, "second", "x", NOON)
        assert (caught.value.params["program"], caught.value.params["pid"]) == ("the other program", str(other.pid))
        other.kill()
    with opened_store(path) as store:
        assert store.holder is not None


def test_the_holder_tells_its_port_and_token_to_the_same_person_alone(path: Path) -> None:
    with opened_store(path) as store:
        assert store.holder is not None
        store.holder.announce(4711)
        assert current_holder(path) == HolderNote("tests", os.getpid(), 4711, store.holder.token)
        assert note_path(path).stat().st_mode & 0o777 == 0o600


def test_a_token_is_not_shown() -> None:
    assert "geheim" not in repr(HolderNote("x", 1, 2, "geheim"))


def test_after_closing_nobody_holds_the_file(path: Path) -> None:
    with opened_store(path):
        pass
    assert (current_holder(path), note_path(path).exists()) == (None, False)


@pytest.mark.parametrize("note", ["", "{}", "[]", '{"program":"x","pid":"y","port":1,"token":""}', None])
def test_a_holder_whose_note_cannot_be_read_stays_unnamed(path: Path, note: str | None) -> None:
    with opened_store(path):
        note_path(path).unlink() if note is None else note_path(path).write_text(note)
        with pytest.raises(WorkspaceHeld) as caught:
            open_store(path, "second", "x", NOON)
    assert (caught.value.params["program"], caught.value.params["pid"]) == ("another program", "?")


def test_a_lock_that_cannot_be_made_is_unwritable(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    holder = FileHolder(tmp_path / "file" / "console.db", "tests")
    with pytest.raises(WorkspaceUnwritable):
        holder.take()
    assert current_holder(tmp_path / "file" / "console.db") is None
    holder.release()


def test_a_holder_that_cannot_leave_its_note_holds_nothing(path: Path) -> None:
    note_path(path).mkdir()
    with pytest.raises(WorkspaceUnwritable):
        FileHolder(path, "tests").take()
    assert current_holder(path) is None
