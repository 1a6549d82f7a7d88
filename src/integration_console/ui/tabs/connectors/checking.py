"""Testing connectors: each stage is shown as soon as it has ended, and a test can be stopped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from integration_console.domain.connectors import CheckReport, CheckStage
from integration_console.domain.errors import ConsoleError, VaultLocked
from integration_console.ui.tabs.connectors.model import CheckProgress

if TYPE_CHECKING:
    from integration_console.domain.work import Work
    from integration_console.ui.tabs.connectors.surroundings import Surroundings


class StageMail(QObject):
    """Made on the window's thread, emitted on the worker's: carries the stages over."""

    stage_done = Signal(object)


class Checking(QObject):
    """Runs at most one test of each connector at a time and tells how far it has come."""

    progressed = Signal(str)

    def __init__(self, surroundings: Surroundings, checks: dict[str, CheckProgress], parent: QObject) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._checks = checks

    def check(self, connector_id: str) -> None:
        """Starts a test, unless one is under way."""
        tasks, gateway = self._surroundings.tasks, self._surroundings.gateway
        if tasks.is_running(_key(connector_id)):
            return
        mail = StageMail(self)
        mail.stage_done.connect(lambda stage: self._note_stage(connector_id, stage), Qt.ConnectionType.QueuedConnection)
        emit = mail.stage_done.emit

        def work(work: Work) -> CheckReport:
            return gateway.check_connector(connector_id, work, emit)

        self._show(connector_id, CheckProgress())
        task = tasks.start(_key(connector_id), work)
        task.succeeded.connect(lambda report: self._end(connector_id, report))
        task.failed.connect(lambda error: self._fail(connector_id, error))
        task.cancelled.connect(lambda: self._stop(connector_id))
        task.finished.connect(mail.deleteLater)

    def stop(self, connector_id: str) -> None:
        """Asks a test to stop; it does between two stages."""
        progress = self._checks.get(connector_id)
        if progress is not None and progress.running:
            self._surroundings.tasks.cancel(_key(connector_id))
            self._show(connector_id, replace(progress, stopping=True))

    def _note_stage(self, connector_id: str, stage: CheckStage) -> None:
        progress = self._checks.get(connector_id)
        if progress is not None and progress.running:
            self._show(connector_id, replace(progress, stages=(*progress.stages, stage)))

    def _end(self, connector_id: str, report: CheckReport) -> None:
        self._show(connector_id, CheckProgress(report.stages, running=False))

    def _fail(self, connector_id: str, error: ConsoleError) -> None:
        if isinstance(error, VaultLocked):
            self._checks.pop(connector_id, None)
            self.progressed.emit(connector_id)
            self._surroundings.unlocking.ask(lambda: self.check(connector_id))
        else:
            self._show(connector_id, replace(self._checks[connector_id], running=False, error=error))

    def _stop(self, connector_id: str) -> None:
        progress = self._checks.get(connector_id, CheckProgress())
        self._show(connector_id, replace(progress, running=False, stopping=False, stopped=True))

    def _show(self, connector_id: str, progress: CheckProgress) -> None:
        self._checks[connector_id] = progress
        self.progressed.emit(connector_id)


def _key(connector_id: str) -> str:
    return f"connectors: check {connector_id}"
