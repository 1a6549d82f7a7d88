"""What the dialogs of copies have in common: they ask, show the copy under way, and say what came of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from integration_console.domain.copying import CopyProgress, CopyReport
from integration_console.ui.widgets import Tone
from integration_console.ui.widgets.work_dialog import Stage, WorkDialog
from integration_console.ui.workspaces.copies.contents import ContentsView
from integration_console.ui.workspaces.copies.words import equal_sentence, remarks


class CopyingDialog(WorkDialog):
    """The base: `say` says the words of the stage."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=600)
        self.report: CopyReport | None = None
        self.asking = QWidget()
        """What is asked for while nothing is under way; empty at first."""
        self.contents = ContentsView()
        self.body.addWidget(self.asking)
        self.body.addWidget(self.contents, 1)

    def show_begun(self) -> None:
        self.contents.show_begun()
        super().show_begun()

    def show_progress(self, progress: CopyProgress) -> None:
        """How far it has come."""
        self.contents.show_progress(progress)

    def show_report(self, report: CopyReport) -> None:
        """It is complete, and proved."""
        self.report = report
        self.contents.show_report(report)
        self._go_to(Stage.DONE)

    def retranslate(self) -> None:
        super().retranslate()
        if self.stage is Stage.DONE and self.report is not None:
            self.banner.show_message(Tone.SUCCESS, equal_sentence(self.report), remarks(self.report))
        self.say()

    def say(self) -> None:
        """Says title, explanation and buttons of the stage."""
        raise NotImplementedError

    def _arrange(self) -> None:
        self.asking.setVisible(self.stage in (Stage.ASKING, Stage.STOPPED))
        self.contents.setVisible(self.is_under_way or self.stage is Stage.DONE)
        self.primary.setVisible(not self.is_under_way)
