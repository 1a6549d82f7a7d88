"""Runs the service on a thread of its own, inside the console or the headless program."""

from __future__ import annotations

import logging
import os
import socket
import ssl
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import AddressInUse, ConsoleError, FieldProblem, InvalidInput
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.domain.workspace import ReceiverState
from integration_console.operations.armoury import Armoury
from integration_console.operations.journal import Happening, note
from integration_console.service.application import Exposure, ServiceApplication
from integration_console.service.intake import Intake
from integration_console.service.receiver import Receiver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from uvicorn import Server

    from integration_console.operations.organisations import Organisations

_NOT_TLS = QT_TRANSLATE_NOOP("Forms", "The certificate or its key cannot be read, or they do not belong together.")
_log = logging.getLogger(__name__)
_GRACE_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Tls:
    """The files of a certificate, with those that lead to its root behind it, and of its key (PEM)."""

    certificate: Path
    key: Path

    def require_usable(self) -> None:
        """Raise `InvalidInput` where the two cannot be read, or do not belong together."""
        try:
            ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(self.certificate, self.key)
        except (OSError, ValueError) as error:  # SSLError is an OSError
            raise InvalidInput(FieldProblem("tls", _NOT_TLS)) from error


@dataclass(frozen=True, slots=True)
class Listening:
    """Where to listen (`port` 0: any free one), and how much to take."""

    host: str
    port: int
    body_cap: int
    queue_capacity: int
    exposure: Exposure = field(default_factory=Exposure)
    tls: Tls | None = None


class ReceiverServer:
    """Receives webhooks from `start` to `stop`; `state` says how it does."""

    def __init__(self, organisations: Organisations, listening: Listening, token: str) -> None:
        """Serve `organisations`; routes other than the receiver demand `token`, which one workspace's holder has."""
        self._organisations = organisations
        self._listening = listening
        self._token = token
        self._server: Server | None = None
        self._thread: threading.Thread | None = None
        self._base_url = ""
        self._trouble: ConsoleError | None = None
        self._end_listening: Callable[[], None] = lambda: None
        self._end_streams: Callable[[], None] = lambda: None

    @property
    def state(self) -> ReceiverState:
        """How the receiver does now."""
        trouble = self._trouble or self._organisations.trouble
        running = self._thread is not None
        base_url = self._organisations.public_url or self._base_url
        return ReceiverState(running, base_url, public=bool(self._organisations.public_url), trouble=trouble)

    @property
    def port(self) -> int:
        """The port that is listened on (0: none)."""
        return int(self._base_url.rpartition(":")[2]) if self._base_url else 0

    @property
    def local_url(self) -> str:
        """Where this machine itself reaches the receiver ("": nowhere)."""
        return self._base_url

    @property
    def host(self) -> str:
        """The address at which this machine itself reaches the receiver."""
        host = self._listening.host
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound

    def start(self) -> None:
        """Listen. Raises `AddressInUse`, and remembers it as the receiver's trouble."""
        try:
            listener = _listener(self._listening.host, self._listening.port)
        except AddressInUse as error:
            self._trouble = error
            self._announce()
            raise
        self._trouble = None
        shown = f"[{self.host}]" if ":" in self.host else self.host
        self._base_url = f"{'https' if self._listening.tls else 'http'}://{shown}:{listener.getsockname()[1]}"
        self._server = self._make_server()
        self._thread = threading.Thread(target=self._run, args=(listener,), name="receiver", daemon=True)
        self._thread.start()
        self._note(Happening("receiver.started", {"url": self.state.base_url}))
        self._announce()

    def stop(self) -> None:
        """Take no more requests, finish those under way and end the thread."""
        if self._server is None or self._thread is None:
            return
        self._end_streams()
        self._server.should_exit = True
        self._thread.join()
        self._end_listening()
        self._server, self._thread, self._base_url = None, None, ""
        self._note(Happening("receiver.stopped"))
        self._announce()

    def wait(self) -> None:
        """Wait until the receiver has stopped by itself."""
        if self._thread is not None:
            self._thread.join()

    def _make_server(self) -> Server:
        from uvicorn import Config, Server  # noqa: PLC0415 - 90 ms that the window's first paint need not wait for

        from integration_console.service.connection import Connection  # noqa: PLC0415 - see above

        served = self._organisations
        armoury = Armoury(served)
        self._end_listening = served.announcements.listen(lambda change: _refresh(armoury, change))
        intake = Intake(served.writer, served.announcements, self._listening.queue_capacity)
        receiver = Receiver(served, armoury, intake, self._listening.body_cap)
        application = ServiceApplication(served, receiver, self._token, lambda: self.state, self._listening.exposure)
        self._end_streams = application.end_streams
        tls = self._listening.tls
        config = Config(
            application,
            ssl_certfile=tls.certificate if tls else None,
            ssl_keyfile=tls.key if tls else None,
            loop="asyncio" if os.name == "nt" else "uvloop",
            http=Connection,
            ws="none",
            proxy_headers=False,
            lifespan="off",
            access_log=False,
            log_config=None,
            server_header=False,
            timeout_keep_alive=30,
            timeout_graceful_shutdown=_GRACE_SECONDS,
            backlog=2048,
        )
        return Server(config)

    def _run(self, listener: socket.socket) -> None:
        assert self._server is not None  # noqa: S101 - made before the thread
        try:
            self._server.run(sockets=[listener])
        except Exception:  # noqa: BLE001 - a worker's turn: the window must hear that nobody receives any more
            _log.exception("the receiver has ended unexpectedly")
            self._trouble = AddressInUse(host=self._listening.host, port=self._listening.port, reason="it ended")
            self._announce()
        finally:
            listener.close()

    def _announce(self) -> None:
        self._organisations.announcements.announce(Change(Subject.WORKSPACE))

    def _note(self, happening: Happening) -> None:
        for context in self._organisations.contexts():
            note(context, happening)


def _refresh(armoury: Armoury, change: Change) -> None:
    if change.subject in (Subject.WEBHOOKS, Subject.WORKSPACE):
        armoury.forget()


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(2048)
    except OSError as error:
        listener.close()
        raise AddressInUse(host=host, port=port, reason=error.strerror or "it is not free") from error
    return listener
