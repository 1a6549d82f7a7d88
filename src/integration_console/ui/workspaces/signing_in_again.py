"""Signs a person in again at the service that is open, when their sign-in has ended; the window stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from integration_console.ui.modal import dialog_over
from integration_console.ui.workspaces.service_dialog import ServiceDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.workplace import SignsInAgain
    from integration_console.ui.workspaces.known import KnownWorkspace


class SigningInAgain(QObject):
    """`signed_in` carries what is now known of the workspace."""

    signed_in = Signal(object)

    def __init__(self, tasks: TaskRunner, window: QWidget) -> None:
        """Ask nothing yet."""
        super().__init__(window)
        self._tasks, self._window = tasks, window
        self.dialog: ServiceDialog | None = None

    @property
    def is_asking(self) -> bool:
        """Whether the question is on the screen."""
        return self.dialog is not None and self.dialog.isVisible()

    def ask(self, workplace: SignsInAgain, known: KnownWorkspace) -> None:
        """Ask who it is, above whatever is open; the dialog closes once the service has let them in."""
        above = dialog_over(self._window) or self._window
        dialog = self.dialog = ServiceDialog(above, known, again=True, stays=workplace.stays)
        dialog.confirmed.connect(lambda: self._sign_in(dialog, workplace))
        dialog.rejected.connect(self._forget)
        dialog.open()

    def _sign_in(self, dialog: ServiceDialog, workplace: SignsInAgain) -> None:
        if not dialog.check():
            return
        wish, known = dialog.wish, dialog.known
        dialog.show_busy(True)
        task = self._tasks.start("sign in again", lambda _work: workplace.sign_in_again(wish))
        task.succeeded.connect(lambda _nothing: self._done(dialog, known))
        task.failed.connect(dialog.show_error)

    def _done(self, dialog: ServiceDialog, known: KnownWorkspace) -> None:
        dialog.accept()
        dialog.deleteLater()
        self._forget()
        self.signed_in.emit(known)

    def _forget(self) -> None:
        self.dialog = None
