"""Asks for the passphrase when a secret is first needed, and goes on with what needed it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from integration_console.ui.widgets import Dialog, Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.gateways.protocols import WorkspaceGateway
    from integration_console.ui.protecting import Protecting
    from integration_console.ui.tasks import TaskRunner


class Unlocking(Protocol):
    """Gets the secrets of the workspace opened by the person."""

    def ask(self, then: Callable[[], None]) -> None:
        """Ask for the passphrase and call `then` once the secrets are open."""


class UnlockDialog(Dialog):
    """One field: the passphrase or the recovery code."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent, width=440)
        self._field = Label("field")
        self.typed = QLineEdit()
        self.typed.setEchoMode(QLineEdit.EchoMode.Password)
        self.body.addWidget(self._field)
        self.body.addWidget(self.typed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say all words in the present language."""
        self.show_title(
            self.tr("Unlock the secrets"),
            self.tr(
                "Tokens and signing secrets are sealed in this workspace. "
                "This step needs them; looking around never does."
            ),
        )
        self._field.setText(self.tr("Passphrase or recovery code"))
        self.typed.setAccessibleName(self.tr("Passphrase or recovery code"))
        self.primary.setText(self.tr("Unlock"))
        self.secondary.setText(self.tr("Cancel"))


class UnlockingByDialog(QObject):
    """Shows the dialog over a window and unlocks off the window's thread."""

    def __init__(self, gateway: WorkspaceGateway, tasks: TaskRunner, window: QWidget, protecting: Protecting) -> None:
        """Ask over `window`; a workspace without any key is led through `protecting` first."""
        super().__init__(window)
        self._gateway, self._tasks, self._window, self._protecting = gateway, tasks, window, protecting

    def ask(self, then: Callable[[], None]) -> None:
        """Ask for the passphrase, or for a new one, and call `then` once the secrets are open."""
        task = self._tasks.start("state of the secrets", lambda _work: self._gateway.workspace().protected)
        task.succeeded.connect(lambda protected: self._ask(then) if protected else self._protecting.start(then))

    def _ask(self, then: Callable[[], None]) -> None:
        dialog = UnlockDialog(self._window)
        dialog.confirmed.connect(lambda: self._unlock(dialog, then))
        dialog.open()
        dialog.typed.setFocus()

    def _unlock(self, dialog: UnlockDialog, then: Callable[[], None]) -> None:
        typed = dialog.typed.text()
        dialog.show_busy(True)
        task = self._tasks.start("unlock", lambda _work: self._gateway.unlock(typed))
        task.finished.connect(lambda: dialog.show_busy(False))
        task.failed.connect(dialog.show_error)
        task.succeeded.connect(lambda _none: self._opened(dialog, then))

    @staticmethod
    def _opened(dialog: UnlockDialog, then: Callable[[], None]) -> None:
        dialog.accept()
        then()
