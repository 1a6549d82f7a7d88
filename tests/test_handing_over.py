"""A further start asks the program that runs: what travels, how long it waits, whom it believes."""

from __future__ import annotations

import os
import pty
import socket
import threading
import time
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from integration_console.domain.opening_orders import AGREED, REFUSED, TAKEN, OpeningOrder
from integration_console.handing_over import handed_over, order_for

ORDER = OpeningOrder("/home/a.icase")


def test_a_relative_path_is_made_absolute_and_stays_as_it_was_written_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert order_for("../a.icase", {}) == OpeningOrder(f"{tmp_path}/../a.icase")
    assert order_for("/b/./c.icase", {}) == OpeningOrder("/b/./c.icase")
    assert order_for(None, {}) == order_for("", {}) == OpeningOrder()


def test_a_folder_that_is_gone_has_no_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert order_for("a.icase", {}) is None


def test_the_tokens_of_the_desktop_go_along() -> None:
    order = order_for(None, {"XDG_ACTIVATION_TOKEN": "one", "DESKTOP_STARTUP_ID": "", "PATH": "/bin"})
    assert order == OpeningOrder("", (("XDG_ACTIVATION_TOKEN", "one"),))


@pytest.mark.parametrize(
    "place",
    [
        "postgresql://amina:secret@host/acme",
        "postgresql://amina:a/b@host/acme",
        "postgresql://amina:a?b#c@host/acme",
        "postgresql://amina@host/acme?password=secret",
        "postgresql://amina@host/acme?p%61ssword=secret",
        "https://amina:secret@example.com",
        "https://:secret@example.com",
        "weird://x:y@z@host",
    ],
)
def test_passwords_do_not_travel(place: str) -> None:
    assert order_for(place, {}) is None


def test_a_password_of_the_surroundings_keeps_a_database_here() -> None:
    secret = {"PGPASSWORD": "secret"}
    assert order_for("postgresql://amina@host/acme", {}) == OpeningOrder("postgresql://amina@host/acme")
    assert order_for("postgresql://amina@host/acme", secret) is None
    assert order_for("https://example.com", secret) == OpeningOrder("https://example.com")


@contextmanager
def answering(address: Path, answer: Callable[[socket.socket], None]) -> Iterator[None]:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(address))
        listening.listen()

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                answer(connection)

        serving = threading.Thread(target=serve)
        serving.start()
        yield
        serving.join(20)


def test_an_order_is_taken_once_both_have_said_so(tmp_path: Path) -> None:
    heard: list[bytes] = []

    def answer(connection: socket.socket) -> None:
        heard.append(connection.recv(4096))
        connection.sendall(TAKEN[:2])
        time.sleep(0.05)
        connection.sendall(TAKEN[2:])
        heard.append(connection.recv(4096))

    with answering(tmp_path / "s", answer):
        assert handed_over(str(tmp_path / "s"), ORDER)
    assert heard == [ORDER.line, AGREED]


@pytest.mark.parametrize("said", [REFUSED, b"", b"taken?\n", b"t"])
def test_any_other_answer_leaves_it_to_this_start(tmp_path: Path, said: bytes) -> None:
    def answer(connection: socket.socket) -> None:
        connection.recv(4096)
        connection.sendall(said)

    with answering(tmp_path / "s", answer):
        assert not handed_over(str(tmp_path / "s"), ORDER)


@pytest.mark.parametrize("drops", [b"", b"t"])
def test_who_hangs_is_not_waited_for(tmp_path: Path, drops: bytes) -> None:
    go_on, heard = threading.Event(), []

    def answer(connection: socket.socket) -> None:
        connection.sendall(drops)
        go_on.wait(20)
        heard.append(connection.recv(65536))
        with suppress(OSError):
            connection.sendall(TAKEN[len(drops) :])
            heard.append(connection.recv(65536))

    with answering(tmp_path / "s", answer):
        assert not handed_over(str(tmp_path / "s"), ORDER, patience=0.1)
        go_on.set()
    assert AGREED not in heard


def test_nobody_there_is_no_trouble(tmp_path: Path) -> None:
    assert not handed_over(str(tmp_path / "nobody"), ORDER)
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(tmp_path / "left"))
    assert not handed_over(str(tmp_path / "left"), ORDER)
    assert not handed_over(str(tmp_path / ("x" * 200)), ORDER)
    assert not handed_over(str(tmp_path / "nobody"), ORDER, platform="win32")


@pytest.mark.parametrize(("said", "taken"), [(TAKEN, True), (REFUSED, False)])
def test_windows_speaks_through_a_file(said: bytes, taken: bool) -> None:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)

    def answer() -> None:
        os.read(ours, 4096)
        os.write(ours, said)

    answers = threading.Thread(target=answer)
    answers.start()
    assert handed_over(os.ttyname(theirs), ORDER, 20, platform="win32") is taken
    answers.join(20)
    if taken:
        assert os.read(ours, 4096) == AGREED
    os.close(ours)
    os.close(theirs)


def test_a_file_that_hangs_is_left_alone() -> None:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    assert not handed_over(os.ttyname(theirs), ORDER, 0.1, platform="win32")
    os.read(ours, 4096)
    os.write(ours, TAKEN)
    for thread in threading.enumerate():
        if thread.name == "handing over":
            thread.join(20)
    os.close(ours)
    os.close(theirs)
