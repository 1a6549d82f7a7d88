"""Who wants to hear of changes in a workspace elsewhere."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from integration_console.domain.changes import Change

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.changes import Subject


class Hearing:
    """Tells every listener what has changed, on the thread that says so."""

    def __init__(self) -> None:
        """Begin with nobody listening."""
        self._listeners: tuple[Callable[[Change], None], ...] = ()
        self._lock = threading.Lock()

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` from now on; the result ends that."""
        with self._lock:
            self._listeners = (*self._listeners, listener)
        return lambda: self._forget(listener)

    def tell(self, change: Change) -> None:
        """Tell everyone of one change."""
        for listener in self._listeners:
            listener(change)

    def announce(self, *subjects: Subject) -> None:
        """Tell everyone that these are to be looked at again."""
        for subject in subjects:
            self.tell(Change(subject))

    def _forget(self, listener: Callable[[Change], None]) -> None:
        with self._lock:
            self._listeners = tuple(each for each in self._listeners if each is not listener)
