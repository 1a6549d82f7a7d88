"""The guards that every test is held to really catch what they are there for."""

from __future__ import annotations

import logging
import socket
import threading

import pytest

from tests.guards import OutsideConnection, collected_log, is_local, threads_left


@pytest.mark.outside_network
def test_a_connection_beyond_this_machine_is_refused() -> None:
    with socket.socket() as connection, pytest.raises(OutsideConnection):
        connection.connect(("192.0.2.1", 80))


@pytest.mark.outside_network
def test_a_look_up_of_a_foreign_name_is_refused() -> None:
    with pytest.raises(OutsideConnection):
        socket.getaddrinfo("example.org", 443)


def test_an_invalid_name_is_not_found_without_asking_anyone() -> None:
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("nowhere.invalid", 443)


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("fe80::1%lo", False),
    ],
)
def test_loopback_is_told_from_the_rest(host: str, local: bool) -> None:
    assert is_local(host) is local


@pytest.mark.expected_log("the disk hums")  # the guard of this very test hears it too
def test_a_warning_that_nobody_announced_is_a_surprise() -> None:
    with collected_log() as log:
        logging.getLogger("guards").warning("the disk hums")
    assert log.surprises() == ["unexpected WARNING from guards: the disk hums"]


def test_an_announced_warning_must_come() -> None:
    with collected_log() as log:
        log("the disk hums")
    assert log.surprises() == ["announced but never logged: 'the disk hums'"]


@pytest.mark.expected_log("the disk hums")
def test_the_marker_announces_a_warning() -> None:
    logging.getLogger("guards").warning("as before, the disk hums")


def test_a_thread_left_behind_is_named() -> None:
    before = set(threading.enumerate())
    end = threading.Event()
    thread = threading.Thread(target=end.wait, name="forgotten")
    thread.start()
    try:
        assert threads_left(before, patience=0) == ["forgotten"]
    finally:
        end.set()
        thread.join()
    assert threads_left(before) == []
