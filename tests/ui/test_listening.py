"""The running program hears further starts: whatever comes, it answers or hangs up, and does only what was agreed."""

from __future__ import annotations

import os
import socket
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from integration_console.domain.opening_orders import AGREED, LONGEST, REFUSED, TAKEN, OpeningOrder
from integration_console.handing_over import handed_over
from integration_console.meeting import claimed
from integration_console.settings import Settings
from integration_console.ui.consoles import Consoles
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.further_starts import FurtherStarts
from integration_console.ui.listening import _MOST, Listening
from tests.case_builders import made_up, written_case

ORDER = OpeningOrder("/home/a.icase")


@pytest.fixture
def address() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as short:
        yield f"{short}/s"


@pytest.fixture
def ordered() -> list[OpeningOrder]:
    return []


@pytest.fixture
def listening(qtbot: QtBot, address: str, ordered: list[OpeningOrder]) -> Iterator[Listening]:
    """Accepts every place but one."""
    found = Listening(lambda order: order.place != "refused")
    found.ordered.connect(ordered.append)
    assert found.begin(address)
    yield found
    found.stop()


class Client:
    """Another start, byte by byte."""

    def __init__(self, address: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(address)
        self._socket.setblocking(False)
        self.heard, self.is_over = b"", False

    def say(self, text: bytes) -> None:
        sent = 0

        def is_sent() -> bool:
            nonlocal sent
            try:
                sent += self._socket.send(text[sent:])
            except BlockingIOError:
                return False
            except OSError:  # it has hung up already
                return True
            return sent == len(text)

        wait_for("all to be sent", is_sent)

    def hears(self, text: bytes) -> None:
        wait_for("the answer", lambda: self._listen() and self.heard == text)

    def hears_the_end(self) -> bytes:
        wait_for("the end", lambda: self._listen() and self.is_over)
        self._socket.close()
        return self.heard

    def _listen(self) -> bool:
        try:
            piece = self._socket.recv(4096)
        except BlockingIOError:
            return True
        except OSError:
            piece = b""
        self.heard += piece
        self.is_over = not piece
        return True


def test_an_order_counts_once_both_have_agreed(listening: Listening, address: str, ordered: list[OpeningOrder]) -> None:
    client = Client(address)
    client.say(ORDER.line[:9])
    client.say(ORDER.line[9:])
    client.hears(TAKEN)
    assert ordered == []
    client.say(AGREED)
    client.hears_the_end()
    assert ordered == [ORDER]


@pytest.mark.parametrize(
    "said",
    [b"\n", b"GET / HTTP/1.1\r\n\r\n", b"{}\n", b"\xff\n", OpeningOrder("refused").line, ORDER.line + AGREED,
     ORDER.line * 2, b"x" * (LONGEST + 1), b"[" * LONGEST, OpeningOrder("x" * LONGEST).line],
    ids=range(10),
)  # fmt: skip
def test_anything_else_is_refused_and_changes_nothing(
    listening: Listening, address: str, ordered: list[OpeningOrder], said: bytes
) -> None:
    client = Client(address)
    client.say(said)
    assert client.hears_the_end() in (REFUSED, b"")  # what was not read any more may take the answer with it
    assert ordered == []


def test_a_start_that_has_given_up_opens_nothing(
    listening: Listening, address: str, ordered: list[OpeningOrder]
) -> None:
    for said in (b"", b"{", ORDER.line):
        client = Client(address)
        client.say(said)
        client._socket.close()
    client = Client(address)
    client.say(ORDER.line)
    client.hears(TAKEN)
    client.say(b"or not\n")
    assert client.hears_the_end() == TAKEN + REFUSED
    assert ordered == []
    wait_for("the end of all", lambda: not listening._conversations)


def test_who_says_nothing_is_not_listened_to_for_ever(listening: Listening, address: str) -> None:
    silent = [Client(address) for _ in range(_MOST)]
    wait_for("all of them", lambda: len(listening._conversations) == _MOST)
    assert Client(address).hears_the_end() == b""
    assert [each.hears_the_end() for each in silent] == [b""] * _MOST
    client = Client(address)
    client.say(ORDER.line)
    client.hears(TAKEN)
    listening.stop()
    client.hears_the_end()
    assert not Path(address).exists()


# ------------------------------------------------------------------------------------------------ from there to windows
@pytest.fixture
def starts(consoles: Consoles, settings: Settings, address: str) -> Iterator[FurtherStarts]:
    """A program whose first window is open over a workspace file."""
    found = FurtherStarts(consoles, settings.default_workspace)
    found.listen_when_open(address, lambda: claimed(address))
    consoles.present.open_when_painted(settings.default_workspace)
    wait_for("the file", lambda: consoles.present.workplace)
    wait_for("somebody who listens", lambda: found.is_listening)
    yield found
    found.stop()
    os.environ.pop("XDG_ACTIVATION_TOKEN", None)


def started(address: str, order: OpeningOrder) -> bool:
    """Whether another start, on a thread of its own, has left its order to this program."""
    outcome: list[bool] = []
    asking = threading.Thread(target=lambda: outcome.append(handed_over(address, order, 20)))
    asking.start()
    wait_for("the answer", lambda: outcome)
    asking.join()
    return outcome[0]


def test_a_further_start_opens_its_file_here(
    starts: FurtherStarts, consoles: Consoles, address: str, tmp_path: Path
) -> None:
    written_case(tmp_path / "a.icase", made_up(30))
    first = consoles.present
    assert started(address, OpeningOrder(str(tmp_path / "a.icase"), (("XDG_ACTIVATION_TOKEN", "a-token"),)))
    second = wait_for("the further window", lambda: consoles.present if consoles.present is not first else None)
    wait_for("the case", lambda: second.workplace)
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "a-token"
    assert started(address, OpeningOrder())  # not the case file, which is looked at beside the work
    wait_for("the workspace", lambda: consoles.present is first)
    assert "XDG_ACTIVATION_TOKEN" not in os.environ
    first.window.close()
    assert started(address, OpeningOrder())
    third = wait_for("the workspace again", lambda: consoles.present if consoles.present is not second else None)
    wait_for("its file", lambda: third.workplace)


def test_what_is_not_understood_is_left_to_the_other_start(
    starts: FurtherStarts, consoles: Consoles, address: str
) -> None:
    assert not started(address, OpeningOrder("ftp://example.com"))
    assert len(consoles.all) == 1


def test_another_program_that_listens_is_left_alone(consoles: Consoles, settings: Settings, address: str) -> None:
    claim = claimed(address)
    assert claim is not None
    starts = FurtherStarts(consoles, settings.default_workspace)
    starts.listen_when_open(address, lambda: claimed(address))
    starts._timer.setInterval(1)
    starts._soon()
    wait_for("the second look", lambda: starts._timer.interval() > 1000)
    assert not starts.is_listening
    claim.release()
    starts._timer.start(1)
    wait_for("its turn", lambda: starts.is_listening)
    consoles.ended.emit()
    assert not Path(address).exists()
