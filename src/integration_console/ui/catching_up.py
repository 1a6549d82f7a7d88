"""Does at once what a page that is seen needs, and for one that is not seen once it is shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget


class CatchingUp(QObject):
    """`shown` is the signal that the page emits whenever it comes into sight."""

    def __init__(self, page: QWidget, shown: SignalInstance, work: Callable[[], object]) -> None:
        """Do nothing yet."""
        super().__init__(page)
        self._page, self._work = page, work
        self._is_behind = False
        shown.connect(self._catch_up)

    def ask(self) -> None:
        """Do it now, or when the page is shown next."""
        if self._page.isVisible():
            self._work()
        else:
            self._is_behind = True

    def _catch_up(self) -> None:
        if self._is_behind:
            self._is_behind = False
            self._work()
