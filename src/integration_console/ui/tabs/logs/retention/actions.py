"""What the dialogs of retention do when a person asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from integration_console.domain.errors import ConsoleError
from integration_console.domain.retention import HoldDraft, RetentionPolicy, RetentionRun, RetentionState
from integration_console.gateways.member_protocols import RightsGateway
from integration_console.gateways.retention_protocols import RetentionGateway
from integration_console.ui.tabs.logs.retention.dialog import RetentionDialog
from integration_console.ui.tabs.logs.retention.holds import HoldDialog
from integration_console.ui.tabs.logs.retention.outlook import Outlook
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.widgets import ToastOverlay

_RUN, _FORECAST = "retention.run", "retention.forecast"


class RetentionTabGateway(RetentionGateway, RightsGateway, Protocol):
    """Retention, and who may change it."""


class RetentionActions(QObject):
    """Opens the dialog with what is in force, and does what is asked in it."""

    def __init__(self, gateway: RetentionTabGateway, tasks: TaskRunner, toasts: ToastOverlay, page: QWidget) -> None:
        super().__init__(page)
        self._gateway, self._tasks, self._toasts, self._page = gateway, tasks, toasts, page

    def ask(self, about: Callable[[], HoldDraft], names: Mapping[str, str]) -> None:
        """Fetches what is in force, and opens the dialog; `about` tells what a hold would be about."""
        task = self._tasks.start("retention.state", lambda _work: self._gateway.retention(), newest_wins=True)
        task.succeeded.connect(lambda state: self._open(state, about, names))
        task.failed.connect(self._toasts.show_error)

    def _open(self, state: RetentionState, about: Callable[[], HoldDraft], names: Mapping[str, str]) -> None:
        dialog = RetentionDialog(self._page, state, names)
        dialog.confirmed.connect(lambda: self._save(dialog, dialog.policy()))
        dialog.hold_requested.connect(lambda: self._ask_hold(dialog, about, names))
        dialog.holds.released.connect(lambda hold_id: self._release(dialog, hold_id))
        dialog.outlook.run_requested.connect(lambda: self._run(dialog))
        dialog.outlook.stop_requested.connect(lambda: self._tasks.cancel(_RUN))
        dialog.finished.connect(lambda _code: self._tasks.cancel(_FORECAST))
        dialog.open()
        self._foretell(dialog)

    def _foretell(self, dialog: RetentionDialog) -> None:
        task = self._tasks.start(_FORECAST, self._gateway.retention_forecast, newest_wins=True)
        task.succeeded.connect(dialog.outlook.show_forecast)
        task.failed.connect(dialog.show_error)

    def _look_again(self, dialog: RetentionDialog) -> None:
        task = self._tasks.start("retention.state", lambda _work: self._gateway.retention(), newest_wins=True)
        task.succeeded.connect(dialog.show_state)
        task.failed.connect(dialog.show_error)
        self._foretell(dialog)

    def _save(self, dialog: RetentionDialog, policy: RetentionPolicy | None) -> None:
        if policy is None:
            return
        dialog.show_busy(True)
        task = self._tasks.start("retention.save", lambda _work: self._gateway.set_retention(policy))
        task.succeeded.connect(lambda _kept: self._say_saved(dialog))
        task.failed.connect(dialog.show_error)

    def _say_saved(self, dialog: RetentionDialog) -> None:
        dialog.show_busy(False)
        self._toasts.show_success(self.tr("Saved"), self.tr("How long the log is kept"))
        self._foretell(dialog)

    def _ask_hold(self, dialog: RetentionDialog, about: Callable[[], HoldDraft], names: Mapping[str, str]) -> None:
        try:
            asking = HoldDialog(dialog, about(), names)
        except ConsoleError as error:  # a saved filter of the query may have been removed meanwhile
            dialog.show_error(error)
            return
        asking.confirmed.connect(lambda: self._place(dialog, asking, asking.draft()))
        asking.open()

    def _place(self, dialog: RetentionDialog, asking: HoldDialog, draft: HoldDraft | None) -> None:
        if draft is None:
            return
        asking.show_busy(True)
        task = self._tasks.start("retention.hold", lambda _work: self._gateway.place_hold(draft))
        task.succeeded.connect(lambda _hold: asking.accept())
        task.succeeded.connect(lambda _hold: self._look_again(dialog))
        task.failed.connect(asking.show_error)

    def _release(self, dialog: RetentionDialog, hold_id: str) -> None:
        task = self._tasks.start("retention.release", lambda _work: self._gateway.release_hold(hold_id))
        task.succeeded.connect(lambda _none: self._look_again(dialog))
        task.failed.connect(dialog.show_error)

    def _run(self, dialog: RetentionDialog) -> None:
        outlook = dialog.outlook
        outlook.show_running(running=True)
        task = self._tasks.start(_RUN, self._gateway.run_retention)
        task.progressed.connect(outlook.show_progress)
        task.succeeded.connect(self._say_removed)
        task.failed.connect(dialog.show_error)
        task.finished.connect(lambda: outlook.show_running(running=False))
        task.finished.connect(lambda: self._look_again(dialog))

    def _say_removed(self, run: RetentionRun) -> None:
        self._toasts.show_success(self.tr("Removed"), Outlook.done_words(run))
