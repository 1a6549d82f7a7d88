"""Hears what further starts of this program want, over a socket that only this person can reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from integration_console.domain.opening_orders import AGREED, LONGEST, REFUSED, TAKEN, OpeningOrder, understood_order

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 8
"""Conversations at a time; a desktop starts several files at once, nobody starts a hundred."""
_LONGEST_MS = 2000


class Listening(QObject):
    """`ordered` carries an `OpeningOrder` that this program has taken and the other start has left to it."""

    ordered = Signal(object)

    def __init__(self, accepts: Callable[[OpeningOrder], bool]) -> None:
        """Listen to nobody yet; `accepts` says whether an order can be followed."""
        super().__init__()
        self._accepts = accepts
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        self._conversations: set[_Conversation] = set()

    def begin(self, address: str) -> bool:
        """Listen at an address; return whether that can be."""
        return self._server.listen(address)

    def stop(self) -> None:
        """Listen no more."""
        self._server.close()
        for each in tuple(self._conversations):
            each.end()

    def _welcome(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            if len(self._conversations) >= _MOST:
                connection.abort()
                connection.deleteLater()
                continue
            conversation = _Conversation(connection, self._accepts)
            self._conversations.add(conversation)
            conversation.agreed.connect(self.ordered)
            conversation.ended.connect(self._forget)

    def _forget(self, conversation: _Conversation) -> None:
        self._conversations.discard(conversation)
        conversation.deleteLater()


class _Conversation(QObject):
    """One start that wants something: its order, the answer, and its word that it leaves the rest to us."""

    agreed = Signal(object)
    ended = Signal(object)

    def __init__(self, connection: QLocalSocket, accepts: Callable[[OpeningOrder], bool]) -> None:
        super().__init__()
        self._connection, self._accepts = connection, accepts
        self._text = b""
        self._order: OpeningOrder | None = None
        self._is_ended = False
        connection.setParent(self)
        connection.setReadBufferSize(LONGEST + 1)
        connection.readyRead.connect(self._read)
        connection.disconnected.connect(self.end)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self.end)
        self._limit.start(_LONGEST_MS)
        self._read()

    def end(self) -> None:
        """Speak no more."""
        if not self._is_ended:
            self._is_ended = True
            self._limit.stop()
            self._connection.disconnectFromServer()
            self.ended.emit(self)

    def _read(self) -> None:
        while not self._is_ended and self._connection.bytesAvailable() > 0:
            self._text += self._connection.readAll().data()
            line, end, rest = self._text.partition(b"\n")
            if end:
                self._text = rest
                self._hear(line + end)
            elif len(self._text) > LONGEST:
                self._refuse()

    def _hear(self, line: bytes) -> None:
        order = self._order
        if order is None:
            self._answer(line)
        elif line == AGREED:
            self.end()
            self.agreed.emit(order)
        else:
            self._refuse()

    def _answer(self, line: bytes) -> None:
        order = understood_order(line)
        if order is None or self._text or not self._accepts(order):
            self._refuse()
            return
        self._order = order
        self._connection.write(TAKEN)
        self._connection.flush()

    def _refuse(self) -> None:
        self._connection.write(REFUSED)
        self._connection.flush()
        self.end()
