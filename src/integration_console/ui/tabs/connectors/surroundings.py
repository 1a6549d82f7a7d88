"""What every flow of the page needs: the door to the workspace, tasks, toasts, and a way to unlock secrets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from integration_console.domain.errors import ConsoleError, VaultLocked
from integration_console.domain.work import Work
from integration_console.gateways.member_protocols import RightsGateway
from integration_console.gateways.protocols import ConnectorsGateway, SchedulesGateway, SyncsGateway
from integration_console.ui.tasks import Task, TaskRunner
from integration_console.ui.unlocking import Unlocking
from integration_console.ui.widgets import Dialog, ToastOverlay


class ConnectorsTabGateway(ConnectorsGateway, SyncsGateway, SchedulesGateway, RightsGateway, Protocol):
    """Connectors, what they bring, and when; what may be done with them."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Given to each flow of the page; `window` is what dialogs open over."""

    gateway: ConnectorsTabGateway
    tasks: TaskRunner
    toasts: ToastOverlay
    unlocking: Unlocking
    window: QWidget

    def run_for(self, dialog: Dialog, key: str, work: Callable[[Work], object]) -> Task:
        """Starts a task whose outcome a dialog waits for; the dialog lives until both have ended."""
        dialog.show_busy(True)
        task = self.tasks.start(key, work)
        task.finished.connect(lambda: _settle(dialog))
        return task

    def open(self, dialog: Dialog, key: str) -> None:
        """Opens a dialog that belongs to the tasks of this key."""
        self.keep(dialog, key)
        dialog.fit()
        dialog.open()

    def keep(self, dialog: Dialog, key: str) -> None:
        """Deletes a dialog once it is closed; closed while its task runs, it goes when the task has ended."""
        dialog.finished.connect(lambda _code: None if self.tasks.is_running(key) else dialog.deleteLater())

    def report(self, error: ConsoleError, dialog: Dialog | None, again: Callable[[], None]) -> None:
        """Says an error where the person looks; locked secrets are asked for, and then it goes on."""
        if isinstance(error, VaultLocked):
            self.unlocking.ask(again)
        elif dialog is not None and dialog.isVisible():
            dialog.show_error(error)
        else:
            self.toasts.show_error(error)


def _settle(dialog: Dialog) -> None:
    dialog.show_busy(False)
    if not dialog.isVisible():
        dialog.deleteLater()
