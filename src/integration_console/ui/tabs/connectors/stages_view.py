"""Shows the stages of a connector's test one after another, as they end."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.connectors import STAGE_TITLES, CheckStage, Stage, StageOutcome
from integration_console.domain.errors import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.language import Translated, filled, formats
from integration_console.ui.tabs.connectors.model import CheckProgress
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Banner, ElidedLabel, Label, SecondaryButton, Spinner

_SIGNS = {
    StageOutcome.PASSED: ("circle-check", "success"),
    StageOutcome.FAILED: ("circle-x", "danger"),
    StageOutcome.SKIPPED: ("circle-minus", "text-muted"),
}
_WAITING = ("circle-dashed", "text-disabled")
_FAILED = QT_TRANSLATE_NOOP("StagesView", "Failed after {duration}")
_PASSED = QT_TRANSLATE_NOOP("StagesView", "Passed in {duration}")


class StageRow(Translated, QWidget):
    """One stage: sign, title, detail, duration; a failure says below what to do."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.stage = stage
        self._ended: CheckStage | None = None
        self.sign = Spinner(16)
        self.title = Label("plain")
        self.detail = ElidedLabel("caption")
        self.duration = Label("caption")
        self.failure = Banner()
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self.sign)
        line.addWidget(self.title)
        line.addWidget(self.detail, 1)
        line.addWidget(self.duration)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 5, 0, 5)
        column.setSpacing(Space.S)
        column.addLayout(line)
        column.addWidget(self.failure)
        self.retranslate()

    @property
    def ended(self) -> CheckStage | None:
        """What came of the stage, once it has ended."""
        return self._ended

    def show_waiting(self, *, current: bool) -> None:
        """The stage has not ended yet; `current`: it is being tried."""
        self._ended = None
        self.sign.show_icon(*_WAITING)
        self.sign.show_turning(current)
        self.title.setEnabled(current)
        self.failure.hide()
        self.retranslate()

    def show_ended(self, ended: CheckStage) -> None:
        """Shows what came of the stage."""
        self._ended = ended
        self.sign.show_turning(False)
        self.sign.show_icon(*_SIGNS[ended.outcome])
        self.title.setEnabled(ended.outcome is not StageOutcome.SKIPPED)
        self.failure.setVisible(ended.error is not None)
        if ended.error is not None:
            self.failure.show_error(ended.error)
        self.retranslate()

    def retranslate(self) -> None:
        ended = self._ended
        self.title.setText(QCoreApplication.translate("Stages", STAGE_TITLES[self.stage]))
        skipped = ended is not None and ended.outcome is StageOutcome.SKIPPED
        self.detail.show_text(self.tr("Not needed") if ended and skipped and not ended.detail else _detail(ended))
        self.duration.setText(formats.duration(ended.duration_ms) if ended and not skipped else "")


class StagesView(Translated, QWidget):
    """All stages of a test, with a word about the whole and a button that stops it."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._progress: CheckProgress | None = None
        self.heading = Label("section")
        self.verdict = Label("caption")
        self.stop = SecondaryButton("circle-stop")
        self.stop.clicked.connect(self.cancelled)
        self.trouble = Banner()
        self.rows = {stage: StageRow(stage) for stage in Stage}
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(Space.XS)
        column.addWidget(self.trouble)
        for row in self.rows.values():
            column.addWidget(row)
        self.retranslate()

    def show_progress(self, progress: CheckProgress) -> None:
        """Shows how far the test has come."""
        self._progress = progress
        ended = {each.stage: each for each in progress.stages}
        for stage, row in self.rows.items():
            if stage in ended:
                row.show_ended(ended[stage])
            else:
                row.show_waiting(current=stage is progress.current)
        self.stop.setVisible(progress.running)
        self.stop.setEnabled(not progress.stopping)
        self._show_trouble(progress.error)
        self.retranslate()

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Test"))
        stopping = self._progress is not None and self._progress.stopping
        self.stop.setText(self.tr("Stopping…") if stopping else self.tr("Stop"))
        self.verdict.setText(self._verdict())
        self.verdict.setVisible(bool(self.verdict.text()))

    def _show_trouble(self, error: ConsoleError | None) -> None:
        self.trouble.hide()
        if error is not None:
            self.trouble.show_error(error)

    def _verdict(self) -> str:
        progress = self._progress
        if progress is None or progress.running or progress.error is not None:
            return ""
        if progress.stopped:
            return self.tr("Stopped")
        took = {"duration": formats.duration(progress.duration_ms)}
        if progress.failure is not None:
            return filled("StagesView", _FAILED, took)
        return filled("StagesView", _PASSED, took)


def _detail(ended: CheckStage | None) -> str:
    return ended.detail if ended else ""
