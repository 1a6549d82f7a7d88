"""Tests a connector and shows its first records while its form is still being filled; nothing is saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from integration_console.domain.connectors import CheckReport, CheckStage
from integration_console.domain.errors import ConsoleError, VaultLocked
from integration_console.ui.tabs.connectors.checking import StageMail
from integration_console.ui.tabs.connectors.model import CheckProgress

if TYPE_CHECKING:
    from integration_console.domain.work import Work
    from integration_console.ui.tabs.connectors.connector_dialog import ConnectorDialog
    from integration_console.ui.tabs.connectors.surroundings import Surroundings

SEEN_RECORDS = 20
_TEST = "connectors: test draft"
_PREVIEW = "connectors: preview"


class DraftTesting(QObject):
    """Serves one dialog at a time."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._dialog: ConnectorDialog | None = None
        self._progress = CheckProgress()

    def attend(self, dialog: ConnectorDialog) -> None:
        """Does what is asked for in this dialog from now on."""
        self._dialog = dialog
        dialog.test_requested.connect(self._test)
        dialog.preview_requested.connect(self._preview)
        dialog.panel.stages.cancelled.connect(self._stop)
        dialog.finished.connect(self._leave)

    def _test(self) -> None:
        dialog, tasks = self._dialog, self._surroundings.tasks
        if dialog is None or tasks.is_running(_TEST) or not dialog.form.check(leaving_out="name"):
            return
        draft, gateway = dialog.draft(), self._surroundings.gateway
        mail = StageMail(self)
        mail.stage_done.connect(self._note_stage, Qt.ConnectionType.QueuedConnection)
        emit = mail.stage_done.emit

        def work(work: Work) -> CheckReport:
            return gateway.check_draft(draft, work, emit)

        self._show(CheckProgress())
        task = tasks.start(_TEST, work)
        task.succeeded.connect(lambda report: self._show(CheckProgress(report.stages, running=False)))
        task.failed.connect(self._fail)
        task.cancelled.connect(lambda: self._show(replace(self._progress, running=False, stopped=True)))
        task.finished.connect(mail.deleteLater)

    def _stop(self) -> None:
        self._surroundings.tasks.cancel(_TEST)
        self._show(replace(self._progress, stopping=True))

    def _note_stage(self, stage: CheckStage) -> None:
        if self._progress.running:
            self._show(replace(self._progress, stages=(*self._progress.stages, stage)))

    def _fail(self, error: ConsoleError) -> None:
        self._show(replace(self._progress, running=False, error=error))
        if isinstance(error, VaultLocked):
            self._surroundings.unlocking.ask(self._test)

    def _show(self, progress: CheckProgress) -> None:
        self._progress = progress
        if self._dialog is not None:
            self._dialog.show_progress(progress)

    def _preview(self) -> None:
        dialog = self._dialog
        if dialog is None or not dialog.form.is_complete(leaving_out="name"):
            return
        draft, gateway = dialog.draft(), self._surroundings.gateway
        preview = dialog.panel.preview
        preview.show_awaited()
        task = self._surroundings.tasks.start(
            _PREVIEW, lambda _work: gateway.preview(draft, SEEN_RECORDS), newest_wins=True
        )
        task.succeeded.connect(lambda found: preview.show_preview(found) if self._dialog is dialog else None)
        task.failed.connect(lambda error: preview.show_error(error) if self._dialog is dialog else None)

    def _leave(self) -> None:
        self._dialog = None
        for key in (_TEST, _PREVIEW):
            self._surroundings.tasks.cancel(key)
