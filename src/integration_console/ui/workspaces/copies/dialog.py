"""What the dialogs of copies have in common: they ask, show the copy under way, and say what came of it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from integration_console.domain.copying import CopyProgress, CopyReport
from integration_console.domain.errors import ConsoleError
from integration_console.ui.widgets import Dialog, Tone
from integration_console.ui.workspaces.copies.contents import ContentsView
from integration_console.ui.workspaces.copies.words import equal_sentence, remarks


class Stage(Enum):
    """Where a dialog of a copy stands."""

    ASKING = auto()
    UNDER_WAY = auto()
    STOPPING = auto()
    STOPPED = auto()
    DONE = auto()


_RUNNING = frozenset({Stage.UNDER_WAY, Stage.STOPPING})


class CopyingDialog(Dialog):
    """The base: `say` says the words of the stage.

    While the copy is under way the dialog stays: leaving it asks to stop the copy (`stop_requested`).
    """

    stop_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=600)
        self.stage = Stage.ASKING
        self.report: CopyReport | None = None
        self.asking = QWidget()
        """What is asked for while nothing is under way; empty at first."""
        self.contents = ContentsView()
        self.body.addWidget(self.asking)
        self.body.addWidget(self.contents, 1)

    @property
    def is_under_way(self) -> bool:
        """Whether the copy has begun and not ended."""
        return self.stage in _RUNNING

    def show_begun(self) -> None:
        """The copy is under way from now on."""
        self.contents.show_begun()
        self._go_to(Stage.UNDER_WAY)

    def show_progress(self, progress: CopyProgress) -> None:
        """How far it has come."""
        self.contents.show_progress(progress)

    def show_stopping(self) -> None:
        """It ends at its next step."""
        self._go_to(Stage.STOPPING)

    def show_stopped(self) -> None:
        """A person has stopped it."""
        self._go_to(Stage.STOPPED)

    def show_report(self, report: CopyReport) -> None:
        """It is complete, and proved."""
        self.report = report
        self.contents.show_report(report)
        self._go_to(Stage.DONE)

    def show_error(self, error: ConsoleError) -> None:
        """Why it came to nothing, or not yet to its end."""
        self._go_to(Stage.ASKING)
        super().show_error(error)

    def reject(self) -> None:
        if self.is_under_way:
            self.stop_requested.emit()
        else:
            super().reject()

    def retranslate(self) -> None:
        words = {
            Stage.ASKING: self.tr("Cancel"),
            Stage.UNDER_WAY: self.tr("Stop"),
            Stage.STOPPING: self.tr("Stopping…"),
            Stage.STOPPED: self.tr("Close"),
            Stage.DONE: self.tr("Close"),
        }
        self.secondary.setText(words[self.stage])
        if self.stage is Stage.DONE and self.report is not None:
            self.banner.show_message(Tone.SUCCESS, equal_sentence(self.report), remarks(self.report))
        self.say()

    def say(self) -> None:
        """Says title, explanation and buttons of the stage."""
        raise NotImplementedError

    def _go_to(self, stage: Stage) -> None:
        self.stage = stage
        self.banner.hide()
        self.asking.setVisible(stage in (Stage.ASKING, Stage.STOPPED))
        self.contents.setVisible(self.is_under_way or stage is Stage.DONE)
        self.primary.setVisible(not self.is_under_way)
        self.secondary.show()
        self.secondary.setEnabled(stage is not Stage.STOPPING)
        self.retranslate()
        self.grow()
