"""What changes in a remote workspace, heard on a thread of its own; a lost stream is taken up again where it ended."""

from __future__ import annotations

import json
import logging
import random
import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from integration_console.connectors.http_errors import FOREIGN
from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import ConsoleError
from integration_console.domain.wire import NotThatShape, from_wire
from integration_console.operations.context import Announcements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import httpx

    from integration_console.gateways.service_api.client import ServiceClient

_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 10.0
_PATIENCE = 3.0
_UNAUTHORISED = 401
_log = logging.getLogger(__name__)


class ChangeStream:
    """Tells listeners what changed while there are any."""

    def __init__(self, client: ServiceClient) -> None:
        """Follow the service of `client`."""
        self._client = client
        self._announcements = Announcements()
        self._count = 0
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None
        self._socket: socket.socket | None = None
        self._last = ""
        self._is_lost = False

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` from now on; the result ends that."""
        forget = self._announcements.listen(listener)
        with self._lock:
            self._count += 1
            self._start()

        def end() -> None:
            forget()
            with self._lock:
                self._count -= 1
                last = self._count == 0
            if last:
                self._stop()

        return end

    def follow_again(self) -> None:
        """Follow again where the end of a sign-in ended it, and say that anything may have changed."""
        with self._lock:
            if self._count:
                self._start()
        self.tell_everything()

    def tell_everything(self) -> None:
        """Say that anything may have changed."""
        self._announcements.look_again(*Subject)

    def tell_workspace(self) -> None:
        """Say that the workspace itself has to be looked at."""
        self._announcements.look_again(Subject.WORKSPACE)

    def close(self) -> None:
        """Follow no more, and wait for the end; not for a service that does not even answer."""
        self._stop()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(_PATIENCE)

    def _start(self) -> None:
        if self._thread is None or not self._thread.is_alive() or self._ended.is_set():
            self._ended = threading.Event()
            self._thread = threading.Thread(target=self._follow, args=(self._ended,), name="changes", daemon=True)
            self._thread.start()

    def _stop(self) -> None:
        """Let the thread end by itself: this may be called where nothing may wait."""
        self._ended.set()
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def _follow(self, ended: threading.Event) -> None:
        pause = _FIRST_PAUSE
        while not ended.is_set():
            try:
                self._follow_once(ended)
                pause = _FIRST_PAUSE
            except ConsoleError as error:
                if error.http_status == _UNAUTHORISED:  # nobody is signed in any more; the next question says so
                    self.tell_everything()
                    return
                self._note_lost(lost=True)
                pause = min(2 * pause, _LONGEST_PAUSE)
            ended.wait(pause * random.uniform(0.5, 1))  # noqa: S311 - so that not all come back at once

    def _follow_once(self, ended: threading.Event) -> None:
        headers = {"accept": "text/event-stream", **({"last-event-id": self._last} if self._last else {})}
        is_new = not self._last
        with self._client.opened("GET", "/api/v1/stream", headers=headers) as answer:
            self._socket = answer.extensions["network_stream"].get_extra_info("socket")
            if ended.is_set():  # meanwhile: nobody has ended this socket
                return
            with suppress(*FOREIGN):
                for name, content in _events(answer):
                    self._last = content.get("id", self._last)
                    self._hear(name, content, is_new=is_new)
        self._socket = None

    def _hear(self, name: str, content: dict[str, str], *, is_new: bool) -> None:
        self._note_lost(lost=False)
        if name == "gap" or (name == "ready" and is_new):  # what changed before, nobody has told
            self._learn()
            self.tell_everything()
        elif name == "change":
            with suppress(ValueError, NotThatShape):  # a subject of a newer service
                self._tell(from_wire(Change, json.loads(content.get("data", ""))))

    def _tell(self, change: Change) -> None:
        if change.subject is Subject.MEMBERS:
            self._learn()
        self._announcements.announce(change)

    def _learn(self) -> None:
        with suppress(ConsoleError):
            self._client.learn_rights()

    def _note_lost(self, *, lost: bool) -> None:
        """Whoever shows the workspace is told once that the service is away; that it is back, everybody."""
        if lost is self._is_lost:
            return
        self._is_lost = lost
        if lost:
            self.tell_workspace()
        else:
            self.tell_everything()


def _events(answer: httpx.Response) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the events of a stream, each with its other fields (WHATWG HTML, 9.2.6)."""
    fields: dict[str, str] = {}
    for line in answer.iter_lines():
        name, _, value = line.partition(":")
        if name:
            fields[name] = value.removeprefix(" ")
        elif not line and "event" in fields:
            yield fields.pop("event"), fields
            fields = {}
