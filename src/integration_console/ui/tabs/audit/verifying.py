"""Verifies the chain of the audit in a task, with its progress, and says plainly what came of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from integration_console.domain.audit import ChainReport
from integration_console.domain.errors import ConsoleError
from integration_console.domain.work import Progress
from integration_console.ui.language import Translated
from integration_console.ui.tabs.audit.words import report_sentence
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Banner, ProgressLine, SecondaryButton, copy_text


class Verification(Translated, QWidget):
    """The strip below the filters: a bar while the chain is walked, then the result. `button` stands elsewhere."""

    requested = Signal()
    cancel_requested = Signal()
    end_copied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = SecondaryButton("shield-check")
        self.progress, self.result = ProgressLine(), Banner()
        self.report: ChainReport | None = None
        self._told = Progress(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.progress)
        column.addWidget(self.result)
        self.progress.hide()
        self.hide()
        self.button.clicked.connect(self._press)
        self.result.action_requested.connect(self._copy_end)
        self.retranslate()

    @property
    def is_running(self) -> bool:
        """Whether the chain is walked now."""
        return not self.progress.isHidden()

    def show_begun(self) -> None:
        """The chain is walked from now on."""
        self.report = None
        self.result.hide()
        self.progress.show()
        self.show_progress(Progress(0))
        self.show()
        self.retranslate()

    def show_progress(self, progress: Progress) -> None:
        """How far the walk has come."""
        self._told = progress
        words = QCoreApplication.translate("Verification", "%Ln entry(ies) verified", "", progress.done)
        self.progress.show_progress(progress.done / progress.total if progress.total else None, words)

    def show_report(self, report: ChainReport) -> None:
        """What came of it."""
        self.report = report
        self._end_walk()
        self._say_report(report)

    def show_error(self, error: ConsoleError) -> None:
        """Why it could not be found out."""
        self._end_walk()
        self.result.show_error(error)

    def show_cancelled(self) -> None:
        """A person stopped it: nothing is known."""
        self._end_walk()
        self.hide()

    def retranslate(self) -> None:
        self.button.setText(self.tr("Cancel") if self.is_running else self.tr("Verify chain"))
        self.button.show_icon("x" if self.is_running else "shield-check")
        self.button.setToolTip(self.tr("Compares every entry with its hash and with the one before it."))
        if self.is_running:
            self.show_progress(self._told)
        elif self.report is not None:
            self._say_report(self.report)

    def _end_walk(self) -> None:
        self.progress.hide()
        self.retranslate()

    def _say_report(self, report: ChainReport) -> None:
        self.result.show_message(*report_sentence(report), self.tr("Copy its end") if report.holds else "")

    def _press(self) -> None:
        if self.is_running:
            self.cancel_requested.emit()
        else:
            self.requested.emit()

    def _copy_end(self) -> None:
        if self.report is not None:
            copy_text(str(self.report.end))
            self.end_copied.emit()
