"""The windows of the program: one or several, each over its own workspace, and each may go over to another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Signal

from integration_console.gateways.places import same_place
from integration_console.ui.leaving import Leaving

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.gateways.places import Place
    from integration_console.ui.console import Console
    from integration_console.ui.workplace import Workplace
    from integration_console.ui.workspaces.known import KnownWorkspace

_STEP = QPoint(32, 32)
"""So far from the window before does a further one stand."""


class Consoles(QObject):
    """Holds every console, the one that was used last behind the others.

    `shown` is emitted with each further console before it is seen, `ended` when the last one may close.
    """

    shown = Signal(object)
    ended = Signal()

    def __init__(self, make: Callable[[], Console], first: Console) -> None:
        """Begin with `first`; `make` returns a console with nothing opened yet."""
        super().__init__()
        self._make = make
        self._open: list[Console] = []
        self._leaving: list[Leaving] = []
        self._take_in(first)

    @property
    def present(self) -> Console:
        """The console that is seen: of several the one that was used last."""
        return self._open[-1]

    @property
    def all(self) -> tuple[Console, ...]:
        """Every console that is open, also one without a window that keeps receiving."""
        return tuple(self._open)

    def showing(self, place: Place) -> Console | None:
        """Return the console over this place, if there is one."""
        return next((each for each in self._open if same_place(each.entrance.place, place)), None)

    def open(self, place: Place) -> None:
        """Bring the window over this place to the front; where there is none, open a further one."""
        found = self.showing(place)
        if found is not None:
            self.bring(found)
            return
        console = self._make()
        if not console.window.isMaximized():
            console.window.move(self.present.window.pos() + _STEP)
        self._take_in(console)
        self.shown.emit(console)
        left = next((each for each in self._leaving if same_place(each.place, place)), None)
        if left is None:
            console.open_when_painted(place)
        else:  # one file has one holder, and it is still being closed
            console.entrance.expect(place)
            console.window.show()
            left.ended.connect(partial(self._open_now, console, place))
        console.window.activateWindow()

    def bring(self, console: Console) -> None:
        """Bring a window to the front; a file that could not be opened in it is tried again."""
        self._use(console)
        console.closing.come_back()
        console.entrance.try_file_again()

    def end(self) -> None:
        """Close every window without asking, as the operating system wants it."""
        for console in self.all:
            console.closing.quit()

    def close(self) -> None:
        """Close what is still open, and wait for what is being closed."""
        for console in self._open:
            console.close()
        for leaving in self._leaving:
            leaving.finish()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate:
            for console in self._open:
                if console.window is watched:
                    self._use(console)
                    break
        return False

    def _use(self, console: Console) -> None:
        self._open.remove(console)
        self._open.append(console)

    def _take_in(self, console: Console) -> None:
        self._open.append(console)
        console.switch_agreed.connect(partial(self._go_over, console))
        console.closing.quit_agreed.connect(partial(self._leave_or_end, console))
        console.closing.is_last = lambda: len(self._open) == 1
        console.entrance.is_elsewhere = partial(self._is_beside, console)
        console.window.installEventFilter(self)

    def _is_beside(self, console: Console, place: Place) -> bool:
        """Bring the window over this place to the front where it is another one."""
        found = self.showing(place)
        if found is None or found is console:
            return False
        self.bring(found)
        return True

    def _open_now(self, console: Console, place: Place) -> None:
        if console in self._open:
            console.open(place)

    def _go_over(self, before: Console, workplace: Workplace, known: KnownWorkspace) -> None:
        """Show what was opened; the workspace before is closed off the window's thread."""
        console = self._make()
        self._open.remove(before)
        self._take_in(console)
        console.window.resize(before.window.size())
        console.window.move(before.window.pos())
        self.shown.emit(console)
        console.take(workplace, known)
        console.window.show()
        self._leave(before)

    def _leave_or_end(self, console: Console) -> None:
        """Close one of several; the program ends with the last one."""
        if console not in self._open:
            return
        if len(self._open) == 1:
            self.ended.emit()
            return
        self._open.remove(console)
        self._leave(console)

    def _leave(self, console: Console) -> None:
        leaving = Leaving(console)
        self._leaving.append(leaving)
        leaving.ended.connect(partial(self._forget, leaving))

    def _forget(self, leaving: Leaving) -> None:
        self._leaving.remove(leaving)
