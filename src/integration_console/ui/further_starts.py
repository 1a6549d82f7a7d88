"""What a further start of the program means for the windows that are open."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from integration_console.domain.errors import ConsoleError
from integration_console.domain.opening_orders import TOKENS
from integration_console.gateways.places import is_case, place_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from filelock import BaseFileLock

    from integration_console.domain.opening_orders import OpeningOrder
    from integration_console.ui.consoles import Consoles
    from integration_console.ui.listening import Listening

_FIRST_MS = 200
"""So long after a workspace is open its first rows are seen: the start is no slower for what comes then."""
_AGAIN_MS = 30_000
"""Where another program listens, it may have ended by then."""


class FurtherStarts(QObject):
    """Opens what is asked for in a further window, or brings the window to the front that shows it."""

    def __init__(self, consoles: Consoles, usual: Path) -> None:
        """`usual` is the workspace that opens when none is named."""
        super().__init__(consoles)
        self._consoles, self._usual = consoles, usual
        self._claim: BaseFileLock | None = None
        self._listening: Listening | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        consoles.ended.connect(self.stop)

    @property
    def is_listening(self) -> bool:
        """Whether further starts come here."""
        return self._listening is not None

    def listen_when_open(self, address: str, claim: Callable[[], BaseFileLock | None]) -> None:
        """Listen once the first window has opened something; `claim` says whether nobody else does."""
        self._timer.timeout.connect(lambda: self._listen(address, claim))
        first = self._consoles.present
        first.ready.connect(self._soon)
        first.opening_failed.connect(self._soon)

    def stop(self) -> None:
        """Listen no more."""
        self._timer.stop()
        if self._listening is not None:
            self._listening.stop()
            self._listening = None
        if self._claim is not None:
            self._claim.release()
            self._claim = None

    def _soon(self) -> None:
        if not self.is_listening:
            self._timer.start(_FIRST_MS)

    def _listen(self, address: str, claim: Callable[[], BaseFileLock | None]) -> None:
        from integration_console.ui.listening import Listening  # noqa: PLC0415 - the first rows do not wait for it

        self._claim = claim()
        if self._claim is None:
            self._timer.start(_AGAIN_MS)
            return
        self._listening = Listening(self.accepts)
        self._listening.ordered.connect(self.follow)
        self._listening.begin(address)

    def accepts(self, order: OpeningOrder) -> bool:
        """Return whether the place is understood; whoever wrote it is told on its own command line else."""
        try:
            return not order.place or bool(place_of(order.place))
        except ConsoleError:
            return False

    def follow(self, order: OpeningOrder) -> None:
        """Do what was asked for. Without a place the window of a workspace that was used last comes to the front."""
        _take_over(order)
        if order.place:
            self._consoles.open(place_of(order.place))
            return
        ours = [each for each in self._consoles.all if not is_case(each.entrance.place)]
        if ours:
            self._consoles.bring(ours[-1])
        else:
            self._consoles.open(self._usual)


def _take_over(order: OpeningOrder) -> None:
    """Leave the desktop's tokens where Qt looks for them when a window asks to come to the front."""
    for name in TOKENS:
        os.environ.pop(name, None)
    os.environ.update(order.tokens)
