"""Goes over from one workspace to another: a new window takes the place of the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.ui.console import Console
    from integration_console.ui.workplace import Workplace
    from integration_console.ui.workspaces.known import KnownWorkspace


class Consoles(QObject):
    """Holds the console that is seen; `shown` is emitted with each one."""

    shown = Signal(object)

    def __init__(self, make: Callable[[], Console], first: Console) -> None:
        """Begin with `first`; `make` returns a console with nothing opened yet."""
        super().__init__()
        self._make = make
        self.present = first
        first.switch_agreed.connect(self._go_over)

    def close(self) -> None:
        """Close the console that is seen."""
        self.present.close()

    def _go_over(self, workplace: Workplace, known: KnownWorkspace) -> None:
        """Show what was opened; the workspace before is closed off the window's thread."""
        before, console = self.present, self._make()
        self.present = console
        console.switch_agreed.connect(self._go_over)
        console.window.resize(before.window.size())
        console.window.move(before.window.pos())
        self.shown.emit(console)
        console.take(workplace, known)
        console.window.show()
        left = before.leave()
        if left is not None:
            console.finish(left.close)
        before.window.deleteLater()
        before.deleteLater()
