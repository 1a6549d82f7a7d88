"""Starts the program again while it runs: real processes, one window beside the other."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from integration_console.meeting import meeting_place
from integration_console.settings import read_settings
from tests.case_builders import made_up, written_case
from tests.e2e.service_process import wait_for

# What happens in the program is told line by line: which window shows what.
PROGRAM = """
import sys
from integration_console.desktop import main

def made(console):
    number = len(windows)
    windows.append(console)
    console.ready.connect(lambda: print("ready", number, console.entrance.place.name, flush=True))
    console.opening_failed.connect(lambda error: print("refused", number, error.code, flush=True))
windows = []
sys.exit(main(sys.argv[1:], made))
"""


class Starts:
    """Starts of one program, each with the lines that it has said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.running: list[subprocess.Popen[str]] = []
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = str(free.getsockname()[1])
        self.environment = {**os.environ, **_own(folder / "own"), "INTEGRATION_PORT": port}

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        started = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *arguments],
            env={**self.environment, **environment},
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.running.append(started)
        return started

    def first(self, *arguments: str) -> tuple[subprocess.Popen[str], Path]:
        """A program that is open and listens; where it does."""
        address = Path(meeting_place(read_settings(self.environment), self.environment) or "")
        started = self.start(*arguments)
        said(started, "ready 0")
        wait_for(lambda: _answers(address))
        return started, address

    def end(self) -> None:
        for each in self.running:
            if each.poll() is None:
                each.send_signal(signal.SIGCONT)
                each.send_signal(signal.SIGTERM)
            with contextlib.suppress(ValueError):
                each.communicate(timeout=60)


def _answers(address: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as peer:
        return peer.connect_ex(str(address)) == 0


def _own(folder: Path) -> dict[str, str]:
    return {f"INTEGRATION_{name}_FOLDER": str(folder) for name in ("DATA", "KEY", "LOG")}


def said(program: subprocess.Popen[str], beginning: str) -> str:
    """The next line that begins so."""
    assert program.stdout is not None
    for line in program.stdout:
        if line.startswith(beginning):
            return line.strip()
    pytest.fail(f"never said: {beginning}")


@pytest.fixture
def starts(tmp_path: Path) -> Iterator[Starts]:
    for name in ("a", "b"):
        written_case(tmp_path / f"{name}.icase", made_up(30))
    found = Starts(tmp_path)
    yield found
    found.end()


def ended(program: subprocess.Popen[str]) -> tuple[int, str]:
    out, err = program.communicate(timeout=60)
    assert err == ""
    return program.returncode, out


def test_a_second_file_opens_in_the_program_that_runs(starts: Starts) -> None:
    first, _ = starts.first("acme.db")
    assert ended(starts.start("a.icase")) == (0, "")
    assert said(first, "ready") == "ready 1 a.icase"
    assert ended(starts.start("missing.icase")) == (0, "")
    assert said(first, "refused") == "refused 2 case.missing"
    assert ended(starts.start("a.icase")) == ended(starts.start()) == (0, "")
    assert ended(starts.start("b.icase")) == (0, "")
    assert said(first, "ready") == "ready 3 b.icase"  # nothing else was opened for the two before
    first.send_signal(signal.SIGTERM)
    assert ended(first)[0] == 0
    assert not (starts.folder / "acme.db.holder").exists()


def test_who_hands_over_needs_neither_window_nor_database(starts: Starts) -> None:
    starts.first("acme.db")
    code = (
        "import sys; from integration_console.desktop import main\n"
        "print(main(['a.icase']), sorted({'PySide6', 'sqlalchemy', 'integration_console.ui'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=starts.environment,
        cwd=starts.folder,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "0 []\n"


def test_the_program_ends_with_its_socket_and_is_started_again(starts: Starts) -> None:
    first, address = starts.first("acme.db")
    assert address.stat().st_mode & 0o077 == 0
    assert address.parent.stat().st_mode & 0o077 == 0
    first.send_signal(signal.SIGTERM)
    assert ended(first)[0] == 0
    assert not address.exists()
    starts.first("acme.db")


def test_a_killed_program_does_not_stand_in_the_way(starts: Starts) -> None:
    first, address = starts.first("a.icase")
    first.kill()
    first.wait()
    assert address.exists()
    starts.first("a.icase")
    assert ended(starts.start("b.icase")) == (0, "")


def test_a_program_that_hangs_does_not_keep_a_file_closed(starts: Starts) -> None:
    first, _ = starts.first("acme.db")
    first.send_signal(signal.SIGSTOP)
    begun = time.monotonic()
    second = starts.start("a.icase")
    assert said(second, "ready") == "ready 0 a.icase"
    assert time.monotonic() - begun > 1
    first.send_signal(signal.SIGCONT)
    assert ended(starts.start("b.icase")) == (0, "")
    assert said(first, "ready") == "ready 1 b.icase"  # and never a.icase, whose start had given up


def test_other_settings_are_another_program(starts: Starts, tmp_path: Path) -> None:
    starts.first("acme.db")
    second = starts.start("a.icase", **_own(tmp_path / "other"))
    assert said(second, "ready") == "ready 0 a.icase"


@pytest.mark.parametrize("arguments", [("--new-process", "a.icase"), ("--sandbox", "a.icase")])
def test_a_program_of_its_own_neither_asks_nor_listens(starts: Starts, arguments: tuple[str, ...]) -> None:
    address = meeting_place(read_settings(starts.environment), starts.environment)
    alone = starts.start(*arguments)
    assert said(alone, "ready") == "ready 0 a.icase"
    time.sleep(0.5)  # by then it would listen
    assert not Path(address or "").exists()
    starts.first("b.icase")
    second = starts.start(*arguments)
    assert said(second, "ready") == "ready 0 a.icase"


def test_what_is_wrong_is_told_where_it_was_written(starts: Starts) -> None:
    first, _ = starts.first("acme.db")
    second = starts.start("ftp://example.com/a")
    assert second.communicate(timeout=60)[1].count("ftp")
    assert second.returncode == 2
    third = starts.start("postgresql://amina:very-secret@127.0.0.1/acme")
    assert "password" in third.communicate(timeout=60)[1]
    assert third.returncode == 2
    assert first.poll() is None


def test_several_at_once_leave_one_that_listens(starts: Starts) -> None:
    address = Path(meeting_place(read_settings(starts.environment), starts.environment) or "")
    both = [starts.start("a.icase"), starts.start("b.icase")]
    for each in both:
        said(each, "ready 0")
    wait_for(lambda: _answers(address))
    written_case(starts.folder / "c.icase", made_up(30))
    assert ended(starts.start("c.icase")) == (0, "")
    tells = select.select([each.stdout for each in both if each.stdout is not None], [], [], 60)[0]
    assert [each.readline() for each in tells] == ["ready 1 c.icase\n"]
