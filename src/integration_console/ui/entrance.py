"""How a workspace comes into the window: opened at the start, tried again, chosen among others, labelled."""

from __future__ import annotations

from dataclasses import replace
from operator import methodcaller
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from integration_console.gateways.places import kind_of
from integration_console.ui.modal import dialog_over

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.errors import ConsoleError
    from integration_console.gateways.places import Place
    from integration_console.ui.console import Console
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.workplace import Workplace, Workplaces
    from integration_console.ui.workspaces.choosing import Choosing
    from integration_console.ui.workspaces.known import KnownWorkspace, KnownWorkspaces
    from integration_console.ui.workspaces.signing_in_again import SigningInAgain

_AGAIN_MS = 5000


class Entrance(QObject):
    """Opens the workspace of a console; what cannot be reached is tried again every few seconds."""

    def __init__(self, console: Console, workplaces: Workplaces, tasks: TaskRunner, known: KnownWorkspaces) -> None:
        """Belong to `console`; nothing is opened yet."""
        super().__init__(console)
        self._console, self._workplaces, self._tasks, self._known = console, workplaces, tasks, known
        self.present: KnownWorkspace | None = None
        self._expected: Place | None = None
        self.is_elsewhere: Callable[[Place], bool] = lambda _place: False
        self.choosing: Choosing | None = None
        self.asking_again: SigningInAgain | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._try_again)

    @property
    def kind(self) -> str:
        """What kind of place the workspace that is open is kept in."""
        return "file" if self.present is None else kind_of(self.present.place)

    def open(self, place: Place) -> None:
        """Open a workspace off the window's thread."""
        self._again.stop()
        known = self._known.at(place)
        self.enter(known)
        workplaces = self._workplaces
        task = self._tasks.start("open", lambda _work: workplaces.open(place), unwanted=methodcaller("close"))
        task.succeeded.connect(lambda workplace: self._console.take(workplace, known))
        task.failed.connect(self._refused)

    def enter(self, known: KnownWorkspace) -> None:
        """Show the labels of the workspace that is, or will be, in the window."""
        self.present = known
        self._console.window.show_labels(known)

    @property
    def place(self) -> Place | None:
        """Where the workspace is that is, or will be, in the window."""
        return self.present.place if self.present is not None else self._expected

    def expect(self, place: Place) -> None:
        """Say where the workspace is that will be opened once the window is there."""
        self._expected = place

    def try_file_again(self) -> None:
        """Open a file once more that could not be opened before; other places are tried again by themselves."""
        place = self.place
        opened = self._console.workplace is not None or self._tasks.is_running("open")
        if place is not None and not opened and kind_of(place) in ("file", "case"):
            self._console.open(place)

    def remember(self, name: str) -> None:
        """Put the open workspace first among those that are known."""
        if self.present is not None:
            self.present = replace(self.present, name=name)
            self._known.remember(self.present)

    def choose(self) -> None:
        """Show the list of workspaces."""
        is_open = self._console.workplace is not None and self.present is not None
        self._chooser().start(self.present.place if is_open and self.present else None)

    def _refused(self, error: ConsoleError) -> None:
        self._console.show_refusal(error)
        present = self.present
        if present is None or kind_of(present.place) in ("file", "case"):
            return
        from integration_console.ui.workspaces.choosing import asks_for_person  # noqa: PLC0415 - as below

        if error.retriable:
            self._again.start()
        elif asks_for_person(error):
            self._chooser().sign_in(present, error)

    def ask_over_dialogs(self) -> None:
        """Ask at once who it is where a dialog stands before the banner's button; what is typed in it stays."""
        if dialog_over(self._console.window) is not None:
            self.sign_in_again()

    def sign_in_again(self) -> None:
        """Ask who it is once more, where the sign-in at a service has ended; the pages stay as they are."""
        from integration_console.ui.workplace import SignsInAgain  # noqa: PLC0415 - as below
        from integration_console.ui.workspaces.signing_in_again import SigningInAgain  # noqa: PLC0415 - as below

        workplace = self._console.workplace
        if self.present is None or not isinstance(workplace, SignsInAgain):
            return
        if self.asking_again is not None and self.asking_again.is_asking:
            return
        asking = self.asking_again = SigningInAgain(self._tasks, self._console.window)
        asking.signed_in.connect(self._go_on)
        asking.ask(workplace, self.present)

    def _go_on(self, known: KnownWorkspace) -> None:
        if self.present is not None:
            self.present = replace(self.present, place=known.place)
            self.remember(self.present.name)

    def _try_again(self) -> None:
        if self._console.workplace is None and self.present is not None and self._console.window.isVisible():
            self.open(self.present.place)

    def _chooser(self) -> Choosing:
        if self.choosing is None:
            from integration_console.ui.workspaces.choosing import Choosing  # noqa: PLC0415 - not for the first paint

            self.choosing = Choosing(self._workplaces, self._tasks, self._console.window, self._known)
            self.choosing.is_elsewhere = self.is_elsewhere
            self.choosing.opened.connect(self._go_over)
            self.choosing.labels_changed.connect(self._relabel)
        return self.choosing

    def _go_over(self, workplace: Workplace, known: KnownWorkspace) -> None:
        """Go over to another workspace; where something would stop here, the person is asked first."""
        self._again.stop()
        if not self._console.is_busy:
            self._console.take(workplace, known)
            return
        from integration_console.ui.workspaces.dialogs import LeavingDialog  # noqa: PLC0415 - as above

        dialog = LeavingDialog(self._console.window)
        dialog.confirmed.connect(dialog.accept)
        dialog.accepted.connect(lambda: self._console.take(workplace, known))
        dialog.rejected.connect(lambda: self._console.finish(workplace.close))
        dialog.fit()
        dialog.open()

    def _relabel(self, known: KnownWorkspace) -> None:
        """Show changed labels of the workspace that is open, and lock it or take the lock off."""
        workplace = self._console.workplace
        if self.present is not None and known.place == self.present.place and workplace is not None:
            self.enter(known)
            workplace.lock(on=known.read_only)
